/* The built-in rules as they are once compiled, in constants that the build makes of rules/. */
#ifndef RULE_FROZEN_H
#define RULE_FROZEN_H

#include "rule/rule.h"

struct rb_frozen_rules {
    const struct rb_rule *rules;
    const struct rb_style *styles;
    const struct rb_reminder *reminders;
    const struct rb_slice *patterns;
    uint32_t n_rules, n_styles, n_reminders;
    size_t n_patterns;
    uint32_t n_facts;
    const struct rb_what *aside[RB_MOST_ASIDE];
    uint32_t n_aside;
};

struct rb_frozen {
    const struct rb_lexicon *lexicon;
    const struct rb_frozen_rules *rules;
};

/* NULL: there are none (while they are being made), and all is compiled from the files. */
extern const struct rb_frozen *const rb_frozen;

/* Lays files on top of thawed rules: their own rules, facts and sets. False: they change what is
 * there, or there is a fault, or no memory: then all has to be compiled, and what is left of the
 * rules is good for nothing but to be freed. */
bool rb_rules_extend(ringback_rules *, const struct rb_lexicon *frozen,
                     const ringback_source *files, size_t n);

#endif
