/* Sorting pairs of small numbers: by counting, twice, since a stable sort by the lesser key and
 * then by the greater one is a sort by both. */
#include "fact/builder.h"

static uint32_t key_of(const struct rb_pair *pair, bool inner)
{
    return inner ? pair->inner : pair->outer;
}

/* Stable, by one of the two, from `from` to `to`; first: room for a count of each key. */
static void sort(const struct rb_pair *from, struct rb_pair *to, size_t n, bool inner,
                 uint32_t *first, size_t n_keys)
{
    uint32_t sum = 0;

    memset(first, 0, n_keys * sizeof *first);
    for (size_t i = 0; i < n; i++)
        first[key_of(&from[i], inner)]++;
    for (size_t i = 0; i < n_keys; i++) {
        uint32_t count = first[i];

        first[i] = sum;
        sum += count;
    }
    for (size_t i = 0; i < n; i++)
        to[first[key_of(&from[i], inner)]++] = from[i];
}

static void sort_both(struct rb_builder *b, struct rb_pair *pairs, size_t n, bool inner,
                      size_t n_major, size_t n_minor)
{
    size_t n_keys = n_major > n_minor ? n_major : n_minor;
    struct rb_pair *other;
    uint32_t *first;

    if (n < 2)
        return;
    other = rb_arena_array(&b->scratch, n, sizeof *other);
    first = rb_arena_array(&b->scratch, n_keys, sizeof *first);
    if (!other || !first)
        return;
    sort(pairs, other, n, !inner, first, n_minor);
    sort(other, pairs, n, inner, first, n_major);
}

void rb_pairs_by_inner(struct rb_builder *b, struct rb_pair *pairs, size_t n, size_t n_inner,
                       size_t n_outer)
{
    sort_both(b, pairs, n, true, n_inner, n_outer);
}

void rb_pairs_by_outer(struct rb_builder *b, struct rb_pair *pairs, size_t n, size_t n_inner,
                       size_t n_outer)
{
    sort_both(b, pairs, n, false, n_outer, n_inner);
}
