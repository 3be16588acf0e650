#include "rule/pack.h"

#include "rule/schema.h"
#include "rule/words.h"

/* A section's key, what an entry of it is called, and the keys of a complete one: a second entry of
 * the name that has them all was not meant as a change. */
static const struct {
    const char *key, *what;
    const char *complete[2];
} sections[] = {
    [RB_SECTION_SETS] = {"sets", "set", {0}},
    [RB_SECTION_FACTS] = {"facts", "fact", {"doc", "examples"}},
    [RB_SECTION_IRREGULAR] = {"irregular", "irregular word", {0}},
    [RB_SECTION_RULES] = {"rules", "rule", {"title", "examples"}},
    [RB_SECTION_STYLES] = {"styles", "style", {0}},
    [RB_SECTION_REMINDERS] = {"reminders", "reminder", {0}},
};

#define FAIL_AT(p, line, column, ...)                                                              \
    rb_errors_add((p)->merger.errs, RINGBACK_ERR_RULES,                                            \
                  (struct rb_place){(p)->merger.sources[(p)->file], (line), (column)},             \
                  __VA_ARGS__)

void rb_pack_init(struct rb_pack *p, struct rb_arena *arena, const char *const *sources,
                  struct rb_errors *errs)
{
    *p = (struct rb_pack){.merger = {arena, errs, sources}};
    for (size_t i = 0; i < RB_SECTION_COUNT; i++)
        rb_vocab_init(&p->sections[i].names, arena);
}

struct rb_pack_entry *rb_section_find(const struct rb_section *s, struct rb_slice name)
{
    uint32_t number = rb_vocab_find(&s->names, name);

    return number ? &s->items[number - 1] : NULL;
}

const struct rb_slice *rb_section_names(const struct rb_section *s, struct rb_arena *arena)
{
    struct rb_slice *names = rb_arena_array(arena, s->n, sizeof *names);

    for (size_t i = 0; names && s->items && i < s->n; i++)
        names[i] = s->items[i].name;
    return names;
}

const char *rb_section_hint(struct rb_hint *hint, struct rb_slice word, const struct rb_section *s,
                            struct rb_arena *arena, bool all)
{
    const struct rb_slice *names = rb_section_names(s, arena);
    size_t n = names ? s->n : 0;

    return all ? rb_hint_or_all(hint, word, names, n) : rb_hint(hint, word, names, n);
}

static void add_new(struct rb_pack *p, struct rb_section *s, struct rb_slice name,
                    const struct rb_yaml *node)
{
    struct rb_pack_entry *items =
        rb_arena_grow(p->merger.arena, s->items, s->n, &s->cap, sizeof *items);

    if (!items)
        return;
    s->items = items;
    if (!rb_vocab_add(&s->names, name))
        return;
    items[s->n++] = (struct rb_pack_entry){.name = name,
                                           .line = node->key_line,
                                           .column = node->key_column,
                                           .first = p->file,
                                           .last = p->file,
                                           .pack = p->pack};
}

/* Words on where an entry was first given. */
static void fail_again(struct rb_pack *p, const struct rb_yaml *node, const char *what,
                       const struct rb_pack_entry *entry, const char *advice)
{
    FAIL_AT(p, node->key_line, node->key_column,
            "the %s \"%.*s\" is already given in %s, line %u%s", what, rb_quoted(entry->name),
            entry->name.ptr, p->merger.sources[entry->first], (unsigned)entry->line, advice);
}

static bool is_complete(enum rb_section_kind kind, const struct rb_yaml *node)
{
    const char *const *keys = sections[kind].complete;

    return keys[0] && rb_yaml_get(node, keys[0]) && rb_yaml_get(node, keys[1]) &&
           !rb_yaml_get(node, "extends");
}

