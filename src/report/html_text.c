#include "base/ascii.h"
#include "report/glyph.h"
#include "report/html.h"

enum { FULL_LINE = 60 /* bytes; shorter ones are broken on purpose */ };

static void escaped(struct rb_buffer *out, const struct rb_glyph *g)
{
    for (uint8_t i = 0; i < g->len; i++)
        switch (g->text[i]) {
        case '&':
            rb_buffer_puts(out, "&amp;");
            break;
        case '<':
            rb_buffer_puts(out, "&lt;");
            break;
        case '>':
            rb_buffer_puts(out, "&gt;");
            break;
        case '"':
            rb_buffer_puts(out, "&quot;");
            break;
        case '\'':
            rb_buffer_puts(out, "&#39;");
            break;
        default:
            rb_buffer_putc(out, g->text[i]);
        }
}

void rb_html_text(struct rb_buffer *out, struct rb_slice text)
{
    for (size_t at = 0; at < text.len;) {
        struct rb_glyph g = rb_glyph_at(text, at, true);

        escaped(out, &g);
        at += g.bytes;
    }
}

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

/* Whether a line was broken only because it was full: the page breaks it anew. */
static bool is_soft(struct rb_slice text, uint32_t at)
{
    uint32_t start = at, next = at + 1;

    while (start > 0 && at - start < FULL_LINE && !is_break(text.ptr[start - 1]))
        start--;
    next += text.ptr[at] == '\r' && next < text.len && text.ptr[next] == '\n';
    return at - start >= FULL_LINE && next < text.len &&
           (rb_is_alnum(text.ptr[next]) || (unsigned char)text.ptr[next] >= 0x80);
}

void rb_html_lines(struct rb_buffer *out, struct rb_slice text, uint32_t from, uint32_t to)
{
    for (uint32_t at = from; at < to;) {
        struct rb_glyph g = rb_glyph_at(text, at, true);

        if (is_break(text.ptr[at]))
            rb_buffer_putc(out, is_soft(text, at) ? ' ' : '\n');
        else
            escaped(out, &g);
        at += g.bytes;
    }
}

void rb_html_count(struct rb_buffer *out, uint64_t n, const char *noun)
{
    rb_buffer_uint(out, n);
    rb_buffer_putc(out, ' ');
    rb_buffer_puts(out, noun);
    if (n != 1)
        rb_buffer_putc(out, 's');
}

void rb_html_percent(struct rb_buffer *out, uint64_t part, uint64_t whole)
{
    uint64_t permille = whole ? part * 1000 / whole : 0;

    rb_buffer_uint(out, permille / 10);
    rb_buffer_putc(out, '.');
    rb_buffer_uint(out, permille % 10);
    rb_buffer_putc(out, '%');
}

void rb_html_id(struct rb_html *h, char letter, uint64_t number)
{
    rb_buffer_putc(h->out, 'd');
    rb_buffer_uint(h->out, h->id);
    if (letter)
        rb_buffer_putc(h->out, letter);
    if (number)
        rb_buffer_uint(h->out, number);
}
