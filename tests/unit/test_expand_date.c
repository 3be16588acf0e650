/* Days, months and years. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clock_fixture.h"

static void month_first(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"Jan. 5, June 15th, Oct 9, May 6 and 7",
         "January fifth, June fifteenth, October ninth, May sixth and seventh"},
        {"January 1, 2025 works", "January first, twenty twenty five works"},
        {"May 6-8 or Sept. 2", "May sixth to eighth or September second"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void day_first(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"on 12 July 2025, the 7 October, 21 February",
         "on the twelfth of July, twenty twenty five, the seventh of October, the twenty first of "
         "February"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void slashes(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"4/12, 31/08, 12/25/2024, 3/9/98",
         "April twelfth, the thirty first of August, December twenty fifth, twenty twenty four, "
         "March ninth, nineteen ninety eight"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void short_forms(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"Wed., Tues, Fri, Mon-Fri, Jan-Mar",
         "Wednesday, Tuesday, Friday, Monday to Friday, January to March"},
        {"Thanks, Jan. Bye", "Thanks, Jan. Bye"},
        {"we sat. Bye", "we sat. Bye"},
        {"in Jan. we met", "in January we met"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void ordinals(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"1st, 2nd, 3rd, 12th, 20th, 31st, 1,000th",
         "first, second, third, twelfth, twentieth, thirty first, one thousandth"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void years(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"1998, 2000, 2005, 2025, 1905, 1900",
         "nineteen ninety eight, two thousand, two thousand five, twenty twenty five, nineteen oh "
         "five, nineteen hundred"},
        {"the 1990s, the 90s, the '90s, since '22",
         "the nineteen nineties, the nineties, the nineties, since twenty twenty two"},
        {"2,012 or 2012.5", "two thousand twelve or two thousand twelve point five"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(month_first), cmocka_unit_test(day_first), cmocka_unit_test(slashes),
        cmocka_unit_test(short_forms), cmocka_unit_test(ordinals),  cmocka_unit_test(years),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
