/* What is said around figures: which kind of number they are. */
#include "fact/phone_scan.h"

enum { WORDS_BEFORE = 8, WORDS_NEAR = 24, WORDS_BEHIND = 7 };

/* The element before el in the same sentence; UINT32_MAX when there is none. */
static uint32_t before(const struct rb_phone_scan *s, uint32_t el)
{
    if (el == 0 || s->els[el].gap & RB_GAP_BLANK || s->els[el].opens)
        return UINT32_MAX;
    return el - 1;
}

static uint32_t behind(const struct rb_phone_scan *s, uint32_t el)
{
    if (el + 1 >= s->n_els || s->els[el + 1].gap & RB_GAP_BLANK || s->els[el + 1].opens)
        return UINT32_MAX;
    return el + 1;
}

/* A code is a label, an area code is none. */
static bool is_area_code(const struct rb_phone_scan *s, uint32_t el)
{
    uint32_t prior = before(s, el);

    return prior != UINT32_MAX && rb_phone_is(s, prior, RB_WORD_AREA);
}

/* Walks back over the words that join a label and its number, to the word that decides. */
static void look_left(const struct rb_phone_scan *s, uint32_t el, struct rb_phone_context *c)
{
    bool number = false, is = false, comma = false;
    uint32_t at = el;

    for (uint32_t steps = 0; steps < WORDS_BEFORE; steps++) {
        uint32_t gap = s->els[at].gap;

        comma = comma || gap & (RB_GAP_COMMA | RB_GAP_DOT | RB_GAP_BREAK);
        at = before(s, at);
        if (at == UINT32_MAX || s->els[at].kind == RB_EL_FIGURES || s->els[at].kind == RB_EL_SPOKEN)
            break;
        if (s->els[at].kind == RB_EL_SYMBOL) {
            number = number || s->els[at].n == '#';
        } else if (rb_phone_is(s, at, RB_WORD_LABEL)) {
            c->direct = is_area_code(s, at);
            c->label = !c->direct;
            c->loose = comma && !number;
            return;
        } else if (rb_phone_is(s, at, RB_WORD_SOFT) ||
                   (rb_phone_is(s, at, RB_WORD_MAYBE) && number)) {
            c->label = true;
            c->loose = !(number || is) || (comma && !number);
            return;
        } else if (rb_phone_is(s, at, RB_WORD_CUE | RB_WORD_AREA)) {
            c->direct = true;
            return;
        } else if (rb_phone_is(s, at, RB_WORD_NUMBER)) {
            number = true;
        } else if (rb_phone_is(s, at, RB_WORD_PREP)) {
            c->at = true;
            return;
        } else if (rb_phone_is(s, at, RB_WORD_IS)) {
            is = true;
        } else {
            break;
        }
    }
    c->direct = number && !c->label;
}

/* "… is your reference", "… is my cell", "… isn't a phone number". */
static void look_right(const struct rb_phone_scan *s, uint32_t el, struct rb_phone_context *c)
{
    bool is = false, denied = false;
    uint32_t at = el;

    for (uint32_t steps = 0; steps < WORDS_BEHIND; steps++) {
        at = behind(s, at);
        if (at == UINT32_MAX || s->els[at].gap & (RB_GAP_COMMA | RB_GAP_BREAK))
            return;
        is = is || (steps < 2 && rb_phone_is(s, at, RB_WORD_IS));
        denied = denied || (steps < 3 && rb_phone_is(s, at, RB_WORD_NOT));
        if (denied && rb_phone_is(s, at, RB_WORD_NUMBER | RB_WORD_CUE)) {
            c->denied = true;
            return;
        }
        if (is && !denied && steps < 4 && rb_phone_is(s, at, RB_WORD_LABEL | RB_WORD_SOFT)) {
            c->label = true;
            c->loose = true;
            return;
        }
        if (is && !denied && steps < 4 && rb_phone_is(s, at, RB_WORD_NUMBER | RB_WORD_CUE)) {
            c->direct = !c->label;
            return;
        }
        if (!is && !denied && steps >= 2)
            return;
    }
}

static bool find_near(const struct rb_phone_scan *s, uint32_t el, uint32_t last)
{
    uint32_t at = el;

    for (uint32_t steps = 0; steps < WORDS_NEAR; steps++) {
        at = before(s, at);
        if (at == UINT32_MAX)
            break;
        if (rb_phone_is(s, at, RB_WORD_CUE))
            return true;
    }
    at = last;
    for (uint32_t steps = 0; steps < WORDS_BEHIND; steps++) {
        at = behind(s, at);
        if (at == UINT32_MAX)
            break;
        if (rb_phone_is(s, at, RB_WORD_CUE))
            return true;
    }
    return false;
}

static bool is_money(uint32_t cp)
{
    return cp == '$' || (cp >= 0xA2 && cp <= 0xA5) || (cp >= 0x20A0 && cp <= 0x20CF);
}

/* Signs that make the figures they touch part of something else; bars, bullets, brackets, emphasis,
 * emoji and arrows do not. */
static bool is_gluing(uint32_t cp)
{
    return is_money(cp) || (cp > 0 && cp < 128 && strchr("#%&=@\\^_", (int)cp)) || cp == 0xB0;
}

