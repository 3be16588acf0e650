/* From the bytes of rule files to compiled rules. */
#include <stdlib.h>

#include "base/limits.h"
#include "rule/builtin.h"
#include "rule/change.h"
#include "rule/compile.h"
#include "rule/frozen.h"
#include "rule/pack.h"
#include "rule/schema.h"
#include "rule/styles.h"

enum { MOST_FACTS = 2000, MOST_EXTENDED = 2000 };

struct loader {
    ringback_rules *rules;
    struct rb_arena *arena;
    struct rb_errors *errs;
    struct rb_pack pack;
    struct rb_variants variants;
    struct rb_compiler compiler;
    struct rb_entry *facts; /* for the lexicon: those given, then rules' own phrases */
    size_t n_facts, facts_cap;
    bool on_top; /* of rules that are there */
    bool unfit;  /* for that: they change more of them than can be changed so */
    struct rb_changes changes;
};

/* ---- reading ---- */

static void read_file(struct loader *l, const ringback_source *file, uint16_t number, uint16_t pack)
{
    const char *source = l->rules->sources[number];
    struct rb_yaml *root;
    bool signs;

    if (!rb_yaml_parse(l->arena, rb_slice_of(file->data, file->len), source, l->errs, &root) ||
        !root)
        return;
    if (!rb_schema_check(root, RB_TYPE_FILE, number, source, l->errs, &signs))
        return;
    if (l->on_top && !rb_changes_take(&l->changes, l->arena, root, source, l->rules))
        l->unfit = true;
    rb_pack_add(&l->pack, root, number, pack, signs);
}

static bool read_files(struct loader *l, const ringback_source *files, size_t n, size_t n_base)
{
    const char **sources = rb_arena_array(l->arena, n ? n : 1, sizeof(*sources));

    if (n > RB_MARK_FILE) {
        rb_errors_add(l->errs, RINGBACK_ERR_LIMIT, (struct rb_place){0}, "more than %d rule files",
                      (int)RB_MARK_FILE);
        return false;
    }
    if (!sources)
        return false;
    for (size_t i = 0; i < n; i++)
        sources[i] = rb_arena_copy(l->arena, rb_slice_str(files[i].name)).ptr;
    l->rules->sources = sources;
    l->rules->n_sources = (uint32_t)n;
    l->rules->n_base = (uint32_t)(n_base < n ? n_base : n);
    rb_pack_init(&l->pack, l->arena, sources, l->errs);
    for (size_t i = 0; i < n; i++)
        read_file(l, &files[i], (uint16_t)i, (uint16_t)(i < n_base ? 0 : i + 1 - n_base));
    return !rb_arena_failed(l->arena);
}

/* ---- facts ---- */

static void complete(struct loader *l, const struct rb_yaml *map, enum rb_context context,
                     struct rb_slice name)
{
    const char *const *sources = (const char *const *)l->rules->sources;

    if (map && map->kind == RB_YAML_MAP)
        (void)rb_schema_complete(map, context, name,
                                 (struct rb_place){sources[map->mark & RB_MARK_FILE],
                                                   map->key_line ? map->key_line : map->line,
                                                   map->key_line ? map->key_column : map->column},
                                 sources, l->errs);
}

/* A block of phrases stands in a list, or in one of the lists of a map of values. */
static void complete_blocks(struct loader *l, const struct rb_yaml *phrases)
{
    for (const struct rb_yaml *item = phrases ? phrases->child : NULL; item; item = item->next) {
        if (item->kind == RB_YAML_MAP)
            complete(l, item, RB_CTX_BLOCK, rb_slice_str(""));
        for (const struct rb_yaml *i = item->kind == RB_YAML_LIST ? item->child : NULL; i;
             i = i->next)
            complete(l, i, RB_CTX_BLOCK, rb_slice_str(""));
    }
}

static void complete_fact(struct loader *l, const struct rb_pack_entry *entry)
{
    const struct rb_yaml *clauses = rb_yaml_get(entry->node, "clauses");
    const struct rb_yaml *cues = clauses ? rb_yaml_get(clauses, "cues") : NULL;

    complete(l, entry->node, RB_CTX_FACT, entry->name);
    complete(l, rb_yaml_get(entry->node, "examples"), RB_CTX_FACT_EXAMPLES, rb_slice_str(""));
    complete(l, clauses, RB_CTX_CLAUSES, rb_slice_str(""));
    for (const struct rb_yaml *cue = cues ? cues->child : NULL; cue; cue = cue->next)
        complete(l, cue, RB_CTX_CUE, cue->key);
    complete_blocks(l, rb_yaml_get(entry->node, "phrases"));
}

