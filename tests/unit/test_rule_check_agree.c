#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

#define AGREE(what) "    message: \"{other}, then {quote}\"\n    check: {agree: " what "}\n"

static void test_names(void **state)
{
    (void)state;
    assert_string_equal(check(AGREE("person"), "I am Rhona Vale. Yes, I am Rhona."), "");
    assert_string_equal(check(AGREE("person"), "I am Rhona Vale. Yes, I am Odd Berg."),
                        "r@27-35 3 Rhona Vale, then Odd Berg");
    /* A first name agrees with two full names that do not agree with each other. */
    assert_string_equal(check(AGREE("person"), "I am Rhona. I am Rhona Vale. I am Rhona Berg."),
                        "r@34-44 3 Rhona Vale, then Rhona Berg");
    assert_string_equal(check(AGREE("person"), "I am Rhona Vale."), "");
}

static void test_nearly(void **state)
{
    (void)state;
    assert_string_equal(
        check(AGREE("number, nearly: true"), "Call 555 814 0142. Again, 555 814 0124."),
        "r@26-38 3 555 814 0142, then 555 814 0124");
    assert_string_equal(
        check(AGREE("number, nearly: true"), "Call 555 814 0142. Again, 555 814 0142."), "");
    assert_string_equal(check(AGREE("number, nearly: true"), "Call 555 814 0142 or 555 377 0199."),
                        "");
    assert_string_equal(check(AGREE("number"), "Call 555 814 0142 or 555 377 0199."),
                        "r@21-33 3 555 814 0142, then 555 377 0199");
}

static void test_repeated(void **state)
{
    /* Each mention that does not agree is a finding; only the first costs points. */
    (void)state;
    assert_string_equal(check(AGREE("animal"), "A cat, a dog, a dog."),
                        "r@9-12 3 cat, then dog; r@16-19 0 cat, then dog");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_nearly),
        cmocka_unit_test(test_repeated),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
