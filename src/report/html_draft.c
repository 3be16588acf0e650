/* The draft with the words in question marked, and the numbers of the findings at them. */
#include <stdlib.h>

#include "report/html.h"

/* Where marked words begin and end, by place; a finding is one or two of these. */
struct edge {
    uint32_t at;
    uint8_t kind; /* enum: ends come before what stands between words, then beginnings */
    uint8_t severity;
    uint32_t finding;
};

enum { END, GAP, BEGIN };

static int compare(const void *a, const void *b)
{
    const struct edge *x = a, *y = b;

    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return x->finding < y->finding ? -1 : x->finding > y->finding;
}

static struct edge *edges_of(struct rb_html *h, size_t *n)
{
    const ringback_result *result = h->view.result;
    struct edge *edges =
        rb_arena_array(h->view.scratch, 2 * (size_t)result->n_findings, sizeof *edges);

    *n = 0;
    for (uint32_t i = 0; edges && i < result->n_findings; i++) {
        const struct rb_finding *f = &result->findings[i];

        if (f->line)
            continue; /* it stands outside of the draft's text */
        if (f->start == f->end) {
            edges[(*n)++] = (struct edge){f->start, GAP, f->severity, i};
        } else if (rb_view_words(&h->view, f).len) {
            edges[(*n)++] = (struct edge){f->start, BEGIN, f->severity, i};
            edges[(*n)++] = (struct edge){f->end, END, f->severity, i};
        }
    }
    if (*n > 1)
        qsort(edges, *n, sizeof *edges, compare);
    return edges;
}

/* The number of a finding, as a link to it. */
static void number(struct rb_html *h, const struct edge *e)
{
    const char *severity = rb_severity_name(e->severity);
    uint32_t n = h->view.number[e->finding];
    struct rb_buffer *out = h->out;

    rb_buffer_puts(out, "<a class=\"n ");
    rb_buffer_puts(out, severity);
    rb_buffer_puts(out, e->kind == GAP ? " gap\" id=\"" : "\" id=\"");
    rb_html_id(h, 'm', n);
    rb_buffer_puts(out, "\" href=\"#");
    rb_html_id(h, 'f', n);
    rb_buffer_puts(out, "\" aria-label=\"");
    rb_buffer_puts(out, severity);
    rb_buffer_putc(out, ' ');
    rb_buffer_uint(out, n);
    rb_buffer_puts(out, e->kind == GAP ? ": something is missing here\">" : "\">");
    rb_buffer_uint(out, n);
    rb_buffer_puts(out, "</a>");
}

struct marks {
    uint32_t open[3]; /* marks that cover this place, by severity */
};

static void words(struct rb_html *h, const struct marks *m, uint32_t from, uint32_t to)
{
    struct rb_slice text = h->view.result->draft.text.source.text;
    int severity = RINGBACK_ERROR;

    if (from >= to)
        return;
    while (severity >= 0 && m->open[severity] == 0)
        severity--;
    if (severity >= 0) {
        rb_buffer_puts(h->out, "<mark class=\"");
        rb_buffer_puts(h->out, rb_severity_name((uint8_t)severity));
        rb_buffer_puts(h->out, "\">");
    }
    rb_html_lines(h->out, text, from, to);
    if (severity >= 0)
        rb_buffer_puts(h->out, "</mark>");
}

static void replaced(struct rb_html *h)
{
    const struct rb_source *source = &h->view.result->draft.text.source;
    uint32_t line, column;

    if (source->n_replaced == 0)
        return;
    rb_source_place(source, source->first_replaced, &line, &column);
    rb_buffer_puts(h->out, "<p class=\"warning\">");
    rb_html_count(h->out, source->n_replaced, "byte");
    rb_buffer_puts(h->out, source->n_replaced == 1 ? " is no text" : " are no text");
    rb_buffer_puts(h->out, " (not UTF-8, or NUL), the first at line ");
    rb_buffer_uint(h->out, line);
    rb_buffer_puts(h->out, ", column ");
    rb_buffer_uint(h->out, column);
    rb_buffer_puts(h->out, ": save it as UTF-8.</p>\n");
}

void rb_html_draft(struct rb_html *h)
{
    struct rb_slice text = h->view.result->draft.text.source.text;
    struct marks m = {{0, 0, 0}};
    uint32_t at = 0, end = (uint32_t)text.len;
    struct edge *edges;
    size_t n;

    while (end > 0 && (unsigned char)text.ptr[end - 1] <= ' ' && text.ptr[end - 1] != RB_REPLACED)
        end--;
    while (at < end && (text.ptr[at] == '\n' || text.ptr[at] == '\r'))
        at++;
    rb_buffer_puts(h->out, "<section class=\"draft\">\n<h3>The draft</h3>\n<p class=\"words\">");
    edges = edges_of(h, &n);
    for (size_t i = 0; i < n; i++) {
        const struct edge *e = &edges[i];
        uint32_t to = e->at < at ? at : e->at > end ? end : e->at;

        words(h, &m, at, to);
        at = to;
        if (e->kind == END)
            m.open[e->severity]--;
        else
            number(h, e);
        if (e->kind == BEGIN)
            m.open[e->severity]++;
    }
    words(h, &m, at, end);
    rb_buffer_puts(h->out, "</p>\n");
    replaced(h);
    rb_buffer_puts(h->out, "</section>\n");
}
