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
    ringback_turn turn = RINGBACK_TURN_INIT;
    ringback_report_options sizeless = RINGBACK_REPORT_OPTIONS_INIT;
    ringback_record_options record = RINGBACK_RECORD_OPTIONS_INIT;
    ringback_report *report = (ringback_report *)checker;

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
    TOLD(ringback_history_add(NULL, result, "a", &err), "a history, a result and a name");
    TOLD(ringback_checker_join(checker, NULL, "a", NULL, &err), "a history, a name and a turn");
    TOLD(ringback_checker_join(checker, history, NULL, NULL, &err), "a history, a name and a turn");
    turn.size = 1;
    TOLD(ringback_checker_join(checker, history, "a", &turn, &err), "a history, a name and a turn");
    sizeless.size = 1;
    TOLD(ringback_report_new(RINGBACK_FORMAT_TEXT, &sizeless, keep, NULL, &report, &err),
         "report options without their size");
    assert_null(report);
    TOLD(ringback_report_new((ringback_format)99, NULL, keep, NULL, &report, &err),
         "a report needs a format");
    TOLD(ringback_report_new(RINGBACK_FORMAT_TEXT, NULL, NULL, NULL, &report, &err),
         "a report needs a format, a sink");
    TOLD(ringback_report_new(RINGBACK_FORMAT_TEXT, NULL, keep, NULL, NULL, &err), "and an out");
    TOLD(ringback_rules_list(NULL, NULL, keep, NULL, &err), "rules and a sink wanted");
    TOLD(ringback_rules_list(rules, &sizeless, keep, NULL, &err), "rules and a sink wanted");
    TOLD(ringback_rules_explain(rules, NULL, NULL, keep, NULL, &err), "a rule's name wanted");
    assert_int_equal(ringback_report_new(RINGBACK_FORMAT_TEXT, NULL, keep, NULL, &report, &err),
                     RINGBACK_OK);
    TOLD(ringback_report_add_at(report, NULL, result, &err), "a place and a result");
    TOLD(ringback_report_add_at(report, &place, NULL, &err), "a place and a result");
    TOLD(ringback_report_add_at(NULL, &place, result, &err), "an open report");
    TOLD(ringback_report_add_failure(NULL, "a", "b", &err), "an open report");
    TOLD(ringback_report_add_failure(report, "a", NULL, &err), "a reason");
    TOLD(ringback_report_end(NULL, &err), "an open report");
    place.size = 1;
    TOLD(ringback_report_add_at(report, &place, result, &err), "a place and a result");
    TOLD(ringback_check_record(NULL, "", 0, NULL, keep, NULL, NULL, &err), "a checker, a line");
    TOLD(ringback_check_record(checker, NULL, 1, NULL, keep, NULL, NULL, &err), "a line");
    TOLD(ringback_check_record(checker, "", 0, NULL, NULL, NULL, NULL, &err), "a sink wanted");
    record.size = 1;
    TOLD(ringback_check_record(checker, "", 0, &record, keep, NULL, NULL, &err), "a sink wanted");
    assert_int_equal(ringback_report_end(report, NULL), RINGBACK_OK);
    TOLD(ringback_report_add_failure(report, "a", "b", &err), "an open report");
    ringback_report_free(report);
#undef TOLD
    ringback_history_free(history);
    ringback_result_free(result);
    ringback_checker_free(checker);
}

