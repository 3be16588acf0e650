/* What a draft's words leave behind, to tell whether another says nearly the same: hashes of all
 * runs of three words, what a rule sets aside (names, numbers) taken for one word. */
#ifndef RULE_PRINTS_H
#define RULE_PRINTS_H

#include "rule/rule.h"

struct rb_prints {
    const uint32_t *items; /* ascending, each once */
    uint32_t n;            /* 0: too short to repeat anything */
};

/* For each check that asks for likeness (rules->aside): the prints of a result's draft, into the
 * result, whose arena tells whether memory failed. */
void rb_prints_make(const ringback_rules *, ringback_result *);
/* How many of a hundred different runs of words two have in common. */
uint32_t rb_prints_likeness(const struct rb_prints *, const struct rb_prints *);

#endif
