/* What the shape of written figures says, by the groupings of the world's telephone numbers. */
#include "fact/phone_shape.h"

enum { MOST_GROUPS = 8, LONGEST_BREATH = 6 };

static const struct {
    const char *groups;
    uint8_t len, grade;
} formats[] = {
#define PHONE_FORMAT(groups, grade) {groups, sizeof(groups) - 1, RB_GRADE_##grade},
#include "fact/phone_formats.def"
#undef PHONE_FORMAT
};

static const struct {
    const char *code;
    uint8_t least, most;
} plans[] = {
#define PHONE_PLAN(code, least, most) {code, least, most},
#include "fact/phone_plans.def"
#undef PHONE_PLAN
};

bool rb_phone_plan(const char *digits, uint32_t n)
{
    for (size_t i = 0; i < sizeof plans / sizeof plans[0]; i++) {
        size_t len = strlen(plans[i].code);

        if (n > len && memcmp(digits, plans[i].code, len) == 0)
            return n >= plans[i].least && n <= plans[i].most;
    }
    return false;
}

/* Reads the groups. */
static void read_groups(const struct rb_phone_scan *s, uint32_t from, uint32_t to,
                        struct rb_phone_groups *h)
{
    uint8_t tightest = RB_LEVEL_NONE;
    uint32_t first = s->els[s->pieces[from].el].gap;

    *h = (struct rb_phone_groups){.digits = s->digits + s->pieces[from].digits,
                                  .single = to - from >= 7};
    for (uint32_t i = from; i < to; i++) {
        h->single = h->single && s->pieces[i].n == 1;
        if (i > from && s->pieces[i].level < tightest)
            tightest = s->pieces[i].level;
    }
    for (uint32_t i = from; i < to; i++) {
        const struct rb_phone_piece *p = &s->pieces[i];
        uint32_t gap = s->els[p->el].gap;

        h->total += p->n;
        if (i > from && p->level > h->loosest)
            h->loosest = p->level;
        if (i > from && h->single && p->level == tightest) {
            h->len[h->count - 1]++;
            continue;
        }
        h->len[h->count] = p->n;
        h->level[h->count] = p->level;
        h->gap[h->count++] = i > from ? gap : 0;
    }
    h->area =
        (first & RB_GAP_OPEN && h->count > 1 && h->gap[1] & RB_GAP_CLOSE) ||
        (h->count > 2 && h->len[0] <= 3 && h->gap[1] & RB_GAP_OPEN && h->gap[2] & RB_GAP_CLOSE);
}

bool rb_phone_lens(const struct rb_phone_groups *h, const char *lens)
{
    uint32_t i = 0;

    for (; lens[i] != '\0'; i++)
        if (i >= h->count || h->len[i] != lens[i] - '0')
            return false;
    return h->count == i;
}

bool rb_phone_marked(const struct rb_phone_groups *h, uint32_t marks)
{
    for (uint32_t i = 1; i < h->count; i++)
        if (!(h->gap[i] & marks) || h->level[i] != RB_LEVEL_TIGHT)
            return false;
    return true;
}

/* 617-555-0142-33: the extension behind one more dash. */
static bool has_tail(const struct rb_phone_groups *h)
{
    uint32_t last = h->count - 1;

    return (h->count == 4 || (h->count == 5 && h->len[0] == 1 && h->digits[0] == '1')) &&
           h->len[last] <= 5 && h->len[last - 1] == 4 && h->len[last - 2] == 3 &&
           h->len[last - 3] == 3 && rb_phone_marked(h, RB_GAP_DASH | RB_GAP_DOT);
}

uint32_t rb_phone_tail(const struct rb_phone_scan *s, uint32_t from, uint32_t to)
{
    struct rb_phone_groups h;

    if (to - from < 4 || to - from > 5)
        return 0;
    read_groups(s, from, to, &h);
    return has_tail(&h) ? h.len[h.count - 1] : 0;
}

static bool fits_digit(char pattern, char digit)
{
    switch (pattern) {
    case 'd':
        return true;
    case 'N':
        return digit >= '2';
    case 'L':
        return digit >= '3';
    case 'M':
        return digit >= '6';
    default:
        return digit == pattern;
    }
}

