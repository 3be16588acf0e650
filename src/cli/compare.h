/* ringback compare: two drafts, and which of them to leave. */
#ifndef CLI_COMPARE_H
#define CLI_COMPARE_H

#include "cli/options.h"

void rb_cli_compare(struct rb_cli_run *, const struct rb_cli_options *);

#endif
