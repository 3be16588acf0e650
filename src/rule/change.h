/* What files on top of compiled rules change of these without compiling them anew: rules turned
 * off, and what a finding costs or says. */
#ifndef RULE_CHANGE_H
#define RULE_CHANGE_H

#include "rule/compile.h"

struct rb_changes {
    const struct rb_yaml **items; /* entries of `rules:`, each of another rule */
    size_t n, cap;
    struct rb_entry *sets; /* what is added to sets */
    size_t n_sets, cap_sets;
};

/* Takes the entries of rules that are there, and what is added to sets that are there, out of a
 * file's tree, which has passed the schema. False: a rule is changed more than it can be so, or
 * there is no memory. */
bool rb_changes_take(struct rb_changes *, struct rb_arena *, struct rb_yaml *root,
                     const char *source, const ringback_rules *);
/* Makes them, in rules[] and in all styles. `old` are the rules as they were, rules[] a copy of
 * them. False: it cannot be done so. Faults are told. */
bool rb_changes_make(struct rb_compiler *, const struct rb_changes *, const struct rb_rule *old,
                     struct rb_rule *rules);

#endif
