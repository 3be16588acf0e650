#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "text/pragma.h"

static struct rb_buffer said;

static void say_slice(struct rb_slice s)
{
    rb_buffer_putc(&said, '"');
    rb_buffer_slice_add(&said, s);
    rb_buffer_putc(&said, '"');
}

/* Each pragma as: start-end "where" fault "rule" "reason"; */
static const char *pragmas(const char *text)
{
    struct rb_slice file = rb_slice_str(text);
    struct rb_pragma *items;
    struct rb_arena arena;
    uint32_t n;

    rb_arena_init(&arena);
    rb_buffer_clear(&said);
    assert_true(rb_pragmas_find(&arena, file, &items, &n));
    for (uint32_t i = 0; i < n; i++) {
        const struct rb_pragma *p = &items[i];

        rb_buffer_uint(&said, p->start);
        rb_buffer_putc(&said, '-');
        rb_buffer_uint(&said, p->end);
        rb_buffer_putc(&said, ' ');
        say_slice(rb_slice_of(file.ptr + p->at, p->at_end - p->at));
        rb_buffer_putc(&said, ' ');
        rb_buffer_uint(&said, p->fault);
        rb_buffer_putc(&said, ' ');
        say_slice(p->rule);
        rb_buffer_putc(&said, ' ');
        say_slice(p->reason);
        rb_buffer_putc(&said, ';');
    }
    rb_buffer_putc(&said, '\0');
    rb_arena_free(&arena);
    return said.ptr;
}

static void lines_in_text(void **state)
{
    (void)state;
    assert_string_equal(pragmas("# ringback-ignore no-title: she asked for it\nHi.\n"),
                        "0-45 \"no-title\" 0 \"no-title\" \"she asked for it\";");
    assert_string_equal(pragmas("Hi.\r\n  #ringback-ignore a-b:c \r\nBye.\r\n"),
                        "5-32 \"a-b\" 0 \"a-b\" \"c\";");
    assert_string_equal(pragmas("# ringback-ignore a, b c: why: so"),
                        "0-33 \"a\" 0 \"a\" \"why: so\";33-33 \"b\" 0 \"b\" \"why: so\";"
                        "33-33 \"c\" 0 \"c\" \"why: so\";");
    assert_string_equal(pragmas("## ringback-ignore a: b\nSay # ringback-ignore a: b\n# ringback"),
                        "");
}

static void comments(void **state)
{
    (void)state;
    assert_string_equal(pragmas("<!-- ringback-ignore no-web: legal wants it -->\nHi.\n"),
                        "0-48 \"no-web\" 0 \"no-web\" \"legal wants it\";");
    assert_string_equal(pragmas("Hi <!--ringback-ignore x:y-->there\n"),
                        "3-29 \"x\" 0 \"x\" \"y\";");
    assert_string_equal(
        pragmas("<!-- ringback-ignore a: b --><!-- c --> <!-- ringback-ignore d: e -->"),
        "0-29 \"a\" 0 \"a\" \"b\";40-69 \"d\" 0 \"d\" \"e\";");
    assert_string_equal(pragmas("<!-- nothing for us: ringback-ignore a: b -->"), "");
}

static void faults(void **state)
{
    (void)state;
    assert_string_equal(pragmas("# ringback-ignore a: 12!\n"), "0-25 \"a\" 3 \"a\" \"12!\";");
    assert_string_equal(pragmas("# ringback-ignore a\n"), "0-20 \"a\" 3 \"a\" \"\";");
    assert_string_equal(pragmas("# ringback-ignore: why\n"),
                        "0-23 \"ringback-ignore: why\" 2 \"\" \"why\";");
    assert_string_equal(pragmas("# ringback-ignor a: why\n"),
                        "0-24 \"ringback-ignor\" 1 \"ringback-ignor\" \"\";");
    assert_string_equal(pragmas("<!-- ringback-ignore a: why\nHi -->\n"),
                        "0-28 \"a\" 4 \"a\" \"why\";");
}

static void a_reason_has_a_letter(void **state)
{
    (void)state;
    assert_true(rb_is_reason(rb_slice_str("x")));
    assert_true(rb_is_reason(rb_slice_str("\xC3\xA9")));
    assert_true(rb_is_reason(rb_slice_str("- see 12b")));
    assert_false(rb_is_reason(rb_slice_str("")));
    assert_false(rb_is_reason(rb_slice_str("1. - \xFF\xE2\x80\x94")));
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
        cmocka_unit_test(lines_in_text),
        cmocka_unit_test(comments),
        cmocka_unit_test(faults),
        cmocka_unit_test(a_reason_has_a_letter),
    };

    return cmocka_run_group_tests(tests, NULL, clean);
}
