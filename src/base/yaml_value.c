/* The values of quick YAML: plain and quoted ones, [lists] and {maps}, text in blocks. */
#include "base/ascii.h"
#include "base/yaml_reader.h"

/* libyaml takes no longer ones. */
enum { LONGEST_KEY = 1000 };

/* ---- telling ---- */

static uint32_t column_of(struct rb_reader *q, size_t place)
{
    for (; q->counted < place; q->counted++)
        q->column += ((unsigned char)q->s[q->counted] & 0xC0u) != 0x80u;
    return q->column;
}

static void tell(struct rb_reader *q, struct rb_slice text, bool plain, uint32_t line,
                 uint32_t column)
{
    if (q->ear)
        q->ear->scalar(q->ear->ctx, text, plain, line, column);
}

bool rb_reader_open(struct rb_reader *q, enum rb_yaml_kind kind, uint32_t indent)
{
    if (q->depth == RB_MAX_YAML_DEPTH)
        return false;
    q->stack[q->depth++] = (struct rb_level){(uint8_t)kind, indent};
    if (q->ear)
        q->ear->open(q->ear->ctx, kind, q->line, column_of(q, q->at));
    return true;
}

void rb_reader_close(struct rb_reader *q)
{
    q->depth--;
    if (q->ear)
        q->ear->close(q->ear->ctx);
}

/* ---- values on one line ---- */

/* May a plain value begin here? */
static bool is_plain_start(const struct rb_reader *q, size_t i)
{
    char c = rb_reader_at(q, i);

    return c == '-' ? rb_is_digit(rb_reader_at(q, i + 1)) : !strchr(" \n?:,[]{}#&*!|>'\"%@`", c);
}

enum stop { STOP_LINE, STOP_COLON, STOP_FLOW, STOP_BAD };

/* Where a plain value ends that begins here, without the spaces behind it, and what ends it. */
static size_t plain_end(const struct rb_reader *q, size_t from, bool flow, enum stop *stop)
{
    size_t i = from, end = from;

    *stop = STOP_LINE;
    for (;; i++) {
        char c = rb_reader_at(q, i);

        if (rb_is_alnum(c)) {
            end = i + 1;
            continue;
        }
        if (c == '\n' || (c == '#' && i > from && q->s[i - 1] == ' '))
            return end;
        if (c == ':' && rb_reader_is_end(q, i + 1)) {
            *stop = STOP_COLON;
            return end;
        }
        if (flow && strchr(",[]{}", c)) {
            *stop = STOP_FLOW;
            return end;
        }
        if (flow && (c == '?' || (c == ':' && strchr(",?[]{}", rb_reader_at(q, i + 1))))) {
            *stop = STOP_BAD;
            return end;
        }
        if (c != ' ')
            end = i + 1;
    }
}

/* The closing quote; 0: not on this line. */
static size_t quote_end(const struct rb_reader *q, size_t from)
{
    char quote = q->s[from];

    for (size_t i = from + 1; rb_reader_at(q, i) != '\n'; i++) {
        if (quote == '"' && q->s[i] == '\\') {
            if (!strchr("\"\\/nt", rb_reader_at(q, i + 1)))
                return 0;
            i++;
        } else if (q->s[i] == quote) {
            if (quote == '"' || rb_reader_at(q, i + 1) != '\'')
                return i;
            i++;
        }
    }
    return 0;
}

/* What is written between quotes. */
static struct rb_slice unquoted(const struct rb_reader *q, size_t from, size_t to)
{
    char quote = q->s[from], escape = quote == '"' ? '\\' : '\'', *text;
    struct rb_slice raw = rb_slice_of(q->s + from + 1, to - from - 1);
    size_t n = 0;

