#include "clock/clock.h"

#include "clock/expand.h"
#include "clock/rates.h"
#include "clock/syllable.h"

/* Times add up in hundredths of a millisecond at RB_RATE_PACE, so that neither the pace nor the
 * percentage of a phone number rounds more than once. */
enum { UNIT = 100 };

/* How far the voice has come: by kind, and silence of a named length, which no pace changes. */
struct sum {
    uint64_t words, numbers, pauses, hold_ms;
};

struct pace {
    uint32_t per_minute, number_percent, speaker_percent;
};

/* Milliseconds at the pace; UINT32_MAX when they do not fit. */
static uint32_t to_ms(const struct pace *p, uint64_t units, uint64_t hold_ms)
{
    uint64_t divisor = (uint64_t)UNIT * p->per_minute * p->speaker_percent / 100;
    uint64_t ms;

    if (divisor == 0)
        divisor = 1;
    ms = (units * RB_RATE_PACE + divisor / 2) / divisor + hold_ms;
    return ms < UINT32_MAX ? (uint32_t)ms : UINT32_MAX;
}

static uint32_t at_ms(const struct pace *p, const struct sum *s)
{
    return to_ms(p, s->words + s->numbers + s->pauses, s->hold_ms);
}

static uint32_t word_rate(const struct rb_utterance *u)
{
    const struct rb_word_row *measured = rb_words_find(RB_LIST_MEASURED, u->text);
    uint32_t ms = RB_RATE_WORD * (1u + u->joined);
    struct rb_sounds sounds;

    if (measured)
        return measured->value;
    sounds = rb_sounds_of(u->text);
    if (rb_words_find(RB_LIST_FUNCTION, u->text))
        ms -= RB_RATE_FUNCTION;
    /* A word of a megabyte is still within 32 bits. */
    return ms + RB_RATE_SYLLABLE * sounds.syllables + RB_RATE_CONSONANT * sounds.consonants;
}

static uint32_t pause_rate(uint8_t pause)
{
    switch (pause) {
    case RB_PAUSE_UNMARKED:
        return RB_RATE_UNMARKED;
    case RB_PAUSE_COMMA:
        return RB_RATE_COMMA;
    case RB_PAUSE_DASH:
        return RB_RATE_DASH;
    case RB_PAUSE_SENTENCE:
        return RB_RATE_SENTENCE;
    case RB_PAUSE_DIRECTION:
        return RB_RATE_DIRECTION;
    default:
        return 0;
    }
}

static uint8_t gap_of(const struct rb_utterance *u)
{
    if (u->hold_ms)
        return RB_GAP_ASKED;
    switch (u->pause) {
    case RB_PAUSE_UNMARKED:
    case RB_PAUSE_COMMA:
    case RB_PAUSE_DASH:
        return RB_GAP_SHORT;
    case RB_PAUSE_SENTENCE:
        return RB_GAP_LONG;
    case RB_PAUSE_DIRECTION:
        return RB_GAP_ASKED;
    default:
        return RB_GAP_NONE;
    }
}

static struct sum lead_of(const struct rb_voice *v)
{
    struct sum sum = {0};

    if (v->count > 0) {
        sum.pauses = (uint64_t)pause_rate(v->lead_pause) * UNIT;
        sum.hold_ms = v->lead_ms;
    }
    return sum;
}

static void add_word(const struct rb_voice *v, size_t i, const struct pace *p, struct sum *sum)
{
    const struct rb_utterance *u = &v->items[i];

    if (u->phone)
        sum->numbers += (uint64_t)word_rate(u) * p->number_percent;
    else
        sum->words += (uint64_t)word_rate(u) * UNIT;
}

/* The pause behind a word; within a telephone number it is as slow as the number. */
static void add_pause(const struct rb_voice *v, size_t i, const struct pace *p, struct sum *sum)
{
    const struct rb_utterance *u = &v->items[i];
    bool last = i + 1 == v->count;
    uint64_t pause = last ? RB_RATE_FINAL : pause_rate(u->pause);

    if (u->phone && !last && v->items[i + 1].phone == u->phone)
        sum->numbers += pause * p->number_percent;
    else
        sum->pauses += pause * UNIT;
    if (!last)
        sum->hold_ms += u->hold_ms;
}

/* Says all words: the times of each, and the sum. */
static struct sum say_all(const struct rb_voice *v, const struct pace *p, struct rb_spoken *out)
{
    struct sum sum = lead_of(v);

    for (size_t i = 0; i < v->count; i++) {
        out[i] = (struct rb_spoken){
            .text = v->items[i].text, .start_ms = at_ms(p, &sum), .gap = gap_of(&v->items[i])};
        add_word(v, i, p, &sum);
        out[i].end_ms = at_ms(p, &sum);
        add_pause(v, i, p, &sum);
        out[i].pause_ms = at_ms(p, &sum) - out[i].end_ms;
    }
    if (v->count > 0)
        out[v->count - 1].gap = RB_GAP_NONE;
    return sum;
}

