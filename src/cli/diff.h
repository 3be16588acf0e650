/* What edits do to a file, as a unified diff. */
#ifndef CLI_DIFF_H
#define CLI_DIFF_H

#include "cli/output.h"

/* Bytes of a file and what stands there instead. */
struct rb_cli_edit {
    size_t start, end;
    char *text; /* owned by whoever made it */
    size_t len;
};

struct rb_cli_diff {
    const char *path;
    ringback_str file;
    const struct rb_cli_edit *edits; /* by start, not touching one another; at least one */
    size_t n;
    bool color;
};

void rb_cli_diff_write(struct rb_cli_output *, const struct rb_cli_diff *);

#endif