    if (!q->ear || raw.len == 0 || !memchr(raw.ptr, escape, raw.len))
        return raw;
    text = rb_arena_alloc(q->arena, raw.len);
    for (size_t i = 0; text && i < raw.len; i++) {
        char c = raw.ptr[i];

        if (c == escape) {
            c = raw.ptr[++i];
            c = quote == '\'' ? c : c == 'n' ? '\n' : c == 't' ? '\t' : c;
        }
        text[n++] = c;
    }
    return text ? rb_slice_of(text, n) : rb_slice_of("", 0);
}

size_t rb_reader_key_end(const struct rb_reader *q, bool flow)
{
    enum stop stop;
    size_t end;

    if (rb_reader_at(q, q->at) == '"' || rb_reader_at(q, q->at) == '\'') {
        end = quote_end(q, q->at);
        end += end > 0;
        return end && rb_reader_at(q, end) == ':' && rb_reader_is_end(q, end + 1) ? end : 0;
    }
    if (!is_plain_start(q, q->at))
        return 0;
    end = plain_end(q, q->at, flow, &stop);
    return stop == STOP_COLON && rb_reader_at(q, end) == ':' ? end : 0;
}

bool rb_reader_key(struct rb_reader *q, size_t colon)
{
    bool plain = q->s[q->at] != '"' && q->s[q->at] != '\'';
    struct rb_slice text =
        plain ? rb_slice_of(q->s + q->at, colon - q->at) : unquoted(q, q->at, colon - 1);

    if (colon - q->at > LONGEST_KEY)
        return false;
    tell(q, text, plain, q->line, column_of(q, q->at));
    q->at = colon + 1;
    rb_reader_skip_spaces(q);
    return true;
}

bool rb_reader_scalar(struct rb_reader *q, bool flow)
{
    bool plain = q->s[q->at] != '"' && q->s[q->at] != '\'';
    enum stop stop = STOP_LINE;
    size_t end;

    if (plain && !is_plain_start(q, q->at))
        return false;
    end = plain ? plain_end(q, q->at, flow, &stop) : quote_end(q, q->at);
    if (end == 0 || (plain && (stop == STOP_COLON || stop == STOP_BAD)))
        return false;
    tell(q, plain ? rb_slice_of(q->s + q->at, end - q->at) : unquoted(q, q->at, end), plain,
         q->line, column_of(q, q->at));
    q->at = plain ? end : end + 1;
    return true;
}

bool rb_reader_end_line(struct rb_reader *q)
{
    rb_reader_skip_spaces(q);
    if (rb_reader_at(q, q->at) == '#' && q->s[q->at - 1] == ' ')
        while (rb_reader_at(q, q->at) != '\n')
            q->at++;
    if (rb_reader_at(q, q->at) != '\n')
        return false;
    rb_reader_next_line(q);
    return true;
}

/* ---- [lists] and {maps} ---- */

/* Over spaces and ends of lines, each of which must go in further than the block around it. */
static bool flow_space(struct rb_reader *q, uint32_t around)
{
    rb_reader_skip_spaces(q);
    while (q->at < q->n && rb_reader_at(q, q->at) == '\n') {
        rb_reader_next_line(q);
        rb_reader_skip_spaces(q);
        if (rb_reader_at(q, q->at) != '\n' && rb_reader_indent_of(q) <= around)
            return false;
    }
    return q->at < q->n;
}

/* One item, which may be the beginning of another list or map; *open_now: it is. */
static bool flow_item(struct rb_reader *q, bool *open_now)
{
    if (q->stack[q->depth - 1].kind == RB_YAML_MAP) {
        size_t colon = rb_reader_key_end(q, true);

        if (!colon || !rb_reader_key(q, colon))
            return false;
    }
    *open_now = rb_reader_at(q, q->at) == '[' || rb_reader_at(q, q->at) == '{';
    if (!*open_now)
        return rb_reader_scalar(q, true);
    if (!rb_reader_open(q, rb_reader_at(q, q->at) == '[' ? RB_YAML_LIST : RB_YAML_MAP, 0))
        return false;
    q->at++;
    return true;
}

