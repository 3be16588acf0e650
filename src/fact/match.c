/* One phrase against the units from one place on: depth first, with a memory of what failed, so
 * that the work is bounded by elements times units however gaps and options multiply. */
#include "base/limits.h"
#include "fact/run.h"

enum { SPAN = RB_MATCH_SPAN, MOST_MARKS = RB_MOST_LENGTHS, MOST_SOFT = 4 };

/* A state leads to at most so many others: each mark behind each soft unit, repeated or left. */
enum { STACK = RB_MAX_PHRASE_NODES * (MOST_MARKS + 1) * (MOST_SOFT + 1) * 2 };

struct step {
    uint16_t element;
    uint16_t at;         /* unit, from the start of the match */
    uint16_t start, end; /* the fact's bounds + 1; 0: not yet */
    uint16_t value_from, value_to;
    bool edge; /* an edge was asked for: the next word may stand behind one */
};

struct match {
    struct rb_run *run;
    const struct rb_phrase *phrase;
    const struct rb_element *elements;
    uint32_t number, from, limit; /* of the phrase; first unit; end of the sentence or span */
    uint32_t sentence;
    struct step *stack;
    size_t depth;
};

size_t rb_match_stack_size(void)
{
    return STACK * sizeof(struct step);
}

size_t rb_match_seen_size(void)
{
    return (size_t)(RB_MAX_PHRASE_NODES + 1) * 2 * (SPAN / 64) * sizeof(uint64_t);
}

/* Was this state tried before? Remembers it. */
static bool seen(struct match *m, const struct step *s)
{
    size_t row = ((size_t)s->element * 2 + s->edge) * (SPAN / 64);
    uint64_t *word = &m->run->seen[row + s->at / 64], bit = UINT64_C(1) << (s->at % 64);

    if (*word & bit)
        return true;
    *word |= bit;
    return false;
}

static void push(struct match *m, struct step s)
{
    if (m->depth < STACK)
        m->stack[m->depth++] = s;
}

/* After an element that took the units up to `to` (from the start of the match). */
static struct step taken(const struct step *s, const struct rb_element *e, uint32_t at, uint32_t to)
{
    struct step next = *s;

    if (e->flags & RB_EL_VALUE) {
        next.value_from = (uint16_t)at;
        next.value_to = (uint16_t)to;
    }
    if (!(e->flags & RB_EL_REPEAT))
        next.element++;
    next.at = (uint16_t)to;
    next.edge = false;
    return next;
}

/* A repeated element may also be left behind once it has matched. */
static void push_taken(struct match *m, const struct step *s, const struct rb_element *e,
                       uint32_t at, uint32_t to)
{
    struct step next = taken(s, e, at, to);

    if (e->flags & RB_EL_REPEAT) {
        struct step leave = next;

        leave.element++;
        push(m, leave);
    }
    push(m, next);
}

static bool has_word(const struct rb_unit *u, uint32_t word)
{
    return word && (u->words[0] == word || u->words[1] == word || u->words[2] == word);
}

/* The marks of a definition at a unit, shortest pushed first so that the longest is tried first. */
static void push_marks(struct match *m, const struct step *s, const struct rb_element *e,
                       uint32_t unit)
{
    struct rb_run *run = m->run;
    uint32_t lengths[MOST_MARKS];
    size_t n;

    if (!rb_grid_has(run->grid, e->id, unit))
        return;
    if (!run->grid->long_of[e->id] && !run->grid->large) {
        push_taken(m, s, e, unit - m->from, unit + 1 - m->from);
        return;
    }
    n = run->grid->large && !rb_may_be_marked(run, e->id, unit)
            ? 0
            : rb_lengths_at(run, e->id, unit, m->limit - unit, lengths);
    if (rb_unit_in(run, &run->units.items[unit], e->id))
        push_taken(m, s, e, unit - m->from, unit + 1 - m->from);
    while (n)
        push_taken(m, s, e, unit - m->from, unit + lengths[--n] - m->from);
}

/* The element at one unit. */
static void take_at(struct match *m, const struct step *s, const struct rb_element *e, uint32_t at)
{
    if (e->flags & RB_EL_OR_ANY)
        push_taken(m, s, e, at - m->from, at + 1 - m->from);
    if (e->op == RB_OP_SET)
        push_marks(m, s, e, at);
    else if (e->op == RB_OP_ANY || has_word(&m->run->units.items[at], e->id))
        push_taken(m, s, e, at - m->from, at + 1 - m->from);
}

