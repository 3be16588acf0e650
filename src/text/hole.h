/* The inside of a placeholder or stage direction, as words. For this floor only. */
#ifndef TEXT_HOLE_H
#define TEXT_HOLE_H

#include "text/token.h"

enum { RB_INSIDE_WORDS = 8, RB_INSIDE_LETTERS = 15 };

struct rb_inside {
    /* lower case, cut at marks, digits, underscores and inner capitals */
    char words[RB_INSIDE_WORDS][RB_INSIDE_LETTERS + 1];
    uint32_t count; /* as many as there are; the first RB_INSIDE_WORDS are kept */
    bool money, percent;
    bool dot;      /* a field of something: owner.phone */
    bool sentence; /* a sentence ends within */
    bool caps;     /* no small letter */
};

enum rb_cue { RB_CUE_NONE, RB_CUE_WEAK, RB_CUE_STRONG };

void rb_inside_read(struct rb_slice, struct rb_inside *);
/* enum rb_placeholder; RB_HOLE_OTHER when the words say nothing. */
uint8_t rb_inside_kind(const struct rb_inside *);
/* Whether every word is one that placeholders are made of, but for cues ("your number, slowly"). */
bool rb_inside_known(const struct rb_inside *);
/* How surely a stage direction begins or ends with this word. */
enum rb_cue rb_inside_cue(const struct rb_inside *, uint32_t word);

#endif
