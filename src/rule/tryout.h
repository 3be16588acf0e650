/* The run of examples: what its files share. Private to the floor. */
#ifndef RULE_TRYOUT_H
#define RULE_TRYOUT_H

#include "base/buffer.h"
#include "fact/tally.h"
#include "rule/compile.h"

struct rb_tryout {
    const ringback_rules *rules;
    const struct rb_test_ear *ear;
    struct rb_finder *finder;
    struct rb_tally *tally;  /* NULL: nobody asks for gaps */
    uint32_t *broken;        /* for each rule: a bit for each check that a bad example breaks */
    struct rb_buffer text;   /* a sentence without its guillemets */
    struct rb_buffer said;   /* what is wrong with an example */
    struct rb_arena scratch; /* of one example */
    struct rb_test_counts counts;
    ringback_error error; /* what stopped the run */
};

/* With these an example is judged that says nothing else. */
extern const struct rb_known rb_tryout_known;

/* Words on a draft, into `said`: quoted, of one of its spans; its facts, all of them or those of
 * one kind (`only` -1: all). */
void rb_tryout_quote(struct rb_tryout *, const struct rb_draft *, uint32_t start, uint32_t end);
void rb_tryout_facts(struct rb_tryout *, const struct rb_draft *, int only);
/* Tells a failure at a node; its message is what is in `said`, which is then empty. */
void rb_tryout_fail(struct rb_tryout *, const struct rb_yaml *, struct rb_failure);

/* The examples of one fact, and of one rule, by their numbers. */
void rb_tryout_fact(struct rb_tryout *, uint32_t fact);
void rb_tryout_rule(struct rb_tryout *, uint32_t rule);

#endif