/* A word, a set, any word: here, or behind what may be skipped. */
static void consume(struct match *m, const struct step *s, const struct rb_element *e)
{
    const struct rb_unit *items = m->run->units.items;
    uint32_t unit = m->from + s->at, behind = unit;

    if (unit >= m->limit)
        return;
    /* An edge anywhere between the last word and this one parts them, unless the phrase asks for
     * it. */
    if (s->at > 0 && !s->edge && items[unit].flags & RB_UNIT_EDGE)
        return;
    while (behind < m->limit && behind < unit + MOST_SOFT && items[behind].flags & RB_UNIT_SOFT)
        behind++;
    for (uint32_t k = unit + 1; k <= behind && s->at > 0 && !s->edge; k++)
        if (k < m->limit && items[k].flags & RB_UNIT_EDGE)
            behind = k - 1;
    /* Later alternatives are pushed first. */
    for (uint32_t at = behind + 1; at-- > unit;)
        if (at < m->limit)
            take_at(m, s, e, at);
}

/* Shortest first: the widest is pushed first. */
static void leap(struct match *m, const struct step *s, const struct rb_element *e)
{
    const struct rb_units *units = &m->run->units;
    uint32_t unit = m->from + s->at, to = unit, words = 0;

    while (to < m->limit && words < e->id) {
        bool first = to == unit && (s->at == 0 || s->edge);

        if (!first && units->items[to].flags & RB_UNIT_EDGE && !(e->flags & RB_EL_CROSS))
            break;
        words += !(units->items[to].flags & RB_UNIT_SOFT);
        to++;
    }
    for (; to > unit; to--) {
        struct step next = *s;

        next.element++;
        next.at = (uint16_t)(to - m->from);
        /* A gap that crosses commas leaves the next word free to stand behind one. */
        next.edge = (e->flags & RB_EL_CROSS) != 0;
        push(m, next);
    }
}

/* Does what must not stand here stand here? */
static bool forbidden(const struct match *m, const struct step *s, uint32_t def)
{
    const struct rb_units *units = &m->run->units;
    uint32_t unit = m->from + s->at;

    if (s->at > 0 && !s->edge && unit < m->limit && units->items[unit].flags & RB_UNIT_EDGE)
        return false;
    while (unit < m->limit) {
        if (rb_stands(m->run, unit, def))
            return true;
        if (!(units->items[unit].flags & RB_UNIT_SOFT))
            break;
        unit++;
    }
    return false;
}

/* May the element be left out here? *skip: the state behind it. */
static bool may_skip(const struct match *m, const struct rb_element *e, uint32_t unit,
                     struct step *skip)
{
    if (e->flags & RB_EL_OR_EDGE && rb_at_edge(m->run, m->sentence, unit)) {
        skip->edge = true;
        return true;
    }
    return e->flags & RB_EL_OPTIONAL ||
           (e->flags & RB_EL_OR_LAST && rb_at_end(m->run, m->sentence, unit)) ||
           (e->flags & RB_EL_OR_FIRST && rb_at_start(m->run, m->sentence, unit));
}

/* What takes no words: whether it holds here, and the state behind it. */
static bool pass(const struct match *m, const struct rb_element *e, const struct step *s,
                 struct step *next)
{
    uint32_t unit = m->from + s->at;

    next->element++;
    switch ((enum rb_op)e->op) {
    case RB_OP_EDGE:
        if (rb_at_edge(m->run, m->sentence, unit))
            next->edge = true;
        else if (!(e->flags & RB_EL_OPTIONAL))
            return false;
        break;
    case RB_OP_FIRST:
        return rb_at_start(m->run, m->sentence, unit);
    case RB_OP_LAST:
        return rb_at_end(m->run, m->sentence, unit);
    case RB_OP_NOT:
        return !forbidden(m, s, e->id);
    case RB_OP_START:
        next->start = (uint16_t)(s->at + 1);
        break;
    case RB_OP_END:
        next->end = (uint16_t)(s->at + 1);
        break;
    case RB_OP_WORD:
    case RB_OP_SET:
    case RB_OP_ANY:
    case RB_OP_GAP:
        break;
    }
    return true;
}

static void advance(struct match *m, const struct step *s)
{
    const struct rb_element *e = &m->elements[s->element];
    struct step skip = *s;

    if (e->op <= RB_OP_ANY) {
        skip.element++;
        if (e->flags & RB_EL_SKIPPABLE && may_skip(m, e, m->from + s->at, &skip))
            push(m, skip);
        consume(m, s, e);
    } else if (e->op == RB_OP_GAP) {
        skip.element++;
        leap(m, s, e);
        skip.edge = s->edge || (e->flags & RB_EL_CROSS) != 0;
        push(m, skip);
    } else if (pass(m, e, s, &skip)) {
        push(m, skip);
    }
}

