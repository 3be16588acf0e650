/* What the mouth will say, one line for each sentence behind the second at which it begins: the
 * best explanation of a time. */
#include "report/text.h"

enum { WORDS_COLUMN = 9 };

/* What is shown of the marks is explained below them. */
struct seen {
    bool pause, stop, blank;
};

static void begin_line(struct rb_page *page, uint32_t ms)
{
    rb_page_begin(page, RB_TEXT_INDENT, WORDS_COLUMN);
    rb_page_ink(page, RB_INK_DIM);
    rb_page_tenths(page, ms);
    rb_page_tab(page, WORDS_COLUMN);
    rb_page_ink(page, RB_INK_PLAIN);
}

/* The silence behind a word; that of a full stop needs no mark where its line ends. */
static void silence(struct rb_page *page, const struct rb_spoken *w, bool line_ends,
                    struct seen *seen)
{
    rb_page_ink(page, RB_INK_DIM);
    switch ((enum rb_gap)w->gap) {
    case RB_GAP_NONE:
        break;
    case RB_GAP_SHORT:
        rb_page_puts(page, " │");
        seen->pause = true;
        break;
    case RB_GAP_LONG:
        rb_page_puts(page, line_ends ? "" : " ‖");
        seen->stop |= !line_ends;
        break;
    case RB_GAP_ASKED:
        rb_page_puts(page, " (");
        rb_page_seconds(page, w->pause_ms);
        rb_page_puts(page, ")");
        break;
    }
    rb_page_ink(page, RB_INK_PLAIN);
}

static void explain(struct rb_page *page, const struct seen *seen)
{
    const char *comma = "";

    if (!seen->pause && !seen->stop && !seen->blank)
        return;
    rb_page_begin(page, WORDS_COLUMN, WORDS_COLUMN);
    rb_page_ink(page, RB_INK_DIM);
    if (seen->pause) {
        rb_page_puts(page, "│ a short pause");
        comma = ", ";
    }
    if (seen->stop) {
        rb_page_puts(page, comma);
        rb_page_puts(page, "‖ a long one");
        comma = ", ";
    }
    if (seen->blank) {
        rb_page_puts(page, comma);
        rb_page_puts(page, "[ ] fills a blank");
    }
    rb_page_end(page);
}

static bool is_blank(const struct rb_draft *draft, const struct rb_spoken *w)
{
    return draft->text.tokens[w->token].kind == RB_TOKEN_PLACEHOLDER;
}

void rb_text_spoken(struct rb_view *view)
{
    const struct rb_draft *draft = &view->result->draft;
    const struct rb_clock *clock = &draft->clock;
    struct rb_page *page = &view->page;
    struct seen seen = {false, false, false};

    if (clock->n_words == 0)
        return;
    rb_page_head(page, "As spoken");
    for (uint32_t i = 0; i < clock->n_words; i++) {
        const struct rb_spoken *w = &clock->words[i], *next = w + 1;
        uint32_t sentence = draft->text.tokens[w->token].sentence;
        bool last = i + 1 == clock->n_words, blank = is_blank(draft, w);
        bool line_ends = last || draft->text.tokens[next->token].sentence != sentence;

        if (i == 0 || draft->text.tokens[w[-1].token].sentence != sentence)
            begin_line(page, w->start_ms);
        if (blank && (i == 0 || w[-1].token != w->token))
            rb_page_puts(page, "[");
        rb_page_add(page, w->text);
        if (blank && (last || next->token != w->token))
            rb_page_puts(page, "]");
        seen.blank |= blank;
        silence(page, w, line_ends, &seen);
        if (line_ends)
            rb_page_end(page);
        else
            rb_page_puts(page, " ");
    }
    begin_line(page, clock->total_ms);
    rb_page_ink(page, RB_INK_DIM);
    rb_page_puts(page, "the end");
    rb_page_end(page);
    explain(page, &seen);
}
