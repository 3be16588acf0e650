#include "base/ascii.h"
#include "clock/expand.h"
#include "clock/rates.h"

/* What the words inside a placeholder say beyond its kind. */
struct inside {
    uint32_t start, end; /* without brackets and percent signs; the first of several choices */
    uint32_t words;
    bool choice, bar; /* [he/she], {Hi|Hello}: the first of them is what will be said */
    bool first, last, full, formal, month, year, number, code, phone, extension;
};

static const struct {
    uint8_t hole;
    const char *usual, *longest;
} FILLERS[] = {
#define FILLER(kind, words, long_words) {RB_HOLE_##kind, words, long_words},
#include "clock/filler.def"
};

enum { N_FILLERS = sizeof FILLERS / sizeof *FILLERS };

/* What fills a hole; the last of them fills one of no kind. */
static const char *filler_of(const struct rb_voice *v, uint8_t hole)
{
    size_t i = 0;

    while (i + 1 < N_FILLERS && FILLERS[i].hole != hole)
        i++;
    return v->longest ? FILLERS[i].longest : FILLERS[i].usual;
}

/* Whether the small letters of needle begin at a word of s at i. */
static bool part_is(struct rb_slice s, const char *needle)
{
    size_t n = strlen(needle);

    return s.len >= n && rb_slice_like(rb_slice_of(s.ptr, n), needle);
}

static void look_at_word(struct inside *in, struct rb_slice word)
{
    static const char *const NUMBERS[] = {"one", "two",   "three", "four", "five",   "six",
                                          "ten", "seven", "eight", "nine", "fifteen"};
    static const char *const CODES[] = {"account", "case", "confirmation", "estimate", "file",
                                        "invoice", "id",   "order",        "policy",   "quote",
                                        "ref",     "room", "reference",    "ticket",   "zip"};

    in->words++;
    in->first |= part_is(word, "first") || rb_slice_like(word, "fname");
    in->last |= part_is(word, "last") || part_is(word, "surname") || rb_slice_like(word, "lname");
    in->full |= part_is(word, "full");
    in->formal |= rb_slice_like(word, "mr") || rb_slice_like(word, "mrs") ||
                  rb_slice_like(word, "ms") || rb_slice_like(word, "dr");
    in->month |= rb_slice_like(word, "month");
    in->year |= rb_slice_like(word, "year");
    in->number |= RB_IS_ONE_OF(word, NUMBERS);
    in->code |= RB_IS_ONE_OF(word, CODES);
    in->phone |= part_is(word, "phone") || part_is(word, "mobile") || part_is(word, "cell");
    in->extension |= rb_slice_like(word, "ext") || rb_slice_like(word, "extension");
}

static bool look_inside(const struct rb_voice *v, const struct rb_token *t, struct inside *in)
{
    uint32_t i = t->start, stop = t->end;

    *in = (struct inside){0};
    while (i < stop && v->s[i] != '#' && !rb_look_alnum(v, i))
        i++;
    while (stop > i && !rb_is_alnum((unsigned char)v->s[stop - 1]) &&
           (unsigned char)v->s[stop - 1] < 0x80)
        stop--;
    in->start = i;
    in->end = stop;
    while (i < stop) {
        uint32_t word = i;

        /* firstName and first_name are two words */
        while (i < stop && rb_is_alpha((unsigned char)v->s[i]) &&
               (i == word || !rb_is_upper((unsigned char)v->s[i]) ||
                rb_is_upper((unsigned char)v->s[i - 1])))
            i++;
        if (i > word) {
            look_at_word(in, rb_slice_of(v->s + word, i - word));
            continue;
        }
        if (!in->choice && (v->s[i] == '|' || v->s[i] == '/')) {
            in->choice = true;
            in->bar = v->s[i] == '|';
            in->end = i;
        }
        in->number |= rb_is_digit((unsigned char)v->s[i]);
        i++;
    }
    return in->end > in->start;
}

/* The words inside, as they stand. */
static void read_out(struct rb_voice *v, const struct inside *in)
{
    uint32_t end = v->end, i = in->start;

    v->end = in->end;
    while (i < in->end)
        i = rb_expand_piece(v, i);
    v->end = end;
}

static void say_name(struct rb_voice *v, uint32_t pos, const struct inside *in, uint8_t hole)
{
    bool whole = in->full || (in->first && in->last) || (hole != RB_HOLE_PROSPECT && !in->first);

    if (in->formal)
        rb_voice_say(v, pos, "mister");
    if ((in->last || in->formal) && !in->first)
        rb_voice_say(v, pos, v->longest ? "Montgomery" : "Collins");
    else
        rb_voice_say(v, pos, filler_of(v, whole ? RB_HOLE_CALLER : RB_HOLE_PROSPECT));
}

