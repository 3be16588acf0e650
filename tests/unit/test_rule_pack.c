/* Files put together and laid over each other: pack.c, merge.c and load.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

static const char base[] =
    TOY_FACTS "sets:\n"
              "  tree: [oak, elm]\n"
              "rules:\n" RULE_HEAD("fruitless") "    message: \"{quote}\"\n"
                                                "    source: [one, two]\n"
                                                "    check: {count: [fruit], max: 0}\n";

/* The base with a team's file on top, held against a text. */
static const char *team(const char *yaml, const char *text)
{
    const ringback_source files[] = {{"a.yaml", base, strlen(base)},
                                     {"b.yaml", yaml, strlen(yaml)}};
    ringback_rules *rules = load_files(files, 2);
    struct rb_known k = known("standard");

    if (rules) {
        ringback_result *result = judge(rules, text, &k);

        say_findings(result);
        rb_result_free(result);
    }
    rb_rules_free(rules);
    return said;
}

static void test_override(void **state)
{
    (void)state;
    assert_string_equal(team("rules: {fruitless: {points: 7}}", "A pear."), "fruitless@2-6 7 pear");
    assert_string_equal(team("rules: {fruitless: {check: {max: 1}}}", "A pear, a lime."),
                        "fruitless@10-14 3 lime");
    /* A check of another kind takes the place of the old one. */
    assert_string_equal(
        team("rules: {fruitless: {check: {order: [fruit, animal]}}}", "A cat, a pear."),
        "fruitless@2-5 3 cat");
    assert_string_equal(team("rules: {fruitless: off}", "A pear."), "");
    assert_string_equal(team("# nothing\n", "A pear."), "fruitless@2-6 3 pear");
}

static void test_lists(void **state)
{
    (void)state;
    assert_string_equal(team("rules: {fruitless: {check: {count+: [animal]}}}", "A cat."),
                        "fruitless@2-5 3 cat");
    assert_string_equal(
        team("rules: {fruitless: {check: {count+: [animal], count-: [fruit]}}}", "A cat, a pear."),
        "fruitless@2-5 3 cat");
    assert_string_equal(team("facts: {fruit: {phrases: {sweet+: [plum]}}}", "A plum, a pear."),
                        "fruitless@2-6 3 plum; fruitless@10-14 0 pear");
    assert_string_equal(team("facts: {fruit: {phrases: {sweet-: [pear]}}}", "A pear."), "");
    assert_string_equal(
        team("sets: {tree+: [ash]}\nfacts: {fruit: {phrases: {sour+: [<tree> nut]}}}",
             "An ash nut."),
        "fruitless@3-10 3 ash nut");
    assert_string_equal(team("facts: {animal: {yields_to+: [fruit]}}", "A pear."),
                        "fruitless@2-6 3 pear");
}

static void test_taking_what_is_not_there(void **state)
{
    (void)state;
    assert_string_equal(team("facts: {fruit: {phrases: {sweet-: [plum]}}}", "x"),
                        "b.yaml:1:36: \"plum\" is not in \"sweet\", so it cannot be taken from it");
    assert_string_equal(team("rules: {fruitless: {check: {where-: [first sentence]}}}", "x"),
                        "b.yaml:1:37: there is no \"where\" from which to take");
    assert_string_equal(team("sets: {trea+: [ash]}", "x"),
                        "b.yaml:1:8: there is no set \"trea\" to change: did you mean \"tree\"?");
    assert_string_equal(
        team("rules: {fruitles: off}", "x"),
        "b.yaml:1:9: there is no rule \"fruitles\" to change: did you mean \"fruitless\"?");
    assert_string_equal(team("facts: {animal: {weak-: [x]}}", "x"),
                        "b.yaml:1:25: there is no \"weak\" from which to take");
}

