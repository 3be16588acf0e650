/* Whether a word's full stop ends the sentence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/token.h"
#include "text_fixture.h"

static void a_time_of_day(void **state)
{
    (void)state;
    CHECK("At 8 a.m. Millions attended the fair.", "At 8 a.m. I called you.",
          "At 9 a.m. 20 men came.", "We open at 9 a.m...| Come by.",
          "It is at 5 p.m. EST.| Come by.", "it was a shed.| ring me at 5 p.m.| we are open");
}

static void a_shortened_name_of_a_land(void **state)
{
    (void)state;
    CHECK("It is U.K.| Millions attended.", "It is U.K. British firms came.");
}

static void references(void **state)
{
    (void)state;
    CHECK("See no. A4 and fig. B2 on the list.", "See fig.| Four is odd.");
}

static void units_behind_a_number(void **state)
{
    (void)state;
    CHECK("Bring 5 lbs.| Thanks.", "It weighs 5 lbs. 4 oz. in all.",
          "They grew by 5 pct. last year.");
}

static void titles_and_streets(void **state)
{
    (void)state;
    CHECK("He lives on Oak Dr. Lund left.", "Ask Dr. (he is in) today.",
          "Ask the Sr.| The gate is open.");
}

static void names_that_look_like_something_shortened(void **state)
{
    (void)state;
    CHECK("Hi, Jan.| The shed is here.", "Hi Sat.| The shed is here.", "Ask Al.| Lund went.");
}

static void days_and_months(void **state)
{
    (void)state;
    CHECK("See you Jan. 5 or Sat.| The shed is open.", "The shed of Oct. 5 leaks.",
          "We sat.| The sun shone.");
}

static void lists_that_end_early(void **state)
{
    (void)state;
    CHECK("We sell pens, etc. 24 hours a day.", "We paid Fern & Co.| The shed leaks.",
          "Fern & Co. Lund left.");
}

static void words_that_look_cut_off(void **state)
{
    (void)state;
    CHECK("Bring the qtys.| 20 and 30 to us.", "It is abcf.| 5550142 is the number.",
          "It is a shed.| 20 are left.");
}

static void the_number_of_a_heading(void **state)
{
    (void)state;
    CHECK("IV. The market.| I. The price.| VI. A plan.", "X4.| The market.");
}

static void without_capitals(void **state)
{
    (void)state;
    CHECK("hi ana.| it was a shed.| was it red.| mr. lund went.| he was.| was he",
          "call 555 0142.| it was.| [name] was here.| it went.");
}

static void letters_that_name_something(void **state)
{
    (void)state;
    CHECK("She and I.| 20 men came.");
}

static void footnotes(void **state)
{
    (void)state;
    CHECK("As before.11 12| The shed leaks.", "As before.11 12 13 14 15 The shed leaks.");
}

static void dots_in_a_row(void **state)
{
    (void)state;
    CHECK("It was fine.| . . . The shed leaks.", "It was fine . . . .| The shed leaks.");
}

static void directions_open_what_follows(void **state)
{
    (void)state;
    CHECK("(pause) Hello there.| (pause)\n(pause)\nHello there.");
}

static void quotes_of_other_languages(void **state)
{
    (void)state;
    CHECK("„It leaks.“| He left.| ‚It leaks.‘| He left.| ‘It leaks.’| He left.",
          "‹It leaks.›| He left.| «It leaks.»| He left.",
          "（It leaks.）| He left.| 「It leaks.」| He left.| 【It leaks.】| He left.");
}

static void times_and_lands_again(void **state)
{
    (void)state;
    CHECK("At 8, 8 a.m. Tom left.", "At 8 a.m. (sharp) we met.", "It is U.K. Millions of it.",
          "It is U.K. Millions saw it.",
          "meet me at 5 p.m.| The shed is here.| meet me at 5 p.m.| In may we go.");
}

static void references_again(void **state)
{
    (void)state;
    CHECK("Ask N° 5 or N° Five.| Fine.", "See fig. (four) now.| See no. a4 now.");
}

static void in_small_letters(void **state)
{
    (void)state;
    CHECK("its at 5 p.m.| we go.| its a shed.| we go.| its tsk. we go.",
          "He left.| was he here.| They grew.| who is there.",
          "In oct. 5 men came.| In oct.| The roof leaks.");
}

static void brackets_behind(void **state)
{
    (void)state;
    CHECK("It is 5 oz.| The roof leaks.| 5 oz. (heavy).",
          "We sold it (etc.)| The roof leaks.| We sold it, etc. (really).",
          "We asked the boss.| (5 of us).", "We saw gov. lund there.| The gov. (he) left.");
}

static void lists_in_a_line(void **state)
{
    (void)state;
    CHECK("1. Call me.| 2. Ring me.| 3. Write me.", "a) Call me.| b) Ring me.| c) Write me.",
          "i. Call me.| ii. Ring me.| iii. Write me.",
          "We need 1) wood and 2) nails.| We need a) wood, b) nails and c) glue.");
}

static void names_with_a_mark(void **state)
{
    (void)state;
    CHECK("He won!| Yahoo! Inc. is here.| Yahoo!| The shed is open.",
          "'Tis late.| I'm here.| I’d go.", "It is fine ...| The shed leaks.| ■ One.| ● Two.");
}

static void a_saying_of_several_sentences(void **state)
{
    (void)state;
    CHECK("\"I asked for a shed that is as large as a house, with windows on all sides, a door to "
          "the south, a floor of oak, and a roof that does not leak when it rains for days.| Then "
          "I left.\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_time_of_day),
        cmocka_unit_test(a_shortened_name_of_a_land),
        cmocka_unit_test(references),
        cmocka_unit_test(units_behind_a_number),
        cmocka_unit_test(titles_and_streets),
        cmocka_unit_test(names_that_look_like_something_shortened),
        cmocka_unit_test(days_and_months),
        cmocka_unit_test(lists_that_end_early),
        cmocka_unit_test(words_that_look_cut_off),
        cmocka_unit_test(the_number_of_a_heading),
        cmocka_unit_test(without_capitals),
        cmocka_unit_test(letters_that_name_something),
        cmocka_unit_test(footnotes),
        cmocka_unit_test(dots_in_a_row),
        cmocka_unit_test(directions_open_what_follows),
        cmocka_unit_test(quotes_of_other_languages),
        cmocka_unit_test(times_and_lands_again),
        cmocka_unit_test(references_again),
        cmocka_unit_test(in_small_letters),
        cmocka_unit_test(brackets_behind),
        cmocka_unit_test(lists_in_a_line),
        cmocka_unit_test(names_with_a_mark),
        cmocka_unit_test(a_saying_of_several_sentences),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
