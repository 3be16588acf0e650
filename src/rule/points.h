/* What a broken rule costs. */
#ifndef RULE_POINTS_H
#define RULE_POINTS_H

#include "rule/rule.h"

/* Of n findings together. */
uint32_t rb_points_of(const struct rb_points *, uint32_t n);
/* Of an amount over a limit (points->per > 0). *severity is changed where a step says so. */
uint32_t rb_points_over(const struct rb_points *, uint32_t limit, uint32_t amount,
                        uint8_t *severity);

#endif
