#include "base/ascii.h"
#include "clock/expand.h"

struct letter {
    const char *name, *many;
};

static const struct letter LETTERS[26] = {
#define LETTER(name, many) {name, many},
#include "clock/letter.def"
};

/* A lone letter's name; several of it when it has a plural s. */
static void say_letter(struct rb_voice *v, uint32_t pos, char letter, bool many)
{
    const struct letter *row = &LETTERS[rb_to_lower(letter) - 'a'];

    rb_voice_say(v, pos, many ? row->many : row->name);
}

void rb_spell_letters(struct rb_voice *v, uint32_t at, uint32_t end)
{
    for (uint32_t i = at; i < end; i++) {
        if (rb_is_alpha((unsigned char)v->s[i]))
            say_letter(v, i, v->s[i], false);
    }
}

static bool is_vowel(char c)
{
    c = rb_to_lower(c);
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

struct run {
    uint32_t capitals, smalls, vowels, others;
};

static struct run look_at_run(const char *s, size_t len)
{
    struct run r = {0, 0, 0, 0};

    for (size_t i = 0; i < len; i++) {
        if (rb_is_upper((unsigned char)s[i]))
            r.capitals++;
        else if (rb_is_lower((unsigned char)s[i]))
            r.smalls++;
        else
            r.others++;
        r.vowels += is_vowel(s[i]);
    }
    return r;
}

/* Small letters are spelled when nobody could say them (crm, pdf), or when they are listed. */
static bool smalls_spelled(struct rb_slice word, const struct run *r)
{
    static const char *const SOUNDS[] = {"hm",  "hmm", "mm",  "mmm", "sh", "shh", "psst", "brr",
                                         "nth", "tsk", "pst", "th",  "st", "nd",  "rd",   "ll"};
    const struct rb_word_row *row;

    if (r->vowels > 0) {
        row = rb_words_find(RB_LIST_INITIALISM, word);
        return row && row->value;
    }
    if (word.len > 4)
        return false;
    for (size_t i = 0; i < sizeof SOUNDS / sizeof *SOUNDS; i++) {
        if (rb_slice_is(word, SOUNDS[i]))
            return false;
    }
    return true;
}

/* Capitals are spelled up to three letters, and beyond when nobody could say them or when they are
 * listed; in a sentence that is all capitals, only the latter. */
static bool capitals_spelled(const struct rb_voice *v, uint32_t at, uint32_t end,
                             const struct run *r)
{
    struct rb_slice word = rb_slice_of(v->s + at, end - at);
    const struct rb_word_row *function = rb_words_find(RB_LIST_FUNCTION, word);

    if (r->vowels == 0)
        return word.len <= 6;
    if (rb_words_find(RB_LIST_INITIALISM, word))
        return true;
    if (word.len <= 3 && (rb_look_back(v, at) == '&' || rb_look(v, end) == '&'))
        return true; /* AT&T */
    if (v->shout || word.len > 3 || rb_words_find(RB_LIST_CAPITALS, word))
        return false;
    /* IT, US and AM are not the words of these letters */
    return !function || rb_slice_is(word, "IT") || rb_slice_is(word, "US") ||
           rb_slice_is(word, "AM");
}

/* Whether a last s is for several of what the letters stand for: VPs, KPIs, pdfs, ceos. */
static bool is_plural(struct rb_slice word, const struct run *r)
{
    struct rb_slice stem = rb_slice_of(word.ptr, word.len - 1);
    const struct rb_word_row *row;

    if (word.ptr[word.len - 1] != 's' || word.len < 3)
        return false;
    if (r->smalls == 1)
        return true;
    if (r->capitals > 0)
        return false;
    row = rb_words_find(RB_LIST_INITIALISM, stem);
    return (r->vowels == 0 && word.len > 3) || (row && row->value);
}

bool rb_spell_run(struct rb_voice *v, uint32_t at, uint32_t end)
{
    struct rb_slice word = rb_slice_of(v->s + at, end - at);
    struct run r = look_at_run(word.ptr, word.len);
    bool many;

    if (r.others > 0 || word.len < 2)
        return false;
    many = is_plural(word, &r);
    if (many) {
        word.len--;
        end--;
        r = look_at_run(word.ptr, word.len);
    }
    if (r.capitals == word.len ? !capitals_spelled(v, at, end, &r)
                               : r.smalls != word.len || !smalls_spelled(word, &r))
        return false;
    for (size_t i = 0; i < word.len; i++)
        say_letter(v, at + (uint32_t)i, word.ptr[i], many && i + 1 == word.len);
    return true;
}

/* Runs of letters and of digits in turn. Capitals up to three are spelled (B2B), digits are a code
 * (X200: two hundred), the rest stays a word (Vantix360). */
void rb_spell_mixed(struct rb_voice *v, uint32_t at, uint32_t end)
{
    while (at < end) {
        uint32_t stop = at;
        bool digits = rb_is_digit((unsigned char)v->s[at]);
        struct rb_slice part;
        struct run r;

        while (stop < end && digits == rb_is_digit((unsigned char)v->s[stop]))
            stop++;
        part = rb_slice_of(v->s + at, stop - at);
        r = look_at_run(part.ptr, part.len);
        if (digits)
            rb_say_code(v, at, part);
        else if (r.others == 0 &&
                 (part.len == 1 || (r.capitals == part.len && part.len <= 3 && !v->shout)))
            rb_spell_letters(v, at, stop);
        else if (!rb_spell_run(v, at, stop))
            rb_voice_word(v, at, part);
        at = stop;
    }
}
