/* Where a finding stands in its file, and what it says: the same in every format for machines. */
#ifndef REPORT_WHERE_H
#define REPORT_WHERE_H

#include "report/report.h"
#include "text/place.h"

/* Lines and columns count from 1; ends are behind the last character. */
struct rb_where {
    uint32_t line, column, end_line, end_column; /* columns in code points */
    uint32_t byte, end_byte;                     /* columns in bytes of UTF-8 */
};

/* Where in its file a draft begins that has no places of its own; 0 counts as 1. */
struct rb_where_from {
    uint32_t line, column, byte;
};
/* Findings in the order of the draft: see text/place.h. */
struct rb_where rb_where_below(struct rb_places *, const struct rb_where_from *,
                               const struct rb_finding *);
struct rb_where rb_report_where(struct rb_places *, const struct rb_report_entry *,
                                const struct rb_finding *);
/* The path in its normal form ("./a//b/../c" is a/c), as the repository knows it: seen from
 * options->root. options NULL: as the current folder does. In scratch, or borrowed. */
struct rb_slice rb_report_from_root(struct rb_arena *scratch, const ringback_report_options *,
                                    const char *path);
/* "Message. Advice." on one line: each run of white space is a space, the rest as it is. In
 * report->words, until the next call. */
struct rb_slice rb_report_words(ringback_report *, const struct rb_finding *);
/* The finding's fingerprint (result/fingerprint.h); uses report->words. */
uint64_t rb_report_fingerprint(ringback_report *, const struct rb_report_entry *,
                               const struct rb_finding *);
/* A text on one line, appended. */
void rb_report_line(struct rb_buffer *, struct rb_slice);
/* The path, and behind a # the heading or the number of a draft that is not alone in its file. */
void rb_report_name(struct rb_buffer *, const struct rb_report_entry *, struct rb_slice path);

#endif
