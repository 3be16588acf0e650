/* One page for a browser: nothing is fetched, and nothing runs but what sorts an overview, so that
 * it can be mailed, kept and opened anywhere. The policy in its head holds the browser to that. */
#include "report/html.h"

#include <stdlib.h>

#include "report/format.h"
#include "report/standing.h"

enum { ARTICLES = 0, FAILURES = 1 };

/* One line of the overview. */
struct row {
    struct rb_standing standing; /* the index is the part of the page that it has, from 1 */
    struct rb_slice name;
    uint32_t duration_ms, count[3];
};

struct html {
    struct row *rows;
    size_t n_rows, rows_cap;
    uint64_t failures;
};

void rb_report_html_begin(ringback_report *report)
{
    report->own = rb_arena_alloc(&report->kept, sizeof(struct html));
}

static void name_of(struct rb_buffer *out, const struct rb_report_entry *entry)
{
    rb_buffer_puts(out, rb_report_path(entry));
    if (entry->heading.len) {
        rb_buffer_puts(out, ", ");
        rb_buffer_slice_add(out, entry->heading);
    } else if (entry->ordinal > 1) {
        rb_buffer_puts(out, ", draft ");
        rb_buffer_uint(out, entry->ordinal);
    }
}

static struct row *add_row(ringback_report *report, const struct rb_report_entry *entry)
{
    struct html *own = report->own;
    const ringback_result *result = entry->result;
    struct row *rows;

    if (!own)
        return NULL;
    rows = rb_arena_grow(&report->kept, own->rows, own->n_rows, &own->rows_cap, sizeof *rows);
    if (!rows)
        return NULL;
    own->rows = rows;
    rb_buffer_clear(&report->words);
    name_of(&report->words, entry);
    rows += own->n_rows++;
    *rows = (struct row){.name = rb_arena_copy(&report->kept, rb_buffer_slice(&report->words)),
                         .standing = {own->n_rows, result->score, result->scored, result->ready}};
    for (uint32_t i = 0; i < result->n_findings; i++)
        rows->count[result->findings[i].severity]++;
    return rows;
}

void rb_report_html_add(ringback_report *report, const struct rb_report_entry *entry)
{
    struct rb_settled settled;
    const struct rb_report_entry *told = rb_entry_settle(&report->scratch, entry, &settled);
    struct row *row = told ? add_row(report, told) : NULL;
    struct rb_html h = {.out = &report->held[ARTICLES], .entry = told};
    struct rb_buffer *out = h.out;

    h.view.options = &report->options;
    h.view.result = told ? told->result : NULL;
    h.view.scratch = &report->scratch;
    if (!row || !rb_view_rank(&h.view)) {
        report->sink.out.failed = true;
        return;
    }
    h.id = row->standing.index;
    row->duration_ms = rb_view_duration(&h.view);
    rb_buffer_puts(out, "<article id=\"");
    rb_html_id(&h, '\0', 0);
    rb_buffer_puts(out, "\" aria-labelledby=\"");
    rb_html_id(&h, 'h', 0);
    rb_buffer_puts(out, "\">\n<h2 id=\"");
    rb_html_id(&h, 'h', 0);
    rb_buffer_puts(out, "\">");
    rb_html_text(out, row->name);
    rb_buffer_puts(out, "</h2>\n");
    rb_html_verdict(&h);
    rb_html_timeline(&h);
    rb_buffer_puts(out, "<div class=\"beside\">\n");
    rb_html_draft(&h);
    rb_html_findings(&h);
    rb_buffer_puts(out, "<div class=\"rest\">\n");
    rb_html_hang_up(&h);
    rb_html_notes(&h);
    rb_buffer_puts(out, "</div>\n</div>\n</article>\n");
    if (out->failed || rb_arena_failed(&report->scratch))
        report->sink.out.failed = true;
}

void rb_report_html_fail(ringback_report *report, const char *path, const char *reason)
{
    struct rb_buffer *out = &report->held[FAILURES];
    struct html *own = report->own;

    if (own)
        own->failures++;
    rb_buffer_puts(out, "<li><b>");
    rb_html_text(out, rb_slice_str(path));
    rb_buffer_puts(out, "</b>: ");
    rb_html_text(out, rb_slice_str(reason));
    rb_buffer_puts(out, "</li>\n");
}

/* ---- the overview ---- */

static void cell(struct rb_buffer *out, uint64_t n)
{
    rb_buffer_puts(out, "<td>");
    rb_buffer_uint(out, n);
    rb_buffer_puts(out, "</td>");
}

static void row_out(struct rb_buffer *out, const struct row *row)
{
    rb_buffer_puts(out, "<tr><th scope=\"row\"><a href=\"#d");
    rb_buffer_uint(out, row->standing.index);
    rb_buffer_puts(out, "\">");
    rb_html_text(out, row->name);
    rb_buffer_puts(out, "</a></th>");
    if (row->standing.scored)
        cell(out, row->standing.score);
    else
        rb_buffer_puts(out, "<td>–</td>");
    rb_buffer_puts(out, "<td>");
    rb_buffer_seconds(out, row->duration_ms);
    rb_buffer_puts(out, " s</td>");
    for (int i = RINGBACK_ERROR; i >= RINGBACK_SUGGESTION; i--)
        cell(out, row->count[i]);
    rb_buffer_puts(out, row->standing.ready ? "<td class=\"good\">ready</td></tr>\n"
                                            : "<td class=\"error\">not ready</td></tr>\n");
}

