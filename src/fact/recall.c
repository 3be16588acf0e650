#include "fact/recall.h"

#include <stdlib.h>

/* All of a unit that marking looks at, but for its text. */
struct met_unit {
    uint32_t words[RB_SPLIT_READINGS];
    uint32_t start, end; /* from the sentence's first byte */
    uint16_t flags;
    uint8_t hole, kind; /* of the token */
};

struct met_mark {
    uint32_t def;
    uint16_t unit, length; /* from the sentence's first unit */
};

/* Where a phrase matched; in units from the sentence's first. */
struct met_hit {
    uint32_t phrase;
    uint16_t from, to, match_from, match_to, value_from, value_to;
};

/* A fact that was marked. */
struct met_fact {
    uint32_t fact, value;
    uint16_t from, to;
};

/* A sentence: its key, then what is marked in it. */
struct rb_met {
    uint64_t hash;
    uint32_t n_units, n_bytes, n_phones, n_marks, n_hits, n_facts;
    bool spoken;
    struct met_mark items[]; /* telephone numbers, marks; then hits; facts; units; bytes */
};

/* A sentence of the draft, and what was found when it was met. As long as the facts are marked in
 * it that were marked then, phrases that depend on facts match where they did. */
struct rb_story {
    struct rb_met *met;  /* NULL: it is new, or tells something else now */
    uint32_t first, end; /* units */
    uint32_t hit, fact;  /* the next of each that is to come */
};

/* A key while it is made. */
struct key {
    struct met_unit *units;
    struct met_mark *phones;
    uint32_t n_units, n_phones;
    struct rb_slice text;
    uint64_t hash;
};

static struct met_hit *hits_of(struct rb_met *m)
{
    return (struct met_hit *)(void *)&m->items[(size_t)m->n_phones + m->n_marks];
}

static struct met_fact *facts_of(struct rb_met *m)
{
    return (struct met_fact *)(void *)&hits_of(m)[m->n_hits];
}

static struct met_unit *units_of(struct rb_met *m)
{
    return (struct met_unit *)(void *)&facts_of(m)[m->n_facts];
}

static char *bytes_of(struct rb_met *m)
{
    return (char *)(void *)&units_of(m)[m->n_units];
}

static uint64_t mix(uint64_t hash, const void *data, size_t size)
{
    const char *p = data;

    for (; size >= sizeof hash; size -= sizeof hash, p += sizeof hash) {
        uint64_t word;

        memcpy(&word, p, sizeof word);
        hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
    }
    for (; size > 0; size--, p++)
        hash = (hash ^ (unsigned char)*p) * UINT64_C(0x100000001B3);
    return hash ^ hash >> 32;
}

static void add_phones(const struct rb_run *run, uint32_t first, uint32_t end, struct key *key)
{
    for (uint32_t u = first; u < end; u++)
        for (uint32_t m = run->mark_here[u]; m; m = run->marks[m - 1].next_here)
            if (run->marks[m - 1].def == RB_CLASS_PHONE)
                key->phones[key->n_phones++] = (struct met_mark){
                    RB_CLASS_PHONE, (uint16_t)(u - first), run->marks[m - 1].length};
}

/* False: no memory, or no sentence to keep. */
static bool make_key(const struct rb_run *run, uint32_t sentence, struct key *key)
{
    uint32_t first = run->units.sentence_first[sentence];
    uint32_t end = run->units.sentence_first[sentence + 1], start;

    *key = (struct key){.n_units = end - first};
    if (end == first || end - first > UINT16_MAX)
        return false;
    key->units = rb_arena_array(run->scratch, key->n_units, sizeof *key->units);
    key->phones = rb_arena_array(run->scratch, key->n_units, sizeof *key->phones);
    if (!key->units || !key->phones)
        return false;
    start = run->units.items[first].start;
    key->text =
        rb_slice_of(run->text->source.text.ptr + start, run->units.items[end - 1].end - start);
    for (uint32_t u = first; u < end; u++) {
        const struct rb_unit *unit = &run->units.items[u];
        struct met_unit *met = &key->units[u - first];

        memcpy(met->words, unit->words, sizeof met->words);
        met->start = unit->start - start;
        met->end = unit->end - start;
        met->flags = unit->flags;
        met->hole = unit->hole;
        met->kind = run->text->tokens[unit->token].kind;
    }
    add_phones(run, first, end, key);
    key->hash = mix(run->spoken, key->units, key->n_units * sizeof *key->units);
    key->hash = mix(key->hash, key->text.ptr, key->text.len);
    return true;
}

