#include "fact/tally.h"

#include <stdlib.h>

#include "fact/run.h"

static bool init(struct rb_tally *t)
{
    const struct rb_lexicon *lex = t->lex;

    t->phrases = rb_arena_array(&t->arena, rb_n_phrases(lex) + 1, sizeof *t->phrases);
    t->shapes = rb_arena_array(&t->arena, lex->n_shapes + 1, sizeof *t->shapes);
    t->cues = rb_arena_array(&t->arena, lex->n_cues + 1, sizeof *t->cues);
    t->owner = rb_arena_array(&t->arena, lex->n_defs + 1, sizeof *t->owner);
    if (rb_arena_failed(&t->arena))
        return false;
    for (uint32_t f = 0; f < lex->n_facts; f++) {
        const struct rb_fact_def *fact = &lex->facts[f];

        t->owner[fact->def] = f + 1;
        if (fact->veto != UINT32_MAX)
            t->owner[fact->veto] = f + 1;
        for (uint32_t i = 0; i < fact->n_cues; i++)
            t->owner[lex->cues[fact->cue + i].def] = f + 1;
    }
    return true;
}

struct rb_tally *rb_tally_new(const struct rb_lexicon *lex)
{
    struct rb_tally *t = calloc(1, sizeof *t);

    if (!t)
        return NULL;
    t->lex = lex;
    rb_arena_init(&t->arena);
    if (!init(t)) {
        rb_tally_free(t);
        return NULL;
    }
    return t;
}

void rb_tally_free(struct rb_tally *t)
{
    if (!t)
        return;
    rb_arena_free(&t->arena);
    free(t);
}

/* ---- telling ---- */

static struct rb_slice fact_name(const struct rb_tally *t, uint32_t fact)
{
    const struct rb_fact_def *f = &t->lex->facts[fact];

    /* The name of a rule's own phrases is their place. */
    return f->unnamed ? rb_slice_of("", 0) : f->name;
}

static bool phrase_at(const struct rb_tally *t, size_t n, struct rb_part_info *out)
{
    const struct rb_phrase *phrase = rb_phrase_at(t->lex, n);
    const struct rb_written *written = rb_written_of(t->lex, n);
    uint32_t owner = t->owner[phrase->def];

    if (!owner)
        return false;
    *out = (struct rb_part_info){
        .kind = t->lex->defs[phrase->def].kind == RB_DEF_FACT ? RB_PART_PHRASE : RB_PART_HELPER,
        .owner = fact_name(t, owner - 1),
        .text = rb_phrase_text(t->lex, (uint32_t)n),
        .place = {rb_text_at(&t->lex->below, t->lex->text, written->source), written->line,
                  written->column}};
    return true;
}

/* The fact whose part, one of those from `first` on, this is. */
static uint32_t fact_of(const struct rb_tally *t, size_t part, bool cue)
{
    uint32_t f = 0;

    for (; f < t->lex->n_facts; f++) {
        const struct rb_fact_def *fact = &t->lex->facts[f];
        uint32_t first = cue ? fact->cue : fact->shape, n = cue ? fact->n_cues : fact->n_shapes;

        if (part >= first && part < (size_t)first + n)
            break;
    }
    return f;
}

bool rb_tally_at(const struct rb_tally *t, size_t n, struct rb_part_info *out, uint32_t *count)
{
    const struct rb_lexicon *lex = t->lex;

    *out = (struct rb_part_info){0};
    if (n < rb_n_phrases(lex)) {
        *count = phrase_at(t, n, out) ? t->phrases[n] : UINT32_MAX;
        return true;
    }
    n -= rb_n_phrases(lex);
    if (n < lex->n_shapes) {
        const struct rb_shape *shape = &lex->shapes[n];

        *count = t->shapes[n];
        *out = (struct rb_part_info){RB_PART_PATTERN, fact_name(t, fact_of(t, n, false)),
                                     shape->text, shape->place};
        return true;
    }
    n -= lex->n_shapes;
    if (n < lex->n_cues) {
        *count = t->cues[n];
        *out = (struct rb_part_info){RB_PART_CUE, fact_name(t, fact_of(t, n, true)),
                                     lex->cues[n].name, lex->cues[n].place};
        return true;
    }
    return false;
}
