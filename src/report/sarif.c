#include "report/sarif.h"

#include "base/json.h"
#include "report/format.h"
#include "report/linehash.h"
#include "report/where.h"
#include "result/fingerprint.h"

enum {
    RESULTS = 0,
    NOTIFICATIONS = 1,
    /* GitHub shows five thousand of a run, and refuses a file with more than five times as many. */
    MOST_RESULTS = 4900,
    MOST_NOTIFICATIONS = 1000,
    MOST_MESSAGE = 4000
};

struct sarif {
    struct rb_sarif_rules rules;
    uint64_t results, dropped, failures;
    struct rb_slice path, file; /* that `hashes` are of */
    struct rb_line_hashes hashes;
};

void rb_report_sarif_begin(ringback_report *report)
{
    report->own = rb_arena_alloc(&report->kept, sizeof(struct sarif));
}

/* The drafts of a file come one after the other, with the same bytes. */
static void hash_lines(ringback_report *report, struct sarif *own,
                       const struct rb_report_entry *entry)
{
    struct rb_slice path = rb_slice_str(rb_report_path(entry));
    struct rb_slice file = entry->file.ptr ? entry->file : entry->result->draft.text.source.text;

    if (entry->ordinal > 1 && own->hashes.n && entry->file.ptr && own->file.ptr == file.ptr &&
        own->file.len == file.len && rb_slice_equal(own->path, path))
        return;
    rb_arena_reset(&report->lines);
    own->file = file;
    (void)rb_line_hashes_make(&report->lines, file, &own->hashes);
    own->path = rb_arena_copy(&report->lines, path);
}

