/* The last step of compiling: which definition runs before which, which words belong to which sets,
 * and by which word each phrase is found. */
#include "fact/builder.h"

#include <stdlib.h>

#include "base/limits.h"

/* Words that a phrase with a gap or a name in it may span, at most: what the matcher's memory is
 * made for. */
enum { WIDEST = 200, WIDE_CLASS = 12, ANCHOR_REACH = 48 };

struct edges {
    struct rb_pair *items; /* outer needs inner; sorted by outer */
    size_t count, cap;
    uint32_t *first; /* by outer */
};

static void need(struct rb_builder *b, struct edges *edges, uint32_t outer, uint32_t inner)
{
    struct rb_pair pair = {inner, outer};

    if (outer != inner && inner != RB_NONE)
        (void)RB_PUSH(&b->scratch, edges->items, edges->count, edges->cap, pair);
}

static int by_outer(const void *x, const void *y)
{
    const struct rb_pair *a = x, *b = y;

    if (a->outer != b->outer)
        return a->outer < b->outer ? -1 : 1;
    return (a->inner > b->inner) - (a->inner < b->inner);
}

static int by_inner(const void *x, const void *y)
{
    const struct rb_pair *a = x, *b = y;

    if (a->inner != b->inner)
        return a->inner < b->inner ? -1 : 1;
    return (a->outer > b->outer) - (a->outer < b->outer);
}

static void fact_edges(struct rb_builder *b, struct edges *edges, const struct rb_fact_def *fact)
{
    const struct rb_lexicon *lex = b->lex;

    need(b, edges, fact->def, fact->veto);
    need(b, edges, fact->def, lex->clause_def);
    for (uint32_t i = 0; i < fact->n_cues; i++)
        need(b, edges, fact->def, lex->cues[fact->cue + i].def);
    for (uint32_t i = 0; i < fact->n_yields; i++)
        need(b, edges, fact->def, lex->facts[lex->refs[fact->yields + i]].def);
    for (uint32_t i = 0; i < fact->n_unlike; i++)
        need(b, edges, fact->def, lex->facts[lex->refs[fact->unlike + i]].def);
    for (uint32_t i = 0; i < fact->n_values; i++)
        need(b, edges, lex->refs[fact->values + i], fact->def);
}

/* What must run before what, sorted and indexed. */
static void all_edges(struct rb_builder *b, struct edges *edges)
{
    const struct rb_lexicon *lex = b->lex;

    for (size_t i = 0; i < lex->n_phrases; i++) {
        const struct rb_phrase *phrase = &lex->phrases[i];
        const struct rb_block *block = &lex->blocks[phrase->block];

        for (uint32_t k = 0; k < phrase->n_elements; k++) {
            const struct rb_element *e = &lex->elements[phrase->element + k];

            if (e->op == RB_OP_SET || e->op == RB_OP_NOT)
                need(b, edges, phrase->def, e->id);
        }
        for (uint32_t k = 0; k < block->n_near; k++)
            need(b, edges, phrase->def, lex->refs[block->near + k]);
    }
    for (size_t i = 0; i < b->n_includes; i++)
        need(b, edges, b->includes[i].outer, b->includes[i].inner);
    for (size_t i = 0; i < lex->n_facts; i++)
        fact_edges(b, edges, &lex->facts[i]);
    edges->first = rb_arena_array(&b->scratch, lex->n_defs + 1, sizeof *edges->first);
    if (!edges->first || rb_arena_failed(&b->scratch))
        return;
    if (edges->count)
        qsort(edges->items, edges->count, sizeof *edges->items, by_outer);
    for (size_t i = 0; i < edges->count; i++)
        edges->first[edges->items[i].outer + 1]++;
    for (size_t i = 0; i < lex->n_defs; i++)
        edges->first[i + 1] += edges->first[i];
}

