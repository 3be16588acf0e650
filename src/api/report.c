/* Reports over results, and what is said of rules. */
#include "report/report.h"

#include <stdlib.h>

#include "api/catalog.h"
#include "base/error.h"
#include "base/json.h"
#include "report/glyph.h"

enum { MIN_WIDTH = 40, MAX_WIDTH = 200 };

bool ringback_format_find(const char *name, ringback_format *out)
{
    for (size_t i = 0; name && i < rb_format_count; i++)
        if (strcmp(rb_formats[i].name, name) == 0) {
            *out = (ringback_format)i;
            return true;
        }
    return false;
}

const char *ringback_format_name(size_t n)
{
    return n < rb_format_count ? rb_formats[n].name : NULL;
}

/* The caller's struct may be an older, shorter one: what it lacks has the default. */
static bool read_options(const ringback_report_options *given, ringback_report_options *out)
{
    *out = (ringback_report_options)RINGBACK_REPORT_OPTIONS_INIT;
    if (!given)
        return true;
    if (given->size < sizeof given->size)
        return false;
    memcpy(out, given, given->size < sizeof *out ? given->size : sizeof *out);
    out->size = sizeof *out;
    if (out->width < MIN_WIDTH)
        out->width = MIN_WIDTH;
    if (out->width > MAX_WIDTH)
        out->width = MAX_WIDTH;
    return true;
}

static ringback_status failed(ringback_error *err, ringback_status status)
{
    switch (status) {
    case RINGBACK_OK:
        return status;
    case RINGBACK_ERR_SINK:
        return rb_error_set(err, status, "the report could not be written");
    case RINGBACK_ERR_MEMORY:
        return rb_error_set(err, status, "out of memory");
    case RINGBACK_ERR_LIMIT:
    case RINGBACK_ERR_RULES:
    case RINGBACK_ERR_SETTINGS:
    case RINGBACK_ERR_INPUT:
    case RINGBACK_ERR_USAGE:
        break;
    }
    return rb_error_set(err, status, "the report could not be made");
}

ringback_status ringback_report_new(ringback_format format, const ringback_report_options *options,
                                    ringback_sink *sink, void *ctx, ringback_report **out,
                                    ringback_error *err)
{
    ringback_report *report;

    if (!sink || !out || (size_t)format >= rb_format_count)
        return rb_error_set(err, RINGBACK_ERR_USAGE, "a report needs a format, a sink and an out");
    *out = NULL;
    report = calloc(1, sizeof *report);
    if (!report)
        return failed(err, RINGBACK_ERR_MEMORY);
    if (!read_options(options, &report->options)) {
        free(report);
        return rb_error_set(err, RINGBACK_ERR_USAGE, "report options without their size");
    }
    report->format = &rb_formats[format];
    rb_sink_init(&report->sink, sink, ctx);
    rb_arena_init(&report->scratch);
    rb_arena_init(&report->kept);
    rb_arena_init(&report->lines);
    rb_buffer_init(&report->words);
    for (size_t i = 0; i < RB_REPORT_HELD; i++)
        rb_buffer_init(&report->held[i]);
    *out = report;
    return RINGBACK_OK;
}

void ringback_report_free(ringback_report *report)
{
    if (!report)
        return;
    rb_sink_free(&report->sink);
    rb_arena_free(&report->scratch);
    rb_arena_free(&report->kept);
    rb_arena_free(&report->lines);
    rb_buffer_free(&report->words);
    for (size_t i = 0; i < RB_REPORT_HELD; i++)
        rb_buffer_free(&report->held[i]);
    free(report);
}

static void begin(ringback_report *report)
{
    if (!report->begun)
        report->format->begin(report);
    report->begun = true;
}

/* What could not be kept is missing in the report: no less a failure than what was not written. */
static ringback_status state(ringback_report *report)
{
    if (rb_arena_failed(&report->scratch) || rb_arena_failed(&report->kept) ||
        rb_arena_failed(&report->lines))
        report->sink.out.failed = true;
    report->sink.out.failed |= report->words.failed;
    for (size_t i = 0; i < RB_REPORT_HELD; i++)
        report->sink.out.failed |= report->held[i].failed;
    if (report->sink.refused)
        return RINGBACK_ERR_SINK;
    return report->sink.out.failed ? RINGBACK_ERR_MEMORY : RINGBACK_OK;
}

static ringback_status settle(ringback_report *report, ringback_error *err)
{
    ringback_status status = state(report);

    rb_sink_settle(&report->sink);
    return failed(err, status == RINGBACK_OK ? state(report) : status);
}

