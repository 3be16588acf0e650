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

/* Characters without which no subject matches, in either case; '\0': none is known. */
void rb_pattern_needs(const struct rb_pattern *, char needs[2]);
/* Does the subject have what rb_pattern_needs told? Then, and only then, it is worth a match. */
bool rb_pattern_may_match(const char needs[2], struct rb_slice subject);

/* A pattern that is known to compile, and does when it is first asked for. Zeroed but for its text,
 * which must live as long. Threads may ask at once. */
struct rb_lazy {
    struct rb_slice text;
    struct rb_pattern *_Atomic made;
};

/* NULL: no memory. */
const struct rb_pattern *rb_lazy_pattern(struct rb_lazy *);
void rb_lazy_free(struct rb_lazy *);

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
