#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/source.h"

static void make(struct rb_arena *arena, const char *bytes, size_t len, struct rb_source *out)
{
    rb_arena_init(arena);
    assert_true(rb_source_make(arena, rb_slice_of(bytes, len), out));
    assert_int_equal(out->text.len, len);
}

static void an_empty_text_has_one_line(void **state)
{
    struct rb_arena arena;
    struct rb_source s;
    uint32_t line, column;

    (void)state;
    make(&arena, "", 0, &s);
    assert_int_equal(s.n_lines, 1);
    assert_int_equal(s.n_replaced, 0);
    rb_source_place(&s, 0, &line, &column);
    assert_int_equal(line, 1);
    assert_int_equal(column, 1);
    rb_arena_free(&arena);
}

static void all_three_line_ends_count_once(void **state)
{
    static const uint32_t starts[] = {0, 2, 5, 7, 8, 9};
    struct rb_arena arena;
    struct rb_source s;

    (void)state;
    make(&arena, "a\nb\r\nc\r\r\nd", 10, &s);
    assert_int_equal(s.n_lines, 5);
    assert_int_equal(s.lines[0], starts[0]);
    assert_int_equal(s.lines[1], starts[1]);
    assert_int_equal(s.lines[2], starts[2]);
    assert_int_equal(s.lines[3], starts[3]);
    assert_int_equal(s.lines[4], starts[5]);
    rb_arena_free(&arena);
}

static void a_last_line_end_begins_an_empty_line(void **state)
{
    struct rb_arena arena;
    struct rb_source s;

    (void)state;
    make(&arena, "one\n", 4, &s);
    assert_int_equal(s.n_lines, 2);
    assert_int_equal(s.lines[1], 4);
    rb_arena_free(&arena);
}

static void columns_count_code_points(void **state)
{
    struct rb_arena arena;
    struct rb_source s;
    uint32_t line, column;

    (void)state;
    make(&arena, "x\nZo\xC3\xAB \xF0\x9F\x98\x80!", 12, &s);
    rb_source_place(&s, 11, &line, &column);
    assert_int_equal(line, 2);
    assert_int_equal(column, 6);
    rb_source_place(&s, 1, &line, &column);
    assert_int_equal(line, 1);
    assert_int_equal(column, 2);
    rb_source_place(&s, 1000, &line, &column);
    assert_int_equal(line, 2);
    assert_int_equal(column, 7);
    rb_arena_free(&arena);
}

static void bad_bytes_are_replaced_in_place(void **state)
{
    struct rb_arena arena;
    struct rb_source s;

    (void)state;
    make(&arena, "abcdefgh\xFF\0\xC3(\xE2\x82", 14, &s);
    assert_int_equal(s.n_replaced, 5);
    assert_int_equal(s.first_replaced, 8);
    assert_memory_equal(s.text.ptr, "abcdefgh\x1A\x1A\x1A(\x1A\x1A", 14);
    rb_arena_free(&arena);
}

static void good_bytes_are_kept(void **state)
{
    static const char text[] =
        "\xEF\xBB\xBFplain words \xE2\x80\x9Cquoted\xE2\x80\x9D \xF0\x9F\x93\x9E";
    struct rb_arena arena;
    struct rb_source s;

    (void)state;
    make(&arena, text, sizeof text - 1, &s);
    assert_int_equal(s.n_replaced, 0);
    assert_memory_equal(s.text.ptr, text, sizeof text - 1);
    rb_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_text_has_one_line),
        cmocka_unit_test(all_three_line_ends_count_once),
        cmocka_unit_test(a_last_line_end_begins_an_empty_line),
        cmocka_unit_test(columns_count_code_points),
        cmocka_unit_test(bad_bytes_are_replaced_in_place),
        cmocka_unit_test(good_bytes_are_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
