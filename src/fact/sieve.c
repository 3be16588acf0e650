/* A phrase against a whole chunk at once: the places that each element may lead to, a bit for each.
 * What the matcher would find is among them; what is told apart there but not here (the mark of
 * which member, a sentence's end) makes a few places too many, never one too few. */
#include "fact/grid.h"

enum { MOST_SOFT = 4 };

/* Places that are reached: free ones may be followed by a word behind an edge. */
struct reached {
    uint64_t free, bound;
};

struct sieve {
    struct rb_grid *grid;
    const struct rb_chunk *chunk;
    uint32_t number; /* of the chunk */
};

/* The units that a word's turn may come to: those reached, and those behind soft ones. */
static uint64_t turn(const struct rb_chunk *c, const struct reached *r)
{
    uint64_t free = r->free, bound = r->bound & ~c->edge;

    if (c->soft)
        for (int i = 0; i < MOST_SOFT; i++) {
            free |= (free & c->soft) << 1;
            bound |= ((bound & c->soft) << 1) & ~c->edge;
        }
    return (free | bound) & c->units;
}

/* All bits behind the lowest. */
static uint64_t behind(uint64_t bits)
{
    return bits ? ~(bits ^ (bits - 1)) : 0;
}

static uint64_t take(const struct sieve *s, const struct rb_element *e, const struct reached *r)
{
    uint64_t at = turn(s->chunk, r);
    uint64_t to;

    if (e->op == RB_OP_ANY)
        return at << 1;
    to = e->flags & RB_EL_OR_ANY ? at
                                 : at & rb_grid_bits(s->grid, rb_grid_row(s->grid, e), s->number);
    if (to && e->op == RB_OP_SET && s->grid->long_of[e->id]) {
        const struct rb_long *l = rb_grid_long(s->grid, e->id, s->number);

        return to << 1 | (l->end & behind(to & l->begin));
    }
    return to << 1;
}

static void consume(const struct sieve *s, const struct rb_element *e, struct reached *r)
{
    const struct rb_chunk *c = s->chunk;
    struct reached next = {0, take(s, e, r)}, skip = {0, 0};

    if (e->flags & RB_EL_REPEAT)
        for (uint64_t more = next.bound; more;) {
            more = take(s, e, &next) & ~next.bound;
            next.bound |= more;
        }
    if (e->flags & RB_EL_OPTIONAL) {
        skip = *r;
    } else {
        uint64_t places = (e->flags & RB_EL_OR_LAST ? c->at_end : 0) |
                          (e->flags & RB_EL_OR_FIRST ? c->at_start : 0);

        skip.free = r->free & places;
        skip.bound = r->bound & places;
    }
    if (e->flags & RB_EL_OR_EDGE)
        skip.free |= (r->free | r->bound) & c->at_edge;
    r->free = skip.free;
    r->bound = next.bound | skip.bound;
}

static void leap(const struct rb_chunk *c, const struct rb_element *e, struct reached *r)
{
    bool cross = e->flags & RB_EL_CROSS;
    uint64_t stop = cross ? c->begin : c->edge, all = 0;
    uint64_t at = r->free | (r->bound & ~stop);

    for (uint32_t i = 0; i < e->id && at; i++) {
        for (uint64_t more = at & c->soft; more;) {
            more = (more << 1) & ~stop & ~at;
            at |= more;
            more &= c->soft;
        }
        at = (at & c->units) << 1;
        all |= at;
        at &= ~stop;
    }
    if (!cross) {
        r->bound |= all;
        return;
    }
    r->free |= r->bound | all;
    r->bound = 0;
}

static void stand(const struct sieve *s, const struct rb_element *e, struct reached *r)
{
    const struct rb_chunk *c = s->chunk;
    uint64_t places;

    switch ((enum rb_op)e->op) {
    case RB_OP_EDGE:
        places = (r->free | r->bound) & c->at_edge;
        r->free = places | (e->flags & RB_EL_OPTIONAL ? r->free : 0);
        r->bound = e->flags & RB_EL_OPTIONAL ? r->bound : 0;
        return;
    case RB_OP_FIRST:
        r->free &= c->at_start;
        r->bound &= c->at_start;
        return;
    case RB_OP_LAST:
        r->free &= c->at_end;
        r->bound &= c->at_end;
        return;
    case RB_OP_WORD:
    case RB_OP_SET:
    case RB_OP_ANY:
    case RB_OP_GAP:
    case RB_OP_NOT:
    case RB_OP_START:
    case RB_OP_END:
        return;
    }
}

bool rb_grid_sieve(struct rb_grid *g, const struct rb_phrase *phrase, uint32_t chunk,
                   uint64_t starts)
{
    const struct sieve s = {g, &g->chunks[chunk], chunk};
    const struct rb_element *e = rb_elements_of(g->lex, phrase);
    const struct rb_element *end = e + phrase->n_elements;
    struct reached r = {starts, 0};

    for (; e < end && (r.free | r.bound); e++) {
        if (e->op <= RB_OP_ANY)
            consume(&s, e, &r);
        else if (e->op == RB_OP_GAP)
            leap(s.chunk, e, &r);
        else
            stand(&s, e, &r);
    }
    return (r.free | r.bound) != 0;
}

bool rb_grid_plain(struct rb_grid *g, const struct rb_phrase *phrase, uint32_t chunk,
                   uint64_t *starts)
{
    const struct rb_chunk *c = &g->chunks[chunk];
    const struct rb_element *e = rb_elements_of(g->lex, phrase);
    uint64_t at = *starts, edge = 0;
    uint32_t width = 0;

    if (c->soft)
        return false;
    for (uint32_t i = 0; i < phrase->n_elements && at; i++, e++) {
        if (e->op == RB_OP_START || e->op == RB_OP_END)
            continue;
        at &= (e->op == RB_OP_ANY ? c->units : rb_grid_bits(g, rb_grid_row(g, e), chunk)) & ~edge;
        if (at && e->op == RB_OP_SET && g->long_of[e->id])
            return false;
        at <<= 1;
        width++;
        edge = c->edge;
    }
    *starts = at >> width;
    return true;
}
