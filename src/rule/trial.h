/* A draft on trial: what checks read, and the breaches that they report. */
#ifndef RULE_TRIAL_H
#define RULE_TRIAL_H

#include "rule/rule.h"

/* One place where a check is broken. */
struct rb_breach {
    uint32_t start, end;          /* bytes */
    bool absent;                  /* something is missing: it is shown at the rule's anchor */
    const struct rb_fact *fact;   /* what it is about; NULL: no fact */
    const struct rb_fact *other;  /* the fact it is held against; NULL: none */
    const struct rb_check *check; /* filled by the trial */
    struct rb_slice name;         /* of another draft against which it is held */
    uint32_t count;
    uint32_t amount, over; /* a measure and what of it is too much: milliseconds, words … */
    bool in_ms;            /* amount and over are milliseconds */
};

struct rb_trial {
    const ringback_rules *rules;
    const struct rb_draft *draft;
    struct rb_arena *arena; /* the result's */
    const uint32_t *first;  /* for each fact: its first mention, an index into the draft's facts, or
                               UINT32_MAX */
    const uint32_t *count;  /* for each fact: how many mentions */
    const struct rb_ignore **ignored;   /* for each rule: what it is ignored by; NULL: none is */
    const struct rb_likeness *likeness; /* for each check for what is similar; NULL: none asks */
    const struct rb_slice *rule;        /* the name of the rule that runs, and its check */
    const struct rb_check *check;
    struct rb_breach *breaches; /* of the rule that runs */
    size_t n_breaches, breaches_cap;
    struct rb_matcher *matcher; /* made when the first pattern runs */
    ringback_error error;       /* its status is set by a pattern that hit its limit */
};

/* False: no memory. */
bool rb_trial_begin(struct rb_trial *, const ringback_rules *, const struct rb_draft *,
                    struct rb_arena *);
void rb_trial_end(struct rb_trial *);

void rb_trial_add(struct rb_trial *, struct rb_breach);
/* A breach at a fact. */
void rb_trial_at(struct rb_trial *, const struct rb_fact *, const struct rb_fact *other,
                 uint32_t count);
/* Something is missing. */
void rb_trial_absent(struct rb_trial *, uint32_t count);

/* Where the first fact of a kind of `what` is; the number of facts: there is none. */
uint32_t rb_what_from(const struct rb_what *, const struct rb_trial *);
/* The next fact that is one of `what`, from index *at on, which is moved behind it; NULL: no more.
 */
const struct rb_fact *rb_what_next(const struct rb_what *, const struct rb_draft *, uint32_t *at);
/* How many facts are one of `what`. */
uint32_t rb_what_count(const struct rb_what *, const struct rb_trial *);

/* Where a byte must lie, and a fact begin or end. No windows: anywhere. */
bool rb_windows_hold(const struct rb_windows *, const struct rb_trial *, const struct rb_fact *,
                     bool ends);

bool rb_conds_hold(const struct rb_conds *, const struct rb_trial *);

/* What a rule is ignored by, or NULL. */
const struct rb_ignore *rb_trial_ignores(const struct rb_trial *, const struct rb_rule *);
/* The draft's time, as measured or else as reckoned. */
uint32_t rb_draft_ms(const struct rb_draft *);
/* The words of a fact. */
struct rb_slice rb_fact_words(const struct rb_draft *, const struct rb_fact *);
/* Its value, or else its words. */
struct rb_slice rb_fact_value(const struct rb_draft *, const struct rb_fact *);
/* Two facts by their way of comparing; facts of different kinds by their text. */
enum rb_same rb_fact_compare(const struct rb_trial *, const struct rb_fact *,
                             const struct rb_fact *);

#endif
