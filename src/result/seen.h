/* How often each hash was met so far. A search tree over the bits of the hashes: no choice of them
 * makes it deeper than 64. */
#ifndef RESULT_SEEN_H
#define RESULT_SEEN_H

#include "base/arena.h"

struct rb_seen_node {
    uint64_t hash;
    uint32_t count;
    struct rb_seen_node *below[2];
};

/* Begin with {NULL}. */
struct rb_seen {
    struct rb_seen_node *top;
};

/* The count of a hash, 0 when it is new; NULL: no memory. Lives in the arena. */
uint32_t *rb_seen_count(struct rb_arena *, struct rb_seen *, uint64_t hash);

#endif
