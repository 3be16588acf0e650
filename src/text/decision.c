/* Whether a sentence ends at a stop: the word before it, the word behind it. */
#include "base/ascii.h"
#include "text/cut.h"
#include "text/lexicon.h"
#include "text/scan.h"

/* What stands behind a stop. */
struct opening {
    enum { OPENS_UPPER, OPENS_LOWER, OPENS_DIGIT, OPENS_OTHER, OPENS_NOTHING } with;
    uint32_t word; /* the token that says so */
    uint32_t lex;
    bool lone_i;
    bool bracket; /* a bracket before it */
};

static struct opening read_opening(const struct rb_cutter *c, uint32_t x)
{
    struct opening o = {OPENS_OTHER, x, 0, false, false};
    uint32_t n = c->t->n_tokens;

    for (uint32_t k = 0; k < 4 && o.word < n; k++) {
        uint8_t shape = c->shape[o.word];

        if (shape != RB_SHAPE_OPEN && shape != RB_SHAPE_DIRECTION && shape != RB_SHAPE_DASH)
            break;
        o.bracket = o.bracket || (shape == RB_SHAPE_OPEN &&
                                  c->t->source.text.ptr[c->t->tokens[o.word].start] == '(');
        o.word++;
    }
    if (o.word >= n) {
        o.with = OPENS_NOTHING;
        return o;
    }
    switch (c->shape[o.word]) {
    case RB_SHAPE_UPPER:
        o.with = OPENS_UPPER;
        break;
    case RB_SHAPE_HOLE:
        o.with = OPENS_UPPER;
        return o;
    case RB_SHAPE_LOWER:
        o.with = OPENS_LOWER;
        break;
    case RB_SHAPE_ENTITY:
        o.with = c->t->tokens[o.word].flags & RB_TOK_CAPITAL ? OPENS_UPPER : OPENS_OTHER;
        return o;
    case RB_SHAPE_NUMBER:
        o.with = OPENS_DIGIT;
        return o;
    default: {
        char mark = c->t->source.text.ptr[c->t->tokens[o.word].start];

        o.with = mark == '$' || mark == '#' ? OPENS_DIGIT : OPENS_OTHER;
        return o;
    }
    }
    o.lex = rb_lexicon(rb_token_text(c->t, o.word));
    o.lone_i = rb_slice_is(rb_token_text(c->t, o.word), "I");
    return o;
}

static bool starter(const struct opening *o)
{
    return (o->lex & RB_LEX_STARTER) != 0;
}

/* The word before a stop. */
struct ending {
    uint32_t token;
    struct rb_slice text;
    uint32_t lex;
    uint8_t shape;
    bool dotted;  /* an acronym with inner stops */
    bool initial; /* one letter */
    bool first;   /* the sentence's first token */
};

static struct ending read_ending(const struct rb_cutter *c, uint32_t start, uint32_t token)
{
    struct ending e = {.token = token, .shape = c->shape[token], .first = token == start};

    e.text = rb_token_text(c->t, token);
    if (rb_slice_is(e.text, "\xC2\xB0")) /* N° */
        e.lex = RB_LEX_NUMREF;
    if (c->t->tokens[token].kind != RB_TOKEN_WORD)
        return e;
    e.dotted = memchr(e.text.ptr, '.', e.text.len) != NULL && !rb_is_digit(e.text.ptr[0]);
    e.initial = e.text.len == 1 && rb_is_alpha(e.text.ptr[0]);
    e.lex = rb_lexicon(e.text);
    if (rb_is_digit(e.text.ptr[0]))
        for (size_t i = 1; i < e.text.len; i++)
            if (rb_is_alpha(e.text.ptr[i])) { /* 5p.m */
                e.lex = rb_lexicon(rb_slice_of(e.text.ptr + i, e.text.len - i)) & RB_LEX_TIMEAP;
                break;
            }
    return e;
}

static bool is_vowel(char c)
{
    return c != '\0' && strchr("aeiouyAEIOUY", c) != NULL;
}

/* Whether a word not known as an abbreviation has the look of one: no vowel, or an ending that no
 * English word has ("splt", "abcf"). */
