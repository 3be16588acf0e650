/* The last step of compiling: which definition runs before which, which words belong to which sets,
 * and by which word each phrase is found. */
#include "fact/builder.h"

#include "base/limits.h"

/* Words that a phrase with a gap or a name in it may span, at most: what the matcher's memory is
 * made for. */
enum { WIDEST = 200, WIDE_CLASS = 12 };

struct edges {
    struct rb_pair *items; /* outer needs inner; sorted by outer */
    size_t count, cap;
    uint32_t *first; /* by outer, of the new ones */
};

static void need(struct rb_builder *b, struct edges *edges, uint32_t outer, uint32_t inner)
{
    struct rb_pair pair = {inner, outer};

    /* What is old runs before what is new. */
    if (outer != inner && inner != RB_NONE && inner >= b->old.defs)
        (void)RB_PUSH(&b->scratch, edges->items, edges->count, edges->cap, pair);
}

static void fact_edges(struct rb_builder *b, struct edges *edges, const struct rb_fact_def *fact)
{
    const struct rb_making *lex = b->lex;

    need(b, edges, fact->def, fact->veto);
    need(b, edges, fact->def, lex->clause_def);
    for (uint32_t i = 0; i < fact->n_cues; i++)
        need(b, edges, fact->def, lex->cues[fact->cue + i].def);
    for (uint32_t i = 0; i < fact->n_yields; i++)
        need(b, edges, fact->def, lex->facts[rb_build_ref_at(lex, fact->yields + i)].def);
    for (uint32_t i = 0; i < fact->n_unlike; i++)
        need(b, edges, fact->def, lex->facts[rb_build_ref_at(lex, fact->unlike + i)].def);
    for (uint32_t i = 0; i < fact->n_values; i++)
        need(b, edges, rb_build_ref_at(lex, fact->values + i), fact->def);
}

/* What must run before what, sorted and indexed. */
static void all_edges(struct rb_builder *b, struct edges *edges)
{
    const struct rb_making *lex = b->lex;
    size_t n = lex->n_defs - b->old.defs;

    for (size_t i = 0; i < lex->n_phrases; i++) {
        const struct rb_phrase *phrase = &lex->phrases[i];
        const struct rb_block *block = &lex->blocks[phrase->block];

        for (uint32_t k = 0; k < phrase->n_elements; k++) {
            const struct rb_element *e = &rb_build_elements(lex, phrase)[k];

            if (e->op == RB_OP_SET || e->op == RB_OP_NOT)
                need(b, edges, phrase->def, e->id);
        }
        for (uint32_t k = 0; k < block->n_near; k++)
            need(b, edges, phrase->def, rb_build_ref_at(lex, block->near + k));
    }
    for (size_t i = 0; i < b->n_includes; i++)
        need(b, edges, b->includes[i].outer, b->includes[i].inner);
    for (size_t i = b->old.facts; i < lex->n_facts; i++)
        fact_edges(b, edges, &lex->facts[i]);
    edges->first = rb_arena_array(&b->scratch, n + 1, sizeof *edges->first);
    if (!edges->first || rb_arena_failed(&b->scratch))
        return;
    rb_pairs_by_outer(b, edges->items, edges->count, lex->n_defs, lex->n_defs);
    for (size_t i = 0; i < edges->count; i++)
        edges->first[edges->items[i].outer - b->old.defs + 1]++;
    for (size_t i = 0; i < n; i++)
        edges->first[i + 1] += edges->first[i];
}

/* Names the definitions of a cycle, from the stack; they are new ones, numbered from these on. */
static void cycle(struct rb_builder *b, const uint32_t *stack, size_t depth, uint32_t again)
{
    char path[256] = "";
    const uint32_t base = (uint32_t)b->old.defs;
    size_t n = 0, from = depth;

    while (from > 0 && stack[from - 1] != again)
        from--;
    from = from ? from - 1 : 0;
    for (size_t i = from; i <= depth; i++) {
        struct rb_slice name = rb_build_title(b, base + (i < depth ? stack[i] : again));

        if (n + name.len + 8 >= sizeof path)
            break;
        if (n) {
            memcpy(path + n, " → ", strlen(" → "));
            n += strlen(" → ");
        }
        memcpy(path + n, name.ptr, name.len);
        n += name.len;
    }
    rb_errors_add(
        b->errs, RINGBACK_ERR_RULES,
        (struct rb_place){b->sources[again], b->places[2 * again], b->places[2 * again + 1]},
        "these refer to each other in a circle: %.*s", (int)n, path);
}

/* Depth first, without recursion; false: a cycle or no memory. Of new definitions, whose numbers
 * here are from the first of them on. */
