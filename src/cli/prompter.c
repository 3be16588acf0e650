#include "cli/prompter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    HEAD_ROWS = 2, /* the clock, and a blank row */
    FOOT_ROWS = 2,
    MIN_COLUMNS = 10,
    HALF_MINUTE_MS = 30000,
    MORE_BYTES = 4096
};

/* Bytes of the draft that stand in one row. */
struct rb_prompter_line {
    size_t start, end;
};

struct screen {
    char *bytes;
    size_t len, cap;
    bool failed;
};

static void add(struct screen *s, const char *bytes, size_t n)
{
    if (n == 0)
        return;
    if (n > s->cap - s->len) {
        size_t cap = s->cap + n + MORE_BYTES;
        char *grown = realloc(s->bytes, cap);

        if (!grown) {
            s->failed = true;
            return;
        }
        s->bytes = grown;
        s->cap = cap;
    }
    memcpy(s->bytes + s->len, bytes, n);
    s->len += n;
}

static void puts_to(struct screen *s, const char *text)
{
    add(s, text, strlen(text));
}

/* ---- letters ---- */

/* Bytes of the character at s; the draft's text is valid UTF-8. */
static size_t char_length(const char *s, size_t n)
{
    unsigned char c = (unsigned char)*s;
    size_t len = c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;

    return len < n ? len : n;
}

