/* Numbers in figures: which pieces of a run are one, by shape and by what is around. */
#include "fact/phone_scan.h"

static uint32_t first_el(const struct rb_phone_scan *s, uint32_t piece)
{
    return s->pieces[piece].el - s->pieces[piece].plus;
}

static bool is_alone_by_length(const struct rb_phone_scan *s, uint32_t from, uint32_t to)
{
    uint32_t total = rb_phone_count(s, from, to);

    return total == 7 || total == 10 || total == 11 || to - from > 1;
}

/* Right behind another number, in the same run? */
static bool is_next(const struct rb_phone_scan *s, uint32_t from)
{
    return from == s->done && s->pieces[from].level < RB_LEVEL_NONE;
}

static bool is_near(const struct rb_phone_scan *s, uint32_t from, uint32_t to,
                    const struct rb_phone_context *c)
{
    return rb_phone_near(s, c, first_el(s, from), s->pieces[to - 1].el_end);
}

static bool is_led(const struct rb_phone_scan *s, uint32_t from, uint32_t to,
                   const struct rb_phone_context *c)
{
    return c->direct || (c->prep && is_near(s, from, to, c));
}

/* Shape and surroundings together. */
static bool accepts(const struct rb_phone_scan *s, uint32_t from, uint32_t to,
                    enum rb_phone_grade grade, const struct rb_phone_context *c)
{
    uint32_t total = rb_phone_count(s, from, to);
    bool plus = s->pieces[from].plus;

    if (c->left || c->right || c->denied || (c->listed && (grade < RB_GRADE_SURE || total < 7)))
        return false;
    if (plus)
        return true;
    if (c->label && (!c->loose || grade < RB_GRADE_SURE))
        return false;
    if (c->unit &&
        (grade < RB_GRADE_SURE || total < 10 || to - from == 1 || s->pieces[to - 1].n < 3))
        return false;
    switch (grade) {
    case RB_GRADE_NONE:
        return false;
    case RB_GRADE_SIX:
        return is_led(s, from, to, c);
    case RB_GRADE_WEAK:
        return (c->alone && is_alone_by_length(s, from, to)) || is_led(s, from, to, c);
    case RB_GRADE_CUED:
        return c->at || c->alone || (c->prep && c->last) || is_next(s, from) ||
               is_near(s, from, to, c);
    case RB_GRADE_BARE:
    case RB_GRADE_SURE:
        break;
    }
    return true;
}

/* The places where a number from `from` may end. */
struct ends {
    uint32_t at[RB_PHONE_PIECES];
    enum rb_phone_grade grade[RB_PHONE_PIECES]; /* of the number up to there */
    uint32_t count;
};

/* May a number end before, or begin at, this piece of the run? */
static bool is_edge(const struct rb_phone_scan *s, uint32_t piece, uint8_t inner)
{
    uint8_t level = s->pieces[piece].level;

    if (level == RB_LEVEL_TIGHT)
        return (s->els[s->pieces[piece].el].gap & RB_GAP_SLASH) != 0;
    return level >= inner;
}

/* In the midst of digits read out one by one, or in pairs? Only a zero begins a number there. */
static bool is_inside(const struct rb_phone_scan *s, uint32_t first, uint32_t from, uint32_t end)
{
    const struct rb_phone_piece *p = &s->pieces[from];

    return from > first && from + 1 < end && p[0].n <= 2 && p[-1].n == p[0].n && p[1].n == p[0].n &&
           p[0].level == p[1].level && (p[0].n == 1 || s->digits[p[0].digits] != '0');
}

/* 1) and 2) number a list. */
static bool is_marker(const struct rb_phone_scan *s, uint32_t from, uint32_t end)
{
    const struct rb_phone_piece *p = &s->pieces[from];

    return from + 1 < end && p->n < 3 && !(s->els[p->el].gap & RB_GAP_OPEN) && !p->plus &&
           s->els[p[1].el].gap & RB_GAP_CLOSE;
}

/* How far a number from `from` can reach, by gaps and length; nearest first. */
static void list_ends(const struct rb_phone_scan *s, uint32_t first, uint32_t from, uint32_t end,
                      struct ends *ends)
{
    const struct rb_phone_piece *p = s->pieces;
    uint8_t left = from == first || p[from].plus ? RB_LEVEL_NONE : p[from].level, inner = 0;

    ends->count = 0;
    if (left == RB_LEVEL_TIGHT && p[from].n > 2 && is_edge(s, from, 0))
        left = RB_LEVEL_SPACE;
    if (left == RB_LEVEL_TIGHT || is_inside(s, first, from, end) || is_marker(s, from, end))
        return;
    for (uint32_t to = from + 1; to <= end && to - from <= RB_PHONE_PIECES; to++) {
        if (to - 1 > from) {
            if (p[to - 1].level > left || p[to - 1].plus)
                break;
            if (p[to - 1].level > inner)
                inner = p[to - 1].level;
        }
        if (rb_phone_count(s, from, to) > RB_PHONE_LONGEST + 1u)
            break;
        if (to == end || p[to].plus || is_edge(s, to, inner))
            ends->at[ends->count++] = to;
    }
    if (ends->count == 0 || rb_phone_count(s, from, ends->at[ends->count - 1]) < 6)
        ends->count = 0;
    for (uint32_t i = 0; i < ends->count; i++)
        ends->grade[i] = rb_phone_shape(s, from, ends->at[i]);
}