static bool looks_cut_off(struct rb_slice s)
{
    static const char endings[] =
        "bbbsbtchckctddddsdsffffsftgggsgnghhmhtksldlflklllmlnlplslsltmbmnmpmmms"
        "ndngnknnnsntnxnzphpppsptrbrcrdrfrgrkrlrmrnrprrrsrtrvscshskspssstthtttsts"
        "tzvswdwkwlwnwsxtzz";
    bool vowel = false;
    char a, b;

    if (s.len < 2 || s.len > 6)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        if (!rb_is_alpha(s.ptr[i]) || (i > 0 && rb_is_upper(s.ptr[i])))
            return false;
        vowel = vowel || is_vowel(s.ptr[i]);
    }
    if (!vowel)
        return true;
    a = rb_to_lower(s.ptr[s.len - 2]);
    b = s.ptr[s.len - 1];
    if (is_vowel(a) || is_vowel(b))
        return false;
    for (size_t i = 0; i + 1 < sizeof endings - 1; i += 2)
        if (endings[i] == a && endings[i + 1] == b)
            return false;
    return true;
}

/* Whether all words before the time of day lead into a sentence: "At half past 5 p.m." */
static bool only_lead_in(const struct rb_cutter *c, uint32_t start, uint32_t token)
{
    if (token - start > 16)
        return false;
    for (uint32_t i = start; i < token; i++) {
        if (c->match[i] > i && c->match[i] < token)
            i = c->match[i];
        if (c->shape[i] == RB_SHAPE_NUMBER || !rb_is_word(c->shape[i]))
            continue;
        if (!(rb_lexicon(rb_token_text(c->t, i)) & RB_LEX_FRONT))
            return false;
    }
    return true;
}

static bool after_time(const struct rb_cutter *c, uint32_t start, const struct ending *e,
                       const struct opening *o)
{
    uint32_t lex = o->lex;
    bool lead_in = only_lead_in(c, start, e->token);

    if (o->with == OPENS_DIGIT || o->with == OPENS_LOWER || (lex & RB_LEX_TZDAY))
        return false;
    if (o->with != OPENS_UPPER)
        return true;
    if (!lead_in)
        return true;
    return starter(o) && c->shape[start] != RB_SHAPE_UPPER;
}

static bool after_initial(const struct rb_cutter *c, const struct ending *e,
                          const struct opening *o)
{
    uint8_t before = e->first ? RB_SHAPE_OTHER : c->shape[e->token - 1];

    if (e->first)
        return false;
    if (o->with == OPENS_DIGIT)
        return rb_slice_is(e->text, "I") && before == RB_SHAPE_LOWER;
    if (o->with != OPENS_UPPER)
        return o->with != OPENS_LOWER;
    return starter(o);
}

/* "Millions attended": a plural with its verb, which no name's second part is. */
static bool is_plural_subject(const struct rb_cutter *c, const struct opening *o)
{
    struct rb_slice word = rb_token_text(c->t, o->word), verb;

    if (o->word + 1 >= c->t->n_tokens || c->shape[o->word + 1] != RB_SHAPE_LOWER || word.len < 4 ||
        word.ptr[word.len - 1] != 's' || (o->lex & RB_LEX_PROPADJ))
        return false;
    verb = rb_token_text(c->t, o->word + 1);
    return verb.len > 4 && memcmp(verb.ptr + verb.len - 2, "ed", 2) == 0;
}

static bool after_dotted(const struct rb_cutter *c, const struct ending *e, const struct opening *o)
{
    if (o->with == OPENS_DIGIT || o->with == OPENS_LOWER || e->first)
        return false;
    if (o->with == OPENS_UPPER)
        return (starter(o) && !(o->lex & RB_LEX_PROPADJ)) || is_plural_subject(c, o);
    return !rb_is_lower(e->text.ptr[0]);
}

/* A short code behind a reference: A4, B12, IV. */
static bool is_code(const struct rb_cutter *c, const struct opening *o)
{
    const struct rb_token *k = &c->t->tokens[o->word];

    return o->with == OPENS_UPPER && k->end - k->start <= 4 && (k->flags & RB_TOK_DIGITS);
}

static bool after_reference(const struct rb_cutter *c, const struct ending *e,
                            const struct opening *o)
{
    if (o->with == OPENS_DIGIT || is_code(c, o) || o->with == OPENS_LOWER)
        return false;
    if ((e->lex & RB_LEX_NOTABBR) || o->with == OPENS_OTHER)
        return true;
    return starter(o);
}

static bool after_title(const struct rb_cutter *c, const struct ending *e, const struct opening *o)
{
    bool street;

    if (o->with != OPENS_UPPER && o->with != OPENS_DIGIT)
        return o->with != OPENS_LOWER;
    street =
        (e->lex & RB_LEX_NAMEPFX) && !e->first &&
        (c->shape[e->token - 1] == RB_SHAPE_UPPER || c->shape[e->token - 1] == RB_SHAPE_NUMBER);
    if (street || (e->lex & (RB_LEX_ORG | RB_LEX_MAYEND)))
        return starter(o);
    return false;
}

