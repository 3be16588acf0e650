/* What every match of a pattern begins with. */
#ifndef BASE_PREFIX_H
#define BASE_PREFIX_H

#include "base/slice.h"

enum { RB_PREFIX_LONGEST = 8 };

/* The characters with which the pattern itself begins, behind a (?m): signs, spaces and digits,
 * which have no case, up to the first that may mean something else. As many as were written to out;
 * 0: none is certain. */
size_t rb_pattern_prefix(struct rb_slice pattern, char out[RB_PREFIX_LONGEST]);
/* Does the subject have these characters in a row, at `from` or behind? */
bool rb_has_prefix(struct rb_slice subject, size_t from, const char *prefix, size_t n);

#endif
