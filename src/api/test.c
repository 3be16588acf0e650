/* The examples that rules carry, told as text or as one JSON document. */
#include <ringback.h>

#include <string.h>

#include "base/json.h"
#include "report/glyph.h"
#include "report/sink.h"
#include "rule/rules.h"

struct teller {
    struct rb_sink *sink;
    bool json, coverage;
    size_t told; /* failures, or gaps, so far */
    bool in_gaps;
};

/* ---- text ---- */

/* What is read from a file may hold what a terminal would obey. */
static void put_safe(struct rb_buffer *out, struct rb_slice s)
{
    for (size_t at = 0; at < s.len;) {
        struct rb_glyph g = rb_glyph_at(s, at, true);

        rb_buffer_add(out, g.text, g.len);
        at += g.bytes;
    }
}

static void put_place(struct rb_buffer *out, struct rb_place place)
{
    put_safe(out, rb_slice_str(place.source));
    rb_buffer_putc(out, ':');
    rb_buffer_uint(out, place.line);
    rb_buffer_putc(out, ':');
    rb_buffer_uint(out, place.column);
    rb_buffer_puts(out, ": ");
}

static const char *const gap_words[] = {
    [RB_GAP_PHRASE] = "no example makes use of this phrase",
    [RB_GAP_HELPER] = "no example makes use of this phrase",
    [RB_GAP_PATTERN] = "no example makes use of this pattern",
    [RB_GAP_CUE] = "no example makes use of this cue",
    [RB_GAP_CHECK] = "no bad example breaks this check",
    [RB_GAP_SET] = "no phrase refers to this set",
};

static void gap_text(struct rb_buffer *out, const struct rb_unused *gap)
{
    put_place(out, gap->place);
    if (gap->owner.len) {
        put_safe(out, gap->owner);
        rb_buffer_puts(out, ": ");
    }
    rb_buffer_puts(out, gap_words[gap->kind]);
    rb_buffer_puts(out, ": ");
    put_safe(out, gap->text);
    rb_buffer_putc(out, '\n');
}

/* ---- JSON ---- */

static void member(struct rb_buffer *out, const char *name, struct rb_slice value)
{
    rb_buffer_puts(out, name);
    rb_json_string(out, value);
}

static void place_members(struct rb_buffer *out, struct rb_place place)
{
    member(out, ",\"file\":", rb_slice_str(place.source));
    rb_buffer_puts(out, ",\"line\":");
    rb_buffer_uint(out, place.line);
    rb_buffer_puts(out, ",\"column\":");
    rb_buffer_uint(out, place.column);
}

static void failure_json(struct rb_buffer *out, const struct rb_failure *f)
{
    const char *example = f->rule.len ? (f->good ? "good" : "bad") : (f->good ? "is" : "is_not");

    member(out, f->rule.len ? "{\"rule\":" : "{\"fact\":", f->rule.len ? f->rule : f->fact);
    member(out, ",\"example\":", rb_slice_str(example));
    place_members(out, f->place);
    member(out, ",\"text\":", f->text);
    member(out, ",\"message\":", f->message);
    if (f->rule.len) {
        rb_buffer_puts(out, ",\"breaks\":[");
        for (uint32_t i = 0; i < f->n_broken; i++)
            member(out, i ? "," : "", f->broken[i]);
        rb_buffer_putc(out, ']');
    }
    rb_buffer_putc(out, '}');
}

static void gap_json(struct rb_buffer *out, const struct rb_unused *gap)
{
    static const char *const kinds[] = {
        [RB_GAP_PHRASE] = "phrase", [RB_GAP_HELPER] = "phrase", [RB_GAP_PATTERN] = "pattern",
        [RB_GAP_CUE] = "cue",       [RB_GAP_CHECK] = "check",   [RB_GAP_SET] = "set",
    };

    member(out, "{\"kind\":", rb_slice_str(kinds[gap->kind]));
    member(out, ",\"of\":", gap->owner);
    member(out, ",\"text\":", gap->text);
    place_members(out, gap->place);
    rb_buffer_putc(out, '}');
}

