/* What follows the digits: an extension, or letters of the keypad. */
#include "base/ascii.h"
#include "fact/phone_scan.h"

/* The piece that begins at element el; n_pieces when none does. */
static uint32_t piece_at(const struct rb_phone_scan *s, uint32_t el)
{
    uint32_t low = 0, high = s->n_pieces;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (s->pieces[middle].el < el)
            low = middle + 1;
        else
            high = middle;
    }
    return low < s->n_pieces && s->pieces[low].el == el ? low : s->n_pieces;
}

static bool is_part(uint32_t gap)
{
    return !(gap & (RB_GAP_BREAK | RB_GAP_BLANK));
}

/* Skips up to `most` linking words from element i. */
static uint32_t skip_links(const struct rb_phone_scan *s, uint32_t i, uint32_t most)
{
    while (most-- > 0 && i < s->n_els && s->els[i].kind == RB_EL_WORD &&
           rb_phone_is(s, i, RB_WORD_LINK) && is_part(s->els[i].gap))
        i++;
    return i;
}

/* The element behind the word, x or # that leads to an extension; 0 when there is none. */
static uint32_t skip_label(const struct rb_phone_scan *s, uint32_t i)
{
    uint32_t at = skip_links(s, i, 3);
    const struct rb_phone_el *el;

    if (at >= s->n_els || !is_part(s->els[at].gap))
        return 0;
    el = &s->els[at];
    if (el->kind == RB_EL_SYMBOL)
        return at == i && el->n == '#' && at + 1 < s->n_els && s->els[at + 1].gap == 0 ? at + 1 : 0;
    if (el->kind != RB_EL_WORD || !rb_phone_is(s, at, RB_WORD_EXT))
        return 0;
    /* A lone x or int is also other things. */
    if (el->end - el->start < 4 && !(at + 1 < s->n_els && (s->els[at + 1].kind != RB_EL_WORD ||
                                                           rb_phone_is(s, at + 1, RB_WORD_LINK))))
        return 0;
    at = skip_links(s, at + 1, 2);
    return at < s->n_els && s->els[at].kind == RB_EL_SYMBOL && s->els[at].n == '#' ? at + 1 : at;
}

void rb_phone_extension(const struct rb_phone_scan *s, struct rb_phone_find *f)
{
    uint32_t i = f->el_end < s->n_els ? skip_label(s, f->el_end) : 0;
    uint32_t piece, n = 0;

    if (i == 0 || i >= s->n_els || !is_part(s->els[i].gap))
        return;
    if (s->els[i].kind == RB_EL_HOLE) {
        f->el_end = i + 1;
        return;
    }
    piece = piece_at(s, i);
    if (piece == s->n_pieces || s->pieces[piece].n > RB_PHONE_EXT)
        return;
    for (uint32_t k = piece; k < s->n_pieces; k++) {
        const struct rb_phone_piece *p = &s->pieces[k];
        bool goes_on = k == piece || (p->level <= RB_LEVEL_SPACE && !p->plus &&
                                      p->spoken == p[-1].spoken && (p->spoken || p->n == 1));

        if (!goes_on || n + p->n > RB_PHONE_EXT)
            break;
        memcpy(f->ext + n, s->digits + p->digits, p->n);
        n += p->n;
        f->el_end = p->el_end;
    }
    f->n_ext = n;
}

static char key_of(char letter)
{
    static const char keys[] = "22233344455566677778889999";

    return keys[rb_to_lower(letter) - 'a'];
}

/* Digits that a number with these first ones has in all; 0 when letters do not follow them. */
static uint32_t vanity_length(const char *d, uint32_t n, bool whole)
{
    if (n == 2 && memcmp(d, "13", 2) == 0)
        return 6;
    if (n == 4 && (memcmp(d, "1300", 4) == 0 || (whole && memcmp(d, "1800", 4) == 0)))
        return 10;
    if (n == 4 && d[0] == '0' && d[1] == '8')
        return 10;
    if (n == 3 && d[0] >= '2')
        return 10;
    if (n == 4 && d[0] == '1' && d[1] >= '2')
        return 11;
    return 0;
}

static bool is_toll_free(const char *d, uint32_t n)
{
    return n >= 3 && d[n - 3] == '8' &&
           (d[n - 2] == d[n - 1] || d[n - 2] == '0' || d[n - 2] == '2');
}