/* Numbers out of their range, a style and a rule that are not there, a reason that is none. */
static void options_are_held_to_their_ranges(void **state)
{
    static const ringback_ignore unknown = {"no-kettle", "it is ours"},
                                 silent = {"no-title", "..."};
    static const struct {
        size_t at;
        uint32_t value;
        const char *told;
    } rows[] = {
        {offsetof(ringback_options, words_per_minute), 79,
         "the pace must be from 80 to 300, not 79"},
        {offsetof(ringback_options, words_per_minute), 301, "not 301"},
        {offsetof(ringback_options, number_percent), 99, "the number pace must be from 100 to 300"},
        {offsetof(ringback_options, min_score), 101, "the lowest score must be from 0 to 100"},
        {offsetof(ringback_options, dial_minute), 1440, "the dial time must be from 0 to 1439"},
        {offsetof(ringback_options, measured_ms), 0, "the measured time must be from 1 to 3600000"},
    };
    ringback_options options = RINGBACK_OPTIONS_INIT;
    ringback_checker *checker;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        options = (ringback_options)RINGBACK_OPTIONS_INIT;
        memcpy((char *)&options + rows[i].at, &rows[i].value, sizeof rows[i].value);
        assert_int_equal(ringback_checker_new(rules, &options, &checker, &err),
                         RINGBACK_ERR_SETTINGS);
        if (!strstr(err.message, rows[i].told))
            fail_msg("%s", err.message);
    }
    options = (ringback_options)RINGBACK_OPTIONS_INIT;
    options.n_ignore = 1;
    options.ignore = &unknown;
    assert_int_equal(ringback_checker_new(rules, &options, &checker, &err), RINGBACK_ERR_SETTINGS);
    assert_non_null(strstr(err.message, "there is no rule “no-kettle” to ignore"));
    options.ignore = &silent;
    assert_int_equal(ringback_checker_new(rules, &options, &checker, &err), RINGBACK_ERR_SETTINGS);
    assert_non_null(strstr(err.message, "“no-title” is ignored without a reason"));
    options.n_ignore = 0;
    options.style = "standart";
    assert_int_equal(ringback_checker_new(rules, &options, &checker, &err), RINGBACK_ERR_SETTINGS);
    assert_non_null(strstr(err.message, "did you mean “standard”?"));
    /* At the ends of the ranges all is well. */
    options = (ringback_options)RINGBACK_OPTIONS_INIT;
    options.words_per_minute = 300;
    options.number_percent = 100;
    options.min_score = 100;
    options.dial_minute = 1439;
    options.measured_ms = 3600000;
    ringback_checker_free(checker_of(&options));
}

/* A file is misused as the rest is; one that is too large is not read at all. */
static void files_that_are_misused_are_told(void **state)
{
    static const char text[] = DRAFT;
    const ringback_source source = {"a.txt", text, sizeof text - 1},
                          large = {"b.txt", text, RINGBACK_MAX_FILE_BYTES + 1},
                          empty = {"c.txt", NULL, 0};
    ringback_reading sizeless = RINGBACK_READING_INIT;
    ringback_options short_one = RINGBACK_OPTIONS_INIT, options = RINGBACK_OPTIONS_INIT;
    ringback_checker *checker = checker_of(NULL);
    ringback_file *file, *none = (ringback_file *)checker;
    ringback_result *result;
    ringback_fixed *fixed;
    ringback_draft draft;
    size_t from = 7, to = 7;

    (void)state;
    sizeless.size = 1;
    short_one.size = 1;
    assert_int_equal(ringback_file_new(NULL, NULL, NULL, NULL, &none, &err), RINGBACK_ERR_USAGE);
    assert_null(none);
    assert_int_equal(ringback_file_new(&source, &sizeless, NULL, NULL, &none, &err),
                     RINGBACK_ERR_USAGE);
    assert_int_equal(ringback_file_new(&large, NULL, NULL, NULL, &none, &err), RINGBACK_ERR_LIMIT);
    assert_string_equal(err.message, "larger than 16 MiB");
    assert_int_equal(ringback_file_new(&empty, NULL, NULL, NULL, &file, &err), RINGBACK_OK);
    ringback_file_free(file);
    ringback_file_free(NULL);
    assert_int_equal(ringback_file_new(&source, NULL, NULL, NULL, &file, &err), RINGBACK_OK);
    assert_int_equal(ringback_file_count(file), 1);
    assert_false(ringback_file_draft(file, 1, &draft));
    assert_int_equal(ringback_check_draft(NULL, file, 0, NULL, &result, &err), RINGBACK_ERR_USAGE);
    assert_int_equal(ringback_check_draft(checker, NULL, 0, NULL, &result, &err),
                     RINGBACK_ERR_USAGE);
    assert_int_equal(ringback_check_draft(checker, file, 1, NULL, &result, &err),
                     RINGBACK_ERR_USAGE);
    assert_int_equal(ringback_check_draft(checker, file, 0, &short_one, &result, &err),
                     RINGBACK_ERR_USAGE);
    assert_null(result);
    assert_int_equal(ringback_fix_draft(checker, file, 0, &short_one, &fixed, &err),
                     RINGBACK_ERR_USAGE);
    assert_int_equal(ringback_fix_draft(checker, file, 1, NULL, &fixed, &err), RINGBACK_ERR_USAGE);
    assert_null(fixed);
    /* Nothing is laid over options by a draft that is not there. */
    options.words_per_minute = 99;
    ringback_file_options(file, 1, &options);
    assert_int_equal(options.words_per_minute, 99);
    assert_false(ringback_file_span(file, 1, 0, 1, &from, &to));
    assert_false(ringback_file_span(file, 0, 3, 2, &from, &to));
    assert_false(ringback_file_span(file, 0, 0, sizeof text, &from, &to));
    assert_int_equal(from + to, 14);
    assert_true(ringback_file_span(file, 0, 3, 8, &from, &to));
    assert_int_equal(from * 100 + to, 308);
    ringback_file_free(file);
    ringback_checker_free(checker);
}