ringback_status ringback_report_add_at(ringback_report *report, const ringback_place *place,
                                       const ringback_result *result, ringback_error *err)
{
    ringback_place at = RINGBACK_PLACE_INIT;
    struct rb_report_entry entry;

    if (!report || !place || !result || report->ended || place->size < sizeof place->size)
        return rb_error_set(err, RINGBACK_ERR_USAGE, "an open report, a place and a result wanted");
    memcpy(&at, place, place->size < sizeof at ? place->size : sizeof at);
    entry = (struct rb_report_entry){.path = at.path ? at.path : "",
                                     .ordinal = at.ordinal ? at.ordinal : 1,
                                     .line = at.line ? at.line : 1,
                                     .column = at.column,
                                     .byte = at.byte,
                                     .file = {at.file.ptr, at.file.len},
                                     .heading = rb_slice_str(at.heading),
                                     .accepted = at.accepted,
                                     .fail_on = report->options.fail_on,
                                     .min_score = report->options.min_score,
                                     .result = result};
    if (at.limits && at.limits->fail_on_given)
        entry.fail_on = at.limits->fail_on;
    if (at.limits && at.limits->min_score_given)
        entry.min_score = at.limits->min_score;
    begin(report);
    rb_arena_reset(&report->scratch);
    report->format->add(report, &entry);
    rb_totals_add(&report->totals, &entry);
    return settle(report, err);
}

ringback_status ringback_report_add_failure(ringback_report *report, const char *path,
                                            const char *reason, ringback_error *err)
{
    if (!report || !path || !reason || report->ended)
        return rb_error_set(err, RINGBACK_ERR_USAGE, "an open report, a path and a reason wanted");
    if (!report->format->fail)
        return RINGBACK_OK;
    begin(report);
    rb_arena_reset(&report->scratch);
    report->format->fail(report, path, reason);
    return settle(report, err);
}

ringback_status ringback_report_add(ringback_report *report, const char *path, uint32_t ordinal,
                                    const ringback_result *result, ringback_error *err)
{
    ringback_place place = RINGBACK_PLACE_INIT;

    place.path = path;
    place.ordinal = ordinal;
    return ringback_report_add_at(report, &place, result, err);
}

ringback_status ringback_report_end(ringback_report *report, ringback_error *err)
{
    if (!report || report->ended)
        return rb_error_set(err, RINGBACK_ERR_USAGE, "an open report wanted");
    begin(report);
    report->format->end(report);
    report->ended = true;
    (void)state(report);
    return failed(err, rb_sink_flush(&report->sink));
}

static ringback_status catalog(const ringback_rules *rules, const char *name,
                               const ringback_report_options *given, ringback_sink *sink, void *ctx,
                               ringback_error *err)
{
    ringback_report_options options;
    struct rb_sink out;
    bool found = true;
    ringback_status status;

    if (!rules || !sink || !read_options(given, &options))
        return rb_error_set(err, RINGBACK_ERR_USAGE, "rules and a sink wanted");
    if (!rb_rules_read(rules))
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    rb_sink_init(&out, sink, ctx);
    if (name && options.json)
        found = rb_catalog_explain_json(&out.out, rules, rb_slice_str(name));
    else if (name)
        found = rb_catalog_explain(&out.out, &options, rules, rb_slice_str(name));
    else if (options.json)
        rb_catalog_list_json(&out.out, rules);
    else
        rb_catalog_list(&out.out, &options, rules);
    status = failed(err, rb_sink_flush(&out));
    rb_sink_free(&out);
    if (status == RINGBACK_OK && !found)
        status = rb_catalog_unknown(rules, rb_slice_str(name), err);
    return status;
}

ringback_status ringback_rules_list(const ringback_rules *rules,
                                    const ringback_report_options *options, ringback_sink *sink,
                                    void *ctx, ringback_error *err)
{
    return catalog(rules, NULL, options, sink, ctx, err);
}

ringback_status ringback_rules_explain(const ringback_rules *rules, const char *name,
                                       const ringback_report_options *options, ringback_sink *sink,
                                       void *ctx, ringback_error *err)
{
    if (!name)
        return rb_error_set(err, RINGBACK_ERR_USAGE, "a rule's name wanted");
    return catalog(rules, name, options, sink, ctx, err);
}

bool ringback_printable(ringback_str text, ringback_sink *sink, void *ctx)
{
    struct rb_slice s = rb_slice_of(text.ptr, text.len);

    for (size_t at = 0; at < s.len;) {
        struct rb_glyph g = rb_glyph_at(s, at, true);

        if (g.len && !sink(ctx, g.text, g.len))
            return false;
        at += g.bytes;
    }
    return true;
}

bool ringback_json_string(ringback_str text, ringback_sink *sink, void *ctx)
{
    struct rb_buffer out;
    bool ok;

    rb_buffer_init(&out);
    rb_json_string(&out, rb_slice_of(text.ptr, text.len));
    ok = !out.failed && sink(ctx, out.ptr, out.len);
    rb_buffer_free(&out);
    return ok;
}
