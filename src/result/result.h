/* A result: what the rules said of a draft. Made by rule/, read by report/, frozen in between. */
#ifndef RESULT_RESULT_H
#define RESULT_RESULT_H

#include <ringback.h>

#include "base/error.h"
#include "draft/draft.h"

/* What a report may say of the rule behind a finding. */
struct rb_rule_info {
    struct rb_slice id, title, family, why, advice, sources, file;
    uint32_t line;
    struct rb_place severity_place, points_place; /* where they were last set; line 0: nowhere */
    uint32_t points;                              /* of one finding */
    uint8_t severity;                             /* ringback_severity */
    bool removable;
};

struct rb_finding {
    const struct rb_rule_info *rule;
    uint8_t severity;
    uint32_t points;
    uint32_t start, end; /* bytes; start = end: something is missing there */
    int32_t gain;        /* points that following the advice brings, all in all */
    bool removable;      /* mended by deleting the span, and that does not cost more elsewhere */
    bool whole;          /* said of the whole draft, of which the span is but an example */
    struct rb_slice message, advice;
    struct rb_slice reason; /* of a suppressed one: why it is */
    /* Where it stands in the file, when that is not in the draft's text; line 0: start and end say
     * it. */
    uint32_t line, column, end_line, end_column;
};

struct rb_note {
    struct rb_slice rule, message;
    bool style; /* another style would fit the draft: rule is its name */
};

struct ringback_result {
    struct rb_arena arena; /* owns everything below */
    struct rb_draft draft;
    /* Of a draft judged with a history, for each check that asks; see rule/prints.h, history.h */
    const struct rb_prints *prints;
    const struct rb_likeness *likeness;
    uint32_t n_prints;
    struct rb_finding *findings; /* by start, then the order of the rules */
    uint32_t n_findings;
    /* Findings of rules that are ignored here: their points are what they would cost. */
    struct rb_finding *suppressed;
    uint32_t n_suppressed;
    const struct rb_rule_info **kept; /* rules that apply here and hold */
    uint32_t n_kept;
    struct rb_note *strengths, *reminders;
    uint32_t n_strengths, n_reminders;
    uint32_t score;
    bool scored; /* false: not a voicemail, the score says nothing */
    bool ready;  /* no errors, and a score of at least known.min_score */
};

#endif
