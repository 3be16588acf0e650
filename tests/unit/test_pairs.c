#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fact/builder.h"

enum { MOST = 400, KEYS = 37 };

/* Does x stand before y in the order of inner, then outer (or of outer, then inner)? */
static bool in_order(struct rb_pair x, struct rb_pair y, bool by_inner)
{
    uint32_t x1 = by_inner ? x.inner : x.outer, x2 = by_inner ? x.outer : x.inner;
    uint32_t y1 = by_inner ? y.inner : y.outer, y2 = by_inner ? y.outer : y.inner;

    return x1 < y1 || (x1 == y1 && x2 <= y2);
}

static void sorted(size_t n, bool by_inner)
{
    struct rb_builder b = {.n_words = n};
    struct rb_pair pairs[MOST];
    uint32_t sum = 0, again = 0, seed = 7;

    rb_arena_init(&b.scratch);
    for (size_t i = 0; i < n; i++) {
        seed = seed * 1664525u + 1013904223u;
        pairs[i] = (struct rb_pair){(seed >> 8) % KEYS, (seed >> 16) % 5};
        sum += pairs[i].inner * 7 + pairs[i].outer;
    }
    if (by_inner)
        rb_pairs_by_inner(&b, pairs, n, KEYS, 5);
    else
        rb_pairs_by_outer(&b, pairs, n, KEYS, 5);
    for (size_t i = 0; i < n; i++) {
        again += pairs[i].inner * 7 + pairs[i].outer;
        if (i)
            assert_true(in_order(pairs[i - 1], pairs[i], by_inner));
    }
    assert_int_equal(sum, again);
    rb_arena_free(&b.scratch);
}

static void test_sorts(void **state)
{
    static const size_t sizes[] = {0, 1, 2, 3, 50, MOST};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        sorted(sizes[i], true);
        sorted(sizes[i], false);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_sorts)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
