#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

static const char yaml[] = TOY_FACTS "rules:\n"
                                     "  fruitless:\n"
                                     "    title: No fruit\n"
                                     "    family: tries\n"
                                     "    why: |\n"
                                     "      It spoils.\n\n"
                                     "    source: one\n"
                                     "    severity: warning\n"
                                     "    points: {first: 4, each: 1}\n"
                                     "    removable: true\n"
                                     "    message: m\n"
                                     "    advice: \"No {fruit}.\"\n"
                                     "    check: {count: fruit, max: 0}\n"
                                     "    examples:\n"
                                     "      bad: [A pear., {text: A lime., pace: 120}]\n"
                                     "      good: [A cat.]\n";

static void test_rule(void **state)
{
    ringback_rules *rules = load(yaml);
    const struct rb_rule_info *info = rb_rules_at(rules, 0);

    (void)state;
    assert_true(rb_slice_is(info->id, "fruitless"));
    assert_true(rb_slice_is(info->title, "No fruit"));
    assert_true(rb_slice_is(info->family, "tries"));
    assert_true(rb_slice_is(info->why, "It spoils."));
    assert_true(rb_slice_is(info->sources, "one"));
    assert_true(rb_slice_is(info->advice, "No {fruit}."));
    assert_int_equal(info->severity, RINGBACK_WARNING);
    assert_int_equal(info->points, 4);
    assert_true(info->removable);
    assert_ptr_equal(rb_rules_in_style(rules, 0, 0), info);
    assert_null(rb_rules_in_style(rules, 1, 0));
    assert_null(rb_rules_in_style(rules, 0, 1));
    rb_rules_free(rules);
}

static void test_examples(void **state)
{
    ringback_rules *rules = load(yaml);

    (void)state;
    assert_true(rb_slice_is(rb_rules_example(rules, 0, false, 0), "A pear."));
    assert_true(rb_slice_is(rb_rules_example(rules, 0, false, 1), "A lime."));
    assert_int_equal(rb_rules_example(rules, 0, false, 2).len, 0);
    assert_true(rb_slice_is(rb_rules_example(rules, 0, true, 0), "A cat."));
    assert_int_equal(rb_rules_example(rules, 1, true, 0).len, 0);
    rb_rules_free(rules);
}

static void test_facts(void **state)
{
    ringback_rules *rules = load(yaml);
    int fruit = rb_lexicon_find(rb_rules_lexicon(rules), rb_slice_str("fruit"));

    (void)state;
    assert_true(fruit >= 0);
    assert_true(rb_slice_is(rb_rules_fact_doc(rules, (size_t)fruit), "A fruit."));
    assert_true(rb_slice_is(rb_rules_fact_example(rules, (size_t)fruit, true, 0), "an «apple»"));
    assert_int_equal(rb_rules_fact_example(rules, (size_t)fruit, false, 0).len, 0);
    assert_int_equal(rb_rules_fact_doc(rules, 99).len, 0);
    assert_int_equal(rb_rules_fact_example(rules, 99, true, 0).len, 0);
    rb_rules_free(rules);
}

static void test_free_nothing(void **state)
{
    (void)state;
    rb_rules_free(NULL);
    rb_result_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rule),
        cmocka_unit_test(test_examples),
        cmocka_unit_test(test_facts),
        cmocka_unit_test(test_free_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
