/* Numbers in words, and in words and figures mixed. */
#include "base/ascii.h"
#include "fact/phone_scan.h"

enum {
    MOST_BREATHS = 8,
    MOST_PIECES = 64 /* looked at in one go: far more than a number said twice has */
};

/* Digits between pauses. */
struct breaths {
    uint32_t n[MOST_BREATHS];
    uint32_t count, dots;
    bool stop; /* full stops inside */
};

static struct breaths read_breaths(const struct rb_phone_scan *s, uint32_t from, uint32_t to)
{
    struct breaths b = {.count = 1};

    for (uint32_t i = from; i < to && b.count <= MOST_BREATHS; i++) {
        const struct rb_phone_piece *p = &s->pieces[i];

        if (i > from && p->level >= RB_LEVEL_PAUSE) {
            uint32_t gap = s->els[p->el].gap;

            b.count++;
            b.stop = b.stop || p->level == RB_LEVEL_STOP;
            b.dots += (gap & RB_GAP_DOTWORD) != 0;
        }
        if (b.count <= MOST_BREATHS)
            b.n[b.count - 1] += p->n;
    }
    return b;
}

/* Are the first n breaths of these lengths? */
static bool is_grouped(const struct breaths *b, const char *lens, uint32_t n)
{
    for (uint32_t i = 0; i < n && i < MOST_BREATHS; i++)
        if (i >= b->count || b->n[i] != (uint32_t)(lens[i] - '0'))
            return false;
    return true;
}

static bool is_zero_word(const struct rb_phone_scan *s, uint32_t piece)
{
    const struct rb_phone_piece *p = &s->pieces[piece];

    return p->spoken && p->n == 1 && s->digits[p->digits] == '0' &&
           rb_to_lower(rb_phone_el_text(s, p->el).ptr[0]) == 'o';
}

/* Is there a whole number in figures from piece i on ("at five 617-555-0142"), and none that what
 * is said before it belongs to ("one 800-555-0142", "zero 161 …")? */
static bool is_whole(const struct rb_phone_scan *s, uint32_t from, uint32_t i, uint32_t end)
{
    struct rb_phone_find find;
    uint32_t figures = i;

    if (s->pieces[i].spoken || !s->pieces[i - 1].spoken || s->pieces[from].plus ||
        (i == from + 1 && s->pieces[from].n == 1 && s->digits[s->pieces[from].digits] <= '1'))
        return false;
    while (figures < end && !s->pieces[figures].spoken)
        figures++;
    return rb_phone_count(s, i, figures) >= 10 &&
           rb_phone_written(s, i, i, figures, RB_GRADE_BARE, &find) &&
           rb_phone_count(s, find.from, find.to) >= 10;
}

/* Where the run surely ends: before a sign, before a whole number in figures, behind a thousand, at
 * a full stop that no dictated number has. */
static uint32_t cut(const struct rb_phone_scan *s, uint32_t from, uint32_t end)
{
    uint32_t breath = s->pieces[from].n;
    bool long_breath = false;

    if (end - from > MOST_PIECES)
        end = from + MOST_PIECES;
    for (uint32_t i = from + 1; i < end; i++) {
        const struct rb_phone_piece *p = &s->pieces[i];

        if (p->plus || (!p->spoken && p->n >= 7) || p[-1].thousand || is_whole(s, from, i, end))
            return i;
        if (p->level >= RB_LEVEL_PAUSE)
            breath = 0;
        breath += p->n;
        long_breath = long_breath || breath >= 7;
        if (p->level == RB_LEVEL_STOP) {
            uint32_t ahead = p->n;

            for (uint32_t k = i + 1; k < end && p[k - i].level < RB_LEVEL_STOP && ahead < 7; k++)
                ahead += p[k - i].n;
            if (long_breath || ahead >= 7 || rb_phone_count(s, from, i) >= 7)
                return i;
        }
    }
    return end;
}

/* The same digits said twice over without a word between: the end of the first time. */
static uint32_t find_repeat(const struct rb_phone_scan *s, uint32_t from, uint32_t end)
{
    const char *digits = s->digits + s->pieces[from].digits;
    uint32_t total = rb_phone_count(s, from, end);

    for (uint32_t i = from + 1; i < end; i++) {
        uint32_t n = rb_phone_count(s, from, i);

        if (n > 15)
            break;
        if (n >= 7 && total >= 2 * n && memcmp(digits, digits + n, n) == 0)
            return i;
    }
    return 0;
}

/* The lengths that numbers have, by their first digit. */
static bool is_usual(const char *digits, uint32_t n)
{
    if (*digits == '0')
        return n == 10 || n == 11;
    if (*digits == '1')
        return n == 11 || (n == 10 && (digits[1] == '3' || digits[1] == '8'));
    return n == 7 || n == 10;
}

/* The same number said twice over, with up to three digits misspoken. */
static uint32_t find_misspoken(const struct rb_phone_scan *s, uint32_t from, uint32_t end)
{
    const char *digits = s->digits + s->pieces[from].digits;
    uint32_t half = rb_phone_count(s, from, end) / 2, wrong = 0;

    if (half * 2 != rb_phone_count(s, from, end) || !is_usual(digits, half))
        return 0;
    for (uint32_t i = 0; i < half; i++)
        wrong += digits[i] != digits[half + i];
    for (uint32_t i = from + 1; wrong <= 3 && i < end; i++)
        if (rb_phone_count(s, from, i) == half)
            return i;
    return 0;
}

/* Too long for one number: the last pause that leaves a usual length. */
static uint32_t find_pause(const struct rb_phone_scan *s, uint32_t from, uint32_t end)
{
    uint32_t found = 0;

    for (uint32_t i = from + 1; i < end; i++) {
        uint32_t n = rb_phone_count(s, from, i);

        if (n > 15)
            break;
        if (s->pieces[i].level >= RB_LEVEL_PAUSE &&
            (n == 10 || n == 11 || (s->pieces[from].plus && n >= 10)))
            found = i;
    }
    return found;
}

