#include "base/ascii.h"
#include "clock/expand.h"

/* A written word: [at, stem) are its letters and digits up to the first apostrophe, [at, end) all
 * of it, with apostrophes between letters. */
struct word {
    uint32_t at, stem, end;
    bool digits, plain; /* holds a digit; holds ASCII letters and digits only */
};

static struct word read_word(const struct rb_voice *v, uint32_t at)
{
    struct word w = {.at = at, .end = at, .plain = true};

    for (;;) {
        uint32_t n = rb_look_letter(v, w.end);

        if (n == 0 && rb_is_digit(rb_look(v, w.end))) {
            n = 1;
            w.digits = true;
        }
        if (n == 0) {
            n = rb_look_apostrophe(v, w.end);
            if (n == 0 || w.end == at || rb_look_letter(v, w.end + n) == 0)
                break;
            if (w.stem == 0)
                w.stem = w.end;
        } else if (n > 1) {
            w.plain = false;
        }
        w.end += n;
    }
    if (w.stem == 0)
        w.stem = w.end;
    return w;
}

/* Letters with a dot behind each: U.S.  a.m.  e.g.  Ph.D.  The last dot is taken too. More of them
 * are none, and are not read anew from each to the last. */
enum { MOST_DOTTED = 24 };

static uint32_t dotted(struct rb_voice *v, uint32_t at)
{
    uint32_t end = at, letters = 0;

    if (rb_slice_like(rb_word_at(v, at), "ph") && rb_look(v, at + 2) == '.' &&
        rb_match_word(v, at + 3, "d")) {
        rb_voice_say(v, at, "pee aitch dee");
        return at + 4 + (rb_look(v, at + 4) == '.');
    }
    while (letters <= MOST_DOTTED && rb_is_alpha(rb_look(v, end)) && rb_look(v, end + 1) == '.') {
        end += 2;
        letters++;
    }
    if (letters == 1 && rb_is_alpha(rb_look(v, end)) && !rb_look_alnum(v, end + 1)) {
        end++; /* U.S without its last dot */
        letters++;
    }
    if (letters < 2 || letters > MOST_DOTTED || rb_look_alnum(v, end))
        return 0;
    if (rb_slice_like(rb_slice_of(v->s + at, 3), "e.g"))
        rb_voice_say(v, at, "for example");
    else if (rb_slice_like(rb_slice_of(v->s + at, 3), "i.e"))
        rb_voice_say(v, at, "that is");
    else
        rb_spell_letters(v, at, end);
    return end;
}

/* w/o  w/  b/c  n/a */
static uint32_t slashed(struct rb_voice *v, uint32_t at)
{
    for (uint32_t len = 3; len >= 2; len--) {
        struct rb_slice key = rb_slice_of(v->s + at, len);
        const struct rb_word_row *row;

        if (rb_look(v, at + 1) != '/' || !rb_look(v, at + len - 1) ||
            (len == 3 && rb_look_alnum(v, at + 3)))
            continue;
        row = rb_words_find(RB_LIST_ABBREV, key);
        if (row) {
            rb_voice_say(v, at, row->spoken);
            return at + len;
        }
    }
    return 0;
}

static bool capital_at(const struct rb_voice *v, uint32_t i)
{
    return rb_is_upper(rb_look(v, i));
}

/* Whether a capitalised word or a number stands just before: the name of a street does. */
static bool behind_name(const struct rb_voice *v, uint32_t at)
{
    struct rb_slice before = rb_word_before(v, at);

    if (before.len > 0 && rb_is_upper(before.ptr[0]))
        return true;
    return v->number_at != UINT32_MAX && rb_skip_blank(v, v->number_at) == at;
}

