#include "fact/number_words.h"

#include "base/ascii.h"
#include "base/wordlist.h"

#define LETTER(letter)
#define NUMBER_WORD(word, kind, value) {#word, sizeof #word - 1, {value, RB_NUMBER_##kind}},
static const struct entry {
    char word[RB_NUMBER_LONGEST + 1];
    uint8_t len;
    struct rb_number_word number;
} entries[] = {
#include "fact/number_words.def"
};
#undef NUMBER_WORD
#undef LETTER

enum {
#define NUMBER_WORD(word, kind, value) RB_WORDLIST_WORD
#define LETTER(letter) RB_WORDLIST_LETTER(letter)
#include "fact/number_words.def"
#undef NUMBER_WORD
#undef LETTER
    RB_WORDLIST_COUNT
};
static const uint16_t letters[] = RB_WORDLIST_FIRSTS;

static void to_lower(const char *text, size_t n, char lower[RB_NUMBER_LONGEST])
{
    for (size_t i = 0; i < n; i++)
        lower[i] = rb_to_lower(text[i]);
}

struct rb_number_word rb_number_word(struct rb_slice word)
{
    char lower[RB_NUMBER_LONGEST];
    const uint16_t *first;

    if (!rb_may_be_number(word) || word.len > RB_NUMBER_LONGEST || !rb_is_alpha(*word.ptr))
        return (struct rb_number_word){0, RB_NUMBER_NONE};
    to_lower(word.ptr, word.len, lower);
    first = &letters[lower[0] - 'a'];
    for (size_t i = first[0]; i < first[1]; i++)
        if (entries[i].len == word.len && entries[i].word[word.len - 1] == lower[word.len - 1] &&
            memcmp(entries[i].word, lower, word.len) == 0)
            return entries[i].number;
    return (struct rb_number_word){0, RB_NUMBER_NONE};
}

struct rb_number_word rb_number_prefix(struct rb_slice text, size_t *len)
{
    struct rb_number_word best = {0, RB_NUMBER_NONE};
    char lower[RB_NUMBER_LONGEST];
    size_t n = RB_NUMBER_LONGEST;
    const uint16_t *first;

    *len = 0;
    if (text.len < n)
        n = text.len;
    if (n == 0 || !rb_is_alpha(*text.ptr))
        return best;
    to_lower(text.ptr, n, lower);
    first = &letters[lower[0] - 'a'];
    for (size_t i = first[0]; i < first[1]; i++) {
        if (entries[i].len > *len && entries[i].len <= n &&
            memcmp(entries[i].word, lower, entries[i].len) == 0) {
            best = entries[i].number;
            *len = entries[i].len;
        }
    }
    return best;
}
