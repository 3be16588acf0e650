/* A template's blanks, and the columns of a table that fill them. */
#ifndef CLI_MERGE_H
#define CLI_MERGE_H

#include "cli/csv.h"

enum { RB_NAME_BYTES = 64, RB_MOST_BLANKS = 200 };

struct rb_cli_blank {
    uint32_t start, end; /* bytes of the template */
    size_t column;
};

struct rb_cli_merge {
    char (*names)[RB_NAME_BYTES]; /* of the columns, as they are compared; owned */
    size_t n_names;
    struct rb_cli_blank blanks[RB_MOST_BLANKS];
    size_t n_blanks;
    char *text; /* the merged draft; owned */
    size_t text_cap;
};

/* The names of the columns, from the table's first row. False: told. */
bool rb_cli_merge_header(struct rb_cli_run *, struct rb_cli_merge *, struct rb_cli_csv *,
                         const char *path);
/* Finds a column for every blank; all that have none are told, and it is false. */
bool rb_cli_merge_blanks(struct rb_cli_run *, struct rb_cli_merge *, const ringback_result *,
                         const char *path);
/* The row's value for a blank, without the white space around it. */
ringback_str rb_cli_merge_value(const struct rb_cli_merge *, const struct rb_cli_csv *,
                                size_t blank);
/* Makes merge->text of the template and a row; a value's line ends are spaces. False: no memory. */
bool rb_cli_merge_row(struct rb_cli_merge *, const struct rb_cli_csv *, ringback_str template,
                      size_t *len);
void rb_cli_merge_free(struct rb_cli_merge *);

#endif
