/* Figures that only look like a telephone number. */
#include "fact/phone_shape.h"

static uint32_t group_value(const struct rb_phone_groups *h, uint32_t group)
{
    uint32_t at = 0, value = 0;

    for (uint32_t i = 0; i < group; i++)
        at += h->len[i];
    for (uint32_t i = 0; i < h->len[group] && i < 8; i++)
        value = value * 10 + (uint32_t)(h->digits[at + i] - '0');
    return value;
}

static bool is_year(const struct rb_phone_groups *h, uint32_t group)
{
    uint32_t value = group_value(h, group);

    return h->len[group] == 4 && value >= 1900 && value <= 2099;
}

/* 16/04/2010, 3.10.84, 2024-01-31, and what follows such a date. */
static bool is_date(const struct rb_phone_groups *h)
{
    uint32_t a, b, c, mark;

    if (h->count < 3)
        return false;
    mark = RB_GAP_DASH | RB_GAP_SLASH | RB_GAP_DOT;
    if (!(h->gap[1] & h->gap[2] & mark) || h->level[1] != RB_LEVEL_TIGHT)
        return false;
    a = group_value(h, 0);
    b = group_value(h, 1);
    c = group_value(h, 2);
    if (h->len[1] > 2 || b == 0 || b > 31)
        return false;
    if (h->len[0] <= 2)
        return (h->len[2] == 2 || is_year(h, 2)) && a > 0 && a <= 31 && (a <= 12 || b <= 12) &&
               (h->count == 3 || h->level[3] != RB_LEVEL_TIGHT);
    return is_year(h, 0) && h->len[2] <= 2 && b <= 12 && c > 0 && c <= 31;
}

static bool is_one_digit(const char *digits, uint32_t n)
{
    for (uint32_t i = 1; i < n; i++)
        if (digits[i] != digits[0])
            return false;
    return true;
}

/* 3/4 5/8, 10/1-11/2: a slash between short groups, unless they are all so, as in 06/12/34/56/78.
 */
static bool is_fraction(const struct rb_phone_groups *h)
{
    for (uint32_t i = 1; i < h->count; i++)
        if (h->gap[i] & RB_GAP_SLASH && h->len[i] <= 2 && h->len[i - 1] <= 2)
            return h->total < 10 || !rb_phone_marked(h, RB_GAP_SLASH);
    return false;
}

/* 0.125, 12.5: with one dot, or a zero before any. */
static bool is_decimal(const struct rb_phone_groups *h)
{
    if (h->count == 2 && rb_phone_marked(h, RB_GAP_DOT) && (h->len[0] < 3 || h->digits[0] == '0'))
        return true;
    for (uint32_t i = 0, at = 0; i + 1 < h->count && !h->single; at += h->len[i++])
        if (h->len[i] == 1 && h->digits[at] == '0' && h->gap[i + 1] & RB_GAP_DOT)
            return true;
    return false;
}

/* 192.168.10.254 */
static bool is_internet(const struct rb_phone_groups *h)
{
    return h->count == 4 && rb_phone_marked(h, RB_GAP_DOT) && h->len[0] <= 3 && h->len[1] <= 3 &&
           h->len[2] <= 3 && h->len[3] <= 3;
}

/* Somebody counts, or has filled in a form with one digit. */
static bool is_idle(const struct rb_phone_groups *h)
{
    if (h->single && h->total < 10 && memcmp(h->digits, "123456789", h->total) == 0)
        return true;
    return is_one_digit(h->digits, h->total) && (h->count == 1 || h->digits[0] == '0');
}

/* Brackets further on than an area code has them. */
static bool is_bracketed(const struct rb_phone_groups *h)
{
    for (uint32_t i = 2; i < h->count; i++)
        if (h->gap[i] & RB_GAP_OPEN)
            return true;
    return false;
}

bool rb_phone_lookalike(const struct rb_phone_groups *h)
{
    if (is_date(h) || is_fraction(h) || is_decimal(h) || is_internet(h) || is_idle(h) ||
        is_bracketed(h))
        return true;
    /* 2019-2024; 20251112 0930 */
    if (h->count == 2 && ((is_year(h, 0) && is_year(h, 1)) ||
                          (h->len[0] == 8 && h->len[1] == 4 && memcmp(h->digits, "20", 2) == 0)))
        return true;
    /* Cards, and the social security number of the United States. */
    return rb_phone_lens(h, "4444") || rb_phone_lens(h, "465") ||
           (rb_phone_lens(h, "324") && rb_phone_marked(h, RB_GAP_DASH));
}
