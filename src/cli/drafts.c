#include "cli/drafts.h"

#include <string.h>

void rb_cli_drafts_init(struct rb_cli_drafts *d, const char *bytes, size_t len)
{
    *d = (struct rb_cli_drafts){.bytes = len ? bytes : "", .len = len, .line = 1};
}

static bool is_blank(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (s[i] != ' ' && (s[i] < '\t' || s[i] > '\r'))
            return false;
    return true;
}

/* The length of the line at s, with its end: LF, CRLF or a lone CR. */
static size_t line_length(const char *s, size_t n)
{
    size_t i = 0;

    while (i < n && s[i] != '\n' && s[i] != '\r')
        i++;
    if (i < n && s[i] == '\r' && i + 1 < n && s[i + 1] == '\n')
        return i + 2;
    return i < n ? i + 1 : n;
}

static bool is_separator(const char *s, size_t n)
{
    return n >= 3 && memcmp(s, "---", 3) == 0 && is_blank(s + 3, n - 3);
}

bool rb_cli_drafts_next(struct rb_cli_drafts *d, struct rb_cli_draft *out)
{
    while (d->at < d->len) {
        size_t start = d->at, end = d->len;
        uint32_t line = d->line;

        while (d->at < d->len) {
            size_t n = line_length(d->bytes + d->at, d->len - d->at);
            bool separator = is_separator(d->bytes + d->at, n);

            if (separator)
                end = d->at;
            d->at += n;
            d->line++;
            if (separator)
                break;
        }
        if (is_blank(d->bytes + start, end - start))
            continue;
        *out = (struct rb_cli_draft){d->bytes + start, end - start, ++d->ordinal, line};
        return true;
    }
    if (d->ordinal > 0)
        return false;
    *out = (struct rb_cli_draft){d->bytes, 0, ++d->ordinal, 1};
    return true;
}
