/* What the stream that is written to can show. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include "cli/settings.h"

/* Fills width, color and unicode for output to fd. */
void rb_cli_terminal(int fd, enum rb_cli_color, ringback_report_options *out);

#endif
