#include "report/next.h"

static uint32_t errors_of(const ringback_result *result)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < result->n_findings; i++)
        n += result->findings[i].severity == RINGBACK_ERROR;
    return n;
}

/* Whole seconds, rounded half up. */
static void whole_seconds(struct rb_page *page, uint32_t ms)
{
    rb_page_uint(page, ((uint64_t)ms + 500) / 1000);
}

static void seconds(struct rb_view *view)
{
    const struct rb_clock *clock = &view->result->draft.clock;
    struct rb_page *page = &view->page;

    rb_page_ink(page, rb_view_duration(view) > RB_HALF_MINUTE_MS ? RB_INK_ERROR : RB_INK_PLAIN);
    rb_page_seconds(page, rb_view_duration(view));
    rb_page_ink(page, RB_INK_PLAIN);
    if (view->result->draft.known.measured_ms != RINGBACK_UNSET) {
        rb_page_puts(page, " measured");
        return;
    }
    rb_page_puts(page, " (");
    whole_seconds(page, clock->fast_ms);
    rb_page_puts(page, "–");
    whole_seconds(page, clock->slow_ms);
    rb_page_puts(page, ")");
}

static void readiness(struct rb_view *view)
{
    const ringback_result *result = view->result;
    uint32_t errors = errors_of(result);
    struct rb_page *page = &view->page;

    if (result->ready) {
        rb_page_ink(page, RB_INK_GOOD);
        rb_page_puts(page, "ready");
        return;
    }
    rb_page_ink(page, RB_INK_ERROR);
    rb_page_puts(page, "not ready");
    rb_page_ink(page, RB_INK_PLAIN);
    rb_page_puts(page, ": ");
    if (!result->scored) {
        rb_page_puts(page, "not a voicemail");
        return;
    }
    if (errors)
        rb_page_count(page, errors, "error");
    if (result->score < result->draft.known.min_score) {
        rb_page_puts(page, errors ? ", score under " : "score under ");
        rb_page_uint(page, result->draft.known.min_score);
    }
}

/* "1, 2 and 5 to 9": numbers are positions from 1, a run of three or more is one item. Gives the
 * end of the item that begins at a position. */
static uint32_t item_end(const bool *mend, uint32_t n, uint32_t from)
{
    uint32_t to = from;

    while (to + 1 < n && mend[to + 1])
        to++;
    return to - from >= 2 ? to : from;
}

static void numbers(struct rb_view *view, const bool *mend)
{
    const ringback_result *result = view->result;
    uint32_t n = result->n_findings, items = 0, given = 0;
    struct rb_page *page = &view->page;

    for (uint32_t i = 0; i < n; i++)
        if (mend[i]) {
            i = item_end(mend, n, i);
            items++;
        }
    for (uint32_t i = 0; i < n; i++) {
        uint32_t end;

        if (!mend[i])
            continue;
        end = item_end(mend, n, i);
        rb_view_join(view, given++, items);
        rb_page_ink(page, rb_page_severity(result->findings[view->order[i]].severity));
        rb_page_uint(page, i + 1);
        if (end > i) {
            rb_page_puts(page, " to ");
            rb_page_uint(page, end + 1);
        }
        rb_page_ink(page, RB_INK_PLAIN);
        i = end;
    }
}

static void what_next(struct rb_view *view)
{
    struct rb_page *page = &view->page;
    struct rb_next next;

    if (!rb_view_next(view, &next))
        return;
    rb_page_begin(page, 0, RB_TEXT_INDENT);
    rb_page_puts(page, next.ready ? "One more minute: mend " : "To make it ready: mend ");
    numbers(view, next.mend);
    rb_page_puts(page, " → ");
    rb_page_uint(page, next.score);
    rb_page_puts(page, " of 100");
    if (next.longer)
        rb_page_puts(page, ", if it stays within 30 s");
    rb_page_end(page);
}

/* A draft that another style would fit is to be judged as that first. */
static void other_style(struct rb_view *view)
{
    const ringback_result *result = view->result;
    struct rb_page *page = &view->page;

    for (uint32_t i = 0; i < result->n_reminders; i++) {
        if (!result->reminders[i].style)
            continue;
        rb_page_begin(page, 0, RB_TEXT_INDENT);
        rb_page_add(page, result->reminders[i].message);
        rb_page_end(page);
    }
}

void rb_text_verdict(struct rb_view *view)
{
    const ringback_result *result = view->result;
    struct rb_page *page = &view->page;

    if (!view->options->quiet || page->column == 0)
        rb_page_begin(page, 0, RB_TEXT_INDENT);
    rb_page_ink(page, result->ready ? RB_INK_GOOD : RB_INK_HEAD);
    if (result->scored) {
        rb_page_uint(page, result->score);
        rb_page_puts(page, " of 100");
    } else {
        rb_page_puts(page, "no score");
    }
    rb_page_ink(page, RB_INK_PLAIN);
    rb_page_puts(page, " · ");
    if (view->result->draft.text.n_words) {
        seconds(view);
        rb_page_puts(page, " · ");
    }
    readiness(view);
    rb_page_set_aside(page, result->n_suppressed - view->n_accepted, view->n_accepted);
    rb_page_end(page);
    if (view->options->quiet || !result->scored)
        return;
    what_next(view);
    other_style(view);
}
