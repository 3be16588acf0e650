/* What holds for a file, for a person: every setting, and where it was given. */
#ifndef CLI_SHOWN_H
#define CLI_SHOWN_H

#include "cli/output.h"
#include "cli/team.h"

/* False: the run cannot go on; why went to it, or to the output. */
bool rb_cli_show_settings(struct rb_cli_run *, const struct rb_cli_hold *, const char *path,
                          struct rb_cli_output *);

#endif
