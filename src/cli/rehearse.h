/* A draft said against the clock. */
#ifndef CLI_REHEARSE_H
#define CLI_REHEARSE_H

#include "cli/options.h"

void rb_cli_rehearse(struct rb_cli_run *, const struct rb_cli_options *);

#endif
