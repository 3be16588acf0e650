#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/token.h"
#include "text_fixture.h"

static void stops_end_sentences(void **state)
{
    (void)state;
    CHECK("The van is here.| Bring the keys.", "Is it open?| Yes!| Go in.",
          "We close at three.| Hurry", "Wow!!| That was quick.", "Really?!| You did?");
}

static void abbreviations_do_not_end_them(void **state)
{
    (void)state;
    CHECK("I asked Dr. Moreau about it.| She agreed.", "Send it to Lt. Col. Banks at once.",
          "See fig. 4 and pp. 12-15 of vol. 2.",
          "We ship to the U.K. and the U.S.A. every day.| No fee.",
          "Fruit, e.g. plums, etc. and nuts.", "Meet us on Oct. 5 at St. Anne's.",
          "It cost approx. 40 dollars.", "Ask for ext. 12.| Thanks.");
}

static void an_abbreviation_may_end_them(void **state)
{
    (void)state;
    CHECK("She joined Fern Inc.| It grew.", "Bring pens, paper, etc.| Lunch is on us.",
          "We sell in the U.S.| Our prices are low.",
          "He works at Fern & Sons Ltd.| They build sheds.", "He has a Ph.D.| He earned it.",
          "Come to 12 Oak St.| The gate is open.");
}

static void names_behind_an_abbreviation_stay(void **state)
{
    (void)state;
    CHECK("The U.S. Senate met.| It voted.", "Smith & Co. Ltd. sells tea.",
          "Fern Inc. Dallas has moved.");
}

static void initials_are_no_ends(void **state)
{
    (void)state;
    CHECK("A. B. Lund wrote to C. Marsh.", "You and I.| Did you know Carl I. Jensen?",
          "Plan B.| It failed.");
}

static void times_of_day(void **state)
{
    (void)state;
    CHECK("We open at 8 a.m. and close at 6 p.m.| Come by.", "At 8 a.m. Tom leaves.",
          "He left at 8 a.m.| Tom stayed.", "On Monday at 8 a.m. Mr. Hall arrives.",
          "Open 9 a.m. EST on Monday.", "I will try again at 5 p.m.| Thank you.");
}

static void numbers(void **state)
{
    (void)state;
    CHECK("It costs $4.50.| It rose.", "Version 2.1.3 is out.| Get it.",
          "Call 555-0142.| 555-0142.", "My number is 5 5 5. 0 1 4 2.| Thanks.",
          "On 5 1 2... 5 5 5... 0 1 4 2.| Thanks.", "It is suite 300.| 555-0142 is the number.",
          "No. 7 is here.| No.| It is not.");
}

static void ellipses(void **state)
{
    (void)state;
    CHECK("Wait... what?| I see.", "He paused\xE2\x80\xA6| Then he left.",
          "So \xE2\x80\xA6 maybe later.", "I thought ... well ... I did not.",
          "It is about... 5 dollars.", "He left the word out. . . .");
}

static void addresses_hold_their_stops(void **state)
{
    (void)state;
    CHECK("Mail kim@fern.io.| Bye.", "See https://fern.io/a.b.| Bye.",
          "Visit fern.com for more.| Bye.");
}

static void names_with_a_mark(void **state)
{
    (void)state;
    CHECK("She works at Yahoo! in sales.| He does not.");
}

static void quotes_keep_their_sentence(void **state)
{
    (void)state;
    CHECK("She said, \"Go. Come back.\" and left.| He stayed.", "\"Go home,\" he said.| \"Now.\"",
          "He said, \"Go home.\"| She went.",
          "\xE2\x80\x9CWhy?\xE2\x80\x9D she asked.| \xE2\x80\x9C"
          "Because.\xE2\x80\x9D",
          "He said, 'Go home.' and left.", "He said ( in haste. twice ) no.");
}

static void a_whole_message_in_quotes_is_split(void **state)
{
    (void)state;
    CHECK("\"Hi Nora, this is Tim Beck with Lakeside Paving, 555-0142.| Your neighbor Al had his "
          "drive done in one day.| Call me and I will share his price.\"");
}

static void brackets_keep_their_sentence(void **state)
{
    (void)state;
    CHECK("He left (it was late. very late) and slept.", "He left.| (It was late.)| She stayed.",
          "It works (see fig. 2).| Good.");
}

static void glued_text_is_parted(void **state)
{
    (void)state;
    CHECK("It is late.|Go home.|Now we rest.", "It cost 4,000.|That is fine.", "Really?|Yes.");
}

static void footnotes_belong_to_what_they_follow(void **state)
{
    (void)state;
    CHECK("It rained.[4]| We left.", "It rained. [4][5]| We left.",
          "It rained all week.12| We left.");
}

static void lists(void **state)
{
    (void)state;
    CHECK("1. Buy milk| 2. Call Tom", "1) Buy milk.| 2) Call Tom.",
          "Do this:| a) buy milk| b) call Tom", "(i) Milk|\n(ii) Bread|\n(iii) Jam",
          "\xE2\x80\xA2 Milk| \xE2\x80\xA2 Bread", "- milk|\n- bread", "He has 1.| Then 2.",
          "We sell 1) tea, 2) milk.");
}

