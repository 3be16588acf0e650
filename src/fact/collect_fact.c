#include "fact/collect.h"

#include "base/ascii.h"
#include "base/hint.h"

/* The definition of a fact named in a list; RB_NONE with an error when there is none. */
static uint32_t fact_named(struct rb_builder *b, const struct rb_entry *entry,
                           const struct rb_yaml *node)
{
    uint32_t def = rb_build_find(b, node->text);
    struct rb_slice known[256];
    size_t n = 0;
    int near;

    if (rb_slice_equal(node->text, entry->name)) {
        rb_errors_add(b->errs, RINGBACK_ERR_RULES, rb_node_place(entry, node),
                      "“%.*s” is the fact itself: name others here", (int)node->text.len,
                      node->text.ptr);
        return RB_NONE;
    }
    if (def != RB_NONE && b->lex->defs[def].kind == RB_DEF_FACT)
        return def;
    for (; n < b->lex->n_facts && n < 256; n++)
        known[n] = b->lex->facts[n].name;
    near = rb_nearest(node->text, known, n);
    rb_errors_add(b->errs, RINGBACK_ERR_RULES, rb_node_place(entry, node),
                  near >= 0 ? "there is no fact “%.*s”: did you mean “%.*s”?"
                            : "there is no fact “%.*s”%.*s",
                  (int)node->text.len, node->text.ptr, near >= 0 ? (int)known[near].len : 0,
                  near >= 0 ? known[near].ptr : "");
    return RB_NONE;
}

/* A list of facts into refs; facts: their numbers instead of their definitions. */
static void fact_list(struct rb_builder *b, const struct rb_entry *entry,
                      const struct rb_yaml *node, bool numbers, uint32_t *first, uint32_t *count)
{
    *first = rb_build_refs(b->lex);
    *count = 0;
    for (const struct rb_yaml *item = node ? node->child : NULL; item; item = item->next) {
        uint32_t def = fact_named(b, entry, item);

        if (def == RB_NONE)
            continue;
        (void)rb_build_ref(b, numbers ? b->lex->defs[def].fact : def);
        ++*count;
    }
}

/* "first 2 sentences", "last sentence" */
static void window(struct rb_builder *b, const struct rb_entry *entry, const struct rb_yaml *node,
                   uint32_t *first_sentences, uint32_t *last_sentences)
{
    struct rb_slice s = node->text;
    uint32_t n = 0;
    size_t at = s.len > 6 && memcmp(s.ptr, "first ", 6) == 0  ? 6
                : s.len > 5 && memcmp(s.ptr, "last ", 5) == 0 ? 5
                                                              : 0;
    bool first = at == 6;

    if (at) {
        while (at < s.len && rb_is_digit(s.ptr[at]) && n < 1000)
            n = n * 10 + (uint32_t)(s.ptr[at++] - '0');
        if (n && at < s.len && s.ptr[at] == ' ')
            at++;
        if (rb_slice_is(rb_slice_of(s.ptr + at, s.len - at), n ? "sentences" : "sentence")) {
            *(first ? first_sentences : last_sentences) = n ? n : 1;
            return;
        }
    }
    rb_errors_add(b->errs, RINGBACK_ERR_RULES, rb_node_place(entry, node),
                  "“%.*s” is no window: write “first 2 sentences” or “last sentence”", (int)s.len,
                  s.ptr);
}

/* A value that is called weak must be one that the fact's phrases can have. */
static void check_weak(struct rb_builder *b, const struct rb_entry *entry,
                       const struct rb_fact_def *fact)
{
    const struct rb_yaml *weak = rb_yaml_get(entry->node, "weak");
    struct rb_slice known[64];
    size_t n = 0;

    if (rb_arena_failed(b->arena))
        return;
    for (uint32_t i = 0; i < fact->n_values && n < sizeof known / sizeof known[0]; i++) {
        struct rb_slice name = rb_build_title(b, rb_build_ref_at(b->lex, fact->values + i));

        /* "fact:value" */
        known[n++] = rb_slice_of(name.ptr + fact->name.len + 1, name.len - fact->name.len - 1);
    }
    for (const struct rb_yaml *item = weak ? weak->child : NULL; item; item = item->next) {
        struct rb_hint hint;
        bool found = false;

        for (size_t i = 0; i < n && !found; i++)
            found = rb_slice_equal(known[i], item->text);
        if (!found && fact->n_values <= n)
            rb_errors_add(b->errs, RINGBACK_ERR_RULES, rb_node_place(entry, item),
                          "no phrase of “%.*s” has the value “%.*s”%s", (int)fact->name.len,
                          fact->name.ptr, (int)item->text.len, item->text.ptr,
                          rb_hint_or_all(&hint, item->text, known, n));
    }
}

static bool is_weak(const struct rb_entry *entry, struct rb_slice value)
{
    const struct rb_yaml *weak = rb_yaml_get(entry->node, "weak");

    for (const struct rb_yaml *item = weak ? weak->child : NULL; item; item = item->next)
        if (rb_slice_equal(item->text, value))
            return true;
    return false;
}

