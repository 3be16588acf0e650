#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

#define ORDER(list) "    message: \"{quote} before {other}\"\n    check: {order: " list "}\n"

static void test_order(void **state)
{
    (void)state;
    assert_string_equal(check(ORDER("[fruit, animal]"), "An apple, a cat, a pear."), "");
    assert_string_equal(check(ORDER("[fruit, animal]"), "A cat, a dog, a pear."),
                        "r@2-5 3 cat before pear");
    assert_string_equal(check(ORDER("[{fact: fruit, value: sour}, {fact: fruit, value: sweet}]"),
                              "An apple, a lemon."),
                        "r@3-8 3 apple before lemon");
}

static void test_one_of_them_only(void **state)
{
    (void)state;
    assert_string_equal(check(ORDER("[fruit, animal]"), "A cat."), "");
    assert_string_equal(check(ORDER("[fruit, animal]"), "A pear."), "");
}

static void test_faults(void **state)
{
    (void)state;
    assert_string_equal(
        check(ORDER("[fruit]"), "x"),
        "a.yaml:26:20: \"order\" is a list of two: what comes first, and what comes after it");
    assert_string_equal(check(ORDER("[fruit, animals]"), "x"),
                        "a.yaml:26:28: there is no fact \"animals\": did you mean \"animal\"?");
    assert_non_null(strstr(check(ORDER("fruit"), "x"), "\"order\" must be a list of two"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_one_of_them_only),
        cmocka_unit_test(test_faults),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
