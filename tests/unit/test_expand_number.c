/* Numbers, and the shapes that begin with a digit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clock_fixture.h"

static void quantities(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"12 of 1,204 at 4.5 and .75",
         "twelve of one thousand two hundred four at four point five and point seven five"},
        {"1,500 or 2300 or 2,000", "fifteen hundred or twenty three hundred or two thousand"},
        {"12,345,678 in all",
         "twelve million three hundred forty five thousand six hundred seventy eight in all"},
        {"50000 homes", "fifty thousand homes"},
        {"0 left", "zero left"},
        {"in 4.5 months or 4.5 of them, a 2.5-hour drive",
         "in four and a half months or four point five of them, a two and a half hour drive"},
        {"version 2.0.1", "version two point zero point one"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void digits_one_by_one(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"code 48213 now", "code four eight two one three now"},
        {"code 482139 now", "code four eight two, one three nine now"},
        {"pin 0142 now", "pin oh one four two now"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void suffixes(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"over 40K users and 3M of them", "over forty thousand users and three em of them"},
        {"500+ shops, over 500+ shops", "more than five hundred shops, over five hundred shops"},
        {"10x, 2-3x", "ten ex, two to three ex"},
        {"a 3D map, 4WD, 20 hrs, 1 hr, 5 lbs, 9 sq ft",
         "a three dee map, four double-you dee, twenty hours, one hour, five pounds, nine square "
         "feet"},
        {"50GB and 10min", "fifty gigabytes and ten minutes"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void ranges(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"8-10 people, 8–10, 8 - 10", "eight to ten people, eight to ten, eight to ten"},
        {"a 5-5-5 deal, a 50-50 split", "a five five five deal, a fifty fifty split"},
        {"2021-2022", "twenty twenty one to twenty twenty two"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void percent(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"18%, 4.75%, 5-10%, 5% – 10%", "eighteen percent, four point seven five percent, five to "
                                        "ten percent, five to ten percent"},
        {"100%+ more", "more than one hundred percent more"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void fractions_and_dates(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"1/2 price, 2/3 of it, 3/4 off", "a half price, two thirds of it, three quarters off"},
        {"2 1/2 weeks, 2½ weeks", "two and a half weeks, two and a half weeks"},
        {"on 1/2 or 3/9 or 6/6", "on January second or March ninth or June sixth"},
        {"an 80/20 rule", "an eighty twenty rule"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void measures(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"24' x 40' and 10x12 and 2x4s",
         "twenty four feet by forty feet and ten by twelve and two by fours"},
        {"he is 6'2\" tall", "he is six foot two tall"},
        {"a 26-foot truck", "a twenty six foot truck"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void names_of_numbers(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"24/7 or 24/7/365", "twenty four seven or twenty four seven three sixty five"},
        {"a 401(k), a 403b, 501(c)(3)",
         "a four oh one kay, a four oh three bee, five oh one see three"},
        {"a 10-K, a 1099, #4, No. 5", "a ten kay, a ten ninety nine, number four, number five"},
        {"suite 204, room 1420, 1420 Birch Lane",
         "suite two oh four, room fourteen twenty, fourteen twenty Birch Lane"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantities), cmocka_unit_test(digits_one_by_one),
        cmocka_unit_test(suffixes),   cmocka_unit_test(ranges),
        cmocka_unit_test(percent),    cmocka_unit_test(fractions_and_dates),
        cmocka_unit_test(measures),   cmocka_unit_test(names_of_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