static bool is_met(struct rb_met *m, const struct key *key, bool spoken)
{
    return m && m->hash == key->hash && m->spoken == spoken && m->n_units == key->n_units &&
           m->n_bytes == key->text.len && m->n_phones == key->n_phones &&
           memcmp(m->items, key->phones, key->n_phones * sizeof *key->phones) == 0 &&
           memcmp(units_of(m), key->units, key->n_units * sizeof *key->units) == 0 &&
           memcmp(bytes_of(m), key->text.ptr, key->text.len) == 0;
}

void rb_recall_free(struct rb_recall *r)
{
    for (size_t i = 0; i < RB_RECALL_SLOTS; i++)
        free(r->slots[i]);
}

static bool is_steady(const struct rb_run *run, const struct met_hit *hit)
{
    return rb_phrase_at(run->lex, hit->phrase)->flags & RB_PHRASE_STEADY;
}

static void recall_hit(struct rb_run *run, const struct met_hit *met, uint32_t first)
{
    const struct rb_phrase *phrase = rb_phrase_at(run->lex, met->phrase);
    const struct rb_def *def = &run->lex->defs[phrase->def];
    struct rb_hit hit = {.phrase = met->phrase,
                         .block = phrase->block,
                         .from = first + met->from,
                         .to = first + met->to,
                         .match_from = first + met->match_from,
                         .match_to = first + met->match_to};

    if (def->kind != RB_DEF_FACT) {
        rb_mark_known(run, phrase->def, hit.from, hit.to - hit.from);
        return;
    }
    if (met->value_to > met->value_from) {
        hit.value_from = first + met->value_from;
        hit.value_to = first + met->value_to;
    }
    (void)rb_hits_add(run, &run->found[def->fact], &hit);
}

void rb_recall_sentences(struct rb_recall *r, struct rb_run *run)
{
    run->stories =
        rb_arena_array(run->scratch, (size_t)run->units.n_sentences + 1, sizeof *run->stories);
    for (uint32_t s = 0; run->stories && s < run->units.n_sentences; s++) {
        uint32_t first = run->units.sentence_first[s];
        struct rb_met *m;
        struct key key;

        if (!make_key(run, s, &key))
            continue;
        m = r->slots[key.hash % RB_RECALL_SLOTS];
        if (!is_met(m, &key, run->spoken))
            continue;
        run->known[s] = true;
        run->stories[s] = (struct rb_story){.met = m, .first = first, .end = first + key.n_units};
        rb_grid_known(run->grid, first, first + key.n_units);
        for (uint32_t i = m->n_phones; i < m->n_phones + m->n_marks; i++)
            rb_mark_known(run, m->items[i].def, first + m->items[i].unit, m->items[i].length);
        for (uint32_t i = 0; i < m->n_hits; i++)
            if (is_steady(run, &hits_of(m)[i]))
                recall_hit(run, &hits_of(m)[i], first);
    }
}

void rb_recall_phrases(struct rb_run *run, uint32_t from, uint32_t to)
{
    for (uint32_t s = 0; s < run->units.n_sentences; s++) {
        struct rb_story *story = &run->stories[s];

        for (; story->met && story->hit < story->met->n_hits; story->hit++) {
            const struct met_hit *hit = &hits_of(story->met)[story->hit];

            if (hit->phrase >= to)
                break;
            if (hit->phrase >= from && !is_steady(run, hit))
                recall_hit(run, hit, story->first);
        }
    }
}

/* From here on what depends on facts is looked for in the sentence. */
static void end_story(struct rb_run *run, struct rb_story *story)
{
    story->met = NULL;
    rb_grid_unsure(run->grid, story->first, story->end);
    rb_run_words_late(run, story->first, story->end);
    rb_run_wake_varying(run);
}

bool rb_recall_fact(struct rb_run *run, const struct rb_tale *tale)
{
    struct rb_story *story;
    const struct met_fact *met;

    if (!run->recalls)
        return false;
    story = run->stories ? &run->stories[run->units.items[tale->from].sentence] : NULL;
    if (!story || !story->met) {
        struct rb_tale *items = rb_arena_grow(run->scratch, run->tales.items, run->tales.count,
                                              &run->tales.cap, sizeof *items);

        if (items) {
            run->tales.items = items;
            items[run->tales.count++] = *tale;
        }
        return false;
    }
    met = &facts_of(story->met)[story->fact];
    if (story->fact < story->met->n_facts && met->fact == tale->fact && met->value == tale->value &&
        story->first + met->from == tale->from && story->first + met->to == tale->to) {
        story->fact++;
        return true;
    }
    end_story(run, story);
    return false;
}

