#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <ringback.h>

#define DRAFT                                                                                      \
    "Hi Priya, hope you are well. This is Jonas Weld, sales director at Tallow Street, "           \
    "5550107788. Call me back."

/* ---- what is written ---- */

static struct {
    char bytes[1 << 18];
    size_t n;
} written;

static bool keep(void *ctx, const char *data, size_t len)
{
    (void)ctx;
    assert_true(len < sizeof written.bytes - written.n);
    memcpy(written.bytes + written.n, data, len);
    written.n += len;
    written.bytes[written.n] = '\0';
    return true;
}

static bool refuse(void *ctx, const char *data, size_t len)
{
    (void)ctx;
    (void)data;
    return len == 0;
}

static bool says(const char *words)
{
    return strstr(written.bytes, words) != NULL;
}

static ringback_rules *rules;
static ringback_error err;

static int set_up(void **state)
{
    (void)state;
    return ringback_rules_load(NULL, 0, NULL, NULL, &rules, &err) == RINGBACK_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    ringback_rules_free(rules);
    return 0;
}

static ringback_checker *checker_of(const ringback_options *options)
{
    ringback_checker *checker;

    assert_int_equal(ringback_checker_new(rules, options, &checker, &err), RINGBACK_OK);
    return checker;
}

static ringback_result *checked(ringback_checker *checker)
{
    ringback_result *result;

    assert_int_equal(ringback_check(checker, DRAFT, strlen(DRAFT), &result, &err), RINGBACK_OK);
    return result;
}

/* ---- the tests ---- */

static void each_status_has_a_name(void **state)
{
    static const char *const names[] = {"ok",       "memory", "limit", "rules",
                                        "settings", "input",  "sink",  "usage"};
    static const ringback_status statuses[] = {
        RINGBACK_OK,           RINGBACK_ERR_MEMORY, RINGBACK_ERR_LIMIT, RINGBACK_ERR_RULES,
        RINGBACK_ERR_SETTINGS, RINGBACK_ERR_INPUT,  RINGBACK_ERR_SINK,  RINGBACK_ERR_USAGE};

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_string_equal(ringback_status_name(statuses[i]), names[i]);
    assert_string_equal(ringback_status_name((ringback_status)99), "unknown");
}

static void rules_are_counted_and_tried(void **state)
{
    size_t n = ringback_rules_count(rules), run = 0, failed = 1;
    ringback_rule rule = {.points = 77};

    (void)state;
    assert_true(n > 20);
    assert_true(ringback_rules_at(rules, n - 1, &rule));
    rule.points = 77;
    assert_false(ringback_rules_at(rules, n, &rule));
    assert_int_equal(rule.points, 77);
    assert_int_equal(ringback_rules_test(rules, NULL, NULL, &run, &failed, &err), RINGBACK_OK);
    assert_true(run > n);
    assert_int_equal(failed, 0);
}

