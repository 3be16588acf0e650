#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "text/markdown.h"

static struct rb_buffer said;
static unsigned left; /* events that are taken */

static bool say(void *ctx, enum rb_markdown_event event, struct rb_slice text, uint32_t at)
{
    static const char *const names[] = {"", "; ", "# ", "= ", " #. ", "rule; ", "fence ", "end; "};

    (void)ctx;
    if (left == 0)
        return false;
    left--;
    rb_buffer_puts(&said, names[event]);
    if (text.len == 0)
        return true;
    if (at != RB_MARKDOWN_NOWHERE)
        rb_buffer_uint(&said, at);
    for (size_t i = 0; i < text.len; i++)
        rb_buffer_putc(&said, text.ptr[i] == '\n' ? '|' : text.ptr[i]);
    return true;
}

static const char *walk(const char *source)
{
    left = 1000;
    rb_buffer_clear(&said);
    assert_true(rb_markdown_walk(rb_slice_str(source), say, NULL));
    rb_buffer_putc(&said, '\0');
    return said.ptr;
}

static void blocks(void **state)
{
    (void)state;
    assert_string_equal(walk("one\n\n***\n\n~~~a b\nc\n~~~\n"),
                        "; ; 0one; rule; ; fence 13a17c|end; ; ");
    assert_string_equal(walk("# one\n#\ntwo\n---\nthree\n===\n"),
                        "; # =2one #. = -8two #. = =16three #. ; ");
    assert_string_equal(walk("    code\n"), "; ; ; ");
}

static void entities(void **state)
{
    (void)state;
    assert_string_equal(walk("a &amp; &#65;&#x42; &nosuch; &#0;"),
                        "; ; 0a &7 AB19 20&nosuch;28 29&#0;; ; ");
}

static void what_is_not_said(void **state)
{
    (void)state;
    assert_string_equal(walk("a <!-- b\nc --> d ![e](f) <g>"), "; ; 0a 14 d 24 25<g>; ; ");
    assert_string_equal(walk("<!-- a\n\nb -->\n\nc\n"), "; ; ; ; 15c; ; ");
    assert_string_equal(walk("<pre>\na\n</pre>\n\n<div>\nb\n</div>\n"),
                        "; ; ; ; 16<div>|22b|24</div>|; ; ");
}

static void a_sink_that_has_enough_ends_the_walk(void **state)
{
    (void)state;
    for (unsigned n = 0; n < 8; n++) {
        left = n;
        assert_false(rb_markdown_walk(rb_slice_str("# a\n\nb &amp; c\n\n```d\n```\n"), say, NULL));
    }
}

static int clean(void **state)
{
    (void)state;
    rb_buffer_free(&said);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks),
        cmocka_unit_test(entities),
        cmocka_unit_test(what_is_not_said),
        cmocka_unit_test(a_sink_that_has_enough_ends_the_walk),
    };

    return cmocka_run_group_tests(tests, NULL, clean);
}