/* Keeps what a style changes of rules apart, as it was given: its signs are meant for the rules. */
static void add_layer(struct rb_pack *p, struct rb_pack_entry *entry, const struct rb_yaml *layer)
{
    const struct rb_yaml **layers;

    if (!layer)
        return;
    layers = rb_arena_grow(p->merger.arena, entry->layers, entry->n_layers, &entry->layers_cap,
                           sizeof(*layers));
    if (!layers)
        return;
    entry->layers = layers;
    layers[entry->n_layers++] = layer;
}

/* A later file's entry of a name that is there. */
static void change(struct rb_pack *p, enum rb_section_kind kind, struct rb_pack_entry *entry,
                   const struct rb_yaml *node, char suffix)
{
    const char *what = sections[kind].what;

    if (entry->pack == p->pack && entry->last != p->file) {
        fail_again(p, node, what, entry, ": in one pack a name is given once");
        return;
    }
    entry->last = p->file;
    entry->pack = p->pack;
    if (suffix)
        entry->node = rb_merge_list(&p->merger, entry->node, node, suffix, entry->name);
    else if (node->kind == RB_YAML_LIST)
        fail_again(p, node, what, entry,
                   ": put a + behind the name to add to it, a - to take from it");
    else if (node->kind == RB_YAML_SCALAR)
        entry->off = rb_slice_is(node->text, "off") ? node : NULL;
    else if (is_complete(kind, node))
        fail_again(p, node, what, entry,
                   ": to change it give only the keys that differ, or \"extends\" with its name");
    else if (entry->node)
        entry->node = rb_merge(&p->merger, entry->node, node);
    if (kind == RB_SECTION_STYLES)
        add_layer(p, entry, rb_yaml_get(node, "rules"));
}

/* Sets and facts share one space of names. */
static bool is_taken(struct rb_pack *p, enum rb_section_kind kind, const struct rb_yaml *node,
                     struct rb_slice name)
{
    enum rb_section_kind rival = kind == RB_SECTION_SETS ? RB_SECTION_FACTS : RB_SECTION_SETS;
    const struct rb_pack_entry *entry;

    if (kind != RB_SECTION_SETS && kind != RB_SECTION_FACTS)
        return false;
    entry = rb_section_find(&p->sections[rival], name);
    if (entry)
        fail_again(p, node, sections[rival].what, entry, ": sets and facts share their names");
    return entry != NULL;
}

/* The entry that `extends` names; NULL: none, which was told when one was named. */
static const struct rb_pack_entry *parent_of(struct rb_pack *p, enum rb_section_kind kind,
                                             const struct rb_yaml *node)
{
    const struct rb_yaml *extends = rb_yaml_get(node, "extends");
    const struct rb_section *s = &p->sections[kind];
    const struct rb_pack_entry *entry;
    struct rb_hint hint;

    if (!extends)
        return NULL;
    entry = rb_section_find(s, extends->text);
    if (entry && entry->node)
        return entry;
    FAIL_AT(p, extends->line, extends->column, "there is no %s \"%.*s\" to extend%s",
            sections[kind].what, rb_quoted(extends->text), extends->text.ptr,
            rb_section_hint(&hint, extends->text, s, p->merger.arena, false));
    return NULL;
}

/* An entry's map without what is not inherited. */
static const struct rb_yaml *heritage(struct rb_pack *p, const struct rb_pack_entry *entry)
{
    struct rb_yaml *map = rb_yaml_twin(p->merger.arena, entry->node), *last = NULL;

    if (!map)
        return NULL;
    map->child = NULL;
    map->n_children = 0;
    for (const struct rb_yaml *e = entry->node->child; e; e = e->next)
        if (!rb_slice_is(e->key, "examples") && !rb_slice_is(e->key, "extends"))
            rb_yaml_append(map, &last, rb_yaml_twin(p->merger.arena, e));
    return map;
}

static void fail_absent(struct rb_pack *p, enum rb_section_kind kind, const struct rb_yaml *node,
                        struct rb_slice name)
{
    const struct rb_section *s = &p->sections[kind];
    struct rb_hint hint;

