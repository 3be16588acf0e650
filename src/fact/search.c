/* Phrases looked for: by the places of what they are found by, through the sieve, to the matcher.
 */
#include "fact/recall.h"

/* Where a phrase may begin so that its anchor stands at `unit`: back over at most before_max words,
 * soft ones not counted, within the sentence. */
static uint32_t earliest(const struct rb_run *run, const struct rb_phrase *phrase, uint32_t unit)
{
    uint32_t first = run->units.sentence_first[run->units.items[unit].sentence];
    uint32_t left = phrase->before_max;

    if (unit - first > RB_MATCH_SPAN)
        first = unit - RB_MATCH_SPAN;
    while (unit > first) {
        bool soft = run->units.items[unit - 1].flags & RB_UNIT_SOFT;

        if (!soft && left-- == 0)
            break;
        unit--;
    }
    return unit;
}

static void add_hit(struct rb_run *run, const struct rb_phrase *phrase, struct rb_hits *hits,
                    struct rb_hit *hit)
{
    if (phrase->flags & RB_PHRASE_TO_SENTENCE_END)
        hit->to = run->units.sentence_first[run->units.items[hit->from].sentence + 1];
    if (phrase->flags & RB_PHRASE_TO_CLAUSE_END && hit->to > 0) {
        uint32_t end = rb_clause_end(run, hit->to - 1);

        hit->to = end > hit->to ? end : hit->to;
    }
    if (phrase->flags & RB_PHRASE_FROM_CLAUSE_START)
        hit->from = rb_clause_start(run, hit->from);
    if (run->recalls && (hits || run->lex->defs[phrase->def].varies))
        (void)rb_hits_add(run, &run->matched, hit);
    if (!hits) {
        rb_mark(run, phrase->def, hit->from, hit->to - hit->from);
        if (run->tally)
            run->tally->phrases[hit->phrase]++;
        return;
    }
    (void)rb_hits_add(run, hits, hit);
}

enum { MOST_WAYS = 8 };

/* A phrase while it is looked for: what it is found by, and the rarest others that it needs. */
struct search {
    const struct rb_phrase *phrase;
    uint32_t number;
    uint32_t anchor, needs[RB_NEEDS]; /* rows of the grid */
    size_t n_needs;
};

/* False: something that every match needs stands nowhere. Words cost nothing to ask for; sets,
 * which have to be looked for, come behind them. */
static bool begin_search(const struct rb_run *run, uint32_t number, struct search *s)
{
    const struct rb_phrase *phrase = rb_phrase_at(run->lex, number);
    const struct rb_element *elements = rb_elements_of(run->lex, phrase);

    s->phrase = phrase;
    s->number = number;
    s->anchor = 0;
    s->n_needs = 0;
    for (int i = 0; i < RB_NEEDS && phrase->needs[i] < phrase->n_elements; i++) {
        const struct rb_element *e = &elements[phrase->needs[i]];

        if (e->op == RB_OP_SET && !s->anchor) {
            s->anchor = rb_grid_row(run->grid, &elements[phrase->anchor]);
            if (s->anchor == RB_NOWHERE)
                return false;
        }
        s->needs[s->n_needs] = rb_grid_row(run->grid, e);
        if (s->needs[s->n_needs++] == RB_NOWHERE)
            return false;
    }
    if (!s->anchor)
        s->anchor = rb_grid_row(run->grid, &elements[phrase->anchor]);
    return s->anchor != RB_NOWHERE;
}

/* ---- over the bits of a chunk ---- */

/* All units of the sentences that hold one of these. */
static uint64_t sentences_of(const struct rb_chunk *c, uint64_t units)
{
    uint64_t all = 0;

    while (units) {
        uint64_t lowest = units & -units;
        uint64_t below = c->begin & (lowest | (lowest - 1));
        uint64_t above = c->begin & ~(lowest | (lowest - 1));
        uint64_t first = UINT64_C(1) << (63 - __builtin_clzll(below));
        uint64_t sentence = (above ? above & -above : c->units + 1) - first;

        all |= sentence;
        units &= ~sentence;
    }
    return all;
}

/* Where the phrase may begin so that its anchor stands at one of these: see earliest. */
static uint64_t starts_of(const struct rb_chunk *c, uint64_t anchors, uint32_t most)
{
    uint64_t starts = anchors, more;

    for (;; most--) {
        for (more = starts; more && c->soft; starts |= more)
            more = ((more & ~c->begin) >> 1) & c->soft & ~starts;
        more = most ? ((starts & ~c->begin) >> 1) & ~starts : 0;
        if (!more)
            return starts;
        starts |= more;
    }
}

/* Of these starts those at which the first word of every match stands, or one that may be skipped.
 */
static uint64_t heads_of(const struct rb_run *run, const struct rb_phrase *phrase, uint32_t number,
                         uint64_t starts)
{
    uint32_t row;

    if (phrase->head == phrase->n_elements || !(starts & (starts - 1)))
        return starts;
    row = rb_grid_row(run->grid, &rb_elements_of(run->lex, phrase)[phrase->head]);
    return starts & (run->grid->chunks[number].soft | rb_grid_bits(run->grid, row, number));
}

