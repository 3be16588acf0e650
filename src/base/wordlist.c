#include "base/wordlist.h"

static inline bool is_word(const struct rb_wordlist_entry *entry, const struct rb_wordlist_key *key)
{
    return rb_wordlist_eight(entry->word) == key->head &&
           rb_wordlist_eight(entry->word + 8) == key->tail;
}

uint32_t rb_wordlist_find(const struct rb_wordlist *list, const struct rb_wordlist_key *key)
{
    uint32_t slot = rb_wordlist_slot(key), place, classes = 0;

    while ((place = list->slots[slot]) != 0 && !is_word(&list->entries[place - 1], key))
        slot = (slot + 1) % RB_WORDLIST_SLOTS;
    while (place != 0 && place <= list->count && is_word(&list->entries[place - 1], key))
        classes |= list->entries[place++ - 1].classes;
    return classes;
}