static bool sort(struct rb_builder *b, const struct edges *edges)
{
    struct rb_making *lex = b->lex;
    size_t n = lex->n_defs - b->old.defs, depth = 0;
    const uint32_t base = (uint32_t)b->old.defs;
    uint8_t *state = rb_arena_alloc(&b->scratch, n + 1);
    uint32_t *stack = rb_arena_array(&b->scratch, n + 1, sizeof *stack);
    uint32_t *next = rb_arena_array(&b->scratch, n + 1, sizeof *next);
    uint32_t *order = rb_arena_array(b->arena, n + 1, sizeof *order);

    if (!state || !stack || !next || !order || !edges->first)
        return false;
    lex->order = order;
    for (uint32_t root = 0; root < n; root++) {
        if (state[root])
            continue;
        state[root] = 1;
        next[root] = edges->first[root];
        stack[depth++] = root;
        while (depth) {
            uint32_t def = stack[depth - 1], inner;

            if (next[def] >= edges->first[def + 1] || !edges->items) {
                state[def] = 2;
                order[lex->n_order++] = base + def;
                depth--;
                continue;
            }
            inner = edges->items[next[def]++].inner - base;
            if (state[inner] == 1) {
                cycle(b, stack, depth, inner);
                return false;
            }
            if (state[inner] == 0) {
                state[inner] = 1;
                next[inner] = edges->first[inner];
                stack[depth++] = inner;
            }
        }
    }
    return true;
}

/* Phrases in the order in which their definitions run. */
static bool reorder(struct rb_builder *b)
{
    struct rb_making *lex = b->lex;
    size_t n = lex->n_phrases, below = lex->below.n_phrases;
    struct rb_phrase *phrases = rb_arena_array(&b->scratch, n + 1, sizeof *phrases);
    struct rb_written *written = rb_arena_array(&b->scratch, n + 1, sizeof *written);
    uint32_t at = (uint32_t)below;

    if (!phrases || !written)
        return false;
    if (n) {
        memcpy(phrases, lex->phrases, n * sizeof *phrases);
        memcpy(written, lex->written, n * sizeof *written);
    }
    for (size_t i = 0; i < n; i++)
        lex->defs[phrases[i].def].n_phrases++;
    for (size_t i = 0; i < lex->n_order; i++) {
        struct rb_def *def = &lex->defs[lex->order[i]];

        def->phrase = at;
        at += def->n_phrases;
        def->n_phrases = 0;
    }
    for (size_t i = 0; i < n; i++) {
        struct rb_def *def = &lex->defs[phrases[i].def];

        lex->written[def->phrase + def->n_phrases - below] = written[i];
        lex->phrases[def->phrase + def->n_phrases++ - below] = phrases[i];
    }
    return true;
}

static bool stops(struct rb_builder *b)
{
    struct rb_making *lex = b->lex;
    uint32_t *stops = rb_arena_array(b->arena, lex->n_facts + 2, sizeof *stops);

    if (!stops)
        return false;
    if (lex->n_stops)
        memcpy(stops, lex->stops, lex->n_stops * sizeof *stops);
    lex->stops = stops;
    for (size_t i = 0; i < lex->n_order; i++)
        if (lex->defs[lex->order[i]].kind == RB_DEF_FACT || lex->order[i] == lex->clause_def)
            stops[lex->n_stops++] = lex->order[i];
    return true;
}

static bool depends(const struct rb_making *lex, const struct rb_phrase *phrase)
{
    const uint8_t clause = RB_PHRASE_TO_CLAUSE_END | RB_PHRASE_FROM_CLAUSE_START;

    if (phrase->flags & clause && lex->clause_def != RB_NONE && lex->defs[lex->clause_def].varies)
        return true;
    for (uint32_t i = 0; i < phrase->n_elements; i++) {
        const struct rb_element *e = &rb_build_elements(lex, phrase)[i];

        if ((e->op == RB_OP_SET || e->op == RB_OP_NOT) && lex->defs[e->id].varies)
            return true;
    }
    return false;
}

/* Phrases that depend on facts, behind those that were there. */
static void varying_phrases(struct rb_builder *b)
{
    struct rb_making *lex = b->lex;

    for (size_t i = 0; i < lex->n_phrases; i++)
        if (!depends(lex, &lex->phrases[i]))
            lex->phrases[i].flags |= RB_PHRASE_STEADY;
        else if (!RB_PUSH(b->arena, lex->varying, lex->n_varying, b->cap_varying,
                          (uint32_t)(lex->below.n_phrases + i)))
            return;
}

/* What depends on facts, in the order of running: in the same sentence other definitions stand
 * wherever they stood before. */
