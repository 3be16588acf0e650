#include "fact/collect.h"

void rb_collect_list(struct rb_builder *b, const struct rb_list *list, const struct rb_yaml *node)
{
    for (const struct rb_yaml *item = node ? node->child : NULL; item; item = item->next) {
        struct rb_pending pending = {.text = item->text,
                                     .scope = list->scope,
                                     .def = list->def,
                                     .block = list->block,
                                     .source = list->entry->source,
                                     .line = item->line,
                                     /* of its first character, behind a quotation mark */
                                     .column = item->column + !item->plain};

        if (item->kind == RB_YAML_SCALAR)
            rb_build_queue(b, &pending);
    }
}

/* By the word's number: where its forms are. */
static void note_irregular(struct rb_builder *b, uint32_t word, size_t index)
{
    while (b->cap_irregular_of <= word) {
        uint32_t *wider = rb_arena_grow(&b->scratch, b->irregular_of, b->cap_irregular_of,
                                        &b->cap_irregular_of, sizeof *wider);

        if (!wider)
            return;
        b->irregular_of = wider;
    }
    b->irregular_of[word] = (uint32_t)index + 1;
}

static void irregular(struct rb_builder *b, const struct rb_entry *entry)
{
    struct rb_making *lex = b->lex;
    struct rb_irregular word = {.word = rb_vocab_add(&lex->vocab, entry->name),
                                .form = (uint32_t)lex->n_forms};

    for (const struct rb_yaml *item = entry->node->child; item; item = item->next) {
        if (!item->text.len)
            continue;
        if (!RB_PUSH(b->arena, lex->forms, lex->n_forms, b->cap_forms,
                     rb_build_string(b, item->text)))
            return;
        word.n_forms++;
    }
    if (RB_PUSH(b->arena, lex->irregular, lex->n_irregular, b->cap_irregular, word))
        note_irregular(b, word.word, lex->n_irregular - 1);
}

/* "fact:value" of a group of phrases; made at the first mention. */
static void value_def(struct rb_builder *b, const struct rb_entry *entry, struct rb_slice value,
                      uint32_t fact, struct rb_place place)
{
    struct rb_slice name = rb_build_join(b, entry->name, ':', value);
    uint32_t def;

    if (!name.len || rb_build_find(b, name) != RB_NONE)
        return;
    def = rb_build_def(b, RB_DEF_VALUE, name, place);
    if (def == RB_NONE)
        return;
    b->lex->defs[def].fact = (uint16_t)fact;
    (void)rb_build_name(b, name, def);
    b->lex->defs[def].name = rb_vocab_find(&b->lex->names, name);
}

static void name_values(struct rb_builder *b, const struct rb_entry *entry,
                        const struct rb_yaml *node, uint32_t fact)
{
    if (!node)
        return;
    for (const struct rb_yaml *item = node->child; item; item = item->next) {
        const struct rb_yaml *value;

        if (node->kind == RB_YAML_MAP)
            value_def(b, entry, item->key, fact, rb_key_place(entry, item));
        if (item->kind == RB_YAML_MAP && (value = rb_yaml_get(item, "value")))
            value_def(b, entry, value->text, fact, rb_node_place(entry, value));
    }
}

static void taken(struct rb_builder *b, struct rb_place place, struct rb_slice name)
{
    rb_errors_add(b->errs, RINGBACK_ERR_RULES, place,
                  "the name “%.*s” is taken: sets and facts share their names", (int)name.len,
                  name.ptr);
}

/* First pass: every name, so that phrases may refer to what stands further down. */
static void name_all(struct rb_builder *b, const struct rb_lexicon_source *source)
{
    struct rb_making *lex = b->lex;

    for (size_t i = 0; i < source->n_sets; i++) {
        const struct rb_entry *entry = &source->sets[i];
        uint32_t def = rb_build_def(b, RB_DEF_SET, entry->name, rb_key_place(entry, entry->node));

        if (def != RB_NONE && !rb_build_name(b, entry->name, def))
            taken(b, rb_key_place(entry, entry->node), entry->name);
    }
    for (size_t i = 0; i < source->n_facts; i++) {
        const struct rb_entry *entry = &source->facts[i];
        uint32_t def = rb_build_def(b, RB_DEF_FACT, entry->name, rb_key_place(entry, entry->node));
        struct rb_fact_def fact = {.name = rb_arena_copy(b->arena, entry->name),
                                   .hidden = entry->hidden,
                                   .unnamed = entry->hidden,
                                   .def = def,
                                   .veto = RB_NONE};
        const struct rb_yaml *sets = rb_yaml_get(entry->node, "sets");

        if (def == RB_NONE || !RB_PUSH(b->arena, lex->facts, lex->n_facts, b->cap_facts, fact))
            return;
        lex->defs[def].fact = (uint16_t)(lex->n_facts - 1);
        if (!rb_build_name(b, entry->name, def))
            taken(b, rb_key_place(entry, entry->node), entry->name);
        for (const struct rb_yaml *set = sets ? sets->child : NULL; set; set = set->next) {
            struct rb_slice name = rb_build_join(b, entry->name, '.', set->key);
            uint32_t own = rb_build_def(b, RB_DEF_SET, set->key, rb_key_place(entry, set));

            if (own != RB_NONE && !rb_build_name(b, name, own))
                taken(b, rb_key_place(entry, set), set->key);
        }
        name_values(b, entry, rb_yaml_get(entry->node, "phrases"), (uint32_t)lex->n_facts - 1);
        name_values(b, entry, rb_yaml_get(entry->node, "patterns"), (uint32_t)lex->n_facts - 1);
    }
}

void rb_build_collect(struct rb_builder *b, const struct rb_lexicon_source *source)
{
    for (size_t i = 0; i < b->lex->n_irregular; i++)
        note_irregular(b, b->lex->irregular[i].word, i);
    for (size_t i = 0; i < source->n_irregular; i++)
        irregular(b, &source->irregular[i]);
    name_all(b, source);
    if (b->lex->n_facts != b->old.facts + source->n_facts)
        return; /* no memory */
    for (size_t i = 0; i < source->n_sets; i++) {
        struct rb_list list = {
            &source->sets[i], {"", 0}, rb_build_find(b, source->sets[i].name), 0};

        if (list.def != RB_NONE)
            rb_collect_list(b, &list, source->sets[i].node);
    }
    if (source->n_clauses)
        b->lex->clause_def = rb_build_def(b, RB_DEF_HELPER, rb_slice_str("clauses"),
                                          (struct rb_place){source->clauses[0].source, 0, 0});
    for (size_t i = 0; i < source->n_clauses; i++) {
        struct rb_list list = {&source->clauses[i], {"", 0}, b->lex->clause_def, 0};

        rb_collect_list(b, &list, source->clauses[i].node);
    }
    for (size_t i = 0; i < source->n_more; i++)
        rb_collect_more(b, &source->more[i]);
    for (size_t i = 0; i < source->n_facts; i++)
        rb_collect_fact(b, &source->facts[i], (uint32_t)(b->old.facts + i));
}
