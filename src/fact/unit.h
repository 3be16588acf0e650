/* Units: the words of a draft as phrases see them. Floor-private. */
#ifndef FACT_UNIT_H
#define FACT_UNIT_H

#include "fact/compiled.h"
#include "fact/split.h"

enum rb_unit_flags {
    RB_UNIT_SOFT = 1, /* may be skipped: a filler, a possessive 's */
    RB_UNIT_EDGE = 2, /* an edge between clauses before it */
    RB_UNIT_CAPITAL = 4,
    RB_UNIT_CAPS = 8,
    RB_UNIT_FIGURES = 16, /* begins with a digit */
    RB_UNIT_HOLE = 32,    /* a placeholder */
    RB_UNIT_ADDRESS = 64, /* an e-mail address or a URL */
    RB_UNIT_GLUED = 128,  /* no white space before it */
    RB_UNIT_MARK = 256,   /* a sign that is a word: $ % & / */
    RB_UNIT_SPEECH = 512, /* begins with a lower-case letter */
    RB_UNIT_INSIDE = 1024 /* a further part of a written word: the 'm of I'm */
};

struct rb_unit {
    uint32_t start, end; /* bytes */
    uint32_t token;
    uint32_t sentence;
    uint32_t words[RB_SPLIT_READINGS]; /* readings, as word numbers; 0: unknown or none */
    uint16_t flags;
    uint8_t hole; /* enum rb_placeholder */
};

struct rb_units {
    struct rb_unit *items;
    uint32_t count;
    uint32_t *sentence_first; /* by sentence: its first unit; n_sentences + 1 of them */
    uint32_t n_sentences;
};

/* False: no memory. */
bool rb_units_make(struct rb_arena *, const struct rb_lexicon *, const struct rb_text *,
                   struct rb_units *out);

#endif
