#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule/words.h"

static void test_names(void **state)
{
    static const char *const good[] = {"number-twice", "a", "b2b", "top-10"};
    static const char *const bad[] = {"",     "Number", "number_twice", "-a",      "a-",
                                      "a--b", "10-top", "a b",          "\xC3\xA9"};

    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        assert_null(rb_name_fault(RB_NAMES_RULE_NAMES, rb_slice_str(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_non_null(rb_name_fault(RB_NAMES_RULE_NAMES, rb_slice_str(bad[i])));
    assert_null(rb_name_fault(RB_NAMES_SET_NAMES, rb_slice_str("Day")));
    assert_non_null(rb_name_fault(RB_NAMES_FACT_NAMES, rb_slice_str("Day")));
    assert_null(rb_name_fault(RB_NAMES_FACT_NAMES, rb_slice_str("call_back2")));
    assert_non_null(rb_name_fault(RB_NAMES_FACT_NAMES, rb_slice_str("_x")));
    assert_non_null(rb_name_fault(RB_NAMES_FACT_NAMES, rb_slice_str("call-back")));
    assert_null(rb_name_fault(RB_NAMES_ANY_NAMES, rb_slice_str("a verb of gain")));
    assert_non_null(rb_name_fault(RB_NAMES_ANY_NAMES, rb_slice_str("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