/* "Dr." is a drive behind a street's name, "St." a saint before a name. */
static const char *two_faced(const struct rb_voice *v, const struct word *w)
{
    struct rb_slice s = rb_slice_of(v->s + w->at, w->end - w->at);
    uint32_t next = w->end + (rb_look(v, w->end) == '.');
    bool street = capital_at(v, w->at) && behind_name(v, w->at);

    next = rb_skip_blank(v, next);
    if (rb_slice_like(s, "dr"))
        return street && !capital_at(v, next) ? "drive" : "doctor";
    if (!rb_slice_like(s, "st"))
        return NULL;
    if (street || capital_at(v, next))
        return street ? "street" : "saint";
    /* without capitals to tell: "on oak st this week", "at st judes" */
    if (capital_at(v, w->at) || rb_look_letter(v, next) == 0 ||
        rb_words_find(RB_LIST_FUNCTION, rb_word_at(v, next)))
        return "street";
    return "saint";
}

static bool abbreviation_is_meant(const struct rb_voice *v, const struct word *w, enum rb_when when)
{
    bool dot = rb_look(v, w->end) == '.';
    uint32_t next = rb_skip_blank(v, w->end + dot);

    switch (when) {
    case RB_WHEN_ANY:
        return true;
    case RB_WHEN_DOT:
        return dot;
    case RB_WHEN_CAPITAL:
        return capital_at(v, w->at) && !capital_at(v, w->at + 1);
    case RB_WHEN_DOT_NUMBER:
        return dot && next > w->end + 1 && rb_is_digit(rb_look(v, next));
    case RB_WHEN_STREET:
        break;
    }
    return capital_at(v, w->at) && !capital_at(v, w->at + 1) && behind_name(v, w->at);
}

static uint32_t abbreviation(struct rb_voice *v, const struct word *w)
{
    struct rb_slice s = rb_slice_of(v->s + w->at, w->end - w->at);
    const char *spoken = two_faced(v, w);
    uint32_t end = w->end;

    if (!spoken) {
        const struct rb_word_row *row = rb_words_find(RB_LIST_ABBREV, s);

        if (!row || !abbreviation_is_meant(v, w, (enum rb_when)row->value) ||
            (s.len < 3 && capital_at(v, w->at + 1) && !v->shout))
            return 0;
        spoken = row->spoken;
    }
    rb_voice_say(v, w->at, spoken);
    return end + (rb_look(v, end) == '.' && !rb_look_alnum(v, end + 1));
}

/* TX behind a town: Austin, TX. */
static bool state(struct rb_voice *v, const struct word *w)
{
    const struct rb_word_row *row;
    struct rb_slice town;

    if (w->end - w->at != 2 || w->at < 2 || v->s[w->at - 1] != ' ' || v->s[w->at - 2] != ',' ||
        !capital_at(v, w->at) || !capital_at(v, w->at + 1))
        return false;
    town = rb_word_before(v, w->at - 2);
    row = rb_words_find(RB_LIST_STATE, rb_slice_of(v->s + w->at, 2));
    if (!row || town.len == 0 || !rb_is_upper(town.ptr[0]))
        return false;
    rb_voice_say(v, w->at, row->spoken);
    return true;
}

/* A unit behind a number: 10 min, 5 lbs. */
static uint32_t unit(struct rb_voice *v, const struct word *w)
{
    const struct rb_word_row *row;
    struct rb_number n;
    bool one;

    if (v->number_at == UINT32_MAX || w->at > v->number_at + 3 ||
        rb_skip_blank(v, v->number_at) != w->at)
        return 0;
    if (capital_at(v, w->at + 1) && !v->shout)
        return 0; /* 9 PT: a time zone */
    row = rb_words_find(RB_LIST_UNIT, rb_slice_of(v->s + w->at, w->end - w->at));
    if (!row)
        return 0;
    one = rb_number_read(v, v->number_from, &n) && n.value == 1 && n.frac == n.end;
    rb_voice_say(v, w->at, one ? row->spoken : row->many);
    v->number_at = w->end; /* sq ft */
    return w->end + (rb_look(v, w->end) == '.');
}

/* Whether letters are spelled; "CEO's" and "VP's" take the s along. */
static bool spelled(struct rb_voice *v, const struct word *w)
{
    uint32_t behind = w->stem + rb_look_apostrophe(v, w->stem);
    bool possessive = w->end == behind + 1 && (v->s[behind] == 's' || v->s[behind] == 'S');

    if (w->stem != w->end && !possessive)
        return false;
    if (w->stem == w->at + 1 && possessive && capital_at(v, w->at))
        rb_spell_letters(v, w->at, w->stem); /* AT&T's */
    else if (w->stem == w->at + 1 || !rb_spell_run(v, w->at, w->stem))
        return false;
    if (possessive)
        rb_say_last_plural(v);
    return true;
}

