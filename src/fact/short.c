#include "fact/short.h"

#include <stdlib.h>

enum { TEXT, FROM, TO, COMPANY, PARTS };

/* What decides the facts of a text: all but the lexicon. */
struct key {
    struct rb_slice parts[PARTS];
    uint64_t hash;
};

/* The facts, then the bytes of the key, then those of values and reasons. */
struct rb_short {
    uint64_t hash;
    uint32_t length[PARTS], n;
    struct rb_fact facts[];
};

static char *bytes_of(struct rb_short *s)
{
    return (char *)(void *)&s->facts[s->n];
}

static struct key key_of(struct rb_slice text, const struct rb_taught *taught)
{
    struct key key = {.parts = {text}, .hash = UINT64_C(0xCBF29CE484222325)};

    if (taught) {
        key.parts[FROM] = taught->from;
        key.parts[TO] = taught->to;
        key.parts[COMPANY] = taught->company;
    }
    for (size_t p = 0; p < PARTS; p++) {
        for (size_t i = 0; i < key.parts[p].len; i++)
            key.hash = (key.hash ^ (unsigned char)key.parts[p].ptr[i]) * UINT64_C(0x100000001B3);
        key.hash = (key.hash ^ key.parts[p].len) * UINT64_C(0x100000001B3);
    }
    key.hash ^= key.hash >> 32;
    return key;
}

static bool is_key(struct rb_short *s, const struct key *key)
{
    const char *at = bytes_of(s);

    if (s->hash != key->hash)
        return false;
    for (size_t p = 0; p < PARTS; p++) {
        if (!rb_slice_equal(rb_slice_of(at, s->length[p]), key->parts[p]))
            return false;
        at += s->length[p];
    }
    return true;
}

void rb_shorts_free(struct rb_shorts *shorts)
{
    for (size_t i = 0; i < RB_SHORT_SLOTS; i++)
        free(shorts->slots[i]);
}

bool rb_shorts_recall(const struct rb_shorts *shorts, struct rb_arena *arena, struct rb_slice text,
                      const struct rb_taught *taught, struct rb_facts *out)
{
    struct key key;
    struct rb_short *s;

    if (text.len > RB_SHORT_BYTES)
        return false;
    key = key_of(text, taught);
    s = shorts->slots[key.hash % RB_SHORT_SLOTS];
    if (!s || !is_key(s, &key))
        return false;
    *out = (struct rb_facts){rb_arena_array(arena, (size_t)s->n + 1, sizeof *out->items), 0};
    for (uint32_t i = 0; out->items && i < s->n; i++) {
        struct rb_fact *fact = &out->items[out->count++];

        *fact = s->facts[i];
        fact->value = rb_arena_copy(arena, fact->value);
        fact->reason = rb_arena_copy(arena, fact->reason);
    }
    return true;
}

static struct rb_slice put(char **at, struct rb_slice s)
{
    struct rb_slice kept = rb_slice_of(*at, s.len);

    if (s.len)
        memcpy(*at, s.ptr, s.len);
    *at += s.len;
    return kept;
}

void rb_shorts_keep(struct rb_shorts *shorts, struct rb_slice text, const struct rb_taught *taught,
                    const struct rb_facts *facts)
{
    size_t size = sizeof(struct rb_short) + facts->count * sizeof *facts->items;
    struct rb_short *s, **slot;
    struct key key;
    char *at;

    if (text.len > RB_SHORT_BYTES)
        return;
    key = key_of(text, taught);
    for (size_t p = 0; p < PARTS; p++)
        size += key.parts[p].len;
    for (uint32_t i = 0; i < facts->count; i++)
        size += facts->items[i].value.len + facts->items[i].reason.len;
    s = malloc(size);
    if (!s)
        return;
    *s = (struct rb_short){.hash = key.hash, .n = facts->count};
    at = bytes_of(s);
    for (size_t p = 0; p < PARTS; p++)
        s->length[p] = (uint32_t)put(&at, key.parts[p]).len;
    for (uint32_t i = 0; i < facts->count; i++) {
        s->facts[i] = facts->items[i];
        s->facts[i].value = put(&at, facts->items[i].value);
        s->facts[i].reason = put(&at, facts->items[i].reason);
    }
    slot = &shorts->slots[key.hash % RB_SHORT_SLOTS];
    free(*slot);
    *slot = s;
}
