/* Where clauses begin in text without stops. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/token.h"
#include "text_fixture.h"

static void clauses_that_describe_a_noun_stay_with_it(void **state)
{
    (void)state;
    CHECK("hi ana its the way your team works that made me ring you",
          "hi ana anything you need| just call me back",
          "hi ana the best way we know is to ring me at four",
          "hi ana how many rooms you have is what I wanted to ask| thanks",
          "hi ana the quote we sent you for the roof is ready| call me back",
          "hi ana its the quote you asked us about| thanks",
          "hi ana this is about the order you wanted to place| call me",
          "hi dana its bo| the seed you ordered is here");
}

static void but_not_where_a_noun_of_its_own_follows(void **state)
{
    (void)state;
    CHECK("hi ana they built the yard| we got that cedar from the mill last week");
}

static void what_is_said_or_asked_stays_with_its_verb(void **state)
{
    (void)state;
    CHECK("hi ana I heard maybe we could talk on friday",
          "hi ana I wonder what they did| give me a ring",
          "hi ana let me know what you did| thanks again", "hi ana I really hope you are well",
          "hi ana we just saw you opened a shop", "hi ana its nice that you wanted to join us",
          "hi ana this what would you pay for a roof", "hi ana I know why| call me back",
          "hi ana I would share how| would you call me back",
          "hi ana I would show you how| what does it cost",
          "hi ana its bo| i promise you will like it");
}

static void objects_stay_with_their_verb(void **state)
{
    (void)state;
    CHECK("hi ana we can print your menus| call me back",
          "hi ana we call about its roof every week", "hi ana we sent him your quote last week",
          "hi ana I gave him my number last week", "hi ana thank everyone for me",
          "hi dana its bo we thank all of you", "hi ana its bo you do have my name",
          "hi ana its bo myself and the crew paint doors");
}

static void a_number_or_a_name_that_is_given_begins(void **state)
{
    (void)state;
    CHECK("hi ana if that works| let me know| my direct office phone number is five five five oh "
          "one four two",
          "hi ana let me know how it goes| my name is bo",
          "hi dana its bo| our numbers five five five oh one four two",
          "hi dana its bo| my number is five oh| call me",
          "hi dana its bo| the price is 400| call me",
          "hi ana my number is five five five oh one four two| once more five five five oh one "
          "four two",
          "hi ana my number is five five five oh one four two once upon a time");
}

static void statements_begin(void **state)
{
    (void)state;
    CHECK("hi ana I wanted to ask about the roof| um maybe you have seen it",
          "hi ana it is closed friday and monday| its open again",
          "hi ana I waited until then| its fine", "hi ana I waited and then its fine",
          "hi ana its bo| id rather talk on monday| id be glad to help",
          "hi ana its bo id the caller of last week", "hi ana its bo and this time it works fine",
          "hi ana its bo| someone told me you paint doors", "hi ana its bo| everybody likes it",
          "hi ana its bo nobody the same", "hi ana its bo| oh and by the way we paint doors",
          "hi dana its bo| one of your drivers took our keys", "hi dana its bo one of your drivers",
          "hi dana its bo| your neighbour agreed to our terms last week",
          "hi dana its bo| the truck still stands there",
          "hi dana its bo| the crews were running late", "hi dana its bo| it takes a day",
          "hi dana its bo| your roof leaks on friday", "hi dana its bo| my crew came by on friday",
          "hi dana its bo| thanks for the talk| I can come at five o'clock on monday");
}

static void orders_begin(void **state)
{
    (void)state;
    CHECK("hi ana it takes a day| so call me back",
          "hi ana its bo| lets talk on friday| gimme a call", "hi ana save the date| its friday",
          "hi ana its bo| come by on friday| come see us",
          "hi ana its bo| pick them up on friday| bring your plans",
          "hi ana its bo| take a look at it",
          "hi ana its bo| visit our page| visit the shop| check out our page",
          "hi ana its bo| feel free to call", "hi ana its bo please", "hi ana its bo please five");
}

static void questions_begin(void **state)
{
    (void)state;
    CHECK("hi ana its bo| would ten o'clock work| does monday suit you",
          "hi ana its bo| are there any doors| is anyone home",
          "hi ana its bo| what time works for you| what day would suit you",
          "hi ana its bo| whats a good time", "hi ana its bo| what about friday| what if it rains",
          "hi ana its bo| how can you paint doors",
          "hi dana its bo| if you want to know more would you call me");
}

static void goodbyes_begin(void **state)
{
    (void)state;
    CHECK("hi ana its bo you know| thanks", "hi ana muchas gracias| call me back",
          "hi dana its bo| talk soon", "hi dana its bo| many thanks",
          "hi dana its bo| looking forward to it", "hi dana its bo| have a great day",
          "hi dana its bo| see you soon| I will see you on friday| see you friday",
          "hi dana its bo| all the best", "hi dana its bo| kind regards",
          "hi dana its bo| appreciate it");
}

static void fillers_and_asides_go_with_what_follows(void **state)
{
    (void)state;
    CHECK("hi ana its bo| we are doing well| call me back",
          "hi ana its bo| I hope you are well| my number is five five five oh one four two",
          "hi ana its bo| the shed is done| well call me back",
          "hi ana its bo| we did it| okay call me back",
          "hi ana its bo| I hope that is okay| call me back",
          "hi ana its bo| the shed is ready| so just call me back",
          "hi ana its bo| the shed is ready| sir please call me back",
          "hi ana its bo| the shed is ready| madam please call me back",
          "hi ana its bo| the shed is ready| maam please call me back",
          "hi ana its bo| the shed is ready| in the meantime call me back",
          "hi ana its bo lund from fern| last month you asked about a shed",
          "hi ana its bo lund from fern| okay last month you asked about a shed",
          "hi dana its bo| just circling back on your roof| call me");
}

static void a_name_that_was_called_goes_with_the_introduction(void **state)
{
    (void)state;
    CHECK("hi this message is for dana| dana its bo lund at fern",
          "hi this message is for dana| dana my name is bo lund at fern",
          "hi this message is for dana and her crew tomo| its bo lund at fern");
}

static void a_condition_leads_on_to_a_promise(void **state)
{
    (void)state;
    CHECK("hi dana its bo| if you want to know more I'll ring on friday",
          "hi dana its bo| if you want to know more we'll come by on friday",
          "hi dana its bo| if you want to know more i will ring on friday",
          "hi dana its bo| if you want to know more we can come by on friday",
          "hi dana its bo| if you want to know more ill call on friday",
          "hi dana its bo from fern| if the shed leaks ill be there on friday",
          "hi dana its bo| my shed is here| so if you want it call me",
          "hi dana its bo| okay when you want it call me",
          "hi dana its bo| ok if you want it call me");
}

static void what_the_caller_will_do_if_nobody_rings(void **state)
{
    (void)state;
    CHECK("hi dana its bo| please call me back| if I dont hear from you ill ring on friday",
          "hi dana its bo| please call me back| if we haven't talked by then I'll ring on friday",
          "hi dana its bo| please call me back| if i miss you ill ring on friday",
          "hi dana its bo| please call me back| if i'm out ill ring on friday",
          "hi dana its bo| please call me back| if im out ill ring on friday",
          "hi dana its bo| call me back today| if not I'll ring on friday",
          "hi dana its bo| call me back today| if not no worries",
          "hi dana its bo| call me back today| if not thats fine",
          "hi dana its bo| call me back today| if not call my office",
          "hi dana its bo| call me back today| if not we can come by on friday",
          "hi dana its bo| my number is five five five oh one four two| if not call my office");
}

static void what_begins_nothing(void **state)
{
    (void)state;
    CHECK("hi ana we drove for miles you know", "hi ana the roof we got that is old leaks",
          "hi ana I will text on the whatsapp you sent", "hi ana go over its roof",
          "hi ana would like your roof", "hi ana call us your way", "hi ana send them our plans",
          "hi ana come friday and monday its open", "hi ana thanks you are great",
          "hi ana you saw me on friday", "hi ana its bo all the wood",
          "hi ana its bo a friend agreed on", "hi ana its bo the seed you order",
          "hi ana id just like that", "hi ana its bo wanted by all", "hi ana its bo take a seat",
          "hi ana its bo how is bo");
}

static void clauses_of_few_words(void **state)
{
    (void)state;
    CHECK("hi ana let me know your number| call me",
          "hi ana please let me know| my number is five five five oh one four two",
          "hi ana its bo talk to the crew| speak to you soon", "hi ana its bo| someone came by",
          "hi ana its bo| everything takes long", "hi ana its bo| one of your three men laughed",
          "hi ana its bo| our numbers are old", "hi ana its bo save the wood| save the date",
          "hi ana its bo| come pick it up");
}

static void well_may_end_a_clause(void **state)
{
    (void)state;
    CHECK("hi ana its bo| are you well call me", "hi ana its bo| it goes very well| call me",
          "hi ana its bo all is going well| call me",
          "hi ana its bo| you are feeling well| call me",
          "hi ana its bo you know it as well call me");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clauses_that_describe_a_noun_stay_with_it),
        cmocka_unit_test(but_not_where_a_noun_of_its_own_follows),
        cmocka_unit_test(what_is_said_or_asked_stays_with_its_verb),
        cmocka_unit_test(objects_stay_with_their_verb),
        cmocka_unit_test(a_number_or_a_name_that_is_given_begins),
        cmocka_unit_test(statements_begin),
        cmocka_unit_test(orders_begin),
        cmocka_unit_test(questions_begin),
        cmocka_unit_test(goodbyes_begin),
        cmocka_unit_test(fillers_and_asides_go_with_what_follows),
        cmocka_unit_test(a_name_that_was_called_goes_with_the_introduction),
        cmocka_unit_test(a_condition_leads_on_to_a_promise),
        cmocka_unit_test(what_the_caller_will_do_if_nobody_rings),
        cmocka_unit_test(what_begins_nothing),
        cmocka_unit_test(clauses_of_few_words),
        cmocka_unit_test(well_may_end_a_clause),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
