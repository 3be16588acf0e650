/* A run: what failed, what was found, and so the exit status and the line that explains it. */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include <ringback.h>

enum rb_cli_exit {
    RB_EXIT_OK = 0,
    RB_EXIT_FOUND = 1, /* a finding at the threshold, a low score, an example that fails */
    RB_EXIT_WRONG = 2, /* the run is wrong: usage, rules, a path, nothing to check */
    RB_EXIT_BROKEN = 3 /* input, output or memory failed while running */
};

/* Why a command line that cannot be run is not run. */
#define RB_USAGE "usage: 'ringback --help' shows the options"

struct rb_cli_run {
    int worst;           /* 0, 2 or 3 */
    const char *why;     /* of the first failure that is as bad as the worst */
    unsigned long paths; /* that could not be checked */
    /* Told of each path that could not be checked; NULL: nobody is. */
    void (*on_failed_path)(void *ctx, const char *path, const char *reason);
    void *on_failed_path_ctx;
    bool quiet; /* the reader went away: nobody is left to be told */
    /* thresholds */
    int fail_on; /* a ringback_severity, or -1: never */
    bool fail_on_given;
    bool min_score_given; /* then min_score decides as well */
    uint32_t min_score;
    /* what was found */
    unsigned long long drafts, records, bad_records;
    unsigned long long failing[3]; /* findings that decide, by severity */
    unsigned long long low;        /* scores under min_score */
    uint32_t lowest, under;        /* the lowest, and the limit of the last of them */
    bool limits_differ;
    unsigned long long left_out; /* paths that were named, and that a configuration leaves out */
    unsigned long long examples, examples_failed;
    unsigned long long mendable; /* drafts that mending would change */
};

/* A line to standard error, "ringback: …", made safe for a terminal. */
void rb_cli_say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* From now on, what was begun earlier has its say before anything is said: call settles it. False:
 * then nothing is to be said any more. NULL: there is nothing of the kind. */
void rb_cli_say_after(bool (*call)(void *ctx), void *ctx);
/* Says something that decides the exit status; why: what the last line says of it. */
void rb_cli_fail(struct rb_cli_run *, enum rb_cli_exit, const char *why, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The same for what was told already. */
void rb_cli_fail_quietly(struct rb_cli_run *, enum rb_cli_exit, const char *why);
/* A path that could not be checked; the run goes on. */
void rb_cli_fail_path(struct rb_cli_run *, const char *path, const char *reason);
/* The same for what was told already. */
void rb_cli_fail_path_told(struct rb_cli_run *, const char *path, const char *reason);
/* Output that could not be written; a closed pipe is told to nobody. */
void rb_cli_fail_output(struct rb_cli_run *, const char *path, int error);
void rb_cli_fail_memory(struct rb_cli_run *);

/* What fails the run for a file: what the command line says, else its profile, which may be NULL.
 */
ringback_thresholds rb_cli_thresholds(const struct rb_cli_run *, const ringback_profile *);
/* Whether a draft fails. */
bool rb_cli_fails(const ringback_thresholds *, const size_t count[3], uint32_t score);
/* What one draft came to, or one record: records decide nothing unless a threshold was given. */
void rb_cli_count_draft(struct rb_cli_run *, const ringback_thresholds *, const size_t count[3],
                        uint32_t score);
void rb_cli_count_record(struct rb_cli_run *, const ringback_record_outcome *);
/* The exit status; says why on standard error when it is not 0. */
int rb_cli_end(struct rb_cli_run *);

/* The nearest of n words to a misspelt one; NULL: none is near. */
const char *rb_cli_nearest(const char *word, const char *const *words, size_t n);

#endif