/* Index of a new block; 0 when it says nothing. node: the block, or NULL for a plain group. */
static uint32_t block_of(struct rb_builder *b, const struct rb_entry *entry, struct rb_slice value,
                         const struct rb_yaml *node)
{
    struct rb_block block = {0};
    const struct rb_yaml *own = node ? rb_yaml_get(node, "value") : NULL;
    const struct rb_yaml *in = node ? rb_yaml_get(node, "in") : NULL;
    const struct rb_yaml *alone = node ? rb_yaml_get(node, "alone") : NULL;

    block.value = rb_arena_copy(b->arena, own ? own->text : value);
    block.weak = block.value.len && is_weak(entry, block.value);
    if (in)
        window(b, entry, in, &block.first_sentences, &block.last_sentences);
    if (alone)
        (void)rb_yaml_bool(alone, &block.alone);
    fact_list(b, entry, node ? rb_yaml_get(node, "near") : NULL, false, &block.near, &block.n_near);
    if (!node && !block.value.len)
        return 0;
    (void)RB_PUSH(b->arena, b->lex->blocks, b->lex->n_blocks, b->cap_blocks, block);
    return (uint32_t)b->lex->n_blocks - 1;
}

/* A list whose items are phrases or blocks. */
static void phrase_list(struct rb_builder *b, const struct rb_entry *entry, uint32_t def,
                        struct rb_slice value, const struct rb_yaml *node)
{
    struct rb_list list = {entry, entry->name, def, block_of(b, entry, value, NULL)};

    rb_collect_list(b, &list, node);
    for (const struct rb_yaml *item = node->child; item; item = item->next) {
        if (item->kind != RB_YAML_MAP)
            continue;
        list.block = block_of(b, entry, value, item);
        rb_collect_list(b, &list, rb_yaml_get(item, "phrases"));
    }
}

static void phrases(struct rb_builder *b, const struct rb_entry *entry, uint32_t def,
                    const struct rb_yaml *node)
{
    if (node && node->kind == RB_YAML_MAP)
        for (const struct rb_yaml *group = node->child; group; group = group->next)
            phrase_list(b, entry, def, group->key, group);
    else if (node)
        phrase_list(b, entry, def, rb_slice_of("", 0), node);
}

/* A place whose file's name lives as long as the lexicon. */
static struct rb_place kept_place(struct rb_builder *b, struct rb_place place)
{
    place.source = rb_arena_copy(b->arena, rb_slice_str(place.source)).ptr;
    return place;
}

static void pattern_list(struct rb_builder *b, const struct rb_entry *entry, struct rb_slice value,
                         const struct rb_yaml *node)
{
    uint32_t block = block_of(b, entry, value, NULL);

    for (const struct rb_yaml *item = node->child; item; item = item->next) {
        struct rb_shape shape = {.block = block};
        struct rb_pattern *pattern;
        char why[160] = "";
        size_t at = 0;

        /* Compiled to see whether it is one; those who match compile it when they first need it. */
        pattern = rb_pattern_compile(item->text, why, sizeof why, &at);
        if (!pattern) {
            if (why[0])
                rb_errors_add(b->errs, RINGBACK_ERR_RULES, rb_node_place(entry, item),
                              "the pattern does not compile: %s at character %zu", why, at + 1);
            else
                b->arena->failed = true;
            continue;
        }
        shape.text = rb_arena_copy(b->arena, item->text);
        shape.place = kept_place(b, rb_node_place(entry, item));
        shape.fact_group = rb_pattern_group(pattern, "fact");
        shape.value_group = rb_pattern_group(pattern, "value");
        rb_pattern_needs(pattern, shape.needs);
        rb_pattern_free(pattern);
        if (!RB_PUSH(b->arena, b->lex->shapes, b->lex->n_shapes, b->cap_shapes, shape))
            return;
    }
}

static void patterns(struct rb_builder *b, const struct rb_entry *entry, struct rb_fact_def *fact)
{
    const struct rb_yaml *node = rb_yaml_get(entry->node, "patterns");

    fact->shape = (uint32_t)b->lex->n_shapes;
    if (node && node->kind == RB_YAML_MAP)
        for (const struct rb_yaml *group = node->child; group; group = group->next)
            pattern_list(b, entry, group->key, group);
    else if (node)
        pattern_list(b, entry, rb_slice_of("", 0), node);
    fact->n_shapes = (uint32_t)b->lex->n_shapes - fact->shape;
}

static uint8_t cue_scope(const struct rb_yaml *node)
{
    static const char *const names[] = {"clause", "sentence", "before", "after", "draft"};

    for (uint8_t i = 0; node && i < sizeof names / sizeof names[0]; i++)
        if (rb_slice_is(node->text, names[i]))
            return i;
    return RB_CUE_CLAUSE;
}

