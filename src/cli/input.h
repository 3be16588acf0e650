/* Reading: the one place that opens what is checked. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include "cli/run.h"

enum {
    /* Thousands of drafts; what is larger is no file of drafts, and is not read into memory. */
    RB_MAX_FILE_BYTES = 16 * 1024 * 1024
};

enum rb_cli_kind { RB_KIND_FAILED, RB_KIND_FILE, RB_KIND_FOLDER };

/* Opens a path that was named: files, pipes, devices, folders. Never waits for a writer that is not
 * there but on a pipe that was named. *fd must be closed by the caller. RB_KIND_FAILED: told. */
enum rb_cli_kind rb_cli_open(struct rb_cli_run *, const char *path, int *fd);
/* read() that goes on after signals and waits where it would block. */
long rb_cli_read(int fd, char *to, size_t size);

struct rb_cli_bytes {
    char *ptr; /* owned */
    size_t len;
};
/* All of it, RB_MAX_FILE_BYTES or `limit` at most. False: a failure went to the run, and nothing is
 * to be freed. */
bool rb_cli_read_all(struct rb_cli_run *, int fd, const char *path, size_t limit,
                     struct rb_cli_bytes *out);
/* The same for a file that is named. */
bool rb_cli_read_named(struct rb_cli_run *, const char *path, size_t limit,
                       struct rb_cli_bytes *out);

#endif
