#include "fact/vocab.h"

enum { FIRST_SLOTS = 64 };

void rb_vocab_init(struct rb_vocab *v, struct rb_arena *arena)
{
    *v = (struct rb_vocab){.arena = arena};
}

void rb_vocab_on_top(struct rb_vocab *v, struct rb_arena *arena, const struct rb_glossary *words)
{
    *v = (struct rb_vocab){.arena = arena, .base = words, .count = words->count};
}

/* The number of the first word that is its own. */
static uint32_t first_of(const struct rb_vocab *v)
{
    return v->base ? v->base->count : 0;
}

/* FNV-1a: short keys, no seed, the same on every machine. */
static uint32_t hash(struct rb_slice word)
{
    uint32_t h = 2166136261u;

    for (size_t i = 0; i < word.len; i++)
        h = (h ^ (unsigned char)word.ptr[i]) * 16777619u;
    return h ^ h >> 15;
}

/* h: the word's hash. */
static uint32_t slot_of(const struct rb_glossary *w, struct rb_slice word, uint32_t h)
{
    uint32_t mask = w->n_slots - 1, at = h & mask;

    while (w->slots[at] && !rb_slice_equal(rb_glossary_at(w, w->slots[at]), word))
        at = (at + 1) & mask;
    return at;
}

static uint32_t find_own(const struct rb_glossary *w, struct rb_slice word, uint32_t h)
{
    return w->n_slots ? w->slots[slot_of(w, word, h)] : 0;
}

uint32_t rb_glossary_find(const struct rb_glossary *w, struct rb_slice word)
{
    uint32_t h = hash(word), number = w->base ? find_own(w->base, word, h) : 0;

    return number ? number : find_own(w, word, h);
}

struct rb_glossary rb_vocab_glossary(const struct rb_vocab *v)
{
    return (struct rb_glossary){v->bytes,   v->starts,   v->slots, v->count,
                                v->n_slots, first_of(v), v->base};
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
    for (uint32_t i = words.first ? words.first : 1; i < v->count; i++) {
        struct rb_slice word = rb_glossary_at(&words, i);

        slots[slot_of(&words, word, hash(word))] = i;
    }
    return true;
}

/* Room for one more word; false: no memory. */
static bool make_room(struct rb_vocab *v, size_t len)
{
    uint32_t n = v->count - first_of(v);
    size_t used = v->starts ? v->starts[n] : 0;
    uint32_t *starts = rb_arena_grow(v->arena, v->starts, v->starts ? (size_t)n + 1 : 0,
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
    uint32_t h = hash(word), number = v->base ? find_own(v->base, word, h) : 0, at, start, own;

    if (number)
        return number;
    if ((v->count - first_of(v)) / 2 >= v->n_slots / 3 && !widen(v))
        return 0;
    words = rb_vocab_glossary(v);
    at = slot_of(&words, word, h);
    if (v->slots[at])
        return v->slots[at];
    if (!make_room(v, word.len))
        return 0;
    own = v->count - first_of(v);
    start = v->starts[own];
    if (word.len)
        memcpy(v->bytes + start, word.ptr, word.len);
    v->starts[own + 1] = start + (uint32_t)word.len;
    v->slots[at] = v->count;
    return v->count++;
}
