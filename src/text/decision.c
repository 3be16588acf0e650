/* Whether a sentence ends at a stop: what kind of stop it is, and what stands on its two sides. */
#include "text/decision.h"

#include "base/ascii.h"
#include "text/cut.h"

static struct rb_opening read_opening(const struct rb_cutter *c, uint32_t x)
{
    struct rb_opening o = {OPENS_OTHER, x, 0, false, false};
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

static struct rb_ending read_ending(const struct rb_cutter *c, uint32_t start, uint32_t token)
{
    struct rb_ending e = {.token = token, .shape = c->shape[token], .first = token == start};

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

/* Digits of the groups in a row from token i on (step 1) or back (-1), through stops or up to one.
 */
uint32_t rb_group_digits(const struct rb_cutter *c, uint32_t i, int step, bool through)
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
    all = rb_group_digits(c, g->first - 1, -1, true) + rb_group_digits(c, g->end, 1, true);
    return all >= 7 && all <= 15 && rb_group_digits(c, g->first - 1, -1, false) < 7 &&
           rb_group_digits(c, g->end, 1, false) < 7;
}

static bool after_number(const struct rb_ending *e, const struct rb_opening *o)
{
    if (e->first && e->text.len <= 3)
        return false;
    return o->with != OPENS_LOWER;
}

/* "Today.Tomorrow": no white space behind the stop. */
static bool glued(const struct rb_cutter *c, const struct rb_stop *g, const struct rb_ending *e,
                  const struct rb_opening *o)
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
                           const struct rb_opening *o)
{
    if (within_number(c, g))
        return false;
    switch (o->with) {
    case OPENS_LOWER:
        return c->informal && g->dots > 3 && rb_opens(o);
    case OPENS_UPPER:
        return !o->lone_i;
    case OPENS_DIGIT:
        return g->dots > 3 || rb_group_digits(c, o->word, 1, false) >= 7;
    default:
        return true;
    }
}

bool rb_stop_ends(const struct rb_cutter *c, uint32_t start, const struct rb_stop *g)
{
    struct rb_opening o;
    struct rb_ending e;
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
        return false;
    if (!rb_spaced(c, g->end))
        return glued(c, g, &e, &o);
    if (next == RB_SHAPE_DASH && o.with == OPENS_LOWER)
        return false;
    if (g->strong) {
        if (o.with == OPENS_LOWER)
            return (g->twice || c->informal) && !g->closed && !g->spaced && !g->ellipsis;
        return !(e.lex & RB_LEX_EXCL) || rb_opens(&o);
    }
    if (g->ellipsis && !(e.dotted && g->dots == 2))
        return after_ellipsis(c, g, &o);
    if (within_number(c, g))
        return false;
    if (o.with == OPENS_LOWER)
        return !g->closed && rb_ends_before_lower(c, &e, &o);
    if (e.dotted && g->dots == 2)
        return true;
    if (e.shape == RB_SHAPE_NUMBER && c->t->tokens[e.token].kind == RB_TOKEN_NUMBER)
        return after_number(&e, &o);
    if (e.lex == 0 && !rb_is_word(e.shape))
        return true;
    return rb_word_ends(c, start, g, &e, &o);
}
