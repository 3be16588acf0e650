/* What words say of the piece of a sentence they stand in: only as much as is needed to know that
 * the rest stands without it. */
#ifndef FIX_WORDS_H
#define FIX_WORDS_H

#include "text/token.h"

enum rb_fix_word {
    RB_WORD_CONJ = 1 << 0,     /* and, or */
    RB_WORD_SUBJECT = 1 << 1,  /* a clause may begin with it: I, we're, there's, my */
    RB_WORD_VERB = 1 << 2,     /* an order may begin with it: visit, send */
    RB_WORD_PREP = 1 << 3,     /* at, on */
    RB_WORD_ARTICLE = 1 << 4,  /* a, the */
    RB_WORD_DET = 1 << 5,      /* our, every */
    RB_WORD_REL = 1 << 6,      /* which, who */
    RB_WORD_ADVERB = 1 << 7,   /* please, just: stands before a verb */
    RB_WORD_MODAL = 1 << 8,    /* can, would */
    RB_WORD_ANAPHOR = 1 << 9,  /* points back at what was said: it, they, so */
    RB_WORD_HANG = 1 << 10,    /* nothing may end with it: the, of, our */
    RB_WORD_SOFT = 1 << 11,    /* says nothing by itself: we, would, like, to */
    RB_WORD_SUBORD = 1 << 12,  /* a clause that leans on another: if, when */
    RB_WORD_PAIR = 1 << 13,    /* wants two: both, either */
    RB_WORD_BE = 1 << 14,      /* I'm */
    RB_WORD_TIE = 1 << 15,     /* between a person and a company: with, at, from */
    RB_WORD_OWN = 1 << 16,     /* between a title and a company: of, for */
    RB_WORD_UNKNOWN = 1 << 17, /* any other word */
    RB_WORD_MARK = 1 << 18,    /* no word */
    RB_WORD_COMMA = 1 << 19,   /* a mark between pieces: , ; : ( ) / and dashes between spaces */
    RB_WORD_END = 1 << 20      /* a mark at the end of sentences */
};

/* The classes of a token. */
uint32_t rb_fix_class(const struct rb_text *, uint32_t token);
/* Those of the first of tokens [from, to) that is no adverb: please *call*. 0: there is none. */
uint32_t rb_fix_head(const struct rb_text *, uint32_t from, uint32_t to, uint32_t *head);
/* A word or mark, compared without case; given in lower case. */
bool rb_fix_is(const struct rb_text *, uint32_t token, const char *word);

#endif
