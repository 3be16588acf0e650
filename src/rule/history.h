/* Drafts that were left before: which of them says nearly what a new one says. Adding and asking
 * take the time of one draft, however many there are. */
#ifndef RULE_HISTORY_H
#define RULE_HISTORY_H

#include "rule/rules.h"

struct rb_prints;

/* The most similar of the earlier drafts, the earliest of several; percent 0: none is at all. */
struct rb_likeness {
    bool asked; /* false: there was nothing to hold the draft against, or too little of it */
    uint32_t percent;
    struct rb_slice name; /* lives as long as the history */
};

/* A draft's place in the history that it is held against: it is added once it was. */
struct rb_joining {
    ringback_history *history;
    /* Called around both; NULL: nobody else is at the history. */
    void (*take)(void *ctx);
    void (*give)(void *ctx);
    void *ctx;
};

/* NULL: no memory. */
ringback_history *rb_history_new(void);
void rb_history_free(ringback_history *);
/* Remembers the prints of a result that was judged with a history. False: no memory. */
bool rb_history_add(ringback_history *, const ringback_result *, struct rb_slice name);
/* For the check that has this number among those that ask; drafts that have the name `own` are
 * passed over. */
struct rb_likeness rb_history_ask(const ringback_history *, uint32_t check,
                                  const struct rb_prints *, struct rb_slice own);
/* Holds a draft against the history that is known of it: its prints and what it is like, into the
 * result; then it joins, if that is wanted. False: no memory. */
bool rb_history_hold(const ringback_rules *, ringback_result *);

#endif
