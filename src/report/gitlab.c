/* GitLab's code quality report: an array of entries. One that is wrong makes it drop all behind it,
 * and equal fingerprints are taken for one entry. */
#include "base/json.h"
#include "report/format.h"
#include "report/where.h"
#include "result/fingerprint.h"
#include "result/seen.h"

struct gitlab {
    bool any;
    struct rb_seen seen;
};

void rb_report_gitlab_begin(ringback_report *report)
{
    report->own = rb_arena_alloc(&report->kept, sizeof(struct gitlab));
    rb_buffer_putc(&report->sink.out, '[');
}

static const char *severity_of(uint8_t severity)
{
    static const char *const names[] = {"info", "minor", "major"};

    return names[severity < 3 ? severity : 2];
}

/* Path, finding, and which of its kind in the file: no line number, so that it lasts. */
static void fingerprint(ringback_report *report, const struct rb_report_entry *entry,
                        const struct rb_finding *f, struct rb_slice path)
{
    struct gitlab *own = report->own;
    uint64_t hash = rb_fnv(RB_FNV_BASIS, path);
    uint64_t finding = rb_report_fingerprint(report, entry, f);
    uint32_t *count;
    char bytes[12];

    for (unsigned i = 0; i < 8; i++)
        bytes[i] = (char)(finding >> (8 * i) & 0xFF);
    hash = rb_fnv(hash, rb_slice_of(bytes, 8));
    count = own ? rb_seen_count(&report->kept, &own->seen, hash) : NULL;
    if (!count)
        return;
    ++*count;
    for (unsigned i = 0; i < 4; i++)
        bytes[8 + i] = (char)(*count >> (8 * i) & 0xFF);
    rb_fingerprint_put(&report->sink.out, rb_fnv(hash, rb_slice_of(bytes + 8, 4)));
}

static void entry_of(ringback_report *report, const struct rb_report_entry *entry,
                     const struct rb_finding *f, struct rb_where at)
{
    struct rb_slice path =
        rb_report_from_root(&report->scratch, &report->options, rb_report_path(entry));
    struct gitlab *own = report->own;
    struct rb_buffer *out = &report->sink.out;

    rb_buffer_puts(out, own && own->any ? ",\n{" : "\n{");
    rb_buffer_puts(out, "\"description\":");
    rb_json_string(out, rb_report_words(report, f));
    rb_buffer_puts(out, ",\"check_name\":");
    rb_json_string(out, f->rule->id);
    rb_buffer_puts(out, ",\"fingerprint\":\"");
    fingerprint(report, entry, f, path);
    rb_buffer_puts(out, "\",\"severity\":\"");
    rb_buffer_puts(out, severity_of(f->severity));
    rb_buffer_puts(out, "\",\"location\":{\"path\":");
    rb_json_string(out, path);
    rb_buffer_puts(out, ",\"lines\":{\"begin\":");
    rb_buffer_uint(out, at.line);
    rb_buffer_puts(out, ",\"end\":");
    rb_buffer_uint(out, at.end_line);
    rb_buffer_puts(out, "}}}");
    if (own)
        own->any = true;
}

void rb_report_gitlab_add(ringback_report *report, const struct rb_report_entry *entry)
{
    struct rb_places places;

    rb_places_init(&places, &entry->result->draft.text.source);
    for (uint32_t i = 0; i < entry->result->n_findings; i++) {
        const struct rb_finding *f = &entry->result->findings[i];

        if (rb_entry_counts(entry, i))
            entry_of(report, entry, f, rb_report_where(&places, entry, f));
    }
}

void rb_report_gitlab_end(ringback_report *report)
{
    const struct gitlab *own = report->own;

    rb_buffer_puts(&report->sink.out, own && own->any ? "\n]\n" : "]\n");
}
