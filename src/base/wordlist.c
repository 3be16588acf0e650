#include "base/wordlist.h"

static bool is_at(const struct rb_wordlist *list, uint32_t place, const char *word)
{
    const char *have = list->entries[place].word;

    return rb_wordlist_half(have) == rb_wordlist_half(word) &&
           rb_wordlist_half(have + 8) == rb_wordlist_half(word + 8);
}

uint32_t rb_wordlist_place(const struct rb_wordlist *list, const char word[RB_WORDLIST_LONGEST + 1])
{
    const uint32_t last = (1u << RB_WORDLIST_MOST_BITS) - 1;

    for (uint32_t slot = rb_wordlist_slot(word, RB_WORDLIST_MOST_BITS); list->slots[slot] != 0;
         slot = (slot + 1) & last)
        if (is_at(list, list->slots[slot] - 1u, word))
            return list->slots[slot] - 1u;
    return list->count;
}

uint32_t rb_wordlist_find(const struct rb_wordlist *list, const char word[RB_WORDLIST_LONGEST + 1])
{
    uint32_t classes = 0;

    for (uint32_t i = rb_wordlist_place(list, word); i < list->count && is_at(list, i, word); i++)
        classes |= list->entries[i].classes;
    return classes;
}
