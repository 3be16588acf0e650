/* The words of files: keys with signs; and in messages quoting, hints, lists. */
#ifndef BASE_HINT_H
#define BASE_HINT_H

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

#endif