/* What is misused is told, with what is wanted, and leaves no half of anything. */
static void what_is_misused_is_told(void **state)
{
    ringback_checker *checker = checker_of(NULL);
    ringback_result *result = checked(checker);
    ringback_place place = RINGBACK_PLACE_INIT;
    ringback_source nameless = {NULL, "", 0};
    ringback_baseline *baseline = (ringback_baseline *)checker;
    ringback_fixed *fixed = (ringback_fixed *)checker;
    ringback_result *none = (ringback_result *)checker;
    ringback_history *history;
    ringback_test_outcome outcome;

    (void)state;
#define TOLD(call, words)                                                                          \
    do {                                                                                           \
        assert_int_equal(call, RINGBACK_ERR_USAGE);                                                \
        assert_non_null(strstr(err.message, words));                                               \
    } while (0)
    TOLD(ringback_check(checker, NULL, 3, &none, &err), "a draft of 3 bytes has no text");
    assert_null(none);
    TOLD(ringback_fix(checker, NULL, 3, &fixed, &err), "a checker and a draft wanted");
    assert_null(fixed);
    TOLD(ringback_fix(NULL, "", 0, &fixed, &err), "a checker and a draft wanted");
    TOLD(ringback_fix_draft(checker, NULL, 0, NULL, &fixed, &err), "a draft of a file wanted");
    TOLD(ringback_baseline_load(&nameless, &baseline, &err), "a baseline needs bytes");
    assert_int_equal(ringback_baseline_load(NULL, &baseline, &err), RINGBACK_OK);
    TOLD(ringback_baseline_take(baseline, "a", &place, result, NULL, 99, &err), "room for its");
    TOLD(ringback_baseline_gone(baseline, NULL, &err), "a baseline and a path wanted");
    TOLD(ringback_baseline_write(baseline, NULL, NULL, NULL, &err), "a baseline and a sink wanted");
    assert_int_equal(ringback_baseline_write(baseline, refuse, NULL, NULL, &err),
                     RINGBACK_ERR_SINK);
    assert_string_equal(err.message, "the baseline could not be written");
    ringback_baseline_free(baseline);
    TOLD(ringback_rules_list(rules, NULL, NULL, NULL, &err), "rules and a sink wanted");
    TOLD(ringback_rules_test_report(rules, NULL, NULL, NULL, &outcome, &err), "a sink wanted");
    assert_int_equal(ringback_history_new(&history, &err), RINGBACK_OK);
    TOLD(ringback_history_add(history, NULL, "a", &err), "a history, a result and a name wanted");
    TOLD(ringback_history_add(history, result, NULL, &err), "a history, a result and a name");
#undef TOLD
    ringback_history_free(history);
    ringback_result_free(result);
    ringback_checker_free(checker);
}

/* A record whose text is larger than a draft may be is answered in its place, with or without a
 * place for errors. */
static void a_record_may_be_too_large(void **state)
{
    static char line[RINGBACK_MAX_DRAFT_BYTES + 64];
    ringback_record_options options = RINGBACK_RECORD_OPTIONS_INIT;
    ringback_record_outcome outcome;
    ringback_checker *checker = checker_of(NULL);
    size_t n = 0;

    (void)state;
    n += (size_t)(stpcpy(line, "{\"id\":7,\"text\":\"") - line);
    memset(line + n, 'a', RINGBACK_MAX_DRAFT_BYTES + 1);
    n += RINGBACK_MAX_DRAFT_BYTES + 1;
    memcpy(line + n, "\"}", 2);
    n += 2;
    for (int i = 0; i < 2; i++) {
        written.n = 0;
        assert_int_equal(ringback_check_record(checker, line, n, &options, keep, NULL, &outcome,
                                               i ? NULL : &err),
                         RINGBACK_OK);
        assert_true(outcome.bad);
        assert_true(says("\"id\":7"));
        assert_true(says("too-long"));
    }
    ringback_checker_free(checker);
}

/* Files that could not be checked are all told, where a format has places for a few of them. */
static void many_files_fail(void **state)
{
    static const struct {
        ringback_format format;
        int files;
        const char *told;
    } rows[] = {{RINGBACK_FORMAT_GITHUB, 11, "  | f10.md: no such file\n"},
                {RINGBACK_FORMAT_SARIF, 1003, "\"3 more files could not be checked.\""}};

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ringback_report *report;
        char path[16];

        written.n = 0;
        assert_int_equal(ringback_report_new(rows[i].format, NULL, keep, NULL, &report, &err),
                         RINGBACK_OK);
        assert_int_equal(ringback_report_add_failure(report, NULL, "x", &err), RINGBACK_ERR_USAGE);
        for (int n = 0; n < rows[i].files; n++) {
            (void)snprintf(path, sizeof path, "f%d.md", n);
            assert_int_equal(ringback_report_add_failure(report, path, "no such file", &err),
                             RINGBACK_OK);
        }
        assert_int_equal(ringback_report_end(report, &err), RINGBACK_OK);
        assert_int_equal(ringback_report_end(report, &err), RINGBACK_ERR_USAGE);
        ringback_report_free(report);
        if (!says(rows[i].told))
            fail_msg("%.2000s", written.bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_status_has_a_name),  cmocka_unit_test(rules_are_counted_and_tried),
        cmocka_unit_test(what_is_misused_is_told), cmocka_unit_test(a_record_may_be_too_large),
        cmocka_unit_test(many_files_fail),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
