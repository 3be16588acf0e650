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

struct rb_number_word rb_number_word(struct rb_slice word)
{
    size_t low = 0, high = sizeof entries / sizeof entries[0];
    char lower[RB_NUMBER_LONGEST];

    if (word.len == 0 || word.len > RB_NUMBER_LONGEST)
        return (struct rb_number_word){0, RB_NUMBER_NONE};
    for (size_t i = 0; i < word.len; i++)
        lower[i] = rb_to_lower(word.ptr[i]);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct entry *e = &entries[middle];
        size_t n = word.len < e->len ? word.len : e->len;
        int order = memcmp(lower, e->word, n);

        if (order == 0)
            order = word.len < e->len ? -1 : word.len > e->len;
        if (order == 0)
            return e->number;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return (struct rb_number_word){0, RB_NUMBER_NONE};
}

struct rb_number_word rb_number_prefix(struct rb_slice text, size_t *len)
{
    size_t n = text.len < RB_NUMBER_LONGEST ? text.len : RB_NUMBER_LONGEST;

    for (; n > 0; n--) {
        struct rb_number_word number = rb_number_word(rb_slice_of(text.ptr, n));

        if (number.kind != RB_NUMBER_NONE) {
            *len = n;
            return number;
        }
    }
    *len = 0;
    return (struct rb_number_word){0, RB_NUMBER_NONE};
}
