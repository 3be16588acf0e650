/* The reports of a run: the one that --format and --output ask for, and one for each --report. Each
 * is whole or not there. */
#ifndef CLI_REPORTS_H
#define CLI_REPORTS_H

#include "cli/output.h"
#include "cli/settings.h"

struct rb_cli_reports;

/* The settings are borrowed. NULL: a failure went to the run. */
struct rb_cli_reports *rb_cli_reports_open(struct rb_cli_run *, const struct rb_cli_settings *);
/* These give false when the run cannot go on; why went to the run. */
bool rb_cli_reports_add(struct rb_cli_reports *, const ringback_place *, const ringback_result *);
bool rb_cli_reports_failure(struct rb_cli_reports *, const char *path, const char *reason);
/* Closes the documents, also those that nothing came to. */
bool rb_cli_reports_end(struct rb_cli_reports *);
/* The first report's output, for records: what was to be written before them is. */
struct rb_cli_output *rb_cli_reports_records(struct rb_cli_reports *);
/* Puts the files in their places (keep false: the old ones stay). */
void rb_cli_reports_close(struct rb_cli_reports *, bool keep);

#endif
