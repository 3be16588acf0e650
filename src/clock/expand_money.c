#include "base/ascii.h"
#include "clock/expand.h"

struct currency {
    const char *sign, *one, *many, *part, *parts;
};

static const struct currency CURRENCIES[] = {
#define CURRENCY(sign, one, many, part, parts) {sign, one, many, part, parts},
#include "clock/currency.def"
};

/* One written amount: a number and what follows it. */
struct amount {
    struct rb_number number;
    const char *scale; /* NULL: none */
    uint32_t end;
};

static uint32_t sign_at(const struct rb_voice *v, uint32_t i, const struct currency **out)
{
    for (size_t k = 0; k < sizeof CURRENCIES / sizeof *CURRENCIES; k++) {
        uint32_t n = 0;

        while (CURRENCIES[k].sign[n] && rb_look(v, i + n) == (unsigned char)CURRENCIES[k].sign[n])
            n++;
        if (!CURRENCIES[k].sign[n]) {
            *out = &CURRENCIES[k];
            return n;
        }
    }
    return 0;
}

uint32_t rb_currency_at(const struct rb_voice *v, uint32_t i, const char **many)
{
    const struct currency *currency = NULL;
    uint32_t n = sign_at(v, i, &currency);

    if (n)
        *many = currency->many;
    return n;
}

/* Thousands apart by a blank, as 25 000: only behind a currency is that one number. */
static void join_thousands(const struct rb_voice *v, struct rb_number *n)
{
    while (n->digits <= 12 && !n->commas && n->frac == n->end && rb_look(v, n->end) == ' ' &&
           rb_is_digit(rb_look(v, n->end + 1)) && rb_is_digit(rb_look(v, n->end + 2)) &&
           rb_is_digit(rb_look(v, n->end + 3)) && !rb_look_alnum(v, n->end + 4)) {
        for (uint32_t k = 1; k <= 3; k++)
            n->value = n->value * 10 + (uint32_t)(rb_look(v, n->end + k) - '0');
        n->digits += 3;
        n->whole_end = n->frac = n->end = n->end + 4;
    }
}

static bool read_amount(const struct rb_voice *v, uint32_t i, struct amount *out)
{
    struct rb_scale scale;

    *out = (struct amount){0};
    if (rb_look(v, i) == '.' && rb_is_digit(rb_look(v, i + 1))) {
        struct rb_number *n = &out->number;

        *n = (struct rb_number){.start = i, .whole_end = i, .frac = i + 1, .end = i + 1};
        while (rb_is_digit(rb_look(v, n->end)))
            n->end++;
    } else if (rb_number_read(v, i, &out->number)) {
        join_thousands(v, &out->number);
    } else {
        return false;
    }
    scale = rb_scale_read(v, out->number.end);
    out->scale = scale.name;
    out->end = scale.end;
    return true;
}

/* The cents of a price with one or two digits behind the point, else 100. */
static uint32_t cents_of(const struct rb_voice *v, const struct amount *a)
{
    const struct rb_number *n = &a->number;
    uint32_t len = n->end - n->frac;

    if (a->scale || len > 2)
        return 100;
    if (len == 0)
        return 0;
    return (uint32_t)(v->s[n->frac] - '0') * 10 +
           (len == 2 ? (uint32_t)(v->s[n->frac + 1] - '0') : 0);
}

static void say_amount(struct rb_voice *v, const struct amount *a)
{
    rb_say_amount(v, &a->number);
    if (a->scale)
        rb_voice_say(v, a->end - 1, a->scale);
}

/* A price with its currency. */
static void say_price(struct rb_voice *v, const struct amount *a, const struct currency *c)
{
    const struct rb_number *n = &a->number;
    uint32_t cents = cents_of(v, a), last = a->end - 1;

    if (cents == 100) {
        say_amount(v, a);
        rb_voice_say(v, last, c->many);
    } else if (cents == 0) {
        rb_say_count(v, n->start, n->value);
        rb_voice_say(v, last, n->value == 1 ? c->one : c->many);
    } else if (n->value == 0) {
        rb_say_cardinal(v, n->start, cents);
        rb_voice_say(v, last, cents == 1 ? c->part : c->parts);
    } else if (n->value < 1000) {
        rb_say_cardinal(v, n->start, n->value);
        rb_say_pair(v, n->frac, cents);
    } else {
        rb_say_cardinal(v, n->start, n->value);
        rb_voice_say(v, n->whole_end, c->many);
        rb_voice_say(v, n->frac, "and");
        rb_say_cardinal(v, n->frac, cents);
        rb_voice_say(v, last, cents == 1 ? c->part : c->parts);
    }
}

uint32_t rb_expand_per(struct rb_voice *v, uint32_t at)
{
    struct rb_slice word;
    const struct rb_word_row *unit;
    uint32_t start = rb_skip_blank(v, at);
    int first;

    if (rb_look(v, start) != '/')
        return 0;
    start = rb_skip_blank(v, start + 1);
    word = rb_word_at(v, start);
    if (word.len == 0 || rb_look_alnum(v, start + (uint32_t)word.len))
        return 0;
    unit = rb_words_find(RB_LIST_UNIT, word);
    if (unit && rb_slice_is(rb_slice_str(unit->spoken), "each")) {
        rb_voice_say(v, start, unit->spoken);
        return start + (uint32_t)word.len;
    }
    first = unit ? unit->spoken[0] : rb_to_lower(word.ptr[0]);
    if (unit && rb_slice_like(rb_slice_str(unit->spoken), "hour"))
        first = 'o'; /* its h is not heard */
    if (!unit && rb_slice_like(word, "hour"))
        first = 'o';
    rb_voice_say(v, start,
                 first == 'a' || first == 'e' || first == 'i' || first == 'o' ? "an" : "a");
    if (unit)
        rb_voice_say(v, start, unit->spoken);
    else
        rb_voice_word(v, start, word);
    return start + (uint32_t)word.len;
}

/* The second amount of a range, with or without its sign. A dash with blanks around it may be
 * anything: then it must be the larger one. */
static bool read_second(const struct rb_voice *v, const struct amount *first, struct amount *out)
{
    const struct currency *c;
    uint32_t i = rb_skip_blank(v, first->end), dash = rb_look_dash(v, i), sign;

    if (!dash)
        return false;
    i = rb_skip_blank(v, i + dash);
    sign = sign_at(v, i, &c);
    if (!read_amount(v, i + sign, out))
        return false;
    return sign || i == first->end + dash || out->number.value > first->number.value;
}

uint32_t rb_expand_money(struct rb_voice *v, uint32_t at)
{
    const struct currency *c = NULL;
    struct amount a, b;
    uint32_t end, per, sign = sign_at(v, at, &c);

    if (!sign || !read_amount(v, rb_skip_blank(v, at + sign), &a))
        return 0;
    end = a.end;
    if (read_second(v, &a, &b)) {
        if (cents_of(v, &a) % 100 != 0)
            say_price(v, &a, c);
        else
            say_amount(v, &a);
        rb_voice_say(v, a.end, "to");
        say_price(v, &b, c);
        end = b.end;
    } else {
        if (rb_look(v, end) == '+' && !rb_look_alnum(v, end + 1)) {
            rb_say_more_than(v, at);
            end++;
        }
        say_price(v, &a, c);
    }
    while ((per = rb_expand_per(v, end)) != 0)
        end = per;
    return end;
}
