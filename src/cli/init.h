/* A configuration to begin with. */
#ifndef CLI_INIT_H
#define CLI_INIT_H

#include "cli/options.h"

void rb_cli_init(struct rb_cli_run *, const struct rb_cli_options *);

#endif
