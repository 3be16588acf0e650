#include "base/ascii.h"
#include "clock/expand.h"

/* What has been read of a number and not been said: one written group of digits. */
struct dial {
    struct rb_voice *v;
    uint32_t end;
    char group[24];
    uint32_t at[24]; /* where each of them stands */
    uint32_t len;
    bool country; /* the group stands behind a plus */
    bool digits;  /* the last thing said was a digit */
    bool extension;
    uint8_t pause; /* wanted before the next thing */
};

/* Digits [from, to) of the group, each at its own place. */
static void say_digits(const struct dial *d, uint32_t from, uint32_t to)
{
    struct rb_slice digits = rb_slice_of(d->group + from, to - from);

    /* 800 is "eight hundred" */
    if (digits.len == 3 && digits.ptr[0] != '0' && digits.ptr[1] == '0' && digits.ptr[2] == '0') {
        rb_say_code(d->v, d->at[from], digits);
        return;
    }
    for (uint32_t i = from; i < to; i++)
        rb_say_digits(d->v, d->at[i], rb_slice_of(d->group + i, 1), "oh");
}

/* The digits from `from` on, in the groups that a run of so many falls into. */
static void say_groups(const struct dial *d, uint32_t from)
{
    uint8_t lengths[8];
    uint32_t n = rb_run_groups(rb_slice_of(d->group + from, d->len - from), lengths, 8);

    for (uint32_t g = 0; g < n; g++) {
        if (g > 0)
            rb_voice_pause(d->v, RB_PAUSE_COMMA);
        say_digits(d, from, from + lengths[g]);
        from += lengths[g];
    }
}

static void say_extension(const struct dial *d)
{
    if (d->len <= 2 && d->group[0] != '0')
        rb_say_code(d->v, d->at[0], rb_slice_of(d->group, d->len));
    else
        say_digits(d, 0, d->len);
}

static void flush_pause(struct dial *d)
{
    if (d->pause)
        rb_voice_pause(d->v, (enum rb_pause)d->pause);
    d->pause = RB_PAUSE_NONE;
}

static void flush_group(struct dial *d)
{
    if (d->len == 0)
        return;
    if (d->extension) {
        say_extension(d);
    } else if (d->country && d->len >= 9) {
        /* +14155550142: the country's code is one digit for 1 and 7, else two */
        uint32_t code = d->group[0] == '1' || d->group[0] == '7' ? 1 : 2;

        say_digits(d, 0, code);
        rb_voice_pause(d->v, RB_PAUSE_COMMA);
        say_groups(d, code);
    } else {
        say_groups(d, 0);
    }
    d->country = false;
    d->extension = false;
    d->digits = true;
    d->len = 0;
}

static void want_pause(struct dial *d, enum rb_pause pause)
{
    if (d->pause < pause)
        d->pause = (uint8_t)pause;
}

static bool single_digit(const struct dial *d, uint32_t i)
{
    return i < d->end && rb_is_digit(d->v->s[i]) &&
           (i + 1 >= d->end || !rb_is_digit(d->v->s[i + 1]));
}

/* Digits written apart, 5 5 5 or 5-2-0, are one group. */
static bool apart(const struct dial *d, uint32_t i)
{
    return i >= 1 && i + 1 < d->end && (d->v->s[i] == ' ' || d->v->s[i] == '-') &&
           single_digit(d, i + 1) && single_digit(d, i - 1) &&
           (i < 2 || !rb_is_digit(d->v->s[i - 2]));
}

/* A run of digits; gives where it ends. */
static uint32_t take_digits(struct dial *d, uint32_t i)
{
    flush_pause(d);
    while (i < d->end && d->len < sizeof d->group) {
        if (!rb_is_digit(d->v->s[i])) {
            if (!apart(d, i))
                break;
            i++;
        }
        d->at[d->len] = i;
        d->group[d->len++] = d->v->s[i++];
    }
    flush_group(d);
    return i;
}

