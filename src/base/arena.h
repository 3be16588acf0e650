/* An arena: allocate freely, test once, free once.
 *
 * Failure is sticky: after the first refusal every further allocation gives NULL and
 * rb_arena_failed() stays true, so that a stage tests once at its end. Memory is zeroed.
 * rb_arena_reset() keeps the blocks for the next draft. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/slice.h"

struct rb_arena_block;

struct rb_arena {
    struct rb_arena_block *first; /* all blocks, oldest first */
    struct rb_arena_block *now;   /* the one being filled */
    bool failed;
};

void rb_arena_init(struct rb_arena *);
void rb_arena_free(struct rb_arena *);
/* Forgets what was allocated, keeps the memory, clears a failure. */
void rb_arena_reset(struct rb_arena *);
static inline bool rb_arena_failed(const struct rb_arena *a)
{
    return a->failed;
}

/* size bytes, zeroed, aligned for any type; NULL once the arena has failed. size 0 gives a pointer
 * that may not be read. */
void *rb_arena_alloc(struct rb_arena *, size_t size);
/* count * size, refused (sticky) when the product overflows. */
void *rb_arena_array(struct rb_arena *, size_t count, size_t size);
/* The same, but as it is, with whatever stood there: for an array of which more is asked than will
 * be used, and nothing read that was not written. */
void *rb_arena_room(struct rb_arena *, size_t count, size_t size);
/* Copies the bytes and adds a NUL that is not counted; the empty slice on failure. */
struct rb_slice rb_arena_copy(struct rb_arena *, struct rb_slice);
/* Grows an array: returns a larger copy of old (count items of size bytes) with room for *cap
 * items, *cap at least doubled; old itself while count < *cap. NULL on failure: then neither old
 * nor *cap is changed. */
void *rb_arena_grow(struct rb_arena *, void *old, size_t count, size_t *cap, size_t size);

/* A copy of an array of n items with room for some more: *cap of them. */
void *rb_arena_copy_array(struct rb_arena *, const void *items, size_t n, size_t *cap, size_t size);

#endif
