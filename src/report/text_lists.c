/* The lists at the report's end, and what is shown on demand. */
#include "report/text.h"

enum { REASON_BYTES = 100 };

void rb_text_strengths(struct rb_view *view)
{
    const ringback_result *result = view->result;
    struct rb_page *page = &view->page;

    if (result->n_strengths == 0)
        return;
    rb_page_head(page, "Good");
    for (uint32_t i = 0; i < result->n_strengths; i++) {
        rb_page_begin(page, RB_TEXT_INDENT, RB_TEXT_INDENT + 2);
        rb_page_ink(page, RB_INK_GOOD);
        rb_page_puts(page, "✓");
        rb_page_ink(page, RB_INK_PLAIN);
        rb_page_puts(page, " ");
        rb_page_add(page, result->strengths[i].message);
        rb_page_end(page);
    }
}

/* In one paragraph: they are much the same each time. */
void rb_text_reminders(struct rb_view *view)
{
    const ringback_result *result = view->result;
    struct rb_page *page = &view->page;
    bool any = false;

    for (uint32_t i = 0; i < result->n_reminders; i++) {
        if (result->reminders[i].style)
            continue;
        if (!any) {
            rb_page_head(page, "After the beep");
            rb_page_begin(page, RB_TEXT_INDENT, RB_TEXT_INDENT);
        }
        rb_page_puts(page, any ? " " : "");
        rb_page_add(page, result->reminders[i].message);
        any = true;
    }
    if (any)
        rb_page_end(page);
}

/* The phrase or the cues; of a long one its head, json has it whole. */
static void reason(struct rb_page *page, struct rb_slice text)
{
    size_t len = text.len;

    if (len == 0)
        return;
    if (len > REASON_BYTES) {
        len = REASON_BYTES;
        while (len > 0 && text.ptr[len] != ' ' && text.ptr[len] != '|')
            len--;
    }
    rb_page_ink(page, RB_INK_DIM);
    rb_page_puts(page, " by ");
    rb_page_add(page, rb_slice_of(text.ptr, len));
    if (len < text.len)
        rb_page_puts(page, "…");
}

/* Every fact with what decided it: the place to look when the report misread a draft. */
void rb_text_facts(struct rb_view *view)
{
    const struct rb_draft *draft = &view->result->draft;
    struct rb_slice text = draft->text.source.text;
    struct rb_page *page = &view->page;

    if (draft->facts.count == 0)
        return;
    rb_page_head(page, "What was recognised");
    for (uint32_t i = 0; i < draft->facts.count; i++) {
        const struct rb_fact *f = &draft->facts.items[i];

        rb_page_begin(page, RB_TEXT_INDENT, 9);
        rb_page_tenths(page, rb_draft_start_ms(draft, f->start));
        rb_page_tab(page, 9);
        rb_page_ink(page, RB_INK_HEAD);
        rb_page_add(page, f->name);
        rb_page_ink(page, RB_INK_PLAIN);
        if (f->value.len) {
            rb_page_puts(page, " = ");
            rb_page_add(page, f->value);
        }
        rb_page_puts(page, " ");
        rb_view_quote(view, rb_slice_of(text.ptr + f->start, f->end - f->start), page->width - 9);
        reason(page, rb_fact_reason(draft->lexicon, f));
        rb_page_end(page);
    }
}
