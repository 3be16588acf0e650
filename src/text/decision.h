/* The two sides of a stop, and the rules for the word before it. For this floor only. */
#ifndef TEXT_DECISION_H
#define TEXT_DECISION_H

#include "text/cut.h"
#include "text/lexicon.h"

/* What stands behind a stop. */
struct rb_opening {
    enum { OPENS_UPPER, OPENS_LOWER, OPENS_DIGIT, OPENS_OTHER, OPENS_NOTHING } with;
    uint32_t word; /* the token that says so */
    uint32_t lex;
    bool lone_i;
    bool bracket; /* a bracket before it */
};

/* The word before a stop. */
struct rb_ending {
    uint32_t token;
    struct rb_slice text;
    uint32_t lex;
    uint8_t shape;
    bool dotted;  /* an acronym with inner stops */
    bool initial; /* one letter */
    bool first;   /* the sentence's first token */
};

static inline bool rb_opens(const struct rb_opening *o)
{
    return (o->lex & RB_LEX_STARTER) != 0;
}

/* Digits of the groups in a row from token i on (step 1) or back (-1), through stops or up to one.
 */
uint32_t rb_group_digits(const struct rb_cutter *, uint32_t i, int step, bool through);
/* Whether a sentence that began at `start` ends with the full stop behind this word. */
bool rb_word_ends(const struct rb_cutter *, uint32_t start, const struct rb_stop *,
                  const struct rb_ending *, const struct rb_opening *);
/* The same before a small letter. */
bool rb_ends_before_lower(const struct rb_cutter *, const struct rb_ending *,
                          const struct rb_opening *);

#endif
