/* Rule files, read and loaded. */
#ifndef CLI_RULES_H
#define CLI_RULES_H

#include "cli/options.h"

/* The built-in rules and the files of --rules, then `more` (test's operands). NULL: told. */
ringback_rules *rb_cli_rules_load(struct rb_cli_run *, const struct rb_cli_options *,
                                  char *const *more, size_t n_more);

#endif
