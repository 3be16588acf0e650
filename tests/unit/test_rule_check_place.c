#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

#define PLACE(keys) "    message: \"{count}\"\n    check: {place: fruit, " keys "}\n"

static const char three[] = "A cat sat. An apple fell. Then a pear.";

static void test_which(void **state)
{
    (void)state;
    assert_string_equal(check(PLACE("begins: first 2 sentences"), three), "");
    assert_string_equal(check(PLACE("which: first, begins: last sentence"), three), "r@14-19 3 2");
    assert_string_equal(check(PLACE("which: last, begins: last sentence"), three), "");
    assert_string_equal(check(PLACE("which: last, begins: first sentence"), three), "r@33-37 3 2");
    assert_string_equal(check(PLACE("which: any, begins: last sentence"), three), "");
    assert_string_equal(check(PLACE("which: any, begins: first sentence"), three), "r@14-19 3 2");
    assert_string_equal(check(PLACE("which: each, begins: last 2 sentences"), three), "");
    assert_string_equal(check(PLACE("which: each, begins: last sentence"), three), "r@14-19 3 2");
}

static void test_nothing_to_place(void **state)
{
    (void)state;
    assert_string_equal(check(PLACE("begins: first sentence"), "A cat sat. A dog."), "");
}

static void test_seconds(void **state)
{
    (void)state;
    assert_string_equal(check(PLACE("begins: first 1 second"), three), "r@14-19 3 2");
    assert_string_equal(check(PLACE("begins: first 1.7 seconds"), three), "");
    assert_string_equal(check(PLACE("which: last, begins: last 1 second"), three), "");
    assert_string_equal(check(PLACE("which: last, begins: last 0.1 seconds"), three),
                        "r@33-37 3 2");
    assert_string_equal(check(PLACE("ends: first 1.7 seconds"), three), "r@14-19 3 2");
    assert_string_equal(check(PLACE("ends: first 2.5 seconds"), three), "");
    assert_non_null(strstr(check("    message: \"at {seconds}\"\n    check: {place: fruit, begins: "
                                 "first 1 second}\n",
                                 three),
                           " at 1."));
}

static void test_by_fact(void **state)
{
    (void)state;
    assert_string_equal(check(PLACE("begins: sentence of animal"), "A cat ate a pear."), "");
    assert_string_equal(check(PLACE("begins: sentence after animal"), three), "");
    assert_non_null(strstr(check(PLACE("begins: sentence of animal"), three), "r@14-19"));
    /* Where the other fact is not said, the first sentence stands for it. */
    assert_string_equal(check(PLACE("begins: sentence of animal"), "A pear. Yes."), "");
    assert_string_equal(check(PLACE("begins: [sentence of animal, last sentence]"), three),
                        "r@14-19 3 2");
    assert_string_equal(check(PLACE("begins: [first sentence, sentence after animal]"), three), "");
}

static void test_faults(void **state)
{
    (void)state;
    assert_string_equal(check(PLACE("which: first"), "x"),
                        "a.yaml:26:13: \"place\" needs either \"begins\" or \"ends\"");
    assert_string_equal(check(PLACE("begins: first sentence, ends: first sentence"), "x"),
                        "a.yaml:26:13: \"place\" needs only one of \"begins\" or \"ends\"");
    assert_non_null(strstr(check(PLACE("begins: first 0 seconds"), "x"),
                           "\"first 0 seconds\" is no window: write first 15 seconds"));
    assert_non_null(strstr(check(PLACE("begins: first two words"), "x"), "is no window"));
    assert_non_null(strstr(check(PLACE("begins: sentence of"), "x"), "is no window"));
    assert_string_equal(check(PLACE("begins: sentence of animul"), "x"),
                        "a.yaml:26:35: there is no fact \"animul\": did you mean \"animal\"?");
    assert_non_null(strstr(check(PLACE("which: second, begins: first sentence"), "x"),
                           "\"which\" must be first, last, any or each, not \"second\""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_which),   cmocka_unit_test(test_nothing_to_place),
        cmocka_unit_test(test_seconds), cmocka_unit_test(test_by_fact),
        cmocka_unit_test(test_faults),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
