/* --help, --version and the shells' completions, all from the tables. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/options.h"

void rb_cli_help(struct rb_cli_run *, const struct rb_cli_options *);
void rb_cli_version(struct rb_cli_run *);
void rb_cli_completion(struct rb_cli_run *, const struct rb_cli_options *);

#endif
