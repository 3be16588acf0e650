#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/quantity.h"

static void thousandths(void **state)
{
    static const struct {
        const char *text;
        uint32_t value;
    } good[] = {{"28.5", 28500}, {"1", 1000}, {"0.001", 1}, {"3600.0000", 3600000}, {"5.", 5000}};
    static const char *const bad[] = {"",     ".5",         "1e3",    "-1",
                                      "28,5", "1.2.3",      "0",      "x1",
                                      "1.5s", "1.23456789", "3601.0", "99999999999999999999"};
    uint32_t out;

    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(rb_quantity_thousandths(rb_slice_str(good[i].text), 1, 3600000, &out));
        assert_int_equal(out, good[i].value);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(rb_quantity_thousandths(rb_slice_str(bad[i]), 1, 3600000, &out));
}

static void clocks(void **state)
{
    static const char *const bad[] = {"",       "8",   "24:00",  "8:60", "8:5",
                                      "08:300", ":30", "8:30pm", "1:2:3"};
    uint32_t out;

    (void)state;
    assert_true(rb_quantity_clock(rb_slice_str("08:30"), &out));
    assert_int_equal(out, 510);
    assert_true(rb_quantity_clock(rb_slice_str("8:05"), &out));
    assert_int_equal(out, 485);
    assert_true(rb_quantity_clock(rb_slice_str("23:59"), &out));
    assert_int_equal(out, 1439);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(rb_quantity_clock(rb_slice_str(bad[i]), &out));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(thousandths),
        cmocka_unit_test(clocks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
