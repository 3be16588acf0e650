/* The phrase language, element by element: what a phrase finds, and what it leaves alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lexicon_fixture.h"

#define CHECK(yaml_, ...)                                                                          \
    do {                                                                                           \
        static const struct found rows_[] = {__VA_ARGS__};                                         \
                                                                                                   \
        fixture_check((yaml_), rows_, sizeof rows_ / sizeof rows_[0]);                             \
    } while (0)

static void words_match_whatever_their_case_and_line(void **state)
{
    (void)state;
    CHECK("facts: {f: {phrases: [call me back]}}", {"CALL me\nback now.", "f:CALL me\nback"},
          {"Call me, back then.", ""}, {"recall me back", ""});
}

static void contractions_are_their_words(void **state)
{
    (void)state;
    CHECK("facts: {f: {phrases: [you are late, i would like, it is, cannot wait]}}",
          {"You’re late.", "f:You’re late"}, {"I'd like that.", "f:I'd like"},
          {"Its late and youre late.", "f:youre late"}, {"I can't wait.", "f:can't wait"},
          {"It's on.", "f:It's"});
}

static void inflections_follow_the_word(void **state)
{
    (void)state;
    CHECK("irregular: {buy: [buys, buying, bought]}\n"
          "facts: {f: {phrases: [ship~ it, carry~ it, save~ it, buy~ it]}}",
          {"We shipped it, carries it, saving it.", "f:shipped it; f:carries it; f:saving it"},
          {"She bought it; buyed it.", "f:bought it"});
}

static void gaps_are_bounded_and_stay_in_their_clause(void **state)
{
    (void)state;
    CHECK("facts: {f: {phrases: [cut .. costs, keep ..1 close, 'join ..4, us']}}",
          {"We cut your freight costs.", "f:cut your freight costs"},
          {"Cut one two three four costs.", ""}, {"Cut it, costs fall.", ""},
          {"Keep them all close.", ""}, {"Join Ana, Bo, us.", "f:Join Ana, Bo, us"});
}

static void options_groups_and_repeats(void **state)
{
    (void)state;
    CHECK("facts: {f: {phrases: [please? (ring|give us a bell) today?, very+ good]}}",
          {"Please ring.", "f:Please ring"}, {"Give us a bell today!", "f:Give us a bell today"},
          {"very very very good", "f:very very very good"}, {"good", ""});
}

static void sets_hold_words_phrases_and_sets(void **state)
{
    (void)state;
    CHECK("sets: {Day: [<workday>, next week, (this|next) <workday>], workday: [monday, friday]}\n"
          "facts: {f: {phrases: ['see you / <Day>']}}",
          {"See you next Friday.", "f:next Friday"}, {"See you Monday.", "f:Monday"},
          {"See you next week then.", "f:next week"}, {"See you Sunday.", ""});
}

static void groups_hold_sets_of_several_words(void **state)
{
    static const struct found rows[] = {{"It is two weeks late.", "f:two weeks late"},
                                        {"It is a bit late.", "f:a bit late"}};

    (void)state;
    fixture_check("sets: {Span: [<Number> weeks]}\nfacts: {f: {phrases: [(a bit|<Span>) late]}}",
                  rows, sizeof rows / sizeof rows[0]);
}

static void a_class_may_stand_in_any_number_of_groups(void **state)
{
    static const struct found rows[] = {{"We have four pears.", "f:four pears"}};
    struct rb_buffer yaml;

    (void)state;
    rb_buffer_init(&yaml);
    rb_buffer_puts(&yaml, "facts: {f: {phrases: [");
    for (unsigned i = 0; i < 100; i++) {
        rb_buffer_puts(&yaml, "(word");
        rb_buffer_uint(&yaml, i);
        rb_buffer_puts(&yaml, "|<Number>) apples, ");
    }
    rb_buffer_puts(&yaml, "(word|<Number>) pears]}}");
    rb_buffer_putc(&yaml, '\0');
    fixture_check(yaml.ptr, rows, 1);
    rb_buffer_free(&yaml);
}

static void marks_bound_the_fact(void **state)
{
    (void)state;
    CHECK("facts: {f: {phrases: [/ <Name> / here, my name is / <Name>, 'because / it >>']}}",
          {"Ada Reed here.", "f:Ada Reed"}, {"My name is Bo.", "f:Bo"},
          {"Call because it leaks at night, not in the day.", "f:it leaks at night"});
}

static void edges_starts_and_ends(void **state)
{
    (void)state;
    CHECK("facts: {f: {phrases: [^ stop, go $, ', / wait', 'so ,? then']}}",
          {"Stop. Do not stop.", "f:Stop"}, {"Go on and go.", "f:go"},
          {"Well, wait. They wait.", "f:wait"}, {"So, then. So then.", "f:So, then; f:So then"});
}

static void guards_and_vetoes(void **state)
{
    (void)state;
    CHECK("facts: {f: {phrases: [call me !(crazy|names)], not: [do not ..2 me, you can call me]}}",
          {"Call me.", "f:Call me"}, {"Call me crazy.", ""}, {"Please do not call me.", ""},
          {"You can call me.", ""});
    CHECK("facts: {f: {phrases: ['so ,? !then / (we|then) >>']}}", {"So, we went.", "f:we went"},
          {"So, then.", ""}, {"So then.", ""});
}

static void groups_have_values(void **state)
{
    (void)state;
    CHECK("facts:\n  ask:\n    phrases: {call_back: [call me], email_back: [email me], other: [let "
          "me "
          "know]}\n    weak: [other]\n",
          {"Call me, or email me.", "ask:Call me=call_back; ask:email me=email_back"},
          {"Call me and let me know.", "ask:Call me=call_back"},
          {"Let me know.", "ask:Let me know=other"});
}

static void values_come_from_the_phrase(void **state)
{
    (void)state;
    CHECK("facts: {f: {phrases: ['=<Name> sent me'], compare: name}}",
          {"Ada  Reed sent me.", "f:Ada  Reed sent me=Ada Reed"},
          {"[Name] sent me.", "f:[Name] sent me=placeholder"});
}

static void facts_yield_and_build_on_each_other(void **state)
{
    (void)state;
    CHECK("facts: {a: {phrases: [best pump], yields_to: []}, b: {phrases: [pump], yields_to: [a]},"
          " c: {phrases: [buy the / <a>]}}",
          {"Buy the best pump. A pump.", "a:best pump; c:best pump; b:pump"});
}

static void windows_and_neighbours(void **state)
{
    (void)state;
    CHECK("facts:\n  n: {phrases: [number]}\n  f:\n    phrases:\n"
          "      - {in: first sentence, phrases: [hello]}\n      - {near: [n], phrases: [quick]}\n"
          "      - {alone: true, phrases: [alone]}\n",
          {"Hello. Hello.", "f:Hello"}, {"Quick. One. Two. Number.", "n:Number"},
          {"Quick. Number.", "f:Quick; n:Number"}, {"Alone.", "f:Alone"},
          {"Hello. Alone.", "f:Hello"});
}

static void later_mentions_of_a_name(void **state)
{
    (void)state;
    CHECK("facts: {f: {phrases: [this is / <Name>], compare: name, again: [whole, first]}}",
          {"This is Ada Reed. Again, Ada Reed. Ask for Ada, not ada.",
           "f:Ada Reed=Ada Reed; f:Ada Reed=Ada Reed; f:Ada=Ada"});
}

static void one_person_by_two_names(void **state)
{
    (void)state;
    CHECK("facts: {f: {phrases: [this is / <Name>], compare: name},"
          " g: {phrases: [ask for / <Name>], compare: name, unlike: [f]}}",
          {"This is Bob Reed. Ask for Robert.", "f:Bob Reed=Bob Reed"},
          {"This is Robert Reed. Ask for Bob Reed.", "f:Robert Reed=Robert Reed"},
          {"This is Bob Reed. Ask for Robert Kent.",
           "f:Bob Reed=Bob Reed; g:Robert Kent=Robert Kent"},
          {"This is Bob. Ask for Rupert.", "f:Bob=Bob; g:Rupert=Rupert"});
}

static void clauses_are_scored_by_cues(void **state)
{
    (void)state;
    CHECK("clauses: ['/ and (i|we|they)']\nfacts:\n  gain:\n    clauses:\n      at_least: 5\n      "
          "cues:\n"
          "        a verb of gain: {points: 3, phrases: [cut~, save~]}\n"
          "        a measure: {points: 2, phrases: [<Number>, half]}\n"
          "        the speaker: {points: -4, phrases: [^ i]}\n",
          {"We met Hollis and they cut waste by half, as I thought.",
           "gain:and they cut waste by half"},
          {"I saved 30.", ""}, {"They saved it.", ""});
}

static void rivals_compete_for_a_clause(void **state)
{
    (void)state;
    CHECK("facts:\n  a:\n    clauses: {at_least: 1, rivals: [b], cues: {x: {points: 2, phrases: "
          "[save~]}}}\n"
          "  b:\n    clauses: {at_least: 1, cues: {y: {points: 4, phrases: [we offer]}}}\n",
          {"We offer what saves you.", "b:We offer what saves you"},
          {"It saves you days.", "a:It saves you days"});
}

static void fillers_and_directions_are_not_heard(void **state)
{
    (void)state;
    CHECK("sets: {filler: [um, uh]}\nfacts: {f: {phrases: [call me back]}}",
          {"call um me uh back", "f:call um me uh back"},
          {"Call me (pause) back.", "f:Call me (pause) back"});
}

static void what_does_not_compile_is_named(void **state)
{
    static const struct {
        const char *yaml, *message;
    } rows[] = {
        {"facts: {f: {phrases: [see <gian>]}}\nsets: {gain: [win]}",
         "there is no set, fact or class <gian>: did you mean <gain>?"},
        {"facts: {f: {phrases: [a (b|c]}}", "this ( is never closed"},
        {"facts: {f: {phrases: [please?]}}",
         "a phrase needs at least one word or set that is not optional"},
        {"facts: {f: {phrases: [.. 9]}}", NULL},
        {"facts: {f: {phrases: [go ..99 on]}}", "a gap may leap at most 24 words"},
        {"sets: {a: [<b>], b: [<c>], c: [<a>]}\nfacts: {f: {phrases: [x]}}",
         "these refer to each other in a circle: a → b → c → a"},
        {"facts: {f: {phrases: [a <f>]}}", "<f> cannot be made of itself"},
        {"facts: {f: {phrases: ['b (c ,)']}}",
         "an edge at a group's end does nothing: put the comma behind the group"},
        {"facts: {f: {patterns: ['(']}}", NULL},
        {"facts: {f: {phrases: [x], yields_to: [g]}}", "there is no fact “g”: did you mean “f”?"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct fixture f;

        fixture_make(&f, rows[i].yaml);
        if (rows[i].message) {
            assert_null(f.lex);
            assert_string_equal(f.errs.first.message, rows[i].message);
        } else if (strstr(rows[i].yaml, "patterns")) {
            assert_null(f.lex);
            assert_non_null(strstr(f.errs.first.message, "the pattern does not compile"));
        }
        fixture_free(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_match_whatever_their_case_and_line),
        cmocka_unit_test(contractions_are_their_words),
        cmocka_unit_test(inflections_follow_the_word),
        cmocka_unit_test(gaps_are_bounded_and_stay_in_their_clause),
        cmocka_unit_test(options_groups_and_repeats),
        cmocka_unit_test(sets_hold_words_phrases_and_sets),
        cmocka_unit_test(groups_hold_sets_of_several_words),
        cmocka_unit_test(a_class_may_stand_in_any_number_of_groups),
        cmocka_unit_test(marks_bound_the_fact),
        cmocka_unit_test(edges_starts_and_ends),
        cmocka_unit_test(guards_and_vetoes),
        cmocka_unit_test(groups_have_values),
        cmocka_unit_test(values_come_from_the_phrase),
        cmocka_unit_test(facts_yield_and_build_on_each_other),
        cmocka_unit_test(windows_and_neighbours),
        cmocka_unit_test(later_mentions_of_a_name),
        cmocka_unit_test(one_person_by_two_names),
        cmocka_unit_test(clauses_are_scored_by_cues),
        cmocka_unit_test(rivals_compete_for_a_clause),
        cmocka_unit_test(fillers_and_directions_are_not_heard),
        cmocka_unit_test(what_does_not_compile_is_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
