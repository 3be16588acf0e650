#include "rule/styles.h"

#include "rule/words.h"

enum { MOST_RULES = 2000 };

static const struct rb_slice standard = {"standard", 8};

/* ---- trees ---- */

/* What a rule is made from, where it holds and what shows it is no matter of a style. */
static void check_layer(struct rb_pack *p, const struct rb_yaml *rule)
{
    for (const struct rb_yaml *e = rule->child; e; e = e->next)
        if (rb_is_listed("extends style examples", rb_key_stem(e->key, &(char){0})))
            rb_errors_add(p->merger.errs, RINGBACK_ERR_RULES,
                          (struct rb_place){p->merger.sources[e->mark & RB_MARK_FILE], e->key_line,
                                            e->key_column},
                          "\"%.*s\" of a rule cannot differ in a style: say it with the rule",
                          rb_quoted(e->key), e->key.ptr);
}

/* Lays one layer of a style over the rules. */
static void lay(struct rb_pack *p, struct rb_variants *v, uint32_t style,
                const struct rb_yaml *layer)
{
    const struct rb_section *rules = &p->sections[RB_SECTION_RULES];
    size_t row = (size_t)style * v->n_rules;

    for (const struct rb_yaml *e = layer->child; e; e = e->next) {
        const struct rb_pack_entry *rule = rb_section_find(rules, e->key);
        size_t cell;
        struct rb_hint hint;

        if (!rule) {
            rb_errors_add(p->merger.errs, RINGBACK_ERR_RULES,
                          (struct rb_place){p->merger.sources[e->mark & RB_MARK_FILE], e->key_line,
                                            e->key_column},
                          "there is no rule \"%.*s\"%s", rb_quoted(e->key), e->key.ptr,
                          rb_section_hint(&hint, e->key, rules, p->merger.arena, false));
            continue;
        }
        check_layer(p, e);
        cell = row + (size_t)(rule - rules->items);
        v->off[cell] = e->kind == RB_YAML_SCALAR && rb_slice_is(e->text, "off") ? e : NULL;
        if (e->kind == RB_YAML_MAP)
            v->trees[cell] = rb_merge(&p->merger, v->trees[cell] ? v->trees[cell] : rule->node, e);
    }
}

bool rb_variants_make(struct rb_pack *p, struct rb_variants *v)
{
    const struct rb_section *rules = &p->sections[RB_SECTION_RULES];
    const struct rb_section *styles = &p->sections[RB_SECTION_STYLES];
    size_t cells = (styles->n + 1) * rules->n;
    uint32_t n = 1;

    *v = (struct rb_variants){0};
    if (styles->n >= RB_MOST_STYLES || rules->n > MOST_RULES) {
        rb_errors_add(p->merger.errs, RINGBACK_ERR_LIMIT,
                      (struct rb_place){p->merger.sources[p->file], 0, 0},
                      "more than %d rules or %d styles", (int)MOST_RULES, (int)RB_MOST_STYLES);
        return false;
    }
    v->n_rules = (uint32_t)rules->n;
    v->styles = rb_arena_array(p->merger.arena, styles->n + 1, sizeof(*v->styles));
    v->trees = rb_arena_array(p->merger.arena, cells, sizeof(*v->trees));
    v->off = rb_arena_array(p->merger.arena, cells, sizeof(*v->off));
    if (!v->styles || !v->trees || !v->off)
        return false;
    for (size_t i = 0; i < styles->n; i++) {
        bool first = rb_slice_equal(styles->items[i].name, standard);

        v->styles[first ? 0 : n++] = &styles->items[i];
    }
    v->n_styles = n;
    for (uint32_t s = 0; s < n; s++) {
        for (size_t r = 0; r < rules->n; r++)
            v->off[s * rules->n + r] = rules->items[r].off;
        for (size_t l = 0; v->styles[s] && l < v->styles[s]->n_layers; l++)
            lay(p, v, s, v->styles[s]->layers[l]);
    }
    return true;
}

