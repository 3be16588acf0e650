/* Prices. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clock_fixture.h"

static void prices(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"$1, $5, $312, $1,895", "one dollar, five dollars, three hundred twelve dollars, one "
                                 "thousand eight hundred ninety five dollars"},
        {"$4,400 or $4,000", "forty four hundred dollars or four thousand dollars"},
        {"$25 000 in all", "twenty five thousand dollars in all"},
        {"£1,099, €5, ₹200, 500€",
         "one thousand ninety nine pounds, five euros, two hundred rupees, five hundred euros"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void cents(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"$31.50, $9.05, $12.00", "thirty one fifty, nine oh five, twelve dollars"},
        {"$0.49 or $.01 a piece", "forty nine cents or one cent a piece"},
        {"$7,265.50", "seven thousand two hundred sixty five dollars and fifty cents"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void scales(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"$42K, $1.2M, $3 million, $2B, £20k",
         "forty two thousand dollars, one point two million dollars, three million dollars, two "
         "billion dollars, twenty thousand pounds"},
        {"$25K+ saved", "more than twenty five thousand dollars saved"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void ranges(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"$5-8K, $5,000-$8,000, $500K–$1M",
         "five to eight thousand dollars, five thousand to eight thousand dollars, five hundred "
         "thousand to one million dollars"},
        {"$4.50-$5.25", "four fifty to five twenty five"},
        {"at $900 - 3 seats", "at nine hundred dollars, three seats"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

/* The full stop behind a unit ends the sentence. */
static void rates(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"$41/mo, $19/month, $80/hr, $2/user/year",
         "forty one dollars a month, nineteen dollars a month, eighty dollars an hour, two dollars "
         "a user a year"},
        {"$3 ea, $3/ea, $2/sqft",
         "three dollars each, three dollars each, two dollars a square foot"},
        {"It is $3,295/month. Call me",
         "It is three thousand two hundred ninety five dollars a month. Call me"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void thousands_behind_a_blank(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"$25 000, $25 a, 25 000 of them",
         "twenty five thousand dollars, twenty five dollars a, twenty five oh oh oh of them"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void parts_and_odd_cents(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"$.5, $5.1, $5.125, $1,000.01, $1,895.50",
         "fifty cents, five ten, five point one two five dollars, one thousand dollars and one "
         "cent, one thousand eight hundred ninety five dollars and fifty cents"},
        {"$1 million, $1.5M, more than $5+",
         "one million dollars, one point five million dollars, more than five dollars"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void prices_per_unit(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"$5/hour, $5/hr, $5 / seat, $5/ea, $5/",
         "five dollars an hour, five dollars an hour, five dollars a seat, five dollars each, five "
         "dollars"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void a_dash_behind_a_price(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"$5 - 3 seats, $5-$8, $5-x",
         "five dollars, three seats, five to eight dollars, five dollars ex"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void no_thousands(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"$25 0 left, $25 00 left",
         "twenty five dollars zero left, twenty five dollars oh oh left"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void units_by_their_sound(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"$5/acre, $5/item, $5/envelope, $5/ounce, $5/hr2",
         "five dollars an acre, five dollars an item, five dollars an envelope, five dollars an "
         "ounce, five dollars or aitch ar two"},
        {"$5 - 8, $5+a", "five to eight dollars, five dollars plus a"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prices),
        cmocka_unit_test(cents),
        cmocka_unit_test(scales),
        cmocka_unit_test(ranges),
        cmocka_unit_test(rates),
        cmocka_unit_test(thousands_behind_a_blank),
        cmocka_unit_test(parts_and_odd_cents),
        cmocka_unit_test(prices_per_unit),
        cmocka_unit_test(a_dash_behind_a_price),
        cmocka_unit_test(no_thousands),
        cmocka_unit_test(units_by_their_sound),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
