#include "text/lexicon.h"

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

/* With straight apostrophes for curly ones. */
static uint32_t find_curly(const struct rb_wordlist *list, struct rb_slice word)
{
    struct rb_wordlist_key key;
    char straight[RB_WORDLIST_LONGEST];
    size_t n = 0;

    for (size_t i = 0; i < word.len; i++) {
        if (n == sizeof straight)
            return 0;
        straight[n] = word.ptr[i];
        if (word.len - i >= 3 && memcmp(word.ptr + i, "\xE2\x80\x99", 3) == 0) {
            straight[n] = '\'';
            i += 2;
        }
        n++;
    }
    return rb_wordlist_read(&key, rb_slice_of(straight, n)) ? rb_wordlist_find(list, &key) : 0;
}

uint32_t rb_lex_find(const struct rb_wordlist *list, struct rb_slice word)
{
    struct rb_wordlist_key key;
    bool short_enough = rb_wordlist_read(&key, word);

    if (short_enough && !rb_wordlist_is_wide(&key))
        return rb_wordlist_find(list, &key);
    return word.len <= RB_WORDLIST_LONGEST + 2 ? find_curly(list, word) : 0;
}

uint32_t rb_lexicon(struct rb_slice word)
{
    return rb_lex_find(&words, word);
}
