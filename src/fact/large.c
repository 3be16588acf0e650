/* A draft that is no voicemail any more: the places of words are listed, so that its memory and its
 * time grow with its length alone. */
#include "fact/run.h"

struct rb_large {
    uint32_t *last;   /* by word: the last place + 1; 0: none */
    uint32_t *before; /* by place, which is a unit's reading: the place before it + 1; 0: none */
    uint32_t *met;    /* words, each once */
    uint32_t n_met;
    uint64_t *found; /* bits by unit: the places that were asked for */
};

bool rb_large_begin(struct rb_run *run)
{
    size_t units = (size_t)run->units.count + 1, words = run->lex->vocab.count + 1;
    struct rb_large *l = rb_arena_alloc(run->scratch, sizeof *l);

    if (!l)
        return false;
    l->last = rb_arena_array(run->scratch, words, sizeof *l->last);
    l->met = rb_arena_array(run->scratch, words, sizeof *l->met);
    l->before = rb_arena_array(run->scratch, units * RB_SPLIT_READINGS, sizeof *l->before);
    l->found = rb_arena_array(run->scratch, units / 64 + 1, sizeof *l->found);
    run->large = l;
    return !rb_arena_failed(run->scratch);
}

void rb_large_word(struct rb_run *run, uint32_t word, uint32_t unit, uint32_t reading)
{
    struct rb_large *l = run->large;
    uint32_t place = unit * RB_SPLIT_READINGS + reading;

    if (!l->last[word])
        l->met[l->n_met++] = word;
    l->before[place] = l->last[word];
    l->last[word] = place + 1;
}

static void add(struct rb_large *l, uint32_t unit)
{
    l->found[unit / 64] |= UINT64_C(1) << (unit % 64);
}

static void add_word(struct rb_large *l, uint32_t word)
{
    for (uint32_t p = l->last[word]; p; p = l->before[p - 1])
        add(l, (p - 1) / RB_SPLIT_READINGS);
}

void rb_large_places(struct rb_run *run, const struct rb_element *e)
{
    const struct rb_lexicon *lex = run->lex;
    struct rb_large *l = run->large;
    struct rb_walk walk = {.def = e->id};
    const struct rb_mark *mark;

    memset(l->found, 0, ((size_t)run->units.count / 64 + 1) * sizeof *l->found);
    if (e->op == RB_OP_WORD) {
        add_word(l, e->id);
        return;
    }
    for (uint32_t i = 0; i < lex->defs[e->id].n_words; i++)
        add_word(l, rb_ref(lex, lex->defs[e->id].word + i));
    for (uint32_t i = 0; i < l->n_met && lex->defs[e->id].n_words == 0; i++)
        if (rb_word_in(lex, l->met[i], e->id))
            add_word(l, l->met[i]);
    while ((mark = rb_next_mark(run, &walk)))
        add(l, mark->unit);
}

bool rb_large_before(const struct rb_run *run, uint32_t *unit)
{
    const uint64_t *found = run->large->found;

    while (*unit) {
        uint32_t word = (*unit - 1) / 64, above = *unit - word * 64;
        uint64_t bits = found[word] & (above == 64 ? UINT64_MAX : (UINT64_C(1) << above) - 1);

        if (bits) {
            *unit = word * 64 + (uint32_t)(63 - __builtin_clzll(bits));
            return true;
        }
        *unit = word * 64;
    }
    return false;
}
