/* Lists of words with classes, kept as data: LETTER(x) lines tell where the words with x begin, so
 * that a search looks at few of them. */
#ifndef BASE_WORDLIST_H
#define BASE_WORDLIST_H

#include "base/slice.h"

enum { RB_WORDLIST_LONGEST = 15 };

/* Sorted by bytes, lower case, padded with NULs; a word may stand more than once. */
struct rb_wordlist_entry {
    char word[RB_WORDLIST_LONGEST + 1];
    uint32_t classes;
};

struct rb_wordlist {
    const struct rb_wordlist_entry *entries;
    uint32_t count;
    const uint16_t *firsts; /* 27: where the words of each letter begin, and the count; or NULL */
};

/* The places of the words of each letter, counted by an enum that is made from the list's own
 * lines: a word gives RB_WORDLIST_WORD, LETTER(x) gives RB_WORDLIST_LETTER(x), and behind the list
 * stands RB_WORDLIST_COUNT. RB_WORDLIST_FIRSTS is then the value of an array. */
#define RB_WORDLIST_WORD RB_WORDLIST_NAME(AT, __LINE__),
#define RB_WORDLIST_NAME(name, id) RB_WORDLIST_PASTE(name, id)
#define RB_WORDLIST_PASTE(name, id) name##_##id
#define RB_WORDLIST_LETTER(letter) FIRST_##letter, BEFORE_##letter = FIRST_##letter - 1,
#define RB_WORDLIST_FIRSTS                                                                         \
    {                                                                                              \
        FIRST_a, FIRST_b, FIRST_c, FIRST_d, FIRST_e, FIRST_f, FIRST_g, FIRST_h, FIRST_i, FIRST_j,  \
            FIRST_k, FIRST_l, FIRST_m, FIRST_n, FIRST_o, FIRST_p, FIRST_q, FIRST_r, FIRST_s,       \
            FIRST_t, FIRST_u, FIRST_v, FIRST_w, FIRST_x, FIRST_y, FIRST_z, RB_WORDLIST_COUNT       \
    }

/* The classes of all entries of a word, which is lower case and padded with NULs; 0: there is none.
 */
uint32_t rb_wordlist_find(const struct rb_wordlist *, const char word[RB_WORDLIST_LONGEST + 1]);

#endif
