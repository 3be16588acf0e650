/* Words and their numbers. Word 0 is every word that no phrase knows. */
#ifndef FACT_VOCAB_H
#define FACT_VOCAB_H

#include "base/arena.h"

struct rb_vocab {
    struct rb_arena *arena;
    struct rb_slice *words; /* words[0] is empty */
    uint32_t count;         /* with word 0 */
    size_t cap;
    uint32_t *slots; /* open addressing, 0 = free; a power of two of them */
    uint32_t n_slots;
};

void rb_vocab_init(struct rb_vocab *, struct rb_arena *);
/* The number of a lower-case word, adding it. 0 when the arena has failed. */
uint32_t rb_vocab_add(struct rb_vocab *, struct rb_slice word);
/* The number of a lower-case word, or 0. */
uint32_t rb_vocab_find(const struct rb_vocab *, struct rb_slice word);

#endif
