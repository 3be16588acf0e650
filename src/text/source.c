#include "text/source.h"

#include "base/utf8.h"

/* Copies the bytes and puts RB_REPLACED for each that is NUL or not part of valid UTF-8. */
static void repair(char *s, uint32_t n, struct rb_source *out)
{
    uint32_t at = 0;

    while (at < n) {
        uint32_t cp;
        size_t step = 1;

        if ((unsigned char)s[at] >= 0x80)
            step = rb_utf8_decode(s + at, n - at, &cp);
        else if (s[at] == '\0')
            step = 0;
        if (step == 0) {
            if (out->n_replaced++ == 0)
                out->first_replaced = at;
            s[at] = RB_REPLACED;
            step = 1;
        }
        at += (uint32_t)step;
    }
}

/* The offset behind the line end at or after `at`, or n + 1 when the text ends first. */
static uint32_t next_line(const char *s, uint32_t n, uint32_t at)
{
    while (at < n && s[at] != '\n' && s[at] != '\r')
        at++;
    if (at >= n)
        return n + 1;
    return at + (s[at] == '\r' && at + 1 < n && s[at + 1] == '\n' ? 2u : 1u);
}

bool rb_source_make(struct rb_arena *arena, struct rb_slice bytes, struct rb_source *out)
{
    uint32_t n = (uint32_t)bytes.len, count = 1;
    char *copy = rb_arena_alloc(arena, (size_t)n + 1);
    uint32_t *lines;

    *out = (struct rb_source){0};
    if (!copy)
        return false;
    if (n > 0)
        memcpy(copy, bytes.ptr, n);
    repair(copy, n, out);
    for (uint32_t at = next_line(copy, n, 0); at <= n; at = next_line(copy, n, at))
        count++;
    lines = rb_arena_array(arena, count, sizeof *lines);
    if (!lines)
        return false;
    for (uint32_t i = 1; i < count; i++)
        lines[i] = next_line(copy, n, lines[i - 1]);
    out->text = rb_slice_of(copy, n);
    out->lines = lines;
    out->n_lines = count;
    return true;
}

void rb_source_place(const struct rb_source *source, uint32_t offset, uint32_t *line,
                     uint32_t *column)
{
    uint32_t low = 0, high = source->n_lines;

    if (offset > source->text.len)
        offset = (uint32_t)source->text.len;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;

        if (source->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    *line = low + 1;
    *column = 1 + (uint32_t)rb_utf8_count(source->text.ptr + source->lines[low],
                                          offset - source->lines[low]);
}
