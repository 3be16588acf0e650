#include "clock/say.h"

#include "base/ascii.h"

static const char *const SMALL[] = {"zero",    "one",     "two",       "three",    "four",
                                    "five",    "six",     "seven",     "eight",    "nine",
                                    "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
static const char *const TENS[] = {"",      "",      "twenty",  "thirty", "forty",
                                   "fifty", "sixty", "seventy", "eighty", "ninety"};

static const char *const SCALES[] = {"quintillion", "quadrillion", "trillion",
                                     "billion",     "million",     "thousand"};

static const struct {
    const char *word, *ordinal;
} ORDINALS[] = {{"one", "first"},    {"two", "second"}, {"three", "third"},   {"five", "fifth"},
                {"eight", "eighth"}, {"nine", "ninth"}, {"twelve", "twelfth"}};

static void say_below_hundred(struct rb_voice *v, uint32_t pos, uint32_t n)
{
    if (n < 20) {
        rb_voice_say(v, pos, SMALL[n]);
        return;
    }
    rb_voice_say(v, pos, TENS[n / 10]);
    if (n % 10)
        rb_voice_say(v, pos, SMALL[n % 10]);
}

static void say_below_thousand(struct rb_voice *v, uint32_t pos, uint32_t n)
{
    if (n >= 100) {
        rb_voice_say(v, pos, SMALL[n / 100]);
        rb_voice_say(v, pos, "hundred");
    }
    if (n % 100)
        say_below_hundred(v, pos, n % 100);
}

void rb_say_cardinal(struct rb_voice *v, uint32_t pos, uint64_t n)
{
    uint64_t unit = 1000000000000000000u;

    if (n == 0)
        rb_voice_say(v, pos, SMALL[0]);
    for (size_t i = 0; i < sizeof SCALES / sizeof *SCALES; i++, unit /= 1000) {
        if (n >= unit) {
            say_below_thousand(v, pos, (uint32_t)(n / unit));
            rb_voice_say(v, pos, SCALES[i]);
            n %= unit;
        }
    }
    say_below_thousand(v, pos, (uint32_t)n);
}

void rb_say_count(struct rb_voice *v, uint32_t pos, uint64_t n)
{
    if (n >= 1100 && n <= 9900 && n % 100 == 0 && n % 1000 != 0) {
        say_below_hundred(v, pos, (uint32_t)(n / 100));
        rb_voice_say(v, pos, "hundred");
    } else {
        rb_say_cardinal(v, pos, n);
    }
}

/* A new text for the last word: the first `keep` bytes of it and an ending. */
static void reword(struct rb_voice *v, size_t keep, const char *ending)
{
    struct rb_utterance *last = &v->items[v->count - 1];
    size_t more = strlen(ending);
    char *p = rb_arena_alloc(v->arena, keep + more + 1);

    if (!p)
        return;
    memcpy(p, last->text.ptr, keep);
    memcpy(p + keep, ending, more);
    last->text = rb_slice_of(p, keep + more);
}

void rb_say_last_ordinal(struct rb_voice *v)
{
    struct rb_slice *text;

    if (v->count == 0)
        return;
    text = &v->items[v->count - 1].text;
    for (size_t i = 0; i < sizeof ORDINALS / sizeof *ORDINALS; i++) {
        if (rb_slice_is(*text, ORDINALS[i].word)) {
            *text = rb_slice_str(ORDINALS[i].ordinal);
            return;
        }
    }
    if (text->len > 0 && text->ptr[text->len - 1] == 'y')
        reword(v, text->len - 1, "ieth");
    else
        reword(v, text->len, "th");
}

void rb_say_last_plural(struct rb_voice *v)
{
    struct rb_slice text;
    char last, before;

    if (v->count == 0 || v->items[v->count - 1].text.len < 2)
        return;
    text = v->items[v->count - 1].text;
    last = text.ptr[text.len - 1];
    before = text.ptr[text.len - 2];
    if (last == 'y' && before != 'a' && before != 'e')
        reword(v, text.len - 1, "ies");
    else if (last == 'x' || last == 's' || (last == 'h' && (before == 'c' || before == 's')))
        reword(v, text.len, "es");
    else
        reword(v, text.len, "s");
}

void rb_say_last_possessive(struct rb_voice *v)
{
    struct rb_slice text;

    if (v->count == 0)
        return;
    text = v->items[v->count - 1].text;
    /* Once is enough, or a text of nothing else would grow with every one. */
    if (text.len < 2 || text.ptr[text.len - 2] != '\'')
        reword(v, text.len, "'s");
}

void rb_say_ordinal(struct rb_voice *v, uint32_t pos, uint64_t n)
{
    rb_say_cardinal(v, pos, n);
    rb_say_last_ordinal(v);
}

void rb_say_pair(struct rb_voice *v, uint32_t pos, uint32_t n)
{
    if (n == 0) {
        rb_voice_say(v, pos, "hundred");
    } else {
        if (n < 10)
            rb_voice_say(v, pos, "oh");
        say_below_hundred(v, pos, n % 100);
    }
}

void rb_say_year(struct rb_voice *v, uint32_t pos, uint32_t n)
{
    if (n % 1000 < 10) {
        rb_say_cardinal(v, pos, n);
    } else {
        say_below_hundred(v, pos, n / 100 % 100);
        rb_say_pair(v, pos, n % 100);
    }
}

void rb_say_digits(struct rb_voice *v, uint32_t pos, struct rb_slice digits, const char *zero)
{
    for (size_t i = 0; i < digits.len; i++) {
        int c = (unsigned char)digits.ptr[i];

        if (rb_is_digit(c))
            rb_voice_say(v, pos + (uint32_t)i, c == '0' ? zero : SMALL[c - '0']);
    }
}

void rb_say_code(struct rb_voice *v, uint32_t pos, struct rb_slice digits)
{
    uint32_t n = 0;

    if (digits.len == 0)
        return;
    if (digits.len > 3 || (digits.len > 1 && digits.ptr[0] == '0')) {
        rb_say_digits(v, pos, digits, "oh");
        return;
    }
    for (size_t i = 0; i < digits.len; i++)
        n = n * 10 + (uint32_t)(digits.ptr[i] - '0');
    if (n < 100) {
        say_below_hundred(v, pos, n);
    } else {
        rb_voice_say(v, pos, SMALL[n / 100]);
        rb_say_pair(v, pos, n % 100);
    }
}
