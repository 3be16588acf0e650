#include "report/linehash.h"

#include <stdlib.h>

#include "base/utf8.h"

enum { WINDOW = 100, FACTOR = 37, END_UNIT = 0xFFFF };

struct roller {
    struct rb_line_hash *items;
    uint32_t n;
    uint64_t hash;
    uint64_t oldest_factor; /* FACTOR to the power of WINDOW */
    uint32_t units[WINDOW]; /* the last ones, as a ring */
    uint32_t lines[WINDOW]; /* the line that begins with this unit, from 1; 0: none does */
    uint32_t at;
    bool line_start, after_cr;
};

static void roll(struct roller *r, uint32_t unit)
{
    r->hash = r->hash * FACTOR + unit - r->oldest_factor * r->units[r->at];
    r->units[r->at] = unit;
    r->at = (r->at + 1) % WINDOW;
}

/* The unit that leaves the window began a line: now the window holds what is hashed for it. */
static void settle(struct roller *r)
{
    uint32_t line = r->lines[r->at];

    if (line)
        r->items[line - 1].hash = r->hash;
    r->lines[r->at] = 0;
}

static void take(struct roller *r, uint32_t unit)
{
    bool after_cr = r->after_cr;

    r->after_cr = false;
    if (unit == ' ' || unit == '\t' || (after_cr && unit == '\n'))
        return;
    if (unit == '\r') {
        unit = '\n';
        r->after_cr = true;
    }
    settle(r);
    if (r->line_start)
        r->lines[r->at] = ++r->n;
    r->line_start = unit == '\n';
    roll(r, unit);
}

static void take_code_point(struct roller *r, uint32_t cp)
{
    if (cp < 0x10000) {
        take(r, cp);
        return;
    }
    take(r, 0xD800 + ((cp - 0x10000) >> 10));
    take(r, 0xDC00 + ((cp - 0x10000) & 0x3FF));
}

/* How many bytes of what is no UTF-8 are one U+FFFD, as decoders have it: those that could have
 * begun a character, at least one. */
static size_t broken(const unsigned char *s, size_t n)
{
    unsigned first = s[0], low = 0x80, high = 0xBF;
    size_t want = first >= 0xF0 ? 3 : 2, i = 1;

    if (first < 0xE0 || first > 0xF4)
        return 1;
    if (first == 0xE0 || first == 0xF0)
        low = first == 0xE0 ? 0xA0 : 0x90;
    if (first == 0xED || first == 0xF4)
        high = first == 0xED ? 0x9F : 0x8F;
    for (; i < n && i <= want && s[i] >= low && s[i] <= high; i++) {
        low = 0x80;
        high = 0xBF;
    }
    return i;
}

static uint32_t most_lines(struct rb_slice file)
{
    uint32_t n = 1;

    for (size_t i = 0; i < file.len; i++)
        n += file.ptr[i] == '\n' || file.ptr[i] == '\r';
    return n;
}

struct seen {
    uint64_t hash;
    uint32_t line;
};

static int by_hash_and_line(const void *a, const void *b)
{
    const struct seen *x = a, *y = b;

    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

/* How often each hash was seen: by sorting, which no choice of lines can make slow. */
static bool count(struct rb_arena *arena, struct rb_line_hashes *lines)
{
    struct seen *seen = rb_arena_array(arena, lines->n, sizeof *seen);

    if (!seen)
        return false;
    for (uint32_t i = 0; i < lines->n; i++)
        seen[i] = (struct seen){lines->items[i].hash, i};
    qsort(seen, lines->n, sizeof *seen, by_hash_and_line);
    for (uint32_t i = 0; i < lines->n; i++) {
        bool again = i > 0 && seen[i].hash == seen[i - 1].hash;

        lines->items[seen[i].line].count = again ? lines->items[seen[i - 1].line].count + 1 : 1;
    }
    return true;
}

bool rb_line_hashes_make(struct rb_arena *arena, struct rb_slice file, struct rb_line_hashes *out)
{
    struct roller r = {.oldest_factor = 1, .line_start = true};

    *out = (struct rb_line_hashes){NULL, 0};
    r.items = rb_arena_array(arena, most_lines(file), sizeof *r.items);
    if (!r.items)
        return false;
    for (int i = 0; i < WINDOW; i++)
        r.oldest_factor *= FACTOR;
    for (size_t at = 0; at < file.len;) {
        uint32_t cp = 0xFFFD;
        size_t n = rb_utf8_decode(file.ptr + at, file.len - at, &cp);

        take_code_point(&r, cp);
        at += n ? n : broken((const unsigned char *)file.ptr + at, file.len - at);
    }
    take(&r, END_UNIT);
    for (int i = 0; i < WINDOW; i++) {
        settle(&r);
        roll(&r, 0);
    }
    *out = (struct rb_line_hashes){r.items, r.n};
    return count(arena, out);
}

void rb_line_hashes_put(struct rb_buffer *out, const struct rb_line_hashes *lines, uint32_t line)
{
    static const char digits[] = "0123456789abcdef";
    const struct rb_line_hash *of;
    char hex[16];
    size_t at = sizeof hex;
    uint64_t hash;

    if (lines->n == 0)
        return;
    of = &lines->items[line < lines->n ? (line ? line - 1 : 0) : lines->n - 1];
    hash = of->hash;
    do {
        hex[--at] = digits[hash & 15];
        hash >>= 4;
    } while (hash);
    rb_buffer_add(out, hex + at, sizeof hex - at);
    rb_buffer_putc(out, ':');
    rb_buffer_uint(out, of->count);
}
