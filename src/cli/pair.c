#include "cli/pair.h"

#include <stdlib.h>
#include <string.h>

static int compare_str(ringback_str a, ringback_str b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n ? memcmp(a.ptr, b.ptr, n) : 0;

    return order ? order : a.len < b.len ? -1 : a.len > b.len;
}

static int compare_names(const struct rb_cli_item *a, const struct rb_cli_item *b)
{
    return a->kind != b->kind ? a->kind - b->kind : compare_str(a->name, b->name);
}

static int by_words(const void *x, const void *y)
{
    const struct rb_cli_item *a = x, *b = y;
    int order = compare_names(a, b);

    if (order == 0)
        order = compare_str(a->words, b->words);
    return order ? order : a->index < b->index ? -1 : a->index > b->index;
}

static int by_name(const void *x, const void *y)
{
    const struct rb_cli_item *a = x, *b = y;
    int order = compare_names(a, b);

    return order ? order : a->index < b->index ? -1 : a->index > b->index;
}

static int by_index(const void *x, const void *y)
{
    const struct rb_cli_item *a = x, *b = y;

    return a->index < b->index ? -1 : a->index > b->index;
}

static void sort(struct rb_cli_item *items, size_t n, int (*compare)(const void *, const void *))
{
    if (n > 1)
        qsort(items, n, sizeof *items, compare);
}

/* Of two lists in order: those that are equal, as far as they have no partner yet. */
static void join(struct rb_cli_item *a, size_t n_a, struct rb_cli_item *b, size_t n_b, bool words)
{
    size_t i = 0, j = 0;

    while (i < n_a && j < n_b) {
        int order = compare_names(&a[i], &b[j]);

        if (order == 0 && words)
            order = compare_str(a[i].words, b[j].words);
        if (a[i].partner != RB_ALONE || order < 0) {
            i++;
        } else if (b[j].partner != RB_ALONE || order > 0) {
            j++;
        } else {
            a[i].partner = b[j].index;
            b[j++].partner = a[i++].index;
        }
    }
}

void rb_cli_pair(struct rb_cli_item *a, size_t n_a, struct rb_cli_item *b, size_t n_b)
{
    for (size_t i = 0; i < n_a; i++)
        a[i].partner = RB_ALONE;
    for (size_t j = 0; j < n_b; j++)
        b[j].partner = RB_ALONE;
    sort(a, n_a, by_words);
    sort(b, n_b, by_words);
    join(a, n_a, b, n_b, true);
    sort(a, n_a, by_name);
    sort(b, n_b, by_name);
    join(a, n_a, b, n_b, false);
    sort(a, n_a, by_index);
    sort(b, n_b, by_index);
}