static bool add_fact(struct loader *l, struct rb_entry fact)
{
    struct rb_entry *facts =
        rb_arena_grow(l->arena, l->facts, l->n_facts, &l->facts_cap, sizeof *facts);

    if (!facts)
        return false;
    l->facts = facts;
    facts[l->n_facts++] = fact;
    return true;
}

/* Phrases that rules give themselves, anywhere in a tree, become hidden facts. */
static void collect_hidden(struct loader *l, const struct rb_yaml *tree)
{
    const struct rb_yaml *stack[RB_MAX_YAML_DEPTH * 2];
    size_t depth = 0;

    if (tree)
        stack[depth++] = tree;
    while (depth > 0) {
        const struct rb_yaml *node = stack[--depth];
        const char *source = l->rules->sources[node->mark & RB_MARK_FILE];

        if (rb_yaml_get(node, "phrases")) {
            struct rb_slice name = rb_hidden_name(l->arena, node, source);

            if (!rb_vocab_find(&l->compiler.hidden, name) &&
                rb_vocab_add(&l->compiler.hidden, name))
                (void)add_fact(l, (struct rb_entry){name, node, source, true});
        }
        if (node->next && node != tree)
            stack[depth++] = node->next;
        if (node->child && depth < RB_MAX_YAML_DEPTH * 2)
            stack[depth++] = node->child;
    }
}

static void collect_facts(struct loader *l)
{
    const struct rb_section *s = l->pack.sections;

    for (size_t i = 0; i < s[RB_SECTION_FACTS].n; i++) {
        const struct rb_pack_entry *entry = &s[RB_SECTION_FACTS].items[i];

        complete_fact(l, entry);
        (void)add_fact(
            l, (struct rb_entry){entry->name, entry->node, l->rules->sources[entry->last], false});
    }
    for (size_t i = 0; i < s[RB_SECTION_RULES].n; i++)
        collect_hidden(l, s[RB_SECTION_RULES].items[i].node);
    for (size_t i = 0; i < s[RB_SECTION_STYLES].n; i++)
        collect_hidden(l, s[RB_SECTION_STYLES].items[i].node);
    for (size_t i = 0; i < s[RB_SECTION_REMINDERS].n; i++)
        collect_hidden(l, s[RB_SECTION_REMINDERS].items[i].node);
    for (size_t i = 0; i < (size_t)l->variants.n_styles * l->variants.n_rules; i++)
        collect_hidden(l, l->variants.trees[i]);
}

/* A section's entries as the lexicon takes them. */
static struct rb_entry *entries_of(struct loader *l, enum rb_section_kind kind, size_t *n)
{
    const struct rb_section *s = &l->pack.sections[kind];
    struct rb_entry *entries = rb_arena_array(l->arena, s->n, sizeof *entries);

    *n = 0;
    for (size_t i = 0; entries && i < s->n; i++)
        if (s->items[i].node)
            entries[(*n)++] = (struct rb_entry){s->items[i].name, s->items[i].node,
                                                l->rules->sources[s->items[i].last], false};
    return entries;
}

/* old: what it is built on top of; NULL: nothing. */
static void make_lexicon(struct loader *l, const struct rb_lexicon *old)
{
    struct rb_lexicon_source source = {
        .facts = l->facts,
        .n_facts = l->n_facts,
        .clauses = l->pack.clauses,
        .n_clauses = l->pack.n_clauses,
        .more = l->changes.sets,
        .n_more = l->changes.n_sets,
    };
    uint32_t before = l->errs->count;

    l->rules->lexicon = NULL;
    source.sets = entries_of(l, RB_SECTION_SETS, &source.n_sets);
    source.irregular = entries_of(l, RB_SECTION_IRREGULAR, &source.n_irregular);
    if (rb_arena_failed(l->arena))
        return;
    l->rules->lexicon =
        old ? rb_lexicon_extend(old, &source, l->errs) : rb_lexicon_new(&source, l->errs);
    if (!l->rules->lexicon && l->errs->count == before)
        l->arena->failed = true;
}