/* A lone letter but "a" and "I": its name, where no word is meant. */
static bool lone_letter(struct rb_voice *v, const struct word *w)
{
    char c = rb_to_lower(v->s[w->at]);

    if (w->end != w->at + 1 || !w->plain || c == 'i' || v->s[w->at] == 'o')
        return false;
    /* "Plan A." is the letter, "A plan" is the word */
    if (c == 'a' &&
        (v->s[w->at] == 'a' || !strchr("+/.,;:!?)&-", rb_look(v, w->end)) || !rb_look(v, w->end)))
        return false;
    rb_spell_letters(v, w->at, w->end);
    return true;
}

/* F-150: capitals, a hyphen and a number are one name. */
static uint32_t letters_dash_digits(struct rb_voice *v, const struct word *w)
{
    struct rb_number n;
    uint32_t digits = w->end + 1;

    if (w->end - w->at > 5 || rb_look(v, w->end) != '-' || w->stem != w->end ||
        !rb_number_read(v, digits, &n) || n.commas || n.frac < n.end || rb_look_letter(v, n.end))
        return 0;
    for (uint32_t i = w->at; i < w->end; i++) {
        if (!rb_is_upper((unsigned char)v->s[i]))
            return 0;
    }
    rb_spell_mixed(v, w->at, w->end);
    rb_say_code(v, digits, rb_slice_of(v->s + digits, n.whole_end - digits));
    return n.whole_end;
}

static uint32_t said(struct rb_voice *v, const struct word *w)
{
    const struct rb_word_row *row =
        rb_words_find(RB_LIST_SAID, rb_slice_of(v->s + w->at, w->stem - w->at));

    if (!row)
        return 0;
    rb_voice_say(v, w->at, row->spoken);
    if (w->stem < w->end)
        rb_say_last_plural(v);
    return w->end;
}

/* Words that a list or their shape says otherwise than written; gives the end, or 0. */
static uint32_t otherwise(struct rb_voice *v, const struct word *w)
{
    uint32_t end = 0, at = w->at;

    if (rb_look(v, at + 1) == '.' || rb_look(v, at + 2) == '.')
        end = dotted(v, at);
    else if (rb_look(v, at + 1) == '/')
        end = slashed(v, at);
    if (!end && !w->digits)
        end = rb_expand_calendar(v, at);
    if (!end && w->stem == w->end)
        end = unit(v, w);
    if (!end && w->stem == w->end)
        end = abbreviation(v, w);
    if (!end)
        end = said(v, w);
    if (!end && !w->digits)
        end = letters_dash_digits(v, w);
    return end;
}

/* [Company]'s, acme.com's: it belongs to what is said for the word before. */
static bool left_over_s(struct rb_voice *v, const struct word *w)
{
    int before = rb_look_back(v, w->at);

    if (w->end != w->at + 1 || rb_to_lower(v->s[w->at]) != 's' || v->count == 0 ||
        !(before == '\'' || before == 0x99 || before == ']' || before == '}' || before == '>'))
        return false;
    rb_say_last_possessive(v);
    return true;
}

uint32_t rb_expand_word(struct rb_voice *v, uint32_t at)
{
    struct word w = read_word(v, at);

    if (left_over_s(v, &w))
        return w.end;
    if (w.plain && w.end - at <= RB_WORDLIST_LONGEST) {
        uint32_t end = otherwise(v, &w);

        if (end)
            return end;
        if (w.digits && w.stem == w.end) {
            rb_spell_mixed(v, at, w.end);
            return w.end;
        }
        if (state(v, &w) || spelled(v, &w) || lone_letter(v, &w))
            return w.end;
    }
    rb_voice_word(v, at, rb_slice_of(v->s + at, w.end - at));
    return w.end;
}
