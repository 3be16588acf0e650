#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

#define LIMIT(keys) "    message: \"{seconds} {over} {count}\"\n    check: {limit: " keys "}\n"

static struct rb_known measured(uint32_t ms)
{
    struct rb_known k = known("standard");

    k.measured_ms = ms;
    return k;
}

static void test_seconds(void **state)
{
    struct rb_known at = measured(30000), over = measured(31240);

    (void)state;
    assert_string_equal(check_known(LIMIT("seconds, max: 30"), "A cat sat there.", &at), "");
    /* Every word is stretched alike: the last one is not over at thirty seconds. */
    assert_string_equal(check_known(LIMIT("seconds, max: 30"), "A cat sat there.", &over),
                        "r@10-16 3 31.2 1.2 31240");
    assert_string_equal(check_known(LIMIT("seconds, max: 15"), "A cat sat. A dog sat.", &at),
                        "r@11-21 3 30.0 15.0 30000");
    assert_string_equal(check_known(LIMIT("seconds, min: 31"), "A cat sat there.", &at),
                        "r@16-16 3 30.0 1.0 30000");
    /* What is not measured is reckoned. */
    assert_non_null(strstr(check(LIMIT("seconds, max: 1"), "A cat sat there for a while."), "r@"));
    assert_string_equal(check(LIMIT("seconds, max: 10"), "A cat sat there for a while."), "");
}

static void test_words(void **state)
{
    (void)state;
    assert_string_equal(check("    message: \"{count}, {over} over\"\n"
                              "    check: {limit: words, max: 3}\n",
                              "A cat sat there, again."),
                        "r@10-23 3 5, 2 over");
    assert_string_equal(check(LIMIT("words, max: 5"), "A cat sat there, again."), "");
    assert_non_null(strstr(check(LIMIT("words, min: 9"), "A cat sat."), "r@10-10"));
}

static void test_pace(void **state)
{
    /* The reckoned time is that of 150 words a minute: a third of it is three times the pace. */
    struct rb_known slow = measured(60000), fast = measured(500);

    (void)state;
    assert_string_equal(check_known(LIMIT("pace, max: 190"), "A cat sat there.", &slow), "");
    assert_non_null(
        strstr(check_known(LIMIT("pace, max: 190"), "A cat sat there.", &fast), "r@0-16 3 0.5"));
    assert_string_equal(check(LIMIT("pace, max: 150"), "A cat sat there."), "");
    assert_non_null(strstr(check(LIMIT("pace, max: 149"), "A cat sat there."), "r@0-16"));
}

static void test_ratio(void **state)
{
#define RATIO(bound)                                                                               \
    "    message: \"{count} to {over}\"\n"                                                         \
    "    check: {limit: ratio, of: fruit, to: animal, " bound "}\n"
    (void)state;
    assert_string_equal(check(RATIO("below: 3/2"), "A pear, a lime, a lemon. A cat, a dog."),
                        "r@0-24 3 3 to 2");
    assert_string_equal(check(RATIO("max: 3/2"), "A pear, a lime, a lemon. A cat, a dog."), "");
    assert_string_equal(check(RATIO("below: 2"), "A pear, a lime, a lemon. A cat, a dog."), "");
    /* The sentence that holds most of them is shown. */
    assert_string_equal(check(RATIO("max: 1"), "A pear. A cat. A lime, a lemon."),
                        "r@15-31 3 3 to 1");
    /* Nothing of the one is nothing too much, whatever there is of the other. */
    assert_string_equal(check(RATIO("below: 3/2"), "No."), "");
    assert_string_equal(check(RATIO("below: 3/2"), "A pear."), "r@0-7 3 1 to 0");
    /* What lies in something that is set aside does not count, on neither side. */
#define APART "apart_from: {phrases: [so they say >>]}, below: 2"
    assert_string_equal(check(RATIO(APART), "So they say a pear and a cat. A pear, a lime. A dog."),
                        "r@30-45 3 2 to 1");
    assert_string_equal(check(RATIO(APART), "So they say a pear and a lime. A pear. A dog."), "");
}

static void test_points(void **state)
{
    const char *yaml = "rules:\n"
                       "  r:\n"
                       "    title: T\n    family: f\n    why: W\n    severity: warning\n"
                       "    points: {per: 1s, each: 1, most: 20, steps: [{over: 35, each: 2, "
                       "severity: error}]}\n"
                       "    message: \"m\"\n"
                       "    check: {limit: seconds, max: 30}\n"
                       "    examples: {bad: [a], good: [b]}\n";
    const struct {
        uint32_t ms, points;
        uint8_t severity;
    } cases[] = {
        {30001, 1, RINGBACK_WARNING}, {31000, 1, RINGBACK_WARNING}, {31001, 2, RINGBACK_WARNING},
        {35000, 5, RINGBACK_WARNING}, {35001, 7, RINGBACK_ERROR},   {37000, 9, RINGBACK_ERROR},
        {90000, 20, RINGBACK_ERROR},
    };
    ringback_rules *rules = load(yaml);

    (void)state;
    assert_string_equal(said, "");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct rb_known k = measured(cases[i].ms);
        ringback_result *result = judge(rules, "A cat sat there.", &k);

        assert_int_equal(result->n_findings, 1);
        assert_int_equal(result->findings[0].points, cases[i].points);
        assert_int_equal(result->findings[0].severity, cases[i].severity);
        assert_int_equal(result->score, 100 - cases[i].points);
        rb_result_free(result);
    }
    rb_rules_free(rules);
}

static void test_faults(void **state)
{
    (void)state;
    assert_string_equal(check(LIMIT("seconds"), "x"),
                        "a.yaml:26:13: \"limit: seconds\" needs \"min\" or \"max\"");
    assert_string_equal(check(LIMIT("seconds, max: soon"), "x"),
                        "a.yaml:26:34: \"soon\" is no number of seconds, such as 30 or 28.5");
    assert_string_equal(check(LIMIT("words, max: 2.5"), "x"),
                        "a.yaml:26:32: \"2.5\" is no whole number");
    assert_string_equal(check(LIMIT("words, below: 3"), "x"),
                        "a.yaml:26:13: \"limit: words\" needs \"min\" or \"max\"\n"
                        "a.yaml:26:27: \"below\" does not go with \"limit: words\"");
    assert_string_equal(check(LIMIT("ratio, max: 1"), "x"),
                        "a.yaml:26:13: \"limit: ratio\" needs \"of\"\n"
                        "a.yaml:26:13: \"limit: ratio\" needs \"to\"");
    assert_string_equal(check(RATIO("max: 1, below: 2"), "x"),
                        "a.yaml:26:13: \"limit: ratio\" needs only one of \"max\" or \"below\"");
    assert_string_equal(check(RATIO("max: 1/0"), "x"),
                        "a.yaml:26:55: \"1/0\" is no ratio, such as \"3/2\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_seconds), cmocka_unit_test(test_words),
        cmocka_unit_test(test_pace),    cmocka_unit_test(test_ratio),
        cmocka_unit_test(test_points),  cmocka_unit_test(test_faults),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
