/* The words of a finding: what is wrong, what to do, and what that comes to. */
#ifndef RULE_ADVISE_H
#define RULE_ADVISE_H

#include "base/buffer.h"
#include "rule/message.h"
#include "rule/reckon.h"

/* One for a draft. */
struct rb_adviser {
    const struct rb_trial *trial;
    struct rb_reckoner reckoner;
    struct rb_buffer *text, *net; /* scratch */
    const struct rb_span *marked; /* what removable findings mark, in any order */
    uint32_t n_marked;
};

/* Fills the finding's message, advice, gain and removable; of a draft of which that is enough, the
 * message alone. gained: points of the rule itself that mending this one gives back. */
void rb_advise(struct rb_adviser *, const struct rb_rule *, const struct rb_breach *,
               uint32_t gained, struct rb_finding *);

#endif
