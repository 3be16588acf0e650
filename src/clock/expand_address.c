#include "base/ascii.h"
#include "clock/expand.h"

/* Endings that are said as words; others of two letters, and these without a vowel, are spelled. */
static bool ending_is_word(struct rb_slice label)
{
    static const char *const WORDS[] = {"co", "me", "so", "to", "no", "go"};

    if (RB_IS_ONE_OF(label, WORDS))
        return true;
    return label.len > 2 && !rb_slice_like(label, "edu");
}

static bool has_vowel(struct rb_slice s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (strchr("aeiouyAEIOUY", s.ptr[i]) || (unsigned char)s.ptr[i] >= 0x80)
            return true;
    }
    return false;
}

/* Words in names are run together and still said apart; in so many letters there is one more. */
enum { JOINED_FROM = 8, JOINED_LETTERS = 6, JOINED_MOST = 8 };

static void say_joined(struct rb_voice *v, uint32_t at, struct rb_slice label)
{
    size_t joined = label.len < JOINED_FROM ? 0 : 1 + (label.len - JOINED_FROM) / JOINED_LETTERS;

    rb_voice_word(v, at, label);
    if (v->count > 0)
        v->items[v->count - 1].joined = (uint8_t)(joined < JOINED_MOST ? joined : JOINED_MOST);
}

/* A run of letters. */
static void say_label(struct rb_voice *v, uint32_t at, uint32_t end, bool ending)
{
    struct rb_slice label = rb_slice_of(v->s + at, end - at);

    if (rb_slice_like(label, "www"))
        rb_voice_say(v, at, "double-you double-you double-you");
    else if (label.len == 1 || (label.len <= 4 && !has_vowel(label)) ||
             (ending && !ending_is_word(label)))
        rb_spell_letters(v, at, end);
    else
        say_joined(v, at, label);
}

static const char *mark_name(int c)
{
    switch (c) {
    case '@':
        return "at";
    case '.':
        return "dot";
    case '/':
        return "slash";
    case '-':
        return "dash";
    case '_':
        return "underscore";
    case '+':
        return "plus";
    case '?':
    case '=':
    case '&':
    case '#':
        return "and";
    default:
        return NULL;
    }
}

/* What stands before the name and is not said: https:// and mailto: */
static uint32_t skip_scheme(const struct rb_voice *v, uint32_t at, uint32_t end)
{
    static const char *const SCHEMES[] = {"https", "http", "ftp", "mailto"};

    for (size_t i = 0; i < sizeof SCHEMES / sizeof *SCHEMES; i++) {
        uint32_t stop = rb_match_word(v, at, SCHEMES[i]);

        if (stop && stop < end && v->s[stop] == ':') {
            stop++;
            while (stop < end && v->s[stop] == '/')
                stop++;
            return stop;
        }
    }
    return at;
}

void rb_expand_address(struct rb_voice *v, uint32_t at, uint32_t end)
{
    bool path = false, dot = false, host = true;

    at = skip_scheme(v, at, end);
    while (end > at && (v->s[end - 1] == '/' || v->s[end - 1] == '.'))
        end--;
    if (end > at && memchr(v->s + at, '@', end - at))
        host = false; /* not yet: "j.li@" has no ending */
    while (at < end) {
        int c = (unsigned char)v->s[at];
        uint32_t stop = at + 1;

        if (rb_is_digit(c)) {
            rb_say_digits(v, at, rb_slice_of(v->s + at, 1), "oh");
        } else if (rb_is_alpha(c) || c >= 0x80) {
            while (stop < end &&
                   (rb_is_alpha((unsigned char)v->s[stop]) || (unsigned char)v->s[stop] >= 0x80))
                stop++;
            say_label(v, at, stop, dot && host && !path);
        } else if (mark_name(c)) {
            rb_voice_say(v, at, mark_name(c));
            path = path || c == '/' || c == '?' || c == '#';
            host = host || c == '@';
        }
        dot = c == '.';
        at = stop;
    }
}
