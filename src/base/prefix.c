#include "base/prefix.h"

#include "base/ascii.h"

/* Behind a class of characters that begins at `at`; more than the pattern's length, if that is not
 * certain. */
static size_t behind_class(struct rb_slice p, size_t at)
{
    at++;
    if (at < p.len && p.ptr[at] == '^')
        at++;
    if (at < p.len && p.ptr[at] == ']')
        at++;
    for (; at < p.len && p.ptr[at] != ']'; at++) {
        if (p.ptr[at] == '[')
            return SIZE_MAX;
        if (p.ptr[at] == '\\')
            at++;
    }
    return at < p.len ? at + 1 : SIZE_MAX;
}

/* May there be an alternative outside of all groups? Then the beginning is that of one only. */
static bool may_choose(struct rb_slice p)
{
    size_t at = 0, depth = 0;

    while (at < p.len) {
        char c = p.ptr[at];

        if (c == '[') {
            at = behind_class(p, at);
            if (at > p.len)
                return true;
            continue;
        }
        if (c == '\\') {
            if (at + 1 < p.len && p.ptr[at + 1] == 'Q')
                return true;
            at++;
        } else if (c == '(') {
            if (at + 2 < p.len && p.ptr[at + 1] == '?' &&
                (p.ptr[at + 2] == '#' || p.ptr[at + 2] == 'x'))
                return true;
            depth++;
        } else if (c == ')') {
            depth -= depth > 0;
        } else if (c == '|' && depth == 0) {
            return true;
        }
        at++;
    }
    return false;
}

static bool is_literal(char c)
{
    return c == ' ' || c == ',' || c == ';' || c == ':' || c == '<' || c == '>' || c == '=' ||
           c == '@' || c == '/' || c == '-' || c == '"' || c == '%' || c == '&' || rb_is_digit(c);
}

static bool is_count(char c)
{
    return c == '*' || c == '+' || c == '?' || c == '{';
}

size_t rb_pattern_prefix(struct rb_slice pattern, char out[RB_PREFIX_LONGEST])
{
    const struct rb_slice lines = rb_slice_str("(?m)");
    size_t at = 0, n = 0;

    if (may_choose(pattern))
        return 0;
    if (pattern.len > lines.len && memcmp(pattern.ptr, lines.ptr, lines.len) == 0)
        at = lines.len;
    while (at < pattern.len && n < RB_PREFIX_LONGEST && is_literal(pattern.ptr[at]))
        out[n++] = pattern.ptr[at++];
    /* It says how often there must be the one before it, which may be never. */
    if (n > 0 && at < pattern.len && is_count(pattern.ptr[at]))
        n--;
    return n;
}

bool rb_has_prefix(struct rb_slice subject, size_t from, const char *prefix, size_t n)
{
    while (n > 0 && from < subject.len) {
        const char *first = memchr(subject.ptr + from, prefix[0], subject.len - from);

        if (!first)
            return false;
        from = (size_t)(first - subject.ptr);
        if (subject.len - from < n)
            return false;
        if (memcmp(first, prefix, n) == 0)
            return true;
        from++;
    }
    return n == 0;
}
