/* The git command line: run without a shell, its answer read up to a limit. */
#ifndef CLI_GIT_H
#define CLI_GIT_H

#include "cli/input.h"

struct rb_cli_git {
    struct rb_cli_bytes out; /* what it wrote; ptr is the caller's to free */
    char reason[256];        /* the first line that it complained of, without "fatal: "; "": none */
    int status;
};

/* args: behind "git", up to a NULL. False: it could not be run, or wrote more than the limit, which
 * went to the run; there is nothing to free. A status that is not 0 is an answer. */
bool rb_cli_git(struct rb_cli_run *, const char *const *args, size_t limit, struct rb_cli_git *);
/* The same, and a status that is not 0 is told with git's reason. */
bool rb_cli_git_good(struct rb_cli_run *, const char *const *args, size_t limit,
                     struct rb_cli_bytes *out);
/* One line, without its end, NUL behind it; the caller's to free. NULL: it failed, told. */
char *rb_cli_git_line(struct rb_cli_run *, const char *const *args);
void rb_cli_git_fail(struct rb_cli_run *, const char *reason);

#endif
