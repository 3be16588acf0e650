#include "base/utf8.h"

#include "base/ascii.h"

static bool is_tail(unsigned char c)
{
    return (c & 0xC0u) == 0x80u;
}

size_t rb_utf8_decode(const char *text, size_t n, uint32_t *cp)
{
    const unsigned char *s = (const unsigned char *)text;
    uint32_t value;

    if (s[0] < 0x80) {
        *cp = s[0];
        return 1;
    }
    if (s[0] >= 0xC2 && s[0] <= 0xDF && n >= 2 && is_tail(s[1])) {
        *cp = (uint32_t)(s[0] & 0x1Fu) << 6 | (s[1] & 0x3Fu);
        return 2;
    }
    if ((s[0] & 0xF0u) == 0xE0 && n >= 3 && is_tail(s[1]) && is_tail(s[2])) {
        value = (uint32_t)(s[0] & 0x0Fu) << 12 | (uint32_t)(s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
        if (value < 0x800 || (value >= 0xD800 && value <= 0xDFFF))
            return 0;
        *cp = value;
        return 3;
    }
    if (s[0] >= 0xF0 && s[0] <= 0xF4 && n >= 4 && is_tail(s[1]) && is_tail(s[2]) && is_tail(s[3])) {
        value = (uint32_t)(s[0] & 0x07u) << 18 | (uint32_t)(s[1] & 0x3Fu) << 12 |
                (uint32_t)(s[2] & 0x3Fu) << 6 | (s[3] & 0x3Fu);
        if (value < 0x10000 || value > 0x10FFFF)
            return 0;
        *cp = value;
        return 4;
    }
    return 0;
}

size_t rb_utf8_encode(uint32_t cp, char out[4])
{
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xC0u | cp >> 6);
        out[1] = (char)(0x80u | (cp & 0x3Fu));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (char)(0xE0u | cp >> 12);
        out[1] = (char)(0x80u | (cp >> 6 & 0x3Fu));
        out[2] = (char)(0x80u | (cp & 0x3Fu));
        return 3;
    }
    out[0] = (char)(0xF0u | cp >> 18);
    out[1] = (char)(0x80u | (cp >> 12 & 0x3Fu));
    out[2] = (char)(0x80u | (cp >> 6 & 0x3Fu));
    out[3] = (char)(0x80u | (cp & 0x3Fu));
    return 4;
}

uint32_t rb_utf8_before(const char *s, size_t at, size_t *start)
{
    size_t from = at - 1;
    uint32_t cp = 0;

    while (from > 0 && at - from < 4 && is_tail((unsigned char)s[from]))
        from--;
    if (rb_utf8_decode(s + from, at - from, &cp) == 0)
        cp = 0xFFFD;
    *start = from;
    return cp;
}

size_t rb_utf8_count(const char *s, size_t n)
{
    size_t count = 0;

    for (size_t i = 0; i < n; i++)
        count += !is_tail((unsigned char)s[i]);
    return count;
}

size_t rb_utf8_valid(const char *s, size_t n)
{
    uint32_t cp;
    size_t at = 0;

    while (at < n) {
        size_t step = rb_utf8_decode(s + at, n - at, &cp);

        if (step == 0)
            return at;
        at += step;
    }
    return n;
}

struct range {
    uint32_t from, to;
};

static bool in_ranges(const struct range *r, size_t n, uint32_t cp)
{
    for (size_t i = 0; i < n; i++)
        if (cp >= r[i].from && cp <= r[i].to)
            return true;
    return false;
}

bool rb_utf8_is_letter(uint32_t cp)
{
    /* What is not a letter above Latin-1: punctuation, spaces, arrows, box drawing, symbols, emoji,
     * private use. */
    static const struct range other[] = {
        {0x0080, 0x00A9},   {0x00AB, 0x00B4},    {0x00B6, 0x00B9}, {0x00BB, 0x00BF},
        {0x00D7, 0x00D7},   {0x00F7, 0x00F7},    {0x02C2, 0x02DF}, {0x037E, 0x037E},
        {0x0387, 0x0387},   {0x2000, 0x206F},    {0x2070, 0x209F}, {0x20A0, 0x20CF},
        {0x2100, 0x2BFF},   {0x2E00, 0x2E7F},    {0x3000, 0x3004}, {0x3008, 0x3020},
        {0xE000, 0xF8FF},   {0xFE00, 0xFE0F},    {0xFE10, 0xFE6F}, {0xFEFF, 0xFEFF},
        {0xFF00, 0xFF20},   {0xFF3B, 0xFF40},    {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF},
        {0x1F000, 0x1FAFF}, {0xE0000, 0x10FFFF},
    };

    if (cp < 0x80)
        return rb_is_alpha((int)cp);
    return !in_ranges(other, sizeof other / sizeof other[0], cp);
}

/* Blocks where capitals and small letters alternate; `odd` says that capitals stand on odd code
 * points. */
static bool alternates(uint32_t cp, bool *upper)
{
    static const struct range even[] = {{0x0100, 0x0137}, {0x014A, 0x0177}, {0x01A0, 0x01A5},
                                        {0x01DE, 0x01EF}, {0x01F8, 0x021F}, {0x0222, 0x0233},
                                        {0x0460, 0x0481}, {0x048A, 0x04BF}, {0x04D0, 0x052F},
                                        {0x1E00, 0x1E95}, {0x1EA0, 0x1EFF}};
    static const struct range odd[] = {
        {0x0139, 0x0148}, {0x0179, 0x017E}, {0x01AF, 0x01B0}, {0x01CD, 0x01DC}, {0x04C1, 0x04CE}};

    if (in_ranges(even, sizeof even / sizeof even[0], cp)) {
        *upper = cp % 2 == 0;
        return true;
    }
    if (in_ranges(odd, sizeof odd / sizeof odd[0], cp)) {
        *upper = cp % 2 == 1;
        return true;
    }
    return false;
}

/* Blocks where the small letter stands a fixed way behind its capital. */
struct shift {
    uint32_t from, to, by;
};

static const struct shift shifts[] = {
    {0x00C0, 0x00D6, 32}, {0x00D8, 0x00DE, 32}, {0x0386, 0x0386, 38},
    {0x0388, 0x038A, 37}, {0x038C, 0x038C, 64}, {0x038E, 0x038F, 63},
    {0x0391, 0x03AB, 32}, {0x0400, 0x040F, 80}, {0x0410, 0x042F, 32},
};

/* How far behind cp its small letter is; 0: cp is no capital of such a block. */
static uint32_t shift_of(uint32_t cp)
{
    for (size_t i = 0; i < sizeof shifts / sizeof shifts[0]; i++)
        if (cp >= shifts[i].from && cp <= shifts[i].to)
            return shifts[i].by;
    return 0;
}

bool rb_utf8_is_upper(uint32_t cp)
{
    bool upper;

    if (cp < 0x80)
        return rb_is_upper((int)cp);
    if (cp == 0x130 || cp == 0x178 || cp == 0x1E9E || shift_of(cp) > 0)
        return true;
    return alternates(cp, &upper) && upper;
}

uint32_t rb_utf8_to_lower(uint32_t cp)
{
    bool upper;

    if (cp < 0x80)
        return cp + (rb_is_upper((int)cp) ? 32 : 0);
    if (cp == 0x130)
        return 'i';
    if (cp == 0x178)
        return 0xFF;
    if (cp == 0x1E9E)
        return 0xDF;
    if (alternates(cp, &upper))
        return cp + upper;
    return cp + shift_of(cp);
}