static bool fits(const struct rb_phone_groups *h, const char *pattern)
{
    const char *digit = h->digits;

    for (uint32_t group = 0; group < h->count; group++) {
        for (uint32_t i = 0; i < h->len[group]; i++)
            if (*pattern == '\0' || !fits_digit(*pattern++, *digit++))
                return false;
        if (*pattern != (group + 1 < h->count ? ' ' : '\0'))
            return false;
        pattern++;
    }
    return true;
}

static enum rb_phone_grade grade_by_format(const struct rb_phone_groups *h)
{
    enum rb_phone_grade best = RB_GRADE_NONE;

    if (h->count > MOST_GROUPS)
        return best;
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (formats[i].len == h->total + h->count - 1 && formats[i].grade > best &&
            fits(h, formats[i].groups))
            best = (enum rb_phone_grade)formats[i].grade;
    return best;
}

/* With pauses inside, no breath may be a number by itself. */
static bool is_breathed(const struct rb_phone_groups *h)
{
    uint32_t breath = 0;

    for (uint32_t i = 0; i < h->count; i++) {
        if (i > 0 && h->level[i] >= RB_LEVEL_PAUSE)
            breath = 0;
        breath += h->len[i];
        if (breath > LONGEST_BREATH && h->loosest >= RB_LEVEL_PAUSE)
            return false;
    }
    return true;
}

/* Read out with pauses, as no list of quantities is. */
static bool is_dictated(const struct rb_phone_groups *h)
{
    return is_breathed(h) &&
           (h->digits[0] == '0' || rb_phone_lens(h, "1334") || (h->single && h->count > 1) ||
            (rb_phone_lens(h, "334") && h->digits[0] >= '2' && h->digits[3] >= '2'));
}

/* Area code 617, 555-0142. */
static bool is_behind_area(const struct rb_phone_groups *h)
{
    return rb_phone_lens(h, "334") && h->level[1] == RB_LEVEL_PAUSE && h->level[2] < RB_LEVEL_PAUSE;
}

/* With a zero in front: 00 or 011 and a country, or a national number. */
static enum rb_phone_grade grade_zero(const struct rb_phone_groups *h)
{
    if (h->digits[1] == '0' && h->digits[2] != '0' && h->total >= 10)
        return h->len[0] > 1 ? RB_GRADE_SURE : RB_GRADE_NONE;
    if (h->total >= 12 && h->total <= 16 && memcmp(h->digits, "011", 3) == 0 &&
        (h->len[0] == 3 || (h->len[0] > 4 && h->count > 1 && h->total > 12)))
        return RB_GRADE_SURE;
    if (h->total >= 9 && h->total <= 12)
        return h->count == 1 ? RB_GRADE_BARE : RB_GRADE_SURE;
    if (h->total == 13 && h->count > 2 && h->len[h->count - 1] > 2)
        return RB_GRADE_CUED;
    return RB_GRADE_NONE;
}

static enum rb_phone_grade grade_national(const struct rb_phone_groups *h)
{
    enum rb_phone_grade grade = h->digits[0] == '0' ? grade_zero(h) : grade_by_format(h);

    if (grade != RB_GRADE_NONE || h->total > 15)
        return grade;
    if ((h->area && h->total >= 8 && h->total <= 13) || has_tail(h) ||
        (h->single && (h->total == 10 || h->total == 11)))
        return RB_GRADE_SURE;
    return h->total >= 7 ? RB_GRADE_WEAK : RB_GRADE_NONE;
}

enum rb_phone_grade rb_phone_shape(const struct rb_phone_scan *s, uint32_t from, uint32_t to)
{
    struct rb_phone_groups h;
    uint32_t total = rb_phone_count(s, from, to);
    const struct rb_phone_piece *first = &s->pieces[from];

    if (total < 6 || total > RB_PHONE_LONGEST + 1 || to - from > RB_PHONE_PIECES ||
        first->n >= RB_PIECE_LONG)
        return RB_GRADE_NONE;
    read_groups(s, from, to, &h);
    if (first->plus)
        return total >= 7 && total <= RB_PHONE_LONGEST && is_breathed(&h) ? RB_GRADE_SURE
                                                                          : RB_GRADE_NONE;
    if (rb_phone_lookalike(&h))
        return RB_GRADE_NONE;
    if (h.loosest >= RB_LEVEL_PAUSE && !is_dictated(&h))
        return is_behind_area(&h) ? RB_GRADE_CUED : RB_GRADE_NONE;
    return grade_national(&h);
}
