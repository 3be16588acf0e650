#include "rule/history.h"

#include <stdlib.h>

#include "rule/prints.h"

/* A draft is looked up by its smallest prints, and each print leads to the first few drafts that
 * have it among their smallest: two that are alike share most of them, and what thousands of drafts
 * share (a greeting, a close) leads to few. That bounds the work, whatever is remembered. */
enum { SAMPLE = 16, MOST_OF_A_PRINT = 8, MOST_ASKED = SAMPLE * MOST_OF_A_PRINT };

struct entry {
    struct rb_slice name;
    struct rb_prints prints;
};

/* By print: an entry + 1; 0: free. A print may stand in several slots. */
struct slot {
    uint32_t print, entry;
};

struct table {
    struct entry *entries;
    size_t n, cap;
    struct slot *slots; /* a power of two of them, half of them free at least */
    size_t n_slots, used;
};

struct ringback_history {
    struct rb_arena arena;              /* names and prints */
    struct table tables[RB_MOST_ASIDE]; /* for each check that asks */
};

ringback_history *rb_history_new(void)
{
    ringback_history *h = calloc(1, sizeof *h);

    if (h)
        rb_arena_init(&h->arena);
    return h;
}

void rb_history_free(ringback_history *h)
{
    if (!h)
        return;
    for (size_t i = 0; i < RB_MOST_ASIDE; i++) {
        free(h->tables[i].slots);
        free(h->tables[i].entries);
    }
    rb_arena_free(&h->arena);
    free(h);
}

/* ---- adding ---- */

static void put(struct table *t, uint32_t print, uint32_t entry)
{
    size_t mask = t->n_slots - 1, at = print & mask, same = 0;

    for (; t->slots[at].entry; at = (at + 1) & mask) {
        same += t->slots[at].print == print;
        if (same == MOST_OF_A_PRINT)
            return;
    }
    t->slots[at] = (struct slot){print, entry};
    t->used++;
}

static bool widen(struct table *t)
{
    size_t n = t->n_slots ? t->n_slots * 2 : 1024;
    struct table wider = {.n_slots = n, .slots = calloc(n, sizeof *wider.slots)};

    if (!wider.slots)
        return false;
    /* Earlier entries first, so that a print leads to the same ones as before. */
    for (size_t e = 0; e < t->n; e++)
        for (uint32_t i = 0; i < t->entries[e].prints.n && i < SAMPLE; i++)
            put(&wider, t->entries[e].prints.items[i], (uint32_t)e + 1);
    free(t->slots);
    t->slots = wider.slots;
    t->n_slots = n;
    t->used = wider.used;
    return true;
}

static bool add_entry(struct table *t, struct entry entry)
{
    if (t->n == t->cap) {
        size_t cap = t->cap ? t->cap * 2 : 64;
        struct entry *wider = realloc(t->entries, cap * sizeof *wider);

        if (!wider)
            return false;
        t->entries = wider;
        t->cap = cap;
    }
    while ((t->used + SAMPLE) * 2 > t->n_slots)
        if (!widen(t))
            return false;
    t->entries[t->n++] = entry;
    for (uint32_t i = 0; i < entry.prints.n && i < SAMPLE; i++)
        put(t, entry.prints.items[i], (uint32_t)t->n);
    return true;
}

bool rb_history_add(ringback_history *h, const ringback_result *result, struct rb_slice name)
{
    struct rb_slice kept = rb_arena_copy(&h->arena, name);

    for (uint32_t i = 0; i < result->n_prints; i++) {
        const struct rb_prints *from = &result->prints[i];
        uint32_t *items = from->n ? rb_arena_array(&h->arena, from->n, sizeof *items) : NULL;

        if (from->n == 0)
            continue;
        if (!items)
            return false;
        memcpy(items, from->items, from->n * sizeof *items);
        if (!add_entry(&h->tables[i], (struct entry){kept, {items, from->n}}))
            return false;
    }
    return !rb_arena_failed(&h->arena);
}

static bool is_empty(const ringback_history *h)
{
    for (size_t i = 0; i < RB_MOST_ASIDE; i++)
        if (h->tables[i].n > 0)
            return false;
    return true;
}

/* ---- asking ---- */

static bool is_among(const uint32_t *items, size_t n, uint32_t item)
{
    for (size_t i = 0; i < n; i++)
        if (items[i] == item)
            return true;
    return false;
}

/* The entries to which a draft's smallest prints lead, each once. */
static size_t candidates(const struct table *t, const struct rb_prints *prints,
                         uint32_t out[MOST_ASKED])
{
    size_t mask = t->n_slots - 1, n = 0;

    for (uint32_t i = 0; t->n_slots && i < prints->n && i < SAMPLE; i++)
        for (size_t at = prints->items[i] & mask; t->slots[at].entry; at = (at + 1) & mask)
            if (t->slots[at].print == prints->items[i] && n < MOST_ASKED &&
                !is_among(out, n, t->slots[at].entry))
                out[n++] = t->slots[at].entry;
    return n;
}

struct rb_likeness rb_history_ask(const ringback_history *h, uint32_t check,
                                  const struct rb_prints *prints, struct rb_slice own)
{
    const struct table *t = check < RB_MOST_ASIDE ? &h->tables[check] : NULL;
    struct rb_likeness best = {true, 0, {"", 0}};
    uint32_t asked[MOST_ASKED], first = 0;
    size_t n = t ? candidates(t, prints, asked) : 0;

    for (size_t i = 0; i < n; i++) {
        const struct entry *entry = &t->entries[asked[i] - 1];
        uint32_t percent;

        if (own.len && rb_slice_equal(entry->name, own))
            continue;
        percent = rb_prints_likeness(prints, &entry->prints);
        if (percent < best.percent || (percent == best.percent && asked[i] > first) || percent == 0)
            continue;
        best = (struct rb_likeness){true, percent, entry->name};
        first = asked[i];
    }
    return best;
}

static bool ask_all(ringback_result *result)
{
    const struct rb_known *known = &result->draft.known;
    struct rb_likeness *likeness =
        rb_arena_array(&result->arena, result->n_prints, sizeof *likeness);
    bool empty = is_empty(known->history);

    result->likeness = likeness;
    if (result->n_prints && !likeness)
        return false;
    for (uint32_t i = 0; i < result->n_prints; i++) {
        likeness[i] = (struct rb_likeness){false, 0, {"", 0}};
        if (!empty && result->prints[i].n)
            likeness[i] = rb_history_ask(known->history, i, &result->prints[i], known->own_name);
    }
    return true;
}

bool rb_history_hold(const ringback_rules *rules, ringback_result *result)
{
    const struct rb_joining *joining = result->draft.known.joining;
    bool ok;

    rb_prints_make(rules, result);
    if (joining && joining->take)
        joining->take(joining->ctx);
    ok = ask_all(result) &&
         (!joining || rb_history_add(joining->history, result, result->draft.known.own_name));
    if (joining && joining->give)
        joining->give(joining->ctx);
    return ok;
}
