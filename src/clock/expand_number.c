#include "clock/expand_number.h"

#include "base/ascii.h"

/* The digits of a number that has neither commas nor a point, else none. */
static struct rb_slice plain_digits(const struct rb_voice *v, const struct rb_number *n)
{
    if (n->commas || n->frac < n->end)
        return rb_slice_of("", 0);
    return rb_slice_of(v->s + n->start, n->whole_end - n->start);
}

/* Numbers with a name of their own (1099), also with letters glued to them (401k). */
static uint32_t said_otherwise(struct rb_voice *v, uint32_t at)
{
    uint32_t end = at;
    const struct rb_word_row *row;

    while (end - at <= RB_WORDLIST_LONGEST && rb_look(v, end) < 0x80 && rb_look_alnum(v, end))
        end++;
    if (rb_look_alnum(v, end) ||
        ((rb_look(v, end) == ',' || rb_look(v, end) == '.') && rb_is_digit(rb_look(v, end + 1))))
        return 0;
    row = rb_words_find(RB_LIST_SAID, rb_slice_of(v->s + at, end - at));
    if (!row)
        return 0;
    rb_voice_say(v, at, row->spoken);
    return end;
}

/* 10-K  7-A: a capital alone behind the hyphen. */
static uint32_t digits_letter(struct rb_voice *v, uint32_t at)
{
    struct rb_number n = rb_number_at(v, at);
    struct rb_slice digits;
    uint32_t letter;

    if (rb_look(v, n.end) != '-')
        return 0;
    digits = plain_digits(v, &n);
    letter = n.end + 1;
    if (!digits.len || !rb_is_upper(rb_look(v, letter)) || rb_look_alnum(v, letter + 1) ||
        rb_look_apostrophe(v, letter + 1))
        return 0;
    rb_say_code(v, at, digits);
    rb_spell_letters(v, letter, letter + 1);
    return letter + 1;
}

/* Whether four digits are said in pairs: a year, a code, or a house (1420 Birch Lane). */
static bool in_pairs(const struct rb_voice *v, const struct rb_number *n, bool code)
{
    uint32_t next = rb_skip_blank(v, n->end);

    if (n->value >= 1900 && n->value <= 2099)
        return true;
    if (v->s[n->start] == '0')
        return false;
    return code || (n->value % 100 >= 10 && next > n->end && rb_is_upper(rb_look(v, next)) &&
                    rb_look_letter(v, next + 1) > 0);
}

/* 4.5 months: four and a half. */
static bool say_half(struct rb_voice *v, const struct rb_number *n)
{
    static const char *const UNITS[] = {"second", "minute", "hour",    "day",     "week",  "month",
                                        "year",   "mile",   "seconds", "minutes", "hours", "days",
                                        "weeks",  "months", "years",   "miles",   "times"};
    uint32_t next = rb_skip_blank(v, n->end);

    if (n->end - n->frac != 1 || v->s[n->frac] != '5' || n->value == 0)
        return false;
    if (!RB_IS_ONE_OF(rb_word_at(v, next + (rb_look(v, next) == '-')), UNITS))
        return false;
    rb_say_cardinal(v, n->start, n->value);
    rb_voice_say(v, n->frac, "and a half");
    return true;
}

/* A number as it stands: a year, a code, digits, a quantity. */
static void say_plain(struct rb_voice *v, const struct rb_number *n)
{
    struct rb_slice digits = plain_digits(v, n);
    bool code = (digits.len == 3 || digits.len == 4) &&
                rb_words_find(RB_LIST_CODE, rb_word_before(v, n->start));

    if (digits.len == 3 && code)
        rb_say_code(v, n->start, digits);
    else if (digits.len == 4 && in_pairs(v, n, code))
        rb_say_year(v, n->start, (uint32_t)n->value);
    else if (!say_half(v, n))
        rb_say_number(v, n);
}

/* Letters glued to a number, [at, end): a unit, a spelled run, or a word. */
static void say_letters(struct rb_voice *v, const struct rb_number *n, uint32_t at, uint32_t end)
{
    struct rb_slice letters = rb_slice_of(v->s + at, end - at);
    const struct rb_word_row *unit = rb_words_find(RB_LIST_UNIT, letters);

    if (unit) {
        bool one = n->value == 1 && n->frac == n->end;

        rb_voice_say(v, at, one ? unit->spoken : unit->many);
    } else if (rb_slice_is(letters, "s")) {
        rb_say_last_plural(v);
    } else if (letters.len == 1) {
        rb_spell_letters(v, at, end);
    } else if (!rb_spell_run(v, at, end)) {
        rb_voice_word(v, at, letters);
    }
}

