/* A draft mended with a few rules, whose facts are certain words. */
#ifndef UNIT_FIX_FIXTURE_H
#define UNIT_FIX_FIXTURE_H

#include "fix/fix.h"
#include "rule_fixture.h"

/* Facts that are certain words, so that only the mending is tried. */
#define FACT(name, phrases)                                                                        \
    "  " name ": {doc: A fact., phrases: " phrases ", examples: {is: [a]}}\n"
#define HIDDEN(name, phrases)                                                                      \
    "  " name ": {doc: A fact., hidden: true, phrases: " phrases ", examples: {is: [a]}}\n"
#define RULE_OF(name, points, check, more)                                                         \
    "  " name ": {title: T, family: f, why: W, severity: error, points: " points                   \
    ", message: m, advice: Go., check: " check more ", examples: {bad: [a], good: [b]}}\n"
#define LEAVE_OUT(name, points, fact)                                                              \
    RULE_OF(name, points, "{count: " fact ", max: 0}", ", removable: true")

static const char yaml[] = "facts:\n" FACT("caller_name", "[owen hale, owen]") FACT(
    "caller_company",
    "[brightwater]") FACT("prospect_name",
                          "[petra]") FACT("job_title",
                                          "[sales director, one of the founders, roofers]")
    FACT("website", "[fern dot com, the web]") FACT("email", "[bob at mail dot com]") FACT(
        "boast",
        "[/ the leading roofer in town, / we are the best >>, / we won a prize, "
        "/ an award winning crew, / a first rate (shed|arbour|hut|4x4), / the first rate shed, "
        "/ an outstanding (shed|arbour), / which nobody beats]") HIDDEN("puff",
                                                                        "[first rate, outstanding]")
        FACT("cliche",
             "[/ hope you are well, / i am touching base, / at your earliest convenience, "
             "/ as you know]") FACT("product", "[/ we lay slate and tin, / the quote stays open]")
            FACT("outcome", "[cut the bill by half]") FACT("thanks", "[thanks, thank you]")
                FACT("ask",
                     "{call_back: [call me], visit_website: [visit, go to], email_back: [mail "
                     "me]}") "  phone_number: {doc: A number., finder: phone, compare: number, "
                             "examples: {is: [a]}}\n"
                             "rules:\n"
                             "  nothing: {title: T, family: f, why: W, severity: error, points: "
                             "0, message: m, alone: true, "
                             "check: {count: [caller_name, phone_number], min: 1}, examples: "
                             "{bad: [a], good: [b]}}\n" LEAVE_OUT("no-title", "4", "job_title")
                                 LEAVE_OUT("no-website", "3", "website") LEAVE_OUT(
                                     "no-email", "2", "email") LEAVE_OUT("no-boast", "3", "boast")
                                     LEAVE_OUT("no-cliche", "{first: 2, each: 1, most: 2}",
                                               "cliche") LEAVE_OUT("no-product", "3", "product")
                                         RULE_OF("readable", "2",
                                                 "{shape: phone_number, reeled: true, max: 0}", "")
                                             RULE_OF("number-twice", "12",
                                                     "{count: phone_number, same: value, min: 2}",
                                                     ", when: {has: phone_number}")
                                                 RULE_OF("name-twice", "2",
                                                         "{count: caller_name, min: 2}",
                                                         ", when: {has: caller_name}");

static struct rb_known known_here;
static const ringback_rules *rules_here;
static struct rb_finder *finder_here;

static inline ringback_status judge_here(void *ctx, struct rb_slice text, ringback_result **out,
                                         ringback_error *err)
{
    (void)ctx;
    return rb_judge(rules_here, finder_here, text, &known_here, out, err);
}

static inline void begin(const char *rules)
{
    said[0] = '\0';
    rules_here = load(rules);
    assert_string_equal(said, "");
    finder_here = rb_finder_new(rb_rules_lexicon(rules_here));
    assert_non_null(finder_here);
    known_here = known("standard");
}

static inline void end(void)
{
    rb_finder_free(finder_here);
    rb_rules_free((ringback_rules *)(uintptr_t)rules_here);
}

/* The rules above and more of them; begin_again() goes back. */
static inline void begin_with(const char *more)
{
    char both[sizeof yaml + 2048] = "";

    put(both, sizeof both, "%s%s", yaml, more);
    end();
    begin(both);
}

static inline void begin_again(void)
{
    end();
    begin(yaml);
}

static inline int setup(void **state)
{
    (void)state;
    begin(yaml);
    return 0;
}

static inline int teardown(void **state)
{
    (void)state;
    end();
    return 0;
}

static inline ringback_fixed *mend(const char *text)
{
    static const struct rb_fix_judge how = {NULL, judge_here, rb_result_free};
    ringback_fixed *fixed = NULL;

    assert_int_equal(rb_fix_run(&how, rb_slice_str(text), &fixed, NULL), RINGBACK_OK);
    return fixed;
}

/* The edits make of the draft what is said to be the mended one. */
static inline void check_edits(const ringback_fixed *fixed, const char *text)
{
    struct rb_buffer made;
    uint32_t at = 0;

    rb_buffer_init(&made);
    for (size_t i = 0; i < fixed->n_edits; i++) {
        assert_true(fixed->edits[i].start >= at && (i == 0 || fixed->edits[i].start > at));
        rb_buffer_add(&made, text + at, fixed->edits[i].start - at);
        rb_buffer_slice_add(&made, fixed->edits[i].text);
        at = fixed->edits[i].end;
    }
    rb_buffer_puts(&made, text + at);
    assert_true(rb_slice_equal(rb_buffer_slice(&made), fixed->text));
    rb_buffer_free(&made);
}

/* What a draft becomes; checked on the way: the edits, that points fall, that it is done once. */
static inline const char *mended(const char *text)
{
    ringback_fixed *fixed = mend(text), *again;
    uint32_t before = 0, after = 0;

    check_edits(fixed, text);
    said[0] = '\0';
    SAY("%.*s", (int)fixed->text.len, fixed->text.ptr);
    for (uint32_t i = 0; i < fixed->before->n_findings; i++)
        before += fixed->before->findings[i].points;
    for (uint32_t i = 0; i < fixed->after->n_findings; i++)
        after += fixed->after->findings[i].points;
    assert_true(fixed->n_edits ? after < before : after == before);
    rb_fix_free(fixed);
    again = mend(said);
    assert_int_equal(again->n_edits, 0);
    assert_ptr_equal(again->before, again->after);
    rb_fix_free(again);
    return said;
}

/* What is told, the n-th of it. */
static inline const char *told(const char *text, size_t n)
{
    ringback_fixed *fixed = mend(text);

    said[0] = '\0';
    if (n < fixed->n_steps)
        SAY("%c %.*s: %.*s", fixed->steps[n].made ? '+' : '-', (int)fixed->steps[n].rule.len,
            fixed->steps[n].rule.ptr, (int)fixed->steps[n].message.len,
            fixed->steps[n].message.ptr);
    rb_fix_free(fixed);
    return said;
}

#define TAIL " Call me on 555 814 0142. Again, Owen Hale, 555 814 0142."
#define SAME(text) assert_string_equal(mended(text), text)
#define BECOMES(text, wanted) assert_string_equal(mended(text TAIL), wanted TAIL)
#define STAYS(text) BECOMES(text, text)

#endif
