/* What all findings of a draft cost together; and of a draft that is nearly the same, for which
 * only the rules that can tell the difference are asked again. */
#ifndef RULE_BILL_H
#define RULE_BILL_H

#include "rule/trial.h"

/* What of a draft a rule looks at, or what of it is another. */
enum { RB_READS_TIME = 1, RB_READS_WORDS = 2, RB_READS_PLACES = 4, RB_READS_ALL = 7 };
struct rb_reads {
    uint64_t facts; /* bit (kind mod 64) of each */
    uint8_t other;  /* the whole time, the number of words, where and when facts are said */
};

static inline uint64_t rb_reads_fact(uint32_t kind)
{
    return UINT64_C(1) << (kind % 64);
}

/* What two drafts do not have alike: kinds of which one of them has others or more, and whatever
 * else there is. */
struct rb_reads rb_reads_between(const struct rb_draft *, const struct rb_draft *);

/* Of the draft on trial, by rule. */
struct rb_bill {
    const uint32_t *points;
    const struct rb_reads *reads; /* NULL: nothing is known, all rules are asked */
};

struct rb_points_left {
    uint32_t all;
    uint32_t grave; /* of errors and warnings */
};

/* Of the rule that was tried last. */
uint32_t rb_points_broken(const struct rb_rule *, const struct rb_trial *);

/* points: of each rule, which must live as long; NULL: they are not known. */
void rb_bill_make(struct rb_bill *, const struct rb_trial *, uint32_t style,
                  const uint32_t *points);
/* The points of all findings but those of one rule (NULL: none), in a draft that differs so much
 * from the bill's; all there are when it is no voicemail any more. */
struct rb_points_left rb_bill_of(const struct rb_bill *, struct rb_trial *, uint32_t style,
                                 const struct rb_rule *but, struct rb_reads change);

#endif
