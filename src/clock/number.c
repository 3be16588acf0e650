#include "clock/number.h"

#include "base/ascii.h"

/* Digits whose value fits; a longer number is a code. */
enum { MOST_DIGITS = 18 };

static uint32_t digits_end(const struct rb_voice *v, uint32_t i)
{
    while (rb_is_digit(rb_look(v, i)))
        i++;
    return i;
}

/* Whether ",ddd" stands at i and no further digit. */
static bool comma_group(const struct rb_voice *v, uint32_t i)
{
    return rb_look(v, i) == ',' && rb_is_digit(rb_look(v, i + 1)) &&
           rb_is_digit(rb_look(v, i + 2)) && rb_is_digit(rb_look(v, i + 3)) &&
           !rb_is_digit(rb_look(v, i + 4));
}

struct rb_number rb_number_at(const struct rb_voice *v, uint32_t i)
{
    uint32_t end = digits_end(v, i);
    struct rb_number n = {.start = i, .digits = end - i};

    if (end - i <= 3) {
        while (comma_group(v, end)) {
            n.commas = true;
            n.digits += 3;
            end += 4;
        }
    }
    n.whole_end = n.end = n.frac = end;
    if (n.digits <= MOST_DIGITS) {
        for (uint32_t k = i; k < end; k++) {
            if (v->s[k] != ',')
                n.value = n.value * 10 + (uint64_t)(v->s[k] - '0');
        }
    }
    if (rb_look(v, end) == '.' && rb_is_digit(rb_look(v, end + 1))) {
        uint32_t stop = digits_end(v, end + 1);

        /* 1.2.3 is a version or an address, no decimal number */
        if (rb_look(v, stop) != '.' || !rb_is_digit(rb_look(v, stop + 1))) {
            n.frac = end + 1;
            n.end = stop;
        }
    }
    return n;
}

bool rb_number_read(const struct rb_voice *v, uint32_t i, struct rb_number *out)
{
    if (!rb_is_digit(rb_look(v, i)))
        return false;
    *out = rb_number_at(v, i);
    return true;
}

uint32_t rb_number_small(const struct rb_voice *v, uint32_t i, uint32_t min, uint32_t max,
                         uint32_t *value)
{
    uint32_t n = 0, end = i;

    while (end - i < 3 && rb_is_digit(rb_look(v, end)))
        n = n * 10 + (uint32_t)(rb_look(v, end++) - '0');
    if (end == i || end - i > 2 || n < min || n > max)
        return 0;
    *value = n;
    return end;
}

static void say_fraction(struct rb_voice *v, const struct rb_number *n)
{
    if (n->frac == n->end)
        return;
    rb_voice_say(v, n->frac, "point");
    rb_say_digits(v, n->frac, rb_slice_of(v->s + n->frac, n->end - n->frac), "zero");
}

void rb_say_amount(struct rb_voice *v, const struct rb_number *n)
{
    if (n->digits > MOST_DIGITS)
        rb_say_run(v, n->start, rb_slice_of(v->s + n->start, n->whole_end - n->start));
    else if (n->frac < n->end)
        rb_say_cardinal(v, n->start, n->value);
    else
        rb_say_count(v, n->start, n->value);
    say_fraction(v, n);
}

void rb_say_number(struct rb_voice *v, const struct rb_number *n)
{
    bool code = (n->digits > 1 && v->s[n->start] == '0') ||
                (n->digits >= 5 && !n->commas && n->frac == n->end && n->value % 1000 != 0) ||
                n->digits > MOST_DIGITS;

    if (!code) {
        rb_say_amount(v, n);
        return;
    }
    rb_say_run(v, n->start, rb_slice_of(v->s + n->start, n->whole_end - n->start));
    say_fraction(v, n);
}

void rb_say_more_than(struct rb_voice *v, uint32_t pos)
{
    struct rb_slice before = rb_word_before(v, pos);

    if (!rb_slice_like(before, "over") && !rb_slice_like(before, "than"))
        rb_voice_say(v, pos, "more than");
}

uint32_t rb_run_groups(struct rb_slice digits, uint8_t *lengths, uint32_t max)
{
    static const uint8_t KNOWN[][5] = {{3, 3},    {3, 4},    {4, 4},       {3, 3, 3},
                                       {3, 3, 4}, {5, 3, 3}, {2, 3, 3, 4}, {3, 3, 3, 4}};
    static const uint8_t FROM_ONE[] = {1, 3, 3, 4, 0};
    const uint8_t *groups;
    uint32_t n = 0;
    size_t left = digits.len;

    if (left >= 6 && left <= 13) {
        groups = left == 11 && digits.ptr[0] == '1' ? FROM_ONE : KNOWN[left - 6];
        while (n < max && groups[n]) {
            lengths[n] = groups[n];
            n++;
        }
        return n;
    }
    if (left < 6) {
        lengths[0] = (uint8_t)left;
        return 1;
    }
    /* More than any number has: threes, as long as there is room to keep count of them. */
    while (left > 0 && n < max) {
        lengths[n] = left >= 3 ? 3 : (uint8_t)left;
        left -= lengths[n++];
    }
    return n;
}

void rb_say_run(struct rb_voice *v, uint32_t pos, struct rb_slice digits)
{
    while (digits.len > 0) {
        uint8_t lengths[8];
        uint32_t n = rb_run_groups(digits, lengths, 8);

        for (uint32_t g = 0; g < n; g++) {
            rb_say_digits(v, pos, rb_slice_of(digits.ptr, lengths[g]), "oh");
            digits = rb_slice_of(digits.ptr + lengths[g], digits.len - lengths[g]);
            pos += lengths[g];
            if (digits.len > 0)
                rb_voice_pause(v, RB_PAUSE_COMMA);
        }
    }
}

struct rb_scale rb_scale_read(const struct rb_voice *v, uint32_t i)
{
    static const struct {
        const char *key, *name;
        bool glued;
    } SCALES[] = {{"k", "thousand", true},         {"m", "million", true},
                  {"mm", "million", true},         {"mil", "million", true},
                  {"mill", "million", true},       {"mio", "million", true},
                  {"b", "billion", true},          {"bn", "billion", true},
                  {"t", "trillion", true},         {"tn", "trillion", true},
                  {"thousand", "thousand", false}, {"million", "million", false},
                  {"billion", "billion", false},   {"trillion", "trillion", false},
                  {"hundred", "hundred", false},   {"grand", "grand", false}};
    uint32_t blank = rb_skip_blank(v, i), end;
    struct rb_slice word;

    if (rb_look(v, blank) == '-')
        blank++;
    word = rb_word_at(v, blank);
    end = blank + (uint32_t)word.len;
    if (word.len == 0 || rb_look_alnum(v, end))
        return (struct rb_scale){NULL, i};
    for (size_t k = 0; k < sizeof SCALES / sizeof *SCALES; k++) {
        if ((blank == i || !SCALES[k].glued) && rb_slice_like(word, SCALES[k].key))
            return (struct rb_scale){SCALES[k].name, end};
    }
    return (struct rb_scale){NULL, i};
}
