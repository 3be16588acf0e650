/* Elements to pieces: figures as they stand, number words by the grammar of spoken numbers. */
#include "fact/phone_scan.h"

uint8_t rb_phone_level(uint32_t gap, bool spoken)
{
    const uint32_t spaced = RB_GAP_FRONT | RB_GAP_BACK;

    if (gap & (RB_GAP_BLANK | RB_GAP_BREAK | RB_GAP_COLON))
        return RB_LEVEL_NONE;
    if (gap & RB_GAP_DOT && gap & RB_GAP_BACK)
        return RB_LEVEL_STOP;
    if (gap & (RB_GAP_DOTS | RB_GAP_FILL | RB_GAP_DOTWORD))
        return RB_LEVEL_PAUSE;
    /* 1,200 is one quantity, "five,five" is not. */
    if (gap & RB_GAP_COMMA)
        return (gap & RB_GAP_SPACE) || spoken ? RB_LEVEL_PAUSE : RB_LEVEL_NONE;
    if (gap & (RB_GAP_DASH | RB_GAP_SLASH) && (gap & spaced) == spaced)
        return RB_LEVEL_WIDE;
    if (gap & RB_GAP_WIDE)
        return RB_LEVEL_WIDE;
    if (gap & RB_GAP_LINE)
        return (gap & (RB_GAP_DASH | RB_GAP_SLASH | RB_GAP_DOT)) ? RB_LEVEL_WIDE : RB_LEVEL_SPACE;
    return (gap & RB_GAP_SPACE) ? RB_LEVEL_SPACE : RB_LEVEL_TIGHT;
}

struct reader {
    struct rb_phone_scan *scan;
    uint32_t n_digits;
};

static const struct rb_phone_el *el_at(const struct reader *r, uint32_t i)
{
    return i < r->scan->n_els ? &r->scan->els[i] : NULL;
}

/* The number word at element i when nothing but a space, a hyphen or an uh stands before it. */
static struct rb_number_word word_at(const struct reader *r, uint32_t i, bool pause)
{
    const struct rb_phone_el *el = el_at(r, i);
    const uint32_t close = RB_GAP_SPACE | RB_GAP_FRONT | RB_GAP_BACK | RB_GAP_DASH | RB_GAP_LINE |
                           RB_GAP_WIDE | RB_GAP_FILL;

    if (!el || el->kind != RB_EL_SPOKEN || (!pause && el->gap & ~close) ||
        rb_phone_level(el->gap, true) > RB_LEVEL_PAUSE)
        return (struct rb_number_word){0, RB_NUMBER_NONE};
    return el->number;
}

static void put(struct reader *r, struct rb_phone_piece *p, uint32_t value, uint32_t digits)
{
    static const uint32_t tens[] = {1, 10, 100, 1000, 10000, 100000};

    for (uint32_t i = digits; i > 0; i--) {
        r->scan->digits[r->n_digits++] = (char)('0' + value / tens[i - 1] % 10);
        p->n++;
    }
}

static void read_figures(struct reader *r, struct rb_phone_piece *p, uint32_t i)
{
    const char *text = r->scan->text->source.text.ptr;
    const struct rb_phone_el *el = &r->scan->els[i];

    p->el_end = i + 1;
    for (uint32_t at = el->start; at < el->end && p->n < RB_PIECE_LONG; at++) {
        unsigned char c = (unsigned char)text[at];

        if (c >= '0' && c <= '9')
            put(r, p, c - (uint32_t)'0', 1);
        else if (c == 0xEF && at + 2 < el->end && (unsigned char)text[at + 1] == 0xBC &&
                 (unsigned char)text[at + 2] >= 0x90)
            put(r, p, (unsigned char)text[at + 2] - 0x90u, 1); /* full width: EF BC 90 … 99 */
    }
}

