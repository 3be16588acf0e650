#include "fact/vocab.h"

enum { FIRST_SLOTS = 1024 };

void rb_vocab_init(struct rb_vocab *v, struct rb_arena *arena)
{
    *v = (struct rb_vocab){.arena = arena};
}

/* FNV-1a: short keys, no seed, the same on every machine. */
static uint32_t hash(struct rb_slice word)
{
    uint32_t h = 2166136261u;

    for (size_t i = 0; i < word.len; i++)
        h = (h ^ (unsigned char)word.ptr[i]) * 16777619u;
    return h ^ h >> 15;
}

static uint32_t slot_of(const struct rb_vocab *v, struct rb_slice word)
{
    uint32_t mask = v->n_slots - 1, at = hash(word) & mask;

    while (v->slots[at] && !rb_slice_equal(v->words[v->slots[at]], word))
        at = (at + 1) & mask;
    return at;
}

static bool widen(struct rb_vocab *v)
{
    uint32_t wider = v->n_slots ? v->n_slots * 2 : FIRST_SLOTS;
    uint32_t *slots = rb_arena_array(v->arena, wider, sizeof *slots);

    if (!slots)
        return false;
    v->slots = slots;
    v->n_slots = wider;
    for (uint32_t i = 1; i < v->count; i++)
        v->slots[slot_of(v, v->words[i])] = i;
    return true;
}

uint32_t rb_vocab_add(struct rb_vocab *v, struct rb_slice word)
{
    uint32_t at;
    struct rb_slice *words;

    if (v->count == 0) {
        v->words = rb_arena_grow(v->arena, NULL, 0, &v->cap, sizeof *words);
        if (!v->words)
            return 0;
        v->words[v->count++] = rb_slice_of("", 0);
    }
    if (v->count * 2 >= v->n_slots && !widen(v))
        return 0;
    at = slot_of(v, word);
    if (v->slots[at])
        return v->slots[at];
    words = rb_arena_grow(v->arena, v->words, v->count, &v->cap, sizeof *words);
    if (!words)
        return 0;
    v->words = words;
    v->words[v->count] = rb_arena_copy(v->arena, word);
    v->slots[at] = v->count;
    return v->count++;
}

uint32_t rb_vocab_find(const struct rb_vocab *v, struct rb_slice word)
{
    return v->n_slots ? v->slots[slot_of(v, word)] : 0;
}