/* ---- both ---- */

static void on_failure(void *ctx, const struct rb_failure *failure)
{
    struct teller *t = ctx;
    struct rb_buffer *out = &t->sink->out;

    if (t->json) {
        rb_buffer_puts(out, t->told++ ? "," : "");
        failure_json(out, failure);
    } else {
        put_place(out, failure->place);
        put_safe(out, failure->message);
        rb_buffer_putc(out, '\n');
    }
    rb_sink_settle(t->sink);
}

static void begin_gaps(struct teller *t)
{
    if (t->json && t->coverage && !t->in_gaps)
        rb_buffer_puts(&t->sink->out, "],\"unused\":[");
    if (!t->in_gaps)
        t->told = 0;
    t->in_gaps = true;
}

static void on_gap(void *ctx, const struct rb_unused *gap)
{
    struct teller *t = ctx;

    begin_gaps(t);
    if (t->json) {
        rb_buffer_puts(&t->sink->out, t->told++ ? "," : "");
        gap_json(&t->sink->out, gap);
    } else {
        gap_text(&t->sink->out, gap);
    }
    rb_sink_settle(t->sink);
}

static void count(struct rb_buffer *out, const char *before, size_t n, const char *behind)
{
    rb_buffer_puts(out, before);
    rb_buffer_uint(out, n);
    rb_buffer_puts(out, behind);
}

static void tell_end(struct teller *t, const struct rb_test_counts *counts)
{
    struct rb_buffer *out = &t->sink->out;

    begin_gaps(t);
    if (t->json) {
        count(out, "],\"examples\":", counts->examples, "");
        count(out, ",\"failed\":", counts->failed, "");
        if (t->coverage)
            count(out, ",\"parts\":", counts->parts, "");
        rb_buffer_puts(out, "}\n");
        return;
    }
    count(out, "", counts->examples, counts->examples == 1 ? " example" : " examples");
    count(out, ", ", counts->failed, " failed");
    if (t->coverage) {
        count(out, "; ", counts->gaps, " of ");
        count(out, "", counts->parts, " phrases, patterns, cues, checks and sets unused");
    }
    rb_buffer_putc(out, '\n');
}

static ringback_test_options options_of(const ringback_test_options *given)
{
    ringback_test_options o = RINGBACK_TEST_OPTIONS_INIT;

    if (given)
        memcpy(&o, given, given->size < sizeof o ? given->size : sizeof o);
    return o;
}

ringback_status ringback_rules_test_report(const ringback_rules *rules,
                                           const ringback_test_options *options,
                                           ringback_sink *write, void *ctx,
                                           ringback_test_outcome *outcome, ringback_error *err)
{
    ringback_test_options o = options_of(options);
    struct rb_test_counts counts = {0};
    struct rb_sink sink;
    struct teller t = {.sink = &sink, .json = o.json, .coverage = o.coverage};
    struct rb_test_ear ear = {on_failure, o.coverage ? on_gap : NULL, &t};
    ringback_status status;

    if (!rules || !write)
        return rb_error_set(err, RINGBACK_ERR_USAGE, "rules and a sink wanted");
    rb_sink_init(&sink, write, ctx);
    if (o.json)
        rb_buffer_puts(&sink.out, "{\"version\":1,\"failures\":[");
    status = rb_rules_try(rules, &ear, &counts, err);
    if (status == RINGBACK_OK) {
        tell_end(&t, &counts);
        status = rb_sink_flush(&sink);
        if (status)
            status = rb_error_set(err, status,
                                  status == RINGBACK_ERR_SINK ? "the report could not be written"
                                                              : "out of memory");
    }
    rb_sink_free(&sink);
    if (outcome)
        *outcome =
            (ringback_test_outcome){counts.examples, counts.failed, counts.parts, counts.gaps};
    return status;
}
