/* Errors with a place. A stage that can meet several (a rule file) reports all of them; the caller
 * keeps the first. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <ringback.h>

#include "base/slice.h"

/* Fills *err, which may be NULL; gives status back so that a caller can return it. */
ringback_status rb_error_set(ringback_error *err, ringback_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

struct rb_errors {
    ringback_on_error *report; /* may be NULL */
    void *ctx;
    uint32_t count;
    ringback_error first;
};

/* A place in a file; line 0: the file as a whole. */
struct rb_place {
    const char *source;
    uint32_t line, column;
};

/* Adds an error; after RB_MAX_RULE_ERRORS of them they are only counted. */
void rb_errors_add(struct rb_errors *, ringback_status, struct rb_place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The nearest of n words to a misspelt one, for "did you mean"; -1 when none is near (an edit
 * distance of at most a third of its length, at least 1). */
int rb_nearest(struct rb_slice word, const struct rb_slice *words, size_t n);

#endif
