#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule/history.h"
#include "rule/prints.h"
#include "rule_fixture.h"

static const char yaml[] = TOY_FACTS
    "rules:\n" RULE_HEAD("again") "    message: \"{count} of {other}\"\n"
                                  "    check: {similar: 60, apart_from: [person, number]}\n";

static ringback_rules *rules;
static ringback_history *history;

static int set_up(void **state)
{
    (void)state;
    rules = load(yaml);
    history = rules ? rb_history_new() : NULL;
    return history ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    rb_history_free(history);
    rb_rules_free(rules);
    return 0;
}

static const char *say(const char *text, const char *own_name, const char *add_as)
{
    struct rb_known k = known("standard");
    ringback_result *r;

    k.history = history;
    k.own_name = rb_slice_str(own_name);
    r = judge(rules, text, &k);
    say_findings(r);
    if (add_as)
        assert_true(rb_history_add(history, r, rb_slice_str(add_as)));
    rb_result_free(r);
    return said;
}

#define OPENING                                                                                    \
    "I am Rhona. We went to see the roof of the mill by the river last week, and found that the "  \
    "slates on the north side had slipped. "

static void test_again(void **state)
{
    (void)state;
    assert_string_equal(say(OPENING "Call me on 555 814 0142.", "", "one"), "");
    /* Names and numbers are set aside, and so are case, marks and line breaks. */
    assert_string_equal(say("I am Iven: we went to see the roof of the mill, by the river, last "
                            "week and found\nthat the slates on the north side had slipped. Call "
                            "me on 0161 496 0000.",
                            "", NULL),
                        "again@0-128 3 100 of one");
    /* A part that differs costs its share. */
    assert_non_null(strstr(say(OPENING "Tell us when you are in.", "", NULL), " of one"));
    assert_null(strstr(said, "100 of"));
    assert_string_equal(say("I am Rhona. A neighbour of yours tells me that the rain comes through "
                            "by the chimney whenever the wind stands in the west.",
                            "", "two"),
                        "");
    /* The earlier of two that are alike; and none is held against itself. */
    assert_string_equal(say(OPENING "Call me on 555 814 0142.", "", "three"),
                        "again@0-11 3 100 of one");
    assert_string_equal(say(OPENING "Call me on 555 814 0142.", "one", NULL),
                        "again@0-11 3 100 of three");
}

static void test_short(void **state)
{
    (void)state;
    assert_string_equal(say("I am Rhona. Call me back.", "", "four"), "");
    assert_string_equal(say("I am Rhona. Call me back.", "", NULL), "");
}

static void test_nothing_before(void **state)
{
    struct rb_known k = known("standard");
    ringback_result *r = judge(rules, OPENING, &k);

    (void)state;
    assert_int_equal(r->n_findings, 0);
    assert_null(r->prints);
    rb_result_free(r);
}

/* ---- joining ---- */

static char turns[8];

static void take(void *ctx)
{
    (void)strcat(ctx, "(");
}

static void give(void *ctx)
{
    (void)strcat(ctx, ")");
}

static void test_joining(void **state)
{
    const ringback_turn turn = {sizeof turn, take, give, turns};
    const char *names[] = {"one", "two", "one"};
    uint32_t percent[] = {0, 100, 100};
    ringback_checker *checker;
    ringback_result *r;
    ringback_error err;

    (void)state;
    assert_int_equal(ringback_checker_new(rules, NULL, &checker, &err), RINGBACK_OK);
    for (size_t i = 0; i < 3; i++) {
        /* Each joins once it was held against those before it, never against itself. */
        assert_int_equal(ringback_checker_join(checker, history, names[i], i ? NULL : &turn, &err),
                         RINGBACK_OK);
        assert_int_equal(ringback_check(checker, OPENING, strlen(OPENING), &r, &err), RINGBACK_OK);
        assert_int_equal(r->likeness[0].percent, percent[i]);
        assert_int_equal(r->n_findings, i > 0);
        rb_result_free(r);
    }
    assert_string_equal(turns, "()");
    assert_int_equal(ringback_checker_join(checker, NULL, "", NULL, &err), RINGBACK_ERR_USAGE);
    assert_int_equal(ringback_checker_join(checker, history, NULL, NULL, &err), RINGBACK_ERR_USAGE);
    /* Only remembering, it does not join. */
    assert_int_equal(ringback_checker_remember(checker, history, "three", &err), RINGBACK_OK);
    assert_int_equal(ringback_check(checker, "Hi Ana.", 7, &r, &err), RINGBACK_OK);
    rb_result_free(r);
    ringback_checker_free(checker);
}

/* ---- as many as there may be ---- */

static uint32_t seed = 7;

static uint32_t dice(void)
{
    seed = seed * 1664525u + 1013904223u;
    return seed >> 8;
}

static int ascending(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

enum { MANY = 20000, PRINTS = 80, SHARED = 20 };

/* A draft of which a quarter is the same in all; every tenth repeats the one ten before it, but for
 * a few words. */
static void make_prints(uint32_t number, uint32_t items[PRINTS], uint32_t last[PRINTS])
{
    for (uint32_t i = 0; i < PRINTS; i++)
        items[i] = i < SHARED ? (i + 1) * 2654435761u : dice() * 257u;
    if (number % 10 == 9) {
        memcpy(items, last, PRINTS * sizeof *items);
        for (uint32_t i = 0; i < 6; i++)
            items[PRINTS - 1 - i] = dice();
    }
    qsort(items, PRINTS, sizeof *items, ascending);
    if (number % 10 == 9 || number % 10 == 0)
        memcpy(last, items, PRINTS * sizeof *items);
}

static void test_many(void **state)
{
    uint32_t items[PRINTS], last[PRINTS] = {0}, found = 0, wrong = 0;
    struct rb_prints prints = {items, PRINTS};
    ringback_result result = {.prints = &prints, .n_prints = 1};

    (void)state;
    for (uint32_t i = 0; i < MANY; i++) {
        struct rb_likeness like;
        char name[16];

        make_prints(i, items, last);
        like = rb_history_ask(history, 0, &prints, rb_slice_str(""));
        found += like.percent >= 60 && i % 10 == 9;
        wrong += like.percent >= 60 && i % 10 != 9;
        (void)snprintf(name, sizeof name, "n%u", (unsigned)i);
        assert_true(rb_history_add(history, &result, rb_slice_str(name)));
    }
    assert_int_equal(wrong, 0);
    assert_in_range(found, MANY / 10 * 99 / 100, MANY / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_short, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nothing_before, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_joining, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_many, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