/* "IV. The market": a heading's number. */
static bool roman_at_start(const struct ending *e)
{
    if (!e->first || e->text.len > 5)
        return false;
    for (size_t i = 0; i < e->text.len; i++)
        if (!strchr("IVX", e->text.ptr[i]))
            return false;
    return true;
}

/* Whether a name stands where this word does ("Hi Jan."): right behind a greeting. */
static bool is_addressed(const struct rb_cutter *c, const struct ending *e)
{
    struct rb_slice before;

    if (e->first || e->shape != RB_SHAPE_UPPER)
        return false;
    if (c->shape[e->token - 1] == RB_SHAPE_COMMA && e->token >= 2)
        before = rb_token_text(c->t, e->token - 2);
    else
        before = rb_token_text(c->t, e->token - 1);
    return rb_lexicon(before) & RB_LEX_GREET;
}

/* Digits of the groups in a row from token i on (step 1) or back (-1), through stops or up to one.
 */
static uint32_t group_digits(const struct rb_cutter *c, uint32_t i, int step, bool through)
{
    uint32_t digits = 0;

    for (uint32_t k = 0; k < 24 && i < c->t->n_tokens; k++) {
        struct rb_slice s = rb_token_text(c->t, i);

        if (c->shape[i] == RB_SHAPE_NUMBER && s.len <= 16)
            for (size_t at = 0; at < s.len; at++)
                digits += rb_is_digit(s.ptr[at]);
        else if (c->shape[i] != RB_SHAPE_DASH && !(through && rb_is_end(c->shape[i])))
            break;
        i = step > 0 ? i + 1 : i - 1;
    }
    return digits;
}

/* A stop between the groups of one telephone number: "5 5 5. 0 1 4 2". */
static bool within_number(const struct rb_cutter *c, const struct rb_stop *g)
{
    uint32_t all;

    if (c->shape[g->first - 1] != RB_SHAPE_NUMBER || c->shape[g->end] != RB_SHAPE_NUMBER)
        return false;
    all = group_digits(c, g->first - 1, -1, true) + group_digits(c, g->end, 1, true);
    return all >= 7 && all <= 15 && group_digits(c, g->first - 1, -1, false) < 7 &&
           group_digits(c, g->end, 1, false) < 7;
}

static bool after_number(const struct ending *e, const struct opening *o)
{
    if (e->first && e->text.len <= 3)
        return false;
    return o->with != OPENS_LOWER;
}

static bool before_lower(const struct rb_cutter *c, const struct ending *e, const struct opening *o)
{
    bool vowel = false;

    if (e->shape == RB_SHAPE_NUMBER || e->shape == RB_SHAPE_ENTITY || e->shape == RB_SHAPE_HOLE)
        return c->informal && !e->first;
    if (!rb_is_word(e->shape))
        return c->informal && e->shape == RB_SHAPE_CLOSE;
    if (e->dotted ||
        (e->lex & RB_LEX_ABBREV & ~(uint32_t)RB_LEX_UNIT && !(e->lex & RB_LEX_NOTABBR)))
        return c->informal && (e->lex & RB_LEX_TIMEAP) && starter(o) && !(o->lex & RB_LEX_FRONT);
    for (size_t i = 0; i < e->text.len; i++)
        vowel = vowel || is_vowel(e->text.ptr[i]);
    if (c->informal)
        return e->text.len >= 2 && (vowel || (e->lex & RB_LEX_NOTABBR));
    return e->text.len >= 4 && starter(o) && !(o->lex & RB_LEX_FRONT) && !looks_cut_off(e->text);
}

