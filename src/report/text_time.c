/* What the time report says in words: the arithmetic of the seconds, what other speakers take, and
 * what has been heard by someone who hangs up. */
#include "base/ascii.h"
#include "report/glyph.h"
#include "report/text.h"

enum {
    HEARD_COLUMN = 8,
    MARKS_COLUMNS = 7, /* of a space, quotation marks and dots */
    LEAST_WORDS = 12,
    MOST_WORDS = 36
};

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
}

static void arithmetic(struct rb_view *view)
{
    const struct rb_draft *draft = &view->result->draft;
    const struct rb_clock *clock = &draft->clock;
    struct rb_clock_parts parts = rb_clock_parts(clock);
    struct rb_page *page = &view->page;

    rb_page_begin(page, RB_TEXT_INDENT, RB_TEXT_INDENT);
    rb_page_seconds(page, parts.total_ms);
    rb_page_puts(page, " at ");
    rb_page_uint(page, draft->known.words_per_minute);
    rb_page_puts(page, " words a minute: ");
    rb_page_count(page, draft->text.n_words, "word");
    amount(page, " ", parts.words_ms);
    amount(page, " + numbers ", parts.numbers_ms);
    amount(page, " + pauses ", parts.pauses_ms);
    rb_page_puts(page, ". A fast speaker takes ");
    rb_page_seconds(page, clock->fast_ms);
    rb_page_puts(page, ", a slow one ");
    rb_page_seconds(page, clock->slow_ms);
    rb_page_puts(page, ".");
    rb_page_end(page);
    if (clock->longest_ms <= clock->total_ms)
        return;
    rb_page_begin(page, RB_TEXT_INDENT, RB_TEXT_INDENT);
    rb_page_seconds(page, clock->longest_ms);
    rb_page_puts(page, " with long names and the like in the blanks");
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
    rb_page_puts(page, " measured, your pace: ");
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
static struct rb_slice tail(struct rb_slice text, uint32_t columns, bool unicode)
{
    size_t at = 0;

    while (at < text.len &&
           rb_glyph_columns(rb_slice_of(text.ptr + at, text.len - at), unicode) > columns) {
        while (at < text.len && !rb_is_space(text.ptr[at]))
            at++;
        while (at < text.len && rb_is_space(text.ptr[at]))
            at++;
    }
    return rb_slice_of(text.ptr + at, text.len - at);
}

/* The last words that were heard, if there is room for some of them on the line. */
static void last_words(struct rb_view *view, uint32_t ms)
{
    struct rb_slice words = rb_draft_words_until(&view->result->draft, ms), end = words;
    struct rb_page *page = &view->page;
    uint32_t used = page->column + page->space + page->word_columns, room;

    room = page->width > used + MARKS_COLUMNS ? page->width - used - MARKS_COLUMNS : 0;
    if (room < LEAST_WORDS)
        return;
    if (words.len > 4 * MOST_WORDS)
        end = rb_slice_of(words.ptr + words.len - 4 * MOST_WORDS, 4 * MOST_WORDS);
    end = tail(end, room < MOST_WORDS ? room : MOST_WORDS, page->unicode);
    if (end.len == 0)
        return;
    rb_page_ink(page, RB_INK_DIM);
    rb_page_puts(page, end.ptr == words.ptr ? " “" : " “… ");
    rb_page_add(page, end);
    rb_page_puts(page, "”");
}

static void heard_until(struct rb_view *view, uint32_t ms)
{
    const struct rb_draft *draft = &view->result->draft;
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
    last_words(view, ms);
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
