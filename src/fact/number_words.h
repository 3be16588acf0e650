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

/* A whole word, in any case. */
struct rb_number_word rb_number_word(struct rb_slice word);

/* The longest number word that begins `text`, for words run together ("oneoneseven"); *len gets its
 * length, 0 when there is none. */
struct rb_number_word rb_number_prefix(struct rb_slice text, size_t *len);

#endif
