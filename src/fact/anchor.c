/* By which words each phrase is found: the rarest word that every match has, and what else its
 * sentence must hold. */
#include "fact/builder.h"

/* An anchor that may stand so far from the start is no help: too many places would have to be
 * tried. */
enum { REACH = 48 };

static bool again(const struct rb_pair *pairs, size_t i)
{
    return i && pairs[i].inner == pairs[i - 1].inner && pairs[i].outer == pairs[i - 1].outer;
}

/* How a definition's single words are noted: with each of them, in the order of words[w].sets; or
 * with the definition. */
enum noting { MARKED, NOTED, LOOKED_FOR };

static enum noting noting_of(const struct rb_def *def)
{
    if (def->kind == RB_DEF_HELPER)
        return MARKED;
    return def->n_words > RB_FEW_WORDS ? NOTED : LOOKED_FOR;
}

/* New definitions of one word: pairs [from, to). */
struct news {
    size_t from, to;
};

/* Those that are noted in one way, in their order: refs [at, end) that the word had, and new ones.
 * Gives their number. */
static uint16_t sets_noted(struct rb_builder *b, enum noting noting, uint32_t at, uint32_t end,
                           const struct news *news)
{
    uint32_t before = rb_build_refs(b->lex);

    for (size_t i = news->from; i < news->to; i++) {
        uint32_t def = b->words[i].outer;

        if (again(b->words, i) || noting_of(&b->lex->defs[def]) != noting)
            continue;
        while (at < end && rb_build_ref_at(b->lex, at) < def)
            (void)rb_build_ref(b, rb_build_ref_at(b->lex, at++));
        (void)rb_build_ref(b, def);
    }
    while (at < end)
        (void)rb_build_ref(b, rb_build_ref_at(b->lex, at++));
    return rb_build_count(b, rb_build_refs(b->lex) - before);
}

/* The definitions of one word: those it had, and new ones. */
static void sets_of_word(struct rb_builder *b, const struct news *news)
{
    struct rb_word *word = &b->lex->words[b->words[news->from].inner];
    const uint32_t marked = word->sets, noted = marked + word->n_marked,
                   end = noted + word->n_noted;
    bool more = false;

    for (size_t i = news->from; i < news->to; i++) {
        word->mask |= UINT64_C(1) << (b->words[i].outer % 64);
        more |= noting_of(&b->lex->defs[b->words[i].outer]) != LOOKED_FOR;
    }
    if (!more)
        return;
    word->sets = rb_build_refs(b->lex);
    word->n_marked = sets_noted(b, MARKED, marked, noted, news);
    word->n_noted = sets_noted(b, NOTED, noted, end, news);
}

/* words[w].sets, each once; defs[d].n_words, of more than a few as one more; weights: how often one
 * of its words is met. */
