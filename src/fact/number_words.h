/* The words of which spoken numbers are made: oh, seven, fifteen, ninety, hundred, double. */
#ifndef FACT_NUMBER_WORDS_H
#define FACT_NUMBER_WORDS_H

#include "base/slice.h"

enum rb_number_kind {
    RB_NUMBER_NONE,
    RB_NUMBER_DIGIT,    /* 0 to 9, by any of their names */
    RB_NUMBER_TEEN,     /* 10 to 19 */
    RB_NUMBER_TENS,     /* 20, 30 … 90 */
    RB_NUMBER_HUNDRED,  /* 100 */
    RB_NUMBER_THOUSAND, /* 1000 */
    RB_NUMBER_TIMES     /* double, treble, quadruple: the digit that follows, so often */
};

struct rb_number_word {
    uint16_t value;
    uint8_t kind; /* enum rb_number_kind */
};

enum { RB_NUMBER_LONGEST = 9 };

extern const uint16_t rb_slots_number_words[];

/* Whether a word may be a number word, or begin with one: by its first two letters and its length.
 * Most are not. */
static inline bool rb_may_be_number(struct rb_slice word)
{
#define LETTER(c) (1u << ((c)&31))
    /* of words of 0, 1, 2, 3 and more letters, by the first: what the second may be */
    static const uint32_t seconds[5][32] = {
        {0},
        {['o' & 31] = LETTER('o')},
        {['o' & 31] = LETTER('h')},
        {['o' & 31] = LETTER('n'),
         ['s' & 31] = LETTER('i'),
         ['t' & 31] = LETTER('e') | LETTER('w')},
        {['a' & 31] = LETTER('u'),
         ['d' & 31] = LETTER('o'),
         ['e' & 31] = LETTER('i') | LETTER('l'),
         ['f' & 31] = LETTER('i') | LETTER('o'),
         ['h' & 31] = LETTER('u'),
         ['n' & 31] = LETTER('a') | LETTER('i') | LETTER('o'),
         ['o' & 31] = LETTER('h') | LETTER('n') | LETTER('u'),
         ['q' & 31] = LETTER('u'),
         ['s' & 31] = LETTER('e') | LETTER('i'),
         ['t' & 31] = LETTER('e') | LETTER('h') | LETTER('r') | LETTER('w'),
         ['z' & 31] = LETTER('e')}};
#undef LETTER
    const char *second = word.ptr + (word.len > 1);

    if (word.len == 0)
        return false;
    return seconds[word.len < 4 ? word.len : 4][*word.ptr & 31] >> (*second & 31) & 1u;
}

/* A whole word, in any case. */
struct rb_number_word rb_number_word(struct rb_slice word);

/* The longest number word that begins `text`, for words run together ("oneoneseven"); *len gets its
 * length, 0 when there is none. */
struct rb_number_word rb_number_prefix(struct rb_slice text, size_t *len);

#endif
