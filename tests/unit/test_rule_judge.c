#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/limits.h"
#include "rule_fixture.h"

/* The built-in rules, as every user has them. */
static ringback_rules *builtin(void)
{
    struct rb_errors errs = {.report = say_error};
    ringback_rules *rules = NULL;

    said[0] = '\0';
    if (rb_rules_load(NULL, 0, &errs, &rules) != RINGBACK_OK)
        fail_msg("%s", said);
    return rules;
}

static bool has_finding(const ringback_result *r, const char *rule)
{
    for (uint32_t i = 0; i < r->n_findings; i++)
        if (rb_slice_is(r->findings[i].rule->id, rule))
            return true;
    return false;
}

static void test_builtin(void **state)
{
    ringback_rules *rules = builtin();
    struct rb_known k = known("standard");
    ringback_result *r = judge(rules,
                               "Hello Yusuf, this is Greta Holm, 555 814 0142. Please call me "
                               "back. Again, Greta Holm, 555 814 0142. Thank you.",
                               &k);

    (void)state;
    assert_false(has_finding(r, "number-twice"));
    assert_false(has_finding(r, "name-given"));
    assert_true(has_finding(r, "company-given"));
    assert_true(r->scored);
    assert_true(r->score > 60 && r->score < 100);
    rb_result_free(r);
    r = judge(rules, "", &k);
    assert_int_equal(r->n_findings, 1);
    assert_true(has_finding(r, "not-a-voicemail"));
    assert_int_equal(r->score, 0);
    rb_result_free(r);
    rb_rules_free(rules);
}

static void test_the_same_twice(void **state)
{
    /* A finder that has seen other drafts says the same of this one. */
    const char *text = "Hello Yusuf, it's Greta. Call me on 555 814 0142, or look at our website.";
    ringback_rules *rules = builtin();
    struct rb_finder *finder = rb_finder_new(rb_rules_lexicon(rules));
    struct rb_known k = known("standard");
    char first[sizeof said];

    (void)state;
    for (int i = 0; i < 3; i++) {
        ringback_result *r = NULL;
        struct rb_slice other = rb_slice_str(i == 1 ? "Good evening, \xFF\n\nOdd here." : text);

        assert_int_equal(rb_judge(rules, finder, other, &k, &r, NULL), RINGBACK_OK);
        say_findings(r);
        if (i == 0)
            memcpy(first, said, sizeof first);
        if (i == 2)
            assert_string_equal(said, first);
        rb_result_free(r);
    }
    rb_finder_free(finder);
    rb_rules_free(rules);
}

static void test_result_keeps_what_it_needs(void **state)
{
    ringback_rules *rules = builtin();
    struct rb_finder *finder = rb_finder_new(rb_rules_lexicon(rules));
    char style[] = "vague", from[] = "Greta";
    struct rb_known k = known(style);
    ringback_result *r = NULL;

    (void)state;
    k.from = rb_slice_str(from);
    assert_int_equal(
        rb_judge(rules, finder, rb_slice_str("It's Greta, 555 814 0142."), &k, &r, NULL),
        RINGBACK_OK);
    rb_finder_free(finder);
    memset(style, 'x', sizeof style - 1);
    memset(from, 'x', sizeof from - 1);
    assert_true(rb_slice_is(r->draft.known.style, "vague"));
    assert_true(rb_slice_is(r->draft.known.from, "Greta"));
    rb_result_free(r);
    rb_rules_free(rules);
}

static void test_too_large(void **state)
{
    ringback_rules *rules = builtin();
    struct rb_finder *finder = rb_finder_new(rb_rules_lexicon(rules));
    struct rb_known k = known("standard");
    ringback_result *r = NULL;
    ringback_error err;
    char *text = calloc(1, RB_MAX_DRAFT_BYTES + 1);

    (void)state;
    assert_non_null(text);
    assert_int_equal(
        rb_judge(rules, finder, rb_slice_of(text, RB_MAX_DRAFT_BYTES + 1), &k, &r, &err),
        RINGBACK_ERR_LIMIT);
    assert_null(r);
    free(text);
    rb_finder_free(finder);
    rb_rules_free(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_builtin),
        cmocka_unit_test(test_the_same_twice),
        cmocka_unit_test(test_result_keeps_what_it_needs),
        cmocka_unit_test(test_too_large),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