void rb_recall_fact_end(struct rb_run *run, uint32_t fact)
{
    for (uint32_t s = 0; s < run->units.n_sentences; s++) {
        struct rb_story *story = &run->stories[s];

        if (story->met && story->fact < story->met->n_facts &&
            facts_of(story->met)[story->fact].fact == fact)
            end_story(run, story);
    }
}

/* The sentence's own marks into `out`; NULL: only counted. */
static uint32_t gather(const struct rb_run *run, uint32_t first, uint32_t end, struct met_mark *out)
{
    uint32_t n = 0;

    for (uint32_t u = first; u < end; u++)
        for (uint32_t k = run->mark_here[u]; k; k = run->marks[k - 1].next_here) {
            const struct rb_mark *mark = &run->marks[k - 1];

            if (mark->def == RB_CLASS_PHONE || run->lex->defs[mark->def].varies)
                continue;
            if (out)
                out[n] = (struct met_mark){mark->def, (uint16_t)(u - first), mark->length};
            n++;
        }
    return n;
}

/* The matches of phrases in the sentence, likewise. */
static uint32_t gather_hits(const struct rb_run *run, uint32_t first, uint32_t end,
                            struct met_hit *out)
{
    uint32_t n = 0;

    for (size_t i = 0; i < run->matched.count; i++) {
        const struct rb_hit *hit = &run->matched.items[i];

        if (hit->match_from < first || hit->match_from >= end)
            continue;
        if (out) {
            out[n] = (struct met_hit){.phrase = hit->phrase,
                                      .from = (uint16_t)(hit->from - first),
                                      .to = (uint16_t)(hit->to - first),
                                      .match_from = (uint16_t)(hit->match_from - first),
                                      .match_to = (uint16_t)(hit->match_to - first)};
            if (hit->value_to > hit->value_from) {
                out[n].value_from = (uint16_t)(hit->value_from - first);
                out[n].value_to = (uint16_t)(hit->value_to - first);
            }
        }
        n++;
    }
    return n;
}

/* The facts that were marked in it, likewise. */
static uint32_t gather_facts(const struct rb_run *run, uint32_t first, uint32_t end,
                             struct met_fact *out)
{
    uint32_t n = 0;

    for (size_t i = 0; i < run->tales.count; i++) {
        const struct rb_tale *tale = &run->tales.items[i];

        if (tale->from < first || tale->from >= end)
            continue;
        if (out)
            out[n] = (struct met_fact){tale->fact, tale->value, (uint16_t)(tale->from - first),
                                       (uint16_t)(tale->to - first)};
        n++;
    }
    return n;
}

static void keep(struct rb_recall *r, const struct rb_run *run, uint32_t sentence)
{
    uint32_t first = run->units.sentence_first[sentence];
    uint32_t end = run->units.sentence_first[sentence + 1], n, n_hits, n_facts;
    struct rb_met *m, **slot;
    struct key key;

    if (!make_key(run, sentence, &key))
        return;
    n = gather(run, first, end, NULL);
    n_hits = gather_hits(run, first, end, NULL);
    n_facts = gather_facts(run, first, end, NULL);
    m = malloc(sizeof *m + ((size_t)key.n_phones + n) * sizeof m->items[0] +
               n_hits * sizeof(struct met_hit) + n_facts * sizeof(struct met_fact) +
               key.n_units * sizeof *key.units + key.text.len);
    if (!m)
        return;
    *m = (struct rb_met){.hash = key.hash,
                         .n_units = key.n_units,
                         .n_bytes = (uint32_t)key.text.len,
                         .n_phones = key.n_phones,
                         .n_marks = n,
                         .n_hits = n_hits,
                         .n_facts = n_facts,
                         .spoken = run->spoken};
    memcpy(m->items, key.phones, key.n_phones * sizeof *key.phones);
    (void)gather(run, first, end, m->items + key.n_phones);
    (void)gather_hits(run, first, end, hits_of(m));
    (void)gather_facts(run, first, end, facts_of(m));
    memcpy(units_of(m), key.units, key.n_units * sizeof *key.units);
    memcpy(bytes_of(m), key.text.ptr, key.text.len);
    slot = &r->slots[key.hash % RB_RECALL_SLOTS];
    free(*slot);
    *slot = m;
}

void rb_recall_keep(struct rb_recall *r, const struct rb_run *run)
{
    for (uint32_t s = 0; s < run->units.n_sentences; s++)
        if (!run->known[s])
            keep(r, run, s);
}
