/* Written words taken apart into the words that phrases are made of: "you're" is you + are, "5pm"
 * is 5 + pm. The same splitting is done to a draft and to the phrases of the rule files. */
#ifndef FACT_SPLIT_H
#define FACT_SPLIT_H

#include "base/slice.h"

enum { RB_SPLIT_PARTS = 3, RB_SPLIT_READINGS = 3, RB_SPLIT_BYTES = 64 };

struct rb_part {
    struct rb_slice
        readings[RB_SPLIT_READINGS]; /* lower case; the first is never empty, further ones may be */
    uint32_t start, end;             /* bytes of the written word */
    bool soft;                       /* may be left out: a possessive 's, a doubtful short form */
};

struct rb_parts {
    struct rb_part items[RB_SPLIT_PARTS];
    uint32_t count;
    char text[RB_SPLIT_BYTES * 2]; /* what the readings point into, besides constants */
};

/* Folds case and apostrophes (’ is '), drops the dots of "a.m.", and takes the word apart. A word
 * longer than RB_SPLIT_BYTES is one part with an empty reading: no phrase knows it. */
void rb_split(struct rb_slice word, bool informal, struct rb_parts *out);

/* The word that a sign is read as by phrases: $ for every currency, "and" for &; NULL: none. */
const char *rb_sign_word(struct rb_slice sign);

#endif
