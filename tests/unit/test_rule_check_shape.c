#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

#define SHAPE(keys) "    message: \"{count}\"\n    check: {shape: " keys "}\n"

static void test_reeled(void **state)
{
    (void)state;
    assert_string_equal(check(SHAPE("number, reeled: true"), "Call 5558140142."), "r@5-15 3 1");
    assert_string_equal(check(SHAPE("number, reeled: true"), "Call 555 814 0142."), "");
    assert_string_equal(check(SHAPE("number, reeled: true"), "Call 555 814 0142 or 5553770199."),
                        "r@21-31 3 1");
    /* A fact that is no number is never reeled off. */
    assert_string_equal(check(SHAPE("fruit, reeled: true"), "An apple on 5558140142."), "");
}

static void test_pattern(void **state)
{
    (void)state;
    assert_string_equal(check(SHAPE("fruit, pattern: '^[aeiou]'"), "An apple, a pear."),
                        "r@3-8 3 1");
    assert_string_equal(check(SHAPE("fruit, pattern: '^[aeiou]', max: 1"), "An apple, an apple."),
                        "r@13-18 3 2");
    assert_string_equal(
        check(SHAPE("fruit, pattern: '^[aeiou]', where: last sentence"), "An apple. A pear."), "");
    assert_string_equal(check(SHAPE("fruit, pattern: '^[aeiou]'"), "A cat."), "");
}

static void test_faults(void **state)
{
    (void)state;
    assert_string_equal(check(SHAPE("fruit"), "x"),
                        "a.yaml:26:13: \"shape\" needs either \"pattern\" or \"reeled\"");
    assert_string_equal(check(SHAPE("fruit, reeled: true, pattern: 'x'"), "x"),
                        "a.yaml:26:13: \"shape\" needs only one of \"pattern\" or \"reeled\"");
    assert_non_null(strstr(check(SHAPE("fruit, pattern: '(x'"), "x"),
                           "a.yaml:26:36: the pattern does not compile: "));
}

static void test_limit(void **state)
{
    /* A pattern that needs too much is an error that names its rule, never a silent pass. */
    static char yaml[8192], text[8192];
    struct rb_known k = known("standard");
    struct rb_finder *finder;
    ringback_result *result;
    ringback_rules *rules;
    ringback_error err;

    (void)state;
    yaml[0] = '\0';
    put(yaml, sizeof yaml,
        "facts:\n  all:\n    doc: All.\n    phrases: [go >>>]\n"
        "    examples: {is: [\"«go a»\"]}\nrules:\n%s    message: m\n"
        "    check: {shape: all, pattern: '(a+)+[^a]'}\n",
        RULE_HEAD("greedy"));
    rules = load(yaml);
    assert_string_equal(said, "");
    memset(text, 'a', 4000);
    memcpy(text, "Go ", 3);
    finder = rb_finder_new(rb_rules_lexicon(rules));
    assert_int_equal(rb_judge(rules, finder, rb_slice_str(text), &k, &result, &err),
                     RINGBACK_ERR_LIMIT);
    assert_null(result);
    assert_non_null(strstr(err.message, "greedy"));
    rb_finder_free(finder);
    rb_rules_free(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reeled),
        cmocka_unit_test(test_pattern),
        cmocka_unit_test(test_faults),
        cmocka_unit_test(test_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
