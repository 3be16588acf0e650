#include "report/format.h"
#include "report/object.h"

void rb_report_ndjson_begin(ringback_report *report)
{
    (void)report;
}

void rb_report_ndjson_add(ringback_report *report, const struct rb_report_entry *entry)
{
    struct rb_object object = {.path = rb_report_path(entry),
                               .draft = entry->ordinal,
                               .line = entry->line,
                               .column = entry->column,
                               .word_times = report->options.word_times,
                               .explain_facts = report->options.explain_facts};

    object.accepted = entry->accepted;
    rb_object_result(&report->sink.out, &object, entry->result);
    rb_buffer_putc(&report->sink.out, '\n');
}

void rb_report_ndjson_end(ringback_report *report)
{
    (void)report;
}
