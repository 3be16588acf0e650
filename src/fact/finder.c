#include "fact/lexicon.h"

#include <stdlib.h>

#include "fact/recall.h"
#include "fact/short.h"
#include "fact/tally.h"

struct rb_finder {
    const struct rb_lexicon *lex;
    struct rb_matcher *matcher;
    struct rb_arena scratch;
    struct rb_tally *tally; /* of those who watch; NULL: nobody */
    void *stack;
    uint64_t *seen;
    struct rb_grid grid;
    struct rb_recall recall;
    struct rb_shorts shorts;
};

struct rb_finder *rb_finder_new(const struct rb_lexicon *lex)
{
    struct rb_finder *f = calloc(1, sizeof *f);

    if (!f)
        return NULL;
    f->lex = lex;
    rb_arena_init(&f->scratch);
    f->matcher = rb_matcher_new();
    f->stack = malloc(rb_match_stack_size());
    f->seen = malloc(rb_match_seen_size());
    if (!rb_grid_init(&f->grid, lex) || !f->matcher || !f->stack || !f->seen) {
        rb_finder_free(f);
        return NULL;
    }
    return f;
}

void rb_finder_free(struct rb_finder *f)
{
    if (!f)
        return;
    rb_matcher_free(f->matcher);
    rb_arena_free(&f->scratch);
    rb_grid_free(&f->grid);
    rb_recall_free(&f->recall);
    rb_shorts_free(&f->shorts);
    free(f->stack);
    free(f->seen);
    free(f);
}

const struct rb_lexicon *rb_finder_lexicon(const struct rb_finder *f)
{
    return f->lex;
}

void rb_finder_watch(struct rb_finder *f, struct rb_tally *tally)
{
    f->tally = tally;
}

/* Does a fact stand behind another? By its bytes, then by its kind. */
static bool is_behind(const struct rb_fact *a, const struct rb_fact *b)
{
    if (a->start != b->start)
        return a->start > b->start;
    if (a->end != b->end)
        return a->end > b->end;
    return a->kind > b->kind;
}

/* Of facts that are in the order of the units at which they begin. */
static void order_within_units(struct rb_facts *facts)
{
    for (size_t i = 1; i < facts->count; i++) {
        struct rb_fact fact;
        size_t k = i;

        if (!is_behind(&facts->items[i - 1], &facts->items[i]))
            continue;
        for (fact = facts->items[i]; k > 0 && is_behind(&facts->items[k - 1], &fact); k--)
            facts->items[k] = facts->items[k - 1];
        facts->items[k] = fact;
    }
}

/* All that a fact was told by: a phrase's match; for what its surroundings decide as well, the
 * sentence with its neighbours. */
static void set_context(const struct rb_run *run, const struct rb_hit *hit, struct rb_fact *fact)
{
    const struct rb_units *units = &run->units;
    bool wide = run->lex->blocks[hit->block].n_near > 0 ||
                (hit->phrase == UINT32_MAX && hit->reason.len > 0);
    uint32_t from = hit->match_from < hit->from ? hit->match_from : hit->from;
    uint32_t to = hit->match_to > hit->to ? hit->match_to : hit->to;

    if (wide) {
        uint32_t first = units->items[from].sentence, last = units->items[to - 1].sentence;

        from = units->sentence_first[first > 0 ? first - 1 : 0];
        to = units->sentence_first[last + 2 < units->n_sentences ? last + 2 : units->n_sentences];
    }
    fact->context = units->items[from].start;
    fact->context_end = units->items[to - 1].end;
    if (fact->context > fact->start)
        fact->context = fact->start;
    if (fact->context_end < fact->end)
        fact->context_end = fact->end;
}

static struct rb_fact fact_of(const struct rb_run *run, uint16_t kind, const struct rb_hit *hit)
{
    struct rb_fact fact = {.kind = kind,
                           .start = hit->start,
                           .end = hit->end,
                           .token = run->units.items[hit->from].token,
                           .token_end = run->units.items[hit->to - 1].token + 1,
                           .name = run->lex->facts[kind].name,
                           .value = hit->value,
                           .phrase = hit->phrase,
                           .reason = hit->reason};

    set_context(run, hit, &fact);
    return fact;
}

struct rb_slice rb_fact_reason(const struct rb_lexicon *lex, const struct rb_fact *fact)
{
    return fact->reason.len || fact->phrase == UINT32_MAX || !lex
               ? fact->reason
               : rb_phrase_text(lex, fact->phrase);
}

