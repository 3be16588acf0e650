#include "fact/run.h"

/* Words of 64 bits. */
enum { LEAST_TOLD = 256, TOLD_EACH = 2, TOLD_OF_UNIT = 1 };

bool rb_run_init(struct rb_run *run)
{
    const struct rb_lexicon *lex = run->lex;
    size_t n = run->units.count;

    run->mark_here = rb_arena_array(run->scratch, n + 1, sizeof *run->mark_here);
    run->clause_of = rb_arena_array(run->scratch, n + 1, sizeof *run->clause_of);
    run->clause_first =
        rb_arena_array(run->scratch, (size_t)run->units.n_sentences + 2, sizeof *run->clause_first);
    run->active = rb_arena_array(run->scratch, rb_n_phrases(lex) / 64 + 1, sizeof *run->active);
    run->found = rb_arena_array(run->scratch, lex->n_facts + 1, sizeof *run->found);
    run->margins = rb_arena_array(run->scratch, lex->n_facts + 1, sizeof *run->margins);
    run->woken = rb_arena_array(run->scratch, lex->n_defs / 64 + 1, sizeof *run->woken);
    run->openers = rb_arena_array(run->scratch, n + 1, sizeof *run->openers);
    run->known =
        rb_arena_array(run->scratch, (size_t)run->units.n_sentences + 1, sizeof *run->known);
    for (run->n_told = LEAST_TOLD; run->n_told < n * TOLD_OF_UNIT && n > RB_LARGE;)
        run->n_told *= 2;
    run->told = rb_arena_array(run->scratch, run->n_told, sizeof *run->told);
    run->told_at =
        rb_arena_array(run->scratch, (size_t)run->n_told * TOLD_EACH, sizeof *run->told_at);
    return rb_grid_begin(run->grid, run, run->scratch) && !rb_arena_failed(run->scratch);
}

bool rb_run_look_at(struct rb_run *run, struct rb_span span, bool large)
{
    run->now = span;
    memset(run->active, 0, (rb_n_phrases(run->lex) / 64 + 1) * sizeof *run->active);
    memset(run->woken, 0, (run->lex->n_defs / 64 + 1) * sizeof *run->woken);
    memset(run->told, 0, run->n_told * sizeof *run->told);
    return rb_lengths_begin(run) && rb_grid_look_at(run->grid, large) &&
           (!large || rb_large_begin(run));
}

static void wake(struct rb_run *run, uint32_t triggers, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        uint32_t phrase = rb_ref(run->lex, triggers + i);

        run->active[phrase / 64] |= UINT64_C(1) << (phrase % 64);
    }
}

static bool has_mark(const struct rb_run *run, uint32_t def, uint32_t unit, uint32_t length)
{
    for (uint32_t m = run->marks ? run->mark_here[unit] : 0; m; m = run->marks[m - 1].next_here)
        if (run->marks[m - 1].def == def && run->marks[m - 1].length == length)
            return true;
    return false;
}

static uint32_t hash_of(uint32_t def, uint32_t unit, uint32_t length)
{
    uint32_t hash = (def * 2654435761u) ^ (unit * 40503u * 65599u) ^ (length * 2246822519u);

    return (hash ^ hash >> 15) * 2246822519u;
}

/* Most marks are new, which one bit tells. */
static bool tell(struct rb_run *run, uint32_t hash)
{
    uint64_t *word = &run->told[(hash >> 6) % run->n_told], bit = UINT64_C(1) << hash % 64;
    bool told = *word & bit;

    *word |= bit;
    return told;
}

bool rb_may_be_marked(const struct rb_run *run, uint32_t def, uint32_t unit)
{
    uint32_t hash = hash_of(def, unit, 0);

    return run->told[(hash >> 6) % run->n_told] >> hash % 64 & 1;
}

/* The mark that was the last to be told with this hash; NULL: none. */
static const struct rb_mark *last_told(const struct rb_run *run, uint32_t hash)
{
    uint32_t m = run->told_at[hash % (run->n_told * TOLD_EACH)];

    return m && m <= run->n_marks ? &run->marks[m - 1] : NULL;
}