/* Double seven, treble 5. */
static bool read_times(struct reader *r, struct rb_phone_piece *p, uint32_t i)
{
    uint32_t times = r->scan->els[i].number.value;
    const struct rb_phone_el *el = el_at(r, i + 1);
    struct rb_number_word digit = word_at(r, i + 1, true);
    uint32_t value = digit.value;

    if (digit.kind != RB_NUMBER_DIGIT) {
        if (!el || el->kind != RB_EL_FIGURES || el->n != 1 ||
            rb_phone_level(el->gap, true) > RB_LEVEL_PAUSE)
            return false;
        value = (unsigned char)r->scan->text->source.text.ptr[el->end - 1] & 15u;
    }
    for (uint32_t k = 0; k < times; k++)
        put(r, p, value, 1);
    p->el_end = i + 2;
    p->singles = (uint8_t)times;
    return true;
}

/* What may follow "five hundred": fifty five, and five. */
static uint32_t read_below_hundred(const struct reader *r, uint32_t i, uint32_t *value)
{
    const struct rb_phone_el *el = el_at(r, i);
    bool joined = el && el->kind == RB_EL_WORD && rb_phone_is(r->scan, i, RB_WORD_AND);
    struct rb_number_word word, unit;

    if (joined)
        i++;
    word = word_at(r, i, false);
    unit = word_at(r, i + 1, false);
    *value = word.value;
    if (word.kind == RB_NUMBER_TEEN || (joined && word.kind == RB_NUMBER_DIGIT && word.value > 0))
        return i + 1;
    if (word.kind != RB_NUMBER_TENS)
        return 0;
    if (unit.kind != RB_NUMBER_DIGIT || unit.value == 0)
        return i + 1;
    *value += unit.value;
    return i + 2;
}

/* Hundred and thousand behind a number below a hundred: eight hundred, nineteen hundred, four
 * thousand. */
static void read_scale(struct reader *r, struct rb_phone_piece *p, uint32_t value)
{
    struct rb_number_word scale = word_at(r, p->el_end, false);
    uint32_t rest = 0, end;

    if (scale.kind == RB_NUMBER_THOUSAND && value > 0) {
        put(r, p, 0, 3);
        p->el_end++;
        p->thousand = true;
    } else if (scale.kind == RB_NUMBER_HUNDRED && value > 0) {
        p->el_end++;
        end = value < 10 ? read_below_hundred(r, p->el_end, &rest) : 0;
        if (end) {
            put(r, p, rest, 2);
            p->el_end = end;
            p->tens = p->tens || rest > 9;
        } else {
            put(r, p, 0, 2);
        }
        if (word_at(r, p->el_end, false).kind == RB_NUMBER_THOUSAND) {
            p->thousand = true;
            p->el_end++;
            put(r, p, 0, 3);
        }
    }
}

/* Does a digit here make a whole number of what was said right before it, which is none yet? */
static bool completes(const struct reader *r, uint32_t i)
{
    const struct rb_phone_scan *s = r->scan;
    uint32_t n = s->n_pieces, first = n, next = i, digits = 0;

    while (first > 0 && digits < 12 && s->pieces[first - 1].el_end == next) {
        digits += s->pieces[--first].n;
        next = s->pieces[first].level == RB_LEVEL_NONE ? UINT32_MAX : s->pieces[first].el;
    }
    if (first == n)
        return false;
    switch (s->digits[s->pieces[first].digits]) {
    case '0':
        return digits == 9 || digits == 10;
    case '1':
        return digits == 10;
    default:
        return digits == 6 || digits == 9;
    }
}

/* "One" that counts something is no digit: one more thing, one of them. But the last digit of a
 * number may be followed by anything: "… oh one nine one call me". */
static bool is_article(const struct reader *r, uint32_t i)
{
    const struct rb_phone_el *next = el_at(r, i + 1);

    return r->scan->els[i].number.value == 1 && next && rb_phone_is(r->scan, i + 1, RB_WORD_MORE) &&
           next->kind == RB_EL_WORD && !(next->gap & (RB_GAP_COMMA | RB_GAP_DOT | RB_GAP_BREAK)) &&
           !completes(r, i);
}

/* OH 45402: Ohio. */
static bool is_state(const struct reader *r, uint32_t i)
{
    const struct rb_phone_el *next = el_at(r, i + 1);
    struct rb_slice text = rb_phone_el_text(r->scan, i);

    return rb_slice_is(text, "OH") && next && next->kind == RB_EL_FIGURES && next->n == 5;
}

