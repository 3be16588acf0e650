#include "rule/coverage.h"

#include <stdlib.h>

#include "base/limits.h"
#include "rule/schema.h"

struct coverage {
    const ringback_rules *rules;
    struct rb_arena arena;
    struct rb_test_counts *counts;
    struct rb_vocab used; /* sets that a phrase refers to: "set", "fact.set" */
    struct found {
        struct rb_unused gap;
        uint32_t file;
    } * gaps;
    size_t n, cap;
};

/* The files that are looked at: those of a team, or else all. */
static uint32_t first_file(const ringback_rules *rules)
{
    return rules->n_base < rules->n_sources ? rules->n_base : 0;
}

static void add_gap(struct coverage *c, struct rb_unused gap, uint32_t file)
{
    struct found *gaps = rb_arena_grow(&c->arena, c->gaps, c->n, &c->cap, sizeof *gaps);

    if (!gaps)
        return;
    c->gaps = gaps;
    gaps[c->n++] = (struct found){gap, file};
}

/* ---- phrases, patterns, cues ---- */

static uint32_t file_of(const ringback_rules *rules, const char *source)
{
    uint32_t file = rules->n_sources;

    while (file > 0 && strcmp(rules->sources[file - 1], source) != 0)
        file--;
    return file > 0 ? file - 1 : 0;
}

static void find_parts(struct coverage *c, const struct rb_tally *tally)
{
    static const uint8_t kinds[] = {
        [RB_PART_PHRASE] = RB_GAP_PHRASE,
        [RB_PART_HELPER] = RB_GAP_HELPER,
        [RB_PART_PATTERN] = RB_GAP_PATTERN,
        [RB_PART_CUE] = RB_GAP_CUE,
    };
    struct rb_part_info part;
    uint32_t count;

    for (size_t i = 0; rb_tally_at(tally, i, &part, &count); i++) {
        uint32_t file = count == UINT32_MAX ? 0 : file_of(c->rules, part.place.source);

        if (count == UINT32_MAX || file < first_file(c->rules))
            continue;
        c->counts->parts++;
        if (count == 0)
            add_gap(c,
                    (struct rb_unused){.kind = kinds[part.kind],
                                       .owner = part.owner,
                                       .text = part.text,
                                       .place = part.place},
                    file);
    }
}

/* ---- checks ---- */

static struct rb_place place_of(const struct coverage *c, const struct rb_yaml *node, bool key)
{
    return (struct rb_place){c->rules->sources[node->mark & RB_MARK_FILE],
                             key ? node->key_line : node->line,
                             key ? node->key_column : node->column};
}

static void find_checks(struct coverage *c, const uint32_t *broken)
{
    for (uint32_t r = 0; r < c->rules->n_rules; r++) {
        const struct rb_yaml *check = rb_yaml_get(c->rules->rule_entries.items[r].node, "check");
        uint32_t number = 0;

        /* A rule's only check is broken by its bad examples, or they fail. */
        if (check->kind != RB_YAML_LIST || check->n_children < 2)
            continue;
        for (const struct rb_yaml *i = check->child; i; i = i->next, number++) {
            uint32_t file = i->mark & RB_MARK_FILE;

            if (file < first_file(c->rules))
                continue;
            c->counts->parts++;
            if (!(broken[r] >> number & 1))
                add_gap(c,
                        (struct rb_unused){.kind = RB_GAP_CHECK,
                                           .owner = c->rules->rules[r].info.id,
                                           .text = i->child->key,
                                           .place = place_of(c, i, false)},
                        file);
        }
    }
}

/* ---- sets ---- */

static struct rb_slice in_scope(struct coverage *c, struct rb_slice scope, struct rb_slice name)
{
    char *text = rb_arena_alloc(&c->arena, scope.len + name.len + 2);

    if (!text || scope.len == 0)
        return name;
    memcpy(text, scope.ptr, scope.len);
    text[scope.len] = '.';
    memcpy(text + scope.len + 1, name.ptr, name.len);
    return rb_slice_of(text, scope.len + 1 + name.len);
}

