/* What is spelled, and what is a word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clock_fixture.h"

static void capitals(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"our CEO and CFO saw HTML", "our see ee oh and see eff oh saw aitch tee em ell"},
        {"NASA and ACME stay, FAQ does not", "NASA and ACME stay, eff ay cue does not"},
        {"do it NOW, not LATER", "do it NOW, not LATER"},
        {"IT for the US at AT&T and R&D",
         "eye tee for the yew ess at ay tee and tee and ar and dee"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void several(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"VPs, the CEO's, pdfs", "vee peez, the see ee ohs, pee dee effz"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void small_letters(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"ask the crm and the roi, hmm", "ask the see ar em and the ar oh eye, hmm"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void a_shout_is_no_initialism(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"HI BOB THIS IS SUE AND WE CUT ROI", "HI BOB THIS IS SUE AND WE CUT ar oh eye"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void letters_with_digits(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"Q3, B2B, X200, F-150, COVID-19, I-95",
         "cue three, bee two bee, ex two hundred, eff one fifty, COVID nineteen, eye ninety five"},
        {"Orbit360 and BACK10 and X2045", "Orbit three sixty and BACK ten and ex two oh four five"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void said_otherwise(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"HIPAA, SaaS, SQL, PhD, ok", "hippa, sass, sequel, pee aitch dee, okay"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(capitals),
        cmocka_unit_test(several),
        cmocka_unit_test(small_letters),
        cmocka_unit_test(a_shout_is_no_initialism),
        cmocka_unit_test(letters_with_digits),
        cmocka_unit_test(said_otherwise),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
