/* Drafts at work: checked by several threads, each with checkers of its own and each held against
 * those before it; what comes of them is told in the order in which they came, by who brings them.
 */
#ifndef CLI_DESK_H
#define CLI_DESK_H

#include "cli/run.h"

/* What a thread makes its own checker of. */
struct rb_cli_checker_plan {
    const ringback_rules *rules;     /* outlive the desk */
    const ringback_options *options; /* until what was brought is settled; NULL: the defaults */
    uint64_t number;                 /* of these options, among all of a run */
};

/* A draft that is brought. */
struct rb_cli_sheet {
    ringback_checker *checker; /* for the thread that brings it */
    struct rb_cli_checker_plan plan;
    const ringback_file *drafts; /* the n-th of them, with these options; NULL: the text */
    size_t n;
    ringback_options options;
    char *text; /* taken over, by malloc */
    size_t len; /* in bytes, of the draft either way */
    char *name; /* in the history; taken over, by malloc */
    void *file; /* of who brings it, as is the place */
    ringback_place place;
    /* What came of it: who settles takes the result. */
    ringback_result *result;
    ringback_error err;
};

/* False: the run cannot go on; told. */
typedef bool rb_cli_settle(void *ctx, struct rb_cli_sheet *);

struct rb_cli_desk;

/* At most so many jobs; with one, all is done by who brings it. Nobody is hired before there is a
 * second draft. What is told meanwhile comes behind what was brought before. NULL: no memory, told.
 */
struct rb_cli_desk *rb_cli_desk_new(struct rb_cli_run *, size_t jobs, ringback_history *,
                                    rb_cli_settle *, void *ctx);
/* Waits while there is too much at work. False: the run cannot go on; told. */
bool rb_cli_desk_bring(struct rb_cli_desk *, const struct rb_cli_sheet *);
/* Until all that was brought is settled. False: the run cannot go on; told. */
bool rb_cli_desk_wait(struct rb_cli_desk *);
/* What is not settled by now never is; but for one thing: it is given to settle with no result and
 * no error, for what it holds to be let go. */
void rb_cli_desk_free(struct rb_cli_desk *);

#endif
