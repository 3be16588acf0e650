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

static void which_part_is_the_day(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"on 15/3, 3/15/24, 3/15/87, 3/15/2024",
         "on the fifteenth of March, March fifteenth, twenty twenty four, March fifteenth, "
         "nineteen eighty seven, March fifteenth, twenty twenty four"},
        {"not 31/13, 13/14, 3/15/1, 3/15/2,024",
         "not thirty one thirteen, thirteen fourteen, three fifteen one, three fifteen two "
         "thousand twenty four"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void several_days(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"on March 5 & 7, March 5-7, March 5 and 7, March 5 or 3",
         "on March fifth and seventh, March fifth to seventh, March fifth and seventh, March fifth "
         "or three"},
        {"Mon-Fri, Mon-May, Jan-Mar., Mon-Fri.",
         "Monday to Friday, Mon May, January to March, Monday to Friday"},
        {"open Mon–Fri", "open Monday to Friday"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void short_months_that_are_words_too(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"by Mar, may I, Mar is here", "by March, may I, Mar is here"},
        {"Mays and May's", "Mays and May's"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void a_day_before_its_month(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"the 5 March 12, 5 March 2024, 5 Mar. 2024, 5 march, 5 Mon",
         "the five March twelfth, the fifth of March, twenty twenty four, the fifth of March, "
         "twenty twenty four, five march, five Mon"},
        {"1st of May, May 1st, 5th May 2024, the 5th",
         "first of May, May first, the fifth of May, twenty twenty four, the fifth"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void decades(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"1990s, the '90s, 90s, 10s, 20s, '95, '05",
         "nineteen nineties, the nineties, nineties, tens, twenties, nineteen ninety five, two "
         "thousand five"},
        {"1995s, '955, '9x",
         "one thousand nine hundred ninety fives, nine hundred fifty five, nine ex"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void years_and_what_looks_like_one(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"in 2024, 2024%, 2,024, 1899",
         "in twenty twenty four, two thousand twenty four percent, two thousand twenty four, one "
         "thousand eight hundred ninety nine"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void endings_that_are_none(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"the 4thly of it, 90s5, '90sa, '90a",
         "the four thly of it, nineties five, ninety sa, ninety ay"},
        {"March 5 1899, March 5 2024%, March 5 1,999, March 5 1999.5",
         "March fifth one thousand eight hundred ninety nine, March fifth two thousand twenty four "
         "percent, March fifth one thousand nine hundred ninety nine, March fifth one thousand "
         "nine hundred ninety nine point five"},
        {"on 3/15/x, 3/15/2024a", "on three fifteen ex, three fifteen two thousand twenty four ay"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void short_forms_without_a_stop(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"on Thur, on Tues, Oct is, Sept is, May5, Mon-Friday, the 5 Mar 2024",
         "on Thursday, on Tuesday, October is, September is, May five, Monday to Friday, the fifth "
         "of March, twenty twenty four"},
        {"90S, 2100s, 100s", "nineties, twenty one hundreds, one hundreds"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(month_first),
        cmocka_unit_test(day_first),
        cmocka_unit_test(slashes),
        cmocka_unit_test(short_forms),
        cmocka_unit_test(ordinals),
        cmocka_unit_test(years),
        cmocka_unit_test(which_part_is_the_day),
        cmocka_unit_test(several_days),
        cmocka_unit_test(short_months_that_are_words_too),
        cmocka_unit_test(a_day_before_its_month),
        cmocka_unit_test(decades),
        cmocka_unit_test(years_and_what_looks_like_one),
        cmocka_unit_test(endings_that_are_none),
        cmocka_unit_test(short_forms_without_a_stop),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