static void word_sets(struct rb_builder *b, const uint32_t *common)
{
    struct rb_making *lex = b->lex;
    size_t n = (size_t)lex->vocab.count + 1;

    /* A copy of a finished lexicon has room for some more. */
    if (b->cap_words < n) {
        struct rb_word *words = rb_arena_array(b->arena, n, sizeof *words);

        if (!words)
            return;
        if (lex->n_words)
            memcpy(words, lex->words, lex->n_words * sizeof *words);
        lex->words = words;
    }
    lex->n_words = lex->vocab.count;
    rb_pairs_by_inner(b, b->words, b->n_words, lex->vocab.count, lex->n_defs);
    if (rb_arena_failed(&b->scratch))
        return; /* they are in no order */
    for (size_t i = 0; i < b->n_words; i++)
        if (!again(b->words, i)) {
            struct rb_def *def = &lex->defs[b->words[i].outer];

            if (def->n_words <= RB_FEW_WORDS)
                def->n_words++;
            lex->weights[b->words[i].outer - b->old.defs] += 2 + common[b->words[i].inner] * 8;
        }
    for (struct news news = {0, 0}; news.from < b->n_words; news.from = news.to) {
        while (news.to < b->n_words && b->words[news.to].inner == b->words[news.from].inner)
            news.to++;
        sets_of_word(b, &news);
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

struct costs {
    const uint32_t *common; /* by word */
    uint32_t old;           /* definitions */
};

/* How often an element is met; UINT32_MAX: a match may do without it. */
static uint32_t cost_of(const struct rb_making *lex, const struct rb_element *e,
                        const struct costs *costs)
{
    if (e->flags & RB_EL_VAGUE)
        return UINT32_MAX;
    if (e->op == RB_OP_WORD)
        return 1 + costs->common[e->id] * 8;
    if (e->op == RB_OP_SET)
        return (lex->defs[e->id].kind == RB_DEF_CLASS ? 120 : 20) +
               (e->id < costs->old ? lex->below.weights[e->id] : lex->weights[e->id - costs->old]);
    return UINT32_MAX;
}

/* The two rarest elements besides the anchor, a word before a set. */
static void choose_needs(const struct rb_making *lex, struct rb_phrase *phrase,
                         const struct costs *costs)
{
    uint32_t best[2] = {UINT32_MAX, UINT32_MAX};

    phrase->needs[0] = phrase->needs[1] = (uint8_t)phrase->n_elements;
    for (uint32_t i = 0; i < phrase->n_elements; i++) {
        const struct rb_element *e = &rb_build_elements(lex, phrase)[i];
        uint32_t cost = cost_of(lex, e, costs);

        if (i == phrase->anchor || cost >= best[1])
            continue;
        best[1] = cost;
        phrase->needs[1] = (uint8_t)i;
        if (cost < best[0]) {
            best[1] = best[0];
            phrase->needs[1] = phrase->needs[0];
            best[0] = cost;
            phrase->needs[0] = (uint8_t)i;
        }
    }
    if (best[1] != UINT32_MAX && rb_build_elements(lex, phrase)[phrase->needs[0]].op == RB_OP_SET &&
        rb_build_elements(lex, phrase)[phrase->needs[1]].op == RB_OP_WORD) {
        uint8_t set = phrase->needs[0];

        phrase->needs[0] = phrase->needs[1];
        phrase->needs[1] = set;
    }
}

/* The element by which a phrase is looked for: the rarest that every match has and that stands at a
 * bounded distance from the start. */
static void choose_anchor(struct rb_making *lex, struct rb_phrase *phrase,
                          const struct costs *costs)
{
    uint32_t best = UINT32_MAX, before = 0;

    for (uint32_t i = 0; i < phrase->n_elements; i++) {
        const struct rb_element *e = &rb_build_elements(lex, phrase)[i];
        uint32_t cost = cost_of(lex, e, costs);

        if (cost < best && (best == UINT32_MAX || before <= REACH)) {
            best = cost;
            phrase->anchor = (uint8_t)i;
            phrase->before_max = (uint16_t)(before < UINT16_MAX ? before : UINT16_MAX);
        }
        before += rb_build_widest(lex, e);
    }
}

/* The element that every match begins with, for a quick no. */
static void choose_head(const struct rb_making *lex, struct rb_phrase *phrase)
{
    phrase->head = (uint8_t)phrase->n_elements;
    for (uint32_t i = 0; i < phrase->n_elements; i++) {
        const struct rb_element *e = &rb_build_elements(lex, phrase)[i];

        if (e->op == RB_OP_START || e->op == RB_OP_EDGE || e->op == RB_OP_FIRST)
            continue;
        if ((e->op == RB_OP_WORD || e->op == RB_OP_SET) && !(e->flags & RB_EL_VAGUE))
            phrase->head = (uint8_t)i;
        return;
    }
}

static bool is_plain(const struct rb_making *lex, const struct rb_phrase *phrase)
{
    for (uint32_t i = 0; i < phrase->n_elements; i++) {
        const struct rb_element *e = &rb_build_elements(lex, phrase)[i];

        if (e->op != RB_OP_START && e->op != RB_OP_END &&
            (e->op > RB_OP_ANY || e->flags & ~RB_EL_VALUE))
            return false;
    }
    return true;
}

/* defs[d].word, where they are few; members: pairs, first[d] the first of a definition. */
static void few_words(struct rb_builder *b, const struct rb_pair *members, const uint32_t *first)
{
    for (uint32_t d = (uint32_t)b->old.defs; d < b->lex->n_defs; d++) {
        struct rb_def *def = &b->lex->defs[d];
        bool few = noting_of(def) == LOOKED_FOR;

        def->n_words = 0;
        for (uint32_t i = first[d]; few && i < first[d + 1]; i++) {
            if (again(members, i))
                continue;
            if (def->n_words++ == 0)
                def->word = rb_build_refs(b->lex);
            (void)rb_build_ref(b, members[i].inner);
        }
    }
}

/* Pairs the words of old definitions by which new phrases are found. */
static void old_members(struct rb_builder *b)
{
    const struct rb_making *lex = b->lex;
    uint8_t *seen = rb_arena_alloc(&b->scratch, b->old.defs + 1);

    for (size_t i = 0; seen && i < lex->n_phrases; i++) {
        const struct rb_phrase *phrase = &lex->phrases[i];
        const struct rb_element *e = &rb_build_elements(lex, phrase)[phrase->anchor];

        if (e->op != RB_OP_SET || e->id >= b->old.defs || seen[e->id])
            continue;
        seen[e->id] = 1;
        rb_build_old_words(b, e->id, e->id);
    }
}

/* Trigger lists: by word, and by definition for what is marked in the draft while matching. */
static void triggers(struct rb_builder *b)
{
    struct rb_making *lex = b->lex;
    struct rb_pair *by_word = NULL, *by_def = NULL, *members;
    size_t n_word = 0, cap_word = 0, n_def = 0, cap_def = 0;
    uint32_t *first = rb_arena_array(&b->scratch, lex->n_defs + 2, sizeof *first);

    old_members(b);
    rb_pairs_by_outer(b, b->words, b->n_words, lex->vocab.count, lex->n_defs);
    if (rb_arena_failed(&b->scratch))
        return;
    members = b->words;
    for (size_t i = 0; first && i < b->n_words; i++)
        first[members[i].outer + 1] = (uint32_t)i + 1;
    for (size_t i = 0; first && i <= lex->n_defs; i++)
        if (first[i + 1] < first[i])
            first[i + 1] = first[i];
    if (first)
        few_words(b, members, first);
    for (size_t i = 0; first && i < lex->n_phrases; i++) {
        const struct rb_phrase *phrase = &lex->phrases[i];
        const struct rb_element *e = &rb_build_elements(lex, phrase)[phrase->anchor];
        struct rb_pair pair = {e->id, (uint32_t)(lex->below.n_phrases + i)};

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
    rb_pairs_by_inner(b, by_word, n_word, lex->vocab.count, lex->below.n_phrases + lex->n_phrases);
    rb_pairs_by_inner(b, by_def, n_def, lex->n_defs, lex->below.n_phrases + lex->n_phrases);
    if (rb_arena_failed(&b->scratch))
        return;
    for (size_t i = 0; i < n_word; i++) {
        struct rb_word *word = &lex->words[by_word[i].inner];

        if (again(by_word, i))
            continue;
        rb_build_append(b, &word->triggers, &word->n_triggers, by_word[i].outer);
    }
    for (size_t i = 0; i < n_def; i++) {
        struct rb_def *def = &lex->defs[by_def[i].inner];

        rb_build_append(b, &def->trigger, &def->n_triggers, by_def[i].outer);
    }
}

void rb_build_anchors(struct rb_builder *b)
{
    struct rb_making *lex = b->lex;
    struct costs costs = {commonness(b), (uint32_t)b->old.defs};

    lex->n_weights = lex->n_defs - b->old.defs;
    lex->weights = rb_arena_array(b->arena, lex->n_weights + 1, sizeof *lex->weights);
    if (!lex->weights || !costs.common)
        return;
    word_sets(b, costs.common);
    if (rb_arena_failed(&b->scratch) || rb_arena_failed(b->arena))
        return;
    for (size_t i = 0; i < lex->n_phrases; i++) {
        choose_anchor(lex, &lex->phrases[i], &costs);
        choose_needs(lex, &lex->phrases[i], &costs);
        choose_head(lex, &lex->phrases[i]);
        if (is_plain(lex, &lex->phrases[i]))
            lex->phrases[i].flags |= RB_PHRASE_PLAIN;
    }
    triggers(b);
}
