/* Drafts, through the public interface: no crash, every span inside of the draft, a score that is
 * its own arithmetic, and reports that are what they say they are: JSON says what the result says,
 * the others have each of its findings. */
#include <ringback.h>

#include "base/json.h"
#include "base/utf8.h"
#include "checked.h"
#include "text/source.h"

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

/* ---- JSON against the result ---- */

static void same_number(const struct rb_json *map, const char *name, uint32_t number)
{
    int64_t value = -1;

    HOLD(rb_json_int(rb_json_get(map, name), 0, UINT32_MAX, &value));
    HOLD(value == (int64_t)number);
}

/* Text comes back as it is; bytes that were no UTF-8 with a sign in their place. */
static void same_text(const struct rb_json *map, const char *name, ringback_str text)
{
    const struct rb_json *value = rb_json_get(map, name);

    HOLD(value && value->kind == RB_JSON_STRING);
    if (!memchr(text.ptr, RB_REPLACED, text.len))
        HOLD(rb_slice_equal(value->text, rb_slice_of(text.ptr, text.len)));
}

static const struct rb_json *first_of(const struct rb_json *map, const char *name)
{
    const struct rb_json *list = rb_json_get(map, name);

    HOLD(list && list->kind == RB_JSON_LIST);
    return list->child;
}

static void same_findings(const struct rb_json *item, const ringback_result *result)
{
    ringback_finding f;

    for (size_t i = 0; ringback_result_finding(result, i, &f); i++, item = item->next) {
        HOLD(item);
        same_text(item, "rule", f.rule);
        same_text(item, "message", f.message);
        same_text(item, "advice", f.advice);
        same_number(item, "points", f.points);
        same_number(item, "start", f.span.start);
        same_number(item, "end", f.span.end);
        same_number(item, "line", f.span.line);
        same_number(item, "column", f.span.column);
        same_number(item, "end_line", f.span.end_line);
        same_number(item, "end_column", f.span.end_column);
        same_number(item, "start_ms", f.span.start_ms);
        same_text(item, "severity",
                  (ringback_str){ringback_severity_name(f.severity),
                                 strlen(ringback_severity_name(f.severity))});
    }
    HOLD(!item);
}

static void same_facts(const struct rb_json *item, const ringback_result *result)
{
    ringback_fact f;

    for (size_t i = 0; ringback_result_fact(result, i, &f); i++, item = item->next) {
        HOLD(item);
        same_text(item, "kind", f.kind);
        if (f.value.len)
            same_text(item, "value", f.value);
        else
            HOLD(rb_json_get(item, "value")->kind == RB_JSON_NULL);
        same_number(item, "start", f.span.start);
        same_number(item, "end", f.span.end);
        same_number(item, "end_ms", f.span.end_ms);
    }
    HOLD(!item);
}

static void same_result(const struct rb_json *object, const ringback_result *result)
{
    const struct rb_json *sentence = first_of(object, "sentences");
    ringback_span span;

    same_number(object, "score", ringback_result_score(result));
    same_number(object, "words", ringback_result_words(result));
    same_number(object, "duration_ms", ringback_result_duration_ms(result));
    HOLD(rb_json_get(object, "ready")->kind ==
         (ringback_result_ready(result) ? RB_JSON_TRUE : RB_JSON_FALSE));
    for (size_t i = 0; ringback_result_sentence(result, i, &span); i++) {
        HOLD(sentence);
        same_number(sentence, "start", span.start);
        same_number(sentence, "end", span.end);
        sentence = sentence->next;
    }
    HOLD(!sentence);
    same_facts(first_of(object, "facts"), result);
    same_findings(first_of(object, "findings"), result);
}

static void read_back(struct rb_slice out, const ringback_result *result)
{
    struct rb_arena arena;
    struct rb_json *value;
    char message[128];

    /* A report of a large draft may be more than a record may. */
    if (out.len > RINGBACK_MAX_RECORD_BYTES / 2)
        return;
    rb_arena_init(&arena);
    if (rb_json_parse(&arena, out, message, sizeof message, &value))
        same_result(value, result);
    else
        HOLD(strcmp(message, "too many values") == 0);
    rb_arena_free(&arena);
}

/* ---- the other reports ---- */

static size_t count(struct rb_slice out, const char *what)
{
    size_t n = 0, len = strlen(what);

    for (size_t i = 0; i + len <= out.len; i++)
        n += memcmp(out.ptr + i, what, len) == 0;
    return n;
}

