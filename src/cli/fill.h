/* A template with every row of a table in it. */
#ifndef CLI_FILL_H
#define CLI_FILL_H

#include "cli/options.h"

void rb_cli_fill(struct rb_cli_run *, const struct rb_cli_options *);

#endif
