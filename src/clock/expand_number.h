/* The shapes that begin with a digit. For this floor only; each says its shape at `at` and gives
 * its end, or says nothing and gives 0. */
#ifndef CLOCK_EXPAND_NUMBER_H
#define CLOCK_EXPAND_NUMBER_H

#include "clock/expand.h"

/* The number behind a dash at `end`: the second half of a range. */
bool rb_range_read(const struct rb_voice *, uint32_t end, struct rb_number *out);

/* 18%  4.75%  5-10%  5% - 10% */
uint32_t rb_expand_percent(struct rb_voice *, uint32_t at);
/* 24' x 40'  10 x 12  2x4  6'2" */
uint32_t rb_expand_measure(struct rb_voice *, uint32_t at);
/* 24/7  24/7/365 */
uint32_t rb_expand_always(struct rb_voice *, uint32_t at);
/* 401(k)  501(c)(3) */
uint32_t rb_expand_paragraph(struct rb_voice *, uint32_t at);
/* 1/2  2/3  3 1/2 */
uint32_t rb_expand_fraction(struct rb_voice *, uint32_t at);

#endif
