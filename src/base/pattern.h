/* PCRE2 patterns, bounded in time on any input. */
#ifndef BASE_PATTERN_H
#define BASE_PATTERN_H

#include "base/arena.h"
#include "base/slice.h"

struct rb_pattern; /* compiled; read-only and shared by threads */

/* Compiles with UTF, UCP, NEVER_BACKSLASH_C, caseless. NULL: message (of at least 128 bytes) says
 * why, *offset where in the pattern; or no memory: message is "". Verbs "(*" are refused, as are
 * patterns over RB_MAX_PATTERN_BYTES. */
struct rb_pattern *rb_pattern_compile(struct rb_slice pattern, char *message, size_t size,
                                      size_t *offset);
void rb_pattern_free(struct rb_pattern *);
/* The number of a named group, or 0. */
uint32_t rb_pattern_group(const struct rb_pattern *, const char *name);

struct rb_matcher; /* a thread's match data and context */

/* NULL: no memory. */
struct rb_matcher *rb_matcher_new(void);
void rb_matcher_free(struct rb_matcher *);

enum rb_match { RB_MATCH_NO, RB_MATCH_YES, RB_MATCH_UNDECIDED, RB_MATCH_MEMORY };

/* Looks for the pattern in subject (valid UTF-8) from byte `from` on, within the limits of
 * base/limits.h: a limit that is hit is UNDECIDED, never NO. spans[2 * g], spans[2 * g + 1]: start
 * and end of group g < groups, SIZE_MAX when unset. */
enum rb_match rb_pattern_match(const struct rb_pattern *, struct rb_matcher *,
                               struct rb_slice subject, size_t from, size_t *spans,
                               uint32_t groups);

#endif
