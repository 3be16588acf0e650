/* The pipe: NDJSON in, NDJSON out, a line for a line, in bounded memory. */
#ifndef CLI_STREAM_H
#define CLI_STREAM_H

#include "cli/crew.h"

/* Answers every line of fd. What is written is handed over whenever reading might wait, so that a
 * coprocess can talk line by line. False: the run cannot go on; told. */
bool rb_cli_stream(const struct rb_cli_records *, int fd, const char *path);

#endif
