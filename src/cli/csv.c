#include "cli/csv.h"

#include <stdlib.h>
#include <string.h>

void rb_cli_csv_init(struct rb_cli_csv *csv, char *bytes, size_t len)
{
    *csv = (struct rb_cli_csv){.bytes = bytes, .len = len, .line = 1, .next_line = 1};
    if (len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        csv->at = 3;
}

void rb_cli_csv_free(struct rb_cli_csv *csv)
{
    free(csv->fields);
    csv->fields = NULL;
}

static bool add(struct rb_cli_csv *csv, const char *ptr, size_t len)
{
    if (csv->n == csv->cap) {
        size_t cap = csv->cap ? 2 * csv->cap : 16;
        ringback_str *grown = realloc(csv->fields, cap * sizeof *grown);

        if (!grown)
            return false;
        csv->fields = grown;
        csv->cap = cap;
    }
    csv->fields[csv->n++] = (ringback_str){ptr, len};
    return true;
}

/* Behind the line's end that stands at `at`, or 0 when none does. */
static size_t line_end(const struct rb_cli_csv *csv, size_t at)
{
    if (at < csv->len && csv->bytes[at] == '\n')
        return at + 1;
    if (at + 1 < csv->len && csv->bytes[at] == '\r' && csv->bytes[at + 1] == '\n')
        return at + 2;
    return 0;
}

static enum rb_cli_csv_row bad(struct rb_cli_csv *csv, const char *why)
{
    csv->why = why;
    return RB_CSV_BAD;
}

/* From behind the opening quote; the field without its quotes is written over the field with
 * them. */
static enum rb_cli_csv_row quoted(struct rb_cli_csv *csv)
{
    size_t start = csv->at, to = start;

    for (; csv->at < csv->len; csv->at++) {
        char c = csv->bytes[csv->at];

        if (c == '"') {
            csv->at++;
            if (csv->at >= csv->len || csv->bytes[csv->at] != '"')
                return add(csv, csv->bytes + start, to - start) ? RB_CSV_ROW : RB_CSV_MEMORY;
        }
        csv->next_line += c == '\n';
        csv->bytes[to++] = csv->bytes[csv->at];
    }
    return bad(csv, "a quoted field does not end");
}

static enum rb_cli_csv_row plain(struct rb_cli_csv *csv)
{
    size_t start = csv->at;

    while (csv->at < csv->len && csv->bytes[csv->at] != ',' && !line_end(csv, csv->at)) {
        if (csv->bytes[csv->at] == '"')
            return bad(csv, "a quote in a field that is not quoted");
        csv->at++;
    }
    return add(csv, csv->bytes + start, csv->at - start) ? RB_CSV_ROW : RB_CSV_MEMORY;
}

static enum rb_cli_csv_row field(struct rb_cli_csv *csv)
{
    if (csv->at >= csv->len || csv->bytes[csv->at] != '"')
        return plain(csv);
    csv->at++;
    return quoted(csv);
}

enum rb_cli_csv_row rb_cli_csv_next(struct rb_cli_csv *csv)
{
    size_t end;

    while ((end = line_end(csv, csv->at)) != 0) {
        csv->at = end;
        csv->next_line++;
    }
    csv->line = csv->next_line;
    csv->n = 0;
    if (csv->at >= csv->len)
        return RB_CSV_END;
    for (;;) {
        enum rb_cli_csv_row one = field(csv);

        if (one != RB_CSV_ROW)
            return one;
        if (csv->at >= csv->len)
            return RB_CSV_ROW;
        end = line_end(csv, csv->at);
        if (end) {
            csv->at = end;
            csv->next_line++;
            return RB_CSV_ROW;
        }
        if (csv->bytes[csv->at] != ',')
            return bad(csv, "something stands behind a closing quote");
        csv->at++;
    }
}
