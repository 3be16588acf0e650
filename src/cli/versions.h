/* Two versions of a file of drafts, draft by draft. */
#ifndef CLI_VERSIONS_H
#define CLI_VERSIONS_H

#include "cli/delta.h"
#include "cli/session.h"

/* Called for each draft that is there before or after. False: the run cannot go on. */
typedef bool rb_cli_on_delta(void *ctx, const struct rb_cli_delta *);

/* Drafts belong together that are the same, or have the same heading, or the same place among those
 * without one; two files of a single draft are always of the same. before or after NULL: the file
 * is not there. A draft that cannot be checked is told. False: the run cannot go on; told. */
bool rb_cli_versions(struct rb_cli_session *, const struct rb_cli_file *before,
                     const struct rb_cli_file *after, rb_cli_on_delta *, void *ctx);

#endif
