#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/linehash.h"

/* "hash:count …" of every line. */
static void hashes(const char *text, size_t len, const char *expected)
{
    struct rb_line_hashes lines;
    struct rb_arena arena;
    struct rb_buffer out;

    rb_arena_init(&arena);
    rb_buffer_init(&out);
    assert_true(rb_line_hashes_make(&arena, rb_slice_of(text, len), &lines));
    for (uint32_t i = 1; i <= lines.n; i++) {
        if (i > 1)
            rb_buffer_putc(&out, ' ');
        rb_line_hashes_put(&out, &lines, i);
    }
    rb_buffer_putc(&out, '\0');
    assert_string_equal(out.ptr, expected);
    rb_buffer_free(&out);
    rb_arena_free(&arena);
}

/* The values that the upload action's own tests have. */
static void the_hashes_are_those_of_the_upload_action(void **state)
{
    static const char ipsum[] = "Lorem ipsum dolor sit amet.\nLorem ipsum dolor sit amet.\n"
                                "Lorem ipsum dolor sit amet.\nLorem ipsum dolor sit amet.\n"
                                "Lorem ipsum dolor sit amet.\nLorem ipsum dolor sit amet.\n"
                                "Lorem ipsum dolor sit amet.\nLorem ipsum dolor sit amet.\n"
                                "Lorem ipsum dolor sit amet.\nLorem ipsum dolor sit amet.\n";
    static const char short_lines[] = " a\nb\n  \t\tc\n d";

    (void)state;
    hashes("", 0, "c129715d7a2bc9a3:1");
    hashes(short_lines, sizeof short_lines - 1,
           "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1");
    hashes(ipsum, sizeof ipsum - 1,
           "a7f2ff13bc495cf2:1 a7f2ff13bc495cf2:2 a7f2ff13bc495cf2:3 a7f2ff13bc495cf2:4 "
           "a7f2ff13bc495cf2:5 a7f2ff13bc495cf2:6 a7f2ff1481e87703:1 a9cf91f7bbf1862b:1 "
           "55ec222b86bcae53:1 cc97dc7b1d7d8f7b:1 c129715d7a2bc9a3:1");
}

/* An emoji is two units, a byte that is no UTF-8 the one that stands for it. */
static void characters_are_utf16_units(void **state)
{
    static const char odd[] = "caf\xC3\xA9 \xF0\x9F\x98\x80\nb";
    /* A byte, a character cut short, a surrogate, one beyond the last. */
    static const char broken[] = "a\xFF\xE2\x80\xF0\x9F\x98 \xED\xA0\x80\xF5\x80\n\xC3";
    static const char replaced[] =
        "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
        "\xEF\xBF\xBD\xEF\xBF\xBD\n\xEF\xBF\xBD";
    struct rb_line_hashes one, other;
    struct rb_arena arena;

    (void)state;
    hashes(odd, sizeof odd - 1, "ec91821e7d72e327:1 8ee5a81e681643c1:1");
    rb_arena_init(&arena);
    assert_true(rb_line_hashes_make(&arena, rb_slice_of(broken, sizeof broken - 1), &one));
    assert_true(rb_line_hashes_make(&arena, rb_slice_of(replaced, sizeof replaced - 1), &other));
    assert_int_equal(one.n, 2);
    assert_true(one.items[0].hash == other.items[0].hash);
    assert_true(one.items[1].hash == other.items[1].hash);
    rb_arena_free(&arena);
}

static void every_line_end_is_the_same(void **state)
{
    struct rb_line_hashes lf, crlf, cr;
    struct rb_arena arena;

    (void)state;
    rb_arena_init(&arena);
    assert_true(rb_line_hashes_make(&arena, rb_slice_str("one\ntwo\n\nthree"), &lf));
    assert_true(rb_line_hashes_make(&arena, rb_slice_str("one\r\ntwo\r\n\r\nthree"), &crlf));
    assert_true(rb_line_hashes_make(&arena, rb_slice_str("one\rtwo\r\rthree"), &cr));
    assert_int_equal(lf.n, 4);
    assert_int_equal(crlf.n, 4);
    assert_int_equal(cr.n, 4);
    for (uint32_t i = 0; i < 4; i++) {
        assert_true(lf.items[i].hash == crlf.items[i].hash);
        assert_true(lf.items[i].hash == cr.items[i].hash);
        assert_int_equal(lf.items[i].count, 1);
    }
    rb_arena_free(&arena);
}

/* A place behind the last line (an empty draft) has that line's hash. */
static void a_line_that_is_not_there_is_the_last(void **state)
{
    struct rb_line_hashes lines;
    struct rb_arena arena;
    struct rb_buffer out;

    (void)state;
    rb_arena_init(&arena);
    rb_buffer_init(&out);
    assert_true(rb_line_hashes_make(&arena, rb_slice_str(""), &lines));
    rb_line_hashes_put(&out, &lines, 0);
    rb_line_hashes_put(&out, &lines, 7);
    rb_buffer_putc(&out, '\0');
    assert_string_equal(out.ptr, "c129715d7a2bc9a3:1c129715d7a2bc9a3:1");
    rb_buffer_free(&out);
    rb_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_hashes_are_those_of_the_upload_action),
        cmocka_unit_test(characters_are_utf16_units),
        cmocka_unit_test(every_line_end_is_the_same),
        cmocka_unit_test(a_line_that_is_not_there_is_the_last),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
