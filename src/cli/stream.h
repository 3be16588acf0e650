/* The pipe: NDJSON in, NDJSON out, a line for a line, in bounded memory. */
#ifndef CLI_STREAM_H
#define CLI_STREAM_H

#include "cli/output.h"

/* Answers every line of fd. What is written is handed over whenever reading might wait, so that a
 * coprocess can talk line by line. False: the run cannot go on; told. */
bool rb_cli_stream(struct rb_cli_run *, ringback_checker *, const ringback_record_options *, int fd,
                   const char *path, struct rb_cli_output *);

#endif