/* What is glued behind a number: "+", "x", a scale, letters. Says both; gives the end. */
static uint32_t say_with_suffix(struct rb_voice *v, const struct rb_number *n)
{
    struct rb_scale scale = rb_scale_read(v, n->end);
    struct rb_slice letters = rb_word_at(v, n->end);
    uint32_t end = n->end + (uint32_t)letters.len;
    bool plus, glued = letters.len > 0 && scale.name && scale.end == end;

    if (glued && rb_slice_like(letters, "mm"))
        glued = false; /* millimetres */
    if (rb_look_letter(v, end))
        end = n->end; /* the word goes on beyond what is looked at here */
    plus = rb_look(v, end) == '+' && !rb_look_alnum(v, end + 1);
    if (plus)
        rb_say_more_than(v, n->start);
    if (end == n->end) {
        say_plain(v, n);
        return end + plus;
    }
    rb_say_amount(v, n);
    if (glued)
        rb_voice_say(v, n->end, scale.name);
    else
        say_letters(v, n, n->end, end);
    return end + plus;
}

/* Two equal numbers are shares: 50-50, 50/50. */
static bool same_number(const struct rb_number *a, const struct rb_number *b)
{
    return a->value == b->value && a->frac == a->end && b->frac == b->end;
}

/* 8-10  1,000-1,500  2-3x  $ and % ranges have gone before. */
static uint32_t expand_range(struct rb_voice *v, uint32_t at)
{
    struct rb_number a = rb_number_at(v, at), b;

    if (!rb_range_read(v, a.end, &b))
        return 0;
    say_plain(v, &a);
    if (!same_number(&a, &b))
        rb_voice_say(v, a.end, "to");
    return say_with_suffix(v, &b);
}

/* 10/10, 80/20 and what else is two numbers with a slash: one, then the other. */
static uint32_t expand_slash(struct rb_voice *v, uint32_t at)
{
    struct rb_number a = rb_number_at(v, at), b;

    if (rb_look(v, a.end) != '/' || !rb_number_read(v, a.end + 1, &b) || a.digits > 4 ||
        b.digits > 4)
        return 0;
    rb_say_amount(v, &a);
    return say_with_suffix(v, &b);
}

static uint32_t expand_plain(struct rb_voice *v, uint32_t at)
{
    struct rb_number n = rb_number_at(v, at);

    return say_with_suffix(v, &n);
}

uint32_t rb_expand_mark_number(struct rb_voice *v, uint32_t at)
{
    struct rb_number n;

    if (rb_look(v, at) == '#' && rb_number_read(v, at + 1, &n)) {
        rb_voice_say(v, at, "number");
        say_plain(v, &n);
        return n.end;
    }
    if (rb_look(v, at) == '.' && rb_number_read(v, at + 1, &n)) {
        struct rb_slice digits = rb_slice_of(v->s + at + 1, n.whole_end - at - 1);

        rb_voice_say(v, at, "point");
        rb_say_digits(v, at + 1, digits, "zero");
        return n.whole_end;
    }
    return 0;
}

uint32_t rb_expand_number(struct rb_voice *v, uint32_t at)
{
    /* The first that fits: narrow shapes before wide ones. */
    static uint32_t (*const SHAPES[])(struct rb_voice *, uint32_t) = {
        rb_expand_percent, rb_expand_time,      said_otherwise,     rb_expand_measure,
        rb_expand_always,  rb_expand_paragraph, rb_expand_fraction, rb_expand_slash_date,
        expand_slash,      rb_expand_day_month, rb_expand_ordinal,  digits_letter,
        expand_range,      rb_expand_decade,    expand_plain};
    uint32_t end = 0;

    for (size_t i = 0; !end && i < sizeof SHAPES / sizeof *SHAPES; i++)
        end = SHAPES[i](v, at);
    v->number_from = at;
    v->number_at = end;
    return end;
}