/* ---- names of styles ---- */

static uint32_t find_style(const struct rb_compiler *c, struct rb_slice name)
{
    uint32_t i = 0;

    while (i < c->rules->n_styles && !rb_slice_equal(c->rules->styles[i].name, name))
        i++;
    return i;
}

static void mark_style(struct rb_compiler *c, const struct rb_yaml *node, uint8_t *holds)
{
    uint32_t named = find_style(c, node->text), n = c->rules->n_styles;
    struct rb_slice names[RB_MOST_STYLES];
    struct rb_hint hint;

    for (uint32_t s = 0; named < n && s < n; s++)
        holds[s] |= c->rules->styles[s].is_a[named];
    for (uint32_t s = 0; s < n; s++)
        names[s] = c->rules->styles[s].name;
    if (named == n)
        RB_FAIL(c, node, "there is no style \"%.*s\"%s", rb_quoted(node->text), node->text.ptr,
                rb_hint_or_all(&hint, node->text, names, n));
}

/* For each style: does what carries this `style:` (NULL: none) hold there? */
static const uint8_t *compile_styles_of(struct rb_compiler *c, const struct rb_yaml *node)
{
    uint8_t *holds = rb_arena_array(c->arena, c->rules->n_styles, 1);

    if (!holds)
        return NULL;
    if (!node)
        memset(holds, 1, c->rules->n_styles);
    else if (node->kind == RB_YAML_SCALAR)
        mark_style(c, node, holds);
    else
        for (const struct rb_yaml *i = node->child; i; i = i->next)
            mark_style(c, i, holds);
    return holds;
}

/* A style is itself, and all that it builds on. Those stand before it. */
static void compile_kin(struct rb_compiler *c, const struct rb_variants *v, uint32_t style,
                        struct rb_style *out)
{
    const struct rb_yaml *extends =
        v->styles[style] ? rb_yaml_get(v->styles[style]->node, "extends") : NULL;
    uint32_t parent = extends ? find_style(c, extends->text) : v->n_styles;
    uint8_t *is_a = rb_arena_array(c->arena, v->n_styles, 1);

    if (!is_a)
        return;
    if (parent < v->n_styles && parent != style && c->rules->styles[parent].is_a)
        memcpy(is_a, c->rules->styles[parent].is_a, v->n_styles);
    is_a[style] = 1;
    out->is_a = is_a;
}

/* ---- compiling ---- */

static void compile_style(struct rb_compiler *c, const struct rb_pack_entry *entry,
                          struct rb_style *out)
{
    const struct rb_yaml *doc = rb_yaml_get(entry->node, "doc");
    const struct rb_yaml *looks_like = rb_yaml_get(entry->node, "looks_like");
    const struct rb_yaml *hint = rb_yaml_get(entry->node, "hint");

    (void)rb_schema_complete(
        entry->node, RB_CTX_STYLE, entry->name,
        (struct rb_place){c->rules->sources[entry->first], entry->line, entry->column},
        c->rules->sources, c->errs);
    if (doc)
        out->doc = doc->text;
    if (looks_like && !(looks_like->mark & RB_MARK_CRACKED))
        rb_compile_conds(c, looks_like, &out->looks_like);
    if (hint)
        rb_compile_template(c, hint, &out->hint);
}

/* The rules of one style: shared where the style changes nothing. */
static void compile_row(struct rb_compiler *c, const struct rb_variants *v,
                        const struct rb_section *entries, uint32_t style,
                        const uint8_t *const *holds, struct rb_style *out)
{
    const struct rb_rule **row = rb_arena_array(c->arena, v->n_rules, sizeof(*row));

    out->rules = row;
    out->off_by = v->off + (size_t)style * v->n_rules;
    for (uint32_t r = 0; row && r < v->n_rules; r++) {
        size_t cell = (size_t)style * v->n_rules + r;
        const struct rb_yaml *tree = v->trees[cell];
        struct rb_rule *rule;

        if (!holds[r] || !holds[r][style] || v->off[cell])
            continue;
        row[r] = &c->rules->rules[r];
        if (!tree)
            continue;
        rule = rb_arena_alloc(c->arena, sizeof *rule);
        if (!rule)
            return;
        rule->order = r;
        (void)rb_compile_rule(c, &entries->items[r], tree, rule);
        row[r] = rule;
    }
}