static void cues(struct rb_builder *b, const struct rb_entry *entry, struct rb_fact_def *fact)
{
    const struct rb_yaml *node = rb_yaml_get(entry->node, "clauses");
    const struct rb_yaml *list = node ? rb_yaml_get(node, "cues") : NULL;
    int64_t n = 0;

    if (node && rb_yaml_int(rb_yaml_get(node, "at_least"), 0, INT32_MAX, &n))
        fact->at_least = (int32_t)n;
    fact_list(b, entry, node ? rb_yaml_get(node, "rivals") : NULL, true, &fact->rivals,
              &fact->n_rivals);
    for (uint32_t i = 0; !rb_arena_failed(b->arena) && i < fact->n_rivals; i++)
        b->unfit |= rb_build_ref_at(b->lex, fact->rivals + i) < b->old.facts;
    fact->cue = (uint32_t)b->lex->n_cues;
    for (const struct rb_yaml *item = list ? list->child : NULL; item; item = item->next) {
        struct rb_cue cue = {.name = rb_arena_copy(b->arena, item->key),
                             .place = kept_place(b, rb_key_place(entry, item)),
                             .scope = cue_scope(rb_yaml_get(item, "in"))};
        struct rb_list of = {entry, entry->name, 0, 0};
        const struct rb_yaml *where = rb_yaml_get(item, "where");

        if (where)
            window(b, entry, where, &cue.first_sentences, &cue.last_sentences);
        if (rb_yaml_int(rb_yaml_get(item, "points"), -1000, 1000, &n))
            cue.points = (int16_t)n;
        cue.def = rb_build_def(b, RB_DEF_HELPER, item->key, rb_key_place(entry, item));
        if (cue.def == RB_NONE ||
            !RB_PUSH(b->arena, b->lex->cues, b->lex->n_cues, b->cap_cues, cue))
            return;
        of.def = cue.def;
        rb_collect_list(b, &of, rb_yaml_get(item, "phrases"));
    }
    fact->n_cues = (uint32_t)b->lex->n_cues - fact->cue;
}

static uint8_t again(const struct rb_yaml *node)
{
    uint8_t how = 0;

    for (const struct rb_yaml *item = node ? node->child : NULL; item; item = item->next)
        how |= rb_slice_is(item->text, "whole")   ? RB_AGAIN_WHOLE
               : rb_slice_is(item->text, "first") ? RB_AGAIN_FIRST
                                                  : RB_AGAIN_LAST;
    return how;
}

void rb_collect_fact(struct rb_builder *b, const struct rb_entry *entry, uint32_t number)
{
    struct rb_fact_def fact = b->lex->facts[number];
    const struct rb_yaml *node = entry->node, *key;
    const struct rb_yaml *sets = rb_yaml_get(node, "sets");

    for (const struct rb_yaml *set = sets ? sets->child : NULL; set; set = set->next) {
        struct rb_list list = {entry, entry->name, 0, 0};

        list.def = rb_build_find(b, rb_build_join(b, entry->name, '.', set->key));
        if (list.def != RB_NONE)
            rb_collect_list(b, &list, set);
    }
    key = rb_yaml_get(node, "compare");
    if (key)
        fact.compare = rb_slice_is(key->text, "name")     ? RB_COMPARE_NAME
                       : rb_slice_is(key->text, "number") ? RB_COMPARE_NUMBER
                                                          : RB_COMPARE_TEXT;
    fact.phone = rb_yaml_get(node, "finder") != NULL;
    if ((key = rb_yaml_get(node, "hidden")))
        fact.hidden |= rb_slice_is(key->text, "true");
    fact.join = rb_yaml_get(node, "join") != NULL;
    fact.again = again(rb_yaml_get(node, "again"));
    phrases(b, entry, fact.def, rb_yaml_get(node, "phrases"));
    patterns(b, entry, &fact);
    if ((key = rb_yaml_get(node, "not"))) {
        struct rb_list list = {entry, entry->name, 0, 0};

        list.def = fact.veto =
            rb_build_def(b, RB_DEF_HELPER, rb_slice_str("not"), rb_key_place(entry, key));
        if (fact.veto != RB_NONE)
            rb_collect_list(b, &list, key);
    }
    fact_list(b, entry, rb_yaml_get(node, "yields_to"), true, &fact.yields, &fact.n_yields);
    fact_list(b, entry, rb_yaml_get(node, "unlike"), true, &fact.unlike, &fact.n_unlike);
    cues(b, entry, &fact);
    fact.values = rb_build_refs(b->lex);
    for (size_t i = b->old.defs; i < b->lex->n_defs; i++)
        if (b->lex->defs[i].kind == RB_DEF_VALUE && b->lex->defs[i].fact == number)
            (void)rb_build_ref(b, (uint32_t)i);
    fact.n_values = rb_build_refs(b->lex) - fact.values;
    check_weak(b, entry, &fact);
    b->lex->facts[number] = fact;
}
