#include "settings/glob.h"

#include "base/ascii.h"

/* The end of a bracket that opens at `at`, behind its "]"; 0: it does not close. */
static size_t bracket_end(struct rb_slice p, size_t at)
{
    size_t i = at + 1;

    if (i < p.len && (p.ptr[i] == '!' || p.ptr[i] == '^'))
        i++;
    /* A "]" that comes first is one of the characters. */
    if (i < p.len && p.ptr[i] == ']')
        i++;
    while (i < p.len && p.ptr[i] != ']')
        i++;
    return i < p.len ? i + 1 : 0;
}

static bool in_bracket(struct rb_slice p, size_t at, size_t end, char c)
{
    size_t i = at + 1, last = end - 1;
    bool other = p.ptr[i] == '!' || p.ptr[i] == '^', found = false;

    for (i += other; i < last; i++) {
        unsigned char from = (unsigned char)p.ptr[i], to = from;

        if (i + 2 < last && p.ptr[i + 1] == '-') {
            to = (unsigned char)p.ptr[i + 2];
            i += 2;
        }
        found |= (unsigned char)c >= from && (unsigned char)c <= to;
    }
    return found != other;
}

const char *rb_glob_fault(struct rb_slice p)
{
    if (p.len == 0)
        return "it is empty";
    if (p.len > RB_MAX_GLOB_BYTES)
        return "it is longer than a kilobyte";
    if (p.ptr[0] == '!')
        return "\"!\" is not used here";
    for (size_t i = 0; i < p.len; i++) {
        if (p.ptr[i] == '{')
            return "braces are not used here: write two patterns";
        if (p.ptr[i] == '\\' && ++i == p.len)
            return "a \\ ends it";
        if (p.ptr[i] == '[' && (i = bracket_end(p, i)) == 0)
            return "a [ is not closed";
    }
    return NULL;
}

static bool is_same(char a, char b, bool fold)
{
    return a == b || (fold && rb_to_lower(a) == rb_to_lower(b));
}

/* Does one pattern character match one of the name? Gives its length, 0: it does not. */
static size_t match_one(struct rb_slice p, size_t at, char c, bool fold)
{
    size_t end;

    switch (p.ptr[at]) {
    case '?':
        return c != '/' ? 1 : 0;
    case '[':
        end = bracket_end(p, at);
        if (end == 0)
            break;
        return c != '/' && in_bracket(p, at, end, c) ? end - at : 0;
    case '\\':
        return at + 1 < p.len && is_same(p.ptr[at + 1], c, fold) ? 2 : 0;
    default:
        break;
    }
    return is_same(p.ptr[at], c, fold) ? 1 : 0;
}

static bool is_deep(struct rb_slice p, size_t at)
{
    return p.len - at >= 2 && p.ptr[at] == '*' && p.ptr[at + 1] == '*';
}

/* Where to go on when what follows a star does not match: the star takes one character more. */
struct retry {
    size_t pattern, path; /* pattern 0: there was no star */
};

/* The whole path. A star that fails at a slash falls back on the last double star. */
static bool match_whole(struct rb_slice p, struct rb_slice s, bool fold)
{
    struct retry star = {0, 0}, deep = {0, 0};
    size_t i = 0, k = 0;

    for (;;) {
        size_t step;

        if (i < p.len && is_deep(p, i)) {
            i += 2;
            /* A double star with its slash may stand for no folder at all. */
            if (i < p.len && p.ptr[i] == '/')
                i++;
            deep = (struct retry){i, k};
            star = (struct retry){0, 0};
            continue;
        }
        if (i < p.len && p.ptr[i] == '*') {
            star = (struct retry){++i, k};
            continue;
        }
        if (i == p.len && k == s.len)
            return true;
        step = i < p.len && k < s.len ? match_one(p, i, s.ptr[k], fold) : 0;
        if (step) {
            i += step;
            k++;
        } else if (star.pattern && star.path < s.len && s.ptr[star.path] != '/') {
            i = star.pattern;
            k = ++star.path;
        } else if (deep.pattern && deep.path < s.len) {
            /* At the end of a pattern any character will do, before a name only a whole folder. */
            do {
                deep.path++;
            } while (deep.pattern < p.len && deep.path < s.len && s.ptr[deep.path - 1] != '/');
            i = deep.pattern;
            k = deep.path;
            star = (struct retry){0, 0};
        } else {
            return false;
        }
    }
}

/* A name anywhere in the path. */
static bool match_name(struct rb_slice p, struct rb_slice s, bool whole, bool fold)
{
    for (size_t at = 0; at < s.len;) {
        size_t end = at;

        while (end < s.len && s.ptr[end] != '/')
            end++;
        if ((whole || end < s.len) && match_whole(p, rb_slice_of(s.ptr + at, end - at), fold))
            return true;
        at = end + 1;
    }
    return false;
}

static bool match(struct rb_slice p, struct rb_slice s, bool folder, bool fold)
{
    bool only_folders = p.len > 1 && p.ptr[p.len - 1] == '/';
    bool whole = folder || !only_folders;

    if (only_folders)
        p.len--;
    if (p.len > RB_MAX_GLOB_BYTES)
        return false;
    if (!memchr(p.ptr, '/', p.len))
        return match_name(p, s, whole, fold);
    if (p.len && p.ptr[0] == '/')
        p = rb_slice_of(p.ptr + 1, p.len - 1);
    if (whole && match_whole(p, s, fold))
        return true;
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] == '/' && match_whole(p, rb_slice_of(s.ptr, i), fold))
            return true;
    return false;
}

bool rb_glob_match(struct rb_slice pattern, struct rb_slice path, bool folder)
{
    return match(pattern, path, folder, false);
}

bool rb_glob_match_any_case(struct rb_slice pattern, struct rb_slice path)
{
    return match(pattern, path, false, true);
}

int rb_glob_lines(struct rb_slice file, struct rb_slice path, bool folder)
{
    int said = 0;

    for (size_t at = 0; at < file.len;) {
        const char *end = memchr(file.ptr + at, '\n', file.len - at);
        struct rb_slice line =
            rb_slice_of(file.ptr + at, end ? (size_t)(end - file.ptr) - at : file.len - at);
        bool back;

        at += line.len + 1;
        while (line.len && (line.ptr[line.len - 1] == ' ' || line.ptr[line.len - 1] == '\r' ||
                            line.ptr[line.len - 1] == '\t'))
            line.len--;
        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        back = line.ptr[0] == '!';
        if (back)
            line = rb_slice_of(line.ptr + 1, line.len - 1);
        if (line.len && rb_glob_match(line, path, folder))
            said = back ? -1 : 1;
    }
    return said;
}
