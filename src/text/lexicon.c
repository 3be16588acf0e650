#include "text/lexicon.h"

#include "base/ascii.h"

enum { LONGEST = 15 };

enum {
#define CLASS(name) name = RB_LEX_##name,
    CLASS(TITLE) CLASS(NAMEPFX) CLASS(DATE) CLASS(CONT) CLASS(NUMREF) CLASS(MAYEND) CLASS(ORG)
        CLASS(UNIT) CLASS(TIMEAP) CLASS(TZDAY) CLASS(EXCL) CLASS(STARTER) CLASS(FRONT)
            CLASS(NOTABBR) CLASS(PROPADJ) CLASS(GREET) CLASS(BINDER) CLASS(COMMON)
#undef CLASS
};

#define WORD(word, classes) {word, classes},
static const struct rb_lex_entry lexicon[] = {
#include "text/lexicon.def"
};
#undef WORD

/* A word as two numbers that order as its bytes do. */
struct key {
    uint64_t head, tail;
};

static uint64_t read_half(const char *text)
{
    const unsigned char *s = (const unsigned char *)text;

    return (uint64_t)s[0] << 56 | (uint64_t)s[1] << 48 | (uint64_t)s[2] << 40 |
           (uint64_t)s[3] << 32 | (uint64_t)s[4] << 24 | (uint64_t)s[5] << 16 |
           (uint64_t)s[6] << 8 | (uint64_t)s[7];
}

static void read_key(const char *word, struct key *out)
{
    out->head = read_half(word);
    out->tail = read_half(word + 8);
}

static bool is_after(const struct key *a, const struct key *b)
{
    return a->head > b->head || (a->head == b->head && a->tail > b->tail);
}

uint32_t rb_lex_find(const struct rb_lex_entry *entries, size_t count, struct rb_slice word)
{
    char key[LONGEST + 1] = {0};
    size_t n = 0, low = 0, high = count;
    struct key want;

    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];

        if (n == LONGEST)
            return 0;
        if (word.len - i >= 3 && memcmp(word.ptr + i, "\xE2\x80\x99", 3) == 0) {
            c = '\'';
            i += 2;
        }
        key[n++] = rb_to_lower(c);
    }
    read_key(key, &want);
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        struct key have;

        read_key(entries[middle].word, &have);
        if (is_after(&have, &want))
            high = middle;
        else
            low = middle;
    }
    return count > 0 && memcmp(key, entries[low].word, sizeof key) == 0 ? entries[low].classes : 0;
}

uint32_t rb_lexicon(struct rb_slice word)
{
    return rb_lex_find(lexicon, sizeof lexicon / sizeof lexicon[0], word);
}
