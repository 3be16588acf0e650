#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

/* A rule of few words: name, severity, points, and the rest. */
#define RULE(name, severity, points, rest)                                                         \
    "  " name ": {title: T, family: f, why: W, severity: " severity ", points: " points            \
    ", examples: {bad: [a], good: [b]}, " rest "}\n"

static const char *run(const char *rules, const char *text)
{
    static char yaml[8192];
    struct rb_known k = known("standard");

    yaml[0] = '\0';

    put(yaml, sizeof yaml, "%srules:\n%s", TOY_FACTS, rules);
    return verdict_known(yaml, text, &k);
}

static ringback_result *result_of(const char *rules, const char *text, const struct rb_known *k,
                                  ringback_rules **loaded)
{
    static char yaml[8192];

    yaml[0] = '\0';

    put(yaml, sizeof yaml, "%srules:\n%s", TOY_FACTS, rules);
    *loaded = load(yaml);
    assert_string_equal(said, "");
    return judge(*loaded, text, k);
}

static void test_points_of_several(void **state)
{
    const char *rules = RULE("fruitless", "error", "{first: 3, each: 1, most: 5}",
                             "message: \"{points}\", check: {count: fruit, max: 0}");

    (void)state;
    assert_string_equal(run(rules, "A pear."), "fruitless@2-6 3 3");
    assert_string_equal(run(rules, "A pear, a pear, a pear, a pear."),
                        "fruitless@2-6 3 3; fruitless@10-14 1 1; fruitless@18-22 1 1; "
                        "fruitless@26-30 0 0");
}

static void test_order(void **state)
{
    /* By place, then by the order of the rules. */
    const char *rules = RULE("late", "error", "1", "message: l, check: {count: animal, max: 0}")
        RULE("early", "error", "1", "message: e, check: {count: fruit, max: 0}")
            RULE("both", "error", "1", "message: b, check: {count: [fruit, animal], max: 0}");

    (void)state;
    assert_string_equal(run(rules, "A pear, a cat."),
                        "early@2-6 1 e; both@2-6 1 b; late@10-13 1 l; both@10-13 0 b");
}

static void test_when(void **state)
{
#define WHEN(cond)                                                                                 \
    RULE("r", "error", "1", "message: m, when: " cond ", check: {count: person, min: 1}")
    (void)state;
    assert_string_equal(run(WHEN("{has: fruit}"), "A cat."), "");
    assert_string_equal(run(WHEN("{has: fruit}"), "A pear."), "r@7-7 1 m");
    assert_string_equal(run(WHEN("{has: [fruit, animal]}"), "A cat."), "r@6-6 1 m");
    assert_string_equal(run(WHEN("{lacks: fruit}"), "A pear."), "");
    assert_string_equal(run(WHEN("{has: animal, lacks: fruit}"), "A cat."), "r@6-6 1 m");
    assert_string_equal(run(WHEN("[{has: animal}, {has: fruit}]"), "A cat."), "");
    assert_string_equal(run(WHEN("{count: fruit, min: 2, max: 2}"), "A pear."), "");
    assert_string_equal(run(WHEN("{count: fruit, min: 2, max: 2}"), "A pear, a pear."),
                        "r@15-15 1 m");
    assert_string_equal(run(WHEN("{count: fruit, max: 1}"), "A pear, a pear."), "");
    assert_string_equal(run(WHEN("{words: 3}"), "A pear."), "");
    assert_string_equal(run(WHEN("{words: 2}"), "A pear."), "r@7-7 1 m");
    assert_string_equal(run(WHEN("{words: {max: 2}}"), "A small pear."), "");
    assert_string_equal(run(WHEN("{seconds: {min: 0.1, max: 9}}"), "A pear."), "r@7-7 1 m");
    assert_string_equal(run(WHEN("{seconds: 9}"), "A pear."), "");
    assert_string_equal(run(WHEN("{has: {fact: fruit, value: sour}}"), "A pear."), "");
    assert_string_equal(run(WHEN("{has: {fact: fruit, value: sour}}"), "A lime."), "r@7-7 1 m");
    assert_string_equal(run(WHEN("{has: fruit, min: 2}"), "x"),
                        "a.yaml:18:128: \"min\" belongs to count");
    assert_string_equal(run(WHEN("{count: fruit}"), "x"),
                        "a.yaml:18:116: \"count\" needs \"min\" or \"max\"");
}