static bool is_new(struct rb_run *run, uint32_t def, uint32_t unit, uint32_t length)
{
    uint32_t hash = hash_of(def, unit, length), any;
    const struct rb_mark *last;

    if (tell(run, hash)) {
        last = last_told(run, hash);
        if (last && last->def == def && last->unit == unit && last->length == length)
            return false;
        if (has_mark(run, def, unit, length))
            return false;
    }
    /* It will be the next. */
    run->told_at[hash % (run->n_told * TOLD_EACH)] = (uint32_t)run->n_marks + 1;
    if (run->grid->large) {
        any = hash_of(def, unit, 0);
        (void)tell(run, any);
        run->told_at[any % (run->n_told * TOLD_EACH)] = (uint32_t)run->n_marks + 1;
    }
    return true;
}

static void add_mark(struct rb_run *run, uint32_t def, uint32_t unit, uint32_t length)
{
    struct rb_mark *mark;
    uint32_t *last = &run->grid->mark_of[def];

    if (run->n_marks == run->grid->cap_marks && !rb_grid_more_marks(run->grid))
        return;
    run->marks = run->grid->marks;
    mark = &run->marks[run->n_marks++];
    *mark = (struct rb_mark){def, unit, (uint16_t)length, run->mark_here[unit], *last};
    if (!*last)
        run->grid->marked[run->grid->n_marked++] = def;
    run->mark_here[unit] = *last = (uint32_t)run->n_marks;
}

const struct rb_mark *rb_next_mark(const struct rb_run *run, struct rb_walk *w)
{
    const struct rb_def *d = &run->lex->defs[w->def];
    const struct rb_mark *mark;

    /* What stands before what is looked at was marked before. */
    if (w->mark && run->marks[w->mark - 1].unit < run->now.unit)
        w->mark = 0;
    for (; !w->mark && w->held <= d->n_holds; w->held++) {
        w->mark = run->grid->mark_of[w->held ? rb_ref(run->lex, d->holds + w->held - 1) : w->def];
        if (w->mark && run->marks[w->mark - 1].unit < run->now.unit)
            w->mark = 0;
    }
    if (!w->mark)
        return NULL;
    mark = &run->marks[w->mark - 1];
    w->mark = mark->next_same;
    return mark;
}

bool rb_is_within(const struct rb_lexicon *lex, uint32_t def, uint32_t outer)
{
    const struct rb_def *in = &lex->defs[def], *out = &lex->defs[outer];
    bool up = in->n_included < out->n_holds;
    uint32_t first = up ? in->included : out->holds;
    uint32_t n = up ? in->n_included : out->n_holds, sought = up ? outer : def;

    if (def == outer)
        return true;
    for (uint32_t i = 0; i < n; i++)
        if (rb_ref(lex, first + i) == sought)
            return true;
    return false;
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
    struct rb_grid *g = run->grid;
    struct rb_walk walk = {.def = def};
    const struct rb_mark *mark;

    g->row_of[def] = rb_grid_look(g, def);
    if (g->mark_of[def])
        rb_grid_marks(g, def, g->mark_of[def]);
    for (uint32_t i = 0; i < d->n_holds; i++) {
        uint32_t last = g->mark_of[rb_ref(run->lex, d->holds + i)];

        if (last)
            rb_grid_marks(g, def, last);
    }
    while (g->large && (mark = rb_next_mark(run, &walk)))
        (void)tell(run, hash_of(def, mark->unit, 0));
}

/* A definition's first mark wakes also what waits for those that contain it. */
static void wake_all(struct rb_run *run, uint32_t def)
{
    const struct rb_def *d = &run->lex->defs[def];
    uint64_t bit = UINT64_C(1) << (def % 64);

    if (run->woken[def / 64] & bit)
        return;
    run->woken[def / 64] |= bit;
    wake(run, d->trigger, d->n_triggers);
    for (uint32_t i = 0; i < d->n_included; i++) {
        const struct rb_def *outer = &run->lex->defs[rb_ref(run->lex, d->included + i)];

        wake(run, outer->trigger, outer->n_triggers);
    }
}

void rb_mark_known(struct rb_run *run, uint32_t def, uint32_t unit, uint32_t length)
{
    add_mark(run, def, unit, length);
}

void rb_mark(struct rb_run *run, uint32_t def, uint32_t unit, uint32_t length)
{
    wake_all(run, def);
    if (is_new(run, def, unit, length))
        add_mark(run, def, unit, length);
}

bool rb_unit_in(const struct rb_run *run, const struct rb_unit *unit, uint32_t def)
{
    for (int r = 0; r < RB_SPLIT_READINGS; r++)
        if (unit->words[r] && rb_word_in(run->lex, unit->words[r], def))
            return true;
    return false;
}

/* Is all that is found in the unit's sentence known, for now? */
static bool is_told(const struct rb_run *run, uint32_t unit)
{
    return run->recalls && run->known[run->units.items[unit].sentence];
}

