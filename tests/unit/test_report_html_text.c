#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "report/html.h"

static char said[512];

static const char *take(struct rb_buffer *out)
{
    assert_false(out->failed);
    assert_true(out->len < sizeof said);
    memcpy(said, out->ptr ? out->ptr : "", out->len);
    said[out->len] = '\0';
    rb_buffer_free(out);
    return said;
}

static const char *text(const char *s)
{
    struct rb_buffer out;

    rb_buffer_init(&out);
    rb_html_text(&out, rb_slice_str(s));
    return take(&out);
}

static const char *lines(const char *s)
{
    struct rb_buffer out;

    rb_buffer_init(&out);
    rb_html_lines(&out, rb_slice_str(s), 0, (uint32_t)strlen(s));
    return take(&out);
}

static void test_text(void **state)
{
    (void)state;
    assert_string_equal(text("<a href=\"x\" title='y'>&amp;"),
                        "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;");
    assert_string_equal(text("“café” 😀"), "“café” 😀");
    assert_string_equal(text("a\x1b[31m\xe2\x80\xae"), "a\\x1b[31m\\u202e");
    assert_string_equal(text("a\n\tb"), "a  b");
    assert_string_equal(text("\xff<"), "\xEF\xBF\xBD&lt;");
}

#define FULL "a line that goes on and on and on until it has no room left at all"

static void test_lines(void **state)
{
    (void)state;
    assert_string_equal(lines("Hi Ana.\nIt is Lee.\r\nBye.\rNow"),
                        "Hi Ana.\nIt is Lee.\nBye.\nNow");
    /* Broken because it was full; not before a blank line, nor before a mark. */
    assert_string_equal(lines(FULL "\nand goes on"), FULL " and goes on");
    assert_string_equal(lines(FULL "\r\nand goes on"), FULL " and goes on");
    assert_string_equal(lines(FULL "\n\nnew"), FULL "\n\nnew");
    assert_string_equal(lines(FULL "\n- new"), FULL "\n- new");
}

static void test_numbers(void **state)
{
    struct rb_buffer out;
    struct rb_html h = {.out = &out, .id = 7};

    (void)state;
    rb_buffer_init(&out);
    rb_html_percent(&out, 1, 3);
    rb_html_percent(&out, 0, 0);
    rb_html_percent(&out, 30000, 30000);
    rb_html_count(&out, 1, "error");
    rb_html_count(&out, 0, "error");
    rb_html_id(&h, '\0', 0);
    rb_html_id(&h, 'h', 0);
    rb_html_id(&h, 'f', 12);
    assert_string_equal(take(&out), "33.3%0.0%100.0%1 error0 errorsd7d7hd7f12");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
