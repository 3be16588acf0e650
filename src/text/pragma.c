#include "text/pragma.h"

#include "base/ascii.h"
#include "base/utf8.h"

#define MARK "ringback-"
#define COMMENT "<!--"
#define COMMENT_END "-->"

struct finder {
    struct rb_arena *arena;
    struct rb_slice file;
    struct rb_pragma *items;
    size_t n, cap;
};

bool rb_is_reason(struct rb_slice s)
{
    size_t at = 0;

    while (at < s.len) {
        uint32_t cp = 0;
        size_t step = rb_utf8_decode(s.ptr + at, s.len - at, &cp);

        if (step && (rb_is_alpha((int)cp) || rb_utf8_is_letter(cp)))
            return true;
        at += step ? step : 1;
    }
    return false;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

/* From `at` on: past blanks, up to `end`. */
static uint32_t skip(const struct finder *f, uint32_t at, uint32_t end)
{
    while (at < end && is_blank(f->file.ptr[at]))
        at++;
    return at;
}

static bool stands(const struct finder *f, uint32_t at, uint32_t end, const char *word)
{
    size_t n = strlen(word);

    return end - at >= n && memcmp(f->file.ptr + at, word, n) == 0;
}

static struct rb_slice trimmed(const struct finder *f, uint32_t at, uint32_t end)
{
    at = skip(f, at, end);
    while (end > at && is_blank(f->file.ptr[end - 1]))
        end--;
    return rb_slice_of(f->file.ptr + at, end - at);
}

static void add(struct finder *f, struct rb_pragma pragma, struct rb_slice at)
{
    struct rb_pragma *items = rb_arena_grow(f->arena, f->items, f->n, &f->cap, sizeof *items);

    if (!items)
        return;
    f->items = items;
    pragma.at = (uint32_t)(at.ptr - f->file.ptr);
    pragma.at_end = pragma.at + (uint32_t)at.len;
    items[f->n++] = pragma;
}

/* The rules before the colon, each a pragma; the bytes belong to the first. */
static void add_rules(struct finder *f, struct rb_pragma pragma, uint32_t at, uint32_t colon)
{
    bool any = false;

    while (at < colon) {
        uint32_t start = at;

        while (at < colon && !is_blank(f->file.ptr[at]) && f->file.ptr[at] != ',')
            at++;
        pragma.rule = rb_slice_of(f->file.ptr + start, at - start);
        if (pragma.rule.len) {
            add(f, pragma, pragma.rule);
            pragma.start = pragma.end;
            any = true;
        }
        at++;
    }
    if (!any) {
        pragma.fault = RB_PRAGMA_RULE;
        pragma.rule = rb_slice_of("", 0);
        add(f, pragma, trimmed(f, pragma.at, pragma.at_end));
    }
}

/* What stands behind "# " or in the comment, from MARK on. */
static void parse(struct finder *f, struct rb_pragma pragma, uint32_t at, uint32_t end)
{
    uint32_t word = at, colon;

    pragma.at = at;
    pragma.at_end = end;
    while (at < end && !is_blank(f->file.ptr[at]) && f->file.ptr[at] != ':')
        at++;
    pragma.rule = rb_slice_of(f->file.ptr + word, at - word);
    if (!rb_slice_is(pragma.rule, MARK "ignore")) {
        if (pragma.fault == RB_PRAGMA_FINE)
            pragma.fault = RB_PRAGMA_WORD;
        add(f, pragma, pragma.rule);
        return;
    }
    for (colon = at; colon < end && f->file.ptr[colon] != ':';)
        colon++;
    if (colon < end)
        pragma.reason = trimmed(f, colon + 1, end);
    if (pragma.fault == RB_PRAGMA_FINE && !rb_is_reason(pragma.reason))
        pragma.fault = RB_PRAGMA_REASON;
    add_rules(f, pragma, at, colon);
}

/* The whole line, when the comment is alone on it. */
static void widen(const struct finder *f, struct rb_pragma *p, uint32_t line, uint32_t end,
                  uint32_t next)
{
    if (skip(f, line, p->start) == p->start && skip(f, p->end, end) == end) {
        p->start = line;
        p->end = next;
    }
}

/* The comments of a line that is not a pragma as a whole. */
static void find_comments(struct finder *f, uint32_t line, uint32_t end, uint32_t next)
{
    uint32_t at = line;

    while (at < end) {
        const char *found = memchr(f->file.ptr + at, '<', end - at);
        struct rb_pragma pragma = {0};
        uint32_t body, close;

        if (!found)
            return;
        at = (uint32_t)(found - f->file.ptr);
        if (!stands(f, at, end, COMMENT)) {
            at++;
            continue;
        }
        body = skip(f, at + (uint32_t)strlen(COMMENT), end);
        if (!stands(f, body, end, MARK)) {
            at = body;
            continue;
        }
        for (close = body; close < end && !stands(f, close, end, COMMENT_END);)
            close++;
        pragma.start = at;
        pragma.end = close < end ? close + (uint32_t)strlen(COMMENT_END) : end;
        pragma.fault = close < end ? RB_PRAGMA_FINE : RB_PRAGMA_OPEN;
        at = pragma.end;
        widen(f, &pragma, line, end, next);
        parse(f, pragma, body, close);
    }
}

static void find_line(struct finder *f, uint32_t line, uint32_t end, uint32_t next)
{
    uint32_t at = skip(f, line, end);

    if (at < end && f->file.ptr[at] == '#') {
        uint32_t body = skip(f, at + 1, end);

        if (stands(f, body, end, MARK)) {
            parse(f, (struct rb_pragma){.start = line, .end = next}, body, end);
            return;
        }
    }
    find_comments(f, line, end, next);
}

bool rb_pragmas_find(struct rb_arena *arena, struct rb_slice file, struct rb_pragma **out,
                     uint32_t *n)
{
    struct finder f = {.arena = arena, .file = file};
    uint32_t line = 0, size = (uint32_t)file.len;

    while (line < size) {
        uint32_t end = line, next;

        while (end < size && !is_break(file.ptr[end]))
            end++;
        next = end < size ? end + 1 : end;
        if (next < size && file.ptr[end] == '\r' && file.ptr[next] == '\n')
            next++;
        find_line(&f, line, end, next);
        line = next;
    }
    *out = f.items;
    *n = (uint32_t)f.n;
    return !rb_arena_failed(arena);
}
