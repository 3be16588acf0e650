#include "fact/vocab.h"

enum { FIRST_SLOTS = 64 };

void rb_vocab_init(struct rb_vocab *v, struct rb_arena *arena)
{
    *v = (struct rb_vocab){.arena = arena};
}

void rb_vocab_copy(struct rb_vocab *v, struct rb_arena *arena, const struct rb_glossary *words)
{
    size_t n_bytes = words->starts[words->count], cap_slots = 0;

    rb_vocab_init(v, arena);
    v->bytes = rb_arena_copy_array(arena, words->bytes, n_bytes, &v->cap_bytes, 1);
    v->starts = rb_arena_copy_array(arena, words->starts, (size_t)words->count + 1, &v->cap_starts,
                                    sizeof *v->starts);
    v->slots =
        rb_arena_copy_array(arena, words->slots, words->n_slots, &cap_slots, sizeof *v->slots);
    if (rb_arena_failed(arena))
        return;
    v->count = words->count;
    v->n_slots = words->n_slots;
}

/* FNV-1a: short keys, no seed, the same on every machine. */
static uint32_t hash(struct rb_slice word)
{
    uint32_t h = 2166136261u;

    for (size_t i = 0; i < word.len; i++)
        h = (h ^ (unsigned char)word.ptr[i]) * 16777619u;
    return h ^ h >> 15;
}

static uint32_t slot_of(const struct rb_glossary *w, struct rb_slice word)
{
    uint32_t mask = w->n_slots - 1, at = hash(word) & mask;

    while (w->slots[at] && !rb_slice_equal(rb_glossary_at(w, w->slots[at]), word))
        at = (at + 1) & mask;
    return at;
}

uint32_t rb_glossary_find(const struct rb_glossary *w, struct rb_slice word)
{
    return w->n_slots ? w->slots[slot_of(w, word)] : 0;
}

struct rb_glossary rb_vocab_glossary(const struct rb_vocab *v)
{
    return (struct rb_glossary){v->bytes, v->starts, v->slots, v->count, v->n_slots};
}

uint32_t rb_vocab_find(const struct rb_vocab *v, struct rb_slice word)
{
    struct rb_glossary words = rb_vocab_glossary(v);

    return rb_glossary_find(&words, word);
}

static bool widen(struct rb_vocab *v)
{
    uint32_t wider = v->n_slots ? v->n_slots * 2 : FIRST_SLOTS;
    uint32_t *slots = rb_arena_array(v->arena, wider, sizeof *slots);
    struct rb_glossary words;

    if (!slots)
        return false;
    v->slots = slots;
    v->n_slots = wider;
    words = rb_vocab_glossary(v);
    for (uint32_t i = 1; i < v->count; i++)
        slots[slot_of(&words, rb_glossary_at(&words, i))] = i;
    return true;
}

/* Room for one more word; false: no memory. */
static bool make_room(struct rb_vocab *v, size_t len)
{
    size_t used = v->count ? v->starts[v->count] : 0;
    uint32_t *starts = rb_arena_grow(v->arena, v->starts, v->count ? (size_t)v->count + 1 : 0,
                                     &v->cap_starts, sizeof *starts);

    if (!starts || len > UINT32_MAX / 2 - used)
        return false;
    v->starts = starts;
    while (v->cap_bytes < used + len || !v->bytes) {
        char *bytes = rb_arena_grow(v->arena, v->bytes, v->cap_bytes, &v->cap_bytes, 1);

        if (!bytes)
            return false;
        v->bytes = bytes;
    }
    if (v->count == 0)
        v->count = 1;
    return true;
}

uint32_t rb_vocab_add(struct rb_vocab *v, struct rb_slice word)
{
    struct rb_glossary words;
    uint32_t at, start;

    if (v->count / 2 >= v->n_slots / 3 && !widen(v))
        return 0;
    words = rb_vocab_glossary(v);
    at = slot_of(&words, word);
    if (v->slots[at])
        return v->slots[at];
    if (!make_room(v, word.len))
        return 0;
    start = v->starts[v->count];
    if (word.len)
        memcpy(v->bytes + start, word.ptr, word.len);
    v->starts[v->count + 1] = start + (uint32_t)word.len;
    v->slots[at] = v->count;
    return v->count++;
}
