#include "fact/run.h"

enum { TOLD = 16 * 1024 };

bool rb_run_init(struct rb_run *run)
{
    const struct rb_lexicon *lex = run->lex;
    size_t n = run->units.count;

    run->mark_here = rb_arena_array(run->scratch, n + 1, sizeof *run->mark_here);
    run->clause_of = rb_arena_array(run->scratch, n + 1, sizeof *run->clause_of);
    run->clause_first =
        rb_arena_array(run->scratch, (size_t)run->units.n_sentences + 2, sizeof *run->clause_first);
    run->mark_def = rb_arena_array(run->scratch, lex->n_defs + 1, sizeof *run->mark_def);
    run->active = rb_arena_array(run->scratch, lex->n_phrases / 64 + 1, sizeof *run->active);
    run->found = rb_arena_array(run->scratch, lex->n_facts + 1, sizeof *run->found);
    run->margins = rb_arena_array(run->scratch, lex->n_facts + 1, sizeof *run->margins);
    run->known =
        rb_arena_array(run->scratch, (size_t)run->units.n_sentences + 1, sizeof *run->known);
    run->told = rb_arena_array(run->scratch, TOLD / 64, sizeof *run->told);
    return rb_grid_begin(run->grid, run, run->scratch, &run->units) &&
           !rb_arena_failed(run->scratch);
}

static void wake(struct rb_run *run, uint32_t triggers, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        uint32_t phrase = run->lex->refs[triggers + i];

        run->active[phrase / 64] |= UINT64_C(1) << (phrase % 64);
    }
}

static bool has_mark(const struct rb_run *run, uint32_t def, uint32_t unit, uint32_t length)
{
    for (uint32_t m = run->mark_here[unit]; m; m = run->marks[m - 1].next_here)
        if (run->marks[m - 1].def == def && run->marks[m - 1].length == length)
            return true;
    return false;
}

/* Most marks are new, which one bit tells. */
static bool is_new(struct rb_run *run, uint32_t def, uint32_t unit, uint32_t length)
{
    uint32_t hash = (def * 2654435761u) ^ (unit * 40503u * 65599u) ^ (length * 2246822519u);
    uint64_t *word = &run->told[(hash >> 16) % (TOLD / 64)], bit = UINT64_C(1) << (hash >> 10) % 64;

    if (*word & bit)
        return !has_mark(run, def, unit, length);
    *word |= bit;
    return true;
}

static bool add_mark(struct rb_run *run, uint32_t def, uint32_t unit, uint32_t length, bool derived)
{
    struct rb_mark *mark;

    if (!is_new(run, def, unit, length))
        return false;
    if (run->n_marks == run->cap_marks) {
        mark = rb_arena_grow(run->scratch, run->marks, run->n_marks, &run->cap_marks, sizeof *mark);
        if (!mark)
            return false;
        run->marks = mark;
    }
    mark = &run->marks[run->n_marks++];
    *mark = (struct rb_mark){
        def, unit, (uint16_t)length, derived, run->mark_here[unit], run->mark_def[def]};
    rb_grid_def(run->grid, def, unit, length);
    run->mark_here[unit] = run->mark_def[def] = (uint32_t)run->n_marks;
    return true;
}

bool rb_hits_add(struct rb_run *run, struct rb_hits *hits, const struct rb_hit *hit)
{
    struct rb_hit *items =
        rb_arena_grow(run->scratch, hits->items, hits->count, &hits->cap, sizeof *items);

    if (!items)
        return false;
    hits->items = items;
    hits->items[hits->count++] = *hit;
    return true;
}

void rb_run_wanted(struct rb_run *run, uint32_t def)
{
    const struct rb_def *d = &run->lex->defs[def];

    rb_grid_look(run->grid, def);
    for (uint32_t i = 0; i < d->n_holds; i++)
        for (uint32_t m = run->mark_def[run->lex->refs[d->holds + i]]; m;) {
            const struct rb_mark mark = run->marks[m - 1];

            if (!mark.derived)
                (void)add_mark(run, def, mark.unit, mark.length, true);
            m = mark.next_same;
        }
}

uint32_t rb_marks_of(struct rb_run *run, uint32_t def)
{
    if (!run->grid->row_of[def])
        rb_run_wanted(run, def);
    return run->mark_def[def];
}

/* The first mark wakes also what waits for those that contain the definition. */
static void wake_all(struct rb_run *run, const struct rb_def *d)
{
    wake(run, d->trigger, d->n_triggers);
    for (uint32_t i = 0; i < d->n_included; i++) {
        const struct rb_def *outer = &run->lex->defs[run->lex->refs[d->included + i]];

        wake(run, outer->trigger, outer->n_triggers);
    }
}

