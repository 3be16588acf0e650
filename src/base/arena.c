#include "base/arena.h"

#include <stdalign.h>
#include <stdlib.h>

enum { FIRST_BLOCK = 64 * 1024, LARGEST_BLOCK = 1024 * 1024 };

struct rb_arena_block {
    struct rb_arena_block *next;
    size_t size, used;
    alignas(max_align_t) unsigned char data[];
};

void rb_arena_init(struct rb_arena *a)
{
    *a = (struct rb_arena){0};
}

void rb_arena_free(struct rb_arena *a)
{
    struct rb_arena_block *b = a->first;

    while (b) {
        struct rb_arena_block *next = b->next;

        free(b);
        b = next;
    }
    rb_arena_init(a);
}

void rb_arena_reset(struct rb_arena *a)
{
    for (struct rb_arena_block *b = a->first; b; b = b->next)
        b->used = 0;
    a->now = a->first;
    a->failed = false;
}

/* Moves on to a block that has room, or makes one; blocks double so that a large draft needs few.
 */
static bool next_block(struct rb_arena *a, size_t need)
{
    size_t size = FIRST_BLOCK;
    struct rb_arena_block *b;

    while (a->now && a->now->next) {
        a->now = a->now->next;
        if (a->now->size - a->now->used >= need)
            return true;
    }
    if (a->now)
        size = a->now->size < LARGEST_BLOCK / 2 ? a->now->size * 2 : LARGEST_BLOCK;
    if (size < need)
        size = need;
    if (size > SIZE_MAX - sizeof *b)
        return false;
    b = malloc(sizeof *b + size);
    if (!b)
        return false;
    b->next = NULL;
    b->size = size;
    b->used = 0;
    if (a->now)
        a->now->next = b;
    else
        a->first = b;
    a->now = b;
    return true;
}

/* As it is: whatever stood there before. */
static void *take(struct rb_arena *a, size_t size)
{
    const size_t unit = alignof(max_align_t);
    void *p;

    if (a->failed || size > SIZE_MAX - unit) {
        a->failed = true;
        return NULL;
    }
    size = (size + unit - 1) / unit * unit;
    if (!a->now || a->now->size - a->now->used < size) {
        if (!next_block(a, size)) {
            a->failed = true;
            return NULL;
        }
    }
    p = a->now->data + a->now->used;
    a->now->used += size;
    return p;
}

void *rb_arena_alloc(struct rb_arena *a, size_t size)
{
    void *p = take(a, size);

    return p ? memset(p, 0, size) : NULL;
}

void *rb_arena_room(struct rb_arena *a, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) {
        a->failed = true;
        return NULL;
    }
    return take(a, count * size);
}

void *rb_arena_array(struct rb_arena *a, size_t count, size_t size)
{
    void *p = rb_arena_room(a, count, size);

    return p ? memset(p, 0, count * size) : NULL;
}

struct rb_slice rb_arena_copy(struct rb_arena *a, struct rb_slice s)
{
    char *p = take(a, s.len < SIZE_MAX ? s.len + 1 : s.len);

    if (!p)
        return rb_slice_of("", 0);
    if (s.len)
        memcpy(p, s.ptr, s.len);
    p[s.len] = '\0';
    return rb_slice_of(p, s.len);
}

void *rb_arena_grow(struct rb_arena *a, void *old, size_t count, size_t *cap, size_t size)
{
    size_t wider = *cap ? *cap * 2 : 8;
    char *p;

    if (count < *cap)
        return old;
    p = wider > *cap && wider <= SIZE_MAX / size ? take(a, wider * size) : NULL;
    if (!p) {
        a->failed = true;
        return NULL;
    }
    if (count)
        memcpy(p, old, count * size);
    memset(p + count * size, 0, (wider - count) * size);
    *cap = wider;
    return p;
}

void *rb_arena_copy_array(struct rb_arena *a, const void *items, size_t n, size_t *cap, size_t size)
{
    size_t most = n + n / 16 + 64;
    char *p = most > n && most <= SIZE_MAX / size ? take(a, most * size) : NULL;

    if (!p) {
        a->failed = true;
        return NULL;
    }
    if (n)
        memcpy(p, items, n * size);
    memset(p + n * size, 0, (most - n) * size);
    *cap = most;
    return p;
}