/* Does what stands right before make the figures part of something else? */
static bool is_glued_left(const struct rb_phone_scan *s, uint32_t el, uint32_t el_end)
{
    const struct rb_phone_el *now = &s->els[el], *prior;

    if (el == 0)
        return false;
    prior = &now[-1];
    if (now->gap & (RB_GAP_SPACE | RB_GAP_OPEN | RB_GAP_BREAK | RB_GAP_WIDE))
        return prior->kind == RB_EL_SYMBOL && now->gap == (RB_GAP_SPACE | RB_GAP_FRONT) &&
               (is_money(prior->n) || prior->n == '=');
    switch (prior->kind) {
    case RB_EL_PLUS: /* of a sum; a number's own sign is part of it */
        return true;
    case RB_EL_SYMBOL:
        if (prior->n == '*') /* of a product, not of emphasis */
            return el > 1 && prior->gap == 0 && prior[-1].kind == RB_EL_FIGURES;
        return is_gluing(prior->n) && (prior->n != '@' || el_end - el < 2);
    case RB_EL_WORD:
        return now->kind != RB_EL_PLUS && !(now->gap & (RB_GAP_COLON | RB_GAP_COMMA)) &&
               !rb_phone_is(s, el - 1, RB_WORD_CUE);
    case RB_EL_FIGURES:
        return now->gap & (RB_GAP_COLON | RB_GAP_TILDE) || now->gap == 0;
    case RB_EL_HOLE:
        return now->gap == 0;
    default:
        return false;
    }
}

/* 07700 900142x, as a friend signs. */
static bool is_kiss(const struct rb_phone_scan *s, uint32_t el)
{
    struct rb_slice word = rb_phone_el_text(s, el);

    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] != 'x' && word.ptr[i] != 'X')
            return false;
    return el + 1 >= s->n_els || s->els[el + 1].kind != RB_EL_FIGURES;
}

static bool is_glued_right(const struct rb_phone_scan *s, uint32_t last)
{
    const struct rb_phone_el *next;

    if (last + 1 >= s->n_els)
        return false;
    next = &s->els[last + 1];
    if (next->gap & (RB_GAP_SPACE | RB_GAP_BREAK | RB_GAP_CLOSE))
        return next->kind == RB_EL_SYMBOL && next->gap == (RB_GAP_SPACE | RB_GAP_FRONT) &&
               (next->n == '%' || next->n == '=' || next->n == 0x20AC);
    switch (next->kind) {
    case RB_EL_WORD:
        return next->gap == 0 && !is_kiss(s, last + 1);
    case RB_EL_PLUS:
        return next->gap == 0;
    case RB_EL_SYMBOL:
        return next->gap == 0 && next->n != '#' && is_gluing(next->n);
    case RB_EL_FIGURES:
        return (next->gap & RB_GAP_COLON) != 0;
    default:
        return false;
    }
}

/* 1,200,555 is one quantity; 555-0142,555-0143 are two numbers. */
static bool is_listed(const struct rb_phone_scan *s, uint32_t el, uint32_t last)
{
    return (el > 0 && s->els[el].gap == RB_GAP_COMMA && s->els[el - 1].kind == RB_EL_FIGURES) ||
           (last + 1 < s->n_els && s->els[last + 1].gap == RB_GAP_COMMA &&
            s->els[last + 1].kind == RB_EL_FIGURES);
}

struct rb_phone_context rb_phone_around(const struct rb_phone_scan *s, uint32_t el, uint32_t el_end)
{
    struct rb_phone_context c = {0};
    uint32_t last = el_end - 1, prior = before(s, el), next = behind(s, last);
    uint32_t gap = s->els[el].gap;

    look_left(s, el, &c);
    look_right(s, last, &c);
    c.prep = c.at || prior == UINT32_MAX ||
             gap & (RB_GAP_COLON | RB_GAP_LINE | RB_GAP_OPEN | RB_GAP_DOTS) ||
             (gap & RB_GAP_COMMA && s->els[prior].kind > RB_EL_SPOKEN) ||
             (gap & RB_GAP_DASH && gap & RB_GAP_SPACE);
    c.alone = (prior == UINT32_MAX || gap & RB_GAP_LINE) &&
              (next == UINT32_MAX || s->els[next].gap & RB_GAP_LINE);
    c.last =
        next == UINT32_MAX || rb_phone_is(s, next, RB_WORD_PREP) ||
        s->els[next].gap & (RB_GAP_COMMA | RB_GAP_DOT | RB_GAP_BREAK | RB_GAP_LINE | RB_GAP_COLON);
    c.unit = next != UINT32_MAX && rb_phone_is(s, next, RB_WORD_UNIT) &&
             !(s->els[next].gap &
               (RB_GAP_COMMA | RB_GAP_DOT | RB_GAP_COLON | RB_GAP_BREAK | RB_GAP_LINE));
    c.left = is_glued_left(s, el, el_end);
    c.right = is_glued_right(s, last);
    c.listed = is_listed(s, el, last);
    return c;
}

bool rb_phone_near(const struct rb_phone_scan *s, const struct rb_phone_context *c, uint32_t el,
                   uint32_t el_end)
{
    return c->direct || find_near(s, el, el_end - 1);
}
