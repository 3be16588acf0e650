/* The draft itself, wrapped, behind a gutter, with the words in question marked in place: the
 * numbers are those of the findings below it. */
#include "base/ascii.h"
#include "report/glyph.h"
#include "report/text.h"

enum {
    GUTTER = 4,
    MAX_MARKS = 32, /* of one row; what is over is only in the list */
    MAX_LANES = 4,  /* rows of marks under a row of text */
    MAX_NUMBERS = 6,
    LABEL = MAX_NUMBERS * 11
};

struct row {
    uint32_t start, end; /* bytes of the draft */
    uint32_t next;       /* where the row after it begins */
    bool last;
};

struct layout {
    bool anew; /* line ends within a paragraph do not count */
};

struct mark {
    uint32_t start, end; /* bytes of the draft */
    uint32_t column, width;
    uint8_t severity;
    bool missing, begins;
    bool wide;                     /* over several rows: its begin says enough */
    uint32_t numbers[MAX_NUMBERS]; /* of the findings, ascending */
    uint32_t n_numbers;
    char label[LABEL]; /* "3,5" */
    uint32_t label_len;
};

struct marks {
    struct mark items[MAX_MARKS];
    uint32_t count;
    uint32_t next; /* the first finding that has not begun */
};

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

/* The byte behind a line's end: LF, CRLF or a lone CR. */
static uint32_t behind_break(struct rb_slice text, uint32_t at)
{
    return at + 1 + (text.ptr[at] == '\r' && at + 1 < text.len && text.ptr[at + 1] == '\n');
}

/* A line that is wider than the page: its draft is laid out anew, for broken once by its writer and
 * once by the page it would be hard to read. */
static bool has_wide_line(const struct rb_view *view, struct rb_slice text)
{
    uint32_t columns = view->page.width - GUTTER, used = 0;
    bool any = false;

    for (size_t at = 0; at < text.len && !any;) {
        struct rb_glyph g = rb_glyph_at(text, at, view->page.unicode);

        used = is_break(text.ptr[at]) ? 0 : used + g.columns;
        any = used > columns;
        at += g.bytes;
    }
    return any;
}

/* Whether the line's end at a byte is only a space in a paragraph. */
static bool is_soft(const struct layout *layout, struct rb_slice text, uint32_t at)
{
    uint32_t next = behind_break(text, at);

    return layout->anew && next < text.len &&
           (rb_is_alnum(text.ptr[next]) || (unsigned char)text.ptr[next] >= 0x80 ||
            strchr("\"'([{<$", text.ptr[next]));
}

/* One row: up to a line's end, or to the last space that fits. */
static struct row next_row(const struct rb_view *view, const struct layout *layout,
                           struct rb_slice text, uint32_t start)
{
    uint32_t columns = view->page.width - GUTTER, used = 0, at = start, space = start;
    struct row row = {.start = start};

    /* A line's end at once is a blank line, which stays. */
    while (at < text.len &&
           (!is_break(text.ptr[at]) || (at > start && is_soft(layout, text, at)))) {
        struct rb_glyph g = rb_glyph_at(text, at, view->page.unicode);

        if (g.space)
            space = at;
        if (used + g.columns > columns && at > start) {
            if (space > start)
                at = space;
            break;
        }
        used += g.columns;
        at += g.bytes;
    }
    row.end = row.next = at;
    if (at < text.len && is_break(text.ptr[at]))
        row.next = behind_break(text, at);
    else if (at < text.len && text.ptr[at] == ' ')
        row.next++;
    row.last = row.next >= text.len;
    while (row.end > row.start && (unsigned char)text.ptr[row.end - 1] <= ' ' &&
           text.ptr[row.end - 1] != RB_REPLACED)
        row.end--;
    return row;
}

static void number_add(struct mark *mark, uint32_t number)
{
    uint32_t at = mark->n_numbers;

    if (at == MAX_NUMBERS)
        return;
    for (; at > 0 && mark->numbers[at - 1] > number; at--)
        mark->numbers[at] = mark->numbers[at - 1];
    mark->numbers[at] = number;
    mark->n_numbers++;
}

static void label_make(struct mark *mark)
{
    mark->label_len = 0;
    for (uint32_t i = 0; i < mark->n_numbers; i++) {
        uint32_t number = mark->numbers[i], n = 0;
        char digits[10];

        do {
            digits[n++] = (char)('0' + number % 10);
            number /= 10;
        } while (number);
        if (i)
            mark->label[mark->label_len++] = ',';
        while (n > 0)
            mark->label[mark->label_len++] = digits[--n];
    }
}

