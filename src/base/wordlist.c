#include "base/wordlist.h"

/* The slot that holds the place of a word's first entry; an empty one when it has none. */
static uint32_t find_slot(const struct rb_wordlist *list, const char *word)
{
    const uint64_t head = rb_wordlist_half(word), tail = rb_wordlist_half(word + 8);
    uint32_t slot = rb_wordlist_slot(head, tail);

    for (; list->slots[slot] != 0; slot = (slot + 1) % RB_WORDLIST_SLOTS) {
        const char *have = list->entries[list->slots[slot] - 1].word;

        if (rb_wordlist_half(have) == head && rb_wordlist_half(have + 8) == tail)
            break;
    }
    return slot;
}

uint32_t rb_wordlist_find(const struct rb_wordlist *list, const char word[RB_WORDLIST_LONGEST + 1])
{
    uint32_t place = list->slots[find_slot(list, word)], classes = 0;

    if (place == 0)
        return 0;
    do
        classes |= list->entries[place - 1].classes;
    while (++place <= list->count &&
           memcmp(list->entries[place - 1].word, word, RB_WORDLIST_LONGEST) == 0);
    return classes;
}
