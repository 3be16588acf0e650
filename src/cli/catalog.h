/* The commands about rules. */
#ifndef CLI_CATALOG_H
#define CLI_CATALOG_H

#include "cli/options.h"

void rb_cli_test(struct rb_cli_run *, const struct rb_cli_options *);
void rb_cli_rules(struct rb_cli_run *, const struct rb_cli_options *);
void rb_cli_explain(struct rb_cli_run *, const struct rb_cli_options *);

#endif
