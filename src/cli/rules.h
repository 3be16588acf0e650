/* Rule files, read and loaded. */
#ifndef CLI_RULES_H
#define CLI_RULES_H

#include "cli/options.h"

/* Each gives NULL when it cannot be done, and why to the run. The built-in rules, with files on top
 * of them: those that are given; those of --rules and then `more` (test's operands); those that a
 * configuration names and then those of --rules. */
ringback_rules *rb_cli_rules_from(struct rb_cli_run *, const char *const *paths, size_t n);
ringback_rules *rb_cli_rules_load(struct rb_cli_run *, const struct rb_cli_options *,
                                  char *const *more, size_t n_more);
ringback_rules *rb_cli_rules_for(struct rb_cli_run *, const struct rb_cli_options *,
                                 const ringback_settings *);

/* A ringback_on_error: a line to standard error. */
void rb_cli_tell(void *ctx, const ringback_error *);

#endif
