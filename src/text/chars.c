#include "base/ascii.h"
#include "base/utf8.h"
#include "text/scan.h"

struct range {
    uint32_t first, last;
    uint8_t kind;
};

#define CHARS(first, last, class) {first, last, RB_CHAR_##class},
static const struct range ranges[] = {
#include "text/chars.def"
};
#undef CHARS

/* . punctuation, ( opens, ) closes, " either, $ symbol, space, n line break, a letter, 0 digit,
 * ? other */
static const char ascii[] = "?????????snssn??????????????????"
                            "s.\"$$$$\"()$$...."
                            "0000000000..$$$."
                            "$aaaaaaaaaaaaaaaaaaaaaaaaaa($)$$"
                            "\"aaaaaaaaaaaaaaaaaaaaaaaaaa($)$?";

static uint8_t ascii_kind(unsigned char c)
{
    switch (ascii[c]) {
    case 's':
        return RB_CHAR_SPACE;
    case 'n':
        return RB_CHAR_BREAK;
    case 'a':
        return RB_CHAR_LETTER;
    case '0':
        return RB_CHAR_DIGIT;
    case '.':
        return RB_CHAR_PUNCT;
    case '(':
        return RB_CHAR_OPEN;
    case ')':
        return RB_CHAR_CLOSE;
    case '"':
        return RB_CHAR_QUOTE;
    case '$':
        return RB_CHAR_SYMBOL;
    default:
        return RB_CHAR_OTHER;
    }
}

static uint8_t wide_kind(uint32_t cp)
{
    size_t low = 0, high = sizeof ranges / sizeof ranges[0];

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (cp > ranges[middle].last)
            low = middle + 1;
        else if (cp < ranges[middle].first)
            high = middle;
        else
            return ranges[middle].kind;
    }
    if (rb_utf8_is_letter(cp))
        return RB_CHAR_LETTER;
    return cp < 0x100 ? RB_CHAR_SYMBOL : RB_CHAR_OTHER;
}

struct rb_char rb_char_at(struct rb_slice text, uint32_t at)
{
    unsigned char c = (unsigned char)text.ptr[at];
    struct rb_char out = {c, 1, 0};

    if (c < 0x80) {
        out.kind = ascii_kind(c);
        return out;
    }
    out.len = (uint8_t)rb_utf8_decode(text.ptr + at, text.len - at, &out.cp);
    out.kind = wide_kind(out.cp);
    return out;
}

uint32_t rb_apostrophe_at(struct rb_slice text, uint32_t at)
{
    const char *s = text.ptr + at;

    if (at >= text.len)
        return 0;
    if (s[0] == '\'')
        return 1;
    return text.len - at >= 3 && memcmp(s, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}
