/* Entities that outrank words: e-mail addresses, URLs, domain names, numbers, words. */
#include "base/ascii.h"
#include "text/scan.h"

struct tld {
    const char *name;
    bool alone;
};

#define TLD(name, alone) {#name, alone},
static const struct tld tlds[] = {
#include "text/tld.def"
};
#undef TLD

enum { LONGEST_TLD = 12, LONGEST_SCHEME = 12 };

static unsigned char byte_at(struct rb_slice text, uint32_t at)
{
    return at < text.len ? (unsigned char)text.ptr[at] : 0;
}

/* The known top-level domain written from `at` to `end`, in one case; NULL when it is none. */
static const struct tld *find_tld(struct rb_slice text, uint32_t at, uint32_t end)
{
    char low[LONGEST_TLD + 1] = {0};
    uint32_t upper = 0, n = end - at;

    if (n < 2 || n > LONGEST_TLD)
        return NULL;
    for (uint32_t i = 0; i < n; i++) {
        upper += rb_is_upper(text.ptr[at + i]);
        low[i] = rb_to_lower(text.ptr[at + i]);
    }
    if (upper != 0 && upper != n)
        return NULL;
    for (size_t i = 0; i < sizeof tlds / sizeof tlds[0]; i++)
        if (low[0] == tlds[i].name[0] && strcmp(low, tlds[i].name) == 0)
            return &tlds[i];
    return NULL;
}

/* A dotted name: its end, the number of its dots, and where its last label begins. */
struct name {
    uint32_t end, dots, last;
};

static struct name scan_name(struct rb_slice text, uint32_t at)
{
    struct name out = {at, 0, at};

    for (;;) {
        uint32_t from = at;

        while (rb_byte_class[byte_at(text, at)] & RB_BYTE_ALNUM || byte_at(text, at) == '-' ||
               byte_at(text, at) == '_')
            at++;
        if (at == from)
            break;
        out.end = at;
        out.last = from;
        if (byte_at(text, at) != '.' || !rb_is_alnum(byte_at(text, at + 1)))
            break;
        out.dots++;
        at++;
    }
    return out;
}

static bool is_url_byte(unsigned char c)
{
    return c > ' ' && c != 127 && c != '<' && c != '>' && c != '"' && c != '{' && c != '}' &&
           c != '|' && c != '\\' && c != '^' && c != '`';
}

/* The end of a URL's run of bytes, without the marks behind it that belong to the sentence. */
static uint32_t scan_path(struct rb_slice text, uint32_t start, uint32_t at)
{
    uint32_t depth = 0;

    while (is_url_byte(byte_at(text, at))) {
        unsigned char c = byte_at(text, at);

        if (c == '(' || c == '[')
            depth++;
        else if (c == ')' || c == ']') {
            if (depth == 0)
                break;
            depth--;
        } else if (c >= 0x80) {
            struct rb_char wide = rb_char_at(text, at);

            if (wide.kind != RB_CHAR_LETTER && wide.kind != RB_CHAR_DIGIT)
                break;
            at += wide.len - 1u;
        }
        at++;
    }
    while (at > start && strchr(".,;:!?'*([-", text.ptr[at - 1]))
        at--;
    return at;
}

static uint32_t scheme_end(struct rb_slice text, uint32_t at)
{
    uint32_t from = at;

    while (at - from < LONGEST_SCHEME && rb_is_alpha(byte_at(text, at)))
        at++;
    if (at - from < 2 || byte_at(text, at) != ':' || byte_at(text, at + 1) != '/' ||
        byte_at(text, at + 2) != '/' || !is_url_byte(byte_at(text, at + 3)))
        return 0;
    return at + 3;
}

static bool is_www(struct rb_slice text, uint32_t at)
{
    return (byte_at(text, at) | 32) == 'w' && (byte_at(text, at + 1) | 32) == 'w' &&
           (byte_at(text, at + 2) | 32) == 'w' && byte_at(text, at + 3) == '.' &&
           rb_is_alnum(byte_at(text, at + 4));
}

uint32_t rb_scan_url(struct rb_scan *scan, uint32_t at)
{
    struct rb_slice text = scan->text;
    uint32_t body = scheme_end(text, at);
    struct name name;
    const struct tld *tld;
    unsigned char next;

    if (body) {
        uint32_t end = scan_path(text, body, body);

        return end > body ? end : 0;
    }
    if (is_www(text, at))
        return scan_path(text, at + 4, at + 4);
    if (at < scan->no_name)
        return 0;
    name = scan_name(text, at);
    if (name.dots == 0 || !(tld = find_tld(text, name.last, name.end))) {
        scan->no_name = name.end;
        return 0;
    }
    next = byte_at(text, name.end);
    if (next == '@' || (next == ':' && rb_is_digit(byte_at(text, name.end + 1))) ||
        ((next == '/' || next == '?' || next == '#') && rb_is_alnum(byte_at(text, name.end + 1))))
        return next == '@' ? 0 : scan_path(text, name.end, name.end);
    if (!tld->alone || next >= 0x80 || next == '\'') {
        scan->no_name = name.end;
        return tld->alone ? name.end : 0;
    }
    return next == '/' ? name.end + 1 : name.end;
}

