#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/prefix.h"

static void expect(const char *pattern, const char *prefix)
{
    char out[RB_PREFIX_LONGEST];
    size_t n = rb_pattern_prefix(rb_slice_str(pattern), out);

    if (n != strlen(prefix) || memcmp(out, prefix, n) != 0)
        fail_msg("%s: %.*s, not %s", pattern, (int)n, out, prefix);
}

static void test_of_pattern(void **state)
{
    (void)state;
    expect("", "");
    expect("24/7", "24/7");
    expect("(?m)  x", "  ");
    expect("(?m)", "");
    expect("  (a|b)", "  ");
    expect("12345678901", "12345678");
    /* Letters have a case, signs may have a meaning. */
    expect("24a", "24");
    expect("24.", "24");
    expect("\\d4", "");
    expect("^4", "");
    /* How often the one before it. */
    expect("12*", "1");
    expect("12?", "1");
    expect("12+", "1");
    expect("12{0}", "1");
    expect("(?m)1*", "");
}

/* What stands before an alternative is not in all of them. */
static void test_of_choices(void **state)
{
    (void)state;
    expect("12|34", "");
    expect("12(3)|4", "");
    expect("12(3|4)", "12");
    expect("12((3|4)|5)6", "12");
    expect("12[|]", "12");
    expect("12[]|]", "12");
    expect("12[^]|]", "12");
    expect("12[\\]|]", "12");
    expect("12[\\]]|3", "");
    expect("12[(]|3", "");
    expect("12\\|3", "12");
    expect("12\\(|3", "");
    /* Too careful, where it takes more to be certain. */
    expect("12[[:digit:]|(]|3", "");
    expect("12\\Q(\\E|3", "");
    expect("12(?#()|3", "");
    expect("12(?x)#(\n|3", "");
    expect("12[", "");
}

static void test_in_subject(void **state)
{
    struct rb_slice text = rb_slice_str("a b  c");

    (void)state;
    assert_true(rb_has_prefix(text, 0, "  ", 2));
    assert_true(rb_has_prefix(text, 3, "  ", 2));
    assert_false(rb_has_prefix(text, 4, "  ", 2));
    assert_false(rb_has_prefix(text, 0, "   ", 3));
    assert_true(rb_has_prefix(text, 6, "", 0));
    assert_false(rb_has_prefix(text, 6, " ", 1));
    assert_false(rb_has_prefix(rb_slice_str("12"), 0, "123", 3));
    assert_true(rb_has_prefix(rb_slice_str("1123"), 0, "123", 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_of_pattern),
        cmocka_unit_test(test_of_choices),
        cmocka_unit_test(test_in_subject),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
