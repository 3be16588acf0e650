/* What the time report says in words: the arithmetic of the seconds, what cutting saves, and what
 * has been heard by someone who hangs up. */
#include "report/text.h"

enum { MAX_CUTS = 16, HEARD_COLUMN = 8 };

#define HEARD(kind, words) {kind, words},
static const struct {
    const char *kind, *words;
} heard[] = {
#include "report/heard.def"
};
#undef HEARD

static void amount(struct rb_page *page, const char *what, uint32_t ms)
{
    if (ms == 0)
        return;
    rb_page_puts(page, what);
    rb_page_seconds(page, ms);
    rb_page_puts(page, " s");
}

static void arithmetic(struct rb_view *view)
{
    const struct rb_draft *draft = &view->result->draft;
    const struct rb_clock *clock = &draft->clock;
    struct rb_page *page = &view->page;

    rb_page_begin(page, RB_TEXT_INDENT, RB_TEXT_INDENT);
    rb_page_seconds(page, clock->total_ms);
    rb_page_puts(page, " s at ");
    rb_page_uint(page, draft->known.words_per_minute);
    rb_page_puts(page, " words a minute: ");
    rb_page_count(page, draft->text.n_words, "word");
    amount(page, ", ", clock->words_ms);
    amount(page, " + phone numbers ", clock->numbers_ms);
    amount(page, " + pauses ", clock->pauses_ms);
    rb_page_end(page);
}

struct cut {
    uint32_t finding, saves;
};

/* What can go, the longest first; of two that overlap the longer one. The list is short: a draft
 * with more to cut than that wants writing anew. */
static uint32_t find_cuts(const struct rb_view *view, struct cut cuts[MAX_CUTS])
{
    const ringback_result *result = view->result;
    uint32_t n = 0, last = UINT32_MAX;

    for (uint32_t i = 0; i < result->n_findings && n < MAX_CUTS; i++) {
        const struct rb_finding *f = &result->findings[i];
        uint32_t saves = rb_view_saves(view, f);

        if (!f->removable || f->start == f->end)
            continue;
        if (last != UINT32_MAX && f->start < result->findings[last].end) {
            if (saves > cuts[n - 1].saves)
                cuts[n - 1] = (struct cut){last = i, saves};
            continue;
        }
        cuts[n++] = (struct cut){last = i, saves};
    }
    for (uint32_t i = 1; i < n; i++)
        for (uint32_t j = i; j > 0 && cuts[j].saves > cuts[j - 1].saves; j--) {
            struct cut swap = cuts[j];

            cuts[j] = cuts[j - 1];
            cuts[j - 1] = swap;
        }
    return n;
}

/* The fewest cuts that bring the draft under half a minute, or what all of them leave. */
static void trim(struct rb_view *view)
{
    uint32_t total = view->result->draft.clock.total_ms, over, saved = 0, n, used = 0;
    struct rb_page *page = &view->page;
    struct cut cuts[MAX_CUTS];

    if (total <= RB_HALF_MINUTE_MS)
        return;
    over = total - RB_HALF_MINUTE_MS;
    n = find_cuts(view, cuts);
    while (used < n && saved < over)
        saved += cuts[used++].saves;
    rb_page_begin(page, RB_TEXT_INDENT, RB_TEXT_INDENT);
    rb_page_ink(page, RB_INK_ERROR);
    rb_page_seconds(page, over);
    rb_page_puts(page, " s over");
    rb_page_ink(page, RB_INK_PLAIN);
    if (used) {
        rb_page_puts(page, ": without ");
        for (uint32_t i = 0; i < used; i++) {
            rb_view_join(view, i, used);
            rb_page_uint(page, view->number[cuts[i].finding]);
            rb_page_puts(page, " (");
            rb_page_seconds(page, cuts[i].saves);
            rb_page_puts(page, " s)");
        }
        rb_page_puts(page, saved < over ? " it is still " : " it is ");
        rb_page_seconds(page, total > saved ? total - saved : 0);
        rb_page_puts(page, " s");
    }
    rb_page_end(page);
}

void rb_text_time(struct rb_view *view)
{
    rb_page_head(&view->page, "Time");
    arithmetic(view);
    trim(view);
}

/* The words spoken up to a moment. */
static struct rb_slice words_until(const struct rb_draft *draft, uint32_t ms)
{
    const struct rb_text *text = &draft->text;
    uint32_t last = UINT32_MAX;

    for (uint32_t i = 0; i < text->n_tokens && draft->clock.token_start_ms[i] < ms; i++)
        if (draft->clock.token_end_ms[i] <= ms &&
            draft->clock.token_end_ms[i] > draft->clock.token_start_ms[i])
            last = i;
    if (last == UINT32_MAX)
        return rb_slice_of("", 0);
    return rb_slice_of(text->source.text.ptr + text->tokens[0].start,
                       text->tokens[last].end - text->tokens[0].start);
}

static bool is_heard(const struct rb_draft *draft, const char *kind, uint32_t ms)
{
    for (uint32_t i = 0; i < draft->facts.count; i++) {
        const struct rb_fact *f = &draft->facts.items[i];

        if (rb_draft_start_ms(draft, f->start) >= ms)
            break;
        if (rb_slice_is(f->name, kind) && rb_draft_end_ms(draft, f->start, f->end) <= ms)
            return true;
    }
    return false;
}

/* The end of a text: its last words, as many as stand in the columns. */
static struct rb_slice tail(struct rb_slice text, size_t columns)
{
    size_t at = text.len > columns ? text.len - columns : 0;

    if (at == 0)
        return text;
    while (at < text.len && text.ptr[at] != ' ')
        at++;
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    return rb_slice_of(text.ptr + at, text.len - at);
}

static void heard_until(struct rb_view *view, uint32_t ms)
{
    const struct rb_draft *draft = &view->result->draft;
    struct rb_slice words = words_until(draft, ms), end = tail(words, 36);
    struct rb_page *page = &view->page;
    bool any = false;

    rb_page_begin(page, ms < 10000 ? RB_TEXT_INDENT + 1 : RB_TEXT_INDENT, HEARD_COLUMN);
    rb_page_uint(page, ms / 1000);
    rb_page_puts(page, " s");
    rb_page_tab(page, HEARD_COLUMN);
    for (size_t i = 0; i < sizeof heard / sizeof *heard; i++) {
        if (!is_heard(draft, heard[i].kind, ms))
            continue;
        rb_page_puts(page, any ? ", " : "");
        rb_page_puts(page, heard[i].words);
        any = true;
    }
    if (!any)
        rb_page_puts(page, "nothing that counts");
    if (end.len) {
        rb_page_ink(page, RB_INK_DIM);
        rb_page_puts(page, end.ptr == words.ptr ? " “" : " “… ");
        rb_page_add(page, end);
        rb_page_puts(page, "”");
    }
    rb_page_end(page);
}

void rb_text_hang_up(struct rb_view *view)
{
    static const uint32_t moments[] = {3000, 8000, 15000};
    uint32_t total = view->result->draft.clock.total_ms;

    rb_page_head(&view->page, "If they hang up, they have heard");
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++)
        if (moments[i] < total || i == 0)
            heard_until(view, moments[i]);
}
