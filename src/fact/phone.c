#include "fact/phone.h"

#include "base/ascii.h"
#include "fact/phone_scan.h"

struct finder {
    struct rb_phone_scan scan;
    struct rb_phones *out;
    size_t cap;
    uint32_t first, end; /* the run of pieces at hand */
    uint32_t spoken;     /* the next piece in words, or the run's end */
};

static bool add(struct finder *f, const struct rb_phone *phone)
{
    struct rb_phone *grown =
        rb_arena_grow(f->scan.arena, f->out->items, f->out->count, &f->cap, sizeof *phone);

    if (!grown)
        return false;
    f->out->items = grown;
    grown[f->out->count++] = *phone;
    return true;
}

/* Takes in the bracket that a closing one inside belongs to, and the other way round. */
static void mend_brackets(const struct rb_phone_scan *s, struct rb_phone *p)
{
    const char *text = s->text->source.text.ptr;
    uint32_t len = (uint32_t)s->text->source.text.len, depth = 0, at;
    bool closed = false;

    for (uint32_t i = p->start; i < p->end; i++) {
        if (text[i] == '(' || text[i] == '[')
            depth++;
        else if ((text[i] == ')' || text[i] == ']') && depth-- == 0) {
            closed = true;
            depth = 0;
        }
    }
    at = p->start;
    while (at > 0 && text[at - 1] == ' ')
        at--;
    if (closed && at > 0 && (text[at - 1] == '(' || text[at - 1] == '['))
        p->start = at - 1;
    if (depth > 0 && p->end < len && (text[p->end] == ')' || text[p->end] == ']'))
        p->end++;
}

/* The zero of +44 (0)20 is for those who dial from near by: not said, no part of the value. */
static bool is_trunk(const struct rb_phone_scan *s, uint32_t piece)
{
    const struct rb_phone_piece *p = &s->pieces[piece];

    return p->n == 1 && s->digits[p->digits] == '0' && s->els[p->el].gap & RB_GAP_OPEN &&
           p->el_end < s->n_els && s->els[p->el_end].gap & RB_GAP_CLOSE;
}

static struct rb_slice make_value(const struct rb_phone_scan *s, const struct rb_phone_find *f)
{
    uint32_t total = f->n ? f->n : rb_phone_count(s, f->from, f->to), n = 0;
    char *value = rb_arena_alloc(s->arena, total + RB_PHONE_EXT + 2u);
    bool trunk = false;

    if (!value)
        return rb_slice_of("", 0);
    if (f->n > 0) {
        memcpy(value, f->digits, f->n);
        n = f->n;
    }
    for (uint32_t i = f->from; f->n == 0 && i < f->to; i++) {
        if (!trunk && i > f->from && i <= f->from + 2 && is_trunk(s, i)) {
            trunk = true;
            continue;
        }
        memcpy(value + n, s->digits + s->pieces[i].digits, s->pieces[i].n);
        n += s->pieces[i].n;
    }
    if (f->n_ext > 0) {
        value[n++] = 'x';
        memcpy(value + n, f->ext, f->n_ext);
        n += f->n_ext;
    } else if (f->tail > 0 && f->tail < n) {
        memmove(value + n - f->tail + 1, value + n - f->tail, f->tail);
        value[n - f->tail] = 'x';
        n++;
    }
    return rb_slice_of(value, n);
}

static bool emit(struct finder *f, const struct rb_phone_find *find)
{
    const struct rb_phone_scan *s = &f->scan;
    const struct rb_phone_piece *first = &s->pieces[find->from];
    const struct rb_token *tokens = s->text->tokens;
    struct rb_phone p = {.start = s->els[first->el - first->plus].start,
                         .end = s->els[find->el_end - 1].end,
                         .token = s->els[first->el - first->plus].token,
                         .token_end = s->els[find->el_end - 1].token + 1};

    for (uint32_t i = find->from; i < find->to; i++) {
        const struct rb_phone_piece *piece = &s->pieces[i];

        p.spoken = p.spoken || piece->spoken;
        /* A country's code in tens is not reeled off yet: plus forty four, … */
        p.run = p.run ||
                (piece->spoken ? piece->tens && !(i == find->from && piece->plus) : piece->n >= 7);
    }
    mend_brackets(s, &p);
    while (p.token > 0 && tokens[p.token - 1].end > p.start)
        p.token--;
    while (p.token_end < s->text->n_tokens && tokens[p.token_end].start < p.end)
        p.token_end++;
    p.value = make_value(s, find);
    return add(f, &p);
}

/* The classes of all words inside a placeholder. */
static uint32_t words_inside(struct rb_slice hole)
{
    uint32_t classes = 0;

    for (size_t at = 0, from = 0; at <= hole.len; at++) {
        struct rb_slice word = rb_slice_of(hole.ptr + from, at - from);

        if (at < hole.len && rb_is_alpha(hole.ptr[at]))
            continue;
        /* A product line is no telephone line. */
        if (word.len == 7 && rb_to_lower(word.ptr[0]) == 'p' && rb_to_lower(word.ptr[1]) == 'r')
            return RB_WORD_LABEL;
        classes |= rb_phone_word(word);
        from = at + 1;
    }
    return classes;
}

/* "call me back at", "give us a ring on": behind such words even a bare blank is a number. */
static bool is_awaited(const struct rb_phone_scan *s, uint32_t el)
{
    enum { WORDS = 5 };
    bool call = false, me = false;
    uint32_t at = el - 1;

    for (uint32_t steps = 0; steps < WORDS && at > 0 && !s->els[at].opens; steps++) {
        at--;
        call = call || rb_phone_is(s, at, RB_WORD_CUE);
        me = me || rb_phone_is(s, at, RB_WORD_WHOM);
        if (call && me)
            return true;
        if (!call && !me && !rb_phone_is(s, at, RB_WORD_BACK))
            return false;
    }
    return false;
}