static bool is_local_byte(unsigned char c)
{
    static const bool others[128] = {
        ['.'] = true, ['!'] = true, ['#'] = true, ['$'] = true, ['%'] = true, ['&'] = true,
        ['*'] = true, ['+'] = true, ['-'] = true, ['/'] = true, ['='] = true, ['?'] = true,
        ['^'] = true, ['_'] = true, ['~'] = true, ['|'] = true};

    return rb_is_alnum(c) || ((unsigned char)c < 128 && others[(unsigned char)c]);
}

uint32_t rb_scan_email(struct rb_scan *scan, uint32_t at)
{
    struct rb_slice text = scan->text;
    uint32_t end = at;
    struct name name;

    if (at < scan->no_email)
        return 0;
    while (is_local_byte(byte_at(text, end)))
        end++;
    if (byte_at(text, end) != '@' || end == at || byte_at(text, end - 1) == '.') {
        scan->no_email = end > at ? end : at + 1;
        return 0;
    }
    name = scan_name(text, end + 1);
    if (name.dots == 0) {
        scan->no_email = end;
        return 0;
    }
    while (name.end > end && strchr("-_", text.ptr[name.end - 1]))
        name.end--;
    return name.end;
}

bool rb_may_be_entity(struct rb_slice text, uint32_t at, uint32_t end)
{
    unsigned char next = byte_at(text, end);

    if (next < 0x80 && !(rb_byte_class[next] & (RB_BYTE_ENDS | RB_BYTE_ALNUM)) && next != '\'') {
        unsigned char more = byte_at(text, end + 1);

        /* a mark that ends the word's run of bytes joins nothing */
        return next == '@' || (more > ' ' && more != '"');
    }
    /* in a word only its first or second letter has a stop behind it */
    return byte_at(text, at + 1) == '.' || byte_at(text, at + 2) == '.' ||
           (rb_is_digit(byte_at(text, at)) && memchr(text.ptr + at, '.', end - at) != NULL);
}

static bool is_letter_at(struct rb_slice text, uint32_t at)
{
    unsigned char c = byte_at(text, at);

    if (c < 0x80)
        return rb_is_alpha(c);
    return rb_char_at(text, at).kind == RB_CHAR_LETTER;
}

static uint32_t scan_digits(struct rb_slice text, uint32_t at)
{
    while (at < text.len) {
        struct rb_char c = rb_char_at(text, at);

        if (c.kind == RB_CHAR_DIGIT)
            at += c.len;
        else if ((c.cp == '.' || c.cp == ',' || c.cp == ':') && at + 1 < text.len &&
                 rb_is_digit(text.ptr[at + 1]))
            at++;
        else
            break;
    }
    return at;
}

/* Whether the full stop at `dot` joins two parts of an acronym: each part before it is one letter
 * (or a capital and a small one, as in Ph.D), and one letter follows. */
static bool joins(struct rb_slice text, uint32_t part, uint32_t dot)
{
    uint32_t next = dot + 1;

    if (!rb_is_alpha(byte_at(text, next)) || is_letter_at(text, next + 1) ||
        rb_is_digit(byte_at(text, next + 1)))
        return false;
    if (dot - part == 1)
        return rb_is_alpha(text.ptr[part]);
    return dot - part == 2 && rb_is_upper(text.ptr[part]) && rb_is_lower(text.ptr[part + 1]) &&
           rb_is_upper(text.ptr[next]);
}

uint32_t rb_scan_word(struct rb_slice text, uint32_t at, uint8_t *kind)
{
    uint32_t part = at;

    *kind = RB_TOKEN_WORD;
    if (rb_char_at(text, at).kind == RB_CHAR_DIGIT) {
        *kind = RB_TOKEN_NUMBER;
        at = scan_digits(text, at);
        part = at;
        if (!is_letter_at(text, at))
            return at;
        *kind = RB_TOKEN_WORD;
    }
    while (at < text.len) {
        unsigned char c = (unsigned char)text.ptr[at];
        uint32_t mark;

        if (c < 0x80 && rb_is_alnum(c)) {
            at++;
            continue;
        }
        if (c == ' ')
            break;
        if (c >= 0x80 && is_letter_at(text, at)) {
            at += rb_char_at(text, at).len;
            continue;
        }
        mark = rb_apostrophe_at(text, at);
        if (mark && is_letter_at(text, at + mark)) {
            at += mark;
            part = at;
        } else if (c == '.' && joins(text, part, at)) {
            at++;
            part = at;
        } else {
            break;
        }
    }
    return at;
}