static void table(struct rb_buffer *out, const struct html *own, const char *caption)
{
    rb_buffer_puts(out, "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
    rb_buffer_puts(out, caption);
    rb_buffer_puts(out, "\">\n<table class=\"drafts\">\n<caption>");
    rb_buffer_puts(out, caption);
    rb_buffer_puts(out, "</caption>\n<thead><tr><th scope=\"col\">Draft</th>"
                        "<th scope=\"col\">Score</th><th scope=\"col\">Time</th>"
                        "<th scope=\"col\">Errors</th><th scope=\"col\">Warnings</th>"
                        "<th scope=\"col\">Suggestions</th><th scope=\"col\">Verdict</th>"
                        "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < own->n_rows; i++)
        row_out(out, &own->rows[i]);
    rb_buffer_puts(out, "</tbody>\n</table>\n</div>\n");
}

static int in_order(const void *a, const void *b)
{
    const struct row *x = a, *y = b;

    return x->standing.index < y->standing.index ? -1 : x->standing.index > y->standing.index;
}

static void overview(struct rb_buffer *out, struct html *own)
{
    if (own->n_rows < 2)
        return;
    rb_buffer_puts(out, "<nav aria-label=\"Drafts\">\n<h2>All drafts</h2>\n");
    qsort(own->rows, own->n_rows, sizeof *own->rows, rb_standing_worst_first);
    table(out, own, "The worst first");
    qsort(own->rows, own->n_rows, sizeof *own->rows, in_order);
    rb_buffer_puts(out, "<details><summary>In the order in which they were checked</summary>\n");
    table(out, own, "As they were checked");
    rb_buffer_puts(out, "</details>\n</nav>\n");
}

/* ---- the page ---- */

static void title(struct rb_buffer *out, const struct html *own)
{
    rb_buffer_puts(out, "ringback: ");
    if (own->n_rows == 1) {
        rb_html_text(out, own->rows[0].name);
        if (own->rows[0].standing.scored) {
            rb_buffer_puts(out, ", ");
            rb_buffer_uint(out, own->rows[0].standing.score);
            rb_buffer_puts(out, " of 100");
        }
    } else {
        rb_html_count(out, own->n_rows, "draft");
    }
}

static void head(struct rb_buffer *out, const struct html *own)
{
    rb_buffer_puts(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                        "&#39;none&#39;; style-src &#39;sha256-");
    rb_buffer_puts(out, rb_html_style_hash);
    if (own->n_rows > 1) {
        rb_buffer_puts(out, "&#39;; script-src &#39;sha256-");
        rb_buffer_puts(out, rb_html_script_hash);
    }
    rb_buffer_puts(out,
                   "&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;\"/>\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                   "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
                   "<meta name=\"referrer\" content=\"no-referrer\"/>\n<title>");
    title(out, own);
    rb_buffer_puts(out, "</title>\n<style>");
    for (size_t i = 0; i < rb_html_style_lines; i++)
        rb_buffer_puts(out, rb_html_style[i]);
    rb_buffer_puts(out, "</style>\n</head>\n");
}

static void summary(struct rb_buffer *out, const ringback_report *report)
{
    const struct rb_totals *totals = &report->totals;

    rb_buffer_puts(out, "<header>\n<h1>ringback</h1>\n<p>");
    rb_html_count(out, totals->drafts, "draft");
    rb_buffer_puts(out, ", ");
    rb_buffer_uint(out, totals->ready);
    rb_buffer_puts(out, " ready · ");
    for (int i = RINGBACK_ERROR; i >= RINGBACK_SUGGESTION; i--) {
        rb_html_count(out, totals->count[i], rb_severity_name((uint8_t)i));
        rb_buffer_puts(out, i ? ", " : "");
    }
    rb_buffer_puts(out, "</p>\n</header>\n");
}

void rb_report_html_end(ringback_report *report)
{
    struct rb_buffer *out = &report->sink.out;
    struct html *own = report->own;

    if (!own) {
        out->failed = true;
        return;
    }
    head(out, own);
    rb_buffer_puts(out, "<body>\n<a class=\"skip\" href=\"#main\">To the drafts</a>\n");
    summary(out, report);
    rb_buffer_puts(out, "<main id=\"main\">\n");
    overview(out, own);
    if (own->failures) {
        rb_buffer_puts(out, "<section>\n<h2 class=\"error\">Could not be checked</h2>\n<ul>\n");
        rb_buffer_slice_add(out, rb_buffer_slice(&report->held[FAILURES]));
        rb_buffer_puts(out, "</ul>\n</section>\n");
    }
    rb_buffer_slice_add(out, rb_buffer_slice(&report->held[ARTICLES]));
    rb_buffer_puts(out, "</main>\n<footer>ringback " RINGBACK_VERSION ", score model ");
    rb_buffer_uint(out, RINGBACK_SCORE_MODEL);
    rb_buffer_puts(out, "</footer>\n");
    if (own->n_rows > 1) {
        rb_buffer_puts(out, "<script>");
        for (size_t i = 0; i < rb_html_script_lines; i++)
            rb_buffer_puts(out, rb_html_script[i]);
        rb_buffer_puts(out, "</script>\n");
    }
    rb_buffer_puts(out, "</body>\n</html>\n");
    if (report->held[ARTICLES].failed || report->held[FAILURES].failed)
        out->failed = true;
}
