/* Brackets and quotes that belong together. */
#include "text/cut.h"
#include "text/scan.h"

enum { DEPTH = 8, LONGEST_PAIR = 300, LONGEST_SINGLE = 200, LONGEST_SAYING = 120 };

/* The kind of a single quote with white space on both sides, which pairs by turns. */
enum { ALONE = 1 };

struct open {
    uint32_t token;
    uint32_t kind; /* the closing mark */
};

struct stack {
    struct open items[DEPTH];
    uint32_t count;
};

static void push(struct stack *s, uint32_t token, uint32_t kind)
{
    if (s->count == DEPTH) {
        memmove(s->items, s->items + 1, sizeof s->items - sizeof s->items[0]);
        s->count--;
    }
    s->items[s->count++] = (struct open){token, kind};
}

/* The open mark that `kind` closes, taken off with all above it; NULL when there is none. */
static const struct open *pop(struct stack *s, uint32_t kind)
{
    for (uint32_t i = s->count; i > 0; i--)
        if (s->items[i - 1].kind == kind) {
            s->count = i - 1;
            return &s->items[i - 1];
        }
    return NULL;
}

/* Whether an opening mark closes here: „so“ and ‚so‘. */
static bool closes_low(const struct rb_cutter *c, const struct stack *s, uint32_t cp)
{
    const struct rb_token *open;
    uint32_t low = cp == 0x201C ? 0x201E : cp == 0x2018 ? 0x201A : 0;

    if (low == 0 || s->count == 0)
        return false;
    open = &c->t->tokens[s->items[s->count - 1].token];
    return rb_char_at(c->t->source.text, open->start).cp == low;
}

/* The mark that closes what this one opens; 0 when it opens nothing. */
static uint32_t closing(uint32_t cp)
{
    switch (cp) {
    case '(':
        return ')';
    case '[':
        return ']';
    case '{':
        return '}';
    case 0x00AB:
        return 0x00BB;
    case 0x2018:
    case 0x201A:
        return 0x2019;
    case 0x201C:
    case 0x201E:
    case 0x201F:
        return 0x201D;
    case 0x2039:
        return 0x203A;
    case 0xFF08:
        return 0xFF09;
    default:
        return cp >= 0x3008 && cp <= 0x301A ? cp + 1 : 0;
    }
}

/* Two single quotes are a double one; so are two backticks and two single quotes. */
static uint32_t quote_kind(const struct rb_text *t, const struct rb_token *k)
{
    char mark = t->source.text.ptr[k->start];

    if (mark == '\'' && k->end - k->start == 2)
        return '"';
    return mark == '"' || mark == '\'' || mark == '`' ? (uint32_t)mark : 0;
}

static void set_side(struct rb_cutter *c, uint32_t i, bool opens)
{
    struct rb_token *k = &c->t->tokens[i];

    k->flags &= (uint16_t) ~(RB_TOK_OPENER | RB_TOK_CLOSER);
    k->flags |= opens ? RB_TOK_OPENER : RB_TOK_CLOSER;
    c->shape[i] = opens ? RB_SHAPE_OPEN : RB_SHAPE_CLOSE;
}

/* Joins the pair unless it is too long to be trusted, or is put around a whole message. */
static void join(struct rb_cutter *c, uint32_t open, uint32_t close, uint32_t longest)
{
    uint32_t bytes = c->t->tokens[close].end - c->t->tokens[open].start;

    if (bytes <= longest && !(open == 0 && close + 1 == c->t->n_tokens && bytes > LONGEST_SAYING))
        c->match[open] = close;
}

/* Whether what is around a lone quote says that it closes, though nothing is open: a mark behind
 * it, or a name before it and a small letter behind. */
static bool closes_by_place(const struct rb_cutter *c, uint32_t i)
{
    uint8_t next = i + 1 < c->t->n_tokens ? c->shape[i + 1] : RB_SHAPE_STOP;

    if (i > 0 && c->shape[i - 1] == RB_SHAPE_UPPER && next == RB_SHAPE_LOWER)
        return true;
    return rb_is_end(next) || next == RB_SHAPE_COMMA || next == RB_SHAPE_COLON;
}

/* Most single quotes are apostrophes: one that opens stands before a capital, and the one that
 * closes it behind a mark. */
static void single(struct rb_cutter *c, struct stack *s, uint32_t i, bool alone)
{
    const struct open *open;

    if (alone) {
        open = pop(s, ALONE);
        if (!open && !closes_by_place(c, i))
            push(s, i, ALONE);
        set_side(c, i, !open && !closes_by_place(c, i));
    } else if (c->t->tokens[i].flags & RB_TOK_OPENER) {
        if (i + 1 < c->t->n_tokens && c->shape[i + 1] == RB_SHAPE_UPPER)
            push(s, i, '\'');
    } else if (i > 0 && (rb_is_end(c->shape[i - 1]) || c->shape[i - 1] == RB_SHAPE_COMMA)) {
        open = pop(s, '\'');
        if (open)
            join(c, open->token, i, LONGEST_SINGLE);
    }
}

static void straight(struct rb_cutter *c, struct stack *s, uint32_t i, uint32_t kind)
{
    bool alone = rb_spaced(c, i) && rb_spaced(c, i + 1);
    const struct open *open;

    if (kind == '\'') {
        single(c, s, i, alone);
        return;
    }
    if (!alone && (c->t->tokens[i].flags & RB_TOK_OPENER)) {
        push(s, i, kind);
        return;
    }
    open = pop(s, kind);
    if (open)
        join(c, open->token, i, LONGEST_PAIR);
    else if (alone && !closes_by_place(c, i))
        push(s, i, kind);
    if (alone)
        set_side(c, i, !open && !closes_by_place(c, i));
}

void rb_pairs(struct rb_cutter *c)
{
    struct stack s = {.count = 0};

    for (uint32_t e = 0; e < c->n_events; e++) {
        uint32_t i = c->events[e];
        const struct rb_token *k = &c->t->tokens[i];
        const struct open *open;
        uint32_t cp, kind;

        if (k->flags & RB_TOK_BLANK)
            s.count = 0;
        if (!(k->flags & (RB_TOK_OPENER | RB_TOK_CLOSER)))
            continue;
        if ((kind = quote_kind(c->t, k)) != 0) {
            straight(c, &s, i, kind);
            continue;
        }
        cp = rb_char_at(c->t->source.text, k->start).cp;
        if (closes_low(c, &s, cp)) {
            join(c, s.items[--s.count].token, i, LONGEST_PAIR);
            set_side(c, i, false);
        } else if (k->flags & RB_TOK_OPENER)
            push(&s, i, closing(cp));
        else if ((open = pop(&s, cp)) != NULL)
            join(c, open->token, i, LONGEST_PAIR);
    }
}
