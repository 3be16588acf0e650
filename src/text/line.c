/* Whether a single line break ends a sentence. */
#include "base/ascii.h"
#include "text/cut.h"
#include "text/lexicon.h"

enum { SHORT_LINE = 45, FEW_WORDS = 4 };

/* A line's words, up to FEW_WORDS + 1, and whether a stop stands in it. */
static bool is_brief(const struct rb_cutter *c, uint32_t from, uint32_t to)
{
    uint32_t words = 0;

    for (uint32_t i = from; i < to; i++) {
        if (i > from && (c->t->tokens[i].flags & RB_TOK_NEWLINE))
            break;
        if (rb_is_end(c->shape[i]))
            return false;
        words += rb_is_word(c->shape[i]);
        if (words > FEW_WORDS)
            return false;
    }
    return words > 0;
}

static bool opens_line(const struct rb_cutter *c, uint32_t i)
{
    for (uint32_t k = 0; k < 3 && i < c->t->n_tokens; k++, i++) {
        switch (c->shape[i]) {
        case RB_SHAPE_UPPER:
        case RB_SHAPE_NUMBER:
        case RB_SHAPE_HOLE:
        case RB_SHAPE_DIRECTION:
            return true;
        case RB_SHAPE_OPEN:
            continue;
        default:
            return false;
        }
    }
    return false;
}

/* Words that cannot end a sentence: the line was broken by its width. */
static bool is_open_ended(const struct rb_cutter *c, uint32_t i)
{
    return c->shape[i] == RB_SHAPE_COMMA || c->shape[i] == RB_SHAPE_OPEN ||
           c->shape[i] == RB_SHAPE_DASH ||
           (c->shape[i] == RB_SHAPE_LOWER && (rb_lexicon(rb_token_text(c->t, i)) & RB_LEX_BINDER));
}

/* The bytes of the run of tokens at i up to white space: where they would have fitted on the line
 * before, that line was ended on purpose. */
static uint32_t word_bytes(const struct rb_cutter *c, uint32_t i)
{
    uint32_t last = i;

    while (last + 1 < c->t->n_tokens && last < i + 8 && !rb_spaced(c, last + 1))
        last++;
    return c->t->tokens[last].end - c->t->tokens[i].start;
}

bool rb_line_ends(const struct rb_cutter *c, uint32_t line, uint32_t i)
{
    uint8_t last = c->shape[i - 1];
    uint32_t bytes = c->t->tokens[i - 1].end - c->t->tokens[line].start;

    if (rb_is_end(c->shape[i]) || c->shape[i] == RB_SHAPE_COMMA || c->shape[i] == RB_SHAPE_CLOSE)
        return false;
    if (is_open_ended(c, i - 1))
        return false;
    if (opens_line(c, i) &&
        (rb_is_end(last) || last == RB_SHAPE_COLON || last == RB_SHAPE_CLOSE || bytes < SHORT_LINE))
        return true;
    if (c->informal && rb_is_word(c->shape[i]) && bytes + 1 + word_bytes(c, i) < c->width)
        return true;
    return is_brief(c, line, i) && is_brief(c, i, c->t->n_tokens);
}
