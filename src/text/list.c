/* Lists: marks that count up, or bullets, each of which starts a sentence. */
#include "base/ascii.h"
#include "text/cut.h"
#include "text/scan.h"

enum form { FORM_STOP, FORM_ROUND, FORM_STOP_ROUND, FORM_BOTH, N_FORMS };
enum type { TYPE_DIGIT, TYPE_LOWER, TYPE_UPPER, TYPE_ROMAN, N_TYPES };
enum { FARTHEST = 4000, NEAR = 200 };

/* A mark at a token: "1." "(a)" "iv)". */
struct mark {
    uint32_t end;            /* the token behind it */
    uint32_t value[N_TYPES]; /* 0: not of this type */
    enum form form;
    bool line;  /* at a line's start */
    bool fresh; /* where a list may begin: at a line's start, behind a stop or colon */
    bool small; /* a small letter follows */
};

/* A list that is being followed. Its first items are kept until it is sure to be one. */
struct chain {
    uint32_t items[3], ends[3];
    uint32_t count, value;
    uint32_t place, end; /* the last item's byte, and the token behind its mark */
    bool small;
};

static uint32_t roman_value(struct rb_slice s)
{
    static const char digits[] = "ivxlc";
    static const uint32_t values[] = {1, 5, 10, 50, 100};
    uint32_t sum = 0, last = 0;

    for (size_t i = s.len; i > 0; i--) {
        const char *at = strchr(digits, rb_to_lower(s.ptr[i - 1]));
        uint32_t value;

        if (!at || s.len > 5)
            return 0;
        value = values[at - digits];
        sum = value < last ? sum - value : sum + value;
        last = value > last ? value : last;
    }
    return sum;
}

static void read_values(struct rb_slice s, struct mark *m)
{
    if (rb_is_digit(s.ptr[0])) {
        uint32_t value = 0;

        for (size_t i = 0; i < s.len && value < 1000; i++)
            value = rb_is_digit(s.ptr[i]) ? value * 10 + (uint32_t)(s.ptr[i] - '0') : 1000;
        m->value[TYPE_DIGIT] = value < 1000 ? value : 0;
        return;
    }
    if (s.len == 1 && rb_is_lower(s.ptr[0]))
        m->value[TYPE_LOWER] = (uint32_t)(s.ptr[0] - 'a') + 1;
    if (s.len == 1 && rb_is_upper(s.ptr[0]))
        m->value[TYPE_UPPER] = (uint32_t)(s.ptr[0] - 'A') + 1;
    m->value[TYPE_ROMAN] = roman_value(s);
}

static bool is_mark(const struct rb_cutter *c, uint32_t i, char mark)
{
    struct rb_slice s;

    if (i >= c->t->n_tokens || rb_spaced(c, i))
        return false;
    s = rb_token_text(c->t, i);
    return s.len == 1 && s.ptr[0] == mark;
}

static bool read_mark(const struct rb_cutter *c, uint32_t i, struct mark *m)
{
    const struct rb_text *t = c->t;
    bool both = c->shape[i] == RB_SHAPE_OPEN && rb_slice_is(rb_token_text(t, i), "(");
    uint32_t at = i + both;
    uint8_t kind;

    if (!both && c->shape[i] != RB_SHAPE_NUMBER && c->shape[i] != RB_SHAPE_LOWER &&
        c->shape[i] != RB_SHAPE_UPPER)
        return false;
    if (!both && (i + 2 >= t->n_tokens || rb_spaced(c, i + 1) ||
                  (c->shape[i + 1] != RB_SHAPE_STOP && c->shape[i + 1] != RB_SHAPE_CLOSE)))
        return false;
    *m = (struct mark){0};
    if (at + 1 >= t->n_tokens || (both && rb_spaced(c, at)))
        return false;
    kind = t->tokens[at].kind;
    if ((kind != RB_TOKEN_NUMBER && kind != RB_TOKEN_WORD) ||
        t->tokens[at].end - t->tokens[at].start > 5)
        return false;
    if (is_mark(c, at + 1, '.') && !both) {
        m->form = is_mark(c, at + 2, ')') ? FORM_STOP_ROUND : FORM_STOP;
        m->end = at + 2 + (m->form == FORM_STOP_ROUND);
    } else if (is_mark(c, at + 1, ')')) {
        m->form = both ? FORM_BOTH : FORM_ROUND;
        m->end = at + 2;
    } else {
        return false;
    }
    if (m->end >= t->n_tokens || !rb_spaced(c, m->end))
        return false;
    read_values(rb_token_text(t, at), m);
    m->small = m->form == FORM_STOP && c->shape[m->end] == RB_SHAPE_LOWER;
    return true;
}

/* Marks are no words. */
static void set_marker(struct rb_cutter *c, uint32_t i, uint32_t end)
{
    c->listed = true;
    for (; i < end; i++) {
        bool letters = c->shape[i] == RB_SHAPE_LOWER || c->shape[i] == RB_SHAPE_UPPER;

        c->words -= rb_is_word(c->shape[i]);
        c->letters -= letters ? c->t->tokens[i].end - c->t->tokens[i].start : 0;
        c->capitals -= c->shape[i] == RB_SHAPE_UPPER;
        c->shape[i] = RB_SHAPE_MARKER;
    }
}

static void set_item(struct rb_cutter *c, uint32_t i, uint32_t end)
{
    c->cut[i] = 1;
    set_marker(c, i, end);
}

static void begin(struct chain *chain, uint32_t i, const struct mark *m, uint32_t value)
{
    *chain = (struct chain){{i}, {m->end}, 1, value, 0, 0, m->small && !m->line};
}

