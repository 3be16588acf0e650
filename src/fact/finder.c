#include "fact/lexicon.h"

#include <stdlib.h>

#include "fact/recall.h"
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
    free(f->stack);
    free(f->seen);
    free(f);
}

void rb_finder_watch(struct rb_finder *f, struct rb_tally *tally)
{
    f->tally = tally;
}

static int by_place(const void *x, const void *y)
{
    const struct rb_fact *a = x, *b = y;

    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    if (a->end != b->end)
        return a->end < b->end ? -1 : 1;
    return (a->kind > b->kind) - (a->kind < b->kind);
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

/* The facts that stand, into the arena of those who keep them. */
static bool gather(struct rb_run *run, struct rb_facts *out)
{
    size_t n = 0;

    for (size_t f = 0; f < run->lex->n_facts; f++)
        n += run->found[f].count;
    *out = (struct rb_facts){rb_arena_array(run->keep, n + 1, sizeof *out->items), 0};
    if (!out->items)
        return false;
    for (uint16_t f = 0; f < run->lex->n_facts; f++)
        for (size_t i = 0; i < run->found[f].count; i++) {
            const struct rb_hit *hit = &run->found[f].items[i];

            if (hit->dropped)
                continue;
            out->items[out->count++] =
                (struct rb_fact){.kind = f,
                                 .start = hit->start,
                                 .end = hit->end,
                                 .token = run->units.items[hit->from].token,
                                 .token_end = run->units.items[hit->to - 1].token + 1,
                                 .name = run->lex->facts[f].name,
                                 .value = hit->value,
                                 .reason = hit->reason.len || hit->phrase == UINT32_MAX
                                               ? hit->reason
                                               : rb_phrase_text(run->lex, hit->phrase)};
            set_context(run, hit, &out->items[out->count - 1]);
        }
    if (out->count)
        qsort(out->items, out->count, sizeof *out->items, by_place);
    return true;
}

static ringback_status find(struct rb_run *run, struct rb_recall *recall, ringback_error *err)
{
    const struct rb_lexicon *lex = run->lex;
    uint32_t from = 0;

    run->spoken = run->text->informal || rb_is_shouted(run);
    run->recalls = recall != NULL;
    rb_run_words(run);
    rb_mark_phones(run);
    if (recall) {
        rb_recall_sentences(recall, run);
        rb_run_wake(run);
    }
    rb_run_helpers(run);
    rb_mark_classes(run);
    if (lex->clause_def == UINT32_MAX)
        rb_run_clauses(run);
    for (size_t i = 0; i < lex->n_stops && !rb_arena_failed(run->scratch); i++) {
        const struct rb_def *def = &lex->defs[lex->stops[i]];
        uint32_t end = def->phrase + def->n_phrases;
        ringback_status status = RINGBACK_OK;

        rb_run_phrases(run, from, def->phrase, NULL);
        if (def->kind == RB_DEF_FACT)
            status = rb_run_fact(run, def->fact, err);
        else
            rb_run_phrases(run, def->phrase, end, NULL);
        if (lex->stops[i] == lex->clause_def)
            rb_run_clauses(run);
        if (status != RINGBACK_OK)
            return status;
        from = end;
    }
    rb_run_phrases(run, from, (uint32_t)lex->n_phrases, NULL);
    if (recall && !rb_arena_failed(run->scratch))
        rb_recall_keep(recall, run);
    return RINGBACK_OK;
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
    failed = !rb_units_make(&f->scratch, f->lex, text, &run.units) || !rb_run_init(&run);
    if (!failed)
        status = find(&run, recalls && !f->grid.large ? &f->recall : NULL, err);
    failed |= rb_arena_failed(&f->scratch) || rb_arena_failed(arena) || f->grid.failed;
    if (status == RINGBACK_OK && !failed)
        failed = !gather(&run, out);
    rb_arena_reset(&f->scratch);
    if (status == RINGBACK_OK && failed)
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    return status;
}
