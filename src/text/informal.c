/* Whether small letters open sentences in this text. */
#include "base/ascii.h"
#include "text/cut.h"

static bool is_lone_i(const struct rb_cutter *c, uint32_t i)
{
    struct rb_slice s = rb_token_text(c->t, i);

    if (s.ptr[0] != 'i' || (s.len > 1 && s.ptr[1] != '\'' && s.ptr[1] != '\xE2'))
        return false;
    return rb_spaced(c, i) && (i + 1 < c->t->n_tokens) && rb_spaced(c, i + 1) &&
           (c->shape[i + 1] == RB_SHAPE_LOWER);
}

bool rb_is_informal(const struct rb_cutter *c)
{
    uint32_t letters = 0, capitals = 0, small = 0, large = 0;
    bool lower_first = false, words = false;

    for (uint32_t i = 0; i < c->t->n_tokens; i++) {
        uint8_t shape = c->shape[i];

        if (shape != RB_SHAPE_LOWER && shape != RB_SHAPE_UPPER)
            continue;
        if (is_lone_i(c, i))
            return true;
        if (!words)
            lower_first = shape == RB_SHAPE_LOWER;
        words = true;
        letters += c->t->tokens[i].end - c->t->tokens[i].start;
        capitals += shape == RB_SHAPE_UPPER;
        if (i > 0 && (c->shape[i - 1] == RB_SHAPE_STOP || c->shape[i - 1] == RB_SHAPE_STRONG) &&
            rb_spaced(c, i)) {
            small += shape == RB_SHAPE_LOWER;
            large += shape == RB_SHAPE_UPPER;
        }
    }
    if (lower_first && capitals == 0)
        return true;
    if (lower_first && small > 0 && small >= large)
        return true;
    return small >= 2 && large == 0 && capitals * 25 < letters;
}
