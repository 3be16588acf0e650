#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

static const char yaml[] = TOY_FACTS
    "rules:\n"
    "  fruitless: {title: T, family: f, why: W, severity: error, points: {first: 3, each: "
    "1}, removable: true, message: m, advice: Go., check: {count: fruit, max: 0}, "
    "examples: {bad: [a], good: [b]}}\n"
    "  pets: {title: T, family: f, why: W, severity: error, points: 2, message: m, "
    "advice: Buy., adds: 2, check: {count: animal, min: 1}, "
    "examples: {bad: [a], good: [b]}}\n"
    "  sour: {title: T, family: f, why: W, severity: error, points: 5, message: m, "
    "check: {count: {fact: fruit, value: sour}, min: 1}, when: {has: person}, "
    "examples: {bad: [a], good: [b]}}\n"
    "  length: {title: T, family: f, why: W, severity: error, points: {per: 1s, each: 4}, "
    "message: m, advice: \"Cut: {net}.\", check: {limit: seconds, max: 10}, "
    "examples: {bad: [a], good: [b]}}\n";

/* The advice of one rule's first finding, and whether it can be removed. */
static const char *advice_of(const char *rule, const char *text, uint32_t measured_ms)
{
    ringback_rules *rules = load(yaml);
    struct rb_known k = known("standard");
    ringback_result *r;

    assert_string_equal(said, "");
    k.measured_ms = measured_ms;
    r = judge(rules, text, &k);
    said[0] = '\0';
    put(said, sizeof said, "none");
    for (uint32_t i = r->n_findings; i-- > 0;) {
        const struct rb_finding *f = &r->findings[i];

        if (!rb_slice_is(f->rule->id, rule))
            continue;
        said[0] = '\0';
        SAY("%.*s%s", (int)f->advice.len, f->advice.ptr, f->removable ? " -" : "");
    }
    rb_result_free(r);
    rb_rules_free(rules);
    return said;
}

static void test_deleting(void **state)
{
    (void)state;
    /* Half of the words, half of the time. */
    assert_non_null(strstr(advice_of("fruitless", "Cat. Pear.", 4000), "Go. (+3 points, saves "));
    /* One of two gives back what the second cost. */
    assert_non_null(
        strstr(advice_of("fruitless", "Cat. Pear. Pear.", 4000), "Go. (+1 point, saves "));
}

static void test_deleting_mends_the_length(void **state)
{
    const char *said_of_it = advice_of("fruitless", "Cat. Pear, again.", 12000);

    (void)state;
    /* Three points of the rule, and at least one second of four points. */
    assert_null(strstr(said_of_it, "+3 points"));
    assert_non_null(strstr(said_of_it, " s) -"));
}

static void test_deleting_what_is_needed(void **state)
{
    (void)state;
    assert_string_equal(advice_of("fruitless", "I am Rhona, a cat, a lime.", RINGBACK_UNSET),
                        "Say it another way: without these words other rules would cost you 2 "
                        "points more than it gains.");
}

static void test_adding(void **state)
{
    (void)state;
    assert_string_equal(advice_of("pets", "Hm.", 5000), "Buy. (+2 points, takes about 2 s)");
    assert_string_equal(advice_of("pets", "Hm.", 10000),
                        "Buy. (−6 points, takes about 2 s: cut something first)");
}

static void test_its_own_place(void **state)
{
    (void)state;
    assert_string_equal(advice_of("length", "Cat.", 11500), "Cut: +8 points.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_deleting),
        cmocka_unit_test(test_deleting_mends_the_length),
        cmocka_unit_test(test_deleting_what_is_needed),
        cmocka_unit_test(test_adding),
        cmocka_unit_test(test_its_own_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
