#include "fact/run.h"

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
    run->try_of = rb_arena_array(run->scratch, lex->n_phrases + 1, sizeof *run->try_of);
    run->found = rb_arena_array(run->scratch, lex->n_facts + 1, sizeof *run->found);
    run->scent = rb_arena_array(run->scratch, (size_t)run->units.n_sentences + 1, RB_SCENT / 8);
    run->margins = rb_arena_array(run->scratch, lex->n_facts + 1, sizeof *run->margins);
    run->near = rb_arena_array(run->scratch, lex->n_defs + 1, sizeof *run->near);
    return !rb_arena_failed(run->scratch);
}

static uint64_t *scent_at(const struct rb_run *run, uint32_t unit)
{
    return run->scent + (size_t)run->units.items[unit].sentence * (RB_SCENT / 64);
}

static void leave_scent(struct rb_run *run, uint32_t unit, enum rb_op op, uint32_t id)
{
    uint32_t bit = rb_scent_of(op, id);

    scent_at(run, unit)[bit / 64] |= UINT64_C(1) << (bit % 64);
}

static bool smells(const struct rb_run *run, uint32_t unit, uint16_t need)
{
    return need == RB_NO_NEED || scent_at(run, unit)[need / 64] >> (need % 64) & 1;
}

static void wake(struct rb_run *run, uint32_t phrase, uint32_t unit)
{
    struct rb_try try = {unit, run->try_of[phrase]}, *tries;

    /* A set that stands at a unit in several lengths wakes a phrase once. */
    if (try.next && run->tries[try.next - 1].unit == unit)
        return;
    tries = rb_arena_grow(run->scratch, run->tries, run->n_tries, &run->cap_tries, sizeof *tries);
    if (!tries)
        return;
    run->tries = tries;
    run->tries[run->n_tries++] = try;
    run->try_of[phrase] = (uint32_t)run->n_tries;
    run->active[phrase / 64] |= UINT64_C(1) << (phrase % 64);
}

static bool already(const struct rb_run *run, uint32_t def, uint32_t unit, uint32_t length)
{
    for (uint32_t m = run->mark_here[unit]; m; m = run->marks[m - 1].next_here)
        if (run->marks[m - 1].def == def && run->marks[m - 1].length == length)
            return true;
    return false;
}

/* Marks of one unit are kept longest first: the order in which the matcher tries them. */
static bool add_mark(struct rb_run *run, uint32_t def, uint32_t unit, uint32_t length)
{
    struct rb_mark mark = {def, unit, length, 0, run->mark_def[def]};
    uint32_t *link = &run->mark_here[unit];
    struct rb_mark *marks;

    if (already(run, def, unit, length))
        return false;
    marks = rb_arena_grow(run->scratch, run->marks, run->n_marks, &run->cap_marks, sizeof *marks);
    if (!marks)
        return false;
    run->marks = marks;
    while (*link && run->marks[*link - 1].length > length)
        link = &run->marks[*link - 1].next_here;
    mark.next_here = *link;
    run->marks[run->n_marks++] = mark;
    leave_scent(run, unit, RB_OP_SET, def);
    *link = (uint32_t)run->n_marks;
    run->mark_def[def] = (uint32_t)run->n_marks;
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

void rb_mark(struct rb_run *run, uint32_t def, uint32_t unit, uint32_t length)
{
    enum { DEEPEST = 64 };
    uint32_t todo[DEEPEST];
    size_t n = 0;

    todo[n++] = def;
    while (n) {
        const struct rb_def *d = &run->lex->defs[def = todo[--n]];

        if (!add_mark(run, def, unit, length))
            continue;
        for (uint32_t i = 0; i < d->n_triggers; i++)
            wake(run, run->lex->refs[d->trigger + i], unit);
        for (uint32_t i = 0; i < d->n_included && n < DEEPEST; i++)
            todo[n++] = run->lex->refs[d->included + i];
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
    if (def == UINT32_MAX || unit >= run->units.count)
        return false;
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

void rb_run_words(struct rb_run *run)
{
    const struct rb_lexicon *lex = run->lex;

    for (uint32_t u = 0; u < run->units.count; u++)
        for (int r = 0; r < RB_SPLIT_READINGS; r++) {
            const struct rb_word *word = &lex->words[run->units.items[u].words[r]];

            if (run->units.items[u].words[r] == 0)
                continue;
            leave_scent(run, u, RB_OP_WORD, run->units.items[u].words[r]);
            for (uint32_t i = 0; i < word->n_sets; i++)
                leave_scent(run, u, RB_OP_SET, lex->refs[word->sets + i]);
            for (uint32_t i = 0; i < word->n_triggers; i++)
                wake(run, lex->refs[word->triggers + i], u);
            for (uint32_t i = 0; i < word->n_sets; i++)
                if (lex->defs[lex->refs[word->sets + i]].kind == RB_DEF_HELPER)
                    rb_mark(run, lex->refs[word->sets + i], u, 1);
        }
}

/* Where a phrase may begin so that its anchor stands at `unit`: back over at most before_max words,
 * soft ones not counted, within the sentence. */
static uint32_t earliest(const struct rb_run *run, const struct rb_phrase *phrase, uint32_t unit)
{
    uint32_t first = run->units.sentence_first[run->units.items[unit].sentence];
    uint32_t left = phrase->before_max;

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

static void run_phrase(struct rb_run *run, uint32_t number, struct rb_hits *hits)
{
    const struct rb_phrase *phrase = &run->lex->phrases[number];
    uint32_t last_from = UINT32_MAX, last_to = 0;

    /* The chain runs from the last try to the first: a start that one try has covered is not tried
     * again by the next. */
    for (uint32_t t = run->try_of[number]; t; t = run->tries[t - 1].next) {
        uint32_t unit = run->tries[t - 1].unit, from;

        if (!smells(run, unit, phrase->needs[0]) || !smells(run, unit, phrase->needs[1]))
            continue;
        from = earliest(run, phrase, unit);

        for (uint32_t start = from; start <= unit; start++) {
            struct rb_hit found[MOST_WAYS];
            size_t n;

            if (start >= last_from && start <= last_to)
                continue;
            n = hits ? rb_match_at(run, number, start, &found[0])
                     : rb_match_all(run, number, start, found, MOST_WAYS);
            for (size_t i = 0; i < n; i++)
                add_hit(run, phrase, hits, &found[i]);
        }
        last_from = from;
        last_to = unit;
    }
}

void rb_run_def(struct rb_run *run, uint32_t def, struct rb_hits *hits)
{
    uint32_t first = run->lex->defs[def].phrase, end = first + run->lex->defs[def].n_phrases;

    for (uint32_t p = first; p < end && !rb_arena_failed(run->scratch);) {
        uint64_t bits = run->active[p / 64] >> (p % 64);

        if (!bits) {
            p = (p / 64 + 1) * 64;
            continue;
        }
        while (!(bits & 1)) {
            bits >>= 1;
            p++;
        }
        if (p < end)
            run_phrase(run, p, hits);
        p++;
    }
}
