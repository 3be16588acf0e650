/* What files on top of compiled rules change of these without compiling them anew: rules turned
 * off, and what a finding costs or says. */
#ifndef RULE_CHANGE_H
#define RULE_CHANGE_H

#include "rule/compile.h"

struct rb_changes {
    const struct rb_yaml **items; /* entries of `rules:`, each of another rule */
    size_t n, cap;
};

/* Takes the entries of rules that are there out of a file's tree, which has passed the schema.
 * False: one of them changes more than can be changed so, or there is no memory. */
bool rb_changes_take(struct rb_changes *, struct rb_arena *, struct rb_yaml *root,
                     const ringback_rules *);
/* Makes them, in rules[] and in all styles. `old` are the rules as they were, rules[] a copy of
 * them. False: it cannot be done so. Faults are told. */
bool rb_changes_make(struct rb_compiler *, const struct rb_changes *, const struct rb_rule *old,
                     struct rb_rule *rules);

#endif
