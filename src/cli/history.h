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
/* The next draft of the file; call it before the check. False: no memory. */
bool rb_cli_history_next(struct rb_cli_history *, ringback_checker *, uint32_t ordinal);
/* What the check came to is remembered. False: no memory. */
bool rb_cli_history_add(struct rb_cli_history *, const ringback_result *);

#endif
