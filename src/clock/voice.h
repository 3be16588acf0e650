/* The voice: what will be said, as it builds up, and the text that is being read.
 * For this floor only. */
#ifndef CLOCK_VOICE_H
#define CLOCK_VOICE_H

#include "clock/words.h"
#include "fact/phone.h"

/* Of two at one place the later one wins. */
enum rb_pause {
    RB_PAUSE_NONE,
    RB_PAUSE_UNMARKED, /* a sentence ends, and no mark says so */
    RB_PAUSE_COMMA,
    RB_PAUSE_DASH, /* a dash, a colon, a semicolon */
    RB_PAUSE_SENTENCE,
    RB_PAUSE_DIRECTION
};

/* One word to be said, and the pause behind it. */
struct rb_utterance {
    struct rb_slice text; /* of the source, of a table, or of the arena */
    uint32_t pos;         /* the byte it comes from */
    uint32_t phone;       /* the telephone number it is part of, from 1; 0: of none */
    uint32_t hold_ms;     /* silence of a named length behind it, on top of the pause */
    uint8_t pause;        /* enum rb_pause */
    uint8_t joined;       /* words run together in it, beyond the first: eastsidepantry */
};

struct rb_voice {
    struct rb_arena *arena;
    const struct rb_text *text;
    const struct rb_phones *phones;
    const char *s;        /* the source's bytes */
    uint32_t end;         /* reading sees nothing from here on: the next phone number, or the end */
    uint32_t token;       /* the token being read */
    uint32_t number_at;   /* where the last number ended: a unit may follow */
    uint32_t number_from; /* and where it began */
    uint32_t phone;       /* see struct rb_utterance */
    bool shout;           /* the sentence is in capitals: they mean nothing */
    bool longest;         /* placeholders are filled with the longest that is usual */
    struct rb_utterance *items;
    size_t count, cap;
    uint8_t lead_pause; /* before the first word: only what a direction asks for */
    uint32_t lead_ms;
};

void rb_voice_init(struct rb_voice *, struct rb_arena *, const struct rb_text *,
                   const struct rb_phones *);
/* One word. Positions never go back: a smaller one is raised to the last one. */
void rb_voice_word(struct rb_voice *, uint32_t pos, struct rb_slice word);
/* Words of a phrase, which must live as long as the arena. */
void rb_voice_say(struct rb_voice *, uint32_t pos, const char *phrase);
/* A pause behind the last word; the longest of several counts. */
void rb_voice_pause(struct rb_voice *, enum rb_pause);
/* Silence of a named length. */
void rb_voice_hold(struct rb_voice *, uint32_t ms);

/* ---- looking at the text ---- */

/* The byte at i, 0 past the end. */
static inline int rb_look(const struct rb_voice *v, uint32_t i)
{
    return i < v->end ? (unsigned char)v->s[i] : 0;
}
/* The byte before i, a space at the start. */
static inline int rb_look_back(const struct rb_voice *v, uint32_t i)
{
    return i > 0 ? (unsigned char)v->s[i - 1] : ' ';
}
/* Bytes of the letter, of the apostrophe (straight or curly), of the hyphen or en dash at i; 0 when
 * it is none. */
uint32_t rb_look_letter(const struct rb_voice *, uint32_t i);
uint32_t rb_look_apostrophe(const struct rb_voice *, uint32_t i);
uint32_t rb_look_dash(const struct rb_voice *, uint32_t i);
/* i, or what follows it after at most two blanks (spaces, no line breaks). */
uint32_t rb_skip_blank(const struct rb_voice *, uint32_t i);
/* Whether a word or number goes on at i. */
bool rb_look_alnum(const struct rb_voice *, uint32_t i);
/* The letters from i on, the letters before i and its blanks; at most 24 bytes, longer ones are
 * cut. */
struct rb_slice rb_word_at(const struct rb_voice *, uint32_t i);
struct rb_slice rb_word_before(const struct rb_voice *, uint32_t i);
/* Where the word of these letters (given in lower case) ends if it stands at i, else 0. */
uint32_t rb_match_word(const struct rb_voice *, uint32_t i, const char *lower);
/* Equal without case. */
bool rb_slice_like(struct rb_slice, const char *lower);
bool rb_slice_like_any(struct rb_slice, const char *const *lower, size_t n);
#define RB_IS_ONE_OF(slice, words) rb_slice_like_any(slice, words, sizeof(words) / sizeof *(words))

#endif
