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

#endif
