/* Hits in order. A fact has few, and most are in their order already: what is moved one by one is
 * done before a sort has begun. Of two that are equal the first stays the first. */
#include <stdlib.h>

#include "fact/run.h"

enum { FEW = 24 };

typedef int compare(const void *, const void *);

static int longest_first(const void *x, const void *y)
{
    const struct rb_hit *a = x, *b = y;
    uint32_t n = a->to - a->from, m = b->to - b->from;

    /* A phrase's match stands before a clause's, however long: the clause was asked only for want
     * of a phrase. */
    if (!a->reason.len != !b->reason.len)
        return a->reason.len ? 1 : -1;
    if (n != m)
        return n > m ? -1 : 1;
    if (a->phrase != b->phrase)
        return a->phrase < b->phrase ? -1 : 1;
    return (a->from > b->from) - (a->from < b->from);
}

static int by_place(const void *x, const void *y)
{
    const struct rb_hit *a = x, *b = y;

    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return (a->to > b->to) - (a->to < b->to);
}

static void sort(struct rb_hits *hits, compare *order)
{
    struct rb_hit *items = hits->items;

    if (hits->count > FEW) {
        qsort(items, hits->count, sizeof *items, order);
        return;
    }
    for (size_t i = 1; i < hits->count; i++) {
        struct rb_hit hit;
        size_t k = i;

        if (order(&items[i - 1], &items[i]) <= 0)
            continue;
        for (hit = items[i]; k > 0 && order(&items[k - 1], &hit) > 0; k--)
            items[k] = items[k - 1];
        items[k] = hit;
    }
}

void rb_hits_longest_first(struct rb_hits *hits)
{
    sort(hits, longest_first);
}

void rb_hits_by_place(struct rb_hits *hits)
{
    sort(hits, by_place);
}