/* Notes each <name> in a text. */
static void note_references(struct coverage *c, struct rb_slice scope, struct rb_slice text)
{
    for (size_t i = 0; i < text.len; i++) {
        size_t end = i + 1;
        struct rb_slice name;

        if (text.ptr[i] != '<')
            continue;
        while (end < text.len && text.ptr[end] != '>' && text.ptr[end] != '<')
            end++;
        if (end >= text.len || text.ptr[end] != '>' || end == i + 1)
            continue;
        name = rb_slice_of(text.ptr + i + 1, end - i - 1);
        (void)rb_vocab_add(&c->used, name);
        if (scope.len)
            (void)rb_vocab_add(&c->used, in_scope(c, scope, name));
    }
}

static void note_tree(struct coverage *c, struct rb_slice scope, const struct rb_yaml *tree)
{
    const struct rb_yaml *stack[RB_MAX_YAML_DEPTH * 2];
    size_t depth = 0;

    if (tree)
        stack[depth++] = tree;
    while (depth > 0) {
        const struct rb_yaml *node = stack[--depth];

        note_references(c, scope, node->text);
        if (node->next && node != tree)
            stack[depth++] = node->next;
        if (node->child && depth < RB_MAX_YAML_DEPTH * 2)
            stack[depth++] = node->child;
    }
}

static void find_set(struct coverage *c, struct rb_slice scope, const struct rb_yaml *set,
                     struct rb_slice name)
{
    uint32_t file = set->mark & RB_MARK_FILE;

    if (file < first_file(c->rules) || (scope.len == 0 && rb_lexicon_reserved(name)))
        return;
    c->counts->parts++;
    if (!rb_vocab_find(&c->used, in_scope(c, scope, name)))
        add_gap(
            c,
            (struct rb_unused){
                .kind = RB_GAP_SET, .owner = scope, .text = name, .place = place_of(c, set, true)},
            file);
}

static void find_sets(struct coverage *c)
{
    static const struct rb_slice everywhere = {"", 0};
    const struct rb_section *facts = &c->rules->facts, *sets = &c->rules->sections[0];

    for (size_t s = 0; s < c->rules->n_sections; s++)
        for (size_t i = 0; i < c->rules->sections[s].n; i++) {
            const struct rb_pack_entry *entry = &c->rules->sections[s].items[i];

            note_tree(c, &c->rules->sections[s] == facts ? entry->name : everywhere, entry->node);
            for (size_t l = 0; l < entry->n_layers; l++)
                note_tree(c, everywhere, entry->layers[l]);
        }
    for (size_t i = 0; i < facts->n; i++)
        note_tree(c, facts->items[i].name, facts->items[i].node);
    for (size_t i = 0; i < c->rules->n_clauses; i++)
        note_tree(c, everywhere, c->rules->clauses[i].node);
    for (size_t i = 0; i < sets->n; i++)
        if (sets->items[i].node)
            find_set(c, everywhere, sets->items[i].node, sets->items[i].name);
    for (size_t i = 0; i < facts->n; i++) {
        const struct rb_yaml *own = rb_yaml_get(facts->items[i].node, "sets");

        for (const struct rb_yaml *set = own ? own->child : NULL; set; set = set->next)
            find_set(c, facts->items[i].name, set, set->key);
    }
}

/* ---- all of them ---- */

static int by_place(const void *a, const void *b)
{
    const struct found *x = a, *y = b;

    if (x->file != y->file)
        return x->file < y->file ? -1 : 1;
    if (x->gap.place.line != y->gap.place.line)
        return x->gap.place.line < y->gap.place.line ? -1 : 1;
    if (x->gap.place.column != y->gap.place.column)
        return x->gap.place.column < y->gap.place.column ? -1 : 1;
    return (x->gap.kind > y->gap.kind) - (x->gap.kind < y->gap.kind);
}

bool rb_coverage_tell(const ringback_rules *rules, const struct rb_tally *tally,
                      const uint32_t *broken, const struct rb_test_ear *ear,
                      struct rb_test_counts *counts)
{
    struct coverage c = {.rules = rules, .counts = counts};
    bool failed;

    rb_arena_init(&c.arena);
    rb_vocab_init(&c.used, &c.arena);
    find_parts(&c, tally);
    find_checks(&c, broken);
    find_sets(&c);
    failed = rb_arena_failed(&c.arena);
    if (!failed && c.n)
        qsort(c.gaps, c.n, sizeof *c.gaps, by_place);
    for (size_t i = 0; i < c.n && !failed; i++)
        ear->gap(ear->ctx, &c.gaps[i].gap);
    counts->gaps = c.n;
    rb_arena_free(&c.arena);
    return !failed;
}