static void location(struct rb_buffer *out, struct rb_slice path, const struct rb_where *at)
{
    rb_buffer_puts(out, "\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"");
    rb_sarif_uri(out, path);
    rb_buffer_putc(out, '"');
    if (path.len && path.ptr[0] != '/')
        rb_buffer_puts(out, ",\"uriBaseId\":\"SRCROOT\"");
    rb_buffer_putc(out, '}');
    if (at) {
        rb_buffer_puts(out, ",\"region\":{\"startLine\":");
        rb_buffer_uint(out, at->line);
        rb_buffer_puts(out, ",\"startColumn\":");
        rb_buffer_uint(out, at->column);
        rb_buffer_puts(out, ",\"endLine\":");
        rb_buffer_uint(out, at->end_line);
        rb_buffer_puts(out, ",\"endColumn\":");
        rb_buffer_uint(out, at->end_column);
        rb_buffer_putc(out, '}');
    }
    rb_buffer_puts(out, "}}]");
}

static void result(ringback_report *report, struct sarif *own, const struct rb_report_entry *entry,
                   const struct rb_finding *f, const struct rb_where *at, struct rb_slice path)
{
    const struct rb_finding *first = entry->result->findings;
    uint32_t index = rb_sarif_rule_index(&report->kept, &own->rules, f->rule);
    struct rb_buffer *out = &report->held[RESULTS];

    rb_buffer_puts(out, own->results ? ",\n   {" : "\n   {");
    rb_buffer_puts(out, "\"ruleId\":");
    rb_json_string(out, f->rule->id);
    rb_buffer_puts(out, ",\"ruleIndex\":");
    rb_buffer_uint(out, index);
    rb_buffer_puts(out, ",\"level\":\"");
    rb_buffer_puts(out, rb_sarif_level(f->severity));
    rb_buffer_puts(out, "\",\"message\":{\"text\":");
    rb_sarif_text(out, rb_report_words(report, f), MOST_MESSAGE);
    rb_buffer_puts(out, "},\n    ");
    location(out, path, at);
    rb_buffer_puts(out, ",\n    \"partialFingerprints\":{\"primaryLocationLineHash\":\"");
    rb_line_hashes_put(out, &own->hashes, at->line);
    rb_buffer_puts(out, "\",\"ringback/v1\":\"");
    rb_fingerprint_put(out, rb_report_fingerprint(report, entry, f));
    rb_buffer_puts(out, "\"},\"suppressions\":[");
    if (f->reason.len) {
        rb_buffer_puts(out, "{\"kind\":\"inSource\",\"justification\":");
        rb_sarif_text(out, f->reason, MOST_MESSAGE);
        rb_buffer_putc(out, '}');
    } else if (!rb_entry_counts(entry, (uint32_t)(f - first)))
        rb_buffer_puts(out, "{\"kind\":\"external\",\"status\":\"accepted\","
                            "\"justification\":\"accepted by the baseline\"}");
    rb_buffer_puts(out, "],\"properties\":{\"points\":");
    rb_buffer_uint(out, f->points);
    rb_buffer_puts(out, "}}");
    own->results++;
}

static void findings(ringback_report *report, const struct rb_report_entry *entry,
                     const struct rb_finding *items, uint32_t n, struct rb_slice path)
{
    struct sarif *own = report->own;
    struct rb_places places;

    rb_places_init(&places, &entry->result->draft.text.source);
    for (uint32_t i = 0; i < n; i++) {
        struct rb_where at = rb_report_where(&places, entry, &items[i]);

        if (own->results < MOST_RESULTS)
            result(report, own, entry, &items[i], &at, path);
        else
            own->dropped++;
    }
}

void rb_report_sarif_add(ringback_report *report, const struct rb_report_entry *entry)
{
    struct sarif *own = report->own;
    struct rb_slice path;

    if (!own || entry->result->n_findings + entry->result->n_suppressed == 0)
        return;
    hash_lines(report, own, entry);
    path = rb_report_from_root(&report->scratch, &report->options, rb_report_path(entry));
    findings(report, entry, entry->result->findings, entry->result->n_findings, path);
    findings(report, entry, entry->result->suppressed, entry->result->n_suppressed, path);
}

static void notification(struct rb_buffer *out, const char *level, struct rb_slice text)
{
    rb_buffer_puts(out, out->len ? ",\n    {" : "\n    {");
    rb_buffer_puts(out, "\"level\":\"");
    rb_buffer_puts(out, level);
    rb_buffer_puts(out, "\",\"message\":{\"text\":");
    rb_sarif_text(out, text, MOST_MESSAGE);
    rb_buffer_putc(out, '}');
}

void rb_report_sarif_fail(ringback_report *report, const char *path, const char *reason)
{
    struct sarif *own = report->own;
    struct rb_buffer *out = &report->held[NOTIFICATIONS];

    if (!own || own->failures++ >= MOST_NOTIFICATIONS)
        return;
    notification(out, "error", rb_slice_str(reason));
    rb_buffer_putc(out, ',');
    location(out, rb_report_from_root(&report->scratch, &report->options, path), NULL);
    rb_buffer_putc(out, '}');
}

/* What is not in the file is told in the file. */
static void tell_dropped(ringback_report *report, const struct sarif *own)
{
    struct rb_buffer *words = &report->words;

    rb_buffer_clear(words);
    if (own->dropped) {
        rb_buffer_uint(words, own->dropped);
        rb_buffer_puts(words, " more findings are not in this file: GitHub takes at most 5,000. "
                              "Another format has them all.");
    }
    if (own->failures > MOST_NOTIFICATIONS) {
        rb_buffer_puts(words, words->len ? " " : "");
        rb_buffer_uint(words, own->failures - MOST_NOTIFICATIONS);
        rb_buffer_puts(words, " more files could not be checked.");
    }
    if (words->len == 0)
        return;
    notification(&report->held[NOTIFICATIONS], own->failures ? "error" : "warning",
                 rb_buffer_slice(words));
    rb_buffer_putc(&report->held[NOTIFICATIONS], '}');
}

void rb_report_sarif_end(ringback_report *report)
{
    static const struct sarif none;
    const struct sarif *own = report->own ? report->own : &none;
    struct rb_buffer *out = &report->sink.out;

    tell_dropped(report, own);
    rb_buffer_puts(out, "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\","
                        "\"version\":\"2.1.0\",\"runs\":[{\n"
                        "  \"tool\":{\"driver\":{\"name\":\"ringback\",\"version\":\"");
    rb_buffer_puts(out, ringback_version());
    rb_buffer_puts(out, "\",\"semanticVersion\":\"");
    rb_buffer_puts(out, ringback_version());
    rb_buffer_puts(out, "\",\"rules\":[");
    rb_sarif_rules_put(out, &own->rules);
    rb_buffer_puts(out, "]}},\n  \"columnKind\":\"unicodeCodePoints\","
                        "\"newlineSequences\":[\"\\r\\n\",\"\\n\",\"\\r\"],\n"
                        "  \"originalUriBaseIds\":{\"SRCROOT\":{\"description\":{\"text\":"
                        "\"The root of the repository, or the folder ringback ran in.\"}}},\n"
                        "  \"automationDetails\":{\"id\":\"ringback/\"},\n"
                        "  \"invocations\":[{\"executionSuccessful\":");
    rb_buffer_puts(out, own->failures ? "false" : "true");
    rb_buffer_puts(out, ",\"toolExecutionNotifications\":[");
    rb_buffer_slice_add(out, rb_buffer_slice(&report->held[NOTIFICATIONS]));
    rb_buffer_puts(out, "]}],\n  \"results\":[");
    rb_buffer_slice_add(out, rb_buffer_slice(&report->held[RESULTS]));
    rb_buffer_puts(out, "]\n}]}\n");
}
