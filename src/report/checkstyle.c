/* Checkstyle's XML, which many viewers of warnings read. Columns are in code points. */
#include "report/format.h"
#include "report/where.h"
#include "report/xml.h"

struct checkstyle {
    struct rb_slice path; /* of the open <file>; ptr NULL: none is open */
};

void rb_report_checkstyle_begin(ringback_report *report)
{
    report->own = rb_arena_alloc(&report->kept, sizeof(struct checkstyle));
    rb_buffer_puts(&report->sink.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                      "<checkstyle version=\"4.3\">\n");
}

static void close_file(ringback_report *report)
{
    struct checkstyle *own = report->own;

    if (own && own->path.ptr)
        rb_buffer_puts(&report->sink.out, "</file>\n");
}

/* The drafts of a file come one after the other. */
static void open_file(ringback_report *report, const char *path, bool first)
{
    struct checkstyle *own = report->own;
    struct rb_slice name = rb_report_from_root(&report->scratch, NULL, path);

    if (!own || (!first && own->path.ptr && rb_slice_equal(own->path, name)))
        return;
    close_file(report);
    own->path = rb_arena_copy(&report->kept, name);
    rb_buffer_puts(&report->sink.out, "<file");
    rb_xml_attribute(&report->sink.out, "name", name);
    rb_buffer_puts(&report->sink.out, ">\n");
}

static const char *severity_of(uint8_t severity)
{
    return severity == RINGBACK_SUGGESTION ? "info" : rb_severity_name(severity);
}

static void error(ringback_report *report, const struct rb_finding *f, struct rb_where at)
{
    struct rb_buffer *out = &report->sink.out;

    rb_buffer_puts(out, "<error");
    rb_xml_attribute_uint(out, "line", at.line);
    rb_xml_attribute_uint(out, "column", at.column);
    rb_xml_attribute(out, "severity", rb_slice_str(severity_of(f->severity)));
    rb_xml_attribute(out, "message", rb_report_words(report, f));
    rb_buffer_clear(&report->words);
    rb_buffer_puts(&report->words, "ringback.");
    rb_buffer_slice_add(&report->words, f->rule->id);
    rb_xml_attribute(out, "source", rb_buffer_slice(&report->words));
    rb_buffer_puts(out, "/>\n");
}

void rb_report_checkstyle_add(ringback_report *report, const struct rb_report_entry *entry)
{
    struct rb_places places;

    rb_places_init(&places, &entry->result->draft.text.source);
    open_file(report, rb_report_path(entry), entry->ordinal == 1);
    for (uint32_t i = 0; i < entry->result->n_findings; i++) {
        const struct rb_finding *f = &entry->result->findings[i];

        if (rb_entry_counts(entry, i))
            error(report, f, rb_report_where(&places, entry, f));
    }
}

void rb_report_checkstyle_fail(ringback_report *report, const char *path, const char *reason)
{
    struct rb_buffer *out = &report->sink.out;

    open_file(report, path, true);
    rb_buffer_puts(out, "<error line=\"1\" severity=\"error\"");
    rb_xml_attribute(out, "message", rb_slice_str(reason));
    rb_buffer_puts(out, " source=\"ringback\"/>\n");
}

void rb_report_checkstyle_end(ringback_report *report)
{
    close_file(report);
    rb_buffer_puts(&report->sink.out, "</checkstyle>\n");
}
