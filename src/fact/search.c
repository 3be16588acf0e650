/* Phrases looked for: by the places of what they are found by, through the sieve, to the matcher.
 */
#include "fact/run.h"

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
    if (run->recalls && phrase->flags & RB_PHRASE_STEADY &&
        (hits || run->lex->defs[phrase->def].varies))
        (void)rb_hits_add(run, &run->steady, hit);
    if (!hits) {
        rb_mark(run, phrase->def, hit->from, hit->to - hit->from);
        if (run->tally)
            run->tally->phrases[phrase - run->lex->phrases]++;
        return;
    }
    (void)rb_hits_add(run, hits, hit);
}

enum { MOST_WAYS = 8 };

/* The units of a chunk that belong to a unit's sentence. */
static uint64_t sentence_bits(const struct rb_run *run, const struct rb_chunk *chunk, uint32_t unit)
{
    uint32_t sentence = run->units.items[unit].sentence;
    uint32_t first = run->units.sentence_first[sentence];
    uint32_t end = run->units.sentence_first[sentence + 1];

    return (UINT64_C(1) << (end - chunk->first)) - (UINT64_C(1) << (first - chunk->first));
}

/* A phrase while it is looked for: what it is found by, and the rarest others that it needs. */
struct search {
    const struct rb_phrase *phrase;
    uint32_t number;
    uint32_t anchor, needs[RB_NEEDS]; /* rows of the grid */
    bool steady; /* what it finds does not depend on facts: known sentences have it already */
    size_t n_needs;
};

/* False: something that every match needs stands nowhere. */
static bool begin_search(const struct rb_run *run, uint32_t number, struct search *s)
{
    const struct rb_phrase *phrase = &run->lex->phrases[number];
    const struct rb_element *elements = &run->lex->elements[phrase->element];

    s->phrase = phrase;
    s->number = number;
    s->steady = phrase->flags & RB_PHRASE_STEADY;
    s->n_needs = 0;
    for (int i = 0; i < RB_NEEDS && phrase->needs[i] < phrase->n_elements; i++) {
        uint32_t row = rb_grid_row(run->grid, &elements[phrase->needs[i]]);

        if (row == RB_NOWHERE)
            return false;
        s->needs[s->n_needs++] = row;
    }
    s->anchor = rb_grid_row(run->grid, &elements[phrase->anchor]);
    return s->anchor != RB_NOWHERE;
}

static bool has_needs(const struct rb_run *run, const struct search *s, uint32_t number,
                      uint32_t unit)
{
    const struct rb_chunk *chunk = &run->grid->chunks[number];
    uint64_t sentence;

    if (chunk->part || s->n_needs == 0)
        return true;
    sentence = sentence_bits(run, chunk, unit);
    for (size_t i = 0; i < s->n_needs; i++)
        if (!(rb_grid_bits(run->grid, s->needs[i], number) & sentence))
            return false;
    return true;
}

static void try_at(struct rb_run *run, uint32_t number, uint32_t start, struct rb_hits *hits)
{
    struct rb_hit found[MOST_WAYS];
    size_t n = hits ? rb_match_at(run, number, start, &found[0])
                    : rb_match_all(run, number, start, found, MOST_WAYS);

    for (size_t i = 0; i < n; i++)
        add_hit(run, &run->lex->phrases[number], hits, &found[i]);
}

/* Tries the phrase at the units [from, to] of a chunk, those that the sieve lets through. */
static void try_between(struct rb_run *run, const struct search *s, uint32_t number, uint32_t from,
                        uint32_t to, struct rb_hits *hits)
{
    const struct rb_chunk *chunk = &run->grid->chunks[number];
    uint64_t starts;

    if (run->grid->large || chunk->part) {
        for (uint32_t start = from; start <= to; start++)
            try_at(run, s->number, start, hits);
        return;
    }
    starts = (UINT64_C(2) << (to - chunk->first)) - (UINT64_C(1) << (from - chunk->first));
    if (!rb_grid_sieve(run->grid, s->phrase, number, starts))
        return;
    if (from == to) {
        try_at(run, s->number, from, hits);
        return;
    }
    for (uint32_t start = from; start <= to; start++)
        if (rb_grid_sieve(run->grid, s->phrase, number, UINT64_C(1) << (start - chunk->first)))
            try_at(run, s->number, start, hits);
}

/* About one place of the anchor. done: a start that one place has covered is not tried again by the
 * one before; places come from the last to the first. */
static void search_at(struct rb_run *run, const struct search *s, uint32_t chunk, uint32_t unit,
                      uint32_t *done, struct rb_hits *hits)
{
    uint32_t from = earliest(run, s->phrase, unit);

    if (unit >= *done)
        unit = *done - 1;
    if (from >= *done)
        return;
    *done = from;
    try_between(run, s, chunk, from, unit, hits);
}

static void run_phrase(struct rb_run *run, uint32_t number, struct rb_hits *hits)
{
    uint32_t done = UINT32_MAX;
    struct search s;

    if (!begin_search(run, number, &s))
        return;
    if (run->grid->large) {
        uint32_t unit = run->units.count;

        rb_large_places(run, &run->lex->elements[s.phrase->element + s.phrase->anchor]);
        while (rb_large_before(run, &unit))
            search_at(run, &s, 0, unit, &done, hits);
        return;
    }
    for (uint32_t c = run->grid->n_chunks; c-- > 0;)
        for (uint64_t left = rb_grid_bits(run->grid, s.anchor, c) &
                             (s.steady ? run->grid->chunks[c].fresh : UINT64_MAX);
             left;) {
            uint32_t at = (uint32_t)(63 - __builtin_clzll(left));

            left ^= UINT64_C(1) << at;
            if (has_needs(run, &s, c, run->grid->chunks[c].first + at))
                search_at(run, &s, c, run->grid->chunks[c].first + at, &done, hits);
        }
}

void rb_run_phrases(struct rb_run *run, uint32_t from, uint32_t to, struct rb_hits *hits)
{
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
