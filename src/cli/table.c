#include "cli/table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cli/csv.h"

enum { MOST_NAMES = 64, NAME_BYTES = 64 };

struct table {
    struct rb_cli_run *run;
    const char *path;
    ringback_str bytes; /* as they are on disk */
    char *copy;         /* in which fields lose their quotes, where they stand */
    struct rb_cli_csv csv;
    size_t width, column; /* of the header; the one that holds drafts */
    /* where the last text began */
    size_t at, line_at;
    uint32_t line;
};

static bool bad(struct table *t, uint32_t line, const char *why)
{
    rb_cli_say("%s:%lu: %s", t->path, (unsigned long)line, why);
    rb_cli_fail_path_told(t->run, t->path, why);
    return true;
}

/* ---- the header ---- */

static bool is_called(ringback_str field, const char *name)
{
    while (field.len && field.ptr[0] == ' ') {
        field.ptr++;
        field.len--;
    }
    while (field.len && field.ptr[field.len - 1] == ' ')
        field.len--;
    return field.len == strlen(name) && strncasecmp(field.ptr, name, field.len) == 0;
}

static bool no_column(struct table *t, const char *name)
{
    char copies[MOST_NAMES][NAME_BYTES], why[256];
    const char *names[MOST_NAMES], *near;
    size_t n = 0;

    for (; n < t->csv.n && n < MOST_NAMES; n++) {
        const ringback_str *field = &t->csv.fields[n];

        (void)snprintf(copies[n], NAME_BYTES, "%.*s", field->len < NAME_BYTES ? (int)field->len : 0,
                       field->ptr);
        names[n] = copies[n];
    }
    near = rb_cli_nearest(name, names, n);
    (void)snprintf(why, sizeof why, "there is no column '%.80s'%s%s%s", name,
                   near ? ": did you mean '" : ": --column says which one holds the drafts",
                   near ? near : "", near ? "'?" : "");
    return bad(t, t->csv.line, why);
}

/* ---- the rows ---- */

/* Fields stand in their order in the file: each line is counted once. */
static void place(struct table *t, ringback_str text, struct rb_cli_row *row)
{
    size_t to = (size_t)(text.ptr - t->copy);

    for (; t->at < to; t->at++)
        if (t->bytes.ptr[t->at] == '\n') {
            t->line++;
            t->line_at = t->at + 1;
        }
    row->text = text;
    row->line = t->line;
    row->column = row->byte = 1;
    for (size_t i = t->line_at; i < to; i++) {
        row->byte++;
        row->column += ((unsigned char)t->bytes.ptr[i] & 0xC0) != 0x80;
    }
}

/* False: the table is at its end, or the run cannot go on (*ok false). */
static bool next(struct table *t, bool *ok)
{
    switch (rb_cli_csv_next(&t->csv)) {
    case RB_CSV_ROW:
        return true;
    case RB_CSV_END:
        return false;
    case RB_CSV_BAD:
        *ok = bad(t, t->csv.line, t->csv.why);
        return false;
    case RB_CSV_MEMORY:
        break;
    }
    rb_cli_fail_memory(t->run);
    *ok = false;
    return false;
}

static bool rows(struct table *t, rb_cli_on_row *on_row, void *ctx)
{
    struct rb_cli_row row = {.record = 0};
    unsigned long paths = t->run->paths;
    char why[96];
    bool ok = true;

    while (ok && next(t, &ok)) {
        if (t->csv.n != t->width) {
            (void)snprintf(why, sizeof why, "%zu field%s, and the header has %zu", t->csv.n,
                           t->csv.n == 1 ? "" : "s", t->width);
            return bad(t, t->csv.line, why);
        }
        place(t, t->csv.fields[t->column], &row);
        row.record++;
        ok = on_row(ctx, &row);
    }
    if (ok && row.record == 0 && paths == t->run->paths)
        return bad(t, t->csv.line, "no row behind the header: nothing to check");
    return ok;
}

static bool table(struct table *t, const char *name, rb_cli_on_row *on_row, void *ctx)
{
    unsigned long paths = t->run->paths;
    bool ok = true;

    if (!next(t, &ok))
        return ok && paths == t->run->paths
                   ? bad(t, 1, "no header: its first row names the columns")
                   : ok;
    t->width = t->csv.n;
    while (t->column < t->width && !is_called(t->csv.fields[t->column], name))
        t->column++;
    return t->column == t->width ? no_column(t, name) : rows(t, on_row, ctx);
}

bool rb_cli_table(struct rb_cli_run *run, const char *path, ringback_str bytes, const char *column,
                  rb_cli_on_row *on_row, void *ctx)
{
    struct table t = {.run = run, .path = path, .bytes = bytes, .line = 1};
    bool ok;

    t.copy = malloc(bytes.len + 1);
    if (!t.copy) {
        rb_cli_fail_memory(run);
        return false;
    }
    memcpy(t.copy, bytes.ptr, bytes.len);
    t.copy[bytes.len] = '\0';
    rb_cli_csv_init(&t.csv, t.copy, bytes.len);
    ok = table(&t, column ? column : "text", on_row, ctx);
    rb_cli_csv_free(&t.csv);
    free(t.copy);
    return ok;
}
