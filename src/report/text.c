/* The text report: made for a salesperson with thirty seconds. The verdict comes first, then the
 * draft with the words in question, then what to do, the most gainful first. */
#include "report/text.h"

#include <stdlib.h>

#include "report/format.h"
#include "report/text_many.h"

struct rank {
    uint32_t gain, index;
    uint8_t severity;
};

/* What mending gains first; the draft's order decides between equals. */
static int compare(const void *a, const void *b)
{
    const struct rank *x = a, *y = b;

    if (x->gain != y->gain)
        return x->gain < y->gain ? 1 : -1;
    if (x->severity != y->severity)
        return x->severity < y->severity ? 1 : -1;
    return x->index < y->index ? -1 : x->index > y->index;
}

/* All that it brings, seconds saved and all; never less than what it costs now, for what takes too
 * long today fits in once something else is cut. */
static uint32_t gain_of(const struct rb_finding *f)
{
    return f->gain > 0 && (uint32_t)f->gain > f->points ? (uint32_t)f->gain : f->points;
}

bool rb_view_rank(struct rb_view *view)
{
    const ringback_result *result = view->result;
    uint32_t n = result->n_findings;
    struct rank *ranks = rb_arena_array(view->scratch, n, sizeof *ranks);

    view->order = rb_arena_array(view->scratch, n, sizeof *view->order);
    view->number = rb_arena_array(view->scratch, n, sizeof *view->number);
    if (rb_arena_failed(view->scratch))
        return false;
    for (uint32_t i = 0; i < n; i++)
        ranks[i] = (struct rank){gain_of(&result->findings[i]), i, result->findings[i].severity};
    if (n > 1)
        qsort(ranks, n, sizeof *ranks, compare);
    for (uint32_t i = 0; i < n; i++) {
        view->order[i] = ranks[i].index;
        view->number[ranks[i].index] = i + 1;
    }
    return true;
}

uint32_t rb_view_duration(const struct rb_view *view)
{
    const struct rb_draft *draft = &view->result->draft;

    return draft->known.measured_ms == RINGBACK_UNSET ? draft->clock.total_ms
                                                      : draft->known.measured_ms;
}

struct rb_slice rb_view_words(const struct rb_view *view, const struct rb_finding *f)
{
    struct rb_slice text = view->result->draft.text.source.text;
    uint32_t length = f->end - f->start;

    if (length == 0 || length > text.len * 3 / 5)
        return rb_slice_of("", 0);
    return rb_slice_of(text.ptr + f->start, length);
}

void rb_view_quote(struct rb_view *view, struct rb_slice words, uint32_t columns)
{
    const uint32_t marks = 2;

    rb_page_puts(&view->page, "“");
    rb_page_add_cut(&view->page, words, columns > marks ? columns - marks : 0);
    rb_page_puts(&view->page, "”");
}

void rb_view_join(struct rb_view *view, uint32_t i, uint32_t n)
{
    if (i > 0)
        rb_page_puts(&view->page, i + 1 < n ? ", " : " and ");
}

void rb_report_text_begin(ringback_report *report)
{
    (void)report;
}

static void heading(struct rb_view *view, ringback_report *report,
                    const struct rb_report_entry *entry)
{
    bool stdin_alone = strcmp(rb_report_path(entry), "<stdin>") == 0 && entry->ordinal == 1;

    if (report->totals.drafts && !report->options.quiet)
        rb_page_blank(&view->page);
    if (stdin_alone && report->totals.drafts == 0)
        return;
    rb_page_begin(&view->page, 0, RB_TEXT_INDENT);
    rb_page_ink(&view->page, RB_INK_HEAD);
    rb_page_puts(&view->page, rb_report_path(entry));
    if (entry->line > 1) {
        rb_page_puts(&view->page, ":");
        rb_page_uint(&view->page, entry->line);
    }
    if (entry->heading.len) {
        rb_page_ink(&view->page, RB_INK_PLAIN);
        rb_page_puts(&view->page, " · ");
        rb_page_add(&view->page, entry->heading);
    }
    if (report->options.quiet) {
        rb_page_ink(&view->page, RB_INK_PLAIN);
        rb_page_puts(&view->page, ": ");
        return;
    }
    rb_page_end(&view->page);
}

static void sections(struct rb_view *view)
{
    rb_text_draft(view);
    rb_text_findings(view);
    if (view->options->as_spoken)
        rb_text_spoken(view);
    if (view->result->scored) {
        rb_text_time(view);
        rb_text_timeline(view);
        rb_text_hang_up(view);
    }
    if (view->options->explain_facts)
        rb_text_facts(view);
    rb_text_strengths(view);
    rb_text_reminders(view);
}

/* A verdict alone is one line, however narrow the page: it may be counted and cut. */
static void verdict_alone(struct rb_view *view, ringback_report *report)
{
    rb_page_init(&view->page, &report->sink.out, UINT32_MAX, report->options.color,
                 report->options.unicode);
    heading(view, report, view->entry);
    rb_text_verdict(view);
    rb_page_free(&view->page);
}

static void whole(struct rb_view *view, ringback_report *report, struct rb_buffer *out)
{
    rb_page_init(&view->page, out, report->options.width, report->options.color,
                 report->options.unicode);
    heading(view, report, view->entry);
    rb_text_verdict(view);
    sections(view);
    rb_page_free(&view->page);
}

void rb_report_text_add(ringback_report *report, const struct rb_report_entry *entry)
{
    struct rb_settled settled;
    const struct rb_report_entry *told = rb_entry_settle(&report->scratch, entry, &settled);
    struct rb_view view = {.options = &report->options,
                           .result = told ? told->result : NULL,
                           .entry = told,
                           .scratch = &report->scratch,
                           .n_accepted = settled.n_accepted};
    struct rb_buffer *out;

    if (!told || !rb_view_rank(&view)) {
        report->sink.out.failed = true;
        return;
    }
    if (report->options.quiet) {
        verdict_alone(&view, report);
    } else {
        out = rb_text_many_begin(report);
        if (out)
            whole(&view, report, out);
        rb_text_many_add(report, &view);
    }
    report->sink.out.failed |= rb_arena_failed(&report->scratch);
}

static void totals_out(struct rb_page *page, const struct rb_totals *totals)
{
    rb_page_blank(page);
    rb_page_begin(page, 0, RB_TEXT_INDENT);
    rb_page_ink(page, RB_INK_HEAD);
    rb_page_count(page, totals->drafts, "draft");
    rb_page_puts(page, ", ");
    rb_page_uint(page, totals->ready);
    rb_page_puts(page, " ready");
    rb_page_ink(page, RB_INK_PLAIN);
    rb_page_puts(page, " · ");
    rb_page_count(page, totals->count[RINGBACK_ERROR], "error");
    rb_page_puts(page, ", ");
    rb_page_count(page, totals->count[RINGBACK_WARNING], "warning");
    rb_page_puts(page, ", ");
    rb_page_count(page, totals->count[RINGBACK_SUGGESTION], "suggestion");
    rb_page_set_aside(page, totals->suppressed, totals->accepted);
    rb_page_end(page);
}

void rb_report_text_end(ringback_report *report)
{
    struct rb_page page;

    if (report->options.quiet || report->totals.drafts == 0)
        return;
    rb_page_init(&page, &report->sink.out, report->options.width, report->options.color,
                 report->options.unicode);
    rb_text_many_end(report, &page);
    if (report->totals.drafts > 1)
        totals_out(&page, &report->totals);
    rb_page_free(&page);
}