/* What a terminal would obey, or what would turn the text around. */
static bool is_hostile(const char *s, size_t n)
{
    const unsigned char *u = (const unsigned char *)s;

    if (n == 1)
        return u[0] < 0x20 || u[0] == 0x7F;
    if (n == 2)
        return (u[0] == 0xC2 && u[1] < 0xA0) || (u[0] == 0xD8 && u[1] == 0x9C);
    return n == 3 && u[0] == 0xE2 &&
           ((u[1] == 0x80 && (u[2] == 0x8E || u[2] == 0x8F || (u[2] >= 0xA8 && u[2] <= 0xAE))) ||
            (u[1] == 0x81 && u[2] >= 0xA0 && u[2] <= 0xAF));
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Columns of a terminal: two for the scripts of East Asia and for emoji. */
static uint32_t columns_of(const struct rb_prompter *p, const char *s, size_t n)
{
    const unsigned char *u = (const unsigned char *)s;
    uint32_t cp;

    if (n < 3 || !p->unicode)
        return 1;
    if (n == 4)
        return u[1] >= 0x9F || u[0] > 0xF0 ? 2 : 1;
    cp = (u[0] & 15u) << 12 | (u[1] & 63u) << 6 | (u[2] & 63u);
    return (cp >= 0x1100 && cp < 0x1160) || (cp >= 0x2E80 && cp < 0xA4D0) ||
                   (cp >= 0xAC00 && cp < 0xD7A4) || (cp >= 0xF900 && cp < 0xFB00) ||
                   (cp >= 0xFE30 && cp < 0xFE70) || (cp >= 0xFF00 && cp < 0xFF61)
               ? 2
               : 1;
}

static void letter(const struct rb_prompter *p, struct screen *s, const char *text, size_t n)
{
    if (n == 1 && is_blank(*text))
        puts_to(s, " ");
    else if (is_hostile(text, n) || (n > 1 && !p->unicode))
        puts_to(s, "?");
    else
        add(s, text, n);
}

/* ---- layout ---- */

static bool line_add(struct rb_prompter *p, size_t *cap, size_t start, size_t end)
{
    if (p->n_lines == *cap) {
        size_t more = *cap ? 2 * *cap : 64;
        struct rb_prompter_line *grown = realloc(p->lines, more * sizeof *grown);

        if (!grown)
            return false;
        p->lines = grown;
        *cap = more;
    }
    p->lines[p->n_lines++] = (struct rb_prompter_line){start, end};
    return true;
}

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

/* Behind a line's end: LF, CRLF or a lone CR. */
static size_t behind_break(ringback_str text, size_t at)
{
    return at + 1 + (text.ptr[at] == '\r' && at + 1 < text.len && text.ptr[at + 1] == '\n');
}

/* Whether a line of the draft is wider than the screen: broken by its writer and by the screen as
 * well it would be hard to read. */
static bool has_wide_line(const struct rb_prompter *p, ringback_str text, uint32_t columns)
{
    uint32_t used = 0;

    for (size_t at = 0, n; at < text.len; at += n) {
        n = char_length(text.ptr + at, text.len - at);
        used = is_break(text.ptr[at]) ? 0 : used + columns_of(p, text.ptr + at, n);
        if (used > columns)
            return true;
    }
    return false;
}

/* Where a row that begins at a byte ends: behind the last word that fits, at a line's end at the
 * latest; anew: but not at one within a paragraph. */
static size_t row_end(const struct rb_prompter *p, ringback_str text, size_t start,
                      uint32_t columns, bool anew)
{
    size_t at = start, fits = start;
    uint32_t used = 0;

    while (at < text.len) {
        size_t n = char_length(text.ptr + at, text.len - at);
        uint32_t wide = columns_of(p, text.ptr + at, n);

        if (is_break(text.ptr[at])) {
            size_t next = behind_break(text, at);

            if (!anew || at == start || next == text.len || is_blank(text.ptr[next]))
                return at;
            n = next - at;
        }
        if (is_blank(text.ptr[at]))
            fits = at;
        if (used + wide > columns)
            return fits > start ? fits : at;
        used += wide;
        at += n;
    }
    return at;
}

static bool lay_out(struct rb_prompter *p)
{
    ringback_str text = ringback_result_text(p->result);
    size_t cap = 0, at = 0, end = text.len;
    uint32_t columns = p->columns < MIN_COLUMNS ? MIN_COLUMNS : p->columns - 2;
    bool anew;

    if (p->laid_out == p->columns)
        return true;
    free(p->lines);
    p->lines = NULL;
    p->n_lines = 0;
    while (end > 0 && is_blank(text.ptr[end - 1]))
        end--;
    text.len = end;
    anew = has_wide_line(p, text, columns);
    while (at < end) {
        size_t to = row_end(p, text, at, columns, anew);

        if (!line_add(p, &cap, at, to))
            return false;
        at = to;
        if (at < end && is_break(text.ptr[at]))
            at = behind_break(text, at);
        else if (at < end && is_blank(text.ptr[at]))
            at++;
    }
    p->laid_out = p->columns;
    return true;
}

/* ---- the screen ---- */

bool rb_prompter_word(const ringback_result *result, uint32_t ms, ringback_word *out)
{
    size_t low = 0, high = 1;
    ringback_word word;

    /* The last that begins at or before the moment. */
    while (ringback_result_word(result, high, &word) && word.start_ms <= ms)
        high *= 2;
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (ringback_result_word(result, middle, &word) && word.start_ms <= ms)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && ringback_result_word(result, low - 1, out);
}

static void begin_row(struct screen *s, uint32_t row)
{
    char go[32];

    (void)snprintf(go, sizeof go, "\033[%lu;1H", (unsigned long)row);
    puts_to(s, go);
}

static void end_row(struct screen *s)
{
    puts_to(s, "\033[0m\033[K");
}

/* "12.4 s  ██████░░░░|░░  29.1 s": what is said so far of all, and the half-minute. */
static void clock_row(const struct rb_prompter *p, struct screen *s)
{
    uint32_t total = ringback_result_duration_ms(p->result);
    uint32_t span = total > HALF_MINUTE_MS ? total : HALF_MINUTE_MS, used, bar;
    char left[32], right[32];

    (void)snprintf(left, sizeof left, " %2lu.%lu s ", (unsigned long)(p->now_ms / 1000),
                   (unsigned long)(p->now_ms / 100 % 10));
    (void)snprintf(right, sizeof right, " %lu.%lu s", (unsigned long)((total + 50) / 1000),
                   (unsigned long)((total + 50) / 100 % 10));
    used = (uint32_t)(strlen(left) + strlen(right)) + 1;
    begin_row(s, 1);
    if (p->color)
        puts_to(s, p->now_ms > HALF_MINUTE_MS ? "\033[1;31m" : "\033[1m");
    puts_to(s, left);
    bar = p->columns > used + 4 ? p->columns - used : 0;
    for (uint32_t i = 0; i < bar; i++) {
        uint64_t ms = (uint64_t)i * span / bar, next = ((uint64_t)i + 1) * span / bar;

        if (ms < HALF_MINUTE_MS && next >= HALF_MINUTE_MS && span > HALF_MINUTE_MS)
            puts_to(s, "|");
        else if (ms < p->now_ms)
            puts_to(s, p->unicode ? "█" : "#");
        else
            puts_to(s, ms < total ? p->unicode ? "░" : "." : " ");
    }
    puts_to(s, right);
    end_row(s);
    begin_row(s, 2);
    end_row(s);
}

/* A row of the draft: what is said is dim, what is being said stands out. */
static void text_row(const struct rb_prompter *p, struct screen *s, size_t index,
                     const ringback_word *lit, bool any)
{
    ringback_str text = ringback_result_text(p->result);
    int before = -1;

    puts_to(s, " ");
    for (size_t at = p->lines[index].start; at < p->lines[index].end;) {
        size_t n = char_length(text.ptr + at, text.len - at);
        int now = !any || at >= lit->end ? 0 : at >= lit->start ? 1 : 2;

        if (now != before)
            puts_to(s, now == 1 ? "\033[0;1;7m" : now == 2 ? "\033[0;2m" : "\033[0m");
        before = now;
        /* Of a line's end within a row one blank is seen. */
        if (is_break(text.ptr[at]))
            n = behind_break(text, at) - at;
        letter(p, s, text.ptr + at, is_break(text.ptr[at]) ? 1 : n);
        at += n;
    }
}

static void foot_rows(const struct rb_prompter *p, struct screen *s)
{
    static const char *const what[] = {"Enter: begin to speak", "Enter: said it all",
                                       "paused, space: go on"};
    static const char *const keys = "space pauses, r again, q leaves";

    if (p->rows < HEAD_ROWS + FOOT_ROWS + 1)
        return;
    begin_row(s, p->rows - 1);
    puts_to(s, p->color ? " \033[1m" : " ");
    puts_to(s, what[p->state]);
    end_row(s);
    begin_row(s, p->rows);
    puts_to(s, p->color ? " \033[2m" : " ");
    add(s, keys, p->columns > strlen(keys) + 1 ? strlen(keys) : p->columns ? p->columns - 1 : 0);
    end_row(s);
}

/* The first line that is shown, so that the lit word stands in the upper half. */
static size_t first_line(const struct rb_prompter *p, const ringback_word *lit, bool any,
                         size_t room)
{
    size_t line = 0, first;

    while (any && line + 1 < p->n_lines && p->lines[line + 1].start <= lit->start)
        line++;
    first = line > room / 3 ? line - room / 3 : 0;
    return p->n_lines <= room ? 0 : first + room > p->n_lines ? p->n_lines - room : first;
}

char *rb_prompter_draw(struct rb_prompter *p, size_t *len)
{
    struct screen s = {.bytes = NULL};
    ringback_word lit = {.start = 0};
    size_t room, first;
    bool any;

    if (!lay_out(p))
        return NULL;
    any = p->state != RB_PROMPTER_READY && rb_prompter_word(p->result, p->now_ms, &lit);
    room = p->rows > HEAD_ROWS + FOOT_ROWS ? p->rows - HEAD_ROWS - FOOT_ROWS : 1;
    first = first_line(p, &lit, any, room);
    clock_row(p, &s);
    for (size_t i = 0; i < room; i++) {
        begin_row(&s, (uint32_t)(HEAD_ROWS + 1 + i));
        if (first + i < p->n_lines)
            text_row(p, &s, first + i, &lit, any);
        end_row(&s);
    }
    foot_rows(p, &s);
    *len = s.len;
    if (!s.failed)
        return s.bytes;
    free(s.bytes);
    return NULL;
}

void rb_prompter_free(struct rb_prompter *p)
{
    free(p->lines);
    p->lines = NULL;
}
