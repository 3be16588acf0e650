/* Punctuation, lines, and the marks that are said. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clock_fixture.h"

/* One place has one pause: the longest. */
static void marks_pause(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"Well, Ana; here: two", "Well, Ana, here, two"},
        {"One. Two! Three? Four", "One. Two. Three. Four"},
        {"No (really) now", "No, really, now"},
        {"Then... later… gone", "Then. later. gone"},
        {"Ann — no, wait – yes - well -- done", "Ann, no, wait, yes, well, done"},
        {"Rates fell, (see below). Next", "Rates fell, see below. Next"},
        {"He said “go” and 'went' home", "He said go and went home"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void hyphens_are_silent(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"a night-shift lead", "a night shift lead"},
        {"a 15-minute call", "a fifteen minute call"},
        {"9-to-5 work", "nine to five work"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void lines_pause(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"Hi Ned,\n\nTwo things:\n- the quote is done\n- the crew is free\n\nThanks",
         "Hi Ned. Two things. the quote is done. the crew is free. Thanks"},
        {"Call Ned\nThanks", "Call Ned. Thanks"},
        {"Hello, this is Ned Marsh with the Tallow works of the old town by the\nriver. Our "
         "candles burn for twice as long as the ones that are sold by\nthe shops.",
         "Hello, this is Ned Marsh with the Tallow works of the old town by the river. Our candles "
         "burn for twice as long as the ones that are sold by the shops"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void marks_are_said(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"Pine & Oak + tax", "Pine and Oak plus tax"},
        {"Tuesday/Thursday, and/or, A/B", "Tuesday or Thursday, and or, ay bee"},
        {"Mr./Ms. Ray", "mister or miz Ray"},
        {"up ~20 or <5 at 72°", "up about twenty or less than five at seventy two degrees"},
        {"a 10:1 ratio", "a ten to one ratio"},
        {"**Bold** _words_ ™ •", "Bold words"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void initials_do_not_end(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"Ask for J. Ruiz today", "Ask for jay Ruiz today"},
        {"Ned Marsh Jr., of Tallow Inc., called", "Ned Marsh junior, of Tallow inc, called"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_pause),         cmocka_unit_test(hyphens_are_silent),
        cmocka_unit_test(lines_pause),         cmocka_unit_test(marks_are_said),
        cmocka_unit_test(initials_do_not_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
