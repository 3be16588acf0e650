#include "fact/number_words.h"

#include "base/ascii.h"

#define NUMBER_WORD(word, kind, value) {#word, sizeof #word - 1, {value, RB_NUMBER_##kind}},
static const struct entry {
    char word[RB_NUMBER_LONGEST + 1];
    uint8_t len;
    struct rb_number_word number;
} entries[] = {
#include "fact/number_words.def"
};
#undef NUMBER_WORD

enum { N_ENTRIES = sizeof entries / sizeof entries[0] };

/* The first entry with this letter, of which each has few; N_ENTRIES when none begins so. */
static size_t find_letter(char letter)
{
    size_t low = 0, high = N_ENTRIES;

    /* Most words of a draft begin like no number; the letters are those of the table. */
    if (!memchr("adefhnoqstz", letter, 11))
        return N_ENTRIES;
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (entries[middle].word[0] < letter)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void to_lower(const char *text, size_t n, char lower[RB_NUMBER_LONGEST])
{
    for (size_t i = 0; i < n; i++)
        lower[i] = rb_to_lower(text[i]);
}

struct rb_number_word rb_number_word(struct rb_slice word)
{
    char lower[RB_NUMBER_LONGEST];

    if (!rb_may_be_number(word) || word.len > RB_NUMBER_LONGEST)
        return (struct rb_number_word){0, RB_NUMBER_NONE};
    to_lower(word.ptr, word.len, lower);
    for (size_t i = find_letter(lower[0]); i < N_ENTRIES && entries[i].word[0] == lower[0]; i++)
        if (entries[i].len == word.len && memcmp(entries[i].word, lower, word.len) == 0)
            return entries[i].number;
    return (struct rb_number_word){0, RB_NUMBER_NONE};
}

struct rb_number_word rb_number_prefix(struct rb_slice text, size_t *len)
{
    struct rb_number_word best = {0, RB_NUMBER_NONE};
    char lower[RB_NUMBER_LONGEST];
    size_t n = RB_NUMBER_LONGEST;

    *len = 0;
    if (text.len < n)
        n = text.len;
    if (n == 0)
        return best;
    to_lower(text.ptr, n, lower);
    for (size_t i = find_letter(lower[0]); i < N_ENTRIES && entries[i].word[0] == lower[0]; i++) {
        if (entries[i].len > *len && entries[i].len <= n &&
            memcmp(entries[i].word, lower, entries[i].len) == 0) {
            best = entries[i].number;
            *len = entries[i].len;
        }
    }
    return best;
}
