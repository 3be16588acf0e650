#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/token.h"
#include "text_fixture.h"

static void a_new_step_begins_a_sentence(void **state)
{
    (void)state;
    CHECK("hello gina this is paul from lakeside paving| i saw your post about the driveway| could "
          "you call me back| my number is five one two five five five oh one four two| thanks bye",
          "hi tom its nora at fern insurance| your broker ed lowe said i should ring| we cut his "
          "premium by a third| give me a call on oh one six one four nine six oh one four two| ill "
          "be in till six| cheers tom",
          "hey ana we have two trucks ready to go| you can get me at five five five oh one four "
          "two| again thats five five five oh one four two");
}

static void a_number_ends_its_sentence(void **state)
{
    (void)state;
    CHECK(
        "hello gina this is paul lund from fern oh one six one four nine six oh one four two| minh "
        "tran asked me to ring you| he likes our sheds",
        "hi gina its paul lund from fern| we built a shed for your neighbour| ill be in until six| "
        "paul lund fern five five five oh one four two");
}

static void a_condition_may_stand_first(void **state)
{
    (void)state;
    CHECK(
        "hi lee this is jo from fern| we have your shed| if i dont hear from you ill ring again",
        "hi lee this is jo from fern| call me on five five five oh one four two| if not no worries",
        "hi lee this is jo from fern| call me if you want it| my number is five five five oh one "
        "four two");
}

static void nouns_that_look_like_verbs_begin_nothing(void **state)
{
    (void)state;
    CHECK(
        "hi lee this is jo from fern| we met at the garden show| you asked what a shed would cost",
        "hi lee this is jo from fern| please share your list on whatsapp| our number is five five "
        "five oh one four two");
}

static void a_greeting_without_a_verb_joins_the_introduction(void **state)
{
    (void)state;
    CHECK("good morning mrs hale this is omar with cedar windows| are you still thinking of new "
          "doors");
}

static void clauses_that_hang_on_another_stay(void **state)
{
    (void)state;
    CHECK("hi lee this is jo| call me back when you get a chance",
          "hi lee this is jo from fern| i have the samples you asked for last week| let me know "
          "if you want them",
          "hi lee this is jo from fern| she told me youre moving and that you need vans",
          "hi lee this is jo from fern| we have what you need so you can start on monday");
}

static void a_condition_waits_for_its_clause(void **state)
{
    (void)state;
    CHECK("hi lee its jo from fern| we painted the hall in a day| so if you want to see it give "
          "me a ring| thanks");
}

static void fillers_go_with_what_follows(void **state)
{
    (void)state;
    CHECK("hi um this is jo from fern| um i wanted to ask about the roof| okay thank you bye bye");
}

static void a_goodbye_is_one_sentence(void **state)
{
    (void)state;
    CHECK("hi its jo from fern| call me at five| thank you so much have a great day bye");
}

static void capitals_help_where_there_are_some(void **state)
{
    (void)state;
    CHECK("Hi this is Jo Lund from Fern Roofing| I was on your street today and saw the storm "
          "damage| Call me at 555-0142| That's 555-0142| Thank you");
}

static void only_the_end_without_stops_is_dictated(void **state)
{
    (void)state;
    CHECK("hi this is jo from fern.| we paint halls and we can save you money.| pls call me "
          "555-0142| thx");
}

static void written_text_is_left_alone(void **state)
{
    (void)state;
    CHECK("The roof that we looked at, which I said was old, is the one you can see from the road, "
          "and we think it will last.",
          "Our offer for the hall and the stairs");
}

static bool is_informal(const char *text)
{
    struct rb_arena arena;
    struct rb_text t;
    bool informal;

    make_text(&arena, text, &t);
    informal = t.informal;
    rb_arena_free(&arena);
    return informal;
}

static void informal_is_how_most_sentences_begin(void **state)
{
    (void)state;
    assert_true(is_informal("hi this is jo from fern call me at five"));
    assert_true(is_informal("hi. its Jo from Fern. call me."));
    assert_false(is_informal("Hi, it's Jo. i saw your post. Call me."));
    assert_false(is_informal(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_step_begins_a_sentence),
        cmocka_unit_test(a_number_ends_its_sentence),
        cmocka_unit_test(a_condition_may_stand_first),
        cmocka_unit_test(nouns_that_look_like_verbs_begin_nothing),
        cmocka_unit_test(a_greeting_without_a_verb_joins_the_introduction),
        cmocka_unit_test(clauses_that_hang_on_another_stay),
        cmocka_unit_test(a_condition_waits_for_its_clause),
        cmocka_unit_test(fillers_go_with_what_follows),
        cmocka_unit_test(a_goodbye_is_one_sentence),
        cmocka_unit_test(capitals_help_where_there_are_some),
        cmocka_unit_test(only_the_end_without_stops_is_dictated),
        cmocka_unit_test(written_text_is_left_alone),
        cmocka_unit_test(informal_is_how_most_sentences_begin),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
