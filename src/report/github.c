/* Workflow commands: annotations on GitHub. The first ten of each severity become annotations, for
 * more are not shown of one step; the rest are lines of the log, behind a gutter, so that nothing
 * of them can begin a command. */
#include "report/format.h"
#include "report/glyph.h"
#include "report/where.h"

enum {
    MOST = 10,
    /* Errors first: of a job's annotations only the first fifty count. */
    ERRORS = 0,
    WARNINGS = 1,
    NOTICES = 2
};

struct github {
    uint64_t count[RB_REPORT_HELD];
};

void rb_report_github_begin(ringback_report *report)
{
    report->own = rb_arena_alloc(&report->kept, sizeof(struct github));
}

/* Characters that act on a terminal, or are a command of the older kind, are made visible first;
 * then what the runner decodes is encoded. property: between commas. */
static void put(struct rb_buffer *out, struct rb_slice text, bool property)
{
    for (size_t at = 0; at < text.len;) {
        struct rb_glyph g = rb_glyph_at(text, at, true);

        for (uint8_t i = 0; i < g.len; i++) {
            if (g.text[i] == '%')
                rb_buffer_puts(out, "%25");
            else if (property && g.text[i] == ':')
                rb_buffer_puts(out, "%3A");
            else if (property && g.text[i] == ',')
                rb_buffer_puts(out, "%2C");
            else
                rb_buffer_putc(out, g.text[i]);
        }
        at += g.bytes;
    }
}

static void number(struct rb_buffer *out, const char *name, uint32_t value)
{
    rb_buffer_puts(out, name);
    rb_buffer_uint(out, value);
}

static void command(ringback_report *report, struct rb_buffer *out, const char *name,
                    const struct rb_finding *f, struct rb_slice path, struct rb_where at)
{
    rb_buffer_puts(out, "::");
    rb_buffer_puts(out, name);
    rb_buffer_puts(out, " file=");
    put(out, path, true);
    number(out, ",line=", at.line);
    number(out, ",endLine=", at.end_line);
    /* Columns are refused where they are of two lines. */
    if (at.line == at.end_line) {
        number(out, ",col=", at.column);
        /* Its columns are those of the first and the last character. */
        number(out, ",endColumn=", at.end_column > at.column ? at.end_column - 1 : at.column);
    }
    rb_buffer_puts(out, ",title=");
    put(out, f->rule->title, true);
    rb_buffer_puts(out, " (");
    put(out, f->rule->id, true);
    rb_buffer_puts(out, ")::");
    put(out, rb_report_words(report, f), false);
    rb_buffer_putc(out, '\n');
}

static void plain(ringback_report *report, const struct rb_finding *f, struct rb_slice path,
                  struct rb_where at)
{
    struct rb_buffer *out = &report->sink.out;

    rb_buffer_puts(out, "  | ");
    (void)rb_glyph_add(out, path, true);
    number(out, ":", at.line);
    number(out, ":", at.column);
    rb_buffer_puts(out, ": ");
    rb_buffer_puts(out, rb_severity_name(f->severity));
    rb_buffer_puts(out, ": ");
    (void)rb_glyph_add(out, rb_report_words(report, f), true);
    rb_buffer_puts(out, " [");
    (void)rb_glyph_add(out, f->rule->id, true);
    rb_buffer_puts(out, "]\n");
}

void rb_report_github_add(ringback_report *report, const struct rb_report_entry *entry)
{
    static const char *const names[] = {"error", "warning", "notice"};
    struct rb_slice path =
        rb_report_from_root(&report->scratch, &report->options, rb_report_path(entry));
    struct github *own = report->own;
    struct rb_places places;

    rb_places_init(&places, &entry->result->draft.text.source);
    for (uint32_t i = 0; own && i < entry->result->n_findings; i++) {
        const struct rb_finding *f = &entry->result->findings[i];
        int kind = f->severity == RINGBACK_ERROR     ? ERRORS
                   : f->severity == RINGBACK_WARNING ? WARNINGS
                                                     : NOTICES;
        struct rb_where at;

        if (!rb_entry_counts(entry, i))
            continue;
        at = rb_report_where(&places, entry, f);
        if (own->count[kind]++ < MOST)
            command(report, &report->held[kind], names[kind], f, path, at);
        else
            plain(report, f, path, at);
    }
}

void rb_report_github_fail(ringback_report *report, const char *path, const char *reason)
{
    struct github *own = report->own;
    struct rb_buffer *out = &report->held[ERRORS];

    if (!own || own->count[ERRORS]++ >= MOST) {
        out = &report->sink.out;
        rb_buffer_puts(out, "  | ");
        (void)rb_glyph_add(out, rb_slice_str(path), true);
        rb_buffer_puts(out, ": ");
        (void)rb_glyph_add(out, rb_slice_str(reason), true);
        rb_buffer_putc(out, '\n');
        return;
    }
    rb_buffer_puts(out, "::error file=");
    put(out, rb_report_from_root(&report->scratch, &report->options, path), true);
    rb_buffer_puts(out, "::");
    put(out, rb_slice_str(reason), false);
    rb_buffer_putc(out, '\n');
}

void rb_report_github_end(ringback_report *report)
{
    const struct github *own = report->own;
    struct rb_buffer *out = &report->sink.out;
    uint64_t more = 0;

    for (int i = 0; i < RB_REPORT_HELD; i++) {
        rb_buffer_slice_add(out, rb_buffer_slice(&report->held[i]));
        more += own && own->count[i] > MOST ? own->count[i] - MOST : 0;
    }
    if (more) {
        rb_buffer_puts(out, "  | ");
        rb_buffer_uint(out, more);
        rb_buffer_puts(out, " more: GitHub shows ten of each severity; they stand above\n");
    }
    if (report->totals.accepted) {
        rb_buffer_puts(out, "  | ");
        rb_buffer_uint(out, report->totals.accepted);
        rb_buffer_puts(out, " accepted by the baseline\n");
    }
}
