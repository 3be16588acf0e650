/* Words of rule files in messages: quoting, hints, lists, and what a name may look like. */
#ifndef RULE_WORDS_H
#define RULE_WORDS_H

#include "base/slice.h"

/* How much of a file's text a message quotes, for %.*s. */
int rb_quoted(struct rb_slice);

/* A hint for a misspelt word: `: did you mean "x"?`, or "". The text lives in the buffer. */
struct rb_hint {
    char text[256];
};
const char *rb_hint(struct rb_hint *, struct rb_slice word, const struct rb_slice *words, size_t n);
/* As rb_hint; but where nothing is near, all that there is: `: there are x, y, z`. */
const char *rb_hint_or_all(struct rb_hint *, struct rb_slice word, const struct rb_slice *words,
                           size_t n);

/* The words with commas between them behind an introduction, as many as there is room for; "" for
 * no words. */
void rb_join_words(char *out, size_t size, const char *intro, const struct rb_slice *words,
                   size_t n);

/* A list of words with blanks between them, as the tables have it: is a word one of them, and the
 * words, at most `most`. */
bool rb_is_listed(const char *list, struct rb_slice word);
size_t rb_list_words(const char *list, struct rb_slice *out, size_t most);

/* A key without the + or - behind it; *suffix gets the sign, or 0. */
struct rb_slice rb_key_stem(struct rb_slice key, char *suffix);

enum rb_names {
    RB_NAMES_0,
    RB_NAMES_SET_NAMES,  /* weekday, Day */
    RB_NAMES_FACT_NAMES, /* phone_number: facts, values, groups */
    RB_NAMES_RULE_NAMES, /* number-twice: rules, styles, reminders */
    RB_NAMES_WORD_NAMES,
    RB_NAMES_ANY_NAMES
};
/* NULL: the name is well formed; else what a well-formed one is. */
const char *rb_name_fault(enum rb_names names, struct rb_slice s);

#endif