struct vanity {
    struct rb_phone_find *find;
    uint32_t need, letters;
    bool spaced, small; /* parted by spaces; not in capitals */
};

/* Adds one more group of letters or figures; false when the number has ended before it. */
static bool add_group(const struct rb_phone_scan *s, struct vanity *v, uint32_t i)
{
    const struct rb_phone_el *el = &s->els[i];
    struct rb_slice text = rb_phone_el_text(s, i);
    struct rb_phone_find *f = v->find;
    bool tight = !(el->gap & ~(uint32_t)(RB_GAP_DASH | RB_GAP_DOT));
    bool spaced =
        !(el->gap & ~(uint32_t)(RB_GAP_SPACE | RB_GAP_FRONT | RB_GAP_BACK | RB_GAP_CLOSE));
    uint32_t letters = 0, small = 0;

    if (el->kind > RB_EL_WORD || rb_phone_is(s, i, RB_WORD_EXT) || (!tight && !spaced))
        return false;
    if (f->n >= v->need && (!tight || v->letters == 0))
        return false;
    if (text.len > 11 || f->n + text.len > v->need + 4u || f->n + text.len > sizeof f->digits)
        return false;
    for (size_t k = 0; k < text.len; k++) {
        if (!rb_is_alnum(text.ptr[k]))
            return false;
        letters += rb_is_alpha(text.ptr[k]);
        small += rb_is_lower(text.ptr[k]);
    }
    for (size_t k = 0; k < text.len; k++)
        f->digits[f->n++] = rb_is_digit(text.ptr[k]) ? text.ptr[k] : key_of(text.ptr[k]);
    v->letters += letters;
    v->spaced = v->spaced || (!tight && letters > 0);
    v->small = v->small || (small > 0 && (!tight || el->kind == RB_EL_SPOKEN));
    return true;
}

/* Letters behind the first digits, from element i. */
static bool read_letters(const struct rb_phone_scan *s, uint32_t from, uint32_t i, struct vanity *v)
{
    struct rb_phone_find *f = v->find;
    struct rb_phone_context c;
    uint32_t prefix = f->n;
    bool exact, free, led;

    while (i < s->n_els && add_group(s, v, i))
        i++;
    if (f->n < v->need || v->letters < 3)
        return false;
    f->el_end = i;
    c = rb_phone_around(s, s->pieces[from].el, i);
    if (c.left || c.right || c.denied || c.label)
        return false;
    exact = f->n == v->need || (f->n == 11 && prefix == 4 && memcmp(f->digits, "1800", 4) == 0);
    free = is_toll_free(f->digits, prefix);
    led = c.direct || c.at;
    if (v->small)
        return exact && led && free && f->digits[0] == '1';
    if (free && (f->digits[0] == '1' || led))
        return exact || !v->spaced;
    /* Other prefixes are those of parts and grades, too. */
    return exact &&
           (led || (!v->spaced && (v->need == 11 || rb_phone_near(s, &c, s->pieces[from].el, i))));
}

bool rb_phone_vanity(const struct rb_phone_scan *s, uint32_t from, struct rb_phone_find *find)
{
    char prefix[8];
    uint32_t n = 0;

    if (s->pieces[from].level == RB_LEVEL_TIGHT)
        return false;
    for (uint32_t k = from; k < s->n_pieces; k++) {
        const struct rb_phone_piece *p = &s->pieces[k];
        struct vanity v = {.find = find};

        if ((k > from && (p->level > RB_LEVEL_SPACE || p->plus)) || n + p->n > 4)
            return false;
        memcpy(prefix + n, s->digits + p->digits, p->n);
        n += p->n;
        v.need = vanity_length(prefix, n, k == from);
        if (v.need == 0)
            continue;
        *find = (struct rb_phone_find){.from = from, .to = k + 1, .n = n};
        memcpy(find->digits, prefix, n);
        if (read_letters(s, from, p->el_end, &v))
            return true;
        if (n == 3 && memcmp(prefix, "555", 3) == 0) {
            *find = (struct rb_phone_find){.from = from, .to = k + 1, .n = n};
            memcpy(find->digits, prefix, n);
            v = (struct vanity){.find = find, .need = 7};
            if (read_letters(s, from, p->el_end, &v) && find->n == 7)
                return true;
        }
    }
    return false;
}
