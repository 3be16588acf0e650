/* A draft: text, sentences, facts and times, frozen. Checks and reports read it, nothing changes
 * it. */
#ifndef DRAFT_DRAFT_H
#define DRAFT_DRAFT_H

#include "clock/clock.h"
#include "fact/lexicon.h"
#include "text/pragma.h"
#include "text/token.h"

typedef struct ringback_history ringback_history;

/* A rule that is to be ignored, and why; or a line that was meant to say so. */
struct rb_ignore {
    struct rb_slice rule, reason;
    uint8_t fault; /* enum rb_pragma_fault; but for RB_PRAGMA_FINE it does not hold */
    bool own;      /* given with the draft, so that it must be of use there */
    bool late;     /* behind the last draft of its file, where it reaches none */
    /* Where it stands in the draft's file, which is not in its text; line 0: nowhere in it. */
    uint32_t line, column, end_line, end_column;
};

/* What is known of a draft beside its words (options, front matter, a record's members). */
struct rb_known {
    struct rb_slice style;             /* "standard" */
    struct rb_slice from, to, company; /* empty: not known */
    uint32_t words_per_minute;
    uint32_t number_percent;
    uint32_t min_score;
    uint32_t dial_minute; /* RINGBACK_UNSET: not known; likewise measured_ms */
    uint32_t measured_ms;
    bool formal, final;
    bool brief;                       /* findings are told without advice */
    bool aside;                       /* it is read for another draft's sake */
    const ringback_history *history;  /* drafts left before; NULL: not known */
    struct rb_slice own_name;         /* what this draft is called there, to pass itself over */
    const struct rb_joining *joining; /* it is added there; NULL: it is not. See rule/history.h */
    struct rb_origin origin;          /* where the text stands in its file */
    const struct rb_ignore *ignores;
    uint32_t n_ignores;
};

struct rb_draft {
    struct rb_known known;
    struct rb_text text;
    struct rb_phones phones;
    const struct rb_lexicon *lexicon; /* of the facts; see rb_fact_reason */
    struct rb_facts facts;
    struct rb_facts hidden; /* of a judged draft: those that are not reported, taken out of facts */
    struct rb_clock clock;
};

/* When the word at or after a byte begins (at the text's end: when the voice stops). */
uint32_t rb_draft_start_ms(const struct rb_draft *, uint32_t offset);
/* When the last word of a span of bytes ends; of a span without a spoken word: when it would begin.
 * Never before its start. */
uint32_t rb_draft_end_ms(const struct rb_draft *, uint32_t start, uint32_t end);
/* What the draft takes less when the words of a span go. Of the pauses before and behind them the
 * longer one stays. */
uint32_t rb_draft_saves_ms(const struct rb_draft *, uint32_t start, uint32_t end);
/* The pace at which the draft was said when its time was measured, else the one set; UINT32_MAX
 * when it does not fit. */
uint32_t rb_draft_pace(const struct rb_draft *);
/* The sentence that holds a byte (white space belongs to the sentence before); 0 in an empty draft.
 */
uint32_t rb_draft_sentence(const struct rb_draft *, uint32_t offset);

#endif
