/* Workers that answer records: each with a checker of its own, the answers in the order of the
 * lines, never more lines at work than a few batches for each worker. */
#ifndef CLI_CREW_H
#define CLI_CREW_H

#include "cli/output.h"

enum { RB_MAX_JOBS = 64 };

/* What answering records takes. */
struct rb_cli_records {
    struct rb_cli_run *run;
    /* A checker for one thread, freed by who asked; NULL: none, which was told. */
    ringback_checker *(*hire)(void *ctx);
    void *ctx;
    const ringback_record_options *options;
    struct rb_cli_output *output;
    size_t jobs;
};

/* Counts a record that was answered, or tells why the run cannot go on (false). */
bool rb_cli_answered(struct rb_cli_run *, ringback_status, const ringback_record_outcome *,
                     const ringback_error *);

struct rb_cli_crew;

/* Nobody is hired before there is work. NULL: no memory, told. */
struct rb_cli_crew *rb_cli_crew_new(const struct rb_cli_records *);
/* Takes a copy of a line; waits while there is too much at work. False: the run cannot go on. */
bool rb_cli_crew_add(struct rb_cli_crew *, const char *line, size_t len);
/* Has what was added answered, however little: the next line may be long in coming. */
bool rb_cli_crew_send(struct rb_cli_crew *);
/* Waits until all is answered. False: the run cannot go on; told. */
bool rb_cli_crew_wait(struct rb_cli_crew *);
/* Waits as well. */
void rb_cli_crew_free(struct rb_cli_crew *);

#endif
