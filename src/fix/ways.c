#include "base/ascii.h"
#include "fix/piece.h"

/* How many more open than close: brackets and quotation marks of all kinds together, straight
 * quotes as 0 or 1. */
static bool is_balanced(struct rb_slice words)
{
    static const char *const open[] = {"(", "[", "{", "“"}, *const close[] = {")", "]", "}", "”"};
    uint32_t quotes = 0;
    int32_t depth[4] = {0};

    for (size_t i = 0; i < words.len; i++) {
        quotes += words.ptr[i] == '"';
        for (size_t k = 0; k < 4; k++) {
            size_t n = strlen(open[k]);

            if (words.len - i < n)
                continue;
            depth[k] += memcmp(words.ptr + i, open[k], n) == 0;
            depth[k] -= memcmp(words.ptr + i, close[k], n) == 0;
        }
    }
    return quotes % 2 == 0 && !depth[0] && !depth[1] && !depth[2] && !depth[3];
}

static bool is_word_byte(char c)
{
    return rb_is_alnum(c) || (unsigned char)c >= 0x80 || c == '\'';
}

/* Whether the word before a deletion is the one behind it: "call call". */
static bool doubles(struct rb_slice text, uint32_t start, uint32_t end)
{
    uint32_t a = start, n = 0;

    while (a > 0 && !is_word_byte(text.ptr[a - 1]))
        if (text.ptr[--a] != ' ')
            return false;
    while (end < text.len && text.ptr[end] == ' ')
        end++;
    while (n < a && is_word_byte(text.ptr[a - n - 1]))
        n++;
    if (n == 0 || text.len - end < n || (end + n < text.len && is_word_byte(text.ptr[end + n])))
        return false;
    for (uint32_t i = 0; i < n; i++)
        if (rb_to_lower(text.ptr[a - n + i]) != rb_to_lower(text.ptr[end + i]))
            return false;
    return true;
}

/* A line's end that went with the words is missed: the line would get as long as two. The next
 * space takes its place. */
static void keep_line(struct rb_change *change, struct rb_slice text, const struct rb_splice *cut)
{
    const char *lf = memchr(text.ptr + cut->start, '\n', cut->end - cut->start);
    uint32_t at = cut->end;

    if (!lf || cut->start == 0 || text.ptr[cut->start - 1] == '\n')
        return;
    if (text.ptr[cut->start - 1] == ' ')
        at = cut->start - 1;
    while (at < text.len && text.ptr[at] != ' ' && text.ptr[at] != '\n')
        at++;
    if (at < text.len && text.ptr[at] == ' ')
        rb_splice_add(change, at, at + 1, rb_slice_str(lf[-1] == '\r' ? "\r\n" : "\n"), true);
}

void rb_ways_add(struct rb_ways *ways, const struct rb_scene *scene, const struct rb_change *change)
{
    struct rb_slice text = scene->text->source.text;
    struct rb_change kept = *change;

    if (change->n == 0 || ways->n == RB_FIX_MOST_WAYS)
        return;
    for (uint32_t i = 0; i < change->n; i++) {
        const struct rb_splice *s = &change->splices[i];

        if (s->slight)
            continue;
        if (!is_balanced(rb_slice_of(text.ptr + s->start, s->end - s->start)) ||
            (s->text.len == 0 && doubles(text, s->start, s->end)))
            return;
        keep_line(&kept, text, s);
    }
    ways->changes[ways->n++] = kept;
}
