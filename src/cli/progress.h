/* A bar on standard error while a run takes long: on a terminal, where nothing else is written
 * meanwhile, and never in a build. The run is cut into pieces, and they into smaller ones. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "cli/settings.h"

/* A piece of the run, in parts of RB_PROGRESS_ALL. */
struct rb_cli_piece {
    uint32_t from, size;
};

#define RB_PROGRESS_ALL (1u << 30)

void rb_cli_progress_begin(const struct rb_cli_settings *);
/* The piece at work: the whole run at first. */
struct rb_cli_piece rb_cli_progress_piece(void);
/* The i-th of n pieces of a piece begins. */
void rb_cli_progress_next(struct rb_cli_piece, uint64_t i, uint64_t n);
/* Takes the bar away before something else is written. */
void rb_cli_progress_clear(void);
void rb_cli_progress_end(void);

#endif
