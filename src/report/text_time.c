/* What the time report says in words: the arithmetic of the seconds, what other speakers take, and
 * what has been heard by someone who hangs up. */
#include "report/text.h"

enum { HEARD_COLUMN = 8 };

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
    struct rb_clock_parts parts = rb_clock_parts(&draft->clock);
    struct rb_page *page = &view->page;

    rb_page_begin(page, RB_TEXT_INDENT, RB_TEXT_INDENT);
    rb_page_seconds(page, parts.total_ms);
    rb_page_puts(page, " s at ");
    rb_page_uint(page, draft->known.words_per_minute);
    rb_page_puts(page, " words a minute: ");
    rb_page_count(page, draft->text.n_words, "word");
    amount(page, ", ", parts.words_ms);
    amount(page, " + phone numbers ", parts.numbers_ms);
    amount(page, " + pauses ", parts.pauses_ms);
    rb_page_end(page);
}

/* What people do with it: they talk faster and more slowly, and have longer names. */
static void range(struct rb_view *view)
{
    const struct rb_clock *clock = &view->result->draft.clock;
    struct rb_page *page = &view->page;

    rb_page_begin(page, RB_TEXT_INDENT, RB_TEXT_INDENT);
    rb_page_seconds(page, clock->fast_ms);
    rb_page_puts(page, " s for a fast speaker, ");
    rb_page_seconds(page, clock->slow_ms);
    rb_page_puts(page, " s for a slow one");
    rb_page_end(page);
    if (clock->longest_ms <= clock->total_ms)
        return;
    rb_page_begin(page, RB_TEXT_INDENT, RB_TEXT_INDENT);
    rb_page_seconds(page, clock->longest_ms);
    rb_page_puts(page, " s with long names and the like in the blanks");
    rb_page_end(page);
}

/* The pace of this speaker, from a time that was measured. */
static void own_pace(struct rb_view *view)
{
    const struct rb_draft *draft = &view->result->draft;
    uint32_t pace = rb_draft_pace(draft);
    struct rb_page *page = &view->page;

    if (draft->known.measured_ms == RINGBACK_UNSET || draft->clock.total_ms == 0 ||
        pace == UINT32_MAX)
        return;
    rb_page_begin(page, RB_TEXT_INDENT, RB_TEXT_INDENT);
    rb_page_seconds(page, draft->known.measured_ms);
    rb_page_puts(page, " s measured, your pace: ");
    rb_page_uint(page, pace);
    rb_page_puts(page, " words a minute");
    if (pace != draft->known.words_per_minute && pace >= RINGBACK_MIN_PACE &&
        pace <= RINGBACK_MAX_PACE) {
        rb_page_puts(page, "; use --pace ");
        rb_page_uint(page, pace);
    }
    rb_page_end(page);
}

void rb_text_time(struct rb_view *view)
{
    rb_page_head(&view->page, "Time");
    arithmetic(view);
    range(view);
    own_pace(view);
}

/* The words spoken up to a moment. */
struct rb_slice rb_draft_words_until(const struct rb_draft *draft, uint32_t ms)
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

bool rb_draft_is_heard(const struct rb_draft *draft, const char *kind, uint32_t ms)
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
    struct rb_slice words = rb_draft_words_until(draft, ms), end = tail(words, 36);
    struct rb_page *page = &view->page;
    bool any = false;

    rb_page_begin(page, ms < 10000 ? RB_TEXT_INDENT + 1 : RB_TEXT_INDENT, HEARD_COLUMN);
    rb_page_uint(page, ms / 1000);
    rb_page_puts(page, " s");
    rb_page_tab(page, HEARD_COLUMN);
    for (size_t i = 0; i < sizeof heard / sizeof *heard; i++) {
        if (!rb_draft_is_heard(draft, heard[i].kind, ms))
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
