#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buffer.h"

static void expect(struct rb_buffer *b, const char *text)
{
    rb_buffer_putc(b, '\0');
    assert_false(b->failed);
    assert_string_equal(b->ptr, text);
    rb_buffer_clear(b);
}

static void test_append(void **state)
{
    struct rb_buffer b;

    (void)state;
    rb_buffer_init(&b);
    assert_int_equal(rb_buffer_slice(&b).len, 0);
    assert_non_null(rb_buffer_slice(&b).ptr);
    rb_buffer_add(&b, NULL, 0);
    rb_buffer_puts(&b, "one ");
    rb_buffer_slice_add(&b, rb_slice_of("two, too", 3));
    rb_buffer_putc(&b, '!');
    assert_true(rb_slice_is(rb_buffer_slice(&b), "one two!"));
    expect(&b, "one two!");
    rb_buffer_free(&b);
    assert_null(b.ptr);
}

/* More than any machine has; with 64 bits, valgrind would take half of all for a negative number.
 */
static const size_t NEVER = SIZE_MAX > UINT32_MAX ? SIZE_MAX / 4 : SIZE_MAX / 2 + 1;

static void test_keep(void **state)
{
    struct rb_arena arena;
    struct rb_buffer b;
    struct rb_slice kept;

    (void)state;
    rb_arena_init(&arena);
    rb_buffer_init(&b);
    rb_buffer_puts(&b, "one");
    kept = rb_buffer_keep(&b, &arena);
    assert_true(rb_slice_is(kept, "one"));
    assert_int_equal(kept.ptr[kept.len], '\0');
    assert_null(b.ptr);
    assert_int_equal(rb_buffer_keep(&b, &arena).len, 0);
    assert_false(rb_arena_failed(&arena));
    assert_false(rb_buffer_reserve(&b, NEVER));
    assert_int_equal(rb_buffer_keep(&b, &arena).len, 0);
    assert_true(rb_arena_failed(&arena));
    assert_false(b.failed);
    rb_arena_free(&arena);
}

static void test_growth(void **state)
{
    struct rb_buffer b;

    (void)state;
    rb_buffer_init(&b);
    for (size_t i = 0; i < 100000; i++)
        rb_buffer_putc(&b, (char)('a' + i % 26));
    assert_int_equal(b.len, 100000);
    for (size_t i = 0; i < b.len; i++)
        assert_int_equal(b.ptr[i], 'a' + i % 26);
    rb_buffer_free(&b);
}

static void test_numbers(void **state)
{
    struct rb_buffer b;

    (void)state;
    rb_buffer_init(&b);
    rb_buffer_uint(&b, 0);
    rb_buffer_putc(&b, ' ');
    rb_buffer_uint(&b, 1001);
    rb_buffer_putc(&b, ' ');
    rb_buffer_uint(&b, UINT64_MAX);
    expect(&b, "0 1001 18446744073709551615");
    rb_buffer_seconds(&b, 31240);
    rb_buffer_putc(&b, ' ');
    rb_buffer_seconds(&b, 0);
    rb_buffer_putc(&b, ' ');
    rb_buffer_seconds(&b, 49);
    rb_buffer_putc(&b, ' ');
    rb_buffer_seconds(&b, 50);
    rb_buffer_putc(&b, ' ');
    rb_buffer_seconds(&b, 9950);
    rb_buffer_putc(&b, ' ');
    rb_buffer_seconds(&b, UINT32_MAX);
    expect(&b, "31.2 0.0 0.0 0.1 10.0 4294967.3");
    rb_buffer_free(&b);
}

static void test_failure_sticks(void **state)
{
    struct rb_buffer b;

    (void)state;
    rb_buffer_init(&b);
    rb_buffer_puts(&b, "kept");
    assert_false(rb_buffer_reserve(&b, SIZE_MAX));
    assert_true(b.failed);
    rb_buffer_puts(&b, " lost");
    assert_false(rb_buffer_reserve(&b, 1));
    assert_true(rb_slice_is(rb_buffer_slice(&b), "kept"));
    rb_buffer_free(&b);
    assert_false(b.failed);
    assert_false(rb_buffer_reserve(&b, NEVER));
    assert_true(b.failed);
    rb_buffer_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_append),         cmocka_unit_test(test_keep),
        cmocka_unit_test(test_growth),         cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_failure_sticks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
