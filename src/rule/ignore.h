/* Rules that are ignored in a draft, and what is wrong with the way in which they are. */
#ifndef RULE_IGNORE_H
#define RULE_IGNORE_H

#include "rule/rule.h"

#define IGNORE_RULE(constant, id, title, why, advice) RB_IGNORE_##constant,
enum rb_ignore_rule {
#include "rule/ignore.def"
    RB_IGNORE_RULES
};
#undef IGNORE_RULE

/* For each rule: what it is ignored by, or NULL. NULL: nothing is ignored, or no memory. */
const struct rb_ignore **rb_ignores_of(const ringback_rules *, const struct rb_known *,
                                       struct rb_arena *);

/* How what was given to ignore was used. */
struct rb_ignore_use {
    const ringback_rules *rules;
    uint32_t style;
    const struct rb_ignore **of_rule; /* from rb_ignores_of */
    const bool *used;                 /* for each ignore: it suppressed something */
    bool whole;                       /* all rules were tried */
};

/* What is wrong with each of a draft's ignores, as findings at the draft's start. Gives their
 * number; *out is in the arena. */
uint32_t rb_ignores_judge(const struct rb_ignore_use *, const struct rb_known *, struct rb_arena *,
                          struct rb_finding **out);

#endif