/* ---- rules ---- */

static void compile_rules(struct loader *l)
{
    const struct rb_section *entries = &l->pack.sections[RB_SECTION_RULES];
    struct rb_rule *rules = rb_arena_array(l->arena, entries->n, sizeof *rules);
    bool *sound = rb_arena_array(l->arena, entries->n, sizeof *sound);

    if (!rules || !sound)
        return;
    l->rules->rules = rules;
    l->rules->n_rules = (uint32_t)entries->n;
    for (size_t i = 0; i < entries->n; i++) {
        rules[i].order = (uint32_t)i;
        sound[i] =
            rb_compile_rule(&l->compiler, &entries->items[i], entries->items[i].node, &rules[i]);
    }
    rb_compile_styles(&l->compiler, &l->variants, &l->pack, sound);
    rb_compile_reminders(&l->compiler, &l->pack.sections[RB_SECTION_REMINDERS]);
}

/* The pack itself goes with the loader. */
static void keep_sections(struct loader *l)
{
    struct rb_section *kept = rb_arena_array(l->arena, RB_SECTION_COUNT, sizeof *kept);

    if (!kept)
        return;
    memcpy(kept, l->pack.sections, sizeof l->pack.sections);
    l->rules->sections = kept;
    l->rules->n_sections = RB_SECTION_COUNT;
    l->rules->clauses = l->pack.clauses;
    l->rules->n_clauses = l->pack.n_clauses;
}

/* Goes on behind errors as far as it is sensible, so that one run tells all of them. */
static void load(struct loader *l, const ringback_source *files, size_t n, size_t n_base)
{
    struct rb_section *facts = &l->pack.sections[RB_SECTION_FACTS];
    bool well_formed;

    if (!read_files(l, files, n, n_base))
        return;
    well_formed = l->errs->count == 0;
    l->rules->facts = *facts;
    keep_sections(l);
    l->rules->rule_entries = l->pack.sections[RB_SECTION_RULES];
    l->compiler = (struct rb_compiler){.arena = l->arena,
                                       .errs = l->errs,
                                       .rules = l->rules,
                                       .fact_names = rb_section_names(facts, l->arena),
                                       .n_fact_names = facts->n,
                                       .first_hidden = (uint32_t)facts->n,
                                       .styles = &l->pack.sections[RB_SECTION_STYLES]};
    rb_vocab_init(&l->compiler.hidden, l->arena);
    if (!rb_variants_make(&l->pack, &l->variants))
        return;
    collect_facts(l);
    if (l->n_facts > MOST_FACTS) {
        rb_errors_add(l->errs, RINGBACK_ERR_LIMIT,
                      (struct rb_place){l->rules->sources[n - 1], 0, 0},
                      "more than %d facts, with the rules' own phrases", (int)MOST_FACTS);
        return;
    }
    l->compiler.n_facts = l->rules->n_facts = (uint32_t)l->n_facts;
    if (rb_arena_failed(l->arena))
        return;
    if (well_formed && l->errs->count == 0)
        make_lexicon(l, NULL);
    compile_rules(l);
}

ringback_status rb_rules_load_files(const ringback_source *files, size_t n, size_t n_base,
                                    struct rb_errors *errs, ringback_rules **out)
{
    ringback_rules *rules = calloc(1, sizeof *rules);
    struct loader l = {.rules = rules, .errs = errs};

    *out = NULL;
    if (!rules)
        return RINGBACK_ERR_MEMORY;
    rb_arena_init(&rules->arena);
    l.arena = &rules->arena;
    load(&l, files, n, n_base);
    if (errs->count == 0 && !rb_arena_failed(&rules->arena)) {
        *out = rules;
        return RINGBACK_OK;
    }
    rb_rules_free(rules);
    return errs->count ? errs->first.status : RINGBACK_ERR_MEMORY;
}

ringback_status rb_rules_load_all(const ringback_source *files, size_t n, struct rb_errors *errs,
                                  ringback_rules **out)
{
    size_t all = rb_builtin_count + n;
    ringback_source *sources = all >= n ? calloc(all ? all : 1, sizeof *sources) : NULL;
    ringback_status status;

    *out = NULL;
    if (!sources)
        return RINGBACK_ERR_MEMORY;
    for (size_t i = 0; i < rb_builtin_count; i++)
        sources[i] = (ringback_source){rb_builtin_files[i].name, rb_builtin_files[i].data,
                                       rb_builtin_files[i].len};
    if (n)
        memcpy(sources + rb_builtin_count, files, n * sizeof *sources);
    status = rb_rules_load_files(sources, all, rb_builtin_count, errs, out);
    free(sources);
    return status;
}

