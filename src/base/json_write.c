#include "base/json.h"
#include "base/limits.h"
#include "base/utf8.h"

static void put_unit(struct rb_buffer *out, uint32_t unit)
{
    static const char digits[] = "0123456789abcdef";
    const char escape[6] = {'\\',
                            'u',
                            digits[unit >> 12 & 15u],
                            digits[unit >> 8 & 15u],
                            digits[unit >> 4 & 15u],
                            digits[unit & 15u]};

    rb_buffer_add(out, escape, sizeof escape);
}

/* Characters that must not stand raw: controls, line separators (JavaScript ends a line there), and
 * the marks that turn the direction of what a person reads. */
static bool is_unsafe(uint32_t cp)
{
    return cp < 0x20 || (cp >= 0x7F && cp <= 0x9F) || cp == 0x061C || cp == 0x200E ||
           cp == 0x200F || (cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

static void put_unsafe(struct rb_buffer *out, uint32_t cp)
{
    static const char letters[] = "\bb\ff\nn\rr\tt";
    const char *found = cp < 0x20 && cp ? strchr(letters, (int)cp) : NULL;

    if (found) {
        rb_buffer_putc(out, '\\');
        rb_buffer_putc(out, found[1]);
    } else {
        put_unit(out, cp);
    }
}

static bool is_plain(char c)
{
    return c >= 0x20 && c < 0x7F && c != '"' && c != '\\' && c != '[';
}

/* The GitHub runner takes "##[" for a command wherever it stands in a log's line. */
static void put_bracket(struct rb_buffer *out)
{
    if (out->len >= 2 && out->ptr[out->len - 1] == '#' && out->ptr[out->len - 2] == '#')
        put_unit(out, '[');
    else
        rb_buffer_putc(out, '[');
}

/* Writes the character at s that is not plain; gives its length in bytes. */
static size_t put_special(struct rb_buffer *out, const char *s, size_t n, bool replaced)
{
    uint32_t cp = 0xFFFD;
    size_t step = rb_utf8_decode(s, n, &cp);

    if (step == 0 || (replaced && cp == 0x1A)) {
        rb_buffer_puts(out, "\xEF\xBF\xBD");
    } else if (cp == '[') {
        put_bracket(out);
    } else if (cp == '"' || cp == '\\') {
        rb_buffer_putc(out, '\\');
        rb_buffer_putc(out, *s);
    } else if (is_unsafe(cp)) {
        put_unsafe(out, cp);
    } else {
        rb_buffer_add(out, s, step);
    }
    return step ? step : 1;
}

static void put_string(struct rb_buffer *out, struct rb_slice s, bool replaced)
{
    size_t at = 0;

    rb_buffer_putc(out, '"');
    while (at < s.len) {
        size_t run = at;

        while (run < s.len && is_plain(s.ptr[run]))
            run++;
        rb_buffer_add(out, s.ptr + at, run - at);
        at = run;
        if (at < s.len)
            at += put_special(out, s.ptr + at, s.len - at, replaced);
    }
    rb_buffer_putc(out, '"');
}

void rb_json_string(struct rb_buffer *out, struct rb_slice s)
{
    put_string(out, s, true);
}

static void put_scalar(struct rb_buffer *out, const struct rb_json *value)
{
    switch ((enum rb_json_kind)value->kind) {
    case RB_JSON_NULL:
        rb_buffer_puts(out, "null");
        break;
    case RB_JSON_FALSE:
        rb_buffer_puts(out, "false");
        break;
    case RB_JSON_TRUE:
        rb_buffer_puts(out, "true");
        break;
    case RB_JSON_NUMBER:
        rb_buffer_slice_add(out, value->text);
        break;
    case RB_JSON_STRING:
        put_string(out, value->text, false);
        break;
    case RB_JSON_LIST:
    case RB_JSON_MAP:
        break;
    }
}

static char bracket(const struct rb_json *value, bool open)
{
    if (value->kind == RB_JSON_MAP)
        return open ? '{' : '}';
    return open ? '[' : ']';
}

void rb_json_value(struct rb_buffer *out, const struct rb_json *value)
{
    const struct rb_json *above[RB_MAX_JSON_DEPTH];
    uint32_t depth = 0;

    while (value) {
        if (depth > 0 && above[depth - 1]->kind == RB_JSON_MAP) {
            put_string(out, value->key, false);
            rb_buffer_putc(out, ':');
        }
        if (value->kind == RB_JSON_LIST || value->kind == RB_JSON_MAP) {
            rb_buffer_putc(out, bracket(value, true));
            if (value->child && depth < RB_MAX_JSON_DEPTH) {
                above[depth++] = value;
                value = value->child;
                continue;
            }
            rb_buffer_putc(out, bracket(value, false));
        } else {
            put_scalar(out, value);
        }
        while (depth > 0 && !value->next) {
            value = above[--depth];
            rb_buffer_putc(out, bracket(value, false));
        }
        if (depth == 0)
            break;
        rb_buffer_putc(out, ',');
        value = value->next;
    }
}
