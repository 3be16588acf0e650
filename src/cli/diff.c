#include "cli/diff.h"

#include <stdio.h>
#include <string.h>

enum { CONTEXT = 3 };

/* Lines of the file, from..to, that edits first..last change. */
struct block {
    size_t first, last; /* edits, half open */
    size_t from, to;    /* bytes of whole lines */
};

struct writer {
    const struct rb_cli_diff *diff;
    struct rb_cli_output *out;
    size_t line, new_line; /* numbers, from 1, of the next line in the old and the new file */
};

static size_t line_start(ringback_str file, size_t at)
{
    while (at > 0 && file.ptr[at - 1] != '\n')
        at--;
    return at;
}

/* Behind the line feed. */
static size_t line_end(ringback_str file, size_t at)
{
    const char *lf = at < file.len ? memchr(file.ptr + at, '\n', file.len - at) : NULL;

    return lf ? (size_t)(lf - file.ptr) + 1 : file.len;
}

static size_t count_lines(const char *s, size_t n)
{
    size_t lines = 0;

    for (size_t i = 0; i < n; i++)
        lines += s[i] == '\n';
    return lines + (n > 0 && s[n - 1] != '\n');
}

/* The end of the lines that an edit changes. Whole lines that go do not take the next one along. */
static size_t changed_to(const struct rb_cli_diff *d, const struct rb_cli_edit *e)
{
    bool whole = e->end > e->start && d->file.ptr[e->end - 1] == '\n' &&
                 (e->len ? e->text[e->len - 1] == '\n' : e->start == line_start(d->file, e->start));

    return whole ? e->end : line_end(d->file, e->end);
}

/* The edits of one run of lines. */
static void next_block(const struct rb_cli_diff *d, size_t first, struct block *b)
{
    *b = (struct block){.first = first, .last = first};
    b->from = line_start(d->file, d->edits[first].start);
    b->to = b->from;
    while (b->last < d->n && (b->last == first || d->edits[b->last].start < b->to)) {
        size_t end = changed_to(d, &d->edits[b->last]);

        if (end > b->to)
            b->to = end;
        b->last++;
    }
}

static void puts_out(struct writer *w, const char *text)
{
    rb_cli_output_puts(w->out, text);
}

static void bytes_out(struct writer *w, const char *s, size_t n)
{
    (void)rb_cli_output_write(w->out, s, n);
}

/* Safe for a terminal, and as it is but for what a terminal would obey: tabs and the ends of lines
 * stay, so that the diff can be applied. */
static void text_out(struct writer *w, const char *s, size_t n)
{
    while (n > 0) {
        size_t run = 0;

        while (run < n && s[run] != '\t' && s[run] != '\r')
            run++;
        rb_cli_output_words(w->out, (ringback_str){s, run});
        if (run < n) {
            if (s[run] == '\t' || run + 1 == n)
                bytes_out(w, s + run, 1);
            else
                puts_out(w, "\\x0d");
            run++;
        }
        s += run;
        n -= run;
    }
}

static void line_out(struct writer *w, char mark, const char *s, size_t n)
{
    const char *color = mark == '-' ? "\033[31m" : mark == '+' ? "\033[32m" : "";
    bool ends = n > 0 && s[n - 1] == '\n';

    if (w->diff->color)
        puts_out(w, color);
    bytes_out(w, &mark, 1);
    text_out(w, s, n - ends);
    if (w->diff->color && *color)
        puts_out(w, "\033[0m");
    puts_out(w, ends ? "\n" : "\n\\ No newline at end of file\n");
}

static void lines_out(struct writer *w, char mark, const char *s, size_t n)
{
    while (n > 0) {
        const char *lf = memchr(s, '\n', n);
        size_t len = lf ? (size_t)(lf - s) + 1 : n;

        line_out(w, mark, s, len);
        s += len;
        n -= len;
    }
}

/* The bytes of a block with its edits made, handed over in one or more pieces. */
static size_t new_lines(const struct rb_cli_diff *d, const struct block *b)
{
    size_t at = b->from, lines = 0;
    char last = '\n';

    for (size_t i = b->first; i <= b->last; i++) {
        size_t to = i < b->last ? d->edits[i].start : b->to;
        ringback_str text =
            i < b->last ? (ringback_str){d->edits[i].text, d->edits[i].len} : (ringback_str){"", 0};

        for (size_t k = at; k < to; k++)
            lines += (last = d->file.ptr[k]) == '\n';
        for (size_t k = 0; k < text.len; k++)
            lines += (last = text.ptr[k]) == '\n';
        at = i < b->last ? d->edits[i].end : to;
    }
    return lines + (last != '\n');
}