static bool after_word(const struct rb_cutter *c, uint32_t start, const struct rb_stop *g,
                       const struct ending *e, const struct opening *o)
{
    uint32_t lex = e->lex;

    if (e->initial)
        return after_initial(c, e, o);
    if (lex & RB_LEX_TIMEAP)
        return after_time(c, start, e, o);
    if (e->dotted && !(lex & RB_LEX_CONT))
        return after_dotted(c, e, o);
    if (is_addressed(c, e) && !(lex & RB_LEX_TITLE))
        return true;
    if (lex & RB_LEX_CONT)
        return rb_slice_is(e->text, "Al");
    if (lex & RB_LEX_NUMREF)
        return after_reference(c, e, o);
    if ((lex & RB_LEX_TITLE) && e->shape == RB_SHAPE_UPPER)
        return after_title(c, e, o);
    if ((lex & RB_LEX_DATE) &&
        (o->with == OPENS_DIGIT || (e->shape == RB_SHAPE_UPPER && !(lex & RB_LEX_NOTABBR))))
        return o->with == OPENS_UPPER ? starter(o) : false;
    if ((lex & RB_LEX_UNIT) && !e->first && c->shape[e->token - 1] == RB_SHAPE_NUMBER)
        return o->with != OPENS_DIGIT;
    if (lex & (RB_LEX_MAYEND | RB_LEX_ORG)) {
        if (o->with == OPENS_DIGIT && !(lex & RB_LEX_NOTABBR))
            return false;
        return o->with != OPENS_UPPER || g->closed || starter(o) ||
               ((lex & RB_LEX_NOTABBR) && e->shape == RB_SHAPE_LOWER);
    }
    if (lex & RB_LEX_TITLE)
        return o->with == OPENS_UPPER || o->with == OPENS_OTHER;
    if ((o->with == OPENS_DIGIT || o->bracket) && !(lex & RB_LEX_NOTABBR) && !g->closed)
        return !looks_cut_off(e->text) || group_digits(c, o->word, 1, false) >= 7;
    if (roman_at_start(e))
        return false;
    return true;
}

/* "Today.Tomorrow": no white space behind the stop. */
static bool glued(const struct rb_cutter *c, const struct rb_stop *g, const struct ending *e,
                  const struct opening *o)
{
    struct rb_slice next;

    if (o->word != g->end || o->with != OPENS_UPPER || c->shape[o->word] != RB_SHAPE_UPPER)
        return false;
    next = rb_token_text(c->t, o->word);
    if (g->ellipsis)
        return g->dots >= 3 && !o->lone_i;
    if (next.len < 2 || (unsigned char)next.ptr[1] < 'a' || next.ptr[1] > 'z') {
        if (!o->lone_i && memcmp(next.ptr, "I'", 2 < next.len ? 2 : next.len) != 0)
            return false;
    }
    if (e->shape == RB_SHAPE_NUMBER)
        return e->text.len >= 3;
    if (e->shape == RB_SHAPE_HOLE || e->shape == RB_SHAPE_CLOSE)
        return true;
    return rb_is_word(e->shape) && e->text.len >= 2 && rb_is_lower(e->text.ptr[e->text.len - 1]) &&
           !e->dotted &&
           !(e->lex & (RB_LEX_TITLE | RB_LEX_CONT) && !(e->lex & RB_LEX_NOTABBR) &&
             e->shape == RB_SHAPE_UPPER);
}

static bool after_ellipsis(const struct rb_cutter *c, const struct rb_stop *g,
                           const struct opening *o)
{
    if (within_number(c, g))
        return false;
    switch (o->with) {
    case OPENS_LOWER:
        return c->informal && g->dots > 3 && starter(o);
    case OPENS_UPPER:
        return !o->lone_i;
    case OPENS_DIGIT:
        return g->dots > 3 || c->shape[g->first - 1] == RB_SHAPE_LOWER;
    default:
        return true;
    }
}

bool rb_stop_ends(const struct rb_cutter *c, uint32_t start, const struct rb_stop *g)
{
    struct opening o;
    struct ending e;
    uint8_t next;

    if (g->end >= c->t->n_tokens)
        return true;
    if (g->first == start)
        return false;
    next = c->shape[g->end];
    if (next == RB_SHAPE_COMMA || next == RB_SHAPE_COLON || next == RB_SHAPE_CLOSE)
        return false;
    o = read_opening(c, g->end);
    e = read_ending(c, start, g->first - 1);
    if (o.with == OPENS_NOTHING)
        return c->shape[o.word - 1] == RB_SHAPE_DIRECTION;
    if (!rb_spaced(c, g->end))
        return glued(c, g, &e, &o);
    if (next == RB_SHAPE_DASH && o.with == OPENS_LOWER)
        return false;
    if (g->strong) {
        if (o.with == OPENS_LOWER)
            return (g->twice || c->informal) && !g->closed && !g->spaced && !g->ellipsis;
        return !(e.lex & RB_LEX_EXCL) || starter(&o);
    }
    if (g->ellipsis && !(e.dotted && g->dots == 2))
        return after_ellipsis(c, g, &o);
    if (within_number(c, g))
        return false;
    if (o.with == OPENS_LOWER)
        return !g->closed && before_lower(c, &e, &o);
    if (e.dotted && g->dots == 2)
        return true;
    if (e.shape == RB_SHAPE_NUMBER && c->t->tokens[e.token].kind == RB_TOKEN_NUMBER)
        return after_number(&e, &o);
    if (e.lex == 0 && !rb_is_word(e.shape))
        return true;
    return after_word(c, start, g, &e, &o);
}