bool rb_stands_so_far(const struct rb_run *run, uint32_t unit, uint32_t def)
{
    if (def == UINT32_MAX || unit >= run->units.count)
        return false;
    if (run->grid->large || is_told(run, unit)
            ? rb_unit_in(run, &run->units.items[unit], def)
            : rb_grid_bit(run->grid, rb_grid_look(run->grid, def), unit))
        return true;
    for (uint32_t m = run->mark_here[unit]; m; m = run->marks[m - 1].next_here)
        if (rb_is_within(run->lex, run->marks[m - 1].def, def))
            return true;
    return false;
}

bool rb_stands(const struct rb_run *run, uint32_t unit, uint32_t def)
{
    const struct rb_mark *last;

    if (def == UINT32_MAX || unit >= run->units.count || !rb_grid_has(run->grid, def, unit))
        return false;
    if (!run->grid->large)
        return true;
    if (rb_unit_in(run, &run->units.items[unit], def))
        return true;
    if (!run->marks || !rb_may_be_marked(run, def, unit))
        return false;
    last = last_told(run, hash_of(def, unit, 0));
    if (last && last->def == def && last->unit == unit)
        return true;
    for (uint32_t m = run->mark_here[unit]; m; m = run->marks[m - 1].next_here)
        if (rb_is_within(run->lex, run->marks[m - 1].def, def))
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
static void note_word(struct rb_run *run, uint32_t number, uint32_t unit, uint32_t reading)
{
    const struct rb_lexicon *lex = run->lex;
    const struct rb_word *word = &lex->words[number];
    uint32_t noted = word->sets + word->n_marked;

    rb_grid_word(run->grid, number, unit);
    if (run->grid->large)
        rb_large_word(run, number, unit, reading);
    for (uint32_t i = 0; i < word->n_noted; i++)
        rb_grid_note(run->grid, rb_ref(lex, noted + i), unit);
}

static void note_unit(struct rb_run *run, uint32_t unit)
{
    const struct rb_unit *u = &run->units.items[unit];

    for (uint32_t r = 0; r < RB_SPLIT_READINGS; r++)
        if (u->words[r])
            note_word(run, u->words[r], unit, r);
}

void rb_run_words(struct rb_run *run)
{
    for (uint32_t u = run->now.unit; u < run->now.end_unit; u++)
        if (!is_told(run, u))
            note_unit(run, u);
}

void rb_run_words_late(struct rb_run *run, uint32_t from, uint32_t to)
{
    for (uint32_t u = from; u < to; u++)
        note_unit(run, u);
    rb_grid_look_again(run->grid);
}

void rb_run_wake(struct rb_run *run)
{
    const struct rb_lexicon *lex = run->lex;
    uint64_t *woken = rb_arena_array(run->scratch, lex->vocab.count / 64 + 1, sizeof *woken);

    for (uint32_t u = run->now.unit; woken && u < run->now.end_unit; u++)
        for (uint32_t r = 0; r < RB_SPLIT_READINGS && !run->known[run->units.items[u].sentence];
             r++) {
            uint32_t number = run->units.items[u].words[r];
            const struct rb_word *word = &lex->words[number];

            if (number && !(woken[number / 64] >> (number % 64) & 1))
                wake(run, word->triggers, word->n_triggers);
            woken[number / 64] |= UINT64_C(1) << (number % 64);
        }
    if (run->grid->large)
        rb_run_wake_varying(run);
}

void rb_run_wake_varying(struct rb_run *run)
{
    const struct rb_lexicon *lex = run->lex;

    for (size_t i = 0; i < lex->n_varying; i++)
        run->active[lex->varying[i] / 64] |= UINT64_C(1) << (lex->varying[i] % 64);
}

void rb_run_helpers(struct rb_run *run)
{
    const struct rb_lexicon *lex = run->lex;

    for (uint32_t u = run->now.unit; u < run->now.end_unit; u++)
        for (int r = 0; r < RB_SPLIT_READINGS; r++) {
            const struct rb_word *word = &lex->words[run->units.items[u].words[r]];
            bool known = run->known[run->units.items[u].sentence];

            for (uint32_t i = 0; i < word->n_marked; i++) {
                uint32_t def = rb_ref(lex, word->sets + i);

                if (!known)
                    rb_mark(run, def, u, 1);
                else if (run->recalls && lex->defs[def].varies)
                    rb_mark_known(run, def, u, 1);
            }
        }
}
