#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdalign.h>

#include "base/arena.h"

static void test_alloc(void **state)
{
    struct rb_arena a;

    (void)state;
    rb_arena_init(&a);
    for (size_t i = 0; i < 3000; i++) {
        unsigned char *p = rb_arena_alloc(&a, i);

        assert_non_null(p);
        assert_int_equal((uintptr_t)p % alignof(max_align_t), 0);
        for (size_t j = 0; j < i; j++)
            assert_int_equal(p[j], 0);
        memset(p, 0xA5, i);
    }
    assert_false(rb_arena_failed(&a));
    rb_arena_free(&a);
    assert_null(a.first);
}

/* A larger piece than any block, and small ones after it. */
static void test_large(void **state)
{
    struct rb_arena a;
    char *large, *small;

    (void)state;
    rb_arena_init(&a);
    small = rb_arena_alloc(&a, 10);
    large = rb_arena_alloc(&a, 5000000);
    assert_non_null(small);
    assert_non_null(large);
    memset(large, 1, 5000000);
    memset(small, 2, 10);
    assert_non_null(rb_arena_alloc(&a, 100));
    rb_arena_free(&a);
}

static void test_reset(void **state)
{
    struct rb_arena a;
    char *first, *again;

    (void)state;
    rb_arena_init(&a);
    first = rb_arena_alloc(&a, 100);
    assert_non_null(first);
    memset(first, 7, 100);
    for (size_t i = 0; i < 100; i++)
        assert_non_null(rb_arena_alloc(&a, 10000));
    rb_arena_reset(&a);
    again = rb_arena_alloc(&a, 100);
    assert_ptr_equal(again, first);
    assert_int_equal(again[0], 0);
    assert_int_equal(again[99], 0);
    for (size_t i = 0; i < 100; i++)
        assert_non_null(rb_arena_alloc(&a, 10000));
    rb_arena_free(&a);
    rb_arena_reset(&a);
    assert_false(rb_arena_failed(&a));
}

/* More than any machine has; with 64 bits, valgrind would take half of all for a negative number.
 */
static const size_t NEVER = SIZE_MAX > UINT32_MAX ? SIZE_MAX / 4 : SIZE_MAX / 2 + 1;

static void test_failure_sticks(void **state)
{
    struct rb_arena a;
    size_t cap = 0;
    char *p;

    (void)state;
    rb_arena_init(&a);
    p = rb_arena_alloc(&a, 1);
    assert_non_null(p);
    assert_null(rb_arena_alloc(&a, SIZE_MAX));
    assert_true(rb_arena_failed(&a));
    assert_null(rb_arena_alloc(&a, 1));
    assert_null(rb_arena_grow(&a, NULL, 0, &cap, 1));
    assert_int_equal(cap, 0);
    assert_int_equal(rb_arena_copy(&a, rb_slice_str("abc")).len, 0);
    rb_arena_reset(&a);
    assert_false(rb_arena_failed(&a));
    assert_null(rb_arena_alloc(&a, NEVER));
    assert_true(rb_arena_failed(&a));
    rb_arena_reset(&a);
    assert_null(rb_arena_array(&a, SIZE_MAX / 2, 3));
    assert_true(rb_arena_failed(&a));
    rb_arena_free(&a);
}

static void test_copy(void **state)
{
    struct rb_arena a;
    char text[] = "a\0b";
    struct rb_slice copy;

    (void)state;
    rb_arena_init(&a);
    copy = rb_arena_copy(&a, rb_slice_of(text, 3));
    text[0] = 'x';
    assert_true(rb_slice_equal(copy, rb_slice_of("a\0b", 3)));
    assert_int_equal(copy.ptr[3], '\0');
    copy = rb_arena_copy(&a, rb_slice_of(NULL, 0));
    assert_string_equal(copy.ptr, "");
    rb_arena_free(&a);
}

