/* What could go so that a draft keeps a limit of time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

#define RULE(name, keys) "  " name ": {title: T, family: f, why: W, message: m, " keys "}\n"
#define EXAMPLES ", examples: {bad: [a], good: [b]}"

/* Fruit may go, a pet may not, limes are nice to have, and numbers and names are kept. */
static const char rules_before[] = TOY_FACTS
    "rules:\n" RULE("fruitless", "severity: error, points: 3, removable: true, advice: Go., "
                                 "check: {count: {fact: fruit, value: sweet}, max: 0}" EXAMPLES)
        RULE("pets", "severity: warning, points: 2, check: {count: animal, min: "
                     "1}" EXAMPLES) RULE("sour", "severity: suggestion, points: 2, "
                                                 "check: {count: {fact: fruit, value: sour}, min: "
                                                 "1}" EXAMPLES) "  length: {title: T, family: f, "
                                                                "why: W, severity: error, "
                                                                "points: {per: 1s, each: 2}, "
                                                                "message: \"{seconds}\", "
                                                                "advice: \"{cuts}|{left}|still "
                                                                "{left_over} || {cuts}|{left} || "
                                                                "nothing\"" EXAMPLES
                                                                ", check: {limit: seconds, max: ";

static const char rules_behind[] = ", keep: [person, number]}}\n";

static const char *advice_of(const char *max, const char *text, uint32_t measured_ms)
{
    static char yaml[8192];
    struct rb_known k = known("standard");
    ringback_rules *rules;
    ringback_result *r;

    yaml[0] = '\0';
    put(yaml, sizeof yaml, "%s%s%s", rules_before, max, rules_behind);
    rules = load(yaml);
    assert_string_equal(said, "");
    k.measured_ms = measured_ms;
    r = judge(rules, text, &k);
    said[0] = '\0';
    put(said, sizeof said, "kept");
    for (uint32_t i = 0; i < r->n_findings; i++) {
        const struct rb_finding *f = &r->findings[i];

        if (!rb_slice_is(f->rule->id, "length"))
            continue;
        said[0] = '\0';
        SAY("%.*s", (int)f->advice.len, f->advice.ptr);
    }
    rb_result_free(r);
    rb_rules_free(rules);
    return said;
}

/* The words alone: “this”, “that”. */
static const char *cuts_of(const char *max, const char *text)
{
    static char words[1024];
    size_t n = 0;
    bool inside = false;

    for (const char *at = advice_of(max, text, RINGBACK_UNSET); *at && n + 1 < sizeof words; at++) {
        if (*at == '(')
            inside = true;
        if (*at == '|')
            break;
        if (!inside && !(*at == ' ' && (at[1] == '(')))
            words[n++] = *at;
        if (*at == ')')
            inside = false;
    }
    words[n] = '\0';
    return words;
}

static void marked_words_go_first(void **state)
{
    (void)state;
    assert_string_equal(advice_of("60", "A cat sat. It was there.", RINGBACK_UNSET), "kept");
    assert_string_equal(cuts_of("3.5", "A cat sat by an apple. It was there, on the mat."),
                        "“apple”");
}

static void of_what_is_enough_the_shortest_goes(void **state)
{
    (void)state;
    assert_string_equal(
        cuts_of("5.6",
                "A cat sat there. It was there for a week. We know. All of us left at last."),
        "“We know.”");
    assert_string_equal(
        cuts_of("4.5",
                "A cat sat there. It was there for a week. We know. All of us left at last."),
        "“It was there for a week.”");
    /* Where none is, the longest, and then the shortest that is. */
    assert_string_equal(
        cuts_of("3.6",
                "A cat sat there. It was there for a week. We know. All of us left at last."),
        "“All of us left at last.” and “We know.”");
}

static void what_is_kept_stays(void **state)
{
    (void)state;
    assert_string_equal(advice_of("3", "I am Rhona Vale. Call me on 555 814 0142.", RINGBACK_UNSET),
                        "nothing (+10 points)");
    assert_string_equal(
        cuts_of("8.5", "I am Rhona Vale. A cat sat there. Call me on 555 814 0142."), "nothing");
    assert_string_equal(
        cuts_of("8.5", "I am Rhona Vale. It rained. A cat sat. Call me on 555 814 0142."),
        "“It rained.”");
    /* What is said once more need not stay in both places, but in one of them. */
    assert_string_equal(
        cuts_of("8.5", "I am Rhona Vale. It is I, Rhona Vale. A cat sat. Call me on 555 814 0142."),
        "“It is I, Rhona Vale.”");
    /* Even where a rule marks it. */
    assert_string_equal(cuts_of("1", "The cat sat, pear."), "“pear”");
}

