#include "report/format.h"

#include "result/score.h"

#define FORMAT(constant, name, fail)                                                               \
    {#name, rb_report_##name##_begin, rb_report_##name##_add, fail, rb_report_##name##_end},
const struct rb_format rb_formats[] = {
#include "report/format.def"
};
#undef FORMAT

const size_t rb_format_count = sizeof rb_formats / sizeof *rb_formats;

#define FORMAT(constant, name, fail) ROW_##constant,
enum row {
#include "report/format.def"
    ROWS
};
#undef FORMAT

#define FORMAT(constant, name, fail)                                                               \
    _Static_assert((int)ROW_##constant == (int)RINGBACK_FORMAT_##constant, #name);
#include "report/format.def"
#undef FORMAT

_Static_assert((size_t)ROWS == sizeof rb_formats / sizeof *rb_formats, "one row for each format");

const char *rb_severity_name(uint8_t severity)
{
    switch ((ringback_severity)severity) {
    case RINGBACK_SUGGESTION:
        return "suggestion";
    case RINGBACK_WARNING:
        return "warning";
    case RINGBACK_ERROR:
        return "error";
    }
    return "error";
}

bool rb_entry_counts(const struct rb_report_entry *entry, uint32_t finding)
{
    return !entry->accepted || !entry->accepted[finding];
}

uint32_t rb_entry_score(const struct rb_report_entry *entry)
{
    const ringback_result *result = entry->result;

    return entry->accepted ? rb_score_without(result, entry->accepted) : result->score;
}

const char *rb_report_path(const struct rb_report_entry *entry)
{
    return *entry->path == '\0' || strcmp(entry->path, "-") == 0 ? "<stdin>" : entry->path;
}

void rb_totals_add(struct rb_totals *totals, const struct rb_report_entry *entry)
{
    const ringback_result *result = entry->result;

    if (totals->drafts == 0 || result->score < totals->lowest_score)
        totals->lowest_score = result->score;
    totals->drafts++;
    totals->suppressed += result->n_suppressed;
    totals->ready += result->ready;
    for (uint32_t i = 0; i < result->n_findings; i++)
        if (rb_entry_counts(entry, i))
            totals->count[result->findings[i].severity]++;
        else
            totals->accepted++;
}