    FAIL_AT(p, node->key_line, node->key_column, "there is no %s \"%.*s\" to change%s",
            sections[kind].what, rb_quoted(name), name.ptr,
            rb_section_hint(&hint, name, s, p->merger.arena, false));
}

/* A map that inherits nothing. Was it meant to, then what it lacks is no second fault. */
static const struct rb_yaml *orphan(struct rb_pack *p, const struct rb_yaml *node)
{
    struct rb_yaml *map = rb_merge(&p->merger, NULL, node);

    if (map && rb_yaml_get(node, "extends"))
        map->mark |= RB_MARK_DAMAGED | RB_MARK_CRACKED;
    return map;
}

/* An entry of a new name, on top of what it extends. */
static void add_first(struct rb_pack *p, enum rb_section_kind kind, const struct rb_yaml *node,
                      struct rb_slice name, bool signs)
{
    struct rb_section *s = &p->sections[kind];
    bool map = node->kind == RB_YAML_MAP;
    const struct rb_pack_entry *parent = map ? parent_of(p, kind, node) : NULL;
    size_t place = parent ? (size_t)(parent - s->items) : 0;
    struct rb_pack_entry *entry;

    add_new(p, s, name, node);
    entry = rb_section_find(s, name);
    if (!entry)
        return;
    entry->node = node;
    /* The items may have moved. */
    if (parent)
        entry->node = rb_merge(&p->merger, heritage(p, &s->items[place]), node);
    else if (map && (signs || rb_yaml_get(node, "extends")))
        entry->node = orphan(p, node);
    if (kind != RB_SECTION_STYLES)
        return;
    for (size_t i = 0; parent && i < s->items[place].n_layers; i++)
        add_layer(p, entry, s->items[place].layers[i]);
    add_layer(p, entry, rb_yaml_get(node, "rules"));
}

static void add_entry(struct rb_pack *p, enum rb_section_kind kind, const struct rb_yaml *node,
                      bool signs)
{
    struct rb_slice name = node->key;
    struct rb_pack_entry *entry;
    char suffix = '\0';

    if (kind == RB_SECTION_SETS || kind == RB_SECTION_IRREGULAR)
        name = rb_key_stem(name, &suffix);
    entry = rb_section_find(&p->sections[kind], name);
    if (entry)
        change(p, kind, entry, node, suffix);
    else if (suffix || node->kind == RB_YAML_SCALAR)
        fail_absent(p, kind, node, name);
    else if (!is_taken(p, kind, node, name))
        add_first(p, kind, node, name, signs);
}

static void add_clauses(struct rb_pack *p, const struct rb_yaml *list, char suffix)
{
    struct rb_entry *clauses;

    if (suffix == '-') {
        FAIL_AT(p, list->key_line, list->key_column, "clauses can be added, not taken away");
        return;
    }
    clauses =
        rb_arena_grow(p->merger.arena, p->clauses, p->n_clauses, &p->clauses_cap, sizeof *clauses);
    if (!clauses)
        return;
    p->clauses = clauses;
    clauses[p->n_clauses++] =
        (struct rb_entry){.name = list->key, .node = list, .source = p->merger.sources[p->file]};
}

void rb_pack_add(struct rb_pack *p, const struct rb_yaml *root, uint16_t file, uint16_t pack,
                 bool signs)
{
    p->file = file;
    p->pack = pack;
    for (const struct rb_yaml *e = root->child; e; e = e->next) {
        char suffix;

        /* Each file's list adds to those of the files before. */
        if (rb_slice_is(rb_key_stem(e->key, &suffix), "clauses"))
            add_clauses(p, e, suffix);
    }
    for (size_t i = 0; i < RB_SECTION_COUNT; i++) {
        const struct rb_yaml *section = rb_yaml_get(root, sections[i].key);

        for (const struct rb_yaml *e = section ? section->child : NULL; e; e = e->next)
            add_entry(p, (enum rb_section_kind)i, e, signs);
    }
}
