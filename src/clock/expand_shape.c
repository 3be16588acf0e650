#include "base/ascii.h"
#include "clock/expand_number.h"

/* The number behind a dash, with or without blanks: the second half of a range. */
bool rb_range_read(const struct rb_voice *v, uint32_t end, struct rb_number *out)
{
    uint32_t i = rb_skip_blank(v, end), dash = rb_look_dash(v, i), next;

    if (!dash)
        return false;
    next = rb_skip_blank(v, i + dash);
    /* a blank on one side only is no range */
    if ((next > i + dash) != (i > end) || !rb_number_read(v, next, out))
        return false;
    /* 5-5-5 counts down or names a deal */
    dash = rb_look_dash(v, out->end);
    return !dash || !rb_is_digit(rb_look(v, out->end + dash));
}

/* The end of the percent sign behind a number, 0 when there is none. */
static uint32_t percent_end(const struct rb_voice *v, uint32_t i)
{
    i = rb_skip_blank(v, i);
    return rb_look(v, i) == '%' ? i + 1 : 0;
}

/* 18%  4.75%  5-10%  5% - 10% */
uint32_t rb_expand_percent(struct rb_voice *v, uint32_t at)
{
    struct rb_number a = rb_number_at(v, at), b;
    uint32_t end, sign;

    sign = percent_end(v, a.end);
    end = sign ? sign : a.end;
    if (rb_range_read(v, end, &b) && percent_end(v, b.end)) {
        rb_say_amount(v, &a);
        rb_voice_say(v, end, "to");
        rb_say_amount(v, &b);
        end = percent_end(v, b.end);
    } else if (sign) {
        if (rb_look(v, end) == '+' && !rb_look_alnum(v, end + 1)) {
            rb_say_more_than(v, at);
            end++;
        }
        rb_say_amount(v, &a);
    } else {
        return 0;
    }
    rb_voice_say(v, end - 1, "percent");
    return end;
}

/* The mark of feet at i: ' ’ ′ */
static uint32_t foot_mark(const struct rb_voice *v, uint32_t i)
{
    if (rb_look(v, i) == 0xE2 && rb_look(v, i + 1) == 0x80 && rb_look(v, i + 2) == 0xB2)
        return 3;
    return rb_look_apostrophe(v, i);
}

/* The mark of inches at i: " ” ″ */
static uint32_t inch_mark(const struct rb_voice *v, uint32_t i)
{
    if (rb_look(v, i) == '"')
        return 1;
    if (rb_look(v, i) != 0xE2 || rb_look(v, i + 1) != 0x80)
        return 0;
    return rb_look(v, i + 2) == 0x9D || rb_look(v, i + 2) == 0xB3 ? 3 : 0;
}

/* "x", "X" or "×" between two measures. */
static uint32_t by_mark(const struct rb_voice *v, uint32_t i)
{
    uint32_t at = rb_skip_blank(v, i), next = 0;

    if (rb_look(v, at) == 'x' || rb_look(v, at) == 'X')
        next = at + 1;
    else if (rb_look(v, at) == 0xC3 && rb_look(v, at + 1) == 0x97)
        next = at + 2;
    if (!next)
        return 0;
    next = rb_skip_blank(v, next);
    return rb_is_digit(rb_look(v, next)) ? next : 0;
}

/* 24' x 40'  10 x 12  2x4  6'2" */
uint32_t rb_expand_measure(struct rb_voice *v, uint32_t at)
{
    struct rb_number n = rb_number_at(v, at);
    uint32_t foot, next, end;

    foot = foot_mark(v, n.end);
    next = by_mark(v, n.end + foot);
    if (!next) {
        struct rb_number inches;

        if (!foot || !rb_number_read(v, n.end + foot, &inches) || !inch_mark(v, inches.end))
            return 0;
        rb_say_amount(v, &n);
        rb_voice_say(v, n.end, "foot");
        rb_say_amount(v, &inches);
        return inches.end + inch_mark(v, inches.end);
    }
    rb_say_amount(v, &n);
    for (int more = 0; next && more < 3; more++) {
        end = n.end + foot;
        if (foot)
            rb_voice_say(v, n.end, "feet");
        rb_voice_say(v, end, "by");
        n = rb_number_at(v, next);
        rb_say_amount(v, &n);
        foot = foot_mark(v, n.end);
        next = by_mark(v, n.end + foot);
    }
    if (foot)
        rb_voice_say(v, n.end, "feet");
    end = n.end + foot;
    if (!foot && rb_look(v, end) == 's' && !rb_look_alnum(v, end + 1)) {
        rb_say_last_plural(v);
        end++;
    }
    return end;
}