static void line_breaks(void **state)
{
    (void)state;
    CHECK("Hi Ana.|\nThis is Bo.", "This line was broken in the\nmiddle by its width.",
          "milk|\nbread|\njam and butter", "Dear Ana,\n\nthis is Bo.| Bye.",
          "One block|\n\nanother block", "pricing\n.|\n\nMore");
}

static void a_small_letter_may_open_where_all_do(void **state)
{
    (void)state;
    CHECK("i called you.| we have it.| call me.", "hi bo.| its ana.| bye.",
          "He said no. but he came.", "its ana from fern|\nwe found your keys|\nring me");
}

static void a_direction_goes_with_what_follows(void **state)
{
    (void)state;
    CHECK("This is [Name].| (pause) We met in May.| [slowly] Call me.", "We met (pause) in May.",
          "Thank you. (smile)");
}

static void placeholders_open_and_close(void **state)
{
    (void)state;
    CHECK("Hi {{first_name}}.| {{rep}} here.", "Call XXX-XXX-XXXX.| Ask for [Name].| Bye.",
          "Mr./Ms. [Last Name], it is me.");
}

static void names_that_are_words(void **state)
{
    (void)state;
    CHECK("Hi Al.| Will here.", "Thanks, Jan.| Tom says hello.", "My name is Art.| Call me.");
}

static void faces_end_with_their_sentence(void **state)
{
    (void)state;
    CHECK("Thanks!! :)| Call me.", "It works! \xF0\x9F\x98\x8A| Bye.");
}

/* xorshift64*, so that the same bytes come in every run. */
static uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return *seed * 2685821657736338717u;
}

static void any_bytes_are_parted_whole(void **state)
{
    static const char *const pieces[] = {"[",
                                         "]",
                                         "{{",
                                         "}}",
                                         "(",
                                         ")",
                                         "<",
                                         ">",
                                         "%",
                                         "_",
                                         "...",
                                         ".",
                                         "?",
                                         "!",
                                         " ",
                                         "\n",
                                         "\r\n",
                                         "\"",
                                         "'",
                                         "\xE2\x80\x99",
                                         "\xE2\x80\x9C",
                                         "a",
                                         "I",
                                         "Mr",
                                         "hi",
                                         "X",
                                         "-",
                                         "5",
                                         "@",
                                         "fern.com",
                                         "www.",
                                         "https://",
                                         "\xC3\xA9",
                                         "\xFF",
                                         "\xE2",
                                         "1.",
                                         "a)",
                                         "\xE2\x80\xA2",
                                         "and",
                                         "call me",
                                         ",",
                                         "\xE2\x80\xA6",
                                         "U.S.",
                                         "\xEF\xBB\xBF",
                                         ":",
                                         "*",
                                         "|",
                                         "\xF0\x9F\x98\x80"};
    uint64_t seed = 20250607;
    struct rb_arena arena;

    (void)state;
    rb_arena_init(&arena);
    for (int round = 0; round < 4000; round++) {
        uint64_t length = next_random(&seed) % 60;
        struct rb_buffer b;
        struct rb_text t;

        rb_buffer_init(&b);
        for (uint64_t i = 0; i < length; i++) {
            uint64_t r = next_random(&seed);

            if (round % 2)
                rb_buffer_putc(&b, (char)(r >> 40));
            else
                rb_buffer_puts(&b, pieces[(r >> 20) % (sizeof pieces / sizeof pieces[0])]);
            if (r % 3 == 0)
                rb_buffer_putc(&b, ' ');
        }
        rb_arena_reset(&arena);
        assert_true(rb_text_make(&arena, rb_buffer_slice(&b), &t));
        check_text(&t, b.len);
        rb_buffer_free(&b);
    }
    rb_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stops_end_sentences),
        cmocka_unit_test(abbreviations_do_not_end_them),
        cmocka_unit_test(an_abbreviation_may_end_them),
        cmocka_unit_test(names_behind_an_abbreviation_stay),
        cmocka_unit_test(initials_are_no_ends),
        cmocka_unit_test(times_of_day),
        cmocka_unit_test(numbers),
        cmocka_unit_test(ellipses),
        cmocka_unit_test(addresses_hold_their_stops),
        cmocka_unit_test(names_with_a_mark),
        cmocka_unit_test(quotes_keep_their_sentence),
        cmocka_unit_test(a_whole_message_in_quotes_is_split),
        cmocka_unit_test(brackets_keep_their_sentence),
        cmocka_unit_test(glued_text_is_parted),
        cmocka_unit_test(footnotes_belong_to_what_they_follow),
        cmocka_unit_test(lists),
        cmocka_unit_test(line_breaks),
        cmocka_unit_test(a_small_letter_may_open_where_all_do),
        cmocka_unit_test(a_direction_goes_with_what_follows),
        cmocka_unit_test(placeholders_open_and_close),
        cmocka_unit_test(names_that_are_words),
        cmocka_unit_test(faces_end_with_their_sentence),
        cmocka_unit_test(any_bytes_are_parted_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
