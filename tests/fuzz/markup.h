/* A strict reader of XML, and of pages that are written like XML: every tag is closed in its place,
 * every attribute is quoted and there once, every & begins a reference. Text comes decoded. */
#ifndef FUZZ_MARKUP_H
#define FUZZ_MARKUP_H

#include "base/ascii.h"
#include "base/utf8.h"
#include "fuzz.h"

enum { MARKUP_DEEPEST = 32 };

struct markup {
    struct rb_slice in;
    size_t at;
    struct rb_slice open[MARKUP_DEEPEST]; /* the elements around */
    size_t depth;
    void (*attribute)(void *ctx, struct rb_slice name, struct rb_slice value); /* or NULL */
    /* Between two tags: as it is written, and decoded. */
    void (*text)(void *ctx, const struct markup *, struct rb_slice raw, struct rb_slice text);
    void *ctx;
};

static inline bool markup_next(struct markup *m, const char *what)
{
    size_t n = strlen(what);

    if (m->in.len - m->at < n || memcmp(m->in.ptr + m->at, what, n) != 0)
        return false;
    m->at += n;
    return true;
}

/* Until, and without, the byte, which must be there. */
static inline struct rb_slice markup_until(struct markup *m, char end)
{
    const char *start = m->in.ptr + m->at;
    const char *stop = memchr(start, end, m->in.len - m->at);

    HOLD(stop);
    m->at += (size_t)(stop - start);
    return rb_slice_of(start, (size_t)(stop - start));
}

static inline struct rb_slice markup_name(struct markup *m)
{
    size_t start = m->at;

    while (m->at < m->in.len && (rb_is_alnum(m->in.ptr[m->at]) || m->in.ptr[m->at] == '-'))
        m->at++;
    HOLD(m->at > start && !rb_is_digit(m->in.ptr[start]));
    return rb_slice_of(m->in.ptr + start, m->at - start);
}

/* A reference, from behind its &. */
static inline void markup_reference(struct rb_buffer *out, struct rb_slice name)
{
    static const char *const names[] = {"amp", "lt", "gt", "quot"};
    char bytes[4];
    uint32_t cp = 0;

    for (size_t i = 0; i < 4; i++)
        if (rb_slice_is(name, names[i])) {
            rb_buffer_putc(out, "&<>\""[i]);
            return;
        }
    HOLD(name.len > 1 && name.len < 9 && name.ptr[0] == '#');
    for (size_t i = 1; i < name.len; i++) {
        HOLD(rb_is_digit(name.ptr[i]));
        cp = cp * 10 + (uint32_t)(name.ptr[i] - '0');
    }
    /* What XML cannot have at all has no number, either. */
    HOLD(cp == '\t' || cp == '\n' || cp == '\r' || cp >= 0x20);
    HOLD(cp < 0xD800 || (cp > 0xDFFF && cp < 0xFFFE) || (cp > 0xFFFF && cp < 0x110000));
    rb_buffer_add(out, bytes, rb_utf8_encode(cp, bytes));
}

static inline void markup_decode(struct rb_buffer *out, struct rb_slice raw)
{
    struct markup m = {.in = raw};

    while (m.at < raw.len)
        if (markup_next(&m, "&")) {
            markup_reference(out, markup_until(&m, ';'));
            m.at++;
        } else {
            rb_buffer_putc(out, raw.ptr[m.at++]);
        }
}

static inline void markup_attributes(struct markup *m)
{
    struct rb_slice names[MARKUP_DEEPEST], raw;
    struct rb_buffer value;
    size_t n = 0;

    rb_buffer_init(&value);
    while (markup_next(m, " ")) {
        HOLD(n < MARKUP_DEEPEST);
        names[n] = markup_name(m);
        for (size_t i = 0; i < n; i++)
            HOLD(!rb_slice_equal(names[i], names[n]));
        HOLD(markup_next(m, "=\""));
        raw = markup_until(m, '"');
        HOLD(!memchr(raw.ptr, '\n', raw.len) && !memchr(raw.ptr, '<', raw.len));
        rb_buffer_clear(&value);
        markup_decode(&value, raw);
        HOLD(!value.failed);
        if (m->attribute)
            m->attribute(m->ctx, names[n], rb_buffer_slice(&value));
        n++;
        m->at++;
    }
    rb_buffer_free(&value);
}

/* The innermost element that is open. */
static inline bool markup_in(const struct markup *m, const char *name)
{
    return m->depth > 0 && rb_slice_is(m->open[m->depth - 1], name);
}

/* What is in <style> and <script> is no markup. */
static inline void markup_raw(struct markup *m, const char *end)
{
    while (!markup_next(m, end)) {
        HOLD(m->at < m->in.len);
        m->at++;
    }
    m->depth--;
}

static inline void markup_tag(struct markup *m)
{
    if (markup_next(m, "/")) {
        struct rb_slice name = markup_name(m);

        HOLD(m->depth > 0 && rb_slice_equal(m->open[--m->depth], name));
        HOLD(markup_next(m, ">"));
        return;
    }
    HOLD(m->depth < MARKUP_DEEPEST);
    m->open[m->depth++] = markup_name(m);
    markup_attributes(m);
    if (markup_next(m, "/>")) {
        m->depth--;
        return;
    }
    HOLD(markup_next(m, ">"));
    if (markup_in(m, "style"))
        markup_raw(m, "</style>");
    else if (markup_in(m, "script"))
        markup_raw(m, "</script>");
}

/* The whole of it: one element, with a line about what it is before it. */
static inline void markup_read(struct markup *m)
{
    struct rb_buffer text;
    struct rb_slice raw;
    size_t roots = 0;

    rb_buffer_init(&text);
    HOLD(markup_next(m, "<?xml ") || markup_next(m, "<!DOCTYPE "));
    (void)markup_until(m, '>');
    m->at++;
    while (m->at < m->in.len) {
        if (markup_next(m, "<")) {
            roots += m->depth == 0;
            markup_tag(m);
            continue;
        }
        if (m->depth == 0) {
            HOLD(markup_next(m, "\n"));
            continue;
        }
        raw = markup_until(m, '<');
        HOLD(!memchr(raw.ptr, '>', raw.len));
        rb_buffer_clear(&text);
        markup_decode(&text, raw);
        HOLD(!text.failed);
        m->text(m->ctx, m, raw, rb_buffer_slice(&text));
    }
    HOLD(m->depth == 0 && roots == 1);
    rb_buffer_free(&text);
}

/* Nothing that acts on a terminal or turns the reading order around: controls but the line's end,
 * the second set of them, marks and embeddings of direction, line separators, a byte order mark. */
static inline void hold_clean(struct rb_slice out)
{
    HOLD(rb_utf8_valid(out.ptr, out.len) == out.len);
    for (size_t at = 0; at < out.len;) {
        uint32_t cp = 0;

        at += rb_utf8_decode(out.ptr + at, out.len - at, &cp);
        HOLD(cp == '\n' || (cp >= 0x20 && cp < 0x7F) || cp > 0x9F);
        HOLD(cp != 0x061C && cp != 0x200E && cp != 0x200F && cp != 0xFEFF);
        HOLD((cp < 0x2028 || cp > 0x202E) && (cp < 0x2066 || cp > 0x2069));
    }
}

#endif