/* The facts that stand, by their places, into the arena of those who keep them. */
static bool gather(struct rb_run *run, struct rb_facts *out)
{
    /* By unit: how many facts begin before it; then, where the next that begins there goes. */
    uint32_t *at = rb_arena_array(run->scratch, (size_t)run->units.count + 2, sizeof *at);
    uint32_t n = 0;

    for (size_t f = 0; at && f < run->lex->n_facts; f++)
        for (size_t i = 0; i < run->found[f].count; i++)
            if (!run->found[f].items[i].dropped) {
                at[run->found[f].items[i].from + 1]++;
                n++;
            }
    *out = (struct rb_facts){rb_arena_room(run->keep, (size_t)n + 1, sizeof *out->items), n};
    if (!at || !out->items)
        return false;
    for (uint32_t u = 0; u < run->units.count; u++)
        at[u + 1] += at[u];
    for (uint16_t f = 0; f < run->lex->n_facts; f++)
        for (size_t i = 0; i < run->found[f].count; i++) {
            const struct rb_hit *hit = &run->found[f].items[i];

            if (!hit->dropped)
                out->items[at[hit->from]++] = fact_of(run, f, hit);
        }
    order_within_units(out);
    return true;
}

/* What single words and the program itself know of the sentences. */
static void mark_words(struct rb_run *run, struct rb_recall *recall)
{
    rb_mark_phones(run);
    if (recall)
        rb_recall_sentences(recall, run);
    rb_run_words(run);
    rb_run_wake(run);
    rb_run_helpers(run);
    rb_mark_classes(run);
    if (run->lex->clause_def == UINT32_MAX)
        rb_run_clauses(run);
}

static ringback_status find_fact(struct rb_run *run, uint32_t fact, ringback_error *err)
{
    ringback_status status = rb_run_fact(run, fact, err);

    if (run->stories)
        rb_recall_fact_end(run, fact);
    return status;
}

/* What the run looks at: words, then phrases in the order of their definitions. */
static ringback_status run_span(struct rb_run *run, struct rb_recall *recall, ringback_error *err)
{
    const struct rb_lexicon *lex = run->lex;
    uint32_t from = 0;

    mark_words(run, recall);
    for (size_t i = 0; i < lex->n_stops && !rb_arena_failed(run->scratch); i++) {
        const struct rb_def *def = &lex->defs[lex->stops[i]];
        uint32_t end = def->phrase + def->n_phrases;
        bool fact = def->kind == RB_DEF_FACT;
        ringback_status status = RINGBACK_OK;

        rb_run_phrases(run, from, def->phrase, NULL);
        if (fact && !run->in_parts)
            status = find_fact(run, def->fact, err);
        else
            rb_run_phrases(run, def->phrase, end, fact ? &run->found[def->fact] : NULL);
        if (lex->stops[i] == lex->clause_def)
            rb_run_clauses(run);
        if (status != RINGBACK_OK)
            return status;
        from = end;
    }
    rb_run_phrases(run, from, (uint32_t)rb_n_phrases(lex), NULL);
    return RINGBACK_OK;
}

static ringback_status find(struct rb_run *run, struct rb_recall *recall, ringback_error *err)
{
    const struct rb_span all = {0, run->units.count, 0, run->units.n_sentences};
    const bool large = run->units.count > RB_LARGE;
    ringback_status status = RINGBACK_OK;

    run->now = all;
    run->spoken = run->text->informal || rb_is_shouted(run);
    run->recalls = recall && !large;
    if (large)
        status = rb_run_parts(run, run_span, err);
    if (status == RINGBACK_OK && !rb_run_look_at(run, all, large))
        run->grid->failed = true;
    if (status != RINGBACK_OK || run->grid->failed)
        return status;
    status = run_span(run, run->recalls ? recall : NULL, err);
    if (status == RINGBACK_OK && run->recalls && !rb_arena_failed(run->scratch))
        rb_recall_keep(recall, run);
    return status;
}

ringback_status rb_finder_run(struct rb_finder *f, struct rb_arena *arena,
                              const struct rb_text *text, const struct rb_phones *phones,
                              const struct rb_taught *taught, struct rb_facts *out,
                              ringback_error *err)
{
    struct rb_run run = {.lex = f->lex,
                         .text = text,
                         .phones = phones,
                         .taught = taught,
                         .scratch = &f->scratch,
                         .keep = arena,
                         .matcher = f->matcher,
                         .tally = f->tally,
                         .grid = &f->grid,
                         .stack = f->stack,
                         .seen = f->seen};
    /* Who counts what is found wants it found; and a long draft is no voicemail. */
    bool recalls = !f->tally && text->n_sentences <= RB_RECALL_SENTENCES;
    ringback_status status = RINGBACK_OK;
    bool failed;

    *out = (struct rb_facts){0};
    if (recalls && rb_shorts_recall(&f->shorts, arena, text->source.text, taught, out)) {
        return rb_arena_failed(arena) ? rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory")
                                      : RINGBACK_OK;
    }
    failed = !rb_units_make(&f->scratch, f->lex, text, &run.units) || !rb_run_init(&run);
    if (!failed)
        status = find(&run, recalls ? &f->recall : NULL, err);
    failed |= rb_arena_failed(&f->scratch) || rb_arena_failed(arena) || f->grid.failed;
    if (status == RINGBACK_OK && !failed)
        failed = !gather(&run, out);
    rb_arena_reset(&f->scratch);
    if (status == RINGBACK_OK && failed)
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    if (status == RINGBACK_OK && recalls)
        rb_shorts_keep(&f->shorts, text->source.text, taught, out);
    return status;
}
