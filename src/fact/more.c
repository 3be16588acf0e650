/* Words that are added to sets of the lexicon which is built on: once all is linked, each is noted
 * with the set and with all that contain it, and wakes what is found by one of these. What phrases
 * are found by stays as it was, though another choice might be made of the longer sets: it decides
 * where they are looked for, not where they stand. */
#include "base/ascii.h"
#include "fact/collect.h"
#include "fact/split.h"

enum { UNKNOWN, LISTS, NOTED };

/* Is it one word, as it is written? What is more is a phrase of the set, or stands for several. */
static bool is_single(struct rb_slice text)
{
    struct rb_parts parts;

    for (size_t i = 0; i < text.len; i++)
        if (!rb_is_lower(text.ptr[i]))
            return false;
    rb_split(text, false, &parts);
    return parts.count == 1 && rb_slice_equal(parts.items[0].readings[0], text) &&
           parts.items[0].readings[1].len == 0;
}

void rb_collect_more(struct rb_builder *b, const struct rb_entry *entry)
{
    uint32_t def = rb_build_find(b, entry->name);

    if (def >= b->old.defs || b->lex->defs[def].kind != RB_DEF_SET) {
        b->unfit = true;
        return;
    }
    for (const struct rb_yaml *item = entry->node->child; item; item = item->next) {
        struct rb_pair pair = {0, def};

        if (item->kind != RB_YAML_SCALAR || !is_single(item->text)) {
            b->unfit = true;
            return;
        }
        pair.inner = rb_vocab_add(&b->lex->vocab, item->text);
        (void)RB_PUSH(&b->scratch, b->more, b->n_more, b->cap_more, pair);
    }
}

static bool among(const struct rb_making *lex, uint32_t first, uint32_t n, uint32_t id)
{
    for (uint32_t i = 0; i < n; i++)
        if (rb_build_ref_at(lex, first + i) == id)
            return true;
    return false;
}

static bool is_noted(const struct rb_making *lex, const struct rb_word *word, uint32_t def)
{
    return word->mask >> (def % 64) & 1 &&
           among(lex, word->sets, (uint32_t)word->n_marked + word->n_noted, def);
}

/* Are the definition's words told it, or does it list them? `kept` has what was found out. */
static uint8_t kind_of(const struct rb_making *lex, uint32_t def, uint8_t *kept)
{
    const struct rb_def *d = &lex->defs[def];

    for (size_t w = 1; kept[def] == UNKNOWN && !d->n_words && w < lex->n_words; w++)
        if (is_noted(lex, &lex->words[w], def))
            kept[def] = NOTED;
    if (d->kind == RB_DEF_HELPER)
        kept[def] = NOTED;
    if (kept[def] == UNKNOWN)
        kept[def] = LISTS;
    return kept[def];
}

/* A copy of n refs that are in order, with one more. */
static uint32_t insert(struct rb_builder *b, uint32_t first, uint32_t n, uint32_t id)
{
    uint32_t from = rb_build_refs(b->lex), i = 0;

    for (; i < n && rb_build_ref_at(b->lex, first + i) < id; i++)
        (void)rb_build_ref(b, rb_build_ref_at(b->lex, first + i));
    (void)rb_build_ref(b, id);
    for (; i < n; i++)
        (void)rb_build_ref(b, rb_build_ref_at(b->lex, first + i));
    return from;
}

/* The definition with the others that the word is told. */
static void note(struct rb_builder *b, struct rb_word *word, uint32_t def)
{
    uint32_t marked = word->sets, noted = marked + word->n_marked;

    if (b->lex->defs[def].kind == RB_DEF_HELPER) {
        word->sets = insert(b, marked, word->n_marked, def);
        for (uint32_t i = 0; i < word->n_noted; i++)
            (void)rb_build_ref(b, rb_build_ref_at(b->lex, noted + i));
        word->n_marked = rb_build_count(b, word->n_marked + (size_t)1);
        return;
    }
    word->sets = rb_build_refs(b->lex);
    for (uint32_t i = 0; i < word->n_marked; i++)
        (void)rb_build_ref(b, rb_build_ref_at(b->lex, marked + i));
    (void)insert(b, noted, word->n_noted, def);
    word->n_noted = rb_build_count(b, word->n_noted + (size_t)1);
}

/* They are more than a few now: each of them is told, and none listed. */
static void tell(struct rb_builder *b, uint32_t def, uint8_t *kept)
{
    struct rb_making *lex = b->lex;
    struct rb_def *d = &lex->defs[def];

    for (uint32_t i = 0; i < d->n_words; i++)
        note(b, &lex->words[rb_build_ref_at(lex, d->word + i)], def);
    d->n_words = 0;
    kept[def] = NOTED;
}

static void add(struct rb_builder *b, uint32_t number, uint32_t def, uint8_t *kept)
{
    struct rb_making *lex = b->lex;
    struct rb_word *word = &lex->words[number];
    struct rb_def *d = &lex->defs[def];

    if (among(lex, d->word, d->n_words, number) || is_noted(lex, word, def))
        return;
    if (kind_of(lex, def, kept) == LISTS && d->n_words == RB_FEW_WORDS)
        tell(b, def, kept);
    if (kept[def] == NOTED) {
        note(b, word, def);
    } else {
        d->word = insert(b, d->word, d->n_words, number);
        d->n_words++;
    }
    word->mask |= UINT64_C(1) << (def % 64);
    for (uint32_t i = 0; i < d->n_triggers; i++) {
        uint32_t phrase = rb_build_ref_at(lex, d->trigger + i);

        if (!among(lex, word->triggers, word->n_triggers, phrase))
            rb_build_append(b, &word->triggers, &word->n_triggers, phrase);
    }
}

void rb_build_more(struct rb_builder *b)
{
    const struct rb_making *lex = b->lex;
    uint8_t *kept = b->n_more ? rb_arena_alloc(&b->scratch, lex->n_defs) : NULL;

    for (size_t i = 0; kept && i < b->n_more && !b->unfit; i++) {
        uint32_t word = b->more[i].inner, def = b->more[i].outer;

        if (rb_arena_failed(b->arena))
            return;
        add(b, word, def, kept);
        for (uint32_t k = 0; k < lex->defs[def].n_included; k++)
            add(b, word, rb_build_ref_at(lex, lex->defs[def].included + k), kept);
    }
}
