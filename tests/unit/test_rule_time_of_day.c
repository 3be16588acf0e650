#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule/time_of_day.h"

#define NONE UINT32_MAX

static uint32_t minute_of(const char *text)
{
    uint32_t minute = NONE;

    return rb_time_of_day(rb_slice_str(text), &minute) ? minute : NONE;
}

#define AT(hour, minute) ((hour)*60 + (minute))

static void test_clock(void **state)
{
    (void)state;
    assert_int_equal(minute_of("tomorrow at 8:30"), AT(8, 30));
    assert_int_equal(minute_of("17:45"), AT(17, 45));
    assert_int_equal(minute_of("at 8.15 on Monday"), AT(8, 15));
    assert_int_equal(minute_of("5pm"), AT(17, 0));
    assert_int_equal(minute_of("5 p.m. sharp"), AT(17, 0));
    assert_int_equal(minute_of("9 am"), AT(9, 0));
    assert_int_equal(minute_of("12 am"), 0);
    assert_int_equal(minute_of("12:10 pm"), AT(12, 10));
}

static void test_words(void **state)
{
    (void)state;
    assert_int_equal(minute_of("at eight"), AT(8, 0));
    assert_int_equal(minute_of("eight thirty"), AT(8, 30));
    assert_int_equal(minute_of("five o'clock"), AT(17, 0));
    assert_int_equal(minute_of("Five O\xE2\x80\x99"
                               "Clock"),
                     AT(17, 0));
    assert_int_equal(minute_of("half past four"), AT(16, 30));
    assert_int_equal(minute_of("half four"), AT(16, 30));
    assert_int_equal(minute_of("a quarter to nine"), AT(8, 45));
    assert_int_equal(minute_of("ten minutes past nine"), AT(9, 10));
    assert_int_equal(minute_of("twenty to six"), AT(17, 40));
    assert_int_equal(minute_of("at noon"), AT(12, 0));
    assert_int_equal(minute_of("around midnight"), 0);
}

static void test_half_of_the_day(void **state)
{
    (void)state;
    /* One to six are in the afternoon, seven to twelve as they stand. */
    assert_int_equal(minute_of("at one"), AT(13, 0));
    assert_int_equal(minute_of("at six"), AT(18, 0));
    assert_int_equal(minute_of("at seven"), AT(7, 0));
    assert_int_equal(minute_of("at six in the morning"), AT(6, 0));
    assert_int_equal(minute_of("tomorrow evening at seven"), AT(19, 0));
    assert_int_equal(minute_of("Tuesday morning at ten"), AT(10, 0));
}

static void test_around(void **state)
{
    (void)state;
    assert_int_equal(minute_of("before nine"), AT(8, 59));
    assert_int_equal(minute_of("a little after five"), AT(17, 1));
    assert_int_equal(minute_of("before half past four"), AT(16, 29));
    assert_int_equal(minute_of("between four and five"), AT(16, 0));
}

static void test_none(void **state)
{
    static const char *const none[] = {
        "",          "tomorrow",   "next week",           "on the 5th",        "in 2 days",
        "on May 12", "Friday",     "at about 20 minutes", "nine to five jobs", "1234567890",
        "at 99",     "room 8:75x", "first thing",         "after 2 weeks",     "\xFF\x80",
    };

    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        if (minute_of(none[i]) != NONE)
            fail_msg("\"%s\" gives %u", none[i], (unsigned)minute_of(none[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clock),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_half_of_the_day),
        cmocka_unit_test(test_around),
        cmocka_unit_test(test_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
