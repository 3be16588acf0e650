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

/* What the first word, and those behind stops, begin with. */
struct begins {
    bool lower_first;
    uint32_t small, large;
};

static struct begins read_begins(const struct rb_cutter *c)
{
    struct begins b = {0};
    uint32_t i = 0;

    while (i < c->t->n_tokens && c->shape[i] != RB_SHAPE_LOWER && c->shape[i] != RB_SHAPE_UPPER)
        i++;
    b.lower_first = i < c->t->n_tokens && c->shape[i] == RB_SHAPE_LOWER;
    for (uint32_t k = 0; k < c->n_events; k++) {
        i = c->events[k];
        if ((c->shape[i] != RB_SHAPE_STOP && c->shape[i] != RB_SHAPE_STRONG) ||
            i + 1 >= c->t->n_tokens || !rb_spaced(c, i + 1))
            continue;
        b.small += c->shape[i + 1] == RB_SHAPE_LOWER;
        b.large += c->shape[i + 1] == RB_SHAPE_UPPER;
    }
    return b;
}

bool rb_is_informal(const struct rb_cutter *c)
{
    struct begins b;

    for (uint32_t i = 0; c->lone_i && i < c->t->n_tokens; i++)
        if (c->shape[i] == RB_SHAPE_LOWER && is_lone_i(c, i))
            return true;
    b = read_begins(c);
    if (b.lower_first && c->capitals == 0)
        return true;
    if (b.lower_first && b.small > 0 && b.small >= b.large)
        return true;
    return b.small >= 2 && b.large == 0 && c->capitals * 25 < c->letters;
}