/* Findings that begin in this row join the marks that go on from the row before. */
static void marks_begin(struct rb_view *view, struct marks *marks, const struct row *row)
{
    const ringback_result *result = view->result;

    for (; marks->next < result->n_findings; marks->next++) {
        const struct rb_finding *f = &result->findings[marks->next];
        struct mark *m = marks->count ? &marks->items[marks->count - 1] : NULL;
        bool missing = f->start == f->end;

        if (!row->last && f->start >= row->next)
            break;
        /* What does not stand in the draft's text has no place in it. */
        if (f->line || (!missing && rb_view_words(view, f).len == 0))
            continue;
        if (!m || !m->begins || m->start != f->start || m->end != f->end) {
            if (marks->count == MAX_MARKS)
                continue;
            m = &marks->items[marks->count++];
            *m = (struct mark){.start = f->start,
                               .end = f->end,
                               .severity = f->severity,
                               .missing = missing,
                               .wide = f->end - f->start > 2 * (view->page.width - GUTTER),
                               .begins = true};
        }
        if (f->severity > m->severity)
            m->severity = f->severity;
        number_add(m, view->number[marks->next]);
    }
}

static void marks_end(struct marks *marks, const struct row *row)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < marks->count; i++) {
        if (marks->items[i].missing || marks->items[i].end <= row->next)
            continue;
        marks->items[kept] = marks->items[i];
        marks->items[kept].begins = false;
        marks->items[kept++].n_numbers = 0;
    }
    marks->count = kept;
}

/* Where each mark stands in the row. */
static void marks_place(struct rb_view *view, struct marks *marks, const struct row *row)
{
    struct rb_slice text = view->result->draft.text.source.text;
    uint32_t columns = view->page.width - GUTTER;

    for (uint32_t i = 0; i < marks->count; i++) {
        struct mark *m = &marks->items[i];
        uint32_t start = m->start < row->start ? row->start : m->start;
        uint32_t end = m->end > row->end ? row->end : m->end;
        uint32_t least;

        label_make(m);
        least = m->label_len + m->missing;
        start = start > row->end ? row->end : start;
        m->column = rb_glyph_columns(rb_slice_of(text.ptr + row->start, start - row->start),
                                     view->page.unicode);
        m->width = end > start ? rb_glyph_columns(rb_slice_of(text.ptr + start, end - start),
                                                  view->page.unicode)
                               : 0;
        if (m->width < least)
            m->width = least;
        if (m->column + m->width > columns)
            m->column = columns > m->width ? columns - m->width : 0;
    }
}

static void gutter(struct rb_view *view)
{
    rb_page_spaces(view->page.out, RB_TEXT_INDENT);
    rb_page_sgr(&view->page, view->page.out, RB_INK_DIM, false);
    rb_page_raw(&view->page, "│");
    rb_page_sgr(&view->page, view->page.out, RB_INK_PLAIN, false);
}

/* The gravest of the marks that cover a byte, or NULL. */
static const struct mark *mark_at(const struct marks *marks, uint32_t at)
{
    const struct mark *best = NULL;

    for (uint32_t i = 0; i < marks->count; i++) {
        const struct mark *m = &marks->items[i];

        if (m->start <= at && at < m->end && (!best || m->severity > best->severity))
            best = m;
    }
    return best;
}

static void row_text(struct rb_view *view, const struct marks *marks, const struct row *row)
{
    struct rb_slice text = view->result->draft.text.source.text;
    struct rb_buffer *out = view->page.out;
    const struct mark *before = NULL;

    gutter(view);
    for (uint32_t at = row->start; at < row->end;) {
        struct rb_glyph g = rb_glyph_at(text, at, view->page.unicode);
        const struct mark *now = view->page.color ? mark_at(marks, at) : NULL;

        if (at == row->start)
            rb_buffer_putc(out, ' ');
        if (now != before) {
            if (before)
                rb_page_sgr(&view->page, out, RB_INK_PLAIN, false);
            if (now)
                rb_page_sgr(&view->page, out, rb_page_severity(now->severity), true);
            before = now;
        }
        rb_buffer_add(out, g.text, g.len);
        at += g.bytes;
    }
    if (before)
        rb_page_sgr(&view->page, out, RB_INK_PLAIN, false);
    rb_buffer_putc(out, '\n');
}

