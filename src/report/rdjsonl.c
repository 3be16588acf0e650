/* reviewdog's diagnostics, one a line. Columns are in bytes of UTF-8, as it wants them. */
#include "base/json.h"
#include "report/format.h"
#include "report/where.h"

enum {
    /* A line of 64 KiB silently ends what reviewdog reads. Escaping makes a byte six at most. */
    MAX_MESSAGE = 4000,
    MAX_PATH = 4200
};

void rb_report_rdjsonl_begin(ringback_report *report)
{
    (void)report;
}

/* Not within a character. */
static struct rb_slice clip(struct rb_slice text, size_t most)
{
    if (text.len <= most)
        return text;
    while (most > 0 && ((unsigned char)text.ptr[most] & 0xC0) == 0x80)
        most--;
    return rb_slice_of(text.ptr, most);
}

static void head(ringback_report *report, struct rb_slice message, const char *path)
{
    struct rb_buffer *out = &report->sink.out;

    rb_buffer_puts(out, "{\"message\":");
    rb_json_string(out, clip(message, MAX_MESSAGE));
    rb_buffer_puts(out, ",\"location\":{\"path\":");
    rb_json_string(out, clip(rb_report_from_root(&report->scratch, NULL, path), MAX_PATH));
}

static void position(struct rb_buffer *out, const char *name, uint32_t line, uint32_t column)
{
    rb_buffer_puts(out, name);
    rb_buffer_puts(out, ":{\"line\":");
    rb_buffer_uint(out, line);
    rb_buffer_puts(out, ",\"column\":");
    rb_buffer_uint(out, column);
    rb_buffer_putc(out, '}');
}

static const char *severity_of(uint8_t severity)
{
    static const char *const names[] = {"INFO", "WARNING", "ERROR"};

    return names[severity < 3 ? severity : 2];
}

static void diagnostic(ringback_report *report, const struct rb_report_entry *entry,
                       const struct rb_finding *f, struct rb_where at)
{
    struct rb_buffer *out = &report->sink.out;

    head(report, rb_report_words(report, f), rb_report_path(entry));
    rb_buffer_puts(out, ",\"range\":{");
    position(out, "\"start\"", at.line, at.byte);
    position(out, ",\"end\"", at.end_line, at.end_byte);
    rb_buffer_puts(out, "}},\"severity\":\"");
    rb_buffer_puts(out, severity_of(f->severity));
    rb_buffer_puts(out, "\",\"source\":{\"name\":\"ringback\"},\"code\":{\"value\":");
    rb_json_string(out, clip(f->rule->id, MAX_MESSAGE / 16));
    rb_buffer_puts(out, "}}\n");
}

void rb_report_rdjsonl_add(ringback_report *report, const struct rb_report_entry *entry)
{
    struct rb_places places;

    rb_places_init(&places, &entry->result->draft.text.source);
    for (uint32_t i = 0; i < entry->result->n_findings; i++) {
        const struct rb_finding *f = &entry->result->findings[i];

        if (rb_entry_counts(entry, i))
            diagnostic(report, entry, f, rb_report_where(&places, entry, f));
    }
}

void rb_report_rdjsonl_fail(ringback_report *report, const char *path, const char *reason)
{
    struct rb_buffer *out = &report->sink.out;

    head(report, rb_slice_str(reason), path);
    rb_buffer_puts(out, "},\"severity\":\"ERROR\",\"source\":{\"name\":\"ringback\"}}\n");
}

void rb_report_rdjsonl_end(ringback_report *report)
{
    (void)report;
}