bool rb_reader_flow(struct rb_reader *q)
{
    uint32_t base = q->depth, around = q->stack[base - 1].indent;
    bool may_close = true, after_item = false;

    if (!rb_reader_open(q, rb_reader_at(q, q->at) == '[' ? RB_YAML_LIST : RB_YAML_MAP, 0))
        return false;
    q->at++;
    while (q->depth > base) {
        char c, closing = q->stack[q->depth - 1].kind == RB_YAML_MAP ? '}' : ']';

        if (!flow_space(q, around))
            return false;
        c = rb_reader_at(q, q->at);
        if (c == closing && (may_close || after_item)) {
            rb_reader_close(q);
            q->at++;
            after_item = true;
        } else if (c == ',' && after_item) {
            q->at++;
            may_close = after_item = false;
        } else if (after_item || !flow_item(q, &may_close)) {
            return false;
        } else {
            after_item = !may_close;
        }
    }
    return true;
}

/* ---- text in a block ---- */

struct folding {
    char *text; /* NULL: nobody listens */
    size_t n, breaks;
    bool literal, broken, blank_before; /* broken: a line has ended */
};

static void put(struct folding *f, const char *s, size_t n)
{
    if (f->text && n)
        memcpy(f->text + f->n, s, n);
    f->n += n;
}

/* One line of text behind `breaks` empty ones. */
static void fold(struct folding *f, const char *s, size_t n)
{
    bool blank = n && s[0] == ' ';

    if (f->broken && !f->literal && !f->blank_before && !blank)
        put(f, " ", f->breaks == 0);
    else
        put(f, "\n", f->broken);
    for (; f->breaks; f->breaks--)
        put(f, "\n", 1);
    put(f, s, n);
    f->blank_before = blank;
    f->broken = true;
}

/* Over empty lines. False: one has spaces in it. */
static bool empty_lines(struct rb_reader *q, struct folding *f)
{
    while (q->at < q->n && rb_reader_at(q, q->at) == '\n') {
        rb_reader_next_line(q);
        f->breaks++;
    }
    rb_reader_skip_spaces(q);
    return q->at == q->n || rb_reader_at(q, q->at) != '\n';
}

/* The lines of a block, to its end. */
static bool block_lines(struct rb_reader *q, struct folding *f, uint32_t indent)
{
    while (q->at < q->n && rb_reader_indent_of(q) >= indent) {
        const char *start = q->s + q->line_start + indent;

        while (rb_reader_at(q, q->at) != '\n')
            q->at++;
        fold(f, start, (size_t)(q->s + q->at - start));
        rb_reader_next_line(q);
        if (!empty_lines(q, f))
            return false;
    }
    q->at = q->line_start;
    return true;
}

bool rb_reader_block(struct rb_reader *q)
{
    uint32_t line = q->line, column = column_of(q, q->at);
    struct folding f = {.literal = rb_reader_at(q, q->at) == '|'};
    char chomp = rb_reader_at(q, ++q->at);

    q->at += chomp == '-' || chomp == '+';
    if (rb_reader_at(q, q->at) != '\n')
        return false;
    rb_reader_next_line(q);
    if (!empty_lines(q, &f) || q->at == q->n ||
        rb_reader_indent_of(q) <= q->stack[q->depth - 1].indent)
        return false;
    if (q->ear) {
        struct folding length = f;
        struct rb_reader ahead = *q;

        (void)block_lines(&ahead, &length, rb_reader_indent_of(q));
        f.text = rb_arena_alloc(q->arena, length.n + length.breaks + 1);
        if (!f.text)
            return false;
    }
    if (!block_lines(q, &f, rb_reader_indent_of(q)))
        return false;
    put(&f, "\n", chomp != '-');
    for (; chomp == '+' && f.breaks; f.breaks--)
        put(&f, "\n", 1);
    if (f.text)
        tell(q, rb_slice_of(f.text, f.n), false, line, column);
    return true;
}
