/* Clauses, and the kinds of meaning that are told by cues: each clause adds up the points of the
 * cues found in and around it; kinds that are rivals compete for it. */
#include "base/buffer.h"
#include "fact/run.h"

/* Shorter pieces between two commas are no clause of their own, but part of the one before: members
 * of a list, a name. */
enum { SHORTEST_CLAUSE = 3 };

static bool add_clause(struct rb_run *run, uint32_t from, uint32_t to, uint32_t sentence)
{
    struct rb_clause clause = {from, to, sentence};
    struct rb_clause *items =
        rb_arena_grow(run->scratch, run->clauses, run->n_clauses, &run->cap_clauses, sizeof *items);

    if (!items)
        return false;
    run->clauses = items;
    run->clauses[run->n_clauses++] = clause;
    return true;
}

static void sentence_clauses(struct rb_run *run, uint32_t sentence)
{
    uint32_t first = run->units.sentence_first[sentence];
    uint32_t end = run->units.sentence_first[sentence + 1], from = first;

    if (first == end)
        return;
    for (uint32_t u = first + 1; u <= end; u++) {
        bool edge = u < end && run->units.items[u].flags & RB_UNIT_EDGE;
        bool opened = u < end && run->openers[u];

        if (u < end && !edge && !opened)
            continue;
        if (u - from < SHORTEST_CLAUSE && from > first && !run->openers[from])
            run->clauses[run->n_clauses - 1].to = u;
        else if (!add_clause(run, from, u, sentence))
            return;
        from = u;
    }
}

void rb_run_clauses(struct rb_run *run)
{
    struct rb_walk walk = {.def = run->lex->clause_def};
    const struct rb_mark *mark;

    run->n_clauses = 0;
    while (run->lex->clause_def != UINT32_MAX && (mark = rb_next_mark(run, &walk)))
        run->openers[mark->unit] = true;
    for (uint32_t s = run->now.sentence; s < run->now.end_sentence; s++) {
        run->clause_first[s] = (uint32_t)run->n_clauses;
        sentence_clauses(run, s);
    }
    run->clause_first[run->now.end_sentence] = (uint32_t)run->n_clauses;
    if (rb_arena_failed(run->scratch))
        return;
    for (size_t c = 0; c < run->n_clauses; c++)
        for (uint32_t u = run->clauses[c].from; u < run->clauses[c].to; u++)
            run->clause_of[u] = (uint32_t)c;
}

/* The clauses that a cue found at a unit speaks of. */
static void reach(const struct rb_run *run, uint8_t scope, uint32_t clause, uint32_t *from,
                  uint32_t *to)
{
    uint32_t n = (uint32_t)run->n_clauses, sentence = run->clauses[clause].sentence;

    *from = clause;
    *to = clause + 1;
    switch ((enum rb_cue_scope)scope) {
    case RB_CUE_CLAUSE:
        break;
    case RB_CUE_SENTENCE:
        *from = run->clause_first[sentence];
        *to = run->clause_first[sentence + 1];
        break;
    case RB_CUE_BEFORE: /* found in a clause: it counts for the one behind */
        *from = clause + 1;
        *to = clause + 2 < n ? clause + 2 : n;
        break;
    case RB_CUE_AFTER:
        *from = clause ? clause - 1 : 0;
        *to = clause;
        break;
    case RB_CUE_DRAFT:
        *from = 0;
        *to = n;
        break;
    }
}

/* Does a cue's window hold this unit? */
static bool in_window(const struct rb_run *run, const struct rb_cue *cue, uint32_t unit)
{
    uint32_t sentence = run->units.items[unit].sentence;

    if (cue->first_sentences && sentence >= cue->first_sentences)
        return false;
    return !cue->last_sentences || sentence + cue->last_sentences >= run->units.n_sentences;
}

/* What the cues of one fact came to, by clause. */
struct tally {
    int32_t *score;
    uint32_t *stamp; /* the last cue that counted, + 1 */
    uint64_t *cues;  /* bit by cue, `row` words for each clause */
    uint32_t row;
};

