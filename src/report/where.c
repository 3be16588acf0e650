#include "report/where.h"

#include "base/path.h"
#include "result/fingerprint.h"

/* What stands before the first line of the draft is only in that line. */
static void shift(struct rb_place_at *at, const struct rb_where_from *from)
{
    if (at->line == 1 && from->column)
        at->column += from->column - 1;
    if (at->line == 1 && from->byte)
        at->byte += from->byte - 1;
    at->line += from->line ? from->line - 1 : 0;
}

struct rb_where rb_where_below(struct rb_places *places, const struct rb_where_from *from,
                               const struct rb_finding *f)
{
    struct rb_place_at start, end;

    if (f->line)
        return (struct rb_where){f->line,       f->column, f->end_line,
                                 f->end_column, f->column, f->end_column};
    start = rb_places_find(places, f->start);
    end = rb_places_end(places, f->end);
    /* A text that was cut from a file has the file's places. */
    if (places->source->origin.n == 0) {
        shift(&start, from);
        shift(&end, from);
    }
    return (struct rb_where){.line = start.line,
                             .column = start.column,
                             .end_line = end.line,
                             .end_column = end.column,
                             .byte = start.byte,
                             .end_byte = end.byte};
}

struct rb_where rb_report_where(struct rb_places *places, const struct rb_report_entry *entry,
                                const struct rb_finding *f)
{
    const struct rb_where_from from = {entry->line, entry->column, entry->byte};

    return rb_where_below(places, &from, f);
}

/* ---- paths ---- */

struct rb_slice rb_report_from_root(struct rb_arena *scratch,
                                    const ringback_report_options *options, const char *path)
{
    const char *folder = options && options->folder && *path != '/' ? options->folder : "";
    const char *root = options && options->root ? options->root : "";
    size_t n = strlen(root), len = 0;
    char *out;

    if (*path == '\0' || strcmp(path, "<stdin>") == 0)
        return rb_slice_str(path);
    while (n > 0 && root[n - 1] == '/')
        n--;
    if (*path == '/' && n > 0 && strncmp(path, root, n) == 0 && path[n] == '/') {
        path += n;
        while (*path == '/')
            path++;
    }
    out = rb_arena_alloc(scratch, strlen(folder) + strlen(path) + 4);
    if (!out)
        return rb_slice_str("");
    rb_path_append(out, &len, *path == '/', folder);
    rb_path_append(out, &len, *path == '/', path);
    if (len == 0)
        out[len++] = *path == '/' ? '/' : '.';
    return rb_slice_of(out, len);
}

/* ---- words ---- */

void rb_report_line(struct rb_buffer *out, struct rb_slice text)
{
    bool space = false;

    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];

        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            space = true;
            continue;
        }
        if (space)
            rb_buffer_putc(out, ' ');
        space = false;
        rb_buffer_putc(out, c);
    }
}

struct rb_slice rb_report_words(ringback_report *report, const struct rb_finding *f)
{
    struct rb_buffer *words = &report->words;

    rb_buffer_clear(words);
    rb_report_line(words, f->message);
    if (f->advice.len) {
        rb_buffer_putc(words, ' ');
        rb_report_line(words, f->advice);
    }
    return rb_buffer_slice(words);
}

uint64_t rb_report_fingerprint(ringback_report *report, const struct rb_report_entry *entry,
                               const struct rb_finding *f)
{
    rb_buffer_clear(&report->words);
    rb_fingerprint_words(&report->words, entry->result, f, entry->heading, entry->ordinal);
    return rb_fingerprint(f, rb_buffer_slice(&report->words));
}

void rb_report_name(struct rb_buffer *out, const struct rb_report_entry *entry,
                    struct rb_slice path)
{
    rb_buffer_slice_add(out, path);
    if (entry->heading.len) {
        rb_buffer_puts(out, " # ");
        rb_buffer_slice_add(out, entry->heading);
    } else if (entry->ordinal > 1) {
        rb_buffer_puts(out, " # ");
        rb_buffer_uint(out, entry->ordinal);
    }
}
