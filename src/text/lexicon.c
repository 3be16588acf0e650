#include "text/lexicon.h"

#include "base/ascii.h"

enum {
#define CLASS(name) name = RB_LEX_##name,
    CLASS(TITLE) CLASS(NAMEPFX) CLASS(DATE) CLASS(CONT) CLASS(NUMREF) CLASS(MAYEND) CLASS(ORG)
        CLASS(UNIT) CLASS(TIMEAP) CLASS(TZDAY) CLASS(EXCL) CLASS(STARTER) CLASS(FRONT)
            CLASS(NOTABBR) CLASS(PROPADJ) CLASS(GREET) CLASS(BINDER) CLASS(COMMON)
#undef CLASS
};

#define WORD(word, classes) {word, classes},
static const struct rb_wordlist_entry entries[] = {
#include "text/lexicon.def"
};
#undef WORD

static const struct rb_wordlist words = {entries, sizeof entries / sizeof *entries,
                                         rb_slots_lexicon};

/* In one case, straight apostrophes for curly ones; false when it is longer than any word known. */
static bool read_key(struct rb_slice word, char key[RB_WORDLIST_LONGEST + 1])
{
    size_t n = 0;

    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];

        if (n == RB_WORDLIST_LONGEST)
            return false;
        if (c == '\xE2' && word.len - i >= 3 && memcmp(word.ptr + i, "\xE2\x80\x99", 3) == 0) {
            c = '\'';
            i += 2;
        }
        key[n++] = rb_to_lower(c);
    }
    return true;
}

uint32_t rb_lex_find(const struct rb_wordlist *list, struct rb_slice word)
{
    char key[RB_WORDLIST_LONGEST + 1] = {0};

    return word.len > 0 && read_key(word, key) ? rb_wordlist_find(list, key) : 0;
}

uint32_t rb_lexicon(struct rb_slice word)
{
    return rb_lex_find(&words, word);
}