static void test_known(void **state)
{
    static const char *const names[] = {"dial_at", "measured_seconds", "formal", "final", "from",
                                        "to",      "company"};
    struct rb_known all = known("standard"), none = known("standard");

    (void)state;
    all.dial_minute = 0;
    all.measured_ms = 0;
    all.formal = all.final = true;
    all.from = all.to = all.company = rb_slice_str("Odd");
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char rule[512];
        ringback_rules *rules;
        ringback_result *with, *without;

        (void)snprintf(
            rule, sizeof rule,
            RULE("r", "error", "1", "message: m, when: {known: %s}, check: {count: fruit, min: 1}"),
            names[i]);
        with = result_of(rule, "A cat.", &all, &rules);
        without = judge(rules, "A cat.", &none);
        assert_int_equal(with->n_findings, 1);
        assert_int_equal(without->n_findings, 0);
        rb_result_free(with);
        rb_result_free(without);
        rb_rules_free(rules);
    }
}

static void test_anchors(void **state)
{
#define ANCHOR(place)                                                                              \
    RULE("r", "error", "1", "message: m, anchor: " place ", check: {count: person, min: 1}")
    (void)state;
    assert_string_equal(run(ANCHOR("start"), "  A cat, a pear. "), "r@2-2 1 m");
    assert_string_equal(run(ANCHOR("end"), "  A cat, a pear. "), "r@16-16 1 m");
    assert_string_equal(run(ANCHOR("after animal"), "A cat, a pear."), "r@5-5 1 m");
    assert_string_equal(run(ANCHOR("before fruit"), "A cat, a pear."), "r@9-9 1 m");
    /* Where that is not said: the start, and the end. */
    assert_string_equal(run(ANCHOR("after animal"), "A pear."), "r@0-0 1 m");
    assert_string_equal(run(ANCHOR("before fruit"), "A cat."), "r@6-6 1 m");
    assert_string_equal(run(ANCHOR("middle"), "x"),
                        "a.yaml:18:117: \"middle\" is no anchor: write start, end, after FACT or "
                        "before FACT");
    assert_string_equal(run(ANCHOR("after aminal"), "x"),
                        "a.yaml:18:117: there is no fact \"aminal\": did you mean \"animal\"?");
}

static void test_alone(void **state)
{
    const char *rules = RULE("fruitless", "error", "1", "message: f, check: {count: fruit, max: 0}")
        RULE("nothing", "error", "0",
             "alone: true, message: n, check: {count: [animal, person], min: 1}, strength: s");
    struct rb_known k = known("standard");
    ringback_rules *loaded;
    ringback_result *r = result_of(rules, "A pear.", &k, &loaded);

    (void)state;
    say_findings(r);
    assert_string_equal(said, "nothing@7-7 0 n");
    assert_false(r->scored);
    assert_false(r->ready);
    assert_int_equal(r->score, 0);
    rb_result_free(r);
    r = judge(loaded, "A pear, a cat.", &k);
    say_findings(r);
    assert_string_equal(said, "fruitless@2-6 1 f");
    assert_true(r->scored);
    assert_int_equal(r->score, 99);
    rb_result_free(r);
    rb_rules_free(loaded);
}