/* One with no kind of its own, by what stands around it: £__  __% */
static const char *filler_by_place(const struct rb_voice *v, const struct rb_token *t,
                                   const struct inside *in)
{
    const char *many;

    if ((t->start > 0 && v->s[t->start - 1] == '$') ||
        (t->start > 1 && rb_currency_at(v, t->start - 2, &many) == 2) ||
        (t->start > 2 && rb_currency_at(v, t->start - 3, &many) == 3))
        return filler_of(v, RB_HOLE_MONEY);
    if (rb_look(v, t->end) == '%' || in->end - in->start == 1)
        return v->longest ? "seventy seven" : "twenty"; /* [X] hours */
    return NULL;
}

void rb_expand_hole(struct rb_voice *v, uint32_t token, uint32_t number)
{
    const struct rb_token *t = &v->text->tokens[token];
    uint8_t hole = t->hole;
    bool vague = hole == RB_HOLE_OTHER || hole == RB_HOLE_RESULT || hole == RB_HOLE_PRODUCT ||
                 hole == RB_HOLE_NONE;
    struct inside in;
    bool words = look_inside(v, t, &in);
    const char *filler = NULL;

    if ((hole == RB_HOLE_PHONE || vague) && !in.phone && (in.code || in.extension)) {
        rb_voice_say(v, t->start, in.extension ? "twenty two" : "four oh seven two");
        return;
    }
    if (hole == RB_HOLE_PHONE) {
        rb_say_any_phone(v, t->start, number);
        return;
    }
    if (vague)
        filler = filler_by_place(v, t, &in);
    if (!filler && words && (in.bar || (vague && (in.choice || in.words >= 3 || in.number)))) {
        read_out(v, &in);
        return;
    }
    if (hole == RB_HOLE_CALLER || hole == RB_HOLE_PROSPECT || hole == RB_HOLE_REFERRER) {
        say_name(v, t->start, &in, hole);
        return;
    }
    if (hole == RB_HOLE_DATE && in.month)
        filler = "September";
    else if (hole == RB_HOLE_DATE && in.year)
        filler = "twenty twenty five";
    rb_voice_say(v, t->start, filler ? filler : filler_of(v, hole));
}

/* ---- stage directions ---- */

/* The milliseconds of "2 sec", "1.5s", "two seconds" in a direction; 0: none is named. */
static uint32_t named_ms(const struct rb_voice *v, uint32_t i, uint32_t end)
{
    static const char *const NUMBERS[] = {"half", "one",   "two",   "three", "four", "five",
                                          "six",  "seven", "eight", "nine",  "ten"};
    struct rb_slice word = rb_word_at(v, i);
    uint64_t ms = 0;
    uint32_t stop = i + (uint32_t)word.len;
    struct rb_number n;
    bool digits = false;

    if (rb_number_read(v, i, &n) && n.end <= end) {
        ms = n.value < 3600 ? n.value * 1000 : RB_RATE_DIRECTION_MAX;
        if (n.frac < n.end)
            ms += (uint64_t)(v->s[n.frac] - '0') * 100;
        stop = n.end;
        digits = true;
    } else {
        for (size_t k = 0; k < sizeof NUMBERS / sizeof *NUMBERS; k++) {
            if (word.len > 0 && rb_slice_like(word, NUMBERS[k]))
                ms = k ? k * 1000 : 500;
        }
    }
    word = rb_word_at(v, rb_skip_blank(v, stop));
    if (rb_slice_like(word, "ms"))
        ms /= 1000;
    else if (rb_slice_like(word, "minute") || rb_slice_like(word, "minutes"))
        ms *= 60;
    else if (!digits && !rb_slice_like(word, "second") && !rb_slice_like(word, "seconds") &&
             !rb_slice_like(word, "sec"))
        return 0;
    return ms < RB_RATE_DIRECTION_MAX ? (uint32_t)ms : RB_RATE_DIRECTION_MAX;
}

void rb_expand_direction(struct rb_voice *v, uint32_t token)
{
    static const struct {
        const char *word;
        uint8_t pause;
    } SILENCES[] = {
#define SILENCE(word, pause) {word, RB_PAUSE_##pause},
#include "clock/silence.def"
    };
    const struct rb_token *t = &v->text->tokens[token];
    uint8_t pause = RB_PAUSE_NONE;
    uint32_t ms = 0;

    for (uint32_t i = t->start; i < t->end;) {
        struct rb_slice word = rb_word_at(v, i);

        if (!ms)
            ms = named_ms(v, i, t->end);
        for (size_t k = 0; word.len > 0 && k < sizeof SILENCES / sizeof *SILENCES; k++) {
            if (rb_slice_like(word, SILENCES[k].word) && pause < SILENCES[k].pause)
                pause = SILENCES[k].pause;
        }
        i += word.len > 0 ? (uint32_t)word.len : 1;
        while (i > t->start && i < t->end && rb_is_digit(v->s[i - 1]) && rb_is_digit(v->s[i]))
            i++;
    }
    if (pause != RB_PAUSE_NONE && ms) {
        rb_voice_pause(v, RB_PAUSE_SENTENCE);
        rb_voice_hold(v, ms);
    } else if (pause != RB_PAUSE_NONE) {
        rb_voice_pause(v, (enum rb_pause)pause);
    }
}
