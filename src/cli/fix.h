/* Mending drafts in their files. */
#ifndef CLI_FIX_H
#define CLI_FIX_H

#include "cli/options.h"

void rb_cli_fix(struct rb_cli_run *, const struct rb_cli_options *);

#endif
