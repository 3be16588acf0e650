/* Times of day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clock_fixture.h"

static void clock_times(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"8:30, 12:05, 8:00, 17:00, 08:15",
         "eight thirty, twelve oh five, eight o'clock, seventeen hundred, eight fifteen"},
        {"9am, 9 AM, 5 p.m., 8:00 a.m.", "nine ay em, nine ay em, five pee em, eight ay em"},
        {"at 2 o'clock", "at two o'clock"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void spans(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"8-10am, 9am-5pm, 9:30 – 10:15, 3-5:30",
         "eight to ten ay em, nine ay em to five pee em, nine thirty to ten fifteen, three to five "
         "thirty"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

/* British times, where their neighbours say so. */
static void points_between(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"by 8.40, at 11.15, 8.30 in the morning",
         "by eight forty, at eleven fifteen, eight thirty in the morning"},
        {"up by 8.40 percent, 8.40 in all, at 8.40%",
         "up by eight point four zero percent, eight point four zero in all, at eight point four "
         "zero percent"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void last_dot(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"I leave at 5 p.m. We talk then", "I leave at five pee em. We talk then"},
        {"I leave at 5 p.m. today", "I leave at five pee em today"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void times_at_their_edges(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"at 5:30 pm, 5:30p.m., 17:30, 5:00, 12:00 noon, 5 o'clock, 17:00",
         "at five thirty pee em, five thirty pee em, seventeen thirty, five o'clock, twelve "
         "o'clock noon, five o'clock, seventeen hundred"},
        {"from 9 to 5, 9-5, 9am-5pm, 9:30-10:15, 9-10:30am",
         "from nine to five, nine to five, nine ay em to five pee em, nine thirty to ten fifteen, "
         "nine to ten thirty ay em"},
        {"at 0:30, 00:00, 5 p. m. or 5:30 ampere",
         "at twelve thirty, twelve o'clock, five pee em or five thirty ampere"},
        {"at 8.40 tomorrow, by 8.40, 8.40 in the morning, 8.40 in all, 8.40 percent, 13.40 today, "
         "0.40 today, 8.4 today",
         "at eight forty tomorrow, by eight forty, eight forty in the morning, eight point four "
         "zero in all, eight point four zero percent, thirteen point four zero today, zero point "
         "four zero today, eight point four today"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void times_cut_short(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"at 5 p.m, 5:301, 8.40% today, 8.40 million today, 8.40 x, 0am",
         "at five pee em, five three hundred one, eight point four zero percent today, eight point "
         "four zero million today, eight point four zero ex, zero ay em"},
        {"5am-8.30, 5 - 6, 5am-6",
         "five ay em eight point three zero, five to six, five ay em to six"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void midnight_and_hours_of_four_figures(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"0:30 and 00:00, 17:00 sharp",
         "twelve thirty and twelve o'clock, seventeen hundred sharp"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clock_times),
        cmocka_unit_test(spans),
        cmocka_unit_test(points_between),
        cmocka_unit_test(last_dot),
        cmocka_unit_test(times_at_their_edges),
        cmocka_unit_test(times_cut_short),
        cmocka_unit_test(midnight_and_hours_of_four_figures),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