static void test_the_same_name(void **state)
{
    const char *again = "rules:\n" RULE_HEAD("fruitless") "    message: m\n"
                                                          "    check: {count: animal, max: 0}\n";
    const ringback_source pack[] = {{"a.yaml", base, strlen(base)},
                                    {"b.yaml", "rules: {fruitless: off}", 23}};
    struct rb_errors errs = {.report = say_error};
    ringback_rules *rules;

    (void)state;
    /* A complete rule was not meant as a change. */
    assert_string_equal(
        team(again, "x"),
        "b.yaml:2:3: the rule \"fruitless\" is already given in a.yaml, line 20: to "
        "change it give only the keys that differ, or \"extends\" with its name");
    assert_string_equal(team("sets: {tree: [ash]}", "x"),
                        "b.yaml:1:8: the set \"tree\" is already given in a.yaml, line 18: put a + "
                        "behind the name to add to it, a - to take from it");
    assert_string_equal(team("sets: {fruit: [ash]}", "x"),
                        "b.yaml:1:8: the fact \"fruit\" is already given in a.yaml, line 2: sets "
                        "and facts share their names");
    /* In one pack a name is given once. */
    said[0] = '\0';
    assert_int_equal(rb_rules_load_files(pack, 2, 2, &errs, &rules), RINGBACK_ERR_RULES);
    assert_null(rules);
    assert_string_equal(said, "b.yaml:1:9: the rule \"fruitless\" is already given in a.yaml, line "
                              "20: in one pack a name is given once");
}

static void test_extends(void **state)
{
    const char *child = "rules:\n"
                        "  petless:\n"
                        "    extends: fruitless\n"
                        "    points: 5\n"
                        "    check: {count: [animal]}\n"
                        "    examples: {bad: [a], good: [b]}\n";

    (void)state;
    assert_string_equal(team(child, "A cat, a pear."), "petless@2-5 5 cat; fruitless@9-13 3 pear");
    /* Examples are not inherited. */
    assert_string_equal(team("rules: {petless: {extends: fruitless, points: 5}}", "x"),
                        "b.yaml:1:9: a rule \"petless\" lacks \"examples\": drafts that break it, "
                        "and drafts that do not");
    assert_string_equal(
        team("rules: {petless: {extends: friutless}}", "x"),
        "b.yaml:1:28: there is no rule \"friutless\" to extend: did you mean \"fruitless\"?");
}

static void test_several_files(void **state)
{
    const ringback_source files[] = {{"a.yaml", base, strlen(base)},
                                     {"b.yaml", "rules: {fruitless: off}", 23},
                                     {"c.yaml", "rules: {fruitless: on}", 22},
                                     {"d.yaml", "rules: {fruitless: {points: 9}}", 31}};
    struct rb_known k = known("standard");
    ringback_rules *rules = load_files(files, 4);
    ringback_result *result = judge(rules, "A pear.", &k);

    (void)state;
    say_findings(result);
    assert_string_equal(said, "fruitless@2-6 9 pear");
    assert_int_equal(rb_rules_count(rules), 1);
    assert_int_equal(rb_rules_find(rules, rb_slice_str("fruitless")), 0);
    assert_int_equal(rb_rules_find(rules, rb_slice_str("other")), -1);
    assert_int_equal(rb_rules_at(rules, 0)->line, 20);
    assert_true(rb_slice_is(rb_rules_at(rules, 0)->sources, "one, two"));
    assert_true(rb_slice_is(rb_rules_at(rules, 0)->file, "a.yaml"));
    assert_null(rb_rules_at(rules, 1));
    rb_result_free(result);
    rb_rules_free(rules);
}

static void test_clauses_add_up(void **state)
{
    (void)state;
    assert_string_equal(team("clauses: [/ whereupon]\n", "A pear."), "fruitless@2-6 3 pear");
    assert_string_equal(team("clauses+: [/ whereupon]\n", "A pear."), "fruitless@2-6 3 pear");
    assert_string_equal(team("clauses-: [/ and]\n", "x"),
                        "b.yaml:1:1: clauses can be added, not taken away");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_override),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_taking_what_is_not_there),
        cmocka_unit_test(test_the_same_name),
        cmocka_unit_test(test_extends),
        cmocka_unit_test(test_several_files),
        cmocka_unit_test(test_clauses_add_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
