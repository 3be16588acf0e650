#include "report/xml.h"

#include "base/utf8.h"

/* Replacement character: what cannot be said in XML 1.0, not even by its number. */
enum { REPLACEMENT = 0xFFFD };

static bool is_char(uint32_t cp)
{
    return cp == '\t' || cp == '\n' || cp == '\r' || (cp >= 0x20 && cp != 0xFFFE && cp != 0xFFFF);
}

/* Allowed, but not where a terminal or an editor could take it for its own. */
static bool is_odd(uint32_t cp)
{
    return cp < 0x20 || (cp >= 0x7F && cp <= 0x9F) || cp == 0x061C || cp == 0x200E ||
           cp == 0x200F || (cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069) ||
           cp == 0xFEFF;
}

static void by_number(struct rb_buffer *out, uint32_t cp)
{
    rb_buffer_puts(out, "&#");
    rb_buffer_uint(out, cp);
    rb_buffer_putc(out, ';');
}

static void special(struct rb_buffer *out, uint32_t cp)
{
    char bytes[4];

    if (cp == '&')
        rb_buffer_puts(out, "&amp;");
    else if (cp == '<')
        rb_buffer_puts(out, "&lt;");
    else if (cp == '>')
        rb_buffer_puts(out, "&gt;");
    else if (cp == '"')
        rb_buffer_puts(out, "&quot;");
    else if (!is_char(cp))
        rb_buffer_puts(out, "\xEF\xBF\xBD");
    else if (is_odd(cp))
        by_number(out, cp);
    else
        rb_buffer_add(out, bytes, rb_utf8_encode(cp, bytes));
}

void rb_xml_text(struct rb_buffer *out, struct rb_slice text)
{
    size_t at = 0;

    while (at < text.len) {
        uint32_t cp = REPLACEMENT;
        size_t n = rb_utf8_decode(text.ptr + at, text.len - at, &cp);

        /* The GitHub runner takes "##[" for a command wherever it stands in a log's line. */
        if (cp == '[' && at >= 2 && text.ptr[at - 1] == '#' && text.ptr[at - 2] == '#')
            by_number(out, cp);
        else
            special(out, cp);
        at += n ? n : 1;
    }
}

static void open(struct rb_buffer *out, const char *name)
{
    rb_buffer_putc(out, ' ');
    rb_buffer_puts(out, name);
    rb_buffer_puts(out, "=\"");
}

void rb_xml_attribute(struct rb_buffer *out, const char *name, struct rb_slice value)
{
    open(out, name);
    rb_xml_text(out, value);
    rb_buffer_putc(out, '"');
}

void rb_xml_attribute_uint(struct rb_buffer *out, const char *name, uint64_t value)
{
    open(out, name);
    rb_buffer_uint(out, value);
    rb_buffer_putc(out, '"');
}

void rb_xml_attribute_ms(struct rb_buffer *out, const char *name, uint64_t ms)
{
    uint64_t rest = ms % 1000;

    open(out, name);
    rb_buffer_uint(out, ms / 1000);
    rb_buffer_puts(out, rest < 10 ? ".00" : rest < 100 ? ".0" : ".");
    rb_buffer_uint(out, rest);
    rb_buffer_putc(out, '"');
}
