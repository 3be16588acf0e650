/* What a word's form says about the sentence it stands in. For this floor only. */
#ifndef TEXT_LEXICON_H
#define TEXT_LEXICON_H

#include "base/wordlist.h"

enum rb_lex {
    RB_LEX_TITLE = 1 << 0,    /* a name follows: Mr. Dr. */
    RB_LEX_NAMEPFX = 1 << 1,  /* a title that may also end a street: St. */
    RB_LEX_DATE = 1 << 2,     /* a month or day: Jan. Mon. */
    RB_LEX_CONT = 1 << 3,     /* never ends a sentence: e.g. */
    RB_LEX_NUMREF = 1 << 4,   /* a number follows: No. p. */
    RB_LEX_MAYEND = 1 << 5,   /* an abbreviation that may end a sentence: etc. Ave. */
    RB_LEX_ORG = 1 << 6,      /* of a firm or a person: Inc. Jr. */
    RB_LEX_UNIT = 1 << 7,     /* after a number: lbs. */
    RB_LEX_TIMEAP = 1 << 8,   /* a.m. p.m. */
    RB_LEX_TZDAY = 1 << 9,    /* after a time of day: EST, Monday */
    RB_LEX_EXCL = 1 << 10,    /* "!" belongs to the name: Yahoo! */
    RB_LEX_STARTER = 1 << 11, /* opens sentences */
    RB_LEX_FRONT = 1 << 12,   /* part of a lead-in of time: at, every, Monday */
    RB_LEX_NOTABBR = 1 << 13, /* also an ordinary word: no. sun. */
    RB_LEX_PROPADJ = 1 << 14, /* after U.S.: Government */
    RB_LEX_GREET = 1 << 15,   /* somebody is addressed: hi, morning, thanks */
    RB_LEX_BINDER = 1 << 16,  /* ends no sentence: the, of, with, and, my */
    RB_LEX_COMMON = 1 << 17   /* no part of a name: etc. hrs. */
};

/* All that abbreviations may be. */
#define RB_LEX_ABBREV                                                                              \
    (RB_LEX_TITLE | RB_LEX_DATE | RB_LEX_CONT | RB_LEX_NUMREF | RB_LEX_MAYEND | RB_LEX_ORG |       \
     RB_LEX_UNIT | RB_LEX_TIMEAP)

extern const uint16_t rb_slots_lexicon[];

/* The classes of a word in a list, compared without case, curly apostrophes as straight ones; 0:
 * not in it. */
uint32_t rb_lex_find(const struct rb_wordlist *, struct rb_slice word);
/* The same in the lexicon of this header's classes. */
uint32_t rb_lexicon(struct rb_slice word);

#endif
