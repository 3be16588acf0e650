/* Which definitions contain others whole. New ones may contain old ones, never the other way round.
 */
#include "fact/builder.h"

/* Adds to defs[].included or holds. */
static void append(struct rb_builder *b, uint32_t *first, uint16_t *n, uint32_t def)
{
    uint32_t count = *n;

    rb_build_append(b, first, &count, def);
    *n = rb_build_count(b, count);
}

/* defs[inner].included: who contains it whole. Old ones have to wait for close_old. */
void rb_build_inclusions(struct rb_builder *b)
{
    struct rb_making *lex = b->lex;

    rb_pairs_by_inner(b, b->includes, b->n_includes, lex->n_defs, lex->n_defs);
    for (size_t i = 0; i < b->n_includes; i++) {
        struct rb_def *def = &lex->defs[b->includes[i].inner];

        if (b->includes[i].inner >= b->old.defs)
            append(b, &def->included, &def->n_included, b->includes[i].outer);
    }
}

/* Single words of contained sets are words of the containing ones too. */
void rb_build_close_words(struct rb_builder *b)
{
    const struct rb_making *lex = b->lex;
    size_t base = b->old.defs, seen = 0;
    uint32_t *head = rb_arena_array(&b->scratch, lex->n_defs - base + 1, sizeof *head);
    uint32_t *next = NULL; /* both of new definitions, which are the only ones that get words */
    size_t n_next = 0, cap_next = 0;

    if (!head)
        return;
    for (size_t i = 0; i < b->n_includes; i++)
        if (b->includes[i].inner < b->old.defs)
            rb_build_old_words(b, b->includes[i].inner, b->includes[i].outer);
    for (size_t i = 0; i < lex->n_order; i++) {
        const struct rb_def *def;

        /* Words are chained by definition; pairs appended below join their chains here. */
        for (; seen < b->n_words; seen++) {
            if (!RB_PUSH(&b->scratch, next, n_next, cap_next, head[b->words[seen].outer - base]))
                return;
            head[b->words[seen].outer - base] = (uint32_t)seen + 1;
        }
        def = &lex->defs[lex->order[i]];
        for (uint32_t k = 0; k < def->n_included; k++)
            for (uint32_t w = next ? head[lex->order[i] - base] : 0; w; w = next[w - 1]) {
                /* cppcheck-suppress nullPointerRedundantCheck ; a chain has words */
                struct rb_pair pair = {b->words[w - 1].inner,
                                       rb_build_ref_at(lex, def->included + k)};

                if (!RB_PUSH(&b->scratch, b->words, b->n_words, b->cap_pairs, pair))
                    return;
            }
    }
}

/* Definitions of which one contains the other, whatever stands between. */
struct closure {
    struct rb_pair *pairs;
    size_t n, cap;
};

static bool is_listed(const struct rb_making *lex, uint32_t first, uint32_t n, uint32_t def)
{
    for (uint32_t i = 0; i < n; i++)
        if (rb_build_ref_at(lex, first + i) == def)
            return true;
    return false;
}

/* An old definition, in a new one and in all that contain that. */
static void enclose(struct rb_builder *b, struct closure *c, uint32_t inner, uint32_t outer)
{
    struct rb_making *lex = b->lex;
    struct rb_def *def = &lex->defs[inner];
    const struct rb_def *around = &lex->defs[outer];

    for (uint32_t i = 0; i <= around->n_included; i++) {
        uint32_t far = i ? rb_build_ref_at(lex, around->included + i - 1) : outer;
        struct rb_pair pair = {inner, far};

        if (is_listed(lex, def->included, def->n_included, far))
            continue;
        append(b, &def->included, &def->n_included, far);
        (void)RB_PUSH(&b->scratch, c->pairs, c->n, c->cap, pair);
    }
}

/* The old definitions that new ones contain, and what those contain. */
static void close_old(struct rb_builder *b, struct closure *c)
{
    for (size_t i = 0; i < b->n_includes && !rb_arena_failed(b->arena); i++) {
        uint32_t inner = b->includes[i].inner, outer = b->includes[i].outer;

        if (inner >= b->old.defs)
            continue;
        enclose(b, c, inner, outer);
        for (uint32_t k = 0; k < b->lex->defs[inner].n_holds; k++)
            enclose(b, c, rb_build_ref_at(b->lex, b->lex->defs[inner].holds + k), outer);
    }
}

/* included and holds with all that stands between: whoever is marked or asked for need not climb.
 */
void rb_build_close_inclusions(struct rb_builder *b)
{
    struct rb_making *lex = b->lex;
    size_t base = b->old.defs;
    /* By new definition: who contains another is new. */
    uint32_t *stamp = rb_arena_array(&b->scratch, lex->n_defs - base + 1, sizeof *stamp);
    struct closure c = {0};

    if (!stamp)
        return;
    /* Those that contain come later, and are closed before. */
    for (size_t i = lex->n_order; i-- > 0;) {
        struct rb_def *def = &lex->defs[lex->order[i]];
        uint32_t from = rb_build_refs(lex), direct = def->included, n_direct = def->n_included;

        for (uint32_t k = 0; k < n_direct; k++) {
            uint32_t outer = rb_build_ref_at(lex, direct + k), n_far = lex->defs[outer].n_included;

            for (uint32_t f = 0; f <= n_far; f++) {
                uint32_t o = f ? rb_build_ref_at(lex, lex->defs[outer].included + f - 1) : outer;
                struct rb_pair pair = {lex->order[i], o};

                if (stamp[o - base] == i + 1)
                    continue;
                stamp[o - base] = (uint32_t)i + 1;
                (void)rb_build_ref(b, o);
                (void)RB_PUSH(&b->scratch, c.pairs, c.n, c.cap, pair);
            }
        }
        def->included = from;
        def->n_included = rb_build_count(b, rb_build_refs(lex) - from);
    }
    close_old(b, &c);
    if (rb_arena_failed(&b->scratch))
        return;
    rb_pairs_by_outer(b, c.pairs, c.n, lex->n_defs, lex->n_defs);
    for (size_t i = 0; i < c.n; i++) {
        struct rb_def *outer = &lex->defs[c.pairs[i].outer];

        append(b, &outer->holds, &outer->n_holds, c.pairs[i].inner);
    }
}
