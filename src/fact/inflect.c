#include "base/ascii.h"
#include "fact/builder.h"

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* stem + ending, into the definition */
static void form(struct rb_builder *b, uint32_t def, struct rb_slice stem, const char *ending)
{
    size_t n = strlen(ending);
    char *p = rb_arena_alloc(&b->scratch, stem.len + n + 1);

    if (!p)
        return;
    memcpy(p, stem.ptr, stem.len);
    memcpy(p + stem.len, ending, n);
    rb_build_word(b, def, rb_slice_of(p, stem.len + n));
}

/* run, stop, ship: one short vowel between consonants doubles the last letter. Longer words are
 * given both spellings, which costs nothing: a spelling that is no word is never met. */
static bool may_double(struct rb_slice w)
{
    char last, middle;

    if (w.len < 3)
        return false;
    last = w.ptr[w.len - 1];
    middle = w.ptr[w.len - 2];
    return rb_is_alpha(last) && !is_vowel(last) && last != 'w' && last != 'x' && last != 'y' &&
           is_vowel(middle) && !is_vowel(w.ptr[w.len - 3]);
}

static bool hisses(struct rb_slice w)
{
    char last = w.ptr[w.len - 1], middle = w.len > 1 ? w.ptr[w.len - 2] : ' ';

    return last == 's' || last == 'x' || last == 'z' || last == 'o' ||
           (last == 'h' && (middle == 'c' || middle == 's'));
}

static void regular(struct rb_builder *b, uint32_t def, struct rb_slice w)
{
    struct rb_slice stem = rb_slice_of(w.ptr, w.len - 1);
    char last = w.ptr[w.len - 1];

    if (last == 'y' && w.len > 1 && !is_vowel(w.ptr[w.len - 2])) {
        form(b, def, stem, "ies");
        form(b, def, stem, "ied");
        form(b, def, w, "ing");
        return;
    }
    form(b, def, w, "s");
    if (hisses(w))
        form(b, def, w, "es");
    if (last == 'e') {
        form(b, def, w, "d");
        form(b, def, stem, "ing");
        if (w.len > 2 && w.ptr[w.len - 2] == 'e')
            form(b, def, w, "ing");
        return;
    }
    form(b, def, w, "ed");
    form(b, def, w, "ing");
    if (may_double(w)) {
        char doubled[2] = {last, 0};
        struct rb_slice twice;
        char *p = rb_arena_alloc(&b->scratch, w.len + 2);

        if (!p)
            return;
        memcpy(p, w.ptr, w.len);
        memcpy(p + w.len, doubled, 1);
        twice = rb_slice_of(p, w.len + 1);
        form(b, def, twice, "ed");
        form(b, def, twice, "ing");
    }
}

void rb_build_inflected(struct rb_builder *b, uint32_t def, struct rb_slice word)
{
    const struct rb_making *lex = b->lex;
    uint32_t number = rb_vocab_add(&b->lex->vocab, word);
    uint32_t index = number < b->cap_irregular_of ? b->irregular_of[number] : 0;

    rb_build_word(b, def, word);
    if (!index) {
        if (word.len)
            regular(b, def, word);
        return;
    }
    for (uint32_t i = 0; i < lex->irregular[index - 1].n_forms; i++)
        rb_build_word(
            b, def,
            rb_string_of(&lex->below, lex->text, lex->forms[lex->irregular[index - 1].form + i]));
}