/* Adds one cue's points to each clause it speaks of, once. */
static void add_cue(struct rb_run *run, const struct rb_cue *cue, uint32_t number,
                    const struct tally *t)
{
    const uint32_t now = number + 1;
    struct rb_walk walk = {.def = cue->def};
    const struct rb_mark *mark;

    while ((mark = rb_next_mark(run, &walk))) {
        uint32_t from, to, unit = mark->unit;

        if (!in_window(run, cue, unit))
            continue;
        reach(run, cue->scope, run->clause_of[unit], &from, &to);
        if (run->tally)
            run->tally->cues[cue - run->lex->cues]++;
        /* A wide cue reaches the same clauses from each of its places: once is enough. */
        if (from < to && t->stamp[from] == now && t->stamp[to - 1] == now)
            continue;
        for (uint32_t c = from; c < to; c++) {
            if (t->stamp[c] == now)
                continue;
            t->stamp[c] = now;
            t->score[c] += cue->points;
            t->cues[(size_t)c * t->row + number / 64] |= UINT64_C(1) << (number % 64);
        }
    }
}

/* "a verb of gain +3, a measure +2" */
static struct rb_slice reason(struct rb_run *run, const struct rb_fact_def *fact, uint32_t clause,
                              const struct tally *t)
{
    struct rb_buffer text;

    rb_buffer_init(&text);
    for (uint32_t i = 0; i < fact->n_cues; i++) {
        const struct rb_cue *cue = &run->lex->cues[fact->cue + i];

        if (!(t->cues[(size_t)clause * t->row + i / 64] >> (i % 64) & 1))
            continue;
        rb_buffer_puts(&text, text.len ? ", " : "");
        rb_buffer_slice_add(&text, cue->name);
        rb_buffer_puts(&text, cue->points < 0 ? " -" : " +");
        rb_buffer_uint(&text, (uint64_t)(cue->points < 0 ? -cue->points : cue->points));
    }
    return rb_buffer_keep(&text, run->keep);
}

/* The first hit of a list, which is in order, that begins at or behind a unit. */
static size_t first_from(const struct rb_hits *hits, uint32_t unit)
{
    size_t low = 0, high = hits->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (hits->items[middle].from >= unit)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* Does a rival hold the clause? Takes it away from rivals that pass by less. */
static bool lost(struct rb_run *run, const struct rb_fact_def *fact, uint32_t clause,
                 int32_t margin)
{
    for (uint32_t i = 0; i < fact->n_rivals; i++) {
        uint32_t other = rb_ref(run->lex, fact->rivals + i);
        struct rb_hits *hits = &run->found[other];

        if (!run->margins[other] || run->margins[other][clause] < 0)
            continue;
        if (run->margins[other][clause] >= margin)
            return true;
        run->margins[other][clause] = -1;
        for (size_t k = first_from(hits, run->clauses[clause].from);
             k < hits->count && hits->items[k].from < run->clauses[clause].to; k++)
            if (hits->items[k].phrase == UINT32_MAX && hits->items[k].reason.len)
                hits->items[k].dropped = true;
    }
    return false;
}

void rb_run_cues(struct rb_run *run, uint32_t number, struct rb_hits *hits)
{
    const struct rb_fact_def *fact = &run->lex->facts[number];
    struct tally t = {.row = fact->n_cues / 64 + 1};

    t.score = rb_arena_array(run->scratch, run->n_clauses + 1, sizeof *t.score);
    t.stamp = rb_arena_array(run->scratch, run->n_clauses + 1, sizeof *t.stamp);
    t.cues = rb_arena_array(run->scratch, run->n_clauses + 1, t.row * sizeof *t.cues);
    if (!t.score || !t.stamp || !t.cues)
        return;
    for (uint32_t i = 0; i < fact->n_cues; i++)
        add_cue(run, &run->lex->cues[fact->cue + i], i, &t);
    for (size_t c = 0; c < run->n_clauses; c++)
        t.score[c] -= fact->at_least;
    run->margins[number] = t.score;
    for (uint32_t c = 0; c < run->n_clauses; c++) {
        struct rb_hit hit = {
            .phrase = UINT32_MAX, .from = run->clauses[c].from, .to = run->clauses[c].to};

        if (t.score[c] < 0)
            continue;
        while (hit.from + 1 < hit.to && (rb_stands_so_far(run, hit.from, run->lex->lead_in) ||
                                         run->units.items[hit.from].flags & RB_UNIT_SOFT))
            hit.from++;
        if (lost(run, fact, c, t.score[c])) {
            t.score[c] = -1;
            continue;
        }
        hit.match_from = hit.from;
        hit.match_to = hit.to;
        hit.reason = reason(run, fact, c, &t);
        (void)rb_hits_add(run, hits, &hit);
    }
}