static void variations(struct rb_builder *b)
{
    struct rb_making *lex = b->lex;

    for (size_t i = 0; i < b->n_includes; i++)
        if (b->includes[i].inner < b->old.defs)
            lex->defs[b->includes[i].outer].varies |= lex->defs[b->includes[i].inner].varies;
    for (size_t i = 0; i < lex->n_order; i++) {
        struct rb_def *def = &lex->defs[lex->order[i]];

        def->varies |= def->kind == RB_DEF_FACT || def->kind == RB_DEF_VALUE;
        for (uint32_t k = 0; k < def->n_phrases && !def->varies; k++)
            def->varies = depends(lex, &rb_build_phrases(lex, def)[k]);
        for (uint32_t k = 0; k < def->n_included && def->varies; k++)
            lex->defs[rb_build_ref_at(lex, def->included + k)].varies = true;
    }
    varying_phrases(b);
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

uint32_t rb_build_widest(const struct rb_making *lex, const struct rb_element *e)
{
    uint32_t one = e->op == RB_OP_WORD || e->op == RB_OP_ANY ? 1
                   : e->op == RB_OP_GAP                      ? e->id
                   : e->op == RB_OP_SET                      ? lex->defs[e->id].widest
                                                             : 0;

    return e->flags & RB_EL_REPEAT ? WIDEST : one;
}

/* How many words a member of each definition may span. */
static void widths(struct rb_builder *b)
{
    struct rb_making *lex = b->lex;

    for (size_t i = 0; i < b->n_includes; i++) {
        uint32_t inner = b->includes[i].inner;
        struct rb_def *outer = &lex->defs[b->includes[i].outer];

        if (inner < b->old.defs && lex->defs[inner].widest > outer->widest)
            outer->widest = lex->defs[inner].widest;
    }
    for (size_t i = 0; i < lex->n_order; i++) {
        struct rb_def *def = &lex->defs[lex->order[i]];
        uint32_t widest = def->kind == RB_DEF_CLASS ? WIDE_CLASS : 1;

        /* What it contains whole came before it, and has told how wide it is. */
        widest = def->widest > widest ? def->widest : widest;
        for (uint32_t k = 0; k < def->n_phrases; k++) {
            const struct rb_phrase *phrase = &rb_build_phrases(lex, def)[k];
            uint32_t sum = 0;

            for (uint32_t e = 0; e < phrase->n_elements; e++)
                sum += rb_build_widest(lex, &rb_build_elements(lex, phrase)[e]);
            if (phrase->flags & RB_PHRASE_STRETCHED)
                sum = WIDEST;
            widest = sum > widest ? sum : widest;
        }
        if (def->kind == RB_DEF_FACT || def->kind == RB_DEF_VALUE)
            widest = WIDEST;
        def->widest = (uint8_t)least(widest, WIDEST);
        for (uint32_t k = 0; k < def->n_included; k++) {
            struct rb_def *outer = &lex->defs[rb_build_ref_at(lex, def->included + k)];

            outer->widest = outer->widest > def->widest ? outer->widest : def->widest;
        }
    }
}

static bool names_rival(const struct rb_making *lex, const struct rb_fact_def *fact, uint32_t other)
{
    for (uint32_t i = 0; i < fact->n_rivals; i++)
        if (rb_build_ref_at(lex, fact->rivals + i) == other)
            return true;
    return false;
}

/* Who is a rival of another has it as a rival. */
static void rivals(struct rb_builder *b)
{
    struct rb_making *lex = b->lex;
    struct rb_fact_def *old = rb_arena_array(&b->scratch, lex->n_facts + 1, sizeof *old);

    if (!old)
        return;
    if (lex->n_facts)
        memcpy(old, lex->facts, lex->n_facts * sizeof *old);
    for (uint32_t i = (uint32_t)b->old.facts; i < lex->n_facts; i++) {
        struct rb_fact_def *fact = &lex->facts[i];

        fact->rivals = rb_build_refs(lex);
        fact->n_rivals = 0;
        for (uint32_t k = 0; k < lex->n_facts; k++)
            if (k != i && (names_rival(lex, &old[i], k) || names_rival(lex, &old[k], i))) {
                (void)rb_build_ref(b, k);
                fact->n_rivals++;
            }
    }
}

void rb_build_link(struct rb_builder *b)
{
    /* Each reads what those before it have counted. */
    static void (*const stages[])(struct rb_builder *) = {
        rivals,     rb_build_inclusions,       rb_build_close_words, widths,
        variations, rb_build_close_inclusions, rb_build_anchors};
    struct edges edges = {0};

    all_edges(b, &edges);
    if (rb_arena_failed(&b->scratch) || !sort(b, &edges) || !reorder(b) || !stops(b))
        return;
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++)
        if (!rb_arena_failed(&b->scratch) && !rb_arena_failed(b->arena))
            stages[i](b);
}
