/* The kinds of check, one file each. A check reads a frozen draft and says whether it applies, and
 * where it is broken. */
#ifndef RULE_CHECK_H
#define RULE_CHECK_H

#include "rule/compile.h"
#include "rule/trial.h"

enum rb_verdict {
    RB_VERDICT_NONE, /* it does not apply: nothing to place, nothing to compare */
    RB_VERDICT_KEPT,
    RB_VERDICT_BROKEN
};

struct rb_check_kind {
    const char *name;
    /* From a map that has been checked against the keys. What is wrong is told. */
    void (*compile)(struct rb_compiler *, const struct rb_yaml *check, struct rb_check *out);
    enum rb_verdict (*run)(const struct rb_check *, struct rb_trial *);
};

extern const struct rb_check_kind rb_check_count, rb_check_place, rb_check_order, rb_check_agree,
    rb_check_limit, rb_check_shape, rb_check_hours, rb_check_similar;

/* NULL: there is none of this name. */
const struct rb_check_kind *rb_check_kind_find(struct rb_slice name);

/* The key of a check that says what kind it is; empty when there is none. */
struct rb_slice rb_check_kind_name(const struct rb_yaml *check);

#endif