/* Follows one list with the mark at token i. Gives the byte of an item that is sure, else 0. */
static uint32_t follow(struct rb_cutter *c, struct chain *chain, uint32_t i, const struct mark *m,
                       uint32_t value)
{
    uint32_t place = c->t->tokens[i].start;
    /* "A. B. Lund": an item has words */
    bool goes_on = chain->count > 0 && value == chain->value + 1 && i > chain->end &&
                   place - chain->place < FARTHEST;

    if (!goes_on) {
        if (m->fresh)
            begin(chain, i, m, value);
        chain->place = place;
        chain->end = m->end;
        return 0;
    }
    chain->value = value;
    chain->place = place;
    chain->end = m->end;
    chain->small = chain->small || (m->small && !m->line);
    if (chain->count < 3) {
        chain->items[chain->count] = i;
        chain->ends[chain->count] = m->end;
    }
    chain->count++;
    /* "1. and 2. are" counts nothing: small letters need a third item to be believed. */
    if (chain->count < (chain->small ? 3u : 2u))
        return 0;
    if (chain->count <= 3)
        for (uint32_t k = 0; k < chain->count; k++)
            set_item(c, chain->items[k], chain->ends[k]);
    set_item(c, i, m->end);
    return place + 1;
}

/* Whether an item can begin at token i, which is not where a list begins. */
static bool may_follow(const struct rb_cutter *c, uint32_t i, const struct mark *m)
{
    if (m->fresh)
        return true;
    if (m->value[TYPE_UPPER] && m->form == FORM_STOP)
        return false; /* an initial */
    return c->shape[i - 1] != RB_SHAPE_COMMA && c->shape[i - 1] != RB_SHAPE_COLON &&
           !rb_slice_is(rb_token_text(c->t, i - 1), "and");
}

static bool is_bullet(const struct rb_cutter *c, uint32_t i)
{
    struct rb_slice s = rb_token_text(c->t, i);

    if (c->shape[i] == RB_SHAPE_BULLET)
        return true;
    if (rb_is_word(c->shape[i]))
        return false;
    return (i == 0 || (c->t->tokens[i].flags & RB_TOK_NEWLINE)) && rb_spaced(c, i + 1) &&
           i + 1 < c->t->n_tokens && !(c->t->tokens[i + 1].flags & RB_TOK_NEWLINE) && s.len == 1 &&
           strchr("-*+", s.ptr[0]);
}

static void bullets(struct rb_cutter *c, uint32_t i, uint32_t *last)
{
    bool fresh = i == 0 || (c->t->tokens[i].flags & RB_TOK_NEWLINE) || rb_is_end(c->shape[i - 1]);

    if (!fresh && !rb_spaced(c, i))
        return;
    /* A bullet inside a sentence parts its words ("a • b"), unless one began a list before. */
    if (fresh || *last != UINT32_MAX) {
        c->cut[i] = 1;
        *last = i;
    }
}

/* What has been found so far. */
struct lists {
    struct chain chains[N_FORMS][N_TYPES];
    uint32_t bullet; /* the last one */
    uint32_t sure;   /* behind the last item that is sure to be one */
};

static void look(struct rb_cutter *c, struct lists *l, uint32_t i)
{
    struct mark m;
    bool behind_bullet = i > 0 && l->bullet == i - 1;

    if (rb_is_word(c->shape[i]) && (i + 1 == c->t->n_tokens || (c->shape[i + 1] != RB_SHAPE_STOP &&
                                                                c->shape[i + 1] != RB_SHAPE_CLOSE)))
        return;
    if (is_bullet(c, i)) {
        bullets(c, i, &l->bullet);
        return;
    }
    if ((!rb_spaced(c, i) && !behind_bullet) || !read_mark(c, i, &m))
        return;
    m.line = i == 0 || (c->t->tokens[i].flags & RB_TOK_NEWLINE);
    m.fresh = m.line || rb_is_end(c->shape[i - 1]) || c->shape[i - 1] == RB_SHAPE_COLON;
    if (behind_bullet) {
        set_marker(c, i, m.end);
        l->sure = c->t->tokens[i].start + 1;
        return;
    }
    if (i > 0 && !may_follow(c, i, &m))
        return;
    for (uint32_t type = 0; type < N_TYPES; type++) {
        uint32_t place;

        if (!m.value[type])
            continue;
        /* another list may follow on one whose items have no stops */
        m.fresh = m.fresh ||
                  (m.value[type] == 1 && l->sure > 0 && c->t->tokens[i].start - l->sure < NEAR);
        place = follow(c, &l->chains[m.form][type], i, &m, m.value[type]);
        l->sure = place > l->sure ? place : l->sure;
    }
}

void rb_lists(struct rb_cutter *c)
{
    struct lists l = {.bullet = UINT32_MAX};
    uint32_t next = 0;

    /* A list's marks: a bullet, a word or number with a stop or bracket behind it, and what opens a
     * line or a bracket. */
    for (uint32_t e = 0; e < c->n_events; e++) {
        uint32_t i = c->events[e];

        if (i > next && (c->shape[i] == RB_SHAPE_STOP || c->shape[i] == RB_SHAPE_CLOSE))
            look(c, &l, i - 1);
        if (c->shape[i] == RB_SHAPE_BULLET || c->shape[i] == RB_SHAPE_OPEN || i == 0 ||
            (c->t->tokens[i].flags & RB_TOK_NEWLINE))
            look(c, &l, i);
        next = i + 1;
    }
}
