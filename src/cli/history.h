/* What was left before: the drafts of this run, and those of a folder. */
#ifndef CLI_HISTORY_H
#define CLI_HISTORY_H

#include "cli/run.h"

struct rb_cli_history;

/* NULL: no memory, which was told. It must outlive the checkers that it was given to. */
struct rb_cli_history *rb_cli_history_new(struct rb_cli_run *);
void rb_cli_history_free(struct rb_cli_history *);

/* The next drafts come from this file. One that is known is called as it was the first time, so
 * that it is not held against itself. remember: it becomes known. False: no memory. */
bool rb_cli_history_file(struct rb_cli_history *, int fd, const char *path, bool remember);
/* What a draft of that file is called, in malloc'ed memory. NULL: no memory. */
char *rb_cli_history_name(struct rb_cli_history *, uint32_t ordinal);
/* What drafts are held against, and join. */
ringback_history *rb_cli_history_drafts(struct rb_cli_history *);

#endif
