/* A report: results in, bytes out, in one of the formats of format.def. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "report/sink.h"
#include "result/result.h"

/* One draft's result and where it stands. */
struct rb_report_entry {
    const char *path;            /* "" or "-": standard input */
    uint32_t ordinal;            /* of the draft in its file, from 1 */
    uint32_t line;               /* of the file on which the draft begins, from 1 */
    uint32_t column, byte;       /* where in that line, from 1; 0 counts as 1 */
    struct rb_slice file;        /* the whole file; ptr NULL: the draft's text is */
    struct rb_slice heading;     /* empty: the draft has none */
    const bool *accepted;        /* by a baseline, for each finding; NULL: none */
    uint32_t fail_on, min_score; /* what makes it a failure, as in the report's options */
    const ringback_result *result;
};

/* Over all drafts of a report. */
struct rb_totals {
    uint64_t drafts, ready;
    uint64_t count[3]; /* findings by ringback_severity, but for those that a baseline accepts */
    uint64_t accepted, suppressed;
    uint32_t lowest_score;
};

struct rb_format;

enum { RB_REPORT_HELD = 3 };

struct ringback_report {
    const struct rb_format *format;
    ringback_report_options options;
    struct rb_sink sink;
    struct rb_arena scratch;               /* of one entry */
    struct rb_arena kept;                  /* until the end */
    struct rb_arena lines;                 /* of one file: linehash.h */
    struct rb_buffer words;                /* of one finding: where.h */
    struct rb_buffer held[RB_REPORT_HELD]; /* what a format cannot write yet */
    void *own;                             /* of the format, in `kept` */
    struct rb_totals totals;               /* of the entries before this one */
    bool begun, ended;
};

/* One row for each format. Writers append to report->sink.out; failure is sticky there. */
struct rb_format {
    const char *name;
    void (*begin)(ringback_report *);
    void (*add)(ringback_report *, const struct rb_report_entry *);
    void (*fail)(ringback_report *, const char *path, const char *reason); /* may be NULL */
    void (*end)(ringback_report *);
};

/* In the order of ringback_format. */
extern const struct rb_format rb_formats[];
extern const size_t rb_format_count;

/* "suggestion", "warning", "error" */
const char *rb_severity_name(uint8_t severity);
/* Whether a finding decides anything: a baseline did not accept it. */
bool rb_entry_counts(const struct rb_report_entry *, uint32_t finding);
/* The score that decides: without the points of what a baseline accepts. */
uint32_t rb_entry_score(const struct rb_report_entry *);
/* Whether the draft is ready, but for what a baseline accepts. */
bool rb_entry_ready(const struct rb_report_entry *);
/* What a person is told: of a draft without the findings that a baseline accepts, which stand
 * behind those that are suppressed, with a reason of their own. */
struct rb_settled {
    struct rb_report_entry entry;
    ringback_result result;
    uint32_t n_accepted; /* the last of result.suppressed */
};
/* The entry itself, or the one in the struct, which borrows from both; NULL: no memory. */
const struct rb_report_entry *rb_entry_settle(struct rb_arena *, const struct rb_report_entry *,
                                              struct rb_settled *);
/* The path as a report names it: "<stdin>" for standard input. */
const char *rb_report_path(const struct rb_report_entry *);
void rb_totals_add(struct rb_totals *, const struct rb_report_entry *);

#endif
