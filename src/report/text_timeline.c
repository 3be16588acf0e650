/* The half-minute as a ruler, and under it where each step of the message is said. */
#include "report/text.h"

enum {
    LABEL_COLUMNS = 9,
    TICK_COLUMNS = 4 /* a number and a space */
};

#define TIMELINE(label, kind, always) {label, kind, always},
static const struct timeline_row {
    const char *label, *kind;
    bool always;
} rows[] = {
#include "report/timeline.def"
};
#undef TIMELINE

struct ruler {
    uint32_t columns;
    uint32_t span_ms; /* what the columns stand for */
    uint32_t step_ms; /* between numbers */
};

static struct ruler ruler_for(uint32_t width, uint32_t total_ms)
{
    static const uint32_t steps[] = {5000,   10000,  15000,   30000,   60000,
                                     300000, 600000, 3600000, 36000000};
    struct ruler r = {.columns = width - RB_TEXT_INDENT - LABEL_COLUMNS - 2};
    size_t i = 0;

    r.span_ms = total_ms > RB_HALF_MINUTE_MS ? total_ms : RB_HALF_MINUTE_MS;
    while (i + 1 < sizeof steps / sizeof *steps &&
           (uint64_t)r.columns * steps[i] / r.span_ms < TICK_COLUMNS)
        i++;
    r.step_ms = steps[i];
    return r;
}

static uint32_t column_of(const struct ruler *r, uint32_t ms)
{
    uint64_t column = (uint64_t)ms * r->columns / r->span_ms;

    return column < r->columns ? (uint32_t)column : r->columns - 1;
}

static void label_out(struct rb_view *view, const char *label)
{
    rb_page_spaces(view->page.out, RB_TEXT_INDENT);
    rb_buffer_puts(view->page.out, label);
    rb_page_spaces(view->page.out, LABEL_COLUMNS - (uint32_t)strlen(label));
}

static void ruler_out(struct rb_view *view, const struct ruler *r)
{
    struct rb_buffer *out = view->page.out;
    uint32_t limit = column_of(r, RB_HALF_MINUTE_MS), at = 0;
    uint64_t ms = 0;

    label_out(view, "seconds");
    for (; ms <= r->span_ms; ms += r->step_ms) {
        uint32_t column = column_of(r, (uint32_t)ms);
        size_t before;

        if (column < at)
            continue;
        rb_page_spaces(out, column - at);
        before = out->len;
        rb_buffer_uint(out, ms / 1000);
        at = column + (uint32_t)(out->len - before);
    }
    rb_buffer_putc(out, '\n');
    label_out(view, "");
    ms = 0;
    for (uint32_t i = 0; i < r->columns; i++) {
        bool tick = column_of(r, (uint32_t)ms) == i && ms <= r->span_ms;

        if (i == limit && r->span_ms > RB_HALF_MINUTE_MS)
            rb_page_sgr(&view->page, out, RB_INK_ERROR, false);
        if (tick)
            ms += r->step_ms;
        rb_page_raw(&view->page, tick ? "┴" : i >= limit && i > 0 ? "▒" : "─");
    }
    if (r->span_ms > RB_HALF_MINUTE_MS)
        rb_page_sgr(&view->page, out, RB_INK_PLAIN, false);
    rb_buffer_putc(out, '\n');
}

/* Paints the spans of one kind into a row of cells; true when there was one. */
static bool paint(const struct rb_draft *draft, const struct ruler *r, const char *kind,
                  uint8_t *cells)
{
    bool any = false;

    for (uint32_t i = 0; i < draft->facts.count; i++) {
        const struct rb_fact *f = &draft->facts.items[i];
        uint32_t first, last, end;

        if (!rb_slice_is(f->name, kind))
            continue;
        any = true;
        end = rb_draft_end_ms(draft, f->start, f->end);
        first = column_of(r, rb_draft_start_ms(draft, f->start));
        last = column_of(r, end ? end - 1 : 0);
        for (uint32_t c = first; c <= last && c < r->columns; c++)
            cells[c] = 1;
    }
    return any;
}

static void cells_out(struct rb_view *view, const struct ruler *r, const uint8_t *cells)
{
    struct rb_buffer *out = view->page.out;
    uint32_t limit = column_of(r, RB_HALF_MINUTE_MS), end = r->columns;

    while (end > 0 && !cells[end - 1])
        end--;
    rb_page_sgr(&view->page, out, RB_INK_GOOD, false);
    for (uint32_t i = 0; i < end; i++) {
        if (i == limit && r->span_ms > RB_HALF_MINUTE_MS)
            rb_page_sgr(&view->page, out, RB_INK_ERROR, false);
        rb_page_raw(&view->page, cells[i] ? "█" : " ");
    }
    rb_page_sgr(&view->page, out, RB_INK_PLAIN, false);
    rb_buffer_putc(out, '\n');
}

void rb_text_timeline(struct rb_view *view)
{
    const struct rb_draft *draft = &view->result->draft;
    struct ruler r = ruler_for(view->page.width, draft->clock.total_ms);
    uint8_t *cells = rb_arena_array(view->scratch, r.columns, sizeof *cells);

    if (!cells)
        return;
    rb_page_blank(&view->page);
    ruler_out(view, &r);
    for (size_t i = 0, next; i < sizeof rows / sizeof *rows; i = next) {
        bool any = false;

        memset(cells, 0, r.columns);
        for (next = i;
             next < sizeof rows / sizeof *rows && strcmp(rows[next].label, rows[i].label) == 0;
             next++)
            any |= paint(draft, &r, rows[next].kind, cells);
        if (!any && !rows[i].always)
            continue;
        label_out(view, rows[i].label);
        if (any) {
            cells_out(view, &r, cells);
        } else {
            rb_page_sgr(&view->page, view->page.out, RB_INK_DIM, false);
            rb_page_raw(&view->page, "not said");
            rb_page_sgr(&view->page, view->page.out, RB_INK_PLAIN, false);
            rb_buffer_putc(view->page.out, '\n');
        }
    }
}