static void finish(const struct match *m, const struct step *s, struct rb_hit *out)
{
    *out = (struct rb_hit){.phrase = m->number,
                           .block = m->phrase->block,
                           .match_from = m->from,
                           .match_to = m->from + s->at,
                           .from = m->from + (s->start ? s->start - 1u : 0u),
                           .to = m->from + (s->end ? s->end - 1u : s->at),
                           .value_from = m->from + s->value_from,
                           .value_to = m->from + s->value_to};
    if (s->value_from == s->value_to)
        out->value_from = out->value_to = 0;
    /* What was skipped is no part of the fact's beginning. */
    while (out->from + 1 < out->to && m->run->units.items[out->from].flags & RB_UNIT_SOFT)
        out->from++;
}

/* Can a match begin here at all? Says no to most places before any memory is touched. */
static bool may_begin(const struct match *m)
{
    const struct rb_unit *u = &m->run->units.items[m->from];
    const struct rb_element *e = &m->elements[m->phrase->head];

    if (m->phrase->head == m->phrase->n_elements || u->flags & RB_UNIT_SOFT)
        return true;
    return e->op == RB_OP_WORD ? has_word(u, e->id) : rb_stands(m->run, m->from, e->id);
}

static bool begin(struct match *m, struct rb_run *run, uint32_t phrase, uint32_t unit)
{
    uint32_t sentence = run->units.items[unit].sentence;
    uint32_t end = run->units.sentence_first[sentence + 1];

    *m = (struct match){.run = run,
                        .phrase = rb_phrase_at(run->lex, phrase),
                        .number = phrase,
                        .from = unit,
                        .sentence = sentence,
                        .stack = run->stack};
    m->elements = rb_elements_of(run->lex, m->phrase);
    if (!may_begin(m))
        return false;
    m->limit = end - unit > SPAN - 1 ? unit + SPAN - 1 : end;
    memset(run->seen, 0, (size_t)(m->phrase->n_elements + 1) * 2 * (SPAN / 64) * sizeof *run->seen);
    push(m, (struct step){0});
    return true;
}

/* The next way in which the phrase matches, best first; false: there is none. */
static bool next_match(struct match *m, struct rb_hit *out)
{
    while (m->depth) {
        struct step s = m->stack[--m->depth];

        if (s.element < m->phrase->n_elements) {
            if (!seen(m, &s))
                advance(m, &s);
            continue;
        }
        if (s.start && s.start - 1u >= (s.end ? s.end - 1u : s.at))
            continue; /* a fact without words */
        finish(m, &s, out);
        if (out->to > out->from)
            return true;
    }
    return false;
}

bool rb_match_at(struct rb_run *run, uint32_t phrase, uint32_t unit, struct rb_hit *out)
{
    struct match m;

    return begin(&m, run, phrase, unit) && next_match(&m, out);
}

size_t rb_match_all(struct rb_run *run, uint32_t phrase, uint32_t unit, struct rb_hit *out,
                    size_t most)
{
    struct match m;
    size_t n = 0;

    if (!begin(&m, run, phrase, unit))
        return 0;
    while (n < most && next_match(&m, &out[n])) {
        bool known = false;

        for (size_t i = 0; i < n; i++)
            known |= out[i].from == out[n].from && out[i].to == out[n].to;
        n += !known;
    }
    return n;
}

bool rb_match_plain(struct rb_run *run, uint32_t number, uint32_t unit, struct rb_hit *out)
{
    const struct rb_phrase *phrase = rb_phrase_at(run->lex, number);
    const struct match m = {.run = run, .phrase = phrase, .number = number, .from = unit};
    const struct rb_element *e = rb_elements_of(run->lex, phrase);
    struct step s = {0};

    for (; s.element < phrase->n_elements; e++) {
        if (e->op == RB_OP_START)
            s.start = (uint16_t)(s.at + 1);
        else if (e->op == RB_OP_END)
            s.end = (uint16_t)(s.at + 1);
        if (e->op > RB_OP_ANY)
            s.element++;
        else
            s = taken(&s, e, s.at, s.at + 1u);
    }
    if (s.start && s.start - 1u >= (s.end ? s.end - 1u : s.at))
        return false;
    finish(&m, &s, out);
    return out->to > out->from;
}