/* [Order number] is no telephone's. Blanks say nothing by themselves: "my number is ____". */
static bool is_phone_hole(const struct rb_phone_scan *s, uint32_t el)
{
    const struct rb_token *t = &s->text->tokens[s->els[el].token];
    uint32_t inside = words_inside(rb_phone_el_text(s, el));
    const uint32_t remark = RB_GAP_SPACE | RB_GAP_FRONT | RB_GAP_WIDE;
    struct rb_phone_context c;

    /* A remark on the number before, no number: 555-0142 (mobile). */
    if (el > 0 && s->els[el - 1].kind <= RB_EL_SPOKEN && !(s->els[el].gap & ~remark) &&
        s->text->source.text.ptr[t->start] == '(')
        return false;
    if (t->hole == RB_HOLE_PHONE)
        return inside & RB_WORD_CUE || !(inside & RB_WORD_LABEL);
    if (t->hole != RB_HOLE_OTHER)
        return false;
    c = rb_phone_around(s, el, el + 1);
    return !c.label && (c.direct || (c.at && (inside & RB_WORD_CUE || is_awaited(s, el))));
}

/* A placeholder, with its neighbours that belong to the same number: {{area}}-{{phone}} x{{ext}}.
 */
static bool emit_hole(struct finder *f, uint32_t *el)
{
    const struct rb_phone_scan *s = &f->scan;
    struct rb_phone_find find = {.el_end = *el + 1};
    struct rb_phone p = {.start = s->els[*el].start, .token = s->els[*el].token};
    const uint32_t apart = RB_GAP_COMMA | RB_GAP_BREAK | RB_GAP_SLASH | RB_GAP_LINE | RB_GAP_COLON;

    while (find.el_end < s->n_els && s->els[find.el_end].kind == RB_EL_HOLE &&
           !(s->els[find.el_end].gap & apart) &&
           s->text->tokens[s->els[find.el_end].token].hole ==
               s->text->tokens[s->els[*el].token].hole)
        find.el_end++;
    rb_phone_extension(s, &find);
    *el = find.el_end;
    p.end = s->els[find.el_end - 1].end;
    p.token_end = s->els[find.el_end - 1].token + 1;
    p.value = rb_slice_str("placeholder");
    return add(f, &p);
}

/* The number that begins at piece `from`, by any way of saying it. */
static bool find_at(struct finder *f, uint32_t from, struct rb_phone_find *find)
{
    const struct rb_phone_scan *s = &f->scan;
    bool mixed;

    if (f->spoken < from)
        f->spoken = from;
    while (f->spoken < f->end && !s->pieces[f->spoken].spoken)
        f->spoken++;
    mixed = f->spoken < f->end;
    if (rb_phone_vanity(s, from, find))
        return true;
    if (!mixed)
        return rb_phone_written(s, f->first, from, f->end, RB_GRADE_SIX, find);
    if (f->spoken > from && rb_phone_written(s, f->first, from, f->spoken, RB_GRADE_BARE, find))
        return true;
    if (rb_phone_spoken(s, from == s->done ? from : f->first, from, f->end, find))
        return true;
    return f->spoken > from && rb_phone_written(s, f->first, from, f->spoken, RB_GRADE_SIX, find);
}

/* The run of pieces that begins with `piece`: up to a gap that no number has inside. */
static void enter_run(struct finder *f, uint32_t piece)
{
    f->first = f->spoken = piece;
    f->end = piece + 1;
    while (f->end < f->scan.n_pieces && f->scan.pieces[f->end].level < RB_LEVEL_NONE)
        f->end++;
}

/* Judges piece after piece; *el moves behind what was used up. */
static bool take_piece(struct finder *f, uint32_t piece, uint32_t *el)
{
    struct rb_phone_find find = {0};

    if (piece >= f->end)
        enter_run(f, piece);
    if (!find_at(f, piece, &find)) {
        *el = f->scan.pieces[find.extra > piece ? find.extra - 1 : piece].el_end;
        return true;
    }
    f->scan.done = find.to;
    *el = find.el_end;
    return emit(f, &find);
}

static bool run(struct finder *f)
{
    struct rb_phone_scan *s = &f->scan;
    uint32_t piece = 0, el = 0; /* up to el all is used up */
    bool ok = true;

    for (uint32_t k = 0; ok && k < s->n_starts; k++) {
        uint32_t start = s->starts[k];

        if (start < el)
            continue;
        while (piece < s->n_pieces && s->pieces[piece].el < start)
            piece++;
        el = start;
        if (s->els[el].kind == RB_EL_HOLE && is_phone_hole(s, el))
            ok = emit_hole(f, &el);
        else if (piece < s->n_pieces && s->pieces[piece].el == el)
            ok = take_piece(f, piece, &el);
    }
    return ok;
}

uint32_t rb_phones_behind(const struct rb_phones *phones, uint32_t offset)
{
    uint32_t low = 0, high = phones->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (phones->items[middle].end > offset)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

bool rb_phones_find(struct rb_arena *arena, const struct rb_text *text, struct rb_phones *out)
{
    struct finder f = {.scan = {.arena = arena, .text = text}, .out = out};

    *out = (struct rb_phones){0};
    while (f.scan.token < text->n_tokens) {
        f.first = f.end = f.spoken = 0;
        f.scan.done = UINT32_MAX;
        if (!rb_phone_elements(&f.scan) || !rb_phone_pieces(&f.scan) || !run(&f))
            return false;
    }
    return !rb_arena_failed(arena);
}
