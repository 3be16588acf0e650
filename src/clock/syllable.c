#include "clock/syllable.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* A word longer than this is no word; it is counted piece by piece. */
enum { PIECE = 96 };

/* The letters of a piece in small ASCII; part[i] is set where a capital follows a small letter. */
struct piece {
    char at[PIECE + 2]; /* NULs behind the last letter, so that looking ahead is safe */
    bool part[PIECE + 2];
    uint32_t len;
};

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/* The plain letter of U+00C0 to U+017F; letters of other scripts count as a consonant and a vowel
 * in turn. */
static char plain_letter(uint32_t cp, uint32_t i)
{
    static const char LATIN[] = "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
                                "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
                                "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    if (cp < 0x80)
        return rb_to_lower((char)cp);
    if (cp >= 0xC0 && cp < 0x180) /* an e with an accent is heard, as at the end of café */
        return LATIN[cp - 0xC0] == 'e' ? 'a' : LATIN[cp - 0xC0];
    return i % 2 ? 'a' : 't';
}

/* The same of a word of small ASCII letters, which most are. False: it is another. */
static bool take_small(struct rb_slice word, struct piece *p)
{
    if (word.len > PIECE)
        return false;
    for (size_t i = 0; i < word.len; i++) {
        if (!rb_is_lower(word.ptr[i]))
            return false;
        p->at[i] = word.ptr[i];
    }
    memset(p->at + word.len, 0, 2);
    memset(p->part, 0, word.len + 1);
    p->len = (uint32_t)word.len;
    return true;
}

/* Takes letters until the piece is full; gives the bytes read. */
static size_t take_piece(struct rb_slice word, struct piece *p)
{
    size_t at = 0;
    bool small = false;

    memset(p, 0, sizeof *p);
    while (at < word.len && p->len < PIECE) {
        uint32_t cp = 0;
        size_t n = rb_utf8_decode(word.ptr + at, word.len - at, &cp);
        bool upper = n > 0 && rb_utf8_is_upper(cp);

        if (n == 0) {
            at++;
            continue;
        }
        at += n;
        if (cp == '-') {
            p->part[p->len] = p->len > 0;
            small = false;
        } else if (rb_utf8_is_letter(cp) || (cp < 0x80 && rb_is_alpha((int)cp))) {
            p->part[p->len] = p->part[p->len] || (small && upper);
            p->at[p->len] = plain_letter(cp, p->len);
            p->len++;
            small = !upper;
        }
    }
    p->part[p->len] = false;
    return at;
}

/* Whether the part [from, to) ends in an e that is not heard: e, -es or -ed behind a consonant. */
static bool silent_end(const struct piece *p, uint32_t from, uint32_t to)
{
    const char *s = p->at + from;
    uint32_t n = to - from;
    char last, before;

    if (n < 3)
        return false;
    last = s[n - 1];
    if (last == 'e') {
        before = s[n - 2];
        if (before == 'l' && !is_vowel(s[n - 3]))
            return false; /* table */
        return !is_vowel(before);
    }
    if (s[n - 2] != 'e' || (last != 's' && last != 'd') || is_vowel(s[n - 3]))
        return false;
    before = s[n - 3];
    if (before == 'l' && n > 3 && !is_vowel(s[n - 4]) && s[n - 4] != 'l' && s[n - 4] != 'r')
        return false; /* tables, handled; but called, whirled */
    if (last == 'd')
        return before != 't' && before != 'd';
    if (before == 'h' && n > 3)
        return s[n - 4] != 'c' && s[n - 4] != 's';
    return before != 's' && before != 'x' && before != 'z' && before != 'c' && before != 'g';
}

static uint32_t count_syllables(const struct piece *p)
{
    uint32_t total = 0, groups = 0, from = 0;

    for (uint32_t i = 0; i < p->len; i++) {
        bool fresh = i == from || !is_vowel(p->at[i - 1]);

        groups += is_vowel(p->at[i]) && fresh;
        if (i + 1 == p->len || p->part[i + 1]) {
            if (groups > 1 && silent_end(p, from, i + 1))
                groups--;
            total += groups > 0 ? groups : 1;
            groups = 0;
            from = i + 1;
        }
    }
    return total;
}

/* Letters behind i that belong to its sound, and whether it is heard at all. */
static uint32_t sound_length(const struct piece *p, uint32_t i, bool *heard)
{
    const char *s = p->at + i;
    char before = i > 0 ? s[-1] : '\0';

    *heard = true;
    if (s[0] == 't' && s[1] == 'c' && s[2] == 'h')
        return 3;
    if (s[0] == 'g' && s[1] == 'h') {
        *heard = !(before == 'i' || (before == 'u' && i > 1 && (s[-2] == 'a' || s[-2] == 'o')));
        return 2;
    }
    if (s[1] == 'h' && (s[0] == 't' || s[0] == 's' || s[0] == 'c' || s[0] == 'p' || s[0] == 'w'))
        return 2;
    if ((s[0] == 'd' && s[1] == 'g') || (s[0] == 'c' && s[1] == 'k'))
        return 2;
    if (s[0] == 'n' && s[1] == 'g' && !is_vowel(s[2]))
        return 2;
    if (i == 0 && ((s[0] == 'k' && s[1] == 'n') || (s[0] == 'w' && s[1] == 'r')))
        return 2;
    if (s[0] == 'm' && s[1] == 'b' && i + 2 == p->len)
        return 2;
    return s[1] == s[0] ? 2 : 1;
}

static uint32_t count_consonants(const struct piece *p)
{
    uint32_t total = 0;

    for (uint32_t i = 0; i < p->len;) {
        bool heard;

        if (is_vowel(p->at[i])) {
            total += p->at[i] == 'y' && i == 0;
            i++;
        } else {
            char c = p->at[i];

            i += sound_length(p, i, &heard);
            total += heard ? (c == 'x' ? 2 : 1) : 0;
        }
    }
    return total;
}

struct rb_sounds rb_sounds_of(struct rb_slice word)
{
    struct rb_sounds total = {0, 0};
    struct piece p;

    while (word.len > 0) {
        size_t n = take_small(word, &p) ? word.len : take_piece(word, &p);

        total.syllables += count_syllables(&p);
        total.consonants += count_consonants(&p);
        word = rb_slice_of(word.ptr + n, word.len - n);
    }
    if (total.syllables == 0)
        total.syllables = 1;
    return total;
}
