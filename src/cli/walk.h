/* Folders: every draft in them, in the order of their names. */
#ifndef CLI_WALK_H
#define CLI_WALK_H

#include "cli/run.h"

/* Called for each file; takes the descriptor over. False: the run cannot go on. */
typedef bool rb_cli_on_file(void *ctx, int fd, const char *path);

/* Walks an open folder (taken over): *.txt and *.voicemail, regular files only. Links are named,
 * not followed; names that begin with a dot are passed over. *found counts the files. False: the
 * run cannot go on. */
bool rb_cli_walk(struct rb_cli_run *run, int fd, const char *path, rb_cli_on_file *on_file,
                 void *ctx, size_t *found);

#endif
