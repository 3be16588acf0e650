/* A time of day as people write it: "8:30", "5pm", "a little after five", "half past four". */
#ifndef RULE_TIME_OF_DAY_H
#define RULE_TIME_OF_DAY_H

#include "base/slice.h"

/* The first time of day in a text, as minutes after midnight; "before five" is a minute before it,
 * "after five" a minute after it. Hours from one to six without a half of the day are in the
 * afternoon. False: there is none. */
bool rb_time_of_day(struct rb_slice text, uint32_t *minute);

#endif
