/* Paces that have a name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clock/pace.h"
#include "clock/rates.h"

static void they_rise(void **state)
{
    uint32_t last = 0;
    size_t n = 0;

    (void)state;
    for (const struct rb_pace *p; (p = rb_pace_at(n)) != NULL; n++) {
        assert_true(p->words_per_minute > last);
        assert_ptr_equal(rb_pace_find(rb_slice_str(p->name)), p);
        assert_true(strlen(p->doc) > 0);
        last = p->words_per_minute;
    }
    assert_true(n > 1);
    assert_null(rb_pace_at(n + 1));
}

static void normal_is_that_of_the_rates(void **state)
{
    const struct rb_pace *normal = rb_pace_find(rb_slice_str("normal"));

    (void)state;
    assert_non_null(normal);
    assert_int_equal(normal->words_per_minute, RB_RATE_PACE);
}

static void others_are_not_there(void **state)
{
    (void)state;
    assert_null(rb_pace_find(rb_slice_str("")));
    assert_null(rb_pace_find(rb_slice_str("norm")));
    assert_null(rb_pace_find(rb_slice_str("Normal")));
    assert_null(rb_pace_find(rb_slice_str("normally")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_rise),
        cmocka_unit_test(normal_is_that_of_the_rates),
        cmocka_unit_test(others_are_not_there),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