/* ---- on top of what is there ---- */

/* The team's files behind the names of the built-in ones, which keep their numbers. */
static bool read_more(struct loader *l, const ringback_source *files, size_t n)
{
    size_t first = rb_builtin_count;
    const char **sources = rb_arena_array(l->arena, first + n, sizeof(*sources));

    if (n > RB_MARK_FILE - first || !sources)
        return false;
    for (size_t i = 0; i < first; i++)
        sources[i] = rb_builtin_files[i].name;
    for (size_t i = 0; i < n; i++)
        sources[first + i] = rb_arena_copy(l->arena, rb_slice_str(files[i].name)).ptr;
    l->rules->sources = sources;
    rb_pack_init(&l->pack, l->arena, sources, l->errs);
    for (size_t i = 0; i < n && l->errs->count == 0; i++)
        read_file(l, &files[i], (uint16_t)(first + i), (uint16_t)(i + 1));
    return l->errs->count == 0 && !l->unfit && !rb_arena_failed(l->arena);
}

/* Do the files, changes apart, only add rules, facts and sets? What else they change of those that
 * are there is told as an error, for it cannot be found. */
static bool only_adds(const struct loader *l)
{
    const struct rb_section *s = l->pack.sections, *rules = &s[RB_SECTION_RULES];

    return !s[RB_SECTION_IRREGULAR].n && !s[RB_SECTION_STYLES].n && !s[RB_SECTION_REMINDERS].n &&
           !l->pack.n_clauses && l->rules->n_rules + rules->n <= MOST_EXTENDED;
}

static bool compile_more(struct loader *l)
{
    const struct rb_section *entries = &l->pack.sections[RB_SECTION_RULES];
    const struct rb_rule *old = l->rules->rules;
    uint32_t first = l->rules->n_rules;
    struct rb_rule *rules = rb_arena_array(l->arena, first + entries->n, sizeof *rules);

    if (!rules)
        return false;
    memcpy(rules, old, first * sizeof *rules);
    for (uint32_t i = 0; i < entries->n; i++) {
        rules[first + i].order = first + i;
        (void)rb_compile_rule(&l->compiler, &entries->items[i], entries->items[i].node,
                              &rules[first + i]);
    }
    l->rules->rules = rules;
    l->rules->n_rules = first + (uint32_t)entries->n;
    rb_extend_styles(&l->compiler, entries, first);
    return l->changes.n == 0 || rb_changes_make(&l->compiler, &l->changes, old, rules);
}

bool rb_rules_extend(ringback_rules *rules, const struct rb_lexicon *frozen,
                     const ringback_source *files, size_t n)
{
    struct rb_errors errs = {0};
    struct loader l = {.rules = rules, .arena = &rules->arena, .errs = &errs, .on_top = true};
    const struct rb_section *facts = &l.pack.sections[RB_SECTION_FACTS];

    if (!read_more(&l, files, n) || !only_adds(&l))
        return false;
    l.compiler = (struct rb_compiler){.arena = l.arena,
                                      .errs = &errs,
                                      .rules = rules,
                                      .extends = true,
                                      .first_hidden = rules->n_facts + (uint32_t)facts->n,
                                      .styles = &l.pack.sections[RB_SECTION_STYLES]};
    rb_vocab_init(&l.compiler.hidden, l.arena);
    collect_facts(&l);
    rules->n_facts += (uint32_t)l.n_facts;
    l.compiler.n_facts = rules->n_facts;
    if (rules->n_facts > MOST_FACTS || errs.count || rb_arena_failed(l.arena))
        return false;
    if (l.n_facts || l.pack.sections[RB_SECTION_SETS].n || l.changes.n_sets) {
        rb_lexicon_free(rules->lexicon);
        make_lexicon(&l, frozen);
        if (!rules->lexicon)
            return false;
    }
    return compile_more(&l) && errs.count == 0 && !rb_arena_failed(l.arena);
}