static void test_grow(void **state)
{
    struct rb_arena a;
    uint32_t *items = NULL;
    size_t n = 0, cap = 0;

    (void)state;
    rb_arena_init(&a);
    while (n < 10000) {
        size_t before = cap;
        uint32_t *grown = rb_arena_grow(&a, items, n, &cap, sizeof *items);

        assert_non_null(grown);
        assert_true(cap > n);
        assert_true(cap == before ? grown == items : cap >= 2 * before);
        items = grown;
        items[n] = (uint32_t)n;
        n++;
    }
    for (size_t i = 0; i < n; i++)
        assert_int_equal(items[i], i);
    cap = NEVER;
    assert_null(rb_arena_grow(&a, items, cap, &cap, sizeof *items));
    assert_true(cap == NEVER);
    assert_true(rb_arena_failed(&a));
    rb_arena_free(&a);
}

/* Blocks of an earlier use that are too small are passed over. */
static void test_reset_for_more(void **state)
{
    struct rb_arena a;
    char *large, *again;

    (void)state;
    rb_arena_init(&a);
    for (size_t i = 0; i < 10; i++)
        assert_non_null(rb_arena_alloc(&a, 10000));
    large = rb_arena_alloc(&a, 5000000);
    assert_non_null(large);
    rb_arena_reset(&a);
    assert_non_null(rb_arena_alloc(&a, 1));
    again = rb_arena_alloc(&a, 5000000);
    assert_ptr_equal(again, large);
    rb_arena_free(&a);
}

/* Sizes that no number holds are refused as if memory had run out. */
static void test_sizes_beyond(void **state)
{
    static const uint32_t items[] = {7, 9};
    struct rb_arena a;
    size_t cap = SIZE_MAX / 2 + 1;

    (void)state;
    rb_arena_init(&a);
    assert_int_equal(rb_arena_copy(&a, rb_slice_of("x", SIZE_MAX)).len, 0);
    assert_true(rb_arena_failed(&a));
    rb_arena_reset(&a);
    assert_null(rb_arena_alloc(&a, SIZE_MAX - alignof(max_align_t)));
    assert_true(rb_arena_failed(&a));
    rb_arena_reset(&a);
    assert_null(rb_arena_grow(&a, NULL, cap, &cap, 1));
    assert_true(rb_arena_failed(&a));
    rb_arena_reset(&a);
    assert_null(rb_arena_copy_array(&a, items, SIZE_MAX / 2, &cap, sizeof *items));
    assert_true(rb_arena_failed(&a));
    rb_arena_reset(&a);
    assert_null(rb_arena_copy_array(&a, items, SIZE_MAX - 8, &cap, 1));
    assert_true(rb_arena_failed(&a));
    rb_arena_reset(&a);
    assert_non_null(rb_arena_array(&a, SIZE_MAX, 0));
    assert_false(rb_arena_failed(&a));
    rb_arena_free(&a);
}

static void test_copy_array(void **state)
{
    static const uint32_t items[] = {7, 9};
    struct rb_arena a;
    size_t cap = 0;
    uint32_t *copy;

    (void)state;
    rb_arena_init(&a);
    copy = rb_arena_copy_array(&a, items, 2, &cap, sizeof *items);
    assert_non_null(copy);
    assert_true(cap > 2);
    assert_int_equal(copy[0], 7);
    assert_int_equal(copy[1], 9);
    assert_int_equal(copy[cap - 1], 0);
    copy = rb_arena_copy_array(&a, NULL, 0, &cap, sizeof *items);
    assert_non_null(copy);
    assert_int_equal(copy[0], 0);
    rb_arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_alloc),          cmocka_unit_test(test_large),
        cmocka_unit_test(test_reset),          cmocka_unit_test(test_failure_sticks),
        cmocka_unit_test(test_copy),           cmocka_unit_test(test_grow),
        cmocka_unit_test(test_reset_for_more), cmocka_unit_test(test_sizes_beyond),
        cmocka_unit_test(test_copy_array),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
