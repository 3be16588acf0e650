#include "result/seen.h"

uint32_t *rb_seen_count(struct rb_arena *arena, struct rb_seen *seen, uint64_t hash)
{
    struct rb_seen_node **at = &seen->top;

    for (unsigned bit = 0; *at && (*at)->hash != hash; bit++)
        at = &(*at)->below[hash >> bit & 1];
    if (!*at) {
        *at = rb_arena_alloc(arena, sizeof **at);
        if (*at)
            (*at)->hash = hash;
    }
    return *at ? &(*at)->count : NULL;
}
