/* Words and their numbers. Word 0 is every word that no phrase knows. */
#ifndef FACT_VOCAB_H
#define FACT_VOCAB_H

#include "base/arena.h"

/* A finished list: offsets and no pointers between its parts, so that it can be a constant. It may
 * go on from another one, which has the words before `first`. */
struct rb_glossary {
    const char *bytes;      /* of its own words, one behind the other */
    const uint32_t *starts; /* of these, and the end; word 0 is empty */
    const uint32_t *slots;  /* their numbers: open addressing, 0 = free; a power of two of them */
    uint32_t count;         /* with word 0, and with those of the other list */
    uint32_t n_slots;
    uint32_t first;                 /* 0: there is no other list */
    const struct rb_glossary *base; /* this one, which goes on from none */
};

/* The number of a lower-case word, or 0. */
uint32_t rb_glossary_find(const struct rb_glossary *, struct rb_slice word);
static inline struct rb_slice rb_glossary_at(const struct rb_glossary *words, uint32_t number)
{
    const struct rb_glossary *in = number < words->first ? words->base : words;
    const uint32_t *start = &in->starts[number - in->first];

    return rb_slice_of(in->bytes + start[0], start[1] - start[0]);
}

/* A list that grows. */
struct rb_vocab {
    struct rb_arena *arena;
    char *bytes;
    uint32_t *starts, *slots;
    uint32_t count, n_slots;
    const struct rb_glossary *base; /* NULL: none */
    size_t cap_bytes, cap_starts;
};

void rb_vocab_init(struct rb_vocab *, struct rb_arena *);
/* Goes on from a finished list, which goes on from none and must outlive it. */
void rb_vocab_on_top(struct rb_vocab *, struct rb_arena *, const struct rb_glossary *);
/* The number of a lower-case word, adding it. 0 when the arena has failed. */
uint32_t rb_vocab_add(struct rb_vocab *, struct rb_slice word);
/* The number of a lower-case word, or 0. */
uint32_t rb_vocab_find(const struct rb_vocab *, struct rb_slice word);
/* As it stands, until the next word is added. */
struct rb_glossary rb_vocab_glossary(const struct rb_vocab *);

#endif