/* Whether an extension is announced by this word, or by "x" or "#" before a digit. */
static bool announces_extension(const struct dial *d, struct rb_slice word, uint32_t behind)
{
    if (rb_slice_like(word, "ext") || rb_slice_like(word, "extn") ||
        rb_slice_like(word, "extension"))
        return true;
    if (!rb_slice_like(word, "x") && !rb_slice_is(word, "#"))
        return false;
    return behind < d->end && (rb_is_digit(d->v->s[behind]) || d->v->s[behind] == ' ');
}

/* A word in the number: one of a number in words, of a vanity number, or the extension's. */
static uint32_t take_word(struct dial *d, uint32_t i)
{
    uint32_t end = i;
    struct rb_slice word;
    bool vowel = false;

    while (end < d->end &&
           (rb_look_letter(d->v, end) > 0 || (end > i && rb_look_apostrophe(d->v, end) > 0))) {
        uint32_t n = rb_look_letter(d->v, end);

        vowel = vowel || n > 1 || strchr("aeiouyAEIOUY'", d->v->s[end]) != NULL;
        end += n > 0 ? n : rb_look_apostrophe(d->v, end);
    }
    if (end > d->end)
        end = d->end;
    if (d->v->s[i] == '#')
        end = i + 1;
    word = rb_slice_of(d->v->s + i, end - i);
    if (announces_extension(d, word, end)) {
        want_pause(d, RB_PAUSE_COMMA);
        flush_pause(d);
        rb_voice_say(d->v, i, "extension");
        d->extension = true;
        d->digits = false;
        return end;
    }
    flush_pause(d);
    if (word.len == 1 || (!vowel && word.len <= 4))
        rb_spell_letters(d->v, i, end);
    else
        rb_voice_word(d->v, i, word);
    d->digits = false;
    return end;
}

/* What stands between groups. Digits part with a pause; words only where a mark says so. */
static uint32_t take_mark(struct dial *d, uint32_t i)
{
    int c = (unsigned char)d->v->s[i];
    int next = i + 1 < d->end ? (unsigned char)d->v->s[i + 1] : 0;

    if (d->digits)
        want_pause(d, RB_PAUSE_COMMA);
    if (c == '+') {
        flush_pause(d);
        rb_voice_say(d->v, i, "plus");
        d->country = true;
    } else if (c == '(' && next == '0' && i + 2 < d->end && d->v->s[i + 2] == ')' && i > 0 &&
               d->pause) {
        return i + 3; /* +44 (0)20: the zero is for callers at home */
    } else if (c == '\n' || (c == '.' && !d->extension && (next == ' ' || next == '.'))) {
        want_pause(d, RB_PAUSE_SENTENCE);
    } else if ((c == ',' || c == ';' || c == ':') && !d->extension) {
        want_pause(d, RB_PAUSE_COMMA);
    } else if (c == 0xE2 && next == 0x80) {
        int last = i + 2 < d->end ? (unsigned char)d->v->s[i + 2] : 0;

        if (last == 0xA6) /* … */
            want_pause(d, RB_PAUSE_SENTENCE);
        return i + 3 < d->end ? i + 3 : d->end;
    }
    return i + 1;
}

uint32_t rb_expand_phone(struct rb_voice *v, const struct rb_phone *phone, uint32_t number)
{
    struct dial d = {.v = v, .end = phone->end};
    uint32_t i = phone->start;

    v->phone = number;
    while (i < d.end) {
        if (rb_is_digit(v->s[i]))
            i = take_digits(&d, i);
        else if (rb_look_letter(v, i) > 0 || v->s[i] == '#')
            i = take_word(&d, i);
        else
            i = take_mark(&d, i);
    }
    v->phone = 0;
    return phone->end;
}

/* Ten digits of average length. */
void rb_say_any_phone(struct rb_voice *v, uint32_t pos, uint32_t number)
{
    v->phone = number;
    rb_voice_say(v, pos, "eight one five");
    rb_voice_pause(v, RB_PAUSE_COMMA);
    rb_voice_say(v, pos, "two oh seven");
    rb_voice_pause(v, RB_PAUSE_COMMA);
    rb_voice_say(v, pos, "three four six nine");
    v->phone = 0;
}