/* Is there a better number further on in the same run? */
static bool is_outdone(const struct rb_phone_scan *s, uint32_t first, uint32_t from, uint32_t to)
{
    struct ends ends;

    for (uint32_t i = from + 1; i < to; i++) {
        list_ends(s, first, i, to, &ends);
        while (ends.count-- > 0)
            if (ends.grade[ends.count] == RB_GRADE_SURE)
                return true;
    }
    return false;
}

/* 4111 1111 1111, and 1111 to come: the head of something longer. */
static bool is_cut(const struct rb_phone_scan *s, uint32_t from, uint32_t to, uint32_t end)
{
    const struct rb_phone_piece *p = s->pieces;

    return to < end && to - from > 1 && p[to].level == p[to - 1].level && p[to].n == 4 &&
           p[to - 1].n == 4 && p[to - 2].n == 4 && p[from].n == 4;
}

/* ABN 51 824 753 556: what names the first group names those that stand no nearer to each other. */
static bool is_rest(const struct rb_phone_scan *s, uint32_t first, uint32_t from, uint32_t to)
{
    struct rb_phone_context c;

    if (from == first || s->pieces[from].level != RB_LEVEL_SPACE || s->pieces[from].plus ||
        s->digits[s->pieces[from].digits] == '0' || rb_phone_count(s, from, to) >= 10)
        return false;
    c = rb_phone_around(s, first_el(s, first), s->pieces[first].el_end);
    return c.label && !c.loose;
}

static bool try_end(const struct rb_phone_scan *s, uint32_t first, uint32_t from, uint32_t to,
                    enum rb_phone_grade grade, struct rb_phone_find *find)
{
    struct rb_phone_context c;

    *find = (struct rb_phone_find){.from = from, .to = to, .el_end = s->pieces[to - 1].el_end};
    c = rb_phone_around(s, first_el(s, from), find->el_end);
    rb_phone_extension(s, find);
    find->tail = s->pieces[from].plus ? 0 : rb_phone_tail(s, from, to);
    if (find->n_ext > 0)
        c.right = c.unit = false;
    return accepts(s, from, to, grade, &c) && !is_rest(s, first, from, to);
}

/* The longest number whose shape says at least this much. */
static bool try_shapes(const struct rb_phone_scan *s, uint32_t first, uint32_t from, uint32_t end,
                       const struct ends *ends, enum rb_phone_grade least,
                       struct rb_phone_find *find)
{
    for (uint32_t i = ends->count; i-- > 0;) {
        uint32_t to = ends->at[i];
        enum rb_phone_grade grade = ends->grade[i];

        if (grade >= least && !is_cut(s, from, to, end) && try_end(s, first, from, to, grade, find))
            return true;
    }
    return false;
}

/* The length that the country's plan asks for. */
static bool try_plan(const struct rb_phone_scan *s, uint32_t first, uint32_t from,
                     const struct ends *ends, struct rb_phone_find *find)
{
    const char *digits = s->digits + s->pieces[from].digits;

    for (uint32_t i = ends->count; i-- > 0;)
        if (rb_phone_plan(digits, rb_phone_count(s, from, ends->at[i])) &&
            try_end(s, first, from, ends->at[i], RB_GRADE_SURE, find))
            return true;
    return false;
}

/* A shape that says little must at least be all there is. */
static bool try_weak(const struct rb_phone_scan *s, uint32_t first, uint32_t from, uint32_t end,
                     const struct ends *ends, struct rb_phone_find *find)
{
    if (from != first && s->pieces[from].level < RB_LEVEL_WIDE)
        return false;
    for (uint32_t i = ends->count; i-- > 0;) {
        uint32_t to = ends->at[i];
        enum rb_phone_grade grade = ends->grade[i];

        if ((grade == RB_GRADE_WEAK || grade == RB_GRADE_SIX) &&
            (to == end || s->pieces[to].level >= RB_LEVEL_WIDE) &&
            try_end(s, first, from, to, grade, find) && !is_outdone(s, first, from, to))
            return true;
    }
    return false;
}

bool rb_phone_written(const struct rb_phone_scan *s, uint32_t first, uint32_t from, uint32_t end,
                      enum rb_phone_grade least, struct rb_phone_find *find)
{
    struct ends ends;

    list_ends(s, first, from, end, &ends);
    if (s->pieces[from].plus && try_plan(s, first, from, &ends, find))
        return true;
    if (try_shapes(s, first, from, end, &ends, RB_GRADE_BARE, find))
        return true;
    return least < RB_GRADE_BARE && (try_shapes(s, first, from, end, &ends, RB_GRADE_CUED, find) ||
                                     try_weak(s, first, from, end, &ends, find));
}
