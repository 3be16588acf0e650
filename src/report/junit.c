/* JUnit's XML, as the two strictest schemas of it agree: a draft is a test case, its time is that
 * of the voicemail, and what makes the exit status 1 is its failure. Findings that do not, stand in
 * <system-out>. Nothing tells the hour, so that the same drafts give the same bytes. */
#include "report/format.h"
#include "report/where.h"
#include "report/xml.h"

enum { CASES = 0, REST = 1, FAILURE = 2 };

struct junit {
    uint64_t tests, failures, errors, ms;
};

void rb_report_junit_begin(ringback_report *report)
{
    report->own = rb_arena_alloc(&report->kept, sizeof(struct junit));
}

/* "ringback.scripts.first-call" for scripts/first-call.md. */
static void class_name(struct rb_buffer *out, struct rb_slice path)
{
    size_t dot = path.len;

    rb_buffer_puts(out, "ringback.");
    for (size_t i = path.len; i > 0 && path.ptr[i - 1] != '/'; i--)
        if (path.ptr[i - 1] == '.' && i > 1 && path.ptr[i - 2] != '/' && dot == path.len)
            dot = i - 1;
    for (size_t i = 0; i < dot; i++)
        rb_buffer_putc(out, path.ptr[i] == '/' ? '.' : path.ptr[i]);
}

static void open_case(ringback_report *report, struct rb_slice name, struct rb_slice path,
                      uint64_t ms)
{
    struct rb_buffer *out = &report->held[CASES];

    rb_buffer_puts(out, "<testcase");
    rb_xml_attribute(out, "name", name);
    rb_buffer_clear(&report->words);
    class_name(&report->words, path);
    rb_xml_attribute(out, "classname", rb_buffer_slice(&report->words));
    rb_xml_attribute_ms(out, "time", ms);
}

/* A line begins with the place in the file: nothing of a draft or of a name can lead it. */
static void line(ringback_report *report, struct rb_buffer *out, const struct rb_finding *f,
                 struct rb_where at, bool accepted)
{
    rb_buffer_uint(out, at.line);
    rb_buffer_putc(out, ':');
    rb_buffer_uint(out, at.column);
    rb_buffer_puts(out, ": ");
    rb_buffer_puts(out, rb_severity_name(f->severity));
    rb_buffer_puts(out, ": ");
    rb_xml_text(out, rb_report_words(report, f));
    rb_buffer_puts(out, " [");
    rb_xml_text(out, f->rule->id);
    rb_buffer_puts(out, accepted ? "], accepted by the baseline\n" : "]\n");
}

/* Lines of what does not fail, under the draft's name. */
static void rest(ringback_report *report, const struct rb_report_entry *entry, uint32_t i,
                 struct rb_where at, bool *named)
{
    struct rb_buffer *out = &report->held[REST];

    if (!*named) {
        rb_buffer_puts(out, "in ");
        rb_xml_text(out, rb_report_from_root(&report->scratch, NULL, rb_report_path(entry)));
        rb_buffer_putc(out, '\n');
    }
    *named = true;
    line(report, out, &entry->result->findings[i], at, !rb_entry_counts(entry, i));
}

/* Fills held[FAILURE] with the lines of what fails and gives the first of the gravest. */
static const struct rb_finding *sort_out(ringback_report *report,
                                         const struct rb_report_entry *entry)
{
    const struct rb_finding *gravest = NULL;
    bool named = false;
    struct rb_places places;

    rb_buffer_clear(&report->held[FAILURE]);
    rb_places_init(&places, &entry->result->draft.text.source);
    for (uint32_t i = 0; i < entry->result->n_findings; i++) {
        const struct rb_finding *f = &entry->result->findings[i];
        struct rb_where at = rb_report_where(&places, entry, f);

        if (!rb_entry_counts(entry, i) || f->severity < entry->fail_on) {
            rest(report, entry, i, at, &named);
            continue;
        }
        if (!gravest || f->severity > gravest->severity)
            gravest = f;
        line(report, &report->held[FAILURE], f, at, false);
    }
    return gravest;
}

