#include "report/text.h"

enum {
    NUMBER_COLUMN = 3, /* numbers end here … */
    POINTS_COLUMN = 5, /* … points begin here … */
    TEXT_COLUMN = 10,  /* … and the words here */
    MAX_SAID = 200
};

static uint32_t digits_of(uint32_t n)
{
    uint32_t digits = 1;

    while (n >= 10) {
        n /= 10;
        digits++;
    }
    return digits;
}

static void points_of(struct rb_page *page, uint32_t points)
{
    rb_page_puts(page, "−");
    rb_page_uint(page, points);
}

/* Whether a message says the words itself; long ones are never said. */
static bool contains(struct rb_slice text, struct rb_slice words)
{
    for (size_t i = 0; words.len < MAX_SAID && i + words.len <= text.len; i++)
        if (memcmp(text.ptr + i, words.ptr, words.len) == 0)
            return true;
    return false;
}

static void evidence(struct rb_view *view, const struct rb_finding *f)
{
    struct rb_slice words = rb_view_words(view, f);
    struct rb_page *page = &view->page;

    rb_page_begin(page, TEXT_COLUMN, TEXT_COLUMN);
    rb_page_ink(page, RB_INK_DIM);
    if (words.len && !contains(f->message, words)) {
        rb_view_quote(view, words, page->width - TEXT_COLUMN);
        rb_page_puts(page, " ");
    }
    if (f->line) {
        rb_page_puts(page, "line ");
        rb_page_uint(page, f->line);
        rb_page_puts(page, " · ");
    } else if (view->result->scored) {
        rb_page_puts(page, "at ");
        rb_page_seconds(page, rb_draft_start_ms(&view->result->draft, f->start));
        rb_page_puts(page, " s · ");
    }
    rb_page_puts(page, rb_severity_name(f->severity));
    rb_page_puts(page, " · ");
    rb_page_add(page, f->rule->id);
    rb_page_end(page);
}

static void finding(struct rb_view *view, uint32_t number, const struct rb_finding *f)
{
    uint32_t digits = digits_of(number);
    struct rb_page *page = &view->page;

    rb_page_begin(page, digits < NUMBER_COLUMN ? NUMBER_COLUMN - digits : 0, TEXT_COLUMN);
    rb_page_ink(page, rb_page_severity(f->severity));
    rb_page_uint(page, number);
    rb_page_tab(page, POINTS_COLUMN);
    if (f->points)
        points_of(page, f->points);
    rb_page_tab(page, TEXT_COLUMN);
    rb_page_ink(page, RB_INK_HEAD);
    rb_page_add(page, f->message);
    rb_page_end(page);
    if (f->advice.len) {
        rb_page_begin(page, TEXT_COLUMN, TEXT_COLUMN);
        rb_page_puts(page, "→ ");
        rb_page_add(page, f->advice);
        rb_page_end(page);
    }
    evidence(view, f);
}

/* The sum, in the order of the list, so that it can be checked by hand. */
static void sum(struct rb_view *view)
{
    const ringback_result *result = view->result;
    struct rb_page *page = &view->page;
    uint64_t points = 0;

    if (result->score == 100)
        return;
    rb_page_blank(page);
    rb_page_begin(page, RB_TEXT_INDENT, TEXT_COLUMN);
    rb_page_puts(page, "100");
    for (uint32_t i = 0; i < result->n_findings; i++) {
        const struct rb_finding *f = &result->findings[view->order[i]];

        if (f->points == 0)
            continue;
        points += f->points;
        rb_page_puts(page, " ");
        points_of(page, f->points);
    }
    rb_page_puts(page, points > 100 ? " is below 0: " : " = ");
    rb_page_ink(page, RB_INK_HEAD);
    rb_page_uint(page, result->score);
    rb_page_end(page);
}

/* Whether this rule is the first of its kind in the list from there on. */
static bool is_first(const ringback_result *result, uint32_t from, uint32_t i)
{
    for (uint32_t k = from; k < i; k++)
        if (result->suppressed[k].rule == result->suppressed[i].rule)
            return false;
    return true;
}

/* "2 suppressed: no-website (legal wants it)": each rule with its reason, once. reasons false: they
 * are all the same. */
static void set_aside(struct rb_view *view, const char *head, uint32_t from, uint32_t to,
                      bool reasons)
{
    const ringback_result *result = view->result;
    struct rb_page *page = &view->page;
    uint32_t given = 0;

    if (from == to)
        return;
    rb_page_blank(page);
    rb_page_begin(page, RB_TEXT_INDENT, TEXT_COLUMN);
    rb_page_uint(page, to - from);
    rb_page_puts(page, head);
    for (uint32_t i = from; i < to && given < MAX_SAID; i++) {
        const struct rb_finding *f = &result->suppressed[i];

        if (!is_first(result, from, i))
            continue;
        rb_page_puts(page, given++ ? ", " : "");
        rb_page_add(page, f->rule->id);
        if (!reasons)
            continue;
        rb_page_ink(page, RB_INK_DIM);
        rb_page_puts(page, " (");
        rb_page_add(page, f->reason);
        rb_page_puts(page, ")");
        rb_page_ink(page, RB_INK_PLAIN);
    }
    rb_page_end(page);
}

static void findings(struct rb_view *view)
{
    const ringback_result *result = view->result;

    if (result->n_findings == 0)
        return;
    rb_page_head(&view->page, result->scored ? "What to do, the most gainful first" : "Why");
    for (uint32_t i = 0; i < result->n_findings; i++)
        finding(view, i + 1, &result->findings[view->order[i]]);
    if (result->scored)
        sum(view);
}

void rb_text_findings(struct rb_view *view)
{
    uint32_t n = view->result->n_suppressed, accepted = n - view->n_accepted;

    findings(view);
    set_aside(view, " suppressed: ", 0, accepted, true);
    set_aside(view, " accepted by the baseline: ", accepted, n, false);
}
