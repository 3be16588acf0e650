#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

/* All errors of a file. */
static const char *errors(const char *yaml)
{
    rb_rules_free(load(yaml));
    return said;
}

static void test_all_at_once(void **state)
{
    (void)state;
    assert_string_equal(
        errors("ruels: {}\n"
               "sets:\n"
               "  day: []\n"
               "  9day: [x]\n"
               "rules:\n"
               "  Shout: {title: x}\n"
               "  quiet:\n"
               "    titel: x\n"
               "    points: [1]\n"
               "    severity: errror\n"
               "    removable: yes\n"),
        "a.yaml:1:1: a rule file has no key \"ruels\": did you mean \"rules\"?\n"
        "a.yaml:3:8: \"day\" is empty: give it something, or leave the key out\n"
        "a.yaml:4:3: \"9day\" cannot be a name: a set's name is letters, digits and _\n"
        "a.yaml:6:3: \"Shout\" cannot be a name: such a name is small letters and digits, joined "
        "by "
        "-\n"
        "a.yaml:8:5: a rule has no key \"titel\": did you mean \"title\"?\n"
        "a.yaml:9:13: \"points\" must be a whole number, or a map of first, each, most, per and "
        "steps\n"
        "a.yaml:10:15: \"severity\" must be error, warning or suggestion, not \"errror\": did you "
        "mean \"error\"?\n"
        "a.yaml:11:16: \"removable\" must be true or false, not \"yes\"");
}

static void test_root(void **state)
{
    (void)state;
    assert_string_equal(errors("- a\n- b\n"),
                        "a.yaml:1:1: this must be a map of sets, irregular, clauses, facts, rules, "
                        "styles and reminders");
    assert_string_equal(errors("words\n"),
                        "a.yaml:1:1: this must be a map of sets, irregular, clauses, facts, rules, "
                        "styles and reminders");
    assert_string_equal(errors("{}\n"),
                        "a.yaml:1:1: this is empty: give it something, or leave the key out");
    assert_string_equal(errors("# nothing but words to the reader\n"), "");
    assert_string_equal(errors(""), "");
}

static void test_values(void **state)
{
    (void)state;
    assert_string_equal(errors("sets: {a: x}\n"), "a.yaml:1:11: \"a\" must be a list of text");
    assert_string_equal(errors("sets: {a: [[x]]}\n"), "a.yaml:1:12: an item of \"a\" must be text");
    assert_string_equal(errors("sets: {a: [x, ~]}\n"),
                        "a.yaml:1:15: an item of \"a\" has no value: give it one, or leave the key "
                        "out");
    assert_string_equal(errors("sets: {a: ['']}\n"),
                        "a.yaml:1:12: an item of \"a\" is empty: give it a value, or leave the key "
                        "out");
    assert_string_equal(errors("rules:\n"),
                        "a.yaml:1:7: \"rules\" has no value: give it one, or leave the key out");
}

static void test_unknown_key_without_a_hint(void **state)
{
    (void)state;
    assert_string_equal(errors("reminders: {x: {text: t, colour: red}}\n"),
                        "a.yaml:1:26: a reminder has no key \"colour\": it can have text, source, "
                        "style, when");
}

static void test_signs(void **state)
{
    (void)state;
    assert_string_equal(errors("reminders: {x: {text+: t}}\n"),
                        "a.yaml:1:17: \"text+\": only lists can be added to or taken from: write "
                        "\"text\"");
    assert_non_null(strstr(errors("rules: {x: {check: [{count: y, where+: [last sentence]}]}}\n"),
                           "\"where+\": inside of a list nothing is inherited that could be added "
                           "to: write \"where\""));
    assert_string_equal(errors("facts: {x+: {doc: d}}\n"),
                        "a.yaml:1:9: \"x+\" cannot be a name: such a name is small letters, digits "
                        "and _");
}

static void test_what_a_fact_lacks(void **state)
{
    (void)state;
    assert_string_equal(errors("facts: {x: {phrases: [y]}}\n"),
                        "a.yaml:1:9: a fact \"x\" lacks \"doc\": one sentence that says what it "
                        "is\n"
                        "a.yaml:1:9: a fact \"x\" lacks \"examples\": sentences with the fact in "
                        "guillemets, and sentences without it");
    assert_string_equal(errors("facts: {x: {doc: d, examples: {is: [a]}}}\n"),
                        "a.yaml:1:9: a fact \"x\" needs \"phrases\", \"patterns\", "
                        "\"clauses\" or \"finder\"");
    assert_string_equal(errors("facts: {x: {doc: d, clauses: {cues: {c: {points: 2}}}, examples: "
                               "{is: [a]}}}\n"),
                        "a.yaml:1:21: a map of clauses lacks \"at_least\": points that make a "
                        "clause count\n"
                        "a.yaml:1:38: a cue \"c\" lacks \"phrases\": the phrases");
}

static void test_damage_is_told_once(void **state)
{
    /* A title that was misspelt is not missing as well. */
    (void)state;
    assert_string_equal(errors("rules: {x: {titel: t, check: {count: nothing, min: 1}}}\n"),
                        "a.yaml:1:13: a rule has no key \"titel\": did you mean \"title\"?\n"
                        "a.yaml:1:38: there is no fact \"nothing\"");
    assert_string_equal(
        errors("rules: {x: {title: t, family: f, why: w, severity: error, points: 1, "
               "check: {limit: words, max: 3}, examples: {bad: [a], good: [b]}}}\n"),
        "a.yaml:1:77: this check has no \"message\", and neither has the rule");
}

/* The table of keys: nothing stands in it twice, and every key says what it is for. */
static void test_table(void **state)
{
    static const struct {
        const char *context, *name, *help;
    } keys[] = {
#define CONTEXT(id, words)
#define TYPE(id, words, scalar, choices, item, context, names, any)
#define KEY(context, name, type, need, with, help) {#context, name, help},
#include "rule/keys.def"
#undef CONTEXT
#undef TYPE
#undef KEY
    };
    size_t n = sizeof keys / sizeof keys[0];

    (void)state;
    for (size_t i = 0; i < n; i++) {
        assert_true(strlen(keys[i].help) > 5);
        for (size_t j = 0; j < i; j++)
            if (strcmp(keys[i].context, keys[j].context) == 0 &&
                strcmp(keys[i].name, keys[j].name) == 0)
                fail_msg("%s has \"%s\" twice", keys[i].context, keys[i].name);
    }
}

static void test_yaml(void **state)
{
    (void)state;
    assert_non_null(strstr(errors("rules: [\n"), "a.yaml:2:1: not valid YAML"));
    assert_non_null(strstr(errors("rules: {x: off, x: on}\n"), "\"x\" stands twice"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_at_once),
        cmocka_unit_test(test_root),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_unknown_key_without_a_hint),
        cmocka_unit_test(test_signs),
        cmocka_unit_test(test_what_a_fact_lacks),
        cmocka_unit_test(test_damage_is_told_once),
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_yaml),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
