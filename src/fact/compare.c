#include "base/ascii.h"
#include "base/utf8.h"
#include "fact/lexicon.h"

enum { MOST_WORDS = 8 };

/* The words of a name without case, stops and forms of address. */
struct name {
    struct rb_slice words[MOST_WORDS];
    size_t count;
};

static bool is_address_form(struct rb_slice word)
{
    static const char *const forms[] = {"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "madam"};

    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        size_t n = strlen(forms[i]);
        bool same = word.len == n;

        for (size_t k = 0; same && k < n; k++)
            same = rb_to_lower(word.ptr[k]) == forms[i][k];
        if (same)
            return true;
    }
    return false;
}

static struct name name_of(struct rb_slice value)
{
    struct name name = {.count = 0};
    size_t at = 0;

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
        if (word.len && !is_address_form(word))
            name.words[name.count++] = word;
    }
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

/* One name may be the other's first part, its last, or the same with a middle name more. */
static bool same_name(struct rb_slice x, struct rb_slice y)
{
    struct name a = name_of(x), b = name_of(y);

    if (a.count == 0 || b.count == 0)
        return a.count == b.count;
    if (within(&a, &b) || within(&b, &a))
        return true;
    return same_word(a.words[0], b.words[0]) &&
           same_word(a.words[a.count - 1], b.words[b.count - 1]);
}

enum rb_same rb_value_compare(enum rb_compare how, struct rb_slice a, struct rb_slice b)
{
    if (how == RB_COMPARE_NUMBER)
        return rb_phone_compare(a, b);
    if (rb_slice_is(a, "placeholder") || rb_slice_is(b, "placeholder"))
        return rb_slice_equal(a, b) ? RB_SAME_YES : RB_SAME_NO;
    if (how == RB_COMPARE_NAME)
        return same_name(a, b) ? RB_SAME_YES : RB_SAME_NO;
    return same_word(a, b) ? RB_SAME_YES : RB_SAME_NO;
}