static bool has_hole(const struct rb_text *text)
{
    for (uint32_t t = 0; t < text->n_tokens; t++)
        if (text->tokens[t].kind == RB_TOKEN_PLACEHOLDER)
            return true;
    return false;
}

/* The time of the same text with its placeholders filled with long names and the like. */
static uint32_t longest_of(struct rb_arena *arena, const struct rb_text *text,
                           const struct rb_phones *phones, const struct pace *p)
{
    struct rb_voice voice;
    struct sum sum;

    rb_voice_init(&voice, arena, text, phones);
    voice.longest = true;
    rb_expand(&voice);
    sum = lead_of(&voice);
    for (size_t i = 0; i < voice.count; i++) {
        add_word(&voice, i, p, &sum);
        add_pause(&voice, i, p, &sum);
    }
    return at_ms(p, &sum);
}

/* The words' tokens, and each token's times: both are in the text's order. */
static void spread_over_tokens(const struct rb_voice *v, struct rb_clock *c)
{
    const struct rb_text *text = v->text;
    uint32_t word = 0;

    for (uint32_t t = 0; t < text->n_tokens; t++) {
        uint32_t start = word < c->n_words ? c->words[word].start_ms : c->total_ms, end = start;

        while (word < c->n_words &&
               (v->items[word].pos < text->tokens[t].end || t + 1 == text->n_tokens)) {
            c->words[word].token = t;
            end = c->words[word].end_ms;
            word++;
        }
        c->token_start_ms[t] = start;
        c->token_end_ms[t] = end;
    }
}

/* The total, and its parts: differences of rounded sums, so that they add up to it. */
static void add_up(const struct pace *p, const struct sum *s, struct rb_clock *c)
{
    struct pace fast = *p, slow = *p;
    uint64_t units = s->words + s->numbers + s->pauses;

    c->words_ms = to_ms(p, s->words, 0);
    c->numbers_ms = to_ms(p, s->words + s->numbers, 0) - c->words_ms;
    c->total_ms = to_ms(p, units, s->hold_ms);
    c->pauses_ms = c->total_ms - c->numbers_ms - c->words_ms;
    c->hold_ms = s->hold_ms < c->pauses_ms ? (uint32_t)s->hold_ms : c->pauses_ms;
    fast.speaker_percent = RB_RATE_FAST;
    slow.speaker_percent = RB_RATE_SLOW;
    c->fast_ms = to_ms(&fast, units, s->hold_ms);
    c->slow_ms = to_ms(&slow, units, s->hold_ms);
}

/* Rounded to tenths of a second. */
static uint32_t tenths(uint64_t ms)
{
    ms = (ms + 50) / 100 * 100;
    return ms <= UINT32_MAX ? (uint32_t)ms : UINT32_MAX / 100 * 100;
}

struct rb_clock_parts rb_clock_parts(const struct rb_clock *c)
{
    uint32_t words = tenths(c->words_ms), spoken = tenths((uint64_t)c->words_ms + c->numbers_ms);
    uint32_t total = tenths(c->total_ms);

    return (struct rb_clock_parts){words, spoken - words, total - spoken, total};
}

bool rb_clock_run(struct rb_arena *arena, const struct rb_text *text,
                  const struct rb_phones *phones, const struct rb_clock_options *options,
                  struct rb_clock *out)
{
    struct pace pace = {options->words_per_minute, options->number_percent, 100};
    struct sum sum;
    struct rb_voice voice;

    if (pace.per_minute == 0)
        pace.per_minute = RB_RATE_PACE;
    if (pace.number_percent == 0)
        pace.number_percent = RB_RATE_NUMBER;
    *out = (struct rb_clock){0};
    rb_voice_init(&voice, arena, text, phones);
    rb_expand(&voice);
    out->words = rb_arena_array(arena, voice.count, sizeof *out->words);
    out->token_start_ms = rb_arena_array(arena, text->n_tokens, sizeof *out->token_start_ms);
    out->token_end_ms = rb_arena_array(arena, text->n_tokens, sizeof *out->token_end_ms);
    if (rb_arena_failed(arena))
        return false;
    out->n_words = (uint32_t)voice.count;
    sum = say_all(&voice, &pace, out->words);
    add_up(&pace, &sum, out);
    spread_over_tokens(&voice, out);
    out->longest_ms =
        !options->aside && has_hole(text) ? longest_of(arena, text, phones, &pace) : out->total_ms;
    return !rb_arena_failed(arena);
}

uint32_t rb_clock_join_ms(uint32_t words_per_minute)
{
    return (uint32_t)(RB_RATE_SENTENCE - RB_RATE_FINAL) * RB_RATE_PACE /
           (words_per_minute ? words_per_minute : RB_RATE_PACE);
}
