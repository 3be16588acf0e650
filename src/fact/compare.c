#include "base/ascii.h"
#include "base/utf8.h"
#include "fact/compiled.h"

enum { MOST_WORDS = 8, LONGEST_TITLE = 24 };

/* The words of a name without case, stops and titles; of titles only, as in Mrs. Dean, the last. */
struct name {
    struct rb_slice words[MOST_WORDS];
    size_t count;
};

static bool is_title(const struct rb_lexicon *lex, struct rb_slice word)
{
    char lower[LONGEST_TITLE];
    uint32_t id;

    if (word.len > sizeof lower)
        return false;
    for (size_t i = 0; i < word.len; i++)
        lower[i] = (char)rb_to_lower(word.ptr[i]);
    id = rb_glossary_find(&lex->vocab, rb_slice_of(lower, word.len));
    return id && rb_word_in(lex, id, lex->person_title);
}

static struct name name_of(const struct rb_lexicon *lex, struct rb_slice value)
{
    struct name name = {.count = 0};
    struct rb_slice last = {0};
    size_t at = 0, titles = 0;

    while (at < value.len && name.count < MOST_WORDS) {
        size_t start;
        struct rb_slice word;

        while (at < value.len && (value.ptr[at] == ' ' || value.ptr[at] == '.' ||
                                  value.ptr[at] == ',' || value.ptr[at] == '-'))
            at++;
        start = at;
        while (at < value.len && value.ptr[at] != ' ' && value.ptr[at] != '.' &&
               value.ptr[at] != ',' && value.ptr[at] != '-')
            at++;
        word = rb_slice_of(value.ptr + start, at - start);
        if (word.len && is_title(lex, word)) {
            last = word;
            titles++;
        } else if (word.len) {
            name.words[name.count++] = word;
        }
    }
    if (!name.count && titles > 1)
        name.words[name.count++] = last;
    return name;
}

static bool same_word(struct rb_slice a, struct rb_slice b)
{
    size_t i = 0, k = 0;

    while (i < a.len && k < b.len) {
        uint32_t x = 0xFFFD, y = 0xFFFD;
        size_t n = rb_utf8_decode(a.ptr + i, a.len - i, &x);
        size_t m = rb_utf8_decode(b.ptr + k, b.len - k, &y);

        if (rb_utf8_to_lower(x) != rb_utf8_to_lower(y))
            return false;
        i += n ? n : 1;
        k += m ? m : 1;
    }
    return i == a.len && k == b.len;
}

/* Is every word of a also one of b? */
static bool within(const struct name *a, const struct name *b)
{
    for (size_t i = 0; i < a->count; i++) {
        bool found = false;

        for (size_t k = 0; k < b->count && !found; k++)
            found = same_word(a->words[i], b->words[k]);
        if (!found)
            return false;
    }
    return a->count > 0;
}

static const struct nick {
    const char *small, *full;
} nicks[] = {
#define NICK(small, full) {#small, #full},
#include "fact/nicknames.def"
#undef NICK
};

/* Whether one is what the other is called: Bob is Robert. */
static bool is_nick(struct rb_slice a, struct rb_slice b)
{
    for (size_t i = 0; i < sizeof nicks / sizeof nicks[0]; i++) {
        struct rb_slice small = rb_slice_str(nicks[i].small), full = rb_slice_str(nicks[i].full);

        if ((same_word(a, small) && same_word(b, full)) ||
            (same_word(b, small) && same_word(a, full)))
            return true;
    }
    return false;
}

static bool is_small(struct rb_slice word)
{
    for (size_t i = 0; i < word.len; i++)
        if (rb_is_upper(word.ptr[i]))
            return false;
    return word.len > 0;
}

/* One name may be the other's first part, its last, or the same with a middle name more. Without
 * capitals a name runs on into what is behind it: there the first word tells. */
static bool same_name(const struct rb_lexicon *lex, struct rb_slice x, struct rb_slice y)
{
    struct name a = name_of(lex, x), b = name_of(lex, y);

    if (a.count == 0 || b.count == 0)
        return a.count == b.count;
    if (within(&a, &b) || within(&b, &a))
        return true;
    if (same_word(a.words[0], b.words[0]))
        return same_word(a.words[a.count - 1], b.words[b.count - 1]) ||
               (is_small(a.words[0]) && is_small(b.words[0]));
    return is_nick(a.words[0], b.words[0]) &&
           (a.count == 1 || b.count == 1 || same_word(a.words[a.count - 1], b.words[b.count - 1]));
}

enum rb_same rb_value_compare(const struct rb_lexicon *lex, enum rb_compare how, struct rb_slice a,
                              struct rb_slice b)
{
    if (how == RB_COMPARE_NUMBER)
        return rb_phone_compare(a, b);
    if (rb_slice_is(a, "placeholder") || rb_slice_is(b, "placeholder"))
        return rb_slice_equal(a, b) ? RB_SAME_YES : RB_SAME_NO;
    if (how == RB_COMPARE_NAME)
        return same_name(lex, a, b) ? RB_SAME_YES : RB_SAME_NO;
    return same_word(a, b) ? RB_SAME_YES : RB_SAME_NO;
}
