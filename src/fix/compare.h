/* Whether a draft that was changed is the better one, and still the same message. */
#ifndef FIX_COMPARE_H
#define FIX_COMPARE_H

#include "fix/mender.h"

/* Compares mender->now with the result of a change, and fills what the mender keeps of the last
 * change tried. */
enum rb_fix_verdict rb_fix_compare(struct rb_mender *, const struct rb_change *,
                                   const ringback_result *);

/* A draft's points, and its time: measured where that is known. */
int64_t rb_fix_points(const ringback_result *);
uint32_t rb_fix_duration(const ringback_result *);

#endif