void rb_compile_styles(struct rb_compiler *c, const struct rb_variants *v, const struct rb_pack *p,
                       const bool *sound)
{
    const struct rb_section *entries = &p->sections[RB_SECTION_RULES];
    struct rb_style *styles = rb_arena_array(c->arena, v->n_styles, sizeof *styles);
    const uint8_t **holds = rb_arena_array(c->arena, v->n_rules, sizeof(*holds));

    if (!styles || !holds)
        return;
    for (uint32_t s = 0; s < v->n_styles; s++) {
        styles[s].name = v->styles[s] ? v->styles[s]->name : standard;
        styles[s].entry = v->styles[s];
    }
    c->rules->styles = styles;
    c->rules->n_styles = v->n_styles;
    for (uint32_t s = 0; s < v->n_styles; s++)
        compile_kin(c, v, s, &styles[s]);
    if (rb_arena_failed(c->arena))
        return;
    for (uint32_t r = 0; r < v->n_rules; r++)
        if (sound[r])
            holds[r] = compile_styles_of(c, rb_yaml_get(entries->items[r].node, "style"));
    for (uint32_t s = 0; s < v->n_styles; s++) {
        if (v->styles[s])
            compile_style(c, v->styles[s], &styles[s]);
        compile_row(c, v, entries, s, holds, &styles[s]);
    }
}

void rb_extend_styles(struct rb_compiler *c, const struct rb_section *entries, uint32_t first)
{
    ringback_rules *rules = c->rules;
    struct rb_style *styles = rb_arena_array(c->arena, rules->n_styles, sizeof *styles);
    const uint8_t **holds = rb_arena_array(c->arena, entries->n, sizeof(*holds));

    if (!styles || !holds)
        return;
    for (size_t i = 0; i < entries->n; i++)
        holds[i] = compile_styles_of(c, rb_yaml_get(entries->items[i].node, "style"));
    for (uint32_t s = 0; s < rules->n_styles; s++) {
        const struct rb_rule **row = rb_arena_array(c->arena, rules->n_rules, sizeof(*row));

        if (!row)
            return;
        memcpy(row, rules->styles[s].rules, first * sizeof(*row));
        for (size_t i = 0; i < entries->n; i++)
            if (holds[i] && holds[i][s] && !entries->items[i].off)
                row[first + i] = &rules->rules[first + i];
        styles[s] = rules->styles[s];
        styles[s].rules = row;
    }
    rules->styles = styles;
}

void rb_compile_reminders(struct rb_compiler *c, const struct rb_section *entries)
{
    struct rb_reminder *out = rb_arena_array(c->arena, entries->n, sizeof *out);

    c->rules->reminders = out;
    for (size_t i = 0; out && i < entries->n; i++) {
        const struct rb_pack_entry *entry = &entries->items[i];
        const struct rb_yaml *when = rb_yaml_get(entry->node, "when");
        const struct rb_yaml *text = rb_yaml_get(entry->node, "text");

        if (entry->off)
            continue;
        (void)rb_schema_complete(
            entry->node, RB_CTX_REMINDER, entry->name,
            (struct rb_place){c->rules->sources[entry->first], entry->line, entry->column},
            c->rules->sources, c->errs);
        out->name = entry->name;
        out->styles = compile_styles_of(c, rb_yaml_get(entry->node, "style"));
        if (when && !(when->mark & RB_MARK_CRACKED))
            rb_compile_conds(c, when, &out->when);
        if (text)
            rb_compile_template(c, text, &out->text);
        out++;
        c->rules->n_reminders++;
    }
}
