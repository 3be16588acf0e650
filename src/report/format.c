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

bool rb_entry_ready(const struct rb_report_entry *entry)
{
    const ringback_result *result = entry->result;

    return entry->accepted ? rb_ready_without(result, entry->accepted) : result->ready;
}

const struct rb_report_entry *
rb_entry_settle(struct rb_arena *arena, const struct rb_report_entry *entry, struct rb_settled *out)
{
    const ringback_result *result = entry->result;
    struct rb_finding *open = rb_arena_array(arena, result->n_findings, sizeof *open);
    struct rb_finding *rest =
        rb_arena_array(arena, (size_t)result->n_findings + result->n_suppressed, sizeof *rest);

    out->n_accepted = 0;
    if (!entry->accepted)
        return entry;
    if (!open || !rest)
        return NULL;
    out->entry = *entry;
    out->entry.accepted = NULL;
    out->entry.result = &out->result;
    out->result = *result;
    out->result.findings = open;
    out->result.suppressed = rest;
    out->result.n_findings = 0;
    if (result->n_suppressed)
        memcpy(rest, result->suppressed, result->n_suppressed * sizeof *rest);
    for (uint32_t i = 0; i < result->n_findings; i++) {
        struct rb_finding *f = entry->accepted[i] ? &rest[out->result.n_suppressed++]
                                                  : &open[out->result.n_findings++];

        *f = result->findings[i];
        if (!entry->accepted[i])
            continue;
        f->reason = rb_slice_str("accepted by the baseline");
        out->n_accepted++;
    }
    out->result.score = rb_entry_score(entry);
    out->result.ready = rb_entry_ready(entry);
    return &out->entry;
}

const char *rb_report_path(const struct rb_report_entry *entry)
{
    return *entry->path == '\0' || strcmp(entry->path, "-") == 0 ? "<stdin>" : entry->path;
}

void rb_totals_add(struct rb_totals *totals, const struct rb_report_entry *entry)
{
    const ringback_result *result = entry->result;

    uint32_t score = rb_entry_score(entry);

    if (totals->drafts == 0 || score < totals->lowest_score)
        totals->lowest_score = score;
    totals->drafts++;
    totals->suppressed += result->n_suppressed;
    totals->ready += rb_entry_ready(entry);
    for (uint32_t i = 0; i < result->n_findings; i++)
        if (rb_entry_counts(entry, i))
            totals->count[result->findings[i].severity]++;
        else
            totals->accepted++;
}
