/* What is neither word nor mark of the language: HTML tags and emoticons. */
#include "base/ascii.h"
#include "text/scan.h"

static const char *const tags[] = {
#define TAG(name) #name,
#include "text/markup.def"
#undef TAG
};

enum { LONGEST_NAME = 10, LONGEST_TAG = 120 };

static bool is_known(const char *name)
{
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
        if (strcmp(tags[i], name) == 0)
            return true;
    return false;
}

uint32_t rb_scan_tag(struct rb_slice text, uint32_t at, struct rb_token *out)
{
    uint32_t n = (uint32_t)text.len, end = at + 1, len = 0;
    bool closes = end < n && text.ptr[end] == '/';
    char name[LONGEST_NAME + 1] = {0};

    end += closes;
    while (end < n && rb_is_alnum(text.ptr[end]) && len < LONGEST_NAME)
        name[len++] = rb_to_lower(text.ptr[end++]);
    if (len == 0 || !is_known(name) || end >= n || rb_is_alnum(text.ptr[end]))
        return 0;
    while (end < n && end - at < LONGEST_TAG && text.ptr[end] != '>' && text.ptr[end] != '<')
        end++;
    if (end >= n || text.ptr[end] != '>')
        return 0;
    if (strcmp(name, "br") != 0 && strcmp(name, "hr") != 0 && strcmp(name, "img") != 0)
        out->flags |= closes ? RB_TOK_CLOSER : RB_TOK_OPENER;
    return end + 1;
}

uint32_t rb_scan_face(struct rb_slice text, uint32_t at)
{
    uint32_t n = (uint32_t)text.len, end = at + 1;

    if (text.ptr[at] != ':' && text.ptr[at] != ';')
        return 0;
    if (end < n && text.ptr[end] == '-')
        end++;
    if (end >= n || !strchr(")(DPp", text.ptr[end]))
        return 0;
    end++;
    return end == n || !rb_is_alnum(text.ptr[end]) ? end : 0;
}
