#include "report/format.h"
#include "report/object.h"

void rb_report_json_begin(ringback_report *report)
{
    rb_buffer_puts(&report->sink.out, "{\"version\":1,\"drafts\":[");
}

void rb_report_json_add(ringback_report *report, const struct rb_report_entry *entry)
{
    struct rb_object object = {.path = rb_report_path(entry),
                               .draft = entry->ordinal,
                               .line = entry->line,
                               .column = entry->column,
                               .word_times = report->options.word_times,
                               .explain_facts = report->options.explain_facts};

    rb_buffer_puts(&report->sink.out, report->totals.drafts ? ",\n" : "\n");
    object.accepted = entry->accepted;
    rb_object_result(&report->sink.out, &object, entry->result);
}

static void number(struct rb_buffer *out, const char *key, uint64_t value)
{
    rb_buffer_puts(out, key);
    rb_buffer_uint(out, value);
}

void rb_report_json_end(ringback_report *report)
{
    const struct rb_totals *totals = &report->totals;
    struct rb_buffer *out = &report->sink.out;

    number(out, "\n],\"summary\":{\"drafts\":", totals->drafts);
    number(out, ",\"ready\":", totals->ready);
    number(out, ",\"errors\":", totals->count[RINGBACK_ERROR]);
    number(out, ",\"warnings\":", totals->count[RINGBACK_WARNING]);
    number(out, ",\"suggestions\":", totals->count[RINGBACK_SUGGESTION]);
    if (totals->accepted)
        number(out, ",\"accepted\":", totals->accepted);
    if (totals->suppressed)
        number(out, ",\"suppressed\":", totals->suppressed);
    if (totals->drafts)
        number(out, ",\"lowest_score\":", totals->lowest_score);
    else
        rb_buffer_puts(out, ",\"lowest_score\":null");
    rb_buffer_puts(out, "}}\n");
}
