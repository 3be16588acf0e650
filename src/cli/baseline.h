/* The baseline of a run: findings that the team accepts, read before it and, when that is asked
 * for, written after it. Paths in the file are seen from its own folder. */
#ifndef CLI_BASELINE_H
#define CLI_BASELINE_H

#include "cli/options.h"

struct rb_cli_baseline;

/* *out NULL: none was asked for. False: a failure went to the run. */
bool rb_cli_baseline_open(struct rb_cli_run *, const struct rb_cli_options *,
                          struct rb_cli_baseline **out);
/* Holds a draft's findings against it. *accepted: one for each finding, until the next call; NULL
 * without a baseline, which may be NULL. False: a failure went to the run. */
bool rb_cli_baseline_take(struct rb_cli_baseline *, const ringback_place *, const ringback_result *,
                          const bool **accepted);
/* Tells what is not found any more, or writes the file anew (whole false: the old one stays), and
 * frees it. */
void rb_cli_baseline_close(struct rb_cli_baseline *, bool whole);

#endif
