#include "base/ascii.h"
#include "report/next.h"

enum {
    NUMBER_COLUMN = 3, /* numbers end here … */
    POINTS_COLUMN = 5, /* … points begin here … */
    TEXT_COLUMN = 10,  /* … and the words here, but for a page that has no room to give away */
    NARROW = 60,
    NARROW_COLUMN = 4,
    MOST_QUOTED = 60, /* bytes */
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

static uint32_t text_column(const struct rb_page *page)
{
    return page->width < NARROW ? NARROW_COLUMN : TEXT_COLUMN;
}

static void points_of(struct rb_page *page, uint32_t points)
{
    rb_page_puts(page, "−");
    rb_page_uint(page, points);
}

/* Whether two texts begin alike; a message has a space where a draft has any white space. */
static bool begins_with(struct rb_slice text, struct rb_slice words)
{
    for (size_t i = 0; i < words.len; i++)
        if (text.ptr[i] != words.ptr[i] && !(text.ptr[i] == ' ' && rb_is_space(words.ptr[i])))
            return false;
    return true;
}

/* Whether a message says the words itself; long ones are never said. */
static bool contains(struct rb_slice text, struct rb_slice words)
{
    for (size_t i = 0; words.len < MAX_SAID && i + words.len <= text.len; i++)
        if (begins_with(rb_slice_of(text.ptr + i, text.len - i), words))
            return true;
    return false;
}

/* Where it is, behind what it is: the words unless the message says them or they are as many as
 * only a mark can show, the second, the rule. */
static void evidence(struct rb_view *view, const struct rb_finding *f)
{
    struct rb_slice words = rb_view_words(view, f);
    struct rb_page *page = &view->page;

    rb_page_ink(page, RB_INK_DIM);
    if (words.len && words.len <= MOST_QUOTED && !contains(f->message, words)) {
        rb_page_puts(page, " ");
        rb_view_quote(view, words, page->width - text_column(page));
    }
    rb_page_puts(page, " · ");
    if (f->line) {
        rb_page_puts(page, "line ");
        rb_page_uint(page, f->line);
        rb_page_puts(page, " · ");
    } else if (view->result->scored) {
        rb_page_seconds(page, rb_draft_start_ms(&view->result->draft, f->start));
        rb_page_puts(page, " · ");
    }
    rb_page_puts(page, rb_severity_name(f->severity));
    rb_page_puts(page, " · ");
    rb_page_add(page, f->rule->id);
}

static void advice(struct rb_view *view, uint32_t listed)
{
    struct rb_advice advice = rb_view_advice(view, listed);
    struct rb_page *page = &view->page;

    if (advice.what.len + advice.effect.len == 0)
        return;
    rb_page_begin(page, text_column(page), text_column(page) + 2);
    rb_page_puts(page, "→ ");
    if (advice.said)
        rb_page_puts(page, "The same. ");
    else
        rb_page_add(page, advice.what);
    rb_page_ink(page, RB_INK_DIM);
    rb_page_add(page, advice.effect);
    rb_page_end(page);
}

static void finding(struct rb_view *view, uint32_t listed)
{
    const struct rb_finding *f = &view->result->findings[view->order[listed]];
    uint32_t digits = digits_of(listed + 1);
    struct rb_page *page = &view->page;

    rb_page_begin(page, digits < NUMBER_COLUMN ? NUMBER_COLUMN - digits : 0, text_column(page));
    rb_page_ink(page, rb_page_severity(f->severity));
    rb_page_uint(page, listed + 1);
    rb_page_tab(page, POINTS_COLUMN);
    if (f->points)
        points_of(page, f->points);
    rb_page_tab(page, page->width < NARROW ? 0 : TEXT_COLUMN);
    rb_page_ink(page, RB_INK_HEAD);
    rb_page_add(page, f->message);
    evidence(view, f);
    rb_page_end(page);
    advice(view, listed);
}

/* The sum, in the order of the list, so that it can be checked by hand; a long run of one cost is
 * said once: "−3 ×4". */
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
    for (uint32_t i = 0, next; i < result->n_findings; i = next) {
        uint32_t each = rb_view_costs(view, i, &next);

        points += (uint64_t)each * (next - i);
        if (each == 0)
            continue;
        rb_page_puts(page, " ");
        points_of(page, each);
        if (next - i > 1) {
            rb_page_puts(page, " ×");
            rb_page_uint(page, next - i);
        }
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
        finding(view, i);
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
