#include "base/hint.h"

#include <stdio.h>

#include "base/error.h"

int rb_quoted(struct rb_slice s)
{
    size_t n = s.len;

    if (n > 60) {
        n = 60;
        while (n > 0 && ((unsigned char)s.ptr[n] & 0xC0u) == 0x80u)
            n--;
    }
    return (int)n;
}

const char *rb_hint(struct rb_hint *hint, struct rb_slice word, const struct rb_slice *words,
                    size_t n)
{
    int nearest = rb_nearest(word, words, n);

    hint->text[0] = '\0';
    if (nearest >= 0)
        (void)snprintf(hint->text, sizeof hint->text, ": did you mean \"%.*s\"?",
                       rb_quoted(words[nearest]), words[nearest].ptr);
    return hint->text;
}

void rb_join_words(char *out, size_t size, const char *intro, const struct rb_slice *words,
                   size_t n)
{
    size_t len = 0;

    for (size_t i = 0; i < n; i++) {
        struct rb_slice before = rb_slice_str(i ? ", " : intro);

        if (len + before.len + words[i].len >= size)
            break;
        memcpy(out + len, before.ptr, before.len);
        memcpy(out + len + before.len, words[i].ptr, words[i].len);
        len += before.len + words[i].len;
    }
    out[len] = '\0';
}

const char *rb_hint_or_all(struct rb_hint *hint, struct rb_slice word, const struct rb_slice *words,
                           size_t n)
{
    if (*rb_hint(hint, word, words, n) == '\0')
        rb_join_words(hint->text, sizeof hint->text, n == 1 ? ": there is " : ": there are ", words,
                      n);
    return hint->text;
}

bool rb_is_listed(const char *list, struct rb_slice word)
{
    while (*list) {
        size_t n = strcspn(list, " ");

        if (word.len == n && memcmp(word.ptr, list, n) == 0)
            return true;
        list += n;
        list += strspn(list, " ");
    }
    return false;
}

size_t rb_list_words(const char *list, struct rb_slice *out, size_t most)
{
    size_t n = 0;

    while (*list && n < most) {
        size_t len = strcspn(list, " ");

        out[n++] = rb_slice_of(list, len);
        list += len;
        list += strspn(list, " ");
    }
    return n;
}

struct rb_slice rb_key_stem(struct rb_slice key, char *suffix)
{
    char last = key.len > 1 ? key.ptr[key.len - 1] : '\0';

    *suffix = last == '+' || last == '-' ? last : '\0';
    if (*suffix)
        key.len--;
    return key;
}
