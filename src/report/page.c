#include "report/page.h"

#include <ringback.h>

#include "report/glyph.h"

static const char *const sgr[] = {
    [RB_INK_PLAIN] = "0",       [RB_INK_HEAD] = "1",     [RB_INK_DIM] = "2",
    [RB_INK_GOOD] = "32",       [RB_INK_ERROR] = "1;31", [RB_INK_WARNING] = "33",
    [RB_INK_SUGGESTION] = "36",
};

void rb_page_init(struct rb_page *p, struct rb_buffer *out, uint32_t width, bool color,
                  bool unicode)
{
    *p = (struct rb_page){.out = out, .width = width, .color = color, .unicode = unicode};
    rb_buffer_init(&p->word);
}

void rb_page_free(struct rb_page *p)
{
    p->out->failed |= p->word.failed;
    rb_buffer_free(&p->word);
}

void rb_page_sgr(const struct rb_page *p, struct rb_buffer *out, enum rb_ink ink, bool underline)
{
    if (!p->color)
        return;
    rb_buffer_puts(out, "\x1b[");
    rb_buffer_puts(out, sgr[ink]);
    if (underline)
        rb_buffer_puts(out, ";4");
    rb_buffer_putc(out, 'm');
}

void rb_page_spaces(struct rb_buffer *out, uint32_t n)
{
    while (n-- > 0)
        rb_buffer_putc(out, ' ');
}

enum rb_ink rb_page_severity(uint8_t severity)
{
    switch ((ringback_severity)severity) {
    case RINGBACK_ERROR:
        return RB_INK_ERROR;
    case RINGBACK_WARNING:
        return RB_INK_WARNING;
    case RINGBACK_SUGGESTION:
        return RB_INK_SUGGESTION;
    }
    return RB_INK_PLAIN;
}

void rb_page_raw(struct rb_page *p, const char *text)
{
    (void)rb_glyph_add(p->out, rb_slice_str(text), p->unicode);
}

static void line_break(struct rb_page *p)
{
    rb_buffer_putc(p->out, '\n');
    rb_page_spaces(p->out, p->hang);
    p->column = p->hang;
    p->space = 0;
    p->fresh = true;
}

static void word_out(struct rb_page *p)
{
    if (p->word.len == 0)
        return;
    if (p->word_columns && !p->fresh && p->column + p->space + p->word_columns > p->width)
        line_break(p);
    if (p->word_columns) {
        rb_page_spaces(p->out, p->space);
        p->column += p->space;
        p->space = 0;
        p->fresh = false;
    }
    rb_buffer_add(p->out, p->word.ptr, p->word.len);
    p->column += p->word_columns;
    rb_buffer_clear(&p->word);
    p->word_columns = 0;
}

void rb_page_begin(struct rb_page *p, uint32_t indent, uint32_t hang)
{
    rb_page_spaces(p->out, indent);
    p->column = indent;
    p->hang = hang;
    p->space = 0;
    p->fresh = true;
    p->ink = RB_INK_PLAIN;
}

void rb_page_add(struct rb_page *p, struct rb_slice text)
{
    for (size_t at = 0; at < text.len;) {
        struct rb_glyph g = rb_glyph_at(text, at, p->unicode);

        at += g.bytes;
        if (g.space) {
            word_out(p);
            if (p->space == 0 && !p->fresh)
                p->space = 1;
            continue;
        }
        /* A word longer than a line is cut: nothing may leave the width. */
        if (p->word_columns + g.columns > p->width - p->hang)
            word_out(p);
        rb_buffer_add(&p->word, g.text, g.len);
        p->word_columns += g.columns;
    }
}

void rb_page_add_cut(struct rb_page *p, struct rb_slice text, uint32_t columns)
{
    uint32_t dots = p->unicode ? 1 : 3, used = 0;
    size_t fits = 0, at = 0;

    while (at < text.len && used <= columns) {
        struct rb_glyph g = rb_glyph_at(text, at, p->unicode);

        if (used + g.columns + dots <= columns)
            fits = at + g.bytes;
        used += g.columns;
        at += g.bytes;
    }
    if (at == text.len && used <= columns) {
        rb_page_add(p, text);
        return;
    }
    /* Not within a word, if there are words. */
    for (at = fits; at > fits / 2; at--)
        if (text.ptr[at] == ' ') {
            fits = at;
            break;
        }
    rb_page_add(p, rb_slice_of(text.ptr, fits));
    rb_page_puts(p, "…");
}

void rb_page_puts(struct rb_page *p, const char *text)
{
    rb_page_add(p, rb_slice_str(text));
}

void rb_page_uint(struct rb_page *p, uint64_t n)
{
    size_t before = p->word.len;

    rb_buffer_uint(&p->word, n);
    p->word_columns += (uint32_t)(p->word.len - before);
}

void rb_page_tenths(struct rb_page *p, uint32_t ms)
{
    size_t before = p->word.len;

    rb_buffer_seconds(&p->word, ms);
    p->word_columns += (uint32_t)(p->word.len - before);
}

void rb_page_seconds(struct rb_page *p, uint32_t ms)
{
    rb_page_tenths(p, ms);
    rb_buffer_puts(&p->word, " s");
    p->word_columns += 2;
}

void rb_page_count(struct rb_page *p, uint64_t n, const char *noun)
{
    rb_page_uint(p, n);
    rb_page_puts(p, " ");
    rb_page_puts(p, noun);
    if (n != 1)
        rb_page_puts(p, "s");
}

void rb_page_set_aside(struct rb_page *page, uint64_t suppressed, uint64_t accepted)
{
    const uint64_t numbers[] = {suppressed, accepted};
    static const char *const names[] = {" suppressed", " accepted"};

    for (int i = 0; i < 2; i++) {
        if (numbers[i] == 0)
            continue;
        rb_page_puts(page, " · ");
        rb_page_uint(page, numbers[i]);
        rb_page_puts(page, names[i]);
    }
}

void rb_page_tab(struct rb_page *p, uint32_t column)
{
    word_out(p);
    p->space = column > p->column ? column - p->column : 1;
}

void rb_page_ink(struct rb_page *p, enum rb_ink ink)
{
    if (ink == p->ink)
        return;
    if (p->ink != RB_INK_PLAIN)
        rb_page_sgr(p, &p->word, RB_INK_PLAIN, false);
    if (ink != RB_INK_PLAIN)
        rb_page_sgr(p, &p->word, ink, false);
    p->ink = (uint8_t)ink;
}

void rb_page_end(struct rb_page *p)
{
    rb_page_ink(p, RB_INK_PLAIN);
    word_out(p);
    rb_buffer_putc(p->out, '\n');
    p->column = 0;
}

void rb_page_blank(struct rb_page *p)
{
    rb_buffer_putc(p->out, '\n');
}

void rb_page_head(struct rb_page *p, const char *title)
{
    rb_page_blank(p);
    rb_page_begin(p, 0, 0);
    rb_page_ink(p, RB_INK_HEAD);
    rb_page_puts(p, title);
    rb_page_end(p);
}
