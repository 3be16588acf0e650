/* Drafts, through the public interface: no crash, every span inside of the draft, a score that is
 * its own arithmetic, and reports that are what they say they are. */
#include <ringback.h>

#include "base/json.h"
#include "base/utf8.h"
#include "fuzz.h"

static bool keep(void *ctx, const char *data, size_t len)
{
    rb_buffer_add(ctx, data, len);
    return true;
}

static void check_span(const ringback_span *span, size_t size)
{
    HOLD(span->start <= span->end && span->end <= size);
    HOLD(span->line > 0 && span->column > 0);
    HOLD(span->line < span->end_line ||
         (span->line == span->end_line && span->column <= span->end_column));
    HOLD(span->start_ms <= span->end_ms);
}

static void check_result(const ringback_result *result, size_t size)
{
    ringback_finding finding;
    ringback_fact fact;
    ringback_span sentence;
    uint32_t points = 0, end = 0, score = ringback_result_score(result);

    for (size_t i = 0; ringback_result_sentence(result, i, &sentence); i++) {
        check_span(&sentence, size);
        HOLD(sentence.start >= end);
        end = sentence.end;
    }
    for (size_t i = 0; ringback_result_fact(result, i, &fact); i++) {
        check_span(&fact.span, size);
        HOLD(fact.kind.len > 0);
    }
    for (size_t i = 0; ringback_result_finding(result, i, &finding); i++) {
        check_span(&finding.span, size);
        HOLD(finding.rule.len > 0 && finding.message.len > 0);
        points += finding.points;
    }
    /* What is no voicemail has no score. */
    HOLD(score == (points < 100 ? 100 - points : 0) || (score == 0 && points == 0));
}

static void check_report(struct rb_slice out, ringback_format format)
{
    struct rb_arena arena;
    struct rb_json *value;
    char message[128];

    HOLD(rb_utf8_valid(out.ptr, out.len) == out.len);
    for (size_t i = 0; i < out.len; i++)
        HOLD(((unsigned char)out.ptr[i] >= 0x20 || out.ptr[i] == '\n') && out.ptr[i] != 0x7F);
    if (format != RINGBACK_FORMAT_JSON && format != RINGBACK_FORMAT_NDJSON)
        return;
    /* A report of a large draft may be more than a record may. */
    if (out.len > RINGBACK_MAX_RECORD_BYTES / 2)
        return;
    rb_arena_init(&arena);
    HOLD(rb_json_parse(&arena, out, message, sizeof message, &value) ||
         strcmp(message, "too many values") == 0);
    rb_arena_free(&arena);
}

static void check_reports(const ringback_result *result)
{
    ringback_report_options options = RINGBACK_REPORT_OPTIONS_INIT;

    options.explain_facts = options.word_times = options.as_spoken = true;
    for (size_t i = 0; ringback_format_name(i); i++) {
        struct rb_buffer out;
        ringback_report *report;
        ringback_format format;

        rb_buffer_init(&out);
        HOLD(ringback_format_find(ringback_format_name(i), &format));
        HOLD(ringback_report_new(format, &options, keep, &out, &report, NULL) == RINGBACK_OK);
        HOLD(ringback_report_add(report, "fuzz.txt", 1, result, NULL) == RINGBACK_OK);
        HOLD(ringback_report_end(report, NULL) == RINGBACK_OK);
        ringback_report_free(report);
        HOLD(!out.failed);
        check_report(rb_buffer_slice(&out), format);
        rb_buffer_free(&out);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    /* Once for the whole run: to load the rules takes longer than to check a draft. */
    static ringback_rules *rules;
    static ringback_checker *checker;
    ringback_result *result = NULL;

    if (!rules) {
        HOLD(ringback_rules_load(NULL, 0, NULL, NULL, &rules, NULL) == RINGBACK_OK);
        HOLD(ringback_checker_new(rules, NULL, &checker, NULL) == RINGBACK_OK);
    }
    HOLD(ringback_check(checker, (const char *)data, size, &result, NULL) == RINGBACK_OK);
    check_result(result, size);
    check_reports(result);
    ringback_result_free(result);
    return 0;
}