/* 24/7, 24/7/365 */
uint32_t rb_expand_always(struct rb_voice *v, uint32_t at)
{
    static const char ALWAYS[] = "24/7";
    uint32_t end = at + 4;

    for (uint32_t i = 0; i < 4; i++) {
        if (rb_look(v, at + i) != ALWAYS[i])
            return 0;
    }
    if (rb_is_digit(rb_look(v, end)))
        return 0;
    rb_voice_say(v, at, "twenty four seven");
    if (rb_look(v, end) == '/' && rb_look(v, end + 1) == '3' && rb_look(v, end + 2) == '6' &&
        rb_look(v, end + 3) == '5') {
        rb_voice_say(v, end, "three sixty five");
        end += 4;
    }
    return end;
}

/* 401(k)  501(c)(3) */
uint32_t rb_expand_paragraph(struct rb_voice *v, uint32_t at)
{
    struct rb_number n = rb_number_at(v, at);
    uint32_t end;

    if (n.frac < n.end || n.commas || n.digits > 4)
        return 0;
    end = n.end;
    if (rb_look(v, end) != '(' || !rb_is_alpha(rb_look(v, end + 1)) || rb_look(v, end + 2) != ')')
        return 0;
    rb_say_code(v, at, rb_slice_of(v->s + at, n.whole_end - at));
    while (rb_look(v, end) == '(' && rb_look(v, end + 2) == ')' && rb_look(v, end + 1) < 0x80 &&
           rb_look_alnum(v, end + 1)) {
        if (rb_is_digit(rb_look(v, end + 1)))
            rb_say_digits(v, end + 1, rb_slice_of(v->s + end + 1, 1), "oh");
        else
            rb_spell_letters(v, end + 1, end + 2);
        end += 3;
    }
    return end;
}

static const char *const PARTS[] = {"",   "",   "half",   "third", "quarter", "fifth",
                                    NULL, NULL, "eighth", NULL,    "tenth"};

/* Words around "2/3" that make it a part of something; it would be a date otherwise. */
static const char *const BEFORE_PART[] = {"about", "almost", "another", "cut",  "cuts", "just",
                                          "least", "nearly", "only",    "over", "save", "roughly"};
static const char *const BEHIND_PART[] = {"a",   "an",   "as",  "hour", "inch",  "mile", "of",
                                          "off", "our",  "day", "page", "price", "size", "that",
                                          "the", "time", "cup", "full", "your",  "done", "acre"};
/* Words before "1/2" that make it a date all the same. */
static const char *const BEFORE_DATE[] = {"on",    "before", "after", "until", "through", "since",
                                          "dated", "till",   "ends",  "by",    "from",    "starts"};

/* 1/2  2/3  3 1/2: a part of one, unless a date is meant. */
uint32_t rb_expand_fraction(struct rb_voice *v, uint32_t at)
{
    uint32_t a, b, second, end = rb_number_small(v, at, 1, 9, &a);
    struct rb_slice before, behind;
    bool mixed, half;

    if (!end || rb_look(v, end) != '/')
        return 0;
    second = end + 1;
    end = rb_number_small(v, second, 2, 10, &b);
    if (!end || a >= b || !PARTS[b] || rb_look_alnum(v, end) || rb_look(v, end) == '/')
        return 0;
    mixed = v->number_at != UINT32_MAX && rb_skip_blank(v, v->number_at) == at;
    before = rb_word_before(v, at);
    behind = rb_word_at(v, rb_skip_blank(v, end));
    half = b == 2 && !RB_IS_ONE_OF(before, BEFORE_DATE);
    if (!mixed && !half && !RB_IS_ONE_OF(before, BEFORE_PART) && !RB_IS_ONE_OF(behind, BEHIND_PART))
        return 0;
    if (mixed)
        rb_voice_say(v, at, "and");
    if (a == 1)
        rb_voice_say(v, at, "a");
    else
        rb_say_cardinal(v, at, a);
    rb_voice_say(v, second, PARTS[b]);
    if (a > 1)
        rb_say_last_plural(v);
    return end;
}
