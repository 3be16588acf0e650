#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/slice.h"

static struct rb_slice str(const char *s)
{
    return rb_slice_str(s);
}

static void test_equal(void **state)
{
    (void)state;
    assert_true(rb_slice_equal(str("ab"), str("ab")));
    assert_false(rb_slice_equal(str("ab"), str("abc")));
    assert_false(rb_slice_equal(str("ab"), str("aB")));
    assert_true(rb_slice_equal(rb_slice_of(NULL, 0), str("")));
    assert_true(rb_slice_equal(str(NULL), str("")));
    assert_true(rb_slice_is(rb_slice_of("abc", 2), "ab"));
    assert_false(rb_slice_is(rb_slice_of("a\0c", 3), "a"));
}

static void test_compare(void **state)
{
    (void)state;
    assert_true(rb_slice_compare(str("a"), str("b")) < 0);
    assert_true(rb_slice_compare(str("b"), str("a")) > 0);
    assert_true(rb_slice_compare(str("a"), str("ab")) < 0);
    assert_true(rb_slice_compare(str("ab"), str("a")) > 0);
    assert_int_equal(rb_slice_compare(str("ab"), str("ab")), 0);
    assert_int_equal(rb_slice_compare(rb_slice_of(NULL, 0), str("")), 0);
    /* By bytes, so that a capital and an accent do not move with the locale. */
    assert_true(rb_slice_compare(str("Z"), str("a")) < 0);
    assert_true(rb_slice_compare(str("z"), str("\xC3\xA9")) < 0);
}

static void test_int(void **state)
{
    int64_t n = 99;

    (void)state;
    assert_true(rb_slice_int(str("0"), 0, 10, &n));
    assert_int_equal(n, 0);
    assert_true(rb_slice_int(str("-7"), -7, 10, &n));
    assert_int_equal(n, -7);
    assert_true(rb_slice_int(str("9223372036854775807"), INT64_MIN, INT64_MAX, &n));
    assert_true(n == INT64_MAX);
    assert_true(rb_slice_int(str("-9223372036854775808"), INT64_MIN, INT64_MAX, &n));
    assert_true(n == INT64_MIN);
    n = 99;
    assert_false(rb_slice_int(str("9223372036854775808"), INT64_MIN, INT64_MAX, &n));
    assert_false(rb_slice_int(str("-9223372036854775809"), INT64_MIN, INT64_MAX, &n));
    assert_false(rb_slice_int(str("99999999999999999999"), INT64_MIN, INT64_MAX, &n));
    assert_false(rb_slice_int(str("11"), 0, 10, &n));
    assert_false(rb_slice_int(str("-1"), 0, 10, &n));
    assert_int_equal(n, 99);
}

static void test_not_an_int(void **state)
{
    static const char *const bad[] = {"", "-", "+1", "01", "-01", "1 ", " 1", "1.0", "1e2", "0x1"};
    int64_t n = 99;

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        if (rb_slice_int(str(bad[i]), INT64_MIN, INT64_MAX, &n))
            fail_msg("\"%s\" is %d", bad[i], (int)n);
    assert_int_equal(n, 99);
}

static bool repeat(const char *letters, uint32_t *earlier, uint32_t *later)
{
    struct rb_keyed keys[16];
    size_t n = strlen(letters);

    for (size_t i = 0; i < n; i++)
        keys[i] = (struct rb_keyed){rb_slice_of(letters + i, 1), (uint32_t)i};
    return rb_find_repeat(keys, n, earlier, later);
}

static void test_find_repeat(void **state)
{
    uint32_t earlier = 7, later = 7;

    (void)state;
    assert_false(repeat("", &earlier, &later));
    assert_false(repeat("a", &earlier, &later));
    assert_false(repeat("dbca", &earlier, &later));
    assert_int_equal(earlier, 7);
    assert_true(repeat("aa", &earlier, &later));
    assert_int_equal(earlier, 0);
    assert_int_equal(later, 1);
    /* The first in the list, not in the alphabet. */
    assert_true(repeat("zazaz", &earlier, &later));
    assert_int_equal(earlier, 0);
    assert_int_equal(later, 2);
    assert_true(repeat("qabccab", &earlier, &later));
    assert_int_equal(earlier, 3);
    assert_int_equal(later, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equal),       cmocka_unit_test(test_compare),
        cmocka_unit_test(test_int),         cmocka_unit_test(test_not_an_int),
        cmocka_unit_test(test_find_repeat),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
