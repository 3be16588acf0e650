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

static void dots_inside(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"my Ph.D. and the U.S fleet, e.g. one, i.e. two",
         "my pee aitch dee and the yew ess fleet, for example one, that is two"},
        {"w/o tax, w/ tax, b/c it is, n/a", "without tax, with tax, because it is, en ay"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void doctors_drives_saints_and_streets(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"Dr. Lund is on Oak Dr. today", "doctor Lund is on Oak drive today"},
        {"on oak st this week, at st judes hall, on oak st",
         "on oak street this week, at saint judes hall, on oak street"},
        {"St. Anne lives on Main St. there", "saint Anne lives on Main street there"},
        {"2nd ave. and 5th Ave. and the Ave", "second ave and fifth avenue and the Ave"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void short_forms_that_need_their_place(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"No. 5 and no. five, approx. 5, vs. them, dept. of it",
         "number five and no. five, approximately five, versus them, department of it"},
        {"meet in Austin, TX today, or austin, TX",
         "meet in Austin, Texas today, or austin, tee ex"},
        {"it weighs 5 lbs or 1 lb or 10 min.", "it weighs five pounds or one pound or ten minutes"},
        {"at 9 PT or 9 pt", "at nine pee tee or nine points"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void letters_and_whose_they_are(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"the CEO's plan, two VPs, the SQL's speed and wifi's speed",
         "the see ee ohs plan, two vee peez, the sequels speed and wifi's speed"},
        {"Plan A. A plan, B and C", "Plan ay. A plan, bee and see"},
        {"the F-150 and F-1,500 and Ford-150 and f-150",
         "the eff one fifty and eff fifteen hundred and Ford one hundred fifty and eff one hundred "
         "fifty"},
        {"B2B and 3M", "bee two bee and three em"},
        {"and/or A/B Tuesday/Thursday", "and or ay bee Tuesday or Thursday"},
        {"ask J. Smith or plan B. It is red", "ask jay Smith or plan bee. It is red"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void letters_with_dots_and_marks(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"y'all'd've, U.Sx, a.b1, U.S.5", "y'all'd've, yew Sx, a bee one, yew ess five"},
        {"A.B.C.D.E.F.G.H.I. is long", "ay bee see dee ee eff gee aitch eye is long"},
        {"the max. of it, the max of it, 5 hr. long, cont. here",
         "the maximum. of it, the max of it, five hours long, continued. here"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void names_of_letters(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"Austin, ZZ, 5, TX, o dear", "Austin, zee zee, five, tee ex, o dear"},
        {"F's-150, F-x, F-150a, ABCDEF-150",
         "effs one hundred fifty, eff ex, eff one hundred fifty ay, ABCDEF one hundred fifty"},
        {"R&D, B&BS, AM and PM, crms, ceos, pstwx",
         "ar and dee, bee and bee ess, ay em and pee em, see ar emz, see ee ohz, pstwx"},
        {"X9é, x9, ABCD9, B2B's", "X9é, ex nine, ABCD nine, B2B's"},
        {"J. Smith is here. It is red.;so", "jay Smith is here. It is red, so"},
        {"~$5, <$5, a – b, a –b, a– b, 8 or ½",
         "about five dollars, less than five dollars, a, bee, a, bee, a, bee, eight or a half"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void gaps_and_signs_of_typesetters(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"5 km, 5−3, 5 − 3", "five kilometers, five to three, five to three"},
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
        cmocka_unit_test(dots_inside),
        cmocka_unit_test(doctors_drives_saints_and_streets),
        cmocka_unit_test(short_forms_that_need_their_place),
        cmocka_unit_test(letters_and_whose_they_are),
        cmocka_unit_test(letters_with_dots_and_marks),
        cmocka_unit_test(names_of_letters),
        cmocka_unit_test(gaps_and_signs_of_typesetters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
