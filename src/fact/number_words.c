#include "fact/number_words.h"

#include "base/ascii.h"
#include "base/wordlist.h"

#define NUMBER_WORD(word, kind, value) {#word, (uint32_t)(value) << 8 | RB_NUMBER_##kind},
static const struct rb_wordlist_entry entries[] = {
#include "fact/number_words.def"
};
#undef NUMBER_WORD

enum { N_ENTRIES = sizeof entries / sizeof *entries };

static const struct rb_wordlist words = {entries, N_ENTRIES, rb_slots_number_words};

static struct rb_number_word number_of(uint32_t classes)
{
    return (struct rb_number_word){(uint16_t)(classes >> 8), (uint8_t)classes};
}

struct rb_number_word rb_number_word(struct rb_slice word)
{
    struct rb_wordlist_key key;

    if (!rb_may_be_number(word) || word.len > RB_NUMBER_LONGEST || !rb_wordlist_read(&key, word))
        return (struct rb_number_word){0, RB_NUMBER_NONE};
    return number_of(rb_wordlist_find(&words, &key));
}

struct rb_number_word rb_number_prefix(struct rb_slice text, size_t *len)
{
    struct rb_number_word best = {0, RB_NUMBER_NONE};
    char lower[RB_NUMBER_LONGEST];
    size_t n = RB_NUMBER_LONGEST;

    *len = 0;
    if (text.len < n)
        n = text.len;
    for (size_t i = 0; i < n; i++)
        lower[i] = rb_to_lower(text.ptr[i]);
    for (size_t i = 0; n > 0 && i < N_ENTRIES; i++) {
        size_t have;

        if (entries[i].word[0] > lower[0])
            break;
        if (entries[i].word[0] < lower[0])
            continue;
        have = strlen(entries[i].word);
        if (have > *len && have <= n && memcmp(entries[i].word, lower, have) == 0) {
            best = number_of(entries[i].classes);
            *len = have;
        }
    }
    return best;
}