/* "… nine to five": element el joins two numbers. */
static bool is_range(const struct rb_phone_scan *s, uint32_t el)
{
    return rb_phone_is(s, el, RB_WORD_TO) && el + 1 < s->n_els &&
           s->els[el + 1].kind <= RB_EL_SPOKEN && !(s->els[el + 1].gap & RB_GAP_COMMA);
}

/* Takes off what is said behind the number: a quantity ("… two minutes"), an interjection ("…,
 * oh and"). */
static uint32_t trim(const struct rb_phone_scan *s, uint32_t from, uint32_t end)
{
    uint32_t el = s->pieces[end - 1].el_end;
    const struct rb_phone_el *next = el < s->n_els ? &s->els[el] : NULL;
    const uint32_t marks = RB_GAP_COMMA | RB_GAP_DOT | RB_GAP_BREAK | RB_GAP_COLON | RB_GAP_DOTS;

    if (!next || next->gap & marks)
        return end;
    if (rb_phone_is(s, el, RB_WORD_UNIT) || is_range(s, el)) {
        uint32_t least = rb_phone_is(s, el, RB_WORD_UNIT) ? 1 : 0;

        for (uint32_t i = least; i <= 3 && end - i > from; i++)
            if (is_usual(s->digits + s->pieces[from].digits, rb_phone_count(s, from, end - i)))
                return end - i;
        return end - least;
    }
    if (end - from > 7 && is_zero_word(s, end - 1) && s->pieces[end - 1].level >= RB_LEVEL_PAUSE &&
        next->kind == RB_EL_WORD && !rb_phone_is(s, el, RB_WORD_EXT))
        return end - 1;
    return end;
}

/* One, two, three …: somebody counts. */
static bool is_counting(const char *digits, uint32_t n)
{
    for (uint32_t i = 1; i < n; i++)
        if (digits[i] != digits[i - 1] + 1)
            return false;
    return n < 10;
}

/* Two oh two five, two oh two six. */
static bool is_years(const struct breaths *b, const char *digits)
{
    for (uint32_t i = 0; i < b->count && i < MOST_BREATHS; i++, digits += 4)
        if (b->n[i] != 4 || (memcmp(digits, "20", 2) != 0 && memcmp(digits, "19", 2) != 0))
            return false;
    return b->count > 1;
}

static bool is_led(const struct rb_phone_scan *s, const struct rb_phone_find *f,
                   const struct rb_phone_context *c)
{
    const struct rb_phone_piece *first = &s->pieces[f->from];

    return c->direct || (c->prep && rb_phone_near(s, c, first->el - first->plus, f->el_end));
}

static bool accepts(const struct rb_phone_scan *s, const struct rb_phone_find *f)
{
    const struct rb_phone_piece *first = &s->pieces[f->from];
    uint32_t total = rb_phone_count(s, f->from, f->to), singles = 0;
    struct rb_phone_context c = rb_phone_around(s, first->el - first->plus, f->el_end);
    struct breaths b = read_breaths(s, f->from, f->to);
    const char *digits = s->digits + first->digits;

    for (uint32_t i = f->from; i < f->to; i++)
        singles += s->pieces[i].spoken ? s->pieces[i].singles : s->pieces[i].n;
    if (c.denied || (c.label && (!c.loose || total < 10)))
        return false;
    if (b.dots > 0 && (b.dots != 2 || !is_grouped(&b, "334", 3) || b.count != 3))
        return false;
    if (total == 6)
        return memcmp(digits, "13", 2) == 0 && is_led(s, f, &c);
    if (total < 7 || total > 15 || (first->plus && total < 8))
        return false;
    if (b.stop && total != 10 && total != 11)
        return false;
    if (!c.direct && (is_counting(digits, total) || is_years(&b, digits)))
        return false;
    if (is_grouped(&b, "324", 3) && b.count == 3 && !c.direct)
        return false;
    return singles >= 4 || first->plus || is_led(s, f, &c);
}

bool rb_phone_spoken(const struct rb_phone_scan *s, uint32_t first, uint32_t from, uint32_t end,
                     struct rb_phone_find *find)
{
    struct breaths b;
    uint32_t total, full = cut(s, from, end), to = full;

    if (from != first && !s->pieces[from].plus && s->pieces[from].level < RB_LEVEL_PAUSE)
        return false;
    total = rb_phone_count(s, from, to);
    if (is_zero_word(s, from) && to - from > 1 && s->pieces[from + 1].level >= RB_LEVEL_PAUSE &&
        total % 11 == 0 && s->digits[s->pieces[from + 1].digits] >= '2')
        from++;
    to = trim(s, from, to);
    total = rb_phone_count(s, from, to);
    if (total < 6)
        return false;
    if (total >= 14) {
        uint32_t repeat = find_repeat(s, from, to);

        if (!repeat)
            repeat = find_misspoken(s, from, to);
        if (repeat)
            to = repeat;
        else if (total > 15)
            to = find_pause(s, from, to);
    }
    *find = (struct rb_phone_find){.from = from, .to = to, .extra = full};
    if (to == 0)
        return false;
    find->el_end = s->pieces[to - 1].el_end;
    b = read_breaths(s, from, to);
    if (b.count == 4 && is_grouped(&b, "334", 3))
        find->tail = b.n[3];
    else if (b.count == 5 && is_grouped(&b, "1334", 4))
        find->tail = b.n[4];
    if (!accepts(s, find))
        return false;
    rb_phone_extension(s, find);
    return true;
}
