#include "report/glyph.h"

#include "base/utf8.h"
#include "text/source.h"

struct range {
    uint32_t first, last;
};

struct width {
    uint32_t first, last;
    uint8_t columns;
};

struct fold {
    uint32_t cp;
    const char *ascii;
};

#define WIDTH(first, last, columns) {first, last, columns},
static const struct width widths[] = {
#include "report/width.def"
};

#define HIDDEN(first, last) {first, last},
static const struct range hidden[] = {
#include "report/hidden.def"
};

#define FOLD(cp, ascii) {cp, ascii},
static const struct fold folds[] = {
#include "report/fold.def"
};

/* U+00C0 to U+017F without their accents. */
static const char letters[] = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
                              "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
                              "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

_Static_assert(sizeof letters == 0x180 - 0xC0 + 1, "one letter for each code point");

static bool is_hidden(uint32_t cp)
{
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden && cp >= hidden[i].first; i++)
        if (cp <= hidden[i].last)
            return true;
    return false;
}

static uint8_t columns_of(uint32_t cp)
{
    for (size_t i = 0; i < sizeof widths / sizeof *widths && cp >= widths[i].first; i++)
        if (cp <= widths[i].last)
            return widths[i].columns;
    return 1;
}

static void set(struct rb_glyph *g, const char *text)
{
    g->len = (uint8_t)strlen(text);
    memcpy(g->text, text, g->len);
    g->columns = g->len;
}

/* \x1b for a byte, \u202e for a code point. */
static void escape(struct rb_glyph *g, uint32_t cp)
{
    static const char hex[] = "0123456789abcdef";
    uint32_t digits = cp < 0x80 ? 2 : cp < 0x10000 ? 4 : 5;

    g->text[0] = '\\';
    g->text[1] = cp < 0x80 ? 'x' : 'u';
    for (uint32_t i = 0; i < digits; i++)
        g->text[2 + i] = hex[(cp >> (4 * (digits - 1 - i))) & 15];
    g->len = g->columns = (uint8_t)(digits + 2);
}

static void fold(struct rb_glyph *g, uint32_t cp)
{
    if (cp >= 0xC0 && cp < 0x180) {
        const char letter[2] = {letters[cp - 0xC0], '\0'};

        set(g, letter);
        return;
    }
    for (size_t i = 0; i < sizeof folds / sizeof *folds && cp >= folds[i].cp; i++)
        if (cp == folds[i].cp) {
            set(g, folds[i].ascii);
            return;
        }
    set(g, columns_of(cp) ? "?" : "");
}

/* Whether the ASCII character at `at` would complete a command of the GitHub runner. */
static bool is_command(struct rb_slice text, size_t at)
{
    const char *s = text.ptr;

    if (s[at] == '[')
        return at >= 2 && s[at - 1] == '#' && s[at - 2] == '#';
    /* It trims white space of every kind first: of those beyond ASCII the last byte is seen here.
     */
    return s[at] == ':' && at + 1 < text.len && s[at + 1] == ':' &&
           (at == 0 || (unsigned char)s[at - 1] <= ' ' || (unsigned char)s[at - 1] >= 0x80);
}

static void ascii(struct rb_glyph *g, struct rb_slice text, size_t at, bool unicode)
{
    char c = text.ptr[at];

    if (c == ' ' || (c >= '\t' && c <= '\r')) {
        set(g, " ");
        g->space = true;
        if (c == '\r' && at + 1 < text.len && text.ptr[at + 1] == '\n')
            g->bytes = 2;
    } else if (c == RB_REPLACED) {
        set(g, unicode ? "\xEF\xBF\xBD" : "?");
        g->columns = 1;
    } else if (c < ' ' || c == 0x7F || is_command(text, at)) {
        escape(g, (unsigned char)c);
    } else {
        g->text[0] = c;
        g->len = g->columns = 1;
    }
}

struct rb_glyph rb_glyph_at(struct rb_slice text, size_t at, bool unicode)
{
    struct rb_glyph g = {.bytes = 1};
    uint32_t cp = 0;
    size_t len;

    if ((unsigned char)text.ptr[at] < 0x80) {
        ascii(&g, text, at, unicode);
        return g;
    }
    len = rb_utf8_decode(text.ptr + at, text.len - at, &cp);
    if (len == 0) {
        set(&g, unicode ? "\xEF\xBF\xBD" : "?");
        g.columns = 1;
        return g;
    }
    g.bytes = (uint8_t)len;
    if (cp == 0xFEFF) /* a byte order mark, or nothing */
        return g;
    if (is_hidden(cp)) {
        escape(&g, cp);
    } else if (!unicode) {
        fold(&g, cp);
    } else {
        memcpy(g.text, text.ptr + at, len);
        g.len = (uint8_t)len;
        g.columns = columns_of(cp);
        g.space = (cp >= 0x2000 && cp <= 0x200A) || cp == 0x3000;
    }
    return g;
}

uint32_t rb_glyph_add(struct rb_buffer *out, struct rb_slice text, bool unicode)
{
    uint32_t columns = 0;

    for (size_t at = 0; at < text.len;) {
        struct rb_glyph g = rb_glyph_at(text, at, unicode);

        rb_buffer_add(out, g.text, g.len);
        columns += g.columns;
        at += g.bytes;
    }
    return columns;
}

uint32_t rb_glyph_columns(struct rb_slice text, bool unicode)
{
    uint32_t columns = 0;

    for (size_t at = 0; at < text.len;) {
        struct rb_glyph g = rb_glyph_at(text, at, unicode);

        columns += g.columns;
        at += g.bytes;
    }
    return columns;
}
