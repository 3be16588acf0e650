/* From what matched to what counts: conditions, vetoes, precedence, one fact for each place. */
#include "fact/recall.h"

/* The first unit that ends behind a byte. */
static uint32_t unit_at(const struct rb_run *run, uint32_t byte)
{
    uint32_t low = 0, high = run->units.count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (run->units.items[middle].end > byte)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* A hit given in bytes: its units. False: no unit stands there. */
static bool place_hit(const struct rb_run *run, struct rb_hit *hit)
{
    hit->from = unit_at(run, hit->start);
    hit->to = hit->end ? unit_at(run, hit->end - 1) + 1 : hit->from;
    if (hit->from >= run->units.count)
        return false;
    if (hit->to > run->units.count)
        hit->to = run->units.count;
    hit->match_from = hit->from;
    hit->match_to = hit->to;
    return hit->to > hit->from;
}

static void phone_hits(struct rb_run *run, struct rb_hits *hits)
{
    for (uint32_t i = 0; i < run->phones->count; i++) {
        const struct rb_phone *phone = &run->phones->items[i];
        struct rb_hit hit = {
            .phrase = UINT32_MAX, .start = phone->start, .end = phone->end, .value = phone->value};

        if (place_hit(run, &hit))
            (void)rb_hits_add(run, hits, &hit);
    }
}

static ringback_status pattern_hits(struct rb_run *run, const struct rb_fact_def *fact,
                                    const struct rb_shape *shape, struct rb_hits *hits,
                                    ringback_error *err)
{
    struct rb_slice text = run->text->source.text;
    enum { GROUPS = 16 };
    size_t spans[2 * GROUPS], from = 0;
    const struct rb_pattern *pattern;

    if (!rb_pattern_may_match(shape->needs, text))
        return RINGBACK_OK;
    pattern = rb_lazy_pattern(&run->lex->patterns[shape - run->lex->shapes]);
    if (!pattern)
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    for (;;) {
        enum rb_match m = rb_pattern_match(pattern, run->matcher, text, from, spans, GROUPS);
        uint32_t g = shape->fact_group < GROUPS ? shape->fact_group : 0, v = shape->value_group;
        struct rb_hit hit = {.phrase = UINT32_MAX, .block = shape->block};

        if (m == RB_MATCH_MEMORY)
            return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
        if (m == RB_MATCH_UNDECIDED)
            return rb_error_set(
                err, RINGBACK_ERR_LIMIT,
                "a pattern of “%.*s” takes too long on this draft: make it stricter",
                (int)fact->name.len, fact->name.ptr);
        if (m == RB_MATCH_NO)
            return RINGBACK_OK;
        if (run->tally)
            run->tally->shapes[shape - run->lex->shapes]++;
        if (spans[2 * g] != SIZE_MAX && spans[2 * g + 1] > spans[2 * g]) {
            hit.start = (uint32_t)spans[2 * g];
            hit.end = (uint32_t)spans[2 * g + 1];
            if (v && v < GROUPS && spans[2 * v] != SIZE_MAX)
                hit.value = rb_arena_copy(run->keep, rb_slice_of(text.ptr + spans[2 * v],
                                                                 spans[2 * v + 1] - spans[2 * v]));
            if (place_hit(run, &hit))
                (void)rb_hits_add(run, hits, &hit);
        }
        from = spans[1] > spans[0] ? spans[1] : spans[1] + 1;
        while (from < text.len && ((unsigned char)text.ptr[from] & 0xC0u) == 0x80u)
            from++;
        if (from > text.len)
            return RINGBACK_OK;
    }
}

static const uint8_t *near_map(struct rb_run *run, uint32_t def)
{
    uint32_t n = run->units.n_sentences;
    struct rb_near *near = run->near;
    struct rb_walk walk = {.def = def};
    const struct rb_mark *mark;
    uint8_t *map;

    while (near && near->def != def)
        near = near->next;
    if (near)
        return near->map;
    near = rb_arena_alloc(run->scratch, sizeof *near);
    map = rb_arena_alloc(run->scratch, (size_t)n + 1);
    if (!near || !map)
        return NULL;
    *near = (struct rb_near){def, map, run->near};
    run->near = near;
    while ((mark = rb_next_mark(run, &walk))) {
        uint32_t s = run->units.items[mark->unit].sentence;

        map[s] = 1;
        if (s > 0)
            map[s - 1] = 1;
        if (s + 1 < n)
            map[s + 1] = 1;
    }
    return map;
}

static bool conditions_hold(struct rb_run *run, const struct rb_hit *hit)
{
    const struct rb_block *block = &run->lex->blocks[hit->block];
    uint32_t sentence = run->units.items[hit->from].sentence;
    bool near = block->n_near == 0;

    if (block->first_sentences && sentence >= block->first_sentences)
        return false;
    if (block->last_sentences && sentence + block->last_sentences < run->units.n_sentences)
        return false;
    for (uint32_t i = 0; i < block->n_near && !near; i++) {
        const uint8_t *map = near_map(run, rb_ref(run->lex, block->near + i));

        near = map && map[sentence];
    }
    return near;
}

/* By unit: is it inside a match of the veto list? */
static uint8_t *veto_map(struct rb_run *run, uint32_t def)
{
    uint8_t *map = rb_arena_alloc(run->scratch, (size_t)run->units.count + 1);
    struct rb_walk walk = {.def = def};
    const struct rb_mark *mark;

    while (map && def != UINT32_MAX && (mark = rb_next_mark(run, &walk)))
        memset(map + mark->unit, 1, mark->length);
    return map;
}

/* By unit: does one of these facts hold it? */
static void fact_map(const struct rb_run *run, uint32_t refs, uint32_t n, uint8_t *map)
{
    for (uint32_t i = 0; i < n; i++) {
        const struct rb_hits *hits = &run->found[rb_ref(run->lex, refs + i)];

        for (size_t k = 0; k < hits->count; k++)
            if (!hits->items[k].dropped)
                memset(map + hits->items[k].from, 1, hits->items[k].to - hits->items[k].from);
    }
}

static bool any(const uint8_t *map, const struct rb_hit *hit)
{
    return memchr(map + hit->from, 1, hit->to - hit->from) != NULL;
}

/* Values of other facts that a match must not have, each with the place from which on it is known.
 * A voicemail names few people; more than so many are not remembered, which bounds the work. */
enum { MOST_OTHERS = 32 };

struct others {
    struct rb_slice values[MOST_OTHERS];
    uint32_t from[MOST_OTHERS];
    size_t count;
};

static void gather_others(const struct rb_run *run, const struct rb_fact_def *fact,
                          struct others *out)
{
    out->count = 0;
    for (uint32_t i = 0; i < fact->n_unlike; i++) {
        const struct rb_hits *hits = &run->found[rb_ref(run->lex, fact->unlike + i)];

        for (size_t k = 0; k < hits->count && out->count < MOST_OTHERS; k++) {
            const struct rb_hit *hit = &hits->items[k];
            bool known = hit->dropped || rb_slice_is(hit->value, "placeholder");

            for (size_t n = 0; n < out->count && !known; n++)
                known = rb_slice_equal(out->values[n], hit->value);
            if (known)
                continue;
            out->values[out->count] = hit->value;
            out->from[out->count++] = hit->start;
        }
    }
}

/* Is the hit's value that of an earlier match of another fact? */
static bool known_as_other(const struct rb_lexicon *lex, const struct others *others,
                           const struct rb_hit *hit)
{
    for (size_t i = 0; i < others->count; i++)
        if (others->from[i] < hit->start &&
            rb_value_compare(lex, RB_COMPARE_NAME, others->values[i], hit->value) == RB_SAME_YES)
            return true;
    return false;
}

/* A weak value counts only where its sentence has no strong one. */
static void drop_weak(struct rb_run *run, struct rb_hits *hits)
{
    uint8_t *strong = rb_arena_alloc(run->scratch, (size_t)run->units.n_sentences + 1);

    for (size_t i = 0; strong && i < hits->count; i++)
        if (!hits->items[i].dropped && !run->lex->blocks[hits->items[i].block].weak)
            strong[run->units.items[hits->items[i].from].sentence] = 1;
    for (size_t i = 0; strong && i < hits->count; i++)
        if (run->lex->blocks[hits->items[i].block].weak &&
            strong[run->units.items[hits->items[i].from].sentence])
            hits->items[i].dropped = true;
}

/* What counts only alone: without any other match in the draft. */
static void drop_alone(const struct rb_run *run, struct rb_hits *hits)
{
    bool others = false;

    for (size_t i = 0; i < hits->count; i++)
        others |= !hits->items[i].dropped && !run->lex->blocks[hits->items[i].block].alone;
    for (size_t i = 0; others && i < hits->count; i++)
        hits->items[i].dropped |= run->lex->blocks[hits->items[i].block].alone;
}

/* One hit for each place: the longest, then the earlier phrase. taken: by unit, filled. */
static void one_each(struct rb_hits *hits, uint8_t *taken)
{
    size_t n = 0;

    rb_hits_longest_first(hits);
    for (size_t i = 0; i < hits->count; i++) {
        const struct rb_hit *hit = &hits->items[i];

        if (hit->dropped || any(taken, hit))
            continue;
        memset(taken + hit->from, 1, hit->to - hit->from);
        hits->items[n++] = *hit;
    }
    hits->count = n;
    rb_hits_by_place(hits);
}

/* Hits of one sentence are one, unless what they yield to is said between them: others, by unit. */
static void join(const struct rb_run *run, struct rb_hits *hits, const uint8_t *others)
{
    size_t n = 0;

    for (size_t i = 0; i < hits->count; i++) {
        struct rb_hit *hit = &hits->items[i], *last = n ? &hits->items[n - 1] : NULL;

        if (last && run->units.items[last->from].sentence == run->units.items[hit->from].sentence &&
            !memchr(others + last->to, 1, hit->from - last->to)) {
            last->to = hit->to;
            last->end = hit->end;
        } else {
            hits->items[n++] = *hit;
        }
    }
    hits->count = n;
}

static struct rb_slice taught_value(const struct rb_run *run, const struct rb_fact_def *fact)
{
    if (!run->taught)
        return rb_slice_of("", 0);
    if (rb_slice_is(fact->name, "caller_name"))
        return run->taught->from;
    if (rb_slice_is(fact->name, "prospect_name"))
        return run->taught->to;
    if (rb_slice_is(fact->name, "caller_company"))
        return run->taught->company;
    return rb_slice_of("", 0);
}

/* The definition of a fact's value; UINT32_MAX: none. */
static uint32_t value_def(const struct rb_run *run, const struct rb_fact_def *fact,
                          struct rb_slice value)
{
    for (uint32_t k = 0; k < fact->n_values; k++) {
        uint32_t def = rb_ref(run->lex, fact->values + k);
        struct rb_slice name = rb_glossary_at(&run->lex->names, run->lex->defs[def].name);

        if (name.len > fact->name.len &&
            rb_slice_equal(
                rb_slice_of(name.ptr + fact->name.len + 1, name.len - fact->name.len - 1), value))
            return def;
    }
    return UINT32_MAX;
}

static void mark_found(struct rb_run *run, uint32_t number, const struct rb_hits *hits)
{
    const struct rb_fact_def *fact = &run->lex->facts[number];

    for (size_t i = 0; i < hits->count; i++) {
        const struct rb_hit *hit = &hits->items[i];
        const struct rb_tale tale = {number, value_def(run, fact, hit->value), hit->from, hit->to};
        void (*mark)(struct rb_run *, uint32_t, uint32_t, uint32_t) =
            rb_recall_fact(run, &tale) ? rb_mark_known : rb_mark;

        mark(run, fact->def, hit->from, hit->to - hit->from);
        if (tale.value != UINT32_MAX)
            mark(run, tale.value, hit->from, hit->to - hit->from);
    }
}

static void count(struct rb_run *run, const struct rb_hits *hits)
{
    for (size_t i = 0; i < hits->count; i++)
        if (!hits->items[i].dropped && hits->items[i].phrase != UINT32_MAX)
            run->tally->phrases[hits->items[i].phrase]++;
}

ringback_status rb_run_fact(struct rb_run *run, uint32_t number, ringback_error *err)
{
    const struct rb_fact_def *fact = &run->lex->facts[number];
    const struct rb_def *def = &run->lex->defs[fact->def];
    struct rb_slice taught = taught_value(run, fact);
    struct rb_hits *hits = &run->found[number];
    uint8_t *veto, *others, *taken;
    struct others unlike;

    rb_run_phrases(run, def->phrase, def->phrase + def->n_phrases, hits);
    if (fact->phone)
        phone_hits(run, hits);
    for (uint32_t i = 0; i < fact->n_shapes; i++) {
        ringback_status status =
            pattern_hits(run, fact, &run->lex->shapes[fact->shape + i], hits, err);

        if (status != RINGBACK_OK)
            return status;
    }
    if (fact->n_cues)
        rb_run_cues(run, number, hits);
    if (!hits->count && !(fact->again && taught.len))
        return RINGBACK_OK;
    veto = veto_map(run, fact->veto);
    others = rb_arena_alloc(run->scratch, (size_t)run->units.count + 1);
    taken = rb_arena_alloc(run->scratch, (size_t)run->units.count + 1);
    if (!veto || !others || !taken)
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    fact_map(run, fact->yields, fact->n_yields, others);
    gather_others(run, fact, &unlike);
    for (size_t i = 0; i < hits->count; i++) {
        struct rb_hit *hit = &hits->items[i];

        rb_hit_value(run, number, hit);
        hit->dropped = veto[hit->from] || any(others, hit) || !conditions_hold(run, hit) ||
                       known_as_other(run->lex, &unlike, hit);
    }
    drop_weak(run, hits);
    drop_alone(run, hits);
    one_each(hits, taken);
    if (fact->again) {
        size_t before = hits->count;

        for (uint32_t u = 0; u < run->units.count; u++)
            taken[u] |= veto[u] | others[u];
        rb_run_again(run, number, hits, taught, taken);
        for (size_t i = before; i < hits->count; i++)
            rb_hit_value(run, number, &hits->items[i]);
        rb_hits_by_place(hits);
    }
    if (run->tally)
        count(run, hits);
    if (fact->join)
        join(run, hits, others);
    if (!rb_arena_failed(run->scratch))
        mark_found(run, number, hits);
    return RINGBACK_OK;
}
