#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

static const char yaml[] = TOY_FACTS "rules:\n" RULE_HEAD(
    "fruitless") "    message: \"{quote}\"\n"
                 "    check: {count: [fruit], max: 0}\n" RULE_HEAD(
                     "needs-pets") "    style: pets\n"
                                   "    message: no pets\n"
                                   "    check: {count: animal, min: 1}\n"
                                   "styles:\n"
                                   "  pets:\n"
                                   "    doc: About animals.\n"
                                   "    looks_like: [{has: animal}, {lacks: fruit}]\n"
                                   "    hint: \"like pets: {animal}\"\n"
                                   "    rules:\n"
                                   "      fruitless: {points: 1, check: {max: 1}}\n"
                                   "  many-pets:\n"
                                   "    doc: About many animals.\n"
                                   "    extends: pets\n"
                                   "    rules:\n"
                                   "      fruitless: {check: {count+: [animal]}}\n"
                                   "      needs-pets: off\n"
                                   "reminders:\n"
                                   "  feed: {text: Feed them., style: pets}\n"
                                   "  wash: {text: Wash the fruit., when: {has: fruit}}\n";

static const char *in_style(const char *style, const char *text)
{
    struct rb_known k = known(style);

    return verdict_known(yaml, text, &k);
}

static void test_overrides(void **state)
{
    (void)state;
    assert_string_equal(in_style("standard", "A pear, a lime."),
                        "fruitless@2-6 3 pear; fruitless@10-14 0 lime");
    assert_string_equal(in_style("pets", "A pear, a lime, a cat."), "fruitless@10-14 1 lime");
    assert_string_equal(in_style("pets", "A pear."), "needs-pets@7-7 3 no pets");
}

static void test_inherited(void **state)
{
    (void)state;
    /* Both layers hold, one over the other; and a rule of the parent's is one of the child's. */
    assert_string_equal(in_style("many-pets", "A pear."), "");
    assert_string_equal(in_style("many-pets", "A pear, a cat."), "fruitless@10-13 1 cat");
}

static void test_names(void **state)
{
    ringback_rules *rules = load(yaml);
    int nearest = 7;

    (void)state;
    assert_int_equal(rb_rules_styles(rules), 3);
    /* The standard style is there, given or not. */
    assert_true(rb_slice_is(rb_rules_style_name(rules, 0), "standard"));
    assert_int_equal(rb_rules_style(rules, rb_slice_str("pets"), NULL), 1);
    assert_true(rb_slice_is(rb_rules_style_doc(rules, 1), "About animals."));
    assert_int_equal(rb_rules_style(rules, rb_slice_str("pest"), &nearest), -1);
    assert_int_equal(nearest, 1);
    assert_int_equal(rb_rules_style(rules, rb_slice_str("zebras"), &nearest), -1);
    assert_int_equal(nearest, -1);
    assert_null(rb_rules_in_style(rules, 0, 1));
    assert_int_equal(rb_rules_in_style(rules, 1, 0)->points, 1);
    assert_int_equal(rb_rules_at(rules, 0)->points, 3);
    /* What holds only elsewhere is still shown. */
    assert_true(rb_slice_is(rb_rules_at(rules, 1)->id, "needs-pets"));
    rb_rules_free(rules);
}

static void say_reminders(const ringback_result *r)
{
    size_t at = 0;

    said[0] = '\0';
    for (uint32_t i = 0; i < r->n_reminders; i++)
        at += (size_t)snprintf(said + at, sizeof said - at, "%.*s: %.*s; ",
                               (int)r->reminders[i].rule.len, r->reminders[i].rule.ptr,
                               (int)r->reminders[i].message.len, r->reminders[i].message.ptr);
}

static const char *reminders(const char *style, const char *text)
{
    ringback_rules *rules = load(yaml);
    struct rb_known k = known(style);
    ringback_result *result = judge(rules, text, &k);

    say_reminders(result);
    rb_result_free(result);
    rb_rules_free(rules);
    return said;
}

static void test_reminders(void **state)
{
    (void)state;
    assert_string_equal(reminders("standard", "A pear."), "wash: Wash the fruit.; ");
    assert_string_equal(reminders("pets", "A cat."), "feed: Feed them.; ");
    assert_string_equal(reminders("many-pets", "A cat."), "feed: Feed them.; ");
}

static void test_looks_like(void **state)
{
    (void)state;
    assert_string_equal(reminders("standard", "A cat."), "pets: like pets: cat; ");
    assert_string_equal(reminders("standard", "A cat, a pear."), "wash: Wash the fruit.; ");
}

static const char *errors(const char *more)
{
    static char all[4096];

    all[0] = '\0';

    put(all, sizeof all, "%s%s", yaml, more);
    rb_rules_free(load(all));
    return said;
}

static void test_faults(void **state)
{
    struct rb_known k = known("pest");
    struct rb_finder *finder;
    ringback_result *result;
    ringback_rules *rules;
    ringback_error err;

    (void)state;
    assert_string_equal(errors("  x: {text: t, style: pest}\n"),
                        "a.yaml:53:23: there is no style \"pest\": did you mean \"pets\"?");
    assert_string_equal(errors("  x: {text: '{catt}'}\n"),
                        "a.yaml:53:13: there is no field or fact {catt}");
    rules = load(yaml);
    finder = rb_finder_new(rb_rules_lexicon(rules));
    assert_int_equal(rb_judge(rules, finder, rb_slice_str("x"), &k, &result, &err),
                     RINGBACK_ERR_SETTINGS);
    assert_null(result);
    rb_finder_free(finder);
    rb_rules_free(rules);
    rb_rules_free(load("styles: {s: {doc: d, rules: {nowhere: off}, looks_like: {words: 3}}}\n"));
    assert_string_equal(said, "a.yaml:1:30: there is no rule \"nowhere\"\n"
                              "a.yaml:1:45: \"looks_like\" needs \"hint\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_overrides),  cmocka_unit_test(test_inherited),
        cmocka_unit_test(test_names),      cmocka_unit_test(test_reminders),
        cmocka_unit_test(test_looks_like), cmocka_unit_test(test_faults),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
