/* Tables: whatever the bytes, rows come or a line is named; and rows that are written again,
 * quoted, are read as the same. */
#include "cli/csv.h"
#include "fuzz.h"

static void write_row(const struct rb_cli_csv *csv, struct rb_buffer *out)
{
    for (size_t i = 0; i < csv->n; i++) {
        rb_buffer_puts(out, i ? ",\"" : "\"");
        for (size_t k = 0; k < csv->fields[i].len; k++) {
            if (csv->fields[i].ptr[k] == '"')
                rb_buffer_putc(out, '"');
            rb_buffer_putc(out, csv->fields[i].ptr[k]);
        }
        rb_buffer_putc(out, '"');
    }
    rb_buffer_puts(out, "\r\n");
}

/* All rows, quoted, into a buffer; false: the table ends with an error. */
static bool read_all(struct rb_slice table, struct rb_buffer *out)
{
    struct rb_cli_csv csv;
    enum rb_cli_csv_row row;
    char *bytes = malloc(table.len + 1);
    uint32_t line = 0;

    HOLD(bytes);
    memcpy(bytes, table.ptr, table.len);
    rb_buffer_init(out);
    rb_cli_csv_init(&csv, bytes, table.len);
    while ((row = rb_cli_csv_next(&csv)) == RB_CSV_ROW) {
        HOLD(csv.n > 0 && csv.line > line && csv.next_line >= csv.line);
        line = csv.line;
        for (size_t i = 0; i < csv.n; i++)
            HOLD(csv.fields[i].ptr >= bytes &&
                 csv.fields[i].ptr + csv.fields[i].len <= bytes + table.len);
        write_row(&csv, out);
    }
    HOLD(row != RB_CSV_MEMORY && (row != RB_CSV_BAD || (csv.why && csv.line > 0)));
    HOLD(!out->failed);
    rb_cli_csv_free(&csv);
    free(bytes);
    return row == RB_CSV_END;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rb_buffer first, second;

    if (read_all(rb_slice_of(size ? (const char *)data : "", size), &first)) {
        HOLD(read_all(rb_buffer_slice(&first), &second));
        HOLD(rb_slice_equal(rb_buffer_slice(&first), rb_buffer_slice(&second)));
        rb_buffer_free(&second);
    }
    rb_buffer_free(&first);
    return 0;
}
