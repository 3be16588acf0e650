/* Folders: every draft in them, in the order of their names. */
#ifndef CLI_WALK_H
#define CLI_WALK_H

#include "cli/run.h"

/* Called for each file; takes the descriptor over. False: the run cannot go on. */
typedef bool rb_cli_on_file(void *ctx, int fd, const char *path);

enum rb_cli_wanted { RB_WANTED_NO, RB_WANTED_YES, RB_WANTED_STOP };
/* Whether a file, or what is in a folder, is wanted; STOP: the run cannot go on. */
typedef enum rb_cli_wanted rb_cli_wants(void *ctx, const char *path, bool folder);

/* Walks an open folder (taken over): regular files that are wanted. Links are named, not followed;
 * names that begin with a dot are passed over. False: the run cannot go on. */
bool rb_cli_walk(struct rb_cli_run *run, int fd, const char *path, rb_cli_wants *wants,
                 rb_cli_on_file *on_file, void *ctx);

#endif
