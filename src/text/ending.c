/* Whether a sentence ends at a full stop, by the kind of word before it. */
#include "base/ascii.h"
#include "text/clause.h"
#include "text/decision.h"

static bool is_vowel(char c)
{
    switch (rb_to_lower(c)) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
        return true;
    default:
        return false;
    }
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

static bool after_time(const struct rb_cutter *c, uint32_t start, const struct rb_ending *e,
                       const struct rb_opening *o)
{
    if (o->with == OPENS_DIGIT || o->with == OPENS_LOWER || (o->lex & RB_LEX_TZDAY))
        return false;
    if (o->with != OPENS_UPPER || !only_lead_in(c, start, e->token))
        return true;
    /* a name may go on with the sentence, and "I"; "The" cannot */
    return rb_opens(o) && c->t->source.text.ptr[c->t->tokens[o->word].start] != 'I';
}

static bool after_initial(const struct rb_cutter *c, const struct rb_ending *e,
                          const struct rb_opening *o)
{
    uint8_t before = e->first ? RB_SHAPE_OTHER : c->shape[e->token - 1];

    if (e->first)
        return false;
    if (o->with == OPENS_DIGIT)
        return rb_slice_is(e->text, "I") && before == RB_SHAPE_LOWER;
    if (o->with != OPENS_UPPER)
        return o->with != OPENS_LOWER;
    return rb_opens(o);
}

/* "Millions attended": a plural with its verb, which no name's second part is. */
static bool is_plural_subject(const struct rb_cutter *c, const struct rb_opening *o)
{
    struct rb_slice word = rb_token_text(c->t, o->word), verb;

    if (o->word + 1 >= c->t->n_tokens || c->shape[o->word + 1] != RB_SHAPE_LOWER || word.len < 4 ||
        word.ptr[word.len - 1] != 's' || (o->lex & RB_LEX_PROPADJ))
        return false;
    verb = rb_token_text(c->t, o->word + 1);
    return verb.len > 4 && memcmp(verb.ptr + verb.len - 2, "ed", 2) == 0;
}

static bool after_dotted(const struct rb_cutter *c, const struct rb_ending *e,
                         const struct rb_opening *o)
{
    if (o->with == OPENS_DIGIT || o->with == OPENS_LOWER || e->first)
        return false;
    if (o->with == OPENS_UPPER)
        return (rb_opens(o) && !(o->lex & RB_LEX_PROPADJ)) || is_plural_subject(c, o);
    return !rb_is_lower(e->text.ptr[0]);
}

/* A short code behind a reference: A4, B12, IV. */
static bool is_code(const struct rb_cutter *c, const struct rb_opening *o)
{
    const struct rb_token *k = &c->t->tokens[o->word];

    return o->with == OPENS_UPPER && k->end - k->start <= 4 && (k->flags & RB_TOK_DIGITS);
}

static bool after_reference(const struct rb_cutter *c, const struct rb_ending *e,
                            const struct rb_opening *o)
{
    if (o->with == OPENS_DIGIT || is_code(c, o) || o->with == OPENS_LOWER)
        return false;
    if ((e->lex & RB_LEX_NOTABBR) || o->with == OPENS_OTHER)
        return true;
    return rb_opens(o);
}

static bool after_title(const struct rb_cutter *c, const struct rb_ending *e,
                        const struct rb_opening *o)
{
    bool street;

    if (o->with != OPENS_UPPER && o->with != OPENS_DIGIT)
        return o->with != OPENS_LOWER;
    street =
        (e->lex & RB_LEX_NAMEPFX) && !e->first &&
        (c->shape[e->token - 1] == RB_SHAPE_UPPER || c->shape[e->token - 1] == RB_SHAPE_NUMBER);
    if (street || (e->lex & (RB_LEX_ORG | RB_LEX_MAYEND)))
        return rb_opens(o);
    return false;
}

