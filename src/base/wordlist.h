/* Lists of words with classes, kept as data, in which a word is found by its hash. */
#ifndef BASE_WORDLIST_H
#define BASE_WORDLIST_H

#include "base/slice.h"

enum { RB_WORDLIST_LONGEST = 15, RB_WORDLIST_BITS = 11, RB_WORDLIST_SLOTS = 1 << RB_WORDLIST_BITS };

/* Lower case, padded with NULs. */
struct rb_wordlist_entry {
    char word[RB_WORDLIST_LONGEST + 1];
    uint32_t classes;
};

struct rb_wordlist {
    const struct rb_wordlist_entry *entries; /* a word may stand more than once, in a row */
    uint32_t count;
    const uint16_t *slots; /* rb_slots_NAME, which the build makes from NAME.def: the place, from 1,
                              of a word's first entry; 0 where there is none */
};

/* A word's bytes, the first in the lowest of the head. */
struct rb_wordlist_key {
    uint64_t head, tail;
    uint32_t n;
};

static inline uint64_t rb_wordlist_four(const char *text)
{
    const unsigned char *s = (const unsigned char *)text;

    return (uint32_t)s[3] << 24 | (uint32_t)s[2] << 16 | (uint32_t)s[1] << 8 | (uint32_t)s[0];
}

static inline uint64_t rb_wordlist_eight(const char *text)
{
    return rb_wordlist_four(text) | rb_wordlist_four(text + 4) << 32;
}

/* Eight letters at once to lower case; bytes from 128 on stay as they are. */
static inline uint64_t rb_wordlist_lower(uint64_t letters)
{
    const uint64_t ones = 0x0101010101010101u;
    uint64_t low = letters & 0x7Fu * ones;
    uint64_t from_a = low + (0x80u - 'A') * ones, beyond_z = low + (0x7Fu - 'Z') * ones;

    return letters | ((from_a ^ beyond_z) & ~letters & 0x80u * ones) >> 2;
}

/* Reads a word's bytes in lower case; false when it is empty, or longer than any of a list. */
static inline bool rb_wordlist_read(struct rb_wordlist_key *key, struct rb_slice word)
{
    const char *s = word.ptr;
    size_t n = word.len;

    *key = (struct rb_wordlist_key){.n = (uint32_t)n};
    if (n - 1 >= RB_WORDLIST_LONGEST)
        return false;
    if (n >= 8) {
        key->head = rb_wordlist_eight(s);
        key->tail = n > 8 ? rb_wordlist_eight(s + n - 8) >> 8 * (16 - n) : 0;
    } else if (n >= 4) {
        key->head = rb_wordlist_four(s) | rb_wordlist_four(s + n - 4) << 8 * (n - 4);
    } else {
        key->head = (unsigned char)s[0] | (uint64_t)(unsigned char)s[n / 2] << 8 * (n / 2) |
                    (uint64_t)(unsigned char)s[n - 1] << 8 * (n - 1);
    }
    key->head = rb_wordlist_lower(key->head);
    key->tail = rb_wordlist_lower(key->tail);
    return true;
}

/* Whether a byte of the word is this one. */
static inline bool rb_wordlist_has(const struct rb_wordlist_key *key, unsigned char byte)
{
    const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
    uint64_t head = key->head ^ byte * ones, tail = key->tail ^ byte * ones;

    return (((head - ones) & ~head) | ((tail - ones) & ~tail)) & tops;
}

/* Whether it has bytes from 128 on. */
static inline bool rb_wordlist_is_wide(const struct rb_wordlist_key *key)
{
    return ((key->head | key->tail) & 0x8080808080808080u) != 0;
}

/* Where the search for a word begins. */
static inline uint32_t rb_wordlist_slot(const struct rb_wordlist_key *key)
{
    uint64_t mixed = key->head ^ (key->tail << 29 | key->tail >> 35);

    return (uint32_t)(mixed * 0x9E3779B97F4A7C15u >> (64 - RB_WORDLIST_BITS));
}

/* The classes of all entries of a word; 0 when it has none. */
uint32_t rb_wordlist_find(const struct rb_wordlist *, const struct rb_wordlist_key *);

#endif
