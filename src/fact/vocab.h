/* Words and their numbers. Word 0 is every word that no phrase knows. */
#ifndef FACT_VOCAB_H
#define FACT_VOCAB_H

#include "base/arena.h"

/* A finished list: offsets and no pointers between its parts, so that it can be a constant. */
struct rb_glossary {
    const char *bytes;      /* of all words, one behind the other */
    const uint32_t *starts; /* count + 1 of them; word 0 is empty */
    const uint32_t *slots;  /* open addressing, 0 = free; a power of two of them */
    uint32_t count;         /* with word 0 */
    uint32_t n_slots;
};

/* The number of a lower-case word, or 0. */
uint32_t rb_glossary_find(const struct rb_glossary *, struct rb_slice word);
static inline struct rb_slice rb_glossary_at(const struct rb_glossary *words, uint32_t number)
{
    uint32_t start = words->starts[number];

    return rb_slice_of(words->bytes + start, words->starts[number + 1] - start);
}

/* A list that grows. */
struct rb_vocab {
    struct rb_arena *arena;
    char *bytes;
    uint32_t *starts, *slots;
    uint32_t count, n_slots;
    size_t cap_bytes, cap_starts;
};

void rb_vocab_init(struct rb_vocab *, struct rb_arena *);
/* Begins with the words of a finished list. */
void rb_vocab_copy(struct rb_vocab *, struct rb_arena *, const struct rb_glossary *);
/* The number of a lower-case word, adding it. 0 when the arena has failed. */
uint32_t rb_vocab_add(struct rb_vocab *, struct rb_slice word);
/* The number of a lower-case word, or 0. */
uint32_t rb_vocab_find(const struct rb_vocab *, struct rb_slice word);
/* As it stands, until the next word is added. */
struct rb_glossary rb_vocab_glossary(const struct rb_vocab *);

#endif
