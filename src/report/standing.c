#include "report/standing.h"

int rb_standing_worst_first(const void *a, const void *b)
{
    const struct rb_standing *x = a, *y = b;

    if (x->scored != y->scored)
        return x->scored ? 1 : -1;
    if (x->ready != y->ready)
        return x->ready ? 1 : -1;
    if (x->score != y->score)
        return x->score < y->score ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}
