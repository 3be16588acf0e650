/* A draft too large for the grid, in parts: what each sentence alone decides is found part by part,
 * and of its marks only those stay that someone asks for who looks at the whole draft. */
#include "fact/run.h"

/* Bits by definition: those that are asked for, and all that they contain. */
static void last(const struct rb_lexicon *lex, uint64_t *lasting, uint32_t def)
{
    const struct rb_def *d;

    if (def == UINT32_MAX)
        return;
    d = &lex->defs[def];
    lasting[def / 64] |= UINT64_C(1) << (def % 64);
    for (uint32_t i = 0; i < d->n_holds; i++)
        lasting[rb_ref(lex, d->holds + i) / 64] |= UINT64_C(1) << (rb_ref(lex, d->holds + i) % 64);
}

static uint64_t *lasting_marks(const struct rb_run *run)
{
    const struct rb_lexicon *lex = run->lex;
    uint64_t *lasting = rb_arena_array(run->scratch, lex->n_defs / 64 + 1, sizeof *lasting);

    if (!lasting)
        return NULL;
    for (size_t i = 0; i < lex->n_varying; i++) {
        const struct rb_phrase *phrase = rb_phrase_at(lex, lex->varying[i]);

        for (uint32_t k = 0; k < phrase->n_elements; k++) {
            const struct rb_element *e = &rb_elements_of(lex, phrase)[k];

            if (e->op == RB_OP_SET || e->op == RB_OP_NOT)
                last(lex, lasting, e->id);
        }
    }
    for (size_t i = 0; i < lex->n_blocks; i++)
        for (uint32_t k = 0; k < lex->blocks[i].n_near; k++)
            last(lex, lasting, rb_ref(lex, lex->blocks[i].near + k));
    for (size_t i = 0; i < lex->n_facts; i++)
        last(lex, lasting, lex->facts[i].veto);
    for (size_t i = 0; i < lex->n_cues; i++)
        last(lex, lasting, lex->cues[i].def);
    for (uint32_t class = 0; class < RB_CLASS_COUNT; class ++)
        last(lex, lasting, class);
    last(lex, lasting, lex->clause_def);
#define RESERVED(name, help) last(lex, lasting, lex->name);
#include "fact/reserved.def"
#undef RESERVED
    return lasting;
}

/* Of the marks behind the first n those that last, chained anew. */
static void drop_marks(struct rb_run *run, size_t n, const uint64_t *lasting)
{
    struct rb_grid *g = run->grid;
    size_t end = run->n_marks, n_marked = 0;

    for (size_t i = end; i-- > n;) {
        g->mark_of[run->marks[i].def] = run->marks[i].next_same;
        run->mark_here[run->marks[i].unit] = run->marks[i].next_here;
    }
    run->n_marks = n;
    for (size_t i = n; i < end; i++) {
        struct rb_mark mark = run->marks[i];

        if (!(lasting[mark.def / 64] >> (mark.def % 64) & 1))
            continue;
        mark.next_same = g->mark_of[mark.def];
        mark.next_here = run->mark_here[mark.unit];
        run->marks[run->n_marks++] = mark;
        g->mark_of[mark.def] = run->mark_here[mark.unit] = (uint32_t)run->n_marks;
    }
    for (size_t i = 0; i < g->n_marked; i++)
        if (g->mark_of[g->marked[i]])
            g->marked[n_marked++] = g->marked[i];
    g->n_marked = n_marked;
}

/* The sentences from one on that fit into the grid together; none, if that one does not. */
static struct rb_span next_part(const struct rb_units *units, uint32_t sentence)
{
    const uint32_t *first = units->sentence_first;
    struct rb_span part = {first[sentence], first[sentence], sentence, sentence};

    while (part.end_sentence < units->n_sentences &&
           first[part.end_sentence + 1] - part.unit <= RB_LARGE)
        part.end_unit = first[++part.end_sentence];
    return part;
}

ringback_status rb_run_parts(struct rb_run *run, rb_run_span *span, ringback_error *err)
{
    const uint64_t *lasting = lasting_marks(run);
    ringback_status status = RINGBACK_OK;

    run->in_parts = true;
    for (uint32_t s = 0; lasting && s < run->units.n_sentences && status == RINGBACK_OK;) {
        struct rb_span part = next_part(&run->units, s);
        size_t n = run->n_marks;

        if (part.end_sentence == s) {
            s++;
            continue;
        }
        if (!rb_run_look_at(run, part, false))
            run->grid->failed = true;
        if (run->grid->failed || rb_arena_failed(run->scratch))
            break;
        status = span(run, NULL, err);
        drop_marks(run, n, lasting);
        for (; s < part.end_sentence; s++)
            run->known[s] = true;
    }
    run->in_parts = false;
    return status;
}
