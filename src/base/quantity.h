/* Quantities as people write them in settings, front matter and records. */
#ifndef BASE_QUANTITY_H
#define BASE_QUANTITY_H

#include "base/slice.h"

/* "28.5" in thousandths, from min to max; exponents, signs and more than three decimals that say
 * something are not how people write seconds and factors. */
bool rb_quantity_thousandths(struct rb_slice, uint32_t min, uint32_t max, uint32_t *out);

/* "08:30" or "8:30" in minutes after midnight. */
bool rb_quantity_clock(struct rb_slice, uint32_t *out);

#endif
