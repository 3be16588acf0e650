/* A table (CSV) in which each row holds a draft. */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include <stdint.h>

#include "cli/run.h"

struct rb_cli_row {
    ringback_str text;     /* without the quotes of its field */
    uint32_t record;       /* from 1; the header is none */
    uint32_t line;         /* of the file, on which the text begins */
    uint32_t column, byte; /* where in that line, from 1: in code points, in bytes */
};
/* False: the run cannot go on. */
typedef bool rb_cli_on_row(void *ctx, const struct rb_cli_row *);

/* Calls for each row; column NULL: "text". What is wrong with the table is a failure of its path.
 * False: the run cannot go on; told. */
bool rb_cli_table(struct rb_cli_run *, const char *path, ringback_str bytes, const char *column,
                  rb_cli_on_row *, void *ctx);

#endif