/* Names the definitions of a cycle, from the stack. */
static void cycle(struct rb_builder *b, const uint32_t *stack, size_t depth, uint32_t again)
{
    char path[256] = "";
    size_t n = 0, from = depth;

    while (from > 0 && stack[from - 1] != again)
        from--;
    from = from ? from - 1 : 0;
    for (size_t i = from; i <= depth; i++) {
        struct rb_slice name = b->lex->defs[i < depth ? stack[i] : again].name;

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

/* Depth first, without recursion; false: a cycle or no memory. */
static bool sort(struct rb_builder *b, const struct edges *edges)
{
    struct rb_lexicon *lex = b->lex;
    size_t n = lex->n_defs, depth = 0;
    uint8_t *state = rb_arena_alloc(&b->scratch, n + 1);
    uint32_t *stack = rb_arena_array(&b->scratch, n + 1, sizeof *stack);
    uint32_t *next = rb_arena_array(&b->scratch, n + 1, sizeof *next);

    lex->order = rb_arena_array(b->arena, n + 1, sizeof *lex->order);
    if (!state || !stack || !next || !lex->order)
        return false;
    for (uint32_t root = 0; root < n; root++) {
        if (state[root])
            continue;
        state[root] = 1;
        next[root] = edges->first[root];
        stack[depth++] = root;
        while (depth) {
            uint32_t def = stack[depth - 1], inner;

            if (next[def] == edges->first[def + 1]) {
                state[def] = 2;
                lex->order[lex->n_order++] = def;
                depth--;
                continue;
            }
            inner = edges->items[next[def]++].inner;
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
    struct rb_lexicon *lex = b->lex;
    struct rb_phrase *sorted = rb_arena_array(b->arena, lex->n_phrases + 1, sizeof *sorted);
    uint32_t at = 0;

    if (!sorted)
        return false;
    for (size_t i = 0; i < lex->n_phrases; i++)
        lex->defs[lex->phrases[i].def].n_phrases++;
    for (size_t i = 0; i < lex->n_order; i++) {
        struct rb_def *def = &lex->defs[lex->order[i]];

        def->phrase = at;
        at += def->n_phrases;
        def->n_phrases = 0;
    }
    for (size_t i = 0; i < lex->n_phrases; i++) {
        struct rb_def *def = &lex->defs[lex->phrases[i].def];

        sorted[def->phrase + def->n_phrases++] = lex->phrases[i];
    }
    lex->phrases = sorted;
    return true;
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static uint32_t element_widest(const struct rb_lexicon *lex, const struct rb_element *e)
{
    uint32_t one = e->op == RB_OP_WORD || e->op == RB_OP_ANY ? 1
                   : e->op == RB_OP_GAP                      ? e->count
                   : e->op == RB_OP_SET                      ? lex->defs[e->id].widest
                                                             : 0;

    return e->flags & RB_EL_REPEAT ? WIDEST : one;
}

/* How many words a member of each definition may span. */
static void widths(struct rb_builder *b)
{
    struct rb_lexicon *lex = b->lex;

    for (size_t i = 0; i < lex->n_order; i++) {
        struct rb_def *def = &lex->defs[lex->order[i]];
        uint32_t widest = def->kind == RB_DEF_CLASS ? WIDE_CLASS : 1;

        for (uint32_t k = 0; k < def->n_phrases; k++) {
            const struct rb_phrase *phrase = &lex->phrases[def->phrase + k];
            uint32_t sum = 0;

            for (uint32_t e = 0; e < phrase->n_elements; e++)
                sum += element_widest(lex, &lex->elements[phrase->element + e]);
            if (phrase->flags & ~RB_PHRASE_MARKED)
                sum = WIDEST;
            widest = sum > widest ? sum : widest;
        }
        if (def->kind == RB_DEF_FACT || def->kind == RB_DEF_VALUE)
            widest = WIDEST;
        def->widest = least(widest, WIDEST);
        for (uint32_t k = 0; k < def->n_included; k++) {
            struct rb_def *outer = &lex->defs[lex->refs[def->included + k]];

            outer->widest = outer->widest > def->widest ? outer->widest : def->widest;
        }
    }
}

/* defs[inner].included: who contains it whole. */
static void inclusions(struct rb_builder *b)
{
    struct rb_lexicon *lex = b->lex;

    if (b->n_includes)
        qsort(b->includes, b->n_includes, sizeof *b->includes, by_inner);
    for (size_t i = 0; i < b->n_includes; i++) {
        struct rb_def *def = &lex->defs[b->includes[i].inner];
        uint32_t ref = rb_build_ref(b, b->includes[i].outer);

        if (def->n_included++ == 0)
            def->included = ref;
    }
}

/* Single words of contained sets are words of the containing ones too. */
static void close_words(struct rb_builder *b)
{
    const struct rb_lexicon *lex = b->lex;
    size_t n = lex->n_defs, seen = 0;
    uint32_t *head = rb_arena_array(&b->scratch, n + 1, sizeof *head), *next = NULL;
    size_t n_next = 0, cap_next = 0;

    if (!head)
        return;
    for (size_t i = 0; i < lex->n_order; i++) {
        const struct rb_def *def;

        /* Words are chained by definition; pairs appended below join their chains here. */
        for (; seen < b->n_words; seen++) {
            if (!RB_PUSH(&b->scratch, next, n_next, cap_next, head[b->words[seen].outer]))
                return;
            head[b->words[seen].outer] = (uint32_t)seen + 1;
        }
        def = &lex->defs[lex->order[i]];
        for (uint32_t k = 0; k < def->n_included; k++)
            for (uint32_t w = head[lex->order[i]]; w; w = next[w - 1]) {
                struct rb_pair pair = {b->words[w - 1].inner, lex->refs[def->included + k]};

                if (!RB_PUSH(&b->scratch, b->words, b->n_words, b->cap_words, pair))
                    return;
            }
    }
}

/* words[w].sets, ascending, each once; weight[def]: how often one of its words is met. */
static void word_sets(struct rb_builder *b, uint32_t *weight, const uint32_t *common)
{
    struct rb_lexicon *lex = b->lex;

    lex->words = rb_arena_array(b->arena, (size_t)lex->vocab.count + 1, sizeof *lex->words);
    if (!lex->words)
        return;
    if (b->n_words)
        qsort(b->words, b->n_words, sizeof *b->words, by_inner);
    for (size_t i = 0; i < b->n_words; i++) {
        struct rb_word *word = &lex->words[b->words[i].inner];
        uint32_t ref;

        if (i && b->words[i - 1].inner == b->words[i].inner &&
            b->words[i - 1].outer == b->words[i].outer)
            continue;
        ref = rb_build_ref(b, b->words[i].outer);
        if (word->n_sets++ == 0)
            word->sets = ref;
        word->mask |= UINT64_C(1) << (b->words[i].outer % 64);
        weight[b->words[i].outer] += 2 + common[b->words[i].inner] * 8;
    }
}

static uint32_t *commonness(struct rb_builder *b)
{
    static const struct {
        const char *word;
        uint32_t frequency;
    } table[] = {
#define COMMON(word, frequency) {word, frequency},
#include "fact/common.def"
#undef COMMON
    };
    uint32_t *common = rb_arena_array(&b->scratch, (size_t)b->lex->vocab.count + 1, sizeof *common);

    for (size_t i = 0; common && i < sizeof table / sizeof table[0]; i++)
        common[rb_vocab_find(&b->lex->vocab, rb_slice_str(table[i].word))] = table[i].frequency;
    if (common)
        common[0] = 0;
    return common;
}

/* The element by which a phrase is looked for: the rarest that every match has and that stands at a
 * bounded distance from the start. */
static void choose_anchor(struct rb_lexicon *lex, struct rb_phrase *phrase, const uint32_t *weight,
                          const uint32_t *common)
{
    uint32_t best = UINT32_MAX, before = 0;

    for (uint32_t i = 0; i < phrase->n_elements; i++) {
        const struct rb_element *e = &lex->elements[phrase->element + i];
        uint32_t cost = UINT32_MAX;

        if (e->op == RB_OP_WORD && !(e->flags & RB_EL_VAGUE))
            cost = 1 + common[e->id] * 8;
        else if (e->op == RB_OP_SET && !(e->flags & RB_EL_VAGUE))
            cost = lex->defs[e->id].kind == RB_DEF_CLASS ? 120 + weight[e->id] : 20 + weight[e->id];
        if (cost < best && (best == UINT32_MAX || before <= ANCHOR_REACH)) {
            best = cost;
            phrase->anchor = (uint8_t)i;
            phrase->before_max = (uint16_t)least(before, WIDEST);
        }
        before += element_widest(lex, e);
    }
}

/* The element that every match begins with, for a quick no. */
static void choose_head(const struct rb_lexicon *lex, struct rb_phrase *phrase)
{
    phrase->head = (uint8_t)phrase->n_elements;
    for (uint32_t i = 0; i < phrase->n_elements; i++) {
        const struct rb_element *e = &lex->elements[phrase->element + i];

        if (e->op == RB_OP_START || e->op == RB_OP_EDGE || e->op == RB_OP_FIRST)
            continue;
        if ((e->op == RB_OP_WORD || e->op == RB_OP_SET) && !(e->flags & RB_EL_VAGUE))
            phrase->head = (uint8_t)i;
        return;
    }
}

/* Trigger lists: by word, and by definition for what is marked in the draft while matching. */
static void triggers(struct rb_builder *b)
{
    struct rb_lexicon *lex = b->lex;
    struct rb_pair *by_word = NULL, *by_def = NULL, *members;
    size_t n_word = 0, cap_word = 0, n_def = 0, cap_def = 0;
    uint32_t *first = rb_arena_array(&b->scratch, lex->n_defs + 2, sizeof *first);

    if (b->n_words)
        qsort(b->words, b->n_words, sizeof *b->words, by_outer);
    members = b->words;
    for (size_t i = 0; first && i < b->n_words; i++)
        first[members[i].outer + 1] = (uint32_t)i + 1;
    for (size_t i = 0; first && i <= lex->n_defs; i++)
        if (first[i + 1] < first[i])
            first[i + 1] = first[i];
    for (size_t i = 0; first && i < lex->n_phrases; i++) {
        const struct rb_phrase *phrase = &lex->phrases[i];
        const struct rb_element *e = &lex->elements[phrase->element + phrase->anchor];
        struct rb_pair pair = {e->id, (uint32_t)i};

        if (e->op == RB_OP_WORD) {
            (void)RB_PUSH(&b->scratch, by_word, n_word, cap_word, pair);
            continue;
        }
        (void)RB_PUSH(&b->scratch, by_def, n_def, cap_def, pair);
        for (uint32_t w = first[e->id]; w < first[e->id + 1]; w++) {
            pair.inner = members[w].inner;
            (void)RB_PUSH(&b->scratch, by_word, n_word, cap_word, pair);
        }
    }
    if (rb_arena_failed(&b->scratch))
        return;
    if (n_word)
        qsort(by_word, n_word, sizeof *by_word, by_inner);
    if (n_def)
        qsort(by_def, n_def, sizeof *by_def, by_inner);
    for (size_t i = 0; i < n_word; i++) {
        struct rb_word *word = &lex->words[by_word[i].inner];
        uint32_t ref;

        if (i && by_word[i].inner == by_word[i - 1].inner &&
            by_word[i].outer == by_word[i - 1].outer)
            continue;
        ref = rb_build_ref(b, by_word[i].outer);
        if (word->n_triggers++ == 0)
            word->triggers = ref;
    }
    for (size_t i = 0; i < n_def; i++) {
        struct rb_def *def = &lex->defs[by_def[i].inner];
        uint32_t ref = rb_build_ref(b, by_def[i].outer);

        if (def->n_triggers++ == 0)
            def->trigger = ref;
    }
}

static bool names_rival(const struct rb_lexicon *lex, const struct rb_fact_def *fact,
                        uint32_t other)
{
    for (uint32_t i = 0; i < fact->n_rivals; i++)
        if (lex->refs[fact->rivals + i] == other)
            return true;
    return false;
}

/* Who is a rival of another has it as a rival. */
static void rivals(struct rb_builder *b)
{
    struct rb_lexicon *lex = b->lex;
    struct rb_fact_def *old = rb_arena_array(&b->scratch, lex->n_facts + 1, sizeof *old);

    if (!old)
        return;
    memcpy(old, lex->facts, lex->n_facts * sizeof *old);
    for (uint32_t i = 0; i < lex->n_facts; i++) {
        struct rb_fact_def *fact = &lex->facts[i];

        fact->rivals = (uint32_t)lex->n_refs;
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
    struct rb_lexicon *lex = b->lex;
    struct edges edges = {0};
    uint32_t *weight = rb_arena_array(&b->scratch, lex->n_defs + 1, sizeof *weight), *common;

    all_edges(b, &edges);
    if (rb_arena_failed(&b->scratch) || !sort(b, &edges) || !reorder(b))
        return;
    rivals(b);
    inclusions(b);
    close_words(b);
    common = commonness(b);
    if (!weight || !common || rb_arena_failed(&b->scratch))
        return;
    word_sets(b, weight, common);
    widths(b);
    if (rb_arena_failed(b->arena))
        return;
    for (size_t i = 0; i < lex->n_phrases; i++) {
        choose_anchor(lex, &lex->phrases[i], weight, common);
        choose_head(lex, &lex->phrases[i]);
    }
    triggers(b);
}
