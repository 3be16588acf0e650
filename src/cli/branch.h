/* ringback diff: what a branch gains and loses, against a revision. */
#ifndef CLI_BRANCH_H
#define CLI_BRANCH_H

#include "cli/options.h"

void rb_cli_branch(struct rb_cli_run *, const struct rb_cli_options *);

#endif
