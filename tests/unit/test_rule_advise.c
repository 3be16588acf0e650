/* A finding without advice is the same finding. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <ringback.h>

static const char draft[] =
    "Hi Nadia, this is Rob Hale, regional sales director at Fern. I just wanted to reach out. We "
    "are the leading supplier in the county. Call me on 303-555-0142.";

static ringback_rules *rules;

static ringback_checker *checker(bool brief)
{
    ringback_options o = RINGBACK_OPTIONS_INIT;
    ringback_checker *c;

    o.brief = brief;
    assert_int_equal(ringback_checker_new(rules, &o, &c, NULL), RINGBACK_OK);
    return c;
}

static bool same(ringback_str a, ringback_str b)
{
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

static void only_the_advice_is_missing(void **state)
{
    ringback_checker *whole = checker(false), *brief = checker(true);
    ringback_result *a, *b;
    ringback_finding f, g;
    size_t n = 0, removable = 0;

    (void)state;
    assert_int_equal(ringback_check(whole, draft, sizeof draft - 1, &a, NULL), RINGBACK_OK);
    assert_int_equal(ringback_check(brief, draft, sizeof draft - 1, &b, NULL), RINGBACK_OK);
    for (; ringback_result_finding(a, n, &f); n++) {
        assert_true(ringback_result_finding(b, n, &g));
        assert_true(same(f.rule, g.rule));
        assert_true(same(f.message, g.message));
        assert_int_equal(f.points, g.points);
        assert_int_equal(f.span.start, g.span.start);
        assert_true(f.advice.len > 0);
        assert_int_equal(g.advice.len, 0);
        assert_false(g.removable);
        removable += f.removable;
    }
    assert_true(n > 0 && removable > 0);
    assert_false(ringback_result_finding(b, n, &g));
    assert_int_equal(ringback_result_score(a), ringback_result_score(b));
    ringback_result_free(a);
    ringback_result_free(b);
    ringback_checker_free(whole);
    ringback_checker_free(brief);
}

/* Mending tries its changes without advice; what it gives has the advice that was asked for. */
static void mended_drafts_have_it(void **state)
{
    (void)state;
    for (int brief = 0; brief < 2; brief++) {
        ringback_checker *c = checker(brief);
        ringback_fixed *fixed;
        ringback_finding f;

        assert_int_equal(ringback_fix(c, draft, sizeof draft - 1, &fixed, NULL), RINGBACK_OK);
        assert_true(ringback_result_finding(ringback_fixed_before(fixed), 0, &f));
        assert_int_equal(f.advice.len == 0, brief);
        assert_ptr_not_equal(ringback_fixed_before(fixed), ringback_fixed_after(fixed));
        assert_true(
            same(ringback_result_text(ringback_fixed_after(fixed)), ringback_fixed_text(fixed)));
        if (ringback_result_finding(ringback_fixed_after(fixed), 0, &f))
            assert_int_equal(f.advice.len == 0, brief);
        ringback_fixed_free(fixed);
        ringback_checker_free(c);
    }
}

static int load(void **state)
{
    (void)state;
    return ringback_rules_load(NULL, 0, NULL, NULL, &rules, NULL) == RINGBACK_OK ? 0 : 1;
}

static int unload(void **state)
{
    (void)state;
    ringback_rules_free(rules);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_advice_is_missing),
        cmocka_unit_test(mended_drafts_have_it),
    };

    return cmocka_run_group_tests(tests, load, unload);
}
