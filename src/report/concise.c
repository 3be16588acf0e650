/* One line for each finding, as compilers write it: file:line:col: severity: message [rule]. */
#include "base/ascii.h"
#include "report/format.h"
#include "report/glyph.h"
#include "report/where.h"

void rb_report_concise_begin(ringback_report *report)
{
    (void)report;
}

/* GNU style: no capital at the start (but for "I" and "URL"), no full stop at the end. */
static void message(struct rb_buffer *out, struct rb_slice text, bool unicode)
{
    if (text.len && text.ptr[text.len - 1] == '.' &&
        !(text.len > 1 && text.ptr[text.len - 2] == '.'))
        text.len--;
    if (text.len > 1 && rb_is_upper(text.ptr[0]) && rb_is_lower(text.ptr[1])) {
        rb_buffer_putc(out, rb_to_lower(text.ptr[0]));
        text.ptr++;
        text.len--;
    }
    (void)rb_glyph_add(out, text, unicode);
}

void rb_report_concise_add(ringback_report *report, const struct rb_report_entry *entry)
{
    const ringback_result *result = entry->result;
    struct rb_buffer *out = &report->sink.out;
    bool unicode = report->options.unicode;
    struct rb_places places;

    rb_places_init(&places, &result->draft.text.source);
    for (uint32_t i = 0; i < result->n_findings; i++) {
        const struct rb_finding *f = &result->findings[i];
        struct rb_where at;

        if (!rb_entry_counts(entry, i))
            continue;
        at = rb_report_where(&places, entry, f);
        (void)rb_glyph_add(out, rb_slice_str(rb_report_path(entry)), unicode);
        rb_buffer_putc(out, ':');
        rb_buffer_uint(out, at.line);
        rb_buffer_putc(out, ':');
        rb_buffer_uint(out, at.column);
        rb_buffer_puts(out, ": ");
        rb_buffer_puts(out, rb_severity_name(f->severity));
        rb_buffer_puts(out, ": ");
        message(out, f->message, unicode);
        rb_buffer_puts(out, " [");
        (void)rb_glyph_add(out, f->rule->id, unicode);
        rb_buffer_puts(out, "]\n");
    }
}

void rb_report_concise_end(ringback_report *report)
{
    (void)report;
}
