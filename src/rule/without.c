#include "rule/without.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static bool is_stop(char c)
{
    return c == '.' || c == '!' || c == '?';
}

/* The span with the marks and the blank that nobody would leave behind: the stop of a sentence that
 * goes whole, one of two commas that would meet. */
static struct rb_span tidy(struct rb_slice text, struct rb_span span)
{
    uint32_t before = span.start, after = span.end;

    while (before > 0 && is_blank(text.ptr[before - 1]))
        before--;
    while (after < text.len && is_blank(text.ptr[after]))
        after++;
    if (before == 0 || is_stop(text.ptr[before - 1])) {
        while (after < text.len && (is_stop(text.ptr[after]) || text.ptr[after] == ','))
            span.end = ++after;
    } else if (text.ptr[before - 1] == ',' && after < text.len && text.ptr[after] == ',') {
        span.end = after + 1;
    }
    if (span.end < text.len && is_blank(text.ptr[span.end]) &&
        (span.start == 0 || is_blank(text.ptr[span.start - 1])))
        span.end++;
    return span;
}

struct rb_slice rb_text_without(struct rb_arena *arena, struct rb_slice text,
                                const struct rb_span *spans, uint32_t n)
{
    char *out = rb_arena_alloc(arena, text.len + 1);
    uint32_t at = 0;
    size_t len = 0;

    if (!out)
        return rb_slice_of("", 0);
    for (uint32_t i = 0; i < n; i++) {
        struct rb_span span = tidy(text, spans[i]);

        if (span.start > at) {
            memcpy(out + len, text.ptr + at, span.start - at);
            len += span.start - at;
        }
        /* Where a line ended, one ends still, lest this one get as long as two. */
        if (len && out[len - 1] == ' ' &&
            memchr(text.ptr + span.start, '\n', span.end - span.start))
            out[len - 1] = '\n';
        at = span.end > at ? span.end : at;
    }
    memcpy(out + len, text.ptr + at, text.len - at);
    return rb_slice_of(out, len + text.len - at);
}
