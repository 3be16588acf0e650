/* Many drafts: one line each, the worst first, and what they came to together. A few are reported
 * whole, in their order. */
#include "report/text_many.h"

#include <stdlib.h>

#include "report/glyph.h"
#include "report/standing.h"

enum {
    WHOLE = 0,      /* held: the reports of the drafts, while they are few */
    MOST_WHOLE = 3, /* drafts */
    SCORE_END = 5,
    SECONDS_END = 12,
    NAME_COLUMN = 18,
    LEAST_ROOM = 20 /* columns in which a message says something */
};

struct row {
    struct rb_standing standing;
    struct rb_slice name, first; /* first: what to mend first */
    uint32_t duration_ms;
};

struct rb_text_many {
    struct row *rows;
    size_t n, cap;
};

struct rb_buffer *rb_text_many_begin(ringback_report *report)
{
    struct rb_text_many *many = report->own;

    if (!many)
        report->own = many = rb_arena_alloc(&report->kept, sizeof *many);
    if (report->totals.drafts == MOST_WHOLE)
        rb_buffer_clear(&report->held[WHOLE]);
    return many && report->totals.drafts < MOST_WHOLE ? &report->held[WHOLE] : NULL;
}

static void name_of(struct rb_buffer *out, const struct rb_report_entry *entry)
{
    rb_buffer_clear(out);
    rb_buffer_puts(out, rb_report_path(entry));
    if (entry->line > 1) {
        rb_buffer_putc(out, ':');
        rb_buffer_uint(out, entry->line);
    }
    if (entry->heading.len) {
        rb_buffer_puts(out, " · ");
        rb_buffer_slice_add(out, entry->heading);
    }
}

void rb_text_many_add(ringback_report *report, const struct rb_view *view)
{
    struct rb_text_many *many = report->own;
    const ringback_result *result = view->result;
    struct row *rows;

    if (!many)
        return;
    rows = rb_arena_grow(&report->kept, many->rows, many->n, &many->cap, sizeof *rows);
    if (!rows)
        return;
    many->rows = rows;
    name_of(&report->words, view->entry);
    rows[many->n] =
        (struct row){.name = rb_arena_copy(&report->kept, rb_buffer_slice(&report->words)),
                     .standing = {many->n, result->score, result->scored, result->ready},
                     .duration_ms = rb_view_duration(view)};
    if (result->n_findings && !result->ready)
        rows[many->n].first =
            rb_arena_copy(&report->kept, result->findings[view->order[0]].message);
    many->n++;
}

/* Right-aligned: the score ends at its column, the seconds at theirs. */
static void numbers(struct rb_page *page, const struct row *row)
{
    uint32_t width = 3;

    for (uint32_t n = (row->duration_ms + 50) / 1000; n >= 10; n /= 10)
        width++;
    if (row->standing.scored) {
        uint32_t digits = row->standing.score < 10 ? 1 : row->standing.score < 100 ? 2 : 3;

        rb_page_begin(page, SCORE_END - digits, NAME_COLUMN);
        rb_page_ink(page, row->standing.ready ? RB_INK_GOOD : RB_INK_ERROR);
        rb_page_uint(page, row->standing.score);
    } else {
        rb_page_begin(page, SCORE_END - 1, NAME_COLUMN);
        rb_page_ink(page, RB_INK_ERROR);
        rb_page_puts(page, "–");
    }
    rb_page_ink(page, row->duration_ms > RB_HALF_MINUTE_MS ? RB_INK_ERROR : RB_INK_PLAIN);
    rb_page_tab(page, width < SECONDS_END - SCORE_END ? SECONDS_END - width : 0);
    rb_page_seconds(page, row->duration_ms);
    rb_page_ink(page, RB_INK_PLAIN);
    rb_page_tab(page, NAME_COLUMN - 2);
    rb_page_ink(page, row->standing.ready ? RB_INK_GOOD : RB_INK_ERROR);
    rb_page_puts(page, row->standing.ready ? "✓" : "✗");
    rb_page_ink(page, RB_INK_PLAIN);
    rb_page_tab(page, NAME_COLUMN);
}

/* One line, if its name is one: what to mend first stands behind it as far as there is room. */
static void row_out(struct rb_page *page, const struct row *row)
{
    uint32_t used, room;

    numbers(page, row);
    rb_page_ink(page, RB_INK_HEAD);
    rb_page_add(page, row->name);
    used = NAME_COLUMN + rb_glyph_columns(row->name, page->unicode);
    room = page->width > used + 1 ? page->width - used - 1 : 0;
    if (row->first.len && room >= LEAST_ROOM) {
        rb_page_ink(page, RB_INK_DIM);
        rb_page_puts(page, " ");
        rb_page_add_cut(page, row->first, room);
    }
    rb_page_end(page);
}

void rb_text_many_end(ringback_report *report, struct rb_page *page)
{
    const struct rb_text_many *many = report->own;

    if (!many || report->held[WHOLE].failed)
        report->sink.out.failed = true;
    if (!many)
        return;
    if (report->totals.drafts <= MOST_WHOLE) {
        rb_buffer_slice_add(page->out, rb_buffer_slice(&report->held[WHOLE]));
        return;
    }
    if (many->n > 1)
        qsort(many->rows, many->n, sizeof *many->rows, rb_standing_worst_first);
    rb_page_begin(page, 0, 0);
    rb_page_ink(page, RB_INK_HEAD);
    rb_page_puts(page, "The worst first: score, seconds, draft");
    rb_page_end(page);
    for (size_t i = 0; i < many->n; i++)
        row_out(page, &many->rows[i]);
    rb_page_begin(page, RB_TEXT_INDENT, RB_TEXT_INDENT);
    rb_page_ink(page, RB_INK_DIM);
    rb_page_puts(page, "Name up to ");
    rb_page_uint(page, MOST_WHOLE);
    rb_page_puts(page, " of them to read their whole reports.");
    rb_page_end(page);
}
