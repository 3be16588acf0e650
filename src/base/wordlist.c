#include "base/wordlist.h"

#include "base/ascii.h"

/* A word as two numbers that order as its bytes do. */
struct key {
    uint64_t head, tail;
};

static inline uint64_t read_half(const char *text)
{
    const unsigned char *s = (const unsigned char *)text;

    return (uint64_t)s[0] << 56 | (uint64_t)s[1] << 48 | (uint64_t)s[2] << 40 |
           (uint64_t)s[3] << 32 | (uint64_t)s[4] << 24 | (uint64_t)s[5] << 16 |
           (uint64_t)s[6] << 8 | (uint64_t)s[7];
}

static inline struct key read_key(const char *word)
{
    return (struct key){read_half(word), read_half(word + 8)};
}

uint32_t rb_wordlist_find(const struct rb_wordlist *list, const char word[RB_WORDLIST_LONGEST + 1])
{
    const struct rb_wordlist_entry *entries = list->entries;
    const struct key want = read_key(word);
    uint32_t first = 0, at, count = list->count, classes = 0;

    if (list->firsts) {
        if (!rb_is_lower(*word))
            return 0;
        first = list->firsts[*word - 'a'];
        count = list->firsts[*word - 'a' + 1] - first;
    }
    at = first;
    /* the last entry that does not stand behind the word; no branch that could be foretold wrong */
    for (uint32_t half; count > 1; count -= half) {
        struct key have;
        uint32_t is_before;

        half = count / 2;
        have = read_key(entries[at + half].word);
        is_before = (uint32_t)(have.tail <= want.tail);
        is_before &= (uint32_t)(have.head == want.head);
        is_before |= (uint32_t)(have.head < want.head);
        at += half * is_before;
    }
    for (at += count; at > first; at--) { /* count is 1, or 0 */
        struct key have = read_key(entries[at - 1].word);

        if (have.head != want.head || have.tail != want.tail)
            break;
        classes |= entries[at - 1].classes;
    }
    return classes;
}