/* What the steps of mending save: negative where something is said once more. */
static size_t saved(uint32_t measured_ms, int32_t ms[8], uint32_t *planned)
{
    ringback_options options = RINGBACK_OPTIONS_INIT;
    ringback_checker *checker;
    ringback_fixed *fixed;
    ringback_step step;
    size_t n = 0;

    options.measured_ms = measured_ms;
    checker = checker_of(&options);
    assert_int_equal(ringback_fix(checker, DRAFT, strlen(DRAFT), &fixed, &err), RINGBACK_OK);
    *planned = ringback_result_duration_ms(ringback_fixed_before(fixed));
    for (size_t i = 0; ringback_fixed_step(fixed, i, &step) && step.made; i++) {
        assert_true(n < 8);
        ms[n++] = step.saved_ms;
    }
    ringback_fixed_free(fixed);
    ringback_checker_free(checker);
    return n;
}

/* A time that was measured is that of the draft as it was given: a mended one takes as much more or
 * less as the clock says. */
static void what_was_measured_is_mended(void **state)
{
    int32_t by_clock[8], slowly[8];
    uint32_t planned, same;
    size_t n = saved(RINGBACK_UNSET, by_clock, &planned);

    (void)state;
    assert_true(n >= 4 && planned > 0);
    assert_true(saved(2 * planned, slowly, &same) >= 4);
    assert_int_equal(same, planned);
    /* The last of them closes the draft, as far as half a minute goes. */
    for (size_t i = 1; i < 4; i++) {
        assert_true(by_clock[i] != 0);
        assert_true(labs((long)slowly[i] - 2 * (long)by_clock[i]) <= 2);
    }
    /* So short a time that nothing is left of it is a millisecond still. */
    assert_true(saved(1, slowly, &same) > 0);
    assert_int_equal(slowly[0], 0);
}

static bool refuse_all(void *ctx, const char *data, size_t len)
{
    (void)data;
    (void)len;
    ++*(int *)ctx;
    return false;
}

/* Who can take no more is not offered more. */
static void a_sink_that_refuses_is_believed(void **state)
{
    static const ringback_str text = {"a\x1b[31m\"b", 8};
    int offered = 0;

    (void)state;
    assert_false(ringback_printable(text, refuse_all, &offered));
    assert_false(ringback_json_string(text, refuse_all, &offered));
    assert_int_equal(ringback_rules_list(rules, NULL, refuse_all, &offered, &err),
                     RINGBACK_ERR_SINK);
    assert_string_equal(err.message, "the report could not be written");
    assert_int_equal(offered, 3);
}

/* A report is between 40 and 200 columns wide, whatever it is asked to be. */
static void a_report_is_neither_narrow_nor_wide(void **state)
{
    static const uint32_t widths[] = {0, 40, 200, UINT32_MAX};
    ringback_checker *checker = checker_of(NULL);
    ringback_result *result = checked(checker);
    size_t n[4], drop;

    (void)state;
    for (int i = 0; i < 4; i++) {
        ringback_report_options options = RINGBACK_REPORT_OPTIONS_INIT;
        ringback_report *report;

        options.width = widths[i];
        written.n = 0;
        assert_int_equal(
            ringback_report_new(RINGBACK_FORMAT_TEXT, &options, keep, NULL, &report, &err),
            RINGBACK_OK);
        assert_int_equal(ringback_report_add(report, "a.txt", 0, result, &err), RINGBACK_OK);
        assert_int_equal(ringback_report_end(report, &err), RINGBACK_OK);
        ringback_report_free(report);
        n[i] = drop = 0;
        for (const char *line = written.bytes; *line; line += drop + 1) {
            drop = strcspn(line, "\n");
            n[i] = drop > n[i] ? drop : n[i];
        }
    }
    assert_int_equal(n[0], n[1]);
    assert_int_equal(n[2], n[3]);
    assert_true(n[1] < n[2]);
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
        cmocka_unit_test(each_status_has_a_name),
        cmocka_unit_test(rules_are_counted_and_tried),
        cmocka_unit_test(what_is_misused_is_told),
        cmocka_unit_test(a_record_may_be_too_large),
        cmocka_unit_test(many_files_fail),
        cmocka_unit_test(options_are_held_to_their_ranges),
        cmocka_unit_test(files_that_are_misused_are_told),
        cmocka_unit_test(what_was_measured_is_mended),
        cmocka_unit_test(a_sink_that_refuses_is_believed),
        cmocka_unit_test(a_report_is_neither_narrow_nor_wide),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
