/* The person's report: what its sections share. */
#ifndef REPORT_TEXT_H
#define REPORT_TEXT_H

#include "report/page.h"
#include "report/report.h"

enum {
    RB_HALF_MINUTE_MS = 30000, /* what a voicemail may take: the ruler's end */
    RB_TEXT_INDENT = 2
};

struct rb_view {
    struct rb_page page;
    const ringback_report_options *options;
    const ringback_result *result;
    const struct rb_report_entry *entry;
    struct rb_arena *scratch;
    uint32_t n_accepted; /* of the suppressed findings the last: by a baseline */
    uint32_t *order;     /* findings, the one that gains most first */
    uint32_t *number;    /* of each finding in the report, from 1 */
};

/* Sections, each writing nothing when it has nothing to say. */
void rb_text_verdict(struct rb_view *);
void rb_text_draft(struct rb_view *);
void rb_text_findings(struct rb_view *);
void rb_text_time(struct rb_view *);
void rb_text_timeline(struct rb_view *);
void rb_text_hang_up(struct rb_view *);
void rb_text_strengths(struct rb_view *);
void rb_text_reminders(struct rb_view *);
void rb_text_spoken(struct rb_view *);
void rb_text_facts(struct rb_view *);

/* Fills order and number; false: no memory. */
bool rb_view_rank(struct rb_view *);
/* The words spoken up to a moment; and whether a fact of a kind was heard in full by then. */
struct rb_slice rb_draft_words_until(const struct rb_draft *, uint32_t ms);
bool rb_draft_is_heard(const struct rb_draft *, const char *kind, uint32_t ms);
/* The draft's seconds: measured in rehearsal where that is known, else the clock's. */
uint32_t rb_view_duration(const struct rb_view *);
/* The words of a finding; empty when something is missing or nearly the whole draft is meant. */
struct rb_slice rb_view_words(const struct rb_view *, const struct rb_finding *);
/* “words” in quotation marks, cut to a number of columns. */
void rb_view_quote(struct rb_view *, struct rb_slice words, uint32_t columns);
/* "1, 2 and 5": the i-th of n. */
void rb_view_join(struct rb_view *, uint32_t i, uint32_t n);

#endif
