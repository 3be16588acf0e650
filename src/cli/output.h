/* Where results go: standard output, or a file that appears whole or not at all. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "cli/run.h"

struct rb_cli_output;

/* path NULL: standard output. NULL: a failure went to the run. */
struct rb_cli_output *rb_cli_output_open(struct rb_cli_run *, const char *path);
/* What is written to, to ask whether it is a terminal. */
int rb_cli_output_fd(const struct rb_cli_output *);
/* A ringback_sink; ctx is the struct rb_cli_output. Small writes are gathered. */
bool rb_cli_output_write(void *ctx, const char *data, size_t len);
/* The same for texts: a failure stays and is told once, so write freely and ask at the end. */
void rb_cli_output_puts(struct rb_cli_output *, const char *);
/* Words that may be hostile, made harmless. */
void rb_cli_output_words(struct rb_cli_output *, ringback_str);
void rb_cli_output_say(struct rb_cli_output *, const char *);
/* Whether all of it could be written so far, or gathered. */
bool rb_cli_output_good(const struct rb_cli_output *);
bool rb_cli_output_flush(struct rb_cli_output *);
/* What was to be written could not be made: for want of memory, where writing did not fail. */
void rb_cli_output_starved(struct rb_cli_output *);
/* Puts the file in its place (keep false: the old one stays) and frees the output. */
void rb_cli_output_close(struct rb_cli_output *, bool keep);

#endif
