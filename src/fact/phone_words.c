/* Words and marks around telephone numbers. */
#include "base/ascii.h"
#include "base/wordlist.h"
#include "fact/phone_scan.h"

#define PHONE_WORD(word, class) {#word, RB_WORD_##class},
static const struct rb_wordlist_entry entries[] = {
#include "fact/phone.def"
};
#undef PHONE_WORD

static const struct rb_wordlist words = {entries, sizeof entries / sizeof *entries, rb_slots_phone};

/* It's, p.m and the number’s are found without their marks. */
static uint32_t find_marked(struct rb_slice word)
{
    struct rb_wordlist_key key;
    char plain[RB_WORDLIST_LONGEST];
    size_t n = 0;
    bool apostrophe = false;
    uint32_t classes;

    for (size_t i = 0; i < word.len; i++) {
        unsigned char c = (unsigned char)word.ptr[i];

        apostrophe = apostrophe || c == '\'' || c >= 0x80;
        if (c == '\'' || c == '.' || c >= 0x80)
            continue;
        if (n == sizeof plain)
            return 0;
        plain[n++] = word.ptr[i];
    }
    if (!rb_wordlist_read(&key, rb_slice_of(plain, n)))
        return 0;
    classes = rb_wordlist_find(&words, &key);
    if (classes != 0 || !apostrophe || n < 2 || rb_to_lower(plain[n - 1]) != 's')
        return classes;
    /* the claim's 4471 … */
    (void)rb_wordlist_read(&key, rb_slice_of(plain, n - 1));
    return rb_wordlist_find(&words, &key);
}

uint32_t rb_phone_word(struct rb_slice word)
{
    struct rb_wordlist_key key;

    if (!rb_wordlist_read(&key, word) || rb_wordlist_is_wide(&key) || rb_wordlist_has(&key, '.') ||
        rb_wordlist_has(&key, '\''))
        return find_marked(word);
    return rb_wordlist_find(&words, &key);
}

uint32_t rb_phone_mark(uint32_t cp, bool once)
{
    switch (cp) {
    case '.':
    case 0xFF0E:
    case 0xB7:
    case 0x2024:
    case 0x2027:
        return once ? RB_GAP_DOT : RB_GAP_DOTS;
    case 0x2026:
        return RB_GAP_DOTS;
    case ',':
    case 0xFF0C:
    case 0x3001:
        return RB_GAP_COMMA;
    case '/':
    case 0xFF0F:
    case 0x2044:
        return RB_GAP_SLASH;
    case '(':
    case '[':
    case 0xFF08:
        return once ? RB_GAP_OPEN : RB_GAP_BREAK;
    case ')':
    case ']':
    case 0xFF09:
        return once ? RB_GAP_CLOSE : RB_GAP_BREAK;
    case ':':
    case ';':
        return RB_GAP_COLON;
    case '-':
        return once ? RB_GAP_DASH : RB_GAP_DASH | RB_GAP_WIDE;
    case '~':
    case 0xFF5E:
        return RB_GAP_TILDE;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
    case 0xFF0D:
    case 0xFE58:
    case 0xFE63:
    case 0x30FC:
        return RB_GAP_DASH;
    case 0x2014:
    case 0x2015:
        return RB_GAP_DASH | RB_GAP_WIDE;
    default:
        return RB_GAP_BREAK;
    }
}

bool rb_phone_is(const struct rb_phone_scan *s, uint32_t el, uint32_t classes)
{
    struct rb_phone_el *e = &s->els[el];

    if (e->words & RB_WORD_UNREAD)
        e->words = rb_phone_word(rb_phone_el_text(s, el));
    return (e->words & classes) != 0;
}