static void test_strengths(void **state)
{
    const char *rules = RULE("a", "error", "1",
                             "message: m, strength: \"no more than {animal}\", "
                             "check: {count: fruit, max: 0}")
        RULE("b", "error", "1",
             "message: m, strength: s, when: {has: person}, check: {count: fruit, max: 0}")
            RULE("c", "suggestion", "0",
                 "silent: true, strength: heard, check: {count: animal, min: 2}");
    struct rb_known k = known("standard");
    ringback_rules *loaded;
    ringback_result *r = result_of(rules, "A cat.", &k, &loaded);

    (void)state;
    assert_int_equal(r->n_findings, 0);
    assert_int_equal(r->n_strengths, 1);
    assert_true(rb_slice_is(r->strengths[0].rule, "a"));
    assert_true(rb_slice_is(r->strengths[0].message, "no more than cat"));
    rb_result_free(r);
    r = judge(loaded, "A pear, a cat, a dog.", &k);
    assert_int_equal(r->n_findings, 1);
    assert_int_equal(r->n_strengths, 1);
    assert_true(rb_slice_is(r->strengths[0].message, "heard"));
    rb_result_free(r);
    rb_rules_free(loaded);
    assert_string_equal(
        run(RULE("c", "suggestion", "0", "silent: true, check: {count: animal, min: 2}"), "x"),
        "a.yaml:18:102: \"silent: true\" needs \"strength\"");
}

static void test_several_checks(void **state)
{
    const char *rules = RULE("r", "error", "3",
                             "message: common, check: [{count: fruit, max: 0}, "
                             "{place: animal, which: first, begins: last sentence, message: own}]");

    (void)state;
    assert_string_equal(run(rules, "A cat. A dog. No."), "r@2-5 3 own");
    assert_string_equal(run(rules, "A pear. A cat. No."), "r@2-6 3 common; r@10-13 0 own");
    assert_string_equal(
        run(RULE("r", "error", "3", "message: m, check: {min: 2}"), "x"),
        "a.yaml:18:116: a check needs one of \"count\", \"place\", \"order\", \"agree\", "
        "\"limit\", \"shape\", \"hours\" or \"similar\"");
    assert_string_equal(
        run(RULE("r", "error", "3", "message: m, check: {count: fruit, place: fruit, min: 1}"),
            "x"),
        "a.yaml:18:116: a check needs only one of \"count\", \"place\", \"order\", \"agree\", "
        "\"limit\", \"shape\", \"hours\" or \"similar\"");
}

static void test_ready(void **state)
{
    const char *rules = RULE("w", "warning", "15", "message: m, check: {count: fruit, max: 0}")
        RULE("e", "error", "1", "message: m, check: {count: animal, max: 0}");
    struct rb_known k = known("standard");
    ringback_rules *loaded;
    ringback_result *r = result_of(rules, "A pear.", &k, &loaded);

    (void)state;
    assert_int_equal(r->score, 85);
    assert_true(r->ready);
    rb_result_free(r);
    k.min_score = 86;
    r = judge(loaded, "A pear.", &k);
    assert_false(r->ready);
    rb_result_free(r);
    k.min_score = 0;
    r = judge(loaded, "A cat.", &k);
    assert_int_equal(r->score, 99);
    assert_false(r->ready);
    rb_result_free(r);
    rb_rules_free(loaded);
}

static void test_hidden_facts_stay_hidden(void **state)
{
    const char *rules =
        RULE("r", "error", "1", "message: m, check: {count: {phrases: [red house]}, max: 0}");
    struct rb_known k = known("standard");
    ringback_rules *loaded;
    ringback_result *r = result_of(rules, "A red house, a pear.", &k, &loaded);

    (void)state;
    assert_int_equal(r->n_findings, 1);
    assert_int_equal(r->draft.facts.count, 1);
    assert_true(rb_slice_is(r->draft.facts.items[0].name, "fruit"));
    rb_result_free(r);
    rb_rules_free(loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_points_of_several),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_when),
        cmocka_unit_test(test_known),
        cmocka_unit_test(test_anchors),
        cmocka_unit_test(test_alone),
        cmocka_unit_test(test_strengths),
        cmocka_unit_test(test_several_checks),
        cmocka_unit_test(test_ready),
        cmocka_unit_test(test_hidden_facts_stay_hidden),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
