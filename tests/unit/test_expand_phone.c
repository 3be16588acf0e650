/* Telephone numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clock_fixture.h"

static void groups(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"call 312-555-0142 or (312) 555-0143",
         "call three one two, five five five, oh one four two or three one two, five five five, oh "
         "one four three"},
        {"call 312.555.0142 or 555-0143", "call three one two, five five five, oh one four two or "
                                          "five five five, oh one four three"},
        {"call 3125550142 now", "call three one two, five five five, oh one four two now"},
        {"call 1-800-555-0142 now", "call one, eight hundred, five five five, oh one four two now"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void other_countries(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"call +44 (0)20 7946 0123 now",
         "call plus four four, two oh, seven nine four six, oh one two three now"},
        {"call +13125550142 now",
         "call plus one, three one two, five five five, oh one four two now"},
        {"call 0161 496 0142 now", "call oh one six one, four nine six, oh one four two now"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void extensions(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"call 312-555-0142 ext. 22 now",
         "call three one two, five five five, oh one four two, extension twenty two now"},
        {"call 312-555-0142 x857 now",
         "call three one two, five five five, oh one four two, extension eight five seven now"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void written_apart(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"call 3-1-2, 5-5-5, 0-1-4-2 now",
         "call three one two, five five five, oh one four two now"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void in_words(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"call five five five, oh one four two now", "call five five five, oh one four two now"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void with_letters(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"call 1-800-SAVE-NOW today", "call one, eight hundred, SAVE NOW today"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void ways_to_write_an_extension(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"ring 617-555-0142 x33, 617-555-0143 #33, 617-555-0144 ext 105",
         "ring six one seven, five five five, oh one four two, extension thirty three, six one "
         "seven, five five five, oh one four three, extension thirty three, six one seven, five "
         "five five, oh one four four, extension one oh five"},
        {"ring 617-555-0142 extn. 04, 617-555-0143 x 7",
         "ring six one seven, five five five, oh one four two, extension oh four, six one seven, "
         "five five five, oh one four three, extension seven"},
        {"ring 617-555-0142 extension five",
         "ring six one seven, five five five, oh one four two, extension five"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void countries(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"ring +14155550142 or +441614960142 or +44 (0)20 7946 0142",
         "ring plus one, four one five, five five five, oh one four two or plus four four, one six "
         "one, four nine six, oh one four two or plus four four, two oh, seven nine four six, oh "
         "one four two"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void digits_apart(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"ring 6 1 7, 5 5 5, 0 1 4 2 or 6-1-7-5-5-5-0-1-4-2",
         "ring six one seven, five five five, oh one four two or six one seven, five five five, oh "
         "one four two"},
        {"ring 617... 555... 0142 or 617… 555… 0142",
         "ring six one seven. five five five. oh one four two or six one seven. five five five. oh "
         "one four two"},
        {"ring 617 / 555 / 0142", "ring six one seven, five five five, oh one four two"},
        {"ring 617\n555\n0142", "ring six one seven. five five five. oh one four two"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void words_in_a_number(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"ring 1-800-FLOWERS", "ring one, eight hundred, FLOWERS"},
        {"ring six one seven… five five five… oh one four two",
         "ring six one seven. five five five. oh one four two"},
        {"ring six one seven. five five five. oh one four two",
         "ring six one seven. five five five. oh one four two"},
        {"ring six one seven, five five five, oh one four two",
         "ring six one seven, five five five, oh one four two"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void letters_behind_a_number(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"1-800-555-TXTS today", "one, eight hundred, five five five, tee ex tee ess today"},
        {"617—555—0142, +44 (20) 7946 0142",
         "six one seven, five five five, oh one four two, plus four four, two oh, seven nine four "
         "six, oh one four two"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups),
        cmocka_unit_test(other_countries),
        cmocka_unit_test(extensions),
        cmocka_unit_test(written_apart),
        cmocka_unit_test(in_words),
        cmocka_unit_test(with_letters),
        cmocka_unit_test(ways_to_write_an_extension),
        cmocka_unit_test(countries),
        cmocka_unit_test(digits_apart),
        cmocka_unit_test(words_in_a_number),
        cmocka_unit_test(letters_behind_a_number),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
