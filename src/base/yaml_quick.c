#include "base/yaml_quick.h"

#include "base/utf8.h"
#include "base/yaml_reader.h"

static bool is_dash(const struct rb_reader *q)
{
    return rb_reader_at(q, q->at) == '-' && rb_reader_is_end(q, q->at + 1);
}

/* Over empty lines and comments to what is next; false: nothing is. */
static bool find_line(struct rb_reader *q)
{
    while (q->at < q->n) {
        rb_reader_skip_spaces(q);
        if (rb_reader_at(q, q->at) == '#')
            while (rb_reader_at(q, q->at) != '\n')
                q->at++;
        if (rb_reader_at(q, q->at) != '\n')
            return true;
        rb_reader_next_line(q);
    }
    return false;
}

/* Does a plain value go on behind its line? */
static bool goes_on(const struct rb_reader *q)
{
    size_t start = q->at, i = start;

    while (i < q->n) {
        while (rb_reader_at(q, i) == ' ')
            i++;
        if (rb_reader_at(q, i) != '\n')
            return q->s[i] != '#' && i - start > q->stack[q->depth - 1].indent;
        start = ++i;
    }
    return false;
}

static bool value(struct rb_reader *q)
{
    char c = rb_reader_at(q, q->at);

    if (q->depth == 0)
        return false;
    if (c == '|' || c == '>')
        return rb_reader_block(q);
    if (c == '[' || c == '{')
        return rb_reader_flow(q) && rb_reader_end_line(q);
    return rb_reader_scalar(q, false) && rb_reader_end_line(q) &&
           (c == '"' || c == '\'' || !goes_on(q));
}

/* A key of the map on top, with its value unless that is on the next line. */
static bool entry(struct rb_reader *q)
{
    size_t colon = rb_reader_key_end(q, false);

    if (!colon || !rb_reader_key(q, colon))
        return false;
    if (rb_reader_at(q, q->at) != '\n' && rb_reader_at(q, q->at) != '#')
        return value(q);
    q->pending = true;
    return rb_reader_end_line(q);
}

/* What begins here, in a line of its own or behind a dash. */
static bool node(struct rb_reader *q)
{
    while (is_dash(q)) {
        if (!rb_reader_open(q, RB_YAML_LIST, rb_reader_indent_of(q)))
            return false;
        q->at++;
        rb_reader_skip_spaces(q);
    }
    if (rb_reader_key_end(q, false))
        return rb_reader_open(q, RB_YAML_MAP, rb_reader_indent_of(q)) && entry(q);
    return value(q);
}

static bool one_line(struct rb_reader *q)
{
    uint32_t indent = rb_reader_indent_of(q);
    bool dash = is_dash(q);
    const struct rb_level *top;

    if (q->depth == 0)
        return q->line_start == q->at && node(q);
    top = &q->stack[q->depth - 1];
    if (q->pending) {
        q->pending = false;
        return (indent > top->indent || (indent == top->indent && dash)) && node(q);
    }
    while (q->depth > 0 && (top->indent > indent ||
                            (top->indent == indent && !dash && top->kind == RB_YAML_LIST))) {
        rb_reader_close(q);
        top = &q->stack[q->depth - (q->depth > 0)];
    }
    if (q->depth == 0 || top->indent != indent || dash != (top->kind == RB_YAML_LIST))
        return false;
    if (!dash)
        return entry(q);
    q->at++;
    rb_reader_skip_spaces(q);
    return node(q);
}

static bool read(struct rb_reader *q)
{
    while (find_line(q))
        if (!one_line(q))
            return false;
    if (q->pending || q->depth == 0)
        return false;
    while (q->depth > 0)
        rb_reader_close(q);
    return true;
}

/* How many bytes at least, from the first on, are of ASCII and no controls: told eight at a time.
 */
static size_t plain_bytes(struct rb_slice s)
{
    const uint64_t each = UINT64_C(0x0101010101010101), high = each << 7;
    size_t n = 0;

    for (; s.len - n >= sizeof each; n += sizeof each) {
        uint64_t eight;

        memcpy(&eight, s.ptr + n, sizeof eight);
        /* The highest bit of what is less than a space, of DEL and of what is no ASCII. */
        if (((eight - each * ' ') | (eight + each) | eight) & high)
            break;
    }
    return n;
}

/* Are these characters that mean nothing but themselves? */
static bool is_simple(struct rb_slice bytes)
{
    bool at_start = true;

    for (size_t i = 0; i < bytes.len;) {
        unsigned char c = (unsigned char)bytes.ptr[i];
        uint32_t cp = c;
        size_t step;
        struct rb_slice three;

        if (!at_start && c >= 0x20 && c < 0x7F) {
            i++;
            i += plain_bytes(rb_slice_of(bytes.ptr + i, bytes.len - i));
            continue;
        }
        step = c < 0x80 ? 1 : rb_utf8_decode(bytes.ptr + i, bytes.len - i, &cp);
        three = rb_slice_of(bytes.ptr + i, bytes.len - i < 3 ? 0 : 3);
        if (step == 0 || (c < 0x20 && c != '\n') || (cp >= 0x7F && cp < 0xA0) || cp == 0x2028 ||
            cp == 0x2029 || cp == 0xFEFF || cp == 0xFFFE || cp == 0xFFFF)
            return false;
        if (at_start && (c == '%' || rb_slice_is(three, "---") || rb_slice_is(three, "...")))
            return false;
        at_start = c == '\n';
        i += step;
    }
    return bytes.len && at_start;
}

bool rb_yaml_quick(struct rb_slice bytes, struct rb_arena *arena, const struct rb_yaml_ear *ear)
{
    struct rb_reader q = {.s = bytes.ptr, .n = bytes.len, .arena = arena, .ear = ear};

    return is_simple(bytes) && read(&q);
}
