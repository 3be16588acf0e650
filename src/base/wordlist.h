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

static inline uint64_t rb_wordlist_half(const char *text)
{
    const unsigned char *s = (const unsigned char *)text;

    return (uint64_t)s[7] << 56 | (uint64_t)s[6] << 48 | (uint64_t)s[5] << 40 |
           (uint64_t)s[4] << 32 | (uint64_t)s[3] << 24 | (uint64_t)s[2] << 16 |
           (uint64_t)s[1] << 8 | (uint64_t)s[0];
}

/* Where the search for a word begins, by its two halves. */
static inline uint32_t rb_wordlist_slot(uint64_t head, uint64_t tail)
{
    uint64_t mixed = head ^ (tail << 29 | tail >> 35);

    return (uint32_t)(mixed * 0x9E3779B97F4A7C15u >> (64 - RB_WORDLIST_BITS));
}

/* The classes of all entries of a word; 0 when it has none. It is in lower case and padded with
 * NULs.
 */
uint32_t rb_wordlist_find(const struct rb_wordlist *, const char word[RB_WORDLIST_LONGEST + 1]);

#endif
