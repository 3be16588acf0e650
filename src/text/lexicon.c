#include "text/lexicon.h"

#include "base/ascii.h"

enum { LONGEST = 15 };

enum {
#define CLASS(name) name = RB_LEX_##name,
    CLASS(TITLE) CLASS(NAMEPFX) CLASS(DATE) CLASS(CONT) CLASS(NUMREF) CLASS(MAYEND) CLASS(ORG)
        CLASS(UNIT) CLASS(TIMEAP) CLASS(TZDAY) CLASS(EXCL) CLASS(STARTER) CLASS(FRONT)
            CLASS(NOTABBR) CLASS(PROPADJ) CLASS(GREET) CLASS(BINDER)
#undef CLASS
};

#define WORD(word, classes) {word, classes},
static const struct rb_lex_entry lexicon[] = {
#include "text/lexicon.def"
};
#undef WORD

uint32_t rb_lex_find(const struct rb_lex_entry *entries, size_t count, struct rb_slice word)
{
    char key[LONGEST + 1] = {0};
    size_t n = 0, low = 0, high = count;

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
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = memcmp(key, entries[middle].word, sizeof key);

        if (order == 0)
            return entries[middle].classes;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return 0;
}

uint32_t rb_lexicon(struct rb_slice word)
{
    return rb_lex_find(lexicon, sizeof lexicon / sizeof lexicon[0], word);
}
