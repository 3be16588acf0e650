/* The three things that mending does. Each gives whether the draft changed; a failure is in
 * mender->status. */
#ifndef FIX_STEPS_H
#define FIX_STEPS_H

#include "fix/mender.h"

/* Writes numbers that would be reeled off in groups. */
bool rb_fix_groups(struct rb_mender *);
/* Leaves out what removable findings mark. tell: says what stays in, and why. */
bool rb_fix_deletions(struct rb_mender *, bool tell);
/* Says name and number once more at the end. */
bool rb_fix_close(struct rb_mender *, bool tell);

/* A message that quotes a draft: head “words” tail, the words cut if they are long. */
struct rb_slice rb_fix_message(struct rb_mender *, const char *head, struct rb_slice words,
                               const char *tail);
/* What speaks against the change tried last. */
const char *rb_fix_why(const struct rb_mender *, enum rb_fix_verdict);

#endif
