/* Rows of comma-separated values, by RFC 4180: fields in double quotes may hold commas, line ends
 * and doubled quotes; rows end with CR LF or LF; a byte order mark at the start is none of a name.
 */
#ifndef CLI_CSV_H
#define CLI_CSV_H

#include <stdint.h>

#include "cli/run.h"

enum rb_cli_csv_row {
    RB_CSV_ROW,
    RB_CSV_END,
    RB_CSV_BAD, /* not as the RFC has it: csv->why, csv->line */
    RB_CSV_MEMORY
};

struct rb_cli_csv {
    char *bytes; /* borrowed, and changed: fields lie in them without their quotes */
    size_t len, at;
    uint32_t line, next_line; /* where the row begins, from 1; the one behind it */
    ringback_str *fields;     /* of the row; owned */
    size_t n, cap;
    const char *why;
};

void rb_cli_csv_init(struct rb_cli_csv *, char *bytes, size_t len);
/* The next row; lines without anything are none. Its fields live until the bytes go. */
enum rb_cli_csv_row rb_cli_csv_next(struct rb_cli_csv *);
void rb_cli_csv_free(struct rb_cli_csv *);

#endif
