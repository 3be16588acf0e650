/* Sorting pairs of small numbers: by counting, twice, since a stable sort by the lesser key and
 * then by the greater one is a sort by both. Few of large numbers are compared instead. */
#include <stdlib.h>

#include "fact/builder.h"

enum { FEW = 16 };

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

static int order(uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
    if (a != b)
        return a < b ? -1 : 1;
    return c < d ? -1 : c > d;
}

static int by_inner(const void *x, const void *y)
{
    const struct rb_pair *a = x, *b = y;

    return order(a->inner, b->inner, a->outer, b->outer);
}

static int by_outer(const void *x, const void *y)
{
    const struct rb_pair *a = x, *b = y;

    return order(a->outer, b->outer, a->inner, b->inner);
}

static void sort_both(struct rb_builder *b, struct rb_pair *pairs, size_t n, bool inner,
                      size_t n_major, size_t n_minor)
{
    size_t n_keys = n_major > n_minor ? n_major : n_minor;
    struct rb_pair *other;
    uint32_t *first;

    if (n < 2)
        return;
    if (n * FEW < n_keys) {
        qsort(pairs, n, sizeof *pairs, inner ? by_inner : by_outer);
        return;
    }
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

void rb_build_old_words(struct rb_builder *b, uint32_t from, uint32_t outer)
{
    const struct rb_making *lex = b->lex;
    const struct rb_def *def = &lex->defs[from];

    for (uint32_t i = 0; i < def->n_words; i++) {
        struct rb_pair pair = {rb_build_ref_at(lex, def->word + i), outer};

        (void)RB_PUSH(&b->scratch, b->words, b->n_words, b->cap_pairs, pair);
    }
    if (def->n_words || def->kind == RB_DEF_CLASS)
        return;
    /* More than a few: each of them notes it. */
    for (uint32_t w = 1; w < b->old.words; w++) {
        const struct rb_word *word = &lex->words[w];
        struct rb_pair pair = {w, outer};

        for (uint32_t i = 0;
             word->mask >> (from % 64) & 1 && i < (uint32_t)word->n_marked + word->n_noted; i++)
            if (rb_build_ref_at(lex, word->sets + i) == from)
                (void)RB_PUSH(&b->scratch, b->words, b->n_words, b->cap_pairs, pair);
    }
}