/* The only pet would be missed, one of two would not; a sentence that says nothing goes before. */
static void what_others_need_stays(void **state)
{
    (void)state;
    assert_string_equal(cuts_of("2", "A cat sat here all day. It rained again."),
                        "“It rained again.”");
    assert_string_equal(cuts_of("2", "A cat sat here all day. A dog sat there too."),
                        "“A dog sat there too.”");
    assert_string_equal(cuts_of("3.5", "A cat sat here. A dog sat here. It rained here."),
                        "“It rained here.”");
}

static void suggestions_are_paid_for_a_draft_that_fits(void **state)
{
    (void)state;
    assert_string_equal(cuts_of("1.3", "A cat sat here. A lime lay there."), "“A lime lay there.”");
    assert_string_equal(cuts_of("0.3", "A cat sat here. A lime lay there."), "nothing");
    /* Nor where it would bring nothing: half a second too much costs no more than the lime. */
    assert_string_equal(cuts_of("2", "A cat sat here. A lime lay there."), "nothing");
}

static void a_sentence_takes_the_place_of_its_words(void **state)
{
    (void)state;
    assert_string_equal(cuts_of("2", "A cat sat here. It was a pear that it had seen there."),
                        "“It was a pear that it had seen there.”");
}

/* What is promised is what the clock says of the shorter draft. */
static void promises_are_kept(void **state)
{
    static const char *const rows[][2] = {
        {"I am Rhona Vale. It rained here all day long. A cat sat. Call me on 555 814 0142.",
         "I am Rhona Vale. A cat sat. Call me on 555 814 0142."},
        {"A cat sat in a tree by the road, pear. We know that it rained.",
         "A cat sat in a tree by the road. We know that it rained."},
    };
    static const char *const limits[] = {"9", "4.3"};

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char left[64] = "";
        const char *advice = advice_of(limits[i], rows[i][0], RINGBACK_UNSET), *bar;
        struct rb_buffer seconds;
        struct rb_known k = known("standard");
        ringback_rules *rules = load(TOY_FACTS);
        ringback_result *r = judge(rules, rows[i][1], &k);

        bar = strchr(advice_of(limits[i], rows[i][0], RINGBACK_UNSET), '|');
        assert_non_null(advice);
        if (!bar)
            print_error("%s\n", said);
        assert_non_null(bar);
        rb_buffer_init(&seconds);
        rb_buffer_seconds(&seconds, r->draft.clock.total_ms);
        rb_buffer_putc(&seconds, '\0');
        put(left, sizeof left, "|%s ", seconds.ptr);
        if (strncmp(bar, left, strlen(left)) != 0)
            print_error("%s, not %s\n", bar, left);
        assert_int_equal(strncmp(bar, left, strlen(left)), 0);
        rb_buffer_free(&seconds);
        rb_result_free(r);
        rb_rules_free(rules);
    }
}

/* A measured time stretches every word; the net effect is that of the cuts, with the mark gone. */
static void measured_time_is_stretched(void **state)
{
    (void)state;
    assert_non_null(strstr(advice_of("10", "A cat sat there. Pear.", 11000), "“Pear” ("));
    assert_non_null(strstr(said, "(+5 points, saves "));
}

static void too_much_is_told(void **state)
{
    (void)state;
    assert_non_null(
        strstr(advice_of("2", "A cat sat on the very old brown mat. It rained.", RINGBACK_UNSET),
               "|still "));
    assert_non_null(strstr(said, "“It rained.”"));
}

static void test_faults(void **state)
{
    (void)state;
    assert_string_equal(check("    message: m\n"
                              "    check: {limit: words, max: 3, keep: fruit}\n",
                              "x"),
                        "a.yaml:26:35: \"keep\" does not go with \"limit: words\"");
    assert_non_null(strstr(check("    message: m\n"
                                 "    check: {limit: seconds, max: 3, keep: frut}\n",
                                 "x"),
                           "fruit"));
    assert_non_null(strstr(check("    message: m\n"
                                 "    check: {count: fruit, max: 3, keep: fruit}\n",
                                 "x"),
                           "keep"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marked_words_go_first),
        cmocka_unit_test(of_what_is_enough_the_shortest_goes),
        cmocka_unit_test(what_is_kept_stays),
        cmocka_unit_test(what_others_need_stays),
        cmocka_unit_test(suggestions_are_paid_for_a_draft_that_fits),
        cmocka_unit_test(a_sentence_takes_the_place_of_its_words),
        cmocka_unit_test(promises_are_kept),
        cmocka_unit_test(measured_time_is_stretched),
        cmocka_unit_test(too_much_is_told),
        cmocka_unit_test(test_faults),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
