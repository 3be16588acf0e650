/* The score, and what is ready, with findings set aside or accepted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report_fixture.h"
#include "result/score.h"

static ringback_result *two_findings(uint32_t error_points)
{
    ringback_result *r = fixture("We are the best. Bye.");

    fixture_finding(r, "no-boast", RINGBACK_WARNING, 3, "the best", "Boast.", "");
    fixture_finding(r, "ask-present", RINGBACK_ERROR, error_points, NULL, "No ask.", "");
    rb_score(r);
    return r;
}

static void an_error_is_never_ready(void **state)
{
    ringback_result *r = two_findings(8);

    (void)state;
    assert_int_equal(r->score, 89);
    assert_false(r->ready);
    r->n_findings = 1;
    rb_score(r);
    assert_int_equal(r->score, 97);
    assert_true(r->ready);
    r->draft.known.min_score = 98;
    rb_score(r);
    assert_false(r->ready);
    fixture_free(r);
}

static void what_is_accepted_costs_nothing(void **state)
{
    static const bool none[] = {false, false}, boast[] = {true, false}, ask[] = {false, true},
                      both[] = {true, true};
    ringback_result *r = two_findings(8);

    (void)state;
    assert_int_equal(rb_score_without(r, none), 89);
    assert_int_equal(rb_score_without(r, boast), 92);
    assert_int_equal(rb_score_without(r, ask), 97);
    assert_int_equal(rb_score_without(r, both), 100);
    assert_false(rb_ready_without(r, none));
    assert_false(rb_ready_without(r, boast));
    assert_true(rb_ready_without(r, ask));
    r->draft.known.min_score = 98;
    assert_false(rb_ready_without(r, ask));
    assert_true(rb_ready_without(r, both));
    fixture_free(r);
}

static void there_is_nothing_below_zero(void **state)
{
    static const bool none[] = {false, false}, ask[] = {false, true};
    ringback_result *r = two_findings(97);

    (void)state;
    assert_int_equal(r->score, 0);
    assert_int_equal(rb_score_without(r, none), 0);
    r->findings[1].points = 96;
    rb_score(r);
    assert_int_equal(r->score, 1);
    r->findings[1].points = 200;
    assert_int_equal(rb_score_without(r, none), 0);
    assert_int_equal(rb_score_without(r, ask), 97);
    fixture_free(r);
}

static void what_is_no_voicemail_has_no_score(void **state)
{
    static const bool both[] = {true, true};
    ringback_result *r = two_findings(8);

    (void)state;
    r->scored = false;
    rb_score(r);
    assert_int_equal(r->score, 0);
    assert_int_equal(rb_score_without(r, both), 0);
    assert_false(rb_ready_without(r, both));
    fixture_free(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_error_is_never_ready),
        cmocka_unit_test(what_is_accepted_costs_nothing),
        cmocka_unit_test(there_is_nothing_below_zero),
        cmocka_unit_test(what_is_no_voicemail_has_no_score),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
