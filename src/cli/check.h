/* The command that everything is about. */
#ifndef CLI_CHECK_H
#define CLI_CHECK_H

#include "cli/options.h"

void rb_cli_check(struct rb_cli_run *, const struct rb_cli_options *);

#endif