static void score(struct rb_buffer *out, uint32_t score, uint32_t wanted)
{
    rb_buffer_puts(out, "score ");
    rb_buffer_uint(out, score);
    rb_buffer_puts(out, " < ");
    rb_buffer_uint(out, wanted);
}

static void failure(ringback_report *report, const struct rb_report_entry *entry,
                    const struct rb_finding *gravest, bool low)
{
    uint32_t points = rb_entry_score(entry);
    struct rb_buffer *out = &report->held[CASES];

    rb_buffer_puts(out, ">\n<failure");
    if (gravest) {
        rb_xml_attribute(out, "type", gravest->rule->id);
        rb_xml_attribute(out, "message", rb_report_words(report, gravest));
    } else {
        rb_buffer_clear(&report->words);
        score(&report->words, points, entry->min_score);
        rb_xml_attribute(out, "type", rb_slice_str("min-score"));
        rb_xml_attribute(out, "message", rb_buffer_slice(&report->words));
    }
    rb_buffer_puts(out, ">\n");
    rb_buffer_slice_add(out, rb_buffer_slice(&report->held[FAILURE]));
    if (low) {
        rb_buffer_clear(&report->words);
        score(&report->words, points, entry->min_score);
        rb_xml_text(out, rb_buffer_slice(&report->words));
        rb_buffer_putc(out, '\n');
    }
    rb_buffer_puts(out, "</failure>\n</testcase>\n");
}

void rb_report_junit_add(ringback_report *report, const struct rb_report_entry *entry)
{
    struct rb_slice path = rb_report_from_root(&report->scratch, NULL, rb_report_path(entry));
    const struct rb_finding *gravest = sort_out(report, entry);
    uint32_t ms = entry->result->draft.clock.total_ms;
    bool low = rb_entry_score(entry) < entry->min_score;
    struct junit *own = report->own;
    struct rb_buffer name;

    rb_buffer_init(&name);
    rb_report_name(&name, entry, path);
    open_case(report, rb_buffer_slice(&name), path, ms);
    report->sink.out.failed |= name.failed;
    rb_buffer_free(&name);
    if (gravest || low)
        failure(report, entry, gravest, low);
    else
        rb_buffer_puts(&report->held[CASES], "/>\n");
    if (!own)
        return;
    own->tests++;
    own->failures += gravest || low;
    own->ms += ms;
}

void rb_report_junit_fail(ringback_report *report, const char *path, const char *reason)
{
    struct junit *own = report->own;
    struct rb_buffer *out = &report->held[CASES];
    struct rb_slice name = rb_report_from_root(&report->scratch, NULL, path);

    open_case(report, name, name, 0);
    rb_buffer_puts(out, ">\n<error type=\"unreadable\"");
    rb_xml_attribute(out, "message", rb_slice_str(reason));
    rb_buffer_puts(out, "/>\n</testcase>\n");
    if (!own)
        return;
    own->tests++;
    own->errors++;
}

void rb_report_junit_end(ringback_report *report)
{
    static const struct junit none;
    const struct junit *own = report->own ? report->own : &none;
    struct rb_buffer *out = &report->sink.out;

    rb_buffer_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
                        "<testsuite id=\"0\" package=\"ringback\" name=\"ringback\"");
    rb_xml_attribute_uint(out, "tests", own->tests);
    rb_xml_attribute_uint(out, "failures", own->failures);
    rb_xml_attribute_uint(out, "errors", own->errors);
    rb_buffer_puts(out, " skipped=\"0\"");
    rb_xml_attribute_ms(out, "time", own->ms);
    rb_buffer_puts(out, " timestamp=\"1970-01-01T00:00:00\" hostname=\"localhost\">\n"
                        "<properties/>\n");
    rb_buffer_slice_add(out, rb_buffer_slice(&report->held[CASES]));
    rb_buffer_puts(out, "<system-out>");
    rb_buffer_slice_add(out, rb_buffer_slice(&report->held[REST]));
    rb_buffer_puts(out, "</system-out>\n<system-err/>\n</testsuite>\n</testsuites>\n");
}
