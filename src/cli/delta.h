/* A draft as it was and as it is: what it gains and loses. */
#ifndef CLI_DELTA_H
#define CLI_DELTA_H

#include "cli/pair.h"
#include "cli/teller.h"

/* One of the two; result NULL: it is not there. */
struct rb_cli_side {
    const char *path;
    const char *name;        /* the draft's heading; "": it has none */
    uint32_t ordinal;        /* in its file; 0: the only one */
    ringback_result *result; /* of whoever made it */
};

struct rb_cli_delta {
    struct rb_cli_side before, after;
    struct rb_cli_item *old, *new; /* findings; those without a partner went, and came */
    size_t n_old, n_new;
    size_t n_gone, n_came;
    size_t came[3]; /* by severity */
};

/* False: no memory, which was told; there is nothing to free. */
bool rb_cli_delta_make(struct rb_cli_run *, const struct rb_cli_side *before,
                       const struct rb_cli_side *after, struct rb_cli_delta *out);
void rb_cli_delta_free(struct rb_cli_delta *);
/* Neither a finding nor a point nor a second differs. */
bool rb_cli_delta_is_none(const struct rb_cli_delta *);

/* Which of the two to leave: below 0 the one before, above 0 the one after. *why: a few words. */
int rb_cli_delta_leave(const struct rb_cli_delta *, char why[64]);

/* "calls/a.txt, draft 2: 43 → 100 of 100, 38.7 → 29.1 s", and a line for each finding that went or
 * came. */
void rb_cli_delta_tell(struct rb_cli_teller *, const struct rb_cli_delta *);
/* The members of a JSON object, without its braces. */
void rb_cli_delta_json(struct rb_cli_output *, const struct rb_cli_delta *);

#endif
