/* A file of records: the checkers that answer it, made by its configuration. */
#ifndef CLI_RECORDS_H
#define CLI_RECORDS_H

#include "cli/output.h"
#include "cli/settings.h"
#include "cli/team.h"

/* False: the run cannot go on; told. */
bool rb_cli_records(struct rb_cli_run *, const struct rb_cli_options *,
                    const struct rb_cli_settings *, const struct rb_cli_hold *,
                    struct rb_cli_output *, int fd, const char *path);

#endif