/* "IV. The market": a heading's number. */
static bool roman_at_start(const struct rb_ending *e)
{
    if (!e->first || e->text.len > 5)
        return false;
    for (size_t i = 0; i < e->text.len; i++)
        if (!strchr("IVX", e->text.ptr[i]))
            return false;
    return true;
}

/* Whether a name stands where this word does ("Hi Jan."): right behind a greeting. */
static bool is_addressed(const struct rb_cutter *c, const struct rb_ending *e)
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

/* "was", but for "was it": a verb that goes on with the sentence. */
static bool is_predicate(const struct rb_cutter *c, uint32_t word)
{
    if (!(rb_parts(rb_token_text(c->t, word)) & RB_PART_AUX))
        return false;
    return word + 1 >= c->t->n_tokens ||
           !(rb_parts(rb_token_text(c->t, word + 1)) &
             (RB_PART_SUBJECT | RB_PART_YOU | RB_PART_IT | RB_PART_THIS | RB_PART_POSSESSIVE));
}

bool rb_ends_before_lower(const struct rb_cutter *c, const struct rb_ending *e,
                          const struct rb_opening *o)
{
    bool vowel = false;

    if (e->shape == RB_SHAPE_NUMBER || e->shape == RB_SHAPE_ENTITY || e->shape == RB_SHAPE_HOLE)
        return c->informal && !e->first;
    if (!rb_is_word(e->shape))
        return c->informal && e->shape == RB_SHAPE_CLOSE;
    if (e->dotted ||
        (e->lex & RB_LEX_ABBREV & ~(uint32_t)RB_LEX_UNIT && !(e->lex & RB_LEX_NOTABBR)))
        return c->informal && (e->lex & RB_LEX_TIMEAP) && rb_opens(o) && !(o->lex & RB_LEX_FRONT);
    for (size_t i = 0; i < e->text.len; i++)
        vowel = vowel || is_vowel(e->text.ptr[i]);
    if (c->informal)
        return e->text.len >= 2 && (vowel || (e->lex & RB_LEX_NOTABBR));
    return e->text.len >= 4 && rb_opens(o) && !(o->lex & RB_LEX_FRONT) && !looks_cut_off(e->text) &&
           !is_predicate(c, o->word);
}

bool rb_word_ends(const struct rb_cutter *c, uint32_t start, const struct rb_stop *g,
                  const struct rb_ending *e, const struct rb_opening *o)
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
    if ((lex & RB_LEX_TITLE) && e->shape == RB_SHAPE_UPPER &&
        !((lex & RB_LEX_NUMREF) && (o->with != OPENS_UPPER || e->first)))
        return after_title(c, e, o);
    if (lex & RB_LEX_NUMREF)
        return after_reference(c, e, o);
    if ((lex & RB_LEX_DATE) &&
        (o->with == OPENS_DIGIT || (e->shape == RB_SHAPE_UPPER && !(lex & RB_LEX_NOTABBR))))
        return o->with == OPENS_UPPER ? rb_opens(o) : false;
    if ((lex & RB_LEX_UNIT) && !e->first && c->shape[e->token - 1] == RB_SHAPE_NUMBER)
        return o->with != OPENS_DIGIT;
    if ((lex & RB_LEX_COMMON) && o->with == OPENS_UPPER)
        return true;
    if (lex & (RB_LEX_MAYEND | RB_LEX_ORG)) {
        if (o->with == OPENS_DIGIT && !(lex & RB_LEX_NOTABBR))
            return false;
        return o->with != OPENS_UPPER || g->closed || rb_opens(o) ||
               ((lex & RB_LEX_NOTABBR) && e->shape == RB_SHAPE_LOWER);
    }
    if (lex & RB_LEX_TITLE)
        return o->with == OPENS_UPPER || o->with == OPENS_OTHER;
    if ((o->with == OPENS_DIGIT || o->bracket) && !(lex & RB_LEX_NOTABBR) && !g->closed)
        return !looks_cut_off(e->text) || rb_group_digits(c, o->word, 1, false) >= 7;
    if (roman_at_start(e))
        return false;
    return true;
}
