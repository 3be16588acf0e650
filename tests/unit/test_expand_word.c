/* Abbreviations and other words that are said otherwise than written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clock_fixture.h"

static void titles_and_streets(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"Dr. Ruiz, Mr. and Mrs. Lee, Ms. Ray, Prof. Hu",
         "doctor Ruiz, mister and missus Lee, miz Ray, professor Hu"},
        {"on Oak St. today, 12 Elm Dr. today, 5th Ave today",
         "on Oak street today, twelve Elm drive today, fifth avenue today"},
        {"in St. Paul now", "in saint Paul now"},
        {"Ask dr ruiz on oak st this week or at st judes",
         "Ask doctor ruiz on oak street this week or at saint judes"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void short_words(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"w/ or w/o it, b/c we can, n/a", "with or without it, because we can, en ay"},
        {"Thx, pls call tmrw, approx. 10", "thanks, please call tomorrow, approximately ten"},
        {"Hollis & Co. today, Acme Ltd.", "Hollis and company today, Acme limited"},
        {"e.g. this, i.e. that, etc.", "for example this, that is that, et cetera"},
        {"No. 5 or no, sec. 2 or a sec", "number five or no, section two or a sec"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void dotted_letters(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"Ask the U.S. team, a Ph.D. at 9 a.m. today",
         "Ask the yew ess team, a pee aitch dee at nine ay em today"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void units_need_a_number(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"10 min, 1 min, min wage", "ten minutes, one minute, min wage"},
        {"9 AM PT", "nine ay em pee tee"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void states(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"Austin, TX or Portland, OR today", "Austin, Texas or Portland, Oregon today"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void letters(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"Series B, plan A, A plan, X-ray", "Series bee, plan ay, A plan, ex ray"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_and_streets),
        cmocka_unit_test(short_words),
        cmocka_unit_test(dotted_letters),
        cmocka_unit_test(units_need_a_number),
        cmocka_unit_test(states),
        cmocka_unit_test(letters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