static void mark_out(struct rb_view *view, const struct mark *m, bool underline)
{
    struct rb_buffer *out = view->page.out;

    rb_page_sgr(&view->page, out, rb_page_severity(m->severity), false);
    if (m->missing)
        rb_buffer_putc(out, '^');
    rb_buffer_add(out, m->label, m->label_len);
    for (uint32_t i = m->label_len + m->missing; i < m->width && underline; i++)
        rb_buffer_putc(out, '~');
    rb_page_sgr(&view->page, out, RB_INK_PLAIN, false);
}

/* 0: nothing of it is to be seen in that lane. */
static uint32_t shown_columns(const struct rb_view *view, const struct mark *m, uint32_t lane)
{
    return lane == 0 && !view->page.color && !m->wide ? m->width : m->label_len + m->missing;
}

/* Marks go to the first lane in which they do not touch the one before; marks are ordered by start,
 * so each lane is written from left to right. Only the first lane underlines words: more lines of
 * them would hide the draft. Where there is colour they are underlined already. */
static void mark_rows(struct rb_view *view, const struct marks *marks)
{
    uint8_t lane_of[MAX_MARKS];
    uint32_t ends[MAX_LANES] = {0}, lanes = 0;

    for (uint32_t i = 0; i < marks->count; i++) {
        const struct mark *m = &marks->items[i];
        uint8_t lane = 0;

        while (lane < MAX_LANES &&
               (shown_columns(view, m, lane) == 0 || (ends[lane] && m->column < ends[lane] + 1)))
            lane++;
        lane_of[i] = lane;
        if (lane == MAX_LANES)
            continue;
        ends[lane] = m->column + shown_columns(view, m, lane);
        lanes = lane + 1u > lanes ? lane + 1u : lanes;
    }
    for (uint32_t lane = 0; lane < lanes; lane++) {
        uint32_t column = 0;

        gutter(view);
        rb_buffer_putc(view->page.out, ' ');
        for (uint32_t i = 0; i < marks->count; i++) {
            const struct mark *m = &marks->items[i];

            if (lane_of[i] != lane)
                continue;
            rb_page_spaces(view->page.out, m->column - column);
            mark_out(view, m, lane == 0 && !view->page.color && !m->wide);
            column = m->column + shown_columns(view, m, lane);
        }
        rb_buffer_putc(view->page.out, '\n');
    }
}

static void replaced(struct rb_view *view)
{
    const struct rb_source *source = &view->result->draft.text.source;
    struct rb_page *page = &view->page;
    uint32_t line, column;

    if (source->n_replaced == 0)
        return;
    rb_source_place(source, source->first_replaced, &line, &column);
    rb_page_begin(page, RB_TEXT_INDENT, RB_TEXT_INDENT);
    rb_page_ink(page, RB_INK_WARNING);
    rb_page_count(page, source->n_replaced, "byte");
    rb_page_puts(page, source->n_replaced == 1 ? " is no text" : " are no text");
    rb_page_puts(page, " (not UTF-8, or NUL), the first at line ");
    rb_page_uint(page, line);
    rb_page_puts(page, ", column ");
    rb_page_uint(page, column);
    rb_page_puts(page, ": save it as UTF-8");
    rb_page_end(page);
}

void rb_text_draft(struct rb_view *view)
{
    struct rb_slice text = view->result->draft.text.source.text;
    struct marks *marks = rb_arena_alloc(view->scratch, sizeof *marks);
    struct row row = {.next = 0};
    struct layout layout;

    /* White space around the draft is of no interest, and would push the report off the screen. */
    while (text.len && (unsigned char)text.ptr[text.len - 1] <= ' ' &&
           text.ptr[text.len - 1] != RB_REPLACED)
        text.len--;
    while (row.next < text.len && (text.ptr[row.next] == '\n' || text.ptr[row.next] == '\r'))
        row.next++;
    if (!marks || row.next >= text.len)
        return;
    layout.anew = has_wide_line(view, text);
    rb_page_blank(&view->page);
    do {
        row = next_row(view, &layout, text, row.next);
        marks_begin(view, marks, &row);
        marks_place(view, marks, &row);
        row_text(view, marks, &row);
        mark_rows(view, marks);
        marks_end(marks, &row);
    } while (!row.last);
    replaced(view);
}
