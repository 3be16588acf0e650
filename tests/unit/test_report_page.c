#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/page.h"

static struct rb_buffer out;
static struct rb_page page;

static void start(uint32_t width, bool color)
{
    rb_buffer_init(&out);
    rb_page_init(&page, &out, width, color, true);
}

static void wrote(const char *expected)
{
    rb_buffer_putc(&out, '\0');
    assert_string_equal(out.ptr, expected);
    rb_page_free(&page);
    rb_buffer_free(&out);
}

static void paragraphs_wrap_and_hang(void **state)
{
    (void)state;
    start(40, false);
    rb_page_begin(&page, 2, 4);
    rb_page_puts(&page, "one two three four five six seven eight nine ten");
    rb_page_end(&page);
    wrote("  one two three four five six seven\n    eight nine ten\n");
}

static void pieces_without_a_space_stay_together(void **state)
{
    (void)state;
    start(40, false);
    rb_page_begin(&page, 0, 0);
    rb_page_puts(&page, "thirty-two columns are used here “");
    rb_page_puts(&page, "quoted");
    rb_page_puts(&page, "” end");
    rb_page_end(&page);
    wrote("thirty-two columns are used here\n“quoted” end\n");
}

static void a_word_longer_than_the_line_is_cut(void **state)
{
    (void)state;
    start(40, false);
    rb_page_begin(&page, 0, 2);
    rb_page_puts(&page, "x 0123456789012345678901234567890123456789012345 y");
    rb_page_end(&page);
    wrote("x 01234567890123456789012345678901234567\n  89012345 y\n");
}

static void spaces_and_line_ends_are_one_space(void **state)
{
    (void)state;
    start(40, false);
    rb_page_begin(&page, 0, 0);
    rb_page_puts(&page, "  a \t b\n\nc  ");
    rb_page_end(&page);
    wrote("a b c\n");
}

static void columns_are_reached(void **state)
{
    (void)state;
    start(40, false);
    rb_page_begin(&page, 1, 8);
    rb_page_uint(&page, 7);
    rb_page_tab(&page, 4);
    rb_page_tab(&page, 8);
    rb_page_puts(&page, "text ");
    rb_page_seconds(&page, 31240);
    rb_page_puts(&page, " ");
    rb_page_count(&page, 1, "error");
    rb_page_puts(&page, " ");
    rb_page_count(&page, 2, "error");
    rb_page_end(&page);
    wrote(" 7      text 31.2 s 1 error 2 errors\n");
}

/* A number and its unit stay together. */
static void seconds_are_not_broken(void **state)
{
    (void)state;
    start(40, false);
    rb_page_begin(&page, 0, 2);
    rb_page_puts(&page, "thirty-six columns and no more follow ");
    rb_page_seconds(&page, 4100);
    rb_page_puts(&page, ".");
    rb_page_end(&page);
    wrote("thirty-six columns and no more follow\n  4.1 s.\n");
}

static void what_is_too_long_is_cut(void **state)
{
    (void)state;
    start(80, true);
    rb_page_begin(&page, 0, 0);
    rb_page_add_cut(&page, rb_slice_str("one two three"), 13);
    rb_page_puts(&page, " ");
    rb_page_add_cut(&page, rb_slice_str("one two three"), 12);
    rb_page_end(&page);
    wrote("one two three one two…\n");
}

static void colours_take_no_columns(void **state)
{
    (void)state;
    start(40, true);
    rb_page_begin(&page, 0, 0);
    rb_page_puts(&page, "plain ");
    rb_page_ink(&page, RB_INK_ERROR);
    rb_page_puts(&page, "red red red red red red red red red red");
    rb_page_end(&page);
    wrote("plain \x1b[1;31mred red red red red red red red\nred red\x1b[0m\n");
}

static void without_colour_there_is_no_escape(void **state)
{
    (void)state;
    start(40, false);
    rb_page_head(&page, "Time");
    rb_page_begin(&page, 0, 0);
    rb_page_ink(&page, RB_INK_GOOD);
    rb_page_puts(&page, "good");
    rb_page_end(&page);
    wrote("\nTime\ngood\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_wrap_and_hang),
        cmocka_unit_test(pieces_without_a_space_stay_together),
        cmocka_unit_test(a_word_longer_than_the_line_is_cut),
        cmocka_unit_test(spaces_and_line_ends_are_one_space),
        cmocka_unit_test(columns_are_reached),
        cmocka_unit_test(seconds_are_not_broken),
        cmocka_unit_test(what_is_too_long_is_cut),
        cmocka_unit_test(colours_take_no_columns),
        cmocka_unit_test(without_colour_there_is_no_escape),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
