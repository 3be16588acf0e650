#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/hint.h"

static void test_quoted(void **state)
{
    char text[100];

    (void)state;
    memset(text, 'x', sizeof text);
    assert_int_equal(rb_quoted(rb_slice_str("short")), 5);
    assert_int_equal(rb_quoted(rb_slice_of(text, sizeof text)), 60);
    /* Not in the middle of a character. */
    memcpy(text + 59, "\xC3\xA9", 2);
    assert_int_equal(rb_quoted(rb_slice_of(text, sizeof text)), 59);
}

static void test_hint(void **state)
{
    const struct rb_slice words[] = {rb_slice_str("severity"), rb_slice_str("points")};
    struct rb_hint hint;

    (void)state;
    assert_string_equal(rb_hint(&hint, rb_slice_str("sevrity"), words, 2),
                        ": did you mean \"severity\"?");
    assert_string_equal(rb_hint(&hint, rb_slice_str("colour"), words, 2), "");
    assert_string_equal(rb_hint(&hint, rb_slice_str("points"), words, 0), "");
    assert_string_equal(rb_hint_or_all(&hint, rb_slice_str("sevrity"), words, 2),
                        ": did you mean \"severity\"?");
    assert_string_equal(rb_hint_or_all(&hint, rb_slice_str("colour"), words, 2),
                        ": there are severity, points");
    assert_string_equal(rb_hint_or_all(&hint, rb_slice_str("colour"), words, 1),
                        ": there is severity");
}

static void test_join(void **state)
{
    const struct rb_slice words[] = {rb_slice_str("one"), rb_slice_str("two"),
                                     rb_slice_str("three")};
    char text[16];

    (void)state;
    rb_join_words(text, sizeof text, ": ", words, 2);
    assert_string_equal(text, ": one, two");
    /* As many as there is room for. */
    rb_join_words(text, sizeof text, ": ", words, 3);
    assert_string_equal(text, ": one, two");
    rb_join_words(text, sizeof text, ": ", words, 0);
    assert_string_equal(text, "");
}

static void test_lists(void **state)
{
    struct rb_slice out[2];

    (void)state;
    assert_true(rb_is_listed("off on", rb_slice_str("on")));
    assert_true(rb_is_listed("off on", rb_slice_str("off")));
    assert_false(rb_is_listed("off on", rb_slice_str("of")));
    assert_false(rb_is_listed("", rb_slice_str("on")));
    assert_int_equal(rb_list_words("a bc d", out, 2), 2);
    assert_true(rb_slice_is(out[1], "bc"));
    assert_int_equal(rb_list_words("", out, 2), 0);
}

static void test_key_stem(void **state)
{
    char suffix;

    (void)state;
    assert_true(rb_slice_is(rb_key_stem(rb_slice_str("not+"), &suffix), "not"));
    assert_int_equal(suffix, '+');
    assert_true(rb_slice_is(rb_key_stem(rb_slice_str("not-"), &suffix), "not"));
    assert_int_equal(suffix, '-');
    assert_true(rb_slice_is(rb_key_stem(rb_slice_str("not"), &suffix), "not"));
    assert_int_equal(suffix, 0);
    assert_true(rb_slice_is(rb_key_stem(rb_slice_str("+"), &suffix), "+"));
    assert_int_equal(suffix, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quoted), cmocka_unit_test(test_hint),     cmocka_unit_test(test_join),
        cmocka_unit_test(test_lists),  cmocka_unit_test(test_key_stem),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