/* The anchors of a chunk that come into question. */
static uint64_t anchors_of(const struct rb_run *run, const struct search *s, uint32_t number)
{
    const struct rb_chunk *c = &run->grid->chunks[number];
    uint64_t anchors = rb_grid_bits(run->grid, s->anchor, number);

    /* A known sentence has what its words alone decide, and maybe the rest. */
    anchors &= s->phrase->flags & RB_PHRASE_STEADY ? c->fresh : c->unsure;
    for (size_t i = 0; i < s->n_needs && anchors && !c->part; i++) {
        uint64_t needed = rb_grid_bits(run->grid, s->needs[i], number);

        anchors &= needed && c->begin & (c->begin - 1) ? sentences_of(c, needed)
                   : needed                            ? UINT64_MAX
                                                       : 0;
    }
    return anchors;
}

/* ---- one phrase ---- */

static void try_at(struct rb_run *run, const struct search *s, uint32_t start, struct rb_hits *hits)
{
    struct rb_hit found[MOST_WAYS];
    size_t n = hits ? rb_match_at(run, s->number, start, &found[0])
                    : rb_match_all(run, s->number, start, found, MOST_WAYS);

    for (size_t i = 0; i < n; i++)
        add_hit(run, s->phrase, hits, &found[i]);
}

/* About one place of the anchor, at the starts [from, to]. done: a start that one place has covered
 * is not tried again by the one before; places come from the last to the first. */
static bool next_starts(const struct rb_run *run, const struct search *s, uint32_t unit,
                        uint32_t *done, uint32_t *from, uint32_t *to)
{
    *from = earliest(run, s->phrase, unit);
    *to = unit >= *done ? *done - 1 : unit;
    if (*from >= *done)
        return false;
    *done = *from;
    return true;
}

/* Where no sieve is: in a large draft, or a part of a long sentence. */
static void search_at(struct rb_run *run, const struct search *s, uint32_t unit, uint32_t *done,
                      struct rb_hits *hits)
{
    uint32_t from, to;

    if (next_starts(run, s, unit, done, &from, &to))
        for (; from <= to; from++)
            try_at(run, s, from, hits);
}

/* A plain phrase, of which the bits tell all; false: there they do not. */
static bool search_plain(struct rb_run *run, const struct search *s, uint32_t number,
                         uint64_t starts, struct rb_hits *hits)
{
    uint32_t first = run->grid->chunks[number].first;

    if (!rb_grid_plain(run->grid, s->phrase, number, &starts))
        return false;
    while (starts) {
        uint32_t at = (uint32_t)(63 - __builtin_clzll(starts));
        struct rb_hit hit;

        starts ^= UINT64_C(1) << at;
        if (rb_match_plain(run, s->number, first + at, &hit))
            add_hit(run, s->phrase, hits, &hit);
    }
    return true;
}

static void search_chunk(struct rb_run *run, const struct search *s, uint32_t number,
                         uint64_t anchors, struct rb_hits *hits)
{
    const struct rb_chunk *c = &run->grid->chunks[number];
    uint64_t starts = starts_of(c, anchors, s->phrase->before_max);
    uint32_t done = UINT32_MAX, from, to;

    starts = heads_of(run, s->phrase, number, starts);
    if (!starts)
        return;
    if (s->phrase->flags & RB_PHRASE_PLAIN && search_plain(run, s, number, starts, hits))
        return;
    if (!rb_grid_sieve(run->grid, s->phrase, number, starts))
        return;
    while (anchors) {
        uint32_t at = (uint32_t)(63 - __builtin_clzll(anchors));

        anchors ^= UINT64_C(1) << at;
        if (!next_starts(run, s, c->first + at, &done, &from, &to))
            continue;
        for (; from <= to; from++) {
            uint64_t bit = UINT64_C(1) << (from - c->first);

            if (starts & bit && (bit == starts || rb_grid_sieve(run->grid, s->phrase, number, bit)))
                try_at(run, s, from, hits);
        }
    }
}

static void search_part(struct rb_run *run, const struct search *s, uint32_t first,
                        uint64_t anchors, uint32_t *done, struct rb_hits *hits)
{
    while (anchors) {
        uint32_t at = (uint32_t)(63 - __builtin_clzll(anchors));

        anchors ^= UINT64_C(1) << at;
        search_at(run, s, first + at, done, hits);
    }
}

static void run_phrase(struct rb_run *run, uint32_t number, struct rb_hits *hits)
{
    bool steady = rb_phrase_at(run->lex, number)->flags & RB_PHRASE_STEADY;
    uint32_t done = UINT32_MAX;
    struct search s;

    if ((run->in_parts && !steady) || !begin_search(run, number, &s))
        return;
    if (run->grid->large) {
        uint32_t unit = run->units.count;

        rb_large_places(run, &rb_elements_of(run->lex, s.phrase)[s.phrase->anchor]);
        while (rb_large_before(run, &unit))
            if (!steady || !run->known[run->units.items[unit].sentence])
                search_at(run, &s, unit, &done, hits);
        return;
    }
    for (uint32_t c = run->grid->n_chunks; c-- > 0;) {
        uint64_t anchors = anchors_of(run, &s, c);

        if (!anchors)
            continue;
        if (run->grid->chunks[c].part)
            search_part(run, &s, run->grid->chunks[c].first, anchors, &done, hits);
        else
            search_chunk(run, &s, c, anchors, hits);
    }
}

void rb_run_phrases(struct rb_run *run, uint32_t from, uint32_t to, struct rb_hits *hits)
{
    if (run->stories)
        rb_recall_phrases(run, from, to);
    for (uint32_t p = from; p < to && !rb_arena_failed(run->scratch);) {
        uint64_t bits = run->active[p / 64] >> (p % 64);

        if (!bits) {
            p = (p / 64 + 1) * 64;
            continue;
        }
        p += (uint32_t)__builtin_ctzll(bits);
        if (p < to)
            run_phrase(run, p, hits);
        p++;
    }
}
