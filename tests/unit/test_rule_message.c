/* Templates and the messages made from them: template.c and message.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

/* The message of a rule that at most so many fruits break. */
static const char *message_of(const char *message, const char *text)
{
    static char rule[1024];
    const char *at;

    rule[0] = '\0';

    put(rule, sizeof rule, "    message: %s\n    check: {count: fruit, min: 3}\n", message);
    (void)check(rule, text);
    at = strstr(said, " 3 ");
    return at ? at + 3 : said;
}

static void test_forms(void **state)
{
    const char *four = "\"said {count:once|twice|# times|never}\"";

    (void)state;
    assert_string_equal(message_of(four, "A cat."), "said never");
    assert_string_equal(message_of(four, "A pear."), "said once");
    assert_string_equal(message_of(four, "A pear, a lime."), "said twice");
    assert_string_equal(message_of("\"{count:# fruit|# fruits}\"", "A pear."), "1 fruit");
    assert_string_equal(message_of("\"{count:# fruit|# fruits}\"", "A pear, a lime."), "2 fruits");
    assert_string_equal(message_of("\"{count:# fruit|# fruits}\"", "A cat."), "0 fruits");
    assert_string_equal(message_of("\"{count:one|two|many}\"", "A cat."), "many");
    assert_string_equal(message_of("\"{count:some}\"", "A pear, a lime."), "some");
    assert_string_equal(message_of("\"{count}\"", "A pear, a lime."), "2");
    assert_string_equal(message_of("\"{points:# point|# points}\"", "A cat."), "3 points");
}

static void test_facts(void **state)
{
    (void)state;
    assert_string_equal(message_of("\"the {animal}\"", "A dog and a cat."), "the dog");
    /* The words, not the value. */
    assert_string_equal(message_of("\"the {fruit}\"", "A lime."), "the lime");
}

static void test_alternatives(void **state)
{
    const char *three = "\"{person} has {animal} || {animal} alone || nobody\"";

    (void)state;
    assert_string_equal(message_of(three, "I am Rhona Vale, a dog."), "Rhona Vale has dog");
    assert_string_equal(message_of(three, "A dog."), "dog alone");
    assert_string_equal(message_of(three, "Hm."), "nobody");
}

static void test_sentences_with_a_gap(void **state)
{
    (void)state;
    assert_string_equal(message_of("\"Say it. Say “{animal}.” Then stop.\"", "Hm."),
                        "Say it. Then stop.");
    assert_string_equal(message_of("\"{animal} first. Then stop\"", "Hm."), "Then stop");
    assert_string_equal(message_of("\"Say it. Not {animal}\"", "Hm."), "Say it.");
    /* Nothing is left: the title stands for it. */
    assert_string_equal(message_of("\"No {animal}\"", "Hm."), "A title");
}

static void test_quotes(void **state)
{
    static char text[600] = "Go ";
    const char *rule = "    message: \"{quote}|\"\n    check: {count: all, max: 0}\n";
    static char yaml[2048];
    struct rb_known k = known("standard");

    (void)state;
    yaml[0] = '\0';
    put(yaml, sizeof yaml,
        "facts:\n  all:\n    doc: All.\n    phrases: [go >>>]\n"
        "    examples: {is: [\"«go a»\"]}\nrules:\n%s%s",
        RULE_HEAD("r"), rule);
    /* On one line. */
    assert_non_null(strstr(verdict_known(yaml, "Go  and\n sit", &k), "Go and sit|"));
    /* Cut at a word. */
    for (int i = 0; i < 30; i++)
        strcat(text, "seven77 ");
    assert_non_null(strstr(verdict_known(yaml, text, &k),
                           " Go seven77 seven77 seven77 seven77 seven77 seven77 seven77 seven77 "
                           "seven77…|"));
    /* Cut inside of a word that does not end, between two characters. */
    strcpy(text, "Go ");
    for (int i = 0; i < 100; i++)
        strcat(text, "é");
    assert_non_null(strstr(verdict_known(yaml, text, &k), " Go…|"));
}

static void test_faults(void **state)
{
    (void)state;
    assert_string_equal(message_of("\"{fruti}\"", "x"),
                        "a.yaml:25:14: there is no field or fact {fruti}: did you mean \"fruit\"?");
    assert_string_equal(message_of("\"{cuont}\"", "x"),
                        "a.yaml:25:14: there is no field or fact {cuont}: did you mean \"count\"?");
    assert_string_equal(message_of("\"{count\"", "x"), "a.yaml:25:14: a { is not closed by a }");
    assert_string_equal(message_of("\"{fruit:one|two}\"", "x"),
                        "a.yaml:25:14: {fruit} is no number, so it has no forms");
    assert_string_equal(message_of("\"{quote:one|two}\"", "x"),
                        "a.yaml:25:14: {quote} is no number, so it has no forms");
    assert_non_null(strstr(message_of("\"{count:a|b|c|d|e}\"", "x"), "at most 4 forms"));
    assert_non_null(strstr(message_of("a || b || c || d || e || f || g || h || i", "x"),
                           "more than 8 alternatives"));
}

/* The clock's arithmetic: "The" is 114 ms, "cat" and "sat" are 316, the last pause is 166. */
static void test_arithmetic(void **state)
{
    const char *sum =
        "    message: \"{words:one word|# words} {words_seconds} + {numbers_seconds} + "
        "{pauses_seconds} || {words:one word|# words} {words_seconds} + "
        "{pauses_seconds} || measured\"\n"
        "    check: {limit: seconds, max: 0.1}\n";
    struct rb_known k = known("standard");

    (void)state;
    assert_string_equal(check(sum, "The cat sat."), "r@0-12 3 3 words 0.7 + 0.2");
    assert_string_equal(check(sum, "Cat."), "r@0-4 3 one word 0.3 + 0.2");
    assert_non_null(strstr(check(sum, "The cat 555 814 0142."), " words 0.4 + "));
    assert_non_null(strstr(said, " + 0.2"));
    k.measured_ms = 2000;
    assert_string_equal(check_known(sum, "The cat sat.", &k), "r@0-12 3 measured");
}

static void test_words_over(void **state)
{
    const char *over = "    message: \"{over} s, {over_words:one word|# words} || none\"\n"
                       "    check: {limit: seconds, max: 10}\n";
    struct rb_known k = known("standard");

    (void)state;
    /* Ten seconds for five words: two seconds a word, and a started one counts. */
    k.measured_ms = 15000;
    assert_string_equal(check_known(over, "The cat sat right here.", &k),
                        "r@12-23 3 5.0 s, 2 words");
    k.measured_ms = 10001;
    assert_non_null(strstr(check_known(over, "The cat sat right here.", &k), "0.1 s, one word"));
    assert_string_equal(check("    message: \"{over_words} || none\"\n"
                              "    check: {limit: words, max: 1}\n",
                              "The cat."),
                        "r@4-8 3 none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),        cmocka_unit_test(test_facts),
        cmocka_unit_test(test_alternatives), cmocka_unit_test(test_sentences_with_a_gap),
        cmocka_unit_test(test_quotes),       cmocka_unit_test(test_arithmetic),
        cmocka_unit_test(test_words_over),   cmocka_unit_test(test_faults),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
