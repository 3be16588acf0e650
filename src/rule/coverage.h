/* What no example makes use of. Private to the floor. */
#ifndef RULE_COVERAGE_H
#define RULE_COVERAGE_H

#include "fact/tally.h"
#include "rule/rule.h"

/* Tells every gap, in the order of the files. broken: for each rule a bit for each of its checks
 * that a bad example breaks. False: no memory. */
bool rb_coverage_tell(const ringback_rules *, const struct rb_tally *, const uint32_t *broken,
                      const struct rb_test_ear *, struct rb_test_counts *);

#endif
