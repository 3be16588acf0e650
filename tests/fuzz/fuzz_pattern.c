/* Patterns: the first line is one, the rest is the text. No crash, no span outside of the text, and
 * an end to every search. */
#include "base/pattern.h"
#include "base/utf8.h"
#include "fuzz.h"

static void search(const struct rb_pattern *pattern, struct rb_matcher *matcher,
                   struct rb_slice text)
{
    size_t from = 0, spans[8];
    uint32_t cp;

    while (from <= text.len &&
           rb_pattern_match(pattern, matcher, text, from, spans, 4) == RB_MATCH_YES) {
        for (int i = 0; i < 8; i += 2) {
            HOLD((spans[i] == SIZE_MAX) == (spans[i + 1] == SIZE_MAX));
            HOLD(spans[i] == SIZE_MAX || (spans[i] <= text.len && spans[i + 1] <= text.len));
        }
        HOLD(spans[0] <= spans[1]);
        if (spans[1] > from)
            from = spans[1];
        else
            from += from < text.len ? rb_utf8_decode(text.ptr + from, text.len - from, &cp) : 1;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rb_slice source = rb_slice_of((const char *)data, size), text;
    struct rb_matcher *matcher;
    struct rb_pattern *pattern;
    char message[128];
    size_t offset;
    const char *end = size ? memchr(source.ptr, '\n', size) : NULL;

    if (!end)
        return 0;
    source.len = (size_t)(end - source.ptr);
    text = rb_slice_of(end + 1, size - source.len - 1);
    text.len = rb_utf8_valid(text.ptr, text.len);
    pattern = rb_pattern_compile(source, message, sizeof message, &offset);
    if (!pattern) {
        HOLD(message[0] && offset <= source.len);
        return 0;
    }
    matcher = rb_matcher_new();
    HOLD(matcher);
    search(pattern, matcher, text);
    rb_matcher_free(matcher);
    rb_pattern_free(pattern);
    return 0;
}