static bool read_spoken(struct reader *r, struct rb_phone_piece *p, uint32_t i)
{
    struct rb_number_word word = r->scan->els[i].number, unit;
    uint32_t value = word.value;

    p->spoken = true;
    p->el_end = i + 1;
    switch (word.kind) {
    case RB_NUMBER_TIMES:
        return read_times(r, p, i);
    case RB_NUMBER_DIGIT:
        if (is_article(r, i) || is_state(r, i))
            return false;
        put(r, p, value, 1);
        p->singles = 1;
        break;
    case RB_NUMBER_TEEN:
        put(r, p, value, 2);
        p->tens = true;
        break;
    case RB_NUMBER_TENS:
        unit = word_at(r, i + 1, false);
        if (unit.kind == RB_NUMBER_DIGIT && unit.value > 0 && !is_article(r, i + 1)) {
            value += unit.value;
            p->el_end++;
        }
        put(r, p, value, 2);
        p->tens = true;
        break;
    default:
        return false;
    }
    read_scale(r, p, value);
    /* Eighteen hundred, thirteen hundred: said as one says a toll-free prefix. */
    if (word.kind == RB_NUMBER_TEEN && p->n == 4)
        p->tens = false;
    return true;
}

/* A plus sign that begins a number, and is no sum: not tight behind figures or a bracket. */
static bool is_sign(const struct reader *r, uint32_t i)
{
    const struct rb_phone_el *el = &r->scan->els[i];

    if (el->gap & RB_GAP_CLOSE && !(el->gap & RB_GAP_SPACE))
        return false;
    return i == 0 || el->gap != 0 || el[-1].kind != RB_EL_FIGURES;
}

/* Room for all pieces and their digits: a number word stands for three at most, the digit behind
 * "quadruple" aside. */
static bool make_room(struct rb_phone_scan *s)
{
    size_t digits = RB_PIECE_LONG;

    for (uint32_t k = 0; k < s->n_starts; k++) {
        const struct rb_phone_el *el = &s->els[s->starts[k]];

        digits += el->kind == RB_EL_FIGURES && el->n > 4 ? el->n : 4;
    }
    if (digits > s->digits_cap) {
        s->digits_cap = digits > 2 * s->digits_cap ? digits : 2 * s->digits_cap;
        s->digits = rb_arena_alloc(s->arena, s->digits_cap);
    }
    if (s->n_starts > s->pieces_cap) {
        s->pieces_cap = s->n_starts > 2 * s->pieces_cap ? s->n_starts : 2 * s->pieces_cap;
        s->pieces = rb_arena_array(s->arena, s->pieces_cap, sizeof *s->pieces);
    }
    return !rb_arena_failed(s->arena);
}

bool rb_phone_pieces(struct rb_phone_scan *s)
{
    struct reader r = {.scan = s};
    uint32_t behind = UINT32_MAX; /* the element behind the last piece */

    if (!make_room(s))
        return false;
    s->n_pieces = 0;
    for (uint32_t k = 0; k < s->n_starts; k++) {
        uint32_t i = s->starts[k];
        const struct rb_phone_el *el = &s->els[i];
        struct rb_phone_piece *p = &s->pieces[s->n_pieces];
        uint8_t level;

        if (el->kind > RB_EL_SPOKEN || (behind != UINT32_MAX && i < behind))
            continue;
        *p = (struct rb_phone_piece){.el = i, .digits = r.n_digits, .level = RB_LEVEL_NONE};
        if (el->kind == RB_EL_FIGURES)
            read_figures(&r, p, i);
        else if (!read_spoken(&r, p, i))
            continue;
        level = rb_phone_level(el->gap, p->spoken);
        p->plus =
            level <= RB_LEVEL_SPACE && i > 0 && el[-1].kind == RB_EL_PLUS && is_sign(&r, i - 1);
        if (behind == i)
            p->level = level;
        behind = p->el_end;
        s->n_pieces++;
    }
    return true;
}
