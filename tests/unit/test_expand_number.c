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

static void numbers_with_a_name(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"a 1099 form, the 401k, 1099, 1099.5, 747",
         "a ten ninety nine form, the four oh one kay, ten ninety nine, one thousand ninety nine "
         "point five, seven hundred forty seven"},
        {"the 10-K, 7-A, 7-Ab, 7-A's", "the ten kay, seven ay, seven Ab, seven ays"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void houses_and_counts(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"1420 Birch Lane, 1420 birch, 1400 Birch, 1420 B",
         "fourteen twenty Birch Lane, one thousand four hundred twenty birch, fourteen hundred "
         "Birch, one thousand four hundred twenty bee"},
        {"4.5 months, 4.5-mile run, 0.5 days, 4.5 sheds",
         "four and a half months, four and a half mile run, zero point five days, four point five "
         "sheds"},
        {"1kg, 2kg, 1.5kg, 5abc, 5 x 3",
         "one kilogram, two kilograms, one point five kilograms, five abc, five by three"},
        {"1,000,000, 1000000, 1001, 1100, 10000, 007",
         "one million, one million, one thousand one, eleven hundred, ten thousand, oh oh seven"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void marks_before_a_number(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"ask #5, #five, No. 5, nos. 5", "ask number five, five, number five, numbers five"},
        {"+5 and 5+ and a + b and 5 +5",
         "plus five and more than five and a plus bee and five plus five"},
        {"~5 days, <5 days, >5 more, <b",
         "about five days, less than five days, more than five more, bee"},
        {"we had 8½ days, ½ a day, ¼ of it, 3¾ inches",
         "we had eight and a half days, a half a day, a quarter of it, three and three quarters "
         "inches"},
        {"a ratio of 10:1, at 10:30, note: red, 3: red",
         "a ratio of ten to one, at ten thirty, note, red, three, red"},
        {"5-5-5 or 5–8 or 5 — no", "five five five or five to eight or five, no"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void percents(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"10-20%, 10%-20%, 5.5%, 5 %, 5%+, 5%+a, 5 percent",
         "ten to twenty percent, ten to twenty percent, five point five percent, five percent, "
         "more than five percent, five percent plus a, five percent"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void feet_and_inches(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"24' x 40', 10 x 12, 2x4, 2x4s, 10×12, 10 X 12 X 3",
         "twenty four feet by forty feet, ten by twelve, two by four, two by fours, ten by twelve, "
         "ten by twelve by three"},
        {"6'2\", 6'2”, 6’2″, 6' x, 10x",
         "six foot two, six foot two, six foot two, six ex, ten ex"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void always_and_paragraphs(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"it is open 24/7/365 or 24/7 or 24/70", "it is open twenty four seven three sixty five or "
                                                 "twenty four seven or twenty four seventy"},
        {"a 401(k) plan, a 501(c)(3) group",
         "a four oh one kay plan, a five oh one see three group"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void parts_of_one(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"it is 2/3 of it, 1/2 a day, 3 1/2 days, 1/10 of it, 7/8 inch",
         "it is two thirds of it, a half a day, three and a half days, a tenth of it, seven "
         "eighths inch"},
        {"on 1/2 we met, use 1/3 cup, on 2/5/2024",
         "on January second we met, use a third cup, on February fifth, twenty twenty four"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void long_and_glued(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"1234567890123456789012345678901234567890 is long",
         "one two three, four five six, seven eight nine, oh one two, three four five, six seven "
         "eight, nine oh one, two three four, five six seven, eight nine oh, one two three, four "
         "five six, seven eight nine, oh is long"},
        {"5é, 5mm, 5million, 5k+, 5k+a",
         "five é, five millimeters, five million, more than five thousand, five thousand plus a"},
        {"50/50, 5.5/5.5, 12345/5, 5/x, 7/5", "fifty fifty, five point five five point five, one "
                                              "two three four five five, five ex, July fifth"},
        {".5 of it, 99:45", "point five of it, ninety nine forty five"},
        {"1,2345, 1,23", "one, two thousand three hundred forty five, one, twenty three"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void no_ranges_and_measures(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"5 –x, 5-6-x, 6'2…, 10é, 10× x, 6'x, 2x4sa",
         "five, ex, five to six ex, six two. ten é, ten times ex, six ex, two by four sa"},
        {"24/7/3, 24/7/36, 24/7/364, 40100(k), 401(5), 401(k)(, 401(k)(é), 401(k",
         "twenty four seven three, twenty four seven thirty six, twenty four seven three hundred "
         "sixty four, four oh one oh oh, kay, four hundred one, five, four oh one kay, four oh one "
         "kay, é, four hundred one, kay"},
        {"1/7 of it, 1/2/3, on 1/3, 3 1/3",
         "January seventh of it, one two three, on January third, three and a third"},
        {"$5 million, $5 million", "five million dollars, five million dollars"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantities),
        cmocka_unit_test(digits_one_by_one),
        cmocka_unit_test(suffixes),
        cmocka_unit_test(ranges),
        cmocka_unit_test(percent),
        cmocka_unit_test(fractions_and_dates),
        cmocka_unit_test(measures),
        cmocka_unit_test(names_of_numbers),
        cmocka_unit_test(numbers_with_a_name),
        cmocka_unit_test(houses_and_counts),
        cmocka_unit_test(marks_before_a_number),
        cmocka_unit_test(percents),
        cmocka_unit_test(feet_and_inches),
        cmocka_unit_test(always_and_paragraphs),
        cmocka_unit_test(parts_of_one),
        cmocka_unit_test(long_and_glued),
        cmocka_unit_test(no_ranges_and_measures),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