void rb_mark(struct rb_run *run, uint32_t def, uint32_t unit, uint32_t length)
{
    const struct rb_def *d = &run->lex->defs[def];
    bool first = rb_marks_of(run, def) == 0;

    if (!add_mark(run, def, unit, length, false))
        return;
    if (first)
        wake_all(run, d);
    /* <Number> alone stands in more than a hundred groups, of which few are asked for. */
    for (uint32_t i = 0; i < d->n_included; i++) {
        uint32_t outer = run->lex->refs[d->included + i];

        if (run->grid->row_of[outer])
            (void)add_mark(run, outer, unit, length, true);
    }
}

bool rb_unit_in(const struct rb_run *run, const struct rb_unit *unit, uint32_t def)
{
    for (int r = 0; r < RB_SPLIT_READINGS; r++)
        if (unit->words[r] && rb_word_in(run->lex, unit->words[r], def))
            return true;
    return false;
}

bool rb_stands(const struct rb_run *run, uint32_t unit, uint32_t def)
{
    if (def == UINT32_MAX || unit >= run->units.count || !rb_grid_has(run->grid, def, unit))
        return false;
    if (!run->grid->crowded)
        return true;
    if (rb_unit_in(run, &run->units.items[unit], def))
        return true;
    for (uint32_t m = run->mark_here[unit]; m; m = run->marks[m - 1].next_here)
        if (run->marks[m - 1].def == def)
            return true;
    return false;
}

uint32_t rb_clause_end(const struct rb_run *run, uint32_t unit)
{
    return run->n_clauses ? run->clauses[run->clause_of[unit]].to : unit + 1;
}

uint32_t rb_clause_start(const struct rb_run *run, uint32_t unit)
{
    return run->n_clauses ? run->clauses[run->clause_of[unit]].from : unit;
}

/* Notes a word, with the definitions that are not looked for by their words. */
static void note_word(struct rb_run *run, uint32_t number, uint32_t unit)
{
    const struct rb_lexicon *lex = run->lex;
    const struct rb_word *word = &lex->words[number];
    const uint32_t *noted = &lex->refs[word->sets + word->n_marked];

    if (!run->grid->row_of[lex->n_defs + number])
        wake(run, word->triggers, word->n_triggers);
    rb_grid_word(run->grid, number, unit);
    for (uint32_t i = 0; i < word->n_noted; i++)
        rb_grid_note(run->grid, noted[i], unit);
}

void rb_run_words(struct rb_run *run)
{
    for (uint32_t u = 0; u < run->units.count; u++)
        for (int r = 0; r < RB_SPLIT_READINGS; r++)
            if (run->units.items[u].words[r])
                note_word(run, run->units.items[u].words[r], u);
}

void rb_run_helpers(struct rb_run *run)
{
    const struct rb_lexicon *lex = run->lex;

    for (uint32_t u = 0; u < run->units.count; u++)
        for (int r = 0; r < RB_SPLIT_READINGS; r++) {
            const struct rb_word *word = &lex->words[run->units.items[u].words[r]];
            bool known = run->known[run->units.items[u].sentence];

            for (uint32_t i = 0; i < word->n_marked; i++) {
                uint32_t def = lex->refs[word->sets + i];

                if (!known || lex->defs[def].varies)
                    rb_mark(run, def, u, 1);
            }
        }
}

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
    s->steady = !run->lex->defs[phrase->def].varies;
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

    if (chunk->part) {
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

static void run_phrase(struct rb_run *run, uint32_t number, struct rb_hits *hits)
{
    uint32_t done = UINT32_MAX; /* a start that one place of the anchor has covered is not tried
                                   again by the one before */
    struct search s;

    if (!begin_search(run, number, &s))
        return;
    for (uint32_t c = run->grid->n_chunks; c-- > 0;)
        for (uint64_t left = rb_grid_bits(run->grid, s.anchor, c) &
                             (s.steady ? run->grid->chunks[c].fresh : UINT64_MAX);
             left;) {
            uint32_t at = (uint32_t)(63 - __builtin_clzll(left)), from;
            uint32_t unit = run->grid->chunks[c].first + at;

            left ^= UINT64_C(1) << at;
            if (!has_needs(run, &s, c, unit))
                continue;
            from = earliest(run, s.phrase, unit);
            if (unit >= done)
                unit = done - 1;
            if (from >= done)
                continue;
            done = from;
            try_between(run, &s, c, from, unit, hits);
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