/* Each finding has its line, or its place in the tree. */
static void has_findings(struct rb_slice out, ringback_format format, size_t n)
{
    switch (format) {
    case RINGBACK_FORMAT_CONCISE:
    case RINGBACK_FORMAT_RDJSONL:
        HOLD(count(out, "\n") == n);
        break;
    case RINGBACK_FORMAT_CHECKSTYLE:
        HOLD(count(out, "<error ") == n);
        break;
    case RINGBACK_FORMAT_SARIF:
        HOLD(count(out, "\"ruleIndex\":") == n);
        break;
    case RINGBACK_FORMAT_GITLAB:
        HOLD(count(out, "\"check_name\":") == n);
        break;
    case RINGBACK_FORMAT_TEXT:
    case RINGBACK_FORMAT_JSON:
    case RINGBACK_FORMAT_NDJSON:
    case RINGBACK_FORMAT_GITHUB:
    case RINGBACK_FORMAT_JUNIT:
    case RINGBACK_FORMAT_HTML:
        break;
    }
}

/* The person's report, with its lines joined: every finding by its rule and severity. */
static void tells_findings(struct rb_slice out, const ringback_result *result)
{
    struct rb_buffer joined, wanted;
    ringback_finding f;

    rb_buffer_init(&joined);
    rb_buffer_init(&wanted);
    for (size_t i = 0; i < out.len; i++)
        if (out.ptr[i] != ' ' && out.ptr[i] != '\n')
            rb_buffer_putc(&joined, out.ptr[i]);
    for (size_t i = 0; ringback_result_finding(result, i, &f); i++) {
        rb_buffer_clear(&wanted);
        rb_buffer_puts(&wanted, ringback_severity_name(f.severity));
        rb_buffer_puts(&wanted, "·");
        rb_buffer_add(&wanted, f.rule.ptr, f.rule.len);
        rb_buffer_putc(&wanted, '\0');
        HOLD(!wanted.failed && count(rb_buffer_slice(&joined), wanted.ptr) > 0);
    }
    rb_buffer_free(&joined);
    rb_buffer_free(&wanted);
}

static void check_report(const ringback_result *result, ringback_format format)
{
    ringback_report_options options = RINGBACK_REPORT_OPTIONS_INIT;
    struct rb_buffer out;
    struct rb_slice bytes;
    ringback_report *report;
    ringback_finding f;
    size_t n = 0;

    options.explain_facts = options.word_times = options.as_spoken = true;
    rb_buffer_init(&out);
    HOLD(ringback_report_new(format, &options, keep, &out, &report, NULL) == RINGBACK_OK);
    HOLD(ringback_report_add(report, "fuzz.txt", 1, result, NULL) == RINGBACK_OK);
    HOLD(ringback_report_end(report, NULL) == RINGBACK_OK);
    ringback_report_free(report);
    HOLD(!out.failed);
    bytes = rb_buffer_slice(&out);
    HOLD(rb_utf8_valid(bytes.ptr, bytes.len) == bytes.len);
    for (size_t i = 0; i < bytes.len; i++)
        HOLD(((unsigned char)bytes.ptr[i] >= 0x20 || bytes.ptr[i] == '\n') && bytes.ptr[i] != 0x7F);
    while (ringback_result_finding(result, n, &f))
        n++;
    has_findings(bytes, format, n);
    if (format == RINGBACK_FORMAT_TEXT)
        tells_findings(bytes, result);
    if (format == RINGBACK_FORMAT_NDJSON)
        read_back(bytes, result);
    rb_buffer_free(&out);
}

/* JSON of every draft; of the others one, which a draft always gets again. */
static void check_reports(const ringback_result *result, const uint8_t *data, size_t size)
{
    uint32_t hash = 2166136261u;
    size_t n = 0;
    ringback_format format;

    while (ringback_format_name(n))
        n++;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ data[i]) * 16777619u;
    HOLD(ringback_format_find(ringback_format_name((hash ^ hash >> 15) % n), &format));
    check_report(result, RINGBACK_FORMAT_NDJSON);
    if (format != RINGBACK_FORMAT_NDJSON)
        check_report(result, format);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ringback_result *result = checked(data, size);

    check_result(result, size);
    check_reports(result, data, size);
    ringback_result_free(result);
    return 0;
}