/* Gathers a line that may come in pieces: it goes out as each is whole. */
static void new_out(struct writer *w, const struct block *b)
{
    const struct rb_cli_diff *d = w->diff;
    size_t at = b->from;
    bool fresh = true;
    const char *end = w->diff->color ? "\033[0m" : "";

    for (size_t i = b->first; i <= b->last; i++) {
        size_t to = i < b->last ? d->edits[i].start : b->to;
        ringback_str parts[2] = {{d->file.ptr + at, to - at}, {"", 0}};

        if (i < b->last)
            parts[1] = (ringback_str){d->edits[i].text, d->edits[i].len};
        at = i < b->last ? d->edits[i].end : to;
        for (int p = 0; p < 2; p++)
            for (size_t k = 0; k < parts[p].len;) {
                const char *s = parts[p].ptr + k;
                const char *lf = memchr(s, '\n', parts[p].len - k);
                size_t n = lf ? (size_t)(lf - s) : parts[p].len - k;

                if (fresh)
                    puts_out(w, d->color ? "\033[32m+" : "+");
                text_out(w, s, n);
                fresh = lf != NULL;
                if (lf) {
                    puts_out(w, end);
                    puts_out(w, "\n");
                }
                k += n + (lf != NULL);
            }
    }
    if (!fresh) {
        puts_out(w, end);
        puts_out(w, "\n\\ No newline at end of file\n");
    }
}

/* Where the context of a hunk begins and ends, in bytes. */
static size_t context_before(ringback_str file, size_t at)
{
    for (int i = 0; i < CONTEXT && at > 0; i++)
        at = line_start(file, at - 1);
    return at;
}

static size_t context_behind(ringback_str file, size_t at)
{
    for (int i = 0; i < CONTEXT && at < file.len; i++)
        at = line_end(file, at);
    return at;
}

static void head_out(struct writer *w, size_t old, size_t new)
{
    char head[128];

    (void)snprintf(head, sizeof head, "@@ -%zu,%zu +%zu,%zu @@\n", old ? w->line : w->line - 1, old,
                   new ? w->new_line : w->new_line - 1, new);
    if (w->diff->color)
        puts_out(w, "\033[36m");
    puts_out(w, head);
    if (w->diff->color)
        puts_out(w, "\033[0m");
}

/* One hunk: blocks whose contexts touch. Gives the first edit behind it. */
static size_t hunk_out(struct writer *w, size_t first, size_t *done)
{
    const struct rb_cli_diff *d = w->diff;
    struct block b, next;
    size_t from, to, old, new, at, edit;

    next_block(d, first, &b);
    from = context_before(d->file, b.from);
    w->line += count_lines(d->file.ptr + *done, from - *done);
    w->new_line += count_lines(d->file.ptr + *done, from - *done);
    old = new = 0;
    at = from;
    for (edit = first;;) {
        next_block(d, edit, &next);
        old += count_lines(d->file.ptr + at, next.to - at);
        new += count_lines(d->file.ptr + at, next.from - at) + new_lines(d, &next);
        at = next.to;
        edit = next.last;
        to = context_behind(d->file, at);
        if (edit == d->n || line_start(d->file, d->edits[edit].start) > to)
            break;
    }
    old += count_lines(d->file.ptr + at, to - at);
    new += count_lines(d->file.ptr + at, to - at);
    head_out(w, old, new);
    at = from;
    for (size_t i = first; i < edit; i = next.last) {
        next_block(d, i, &next);
        lines_out(w, ' ', d->file.ptr + at, next.from - at);
        lines_out(w, '-', d->file.ptr + next.from, next.to - next.from);
        new_out(w, &next);
        at = next.to;
    }
    lines_out(w, ' ', d->file.ptr + at, to - at);
    w->line += old;
    w->new_line += new;
    *done = to;
    return edit;
}

void rb_cli_diff_write(struct rb_cli_output *out, const struct rb_cli_diff *diff)
{
    struct writer w = {.diff = diff, .out = out, .line = 1, .new_line = 1};
    size_t done = 0;

    for (int i = 0; i < 2; i++) {
        puts_out(&w, diff->color ? "\033[1m" : "");
        puts_out(&w, i ? "+++ " : "--- ");
        text_out(&w, diff->path, strlen(diff->path));
        puts_out(&w, diff->color ? "\033[0m\n" : "\n");
    }
    for (size_t edit = 0; edit < diff->n;)
        edit = hunk_out(&w, edit, &done);
}
