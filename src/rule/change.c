#include "rule/change.h"

#include "rule/words.h"

/* The keys that say what a finding costs and what is said of it, and no more. */
static bool is_light(const struct rb_yaml *key)
{
    static const char *const light[] = {"severity", "points", "title",   "why",
                                        "message",  "advice", "strength"};

    for (size_t i = 0; i < sizeof light / sizeof light[0]; i++)
        if (rb_slice_is(key->key, light[i]))
            return key->kind == RB_YAML_SCALAR;
    return false;
}

static bool is_change(const struct rb_changes *changes, const struct rb_yaml *entry)
{
    for (const struct rb_yaml *e = entry->child; e; e = e->next)
        if (!is_light(e))
            return false;
    for (size_t i = 0; i < changes->n; i++)
        if (rb_slice_equal(changes->items[i]->key, entry->key))
            return false;
    return entry->kind != RB_YAML_LIST;
}

static struct rb_yaml *section_of(struct rb_yaml *root, const char *name)
{
    struct rb_yaml *section = root->child;

    while (section && !rb_slice_is(section->key, name))
        section = section->next;
    return section;
}

/* Out of the section; before: the entry before it, NULL: it is the first. */
static void take(struct rb_yaml *section, struct rb_yaml *before, const struct rb_yaml *entry)
{
    if (before)
        before->next = entry->next;
    else
        section->child = entry->next;
    section->n_children--;
}

/* "weekday+", of a set that is there. */
static bool take_sets(struct rb_changes *changes, struct rb_arena *arena, struct rb_yaml *section,
                      const char *source, const ringback_rules *rules)
{
    struct rb_yaml *before = NULL;

    for (struct rb_yaml *entry = section ? section->child : NULL; entry; entry = entry->next) {
        char suffix;
        struct rb_slice name = rb_key_stem(entry->key, &suffix);
        struct rb_entry *sets;

        if (suffix != '+' || !rb_lexicon_has_set(rules->lexicon, name)) {
            before = entry;
            continue;
        }
        sets =
            rb_arena_grow(arena, changes->sets, changes->n_sets, &changes->cap_sets, sizeof *sets);
        if (!sets)
            return false;
        changes->sets = sets;
        sets[changes->n_sets++] = (struct rb_entry){name, entry, source, false};
        take(section, before, entry);
    }
    return true;
}

bool rb_changes_take(struct rb_changes *changes, struct rb_arena *arena, struct rb_yaml *root,
                     const char *source, const ringback_rules *rules)
{
    struct rb_yaml *section = section_of(root, "rules"), *before = NULL, *entry;

    for (entry = section ? section->child : NULL; entry; entry = entry->next) {
        const struct rb_yaml **items;

        if (rb_rules_find(rules, entry->key) < 0) {
            before = entry;
            continue;
        }
        items = rb_arena_grow(arena, changes->items, changes->n, &changes->cap, sizeof(*items));
        if (!items || !is_change(changes, entry))
            return false;
        changes->items = items;
        items[changes->n++] = entry;
        take(section, before, entry);
    }
    return take_sets(changes, arena, section_of(root, "sets"), source, rules);
}

static bool same_place(struct rb_place a, struct rb_place b)
{
    return a.line == b.line && a.column == b.column && a.source && b.source &&
           strcmp(a.source, b.source) == 0;
}

/* What each check says, but for those that have words of their own. */
static void say(struct rb_compiler *c, struct rb_rule *rule, const struct rb_yaml *message,
                const struct rb_yaml *advice)
{
    struct rb_check *checks = rb_arena_array(c->arena, rule->n_checks, sizeof *checks);
    struct rb_template said = {0}, advised = {0};

    if (!checks)
        return;
    if (message)
        rb_compile_template(c, message, &said);
    if (advice)
        rb_compile_template(c, advice, &advised);
    for (uint32_t i = 0; i < rule->n_checks; i++) {
        checks[i] = rule->checks[i];
        if (message && !checks[i].own_message)
            checks[i].message = said;
        if (advice && !checks[i].own_advice)
            checks[i].advice = advised;
    }
    rule->checks = checks;
}

/* base: the rule in the standard style, before. Where a style gave a severity or points of its own,
 * these stay. */
static void set_cost(struct rb_compiler *c, const struct rb_yaml *change,
                     const struct rb_rule_info *base, struct rb_rule *rule)
{
    const struct rb_yaml *severity = rb_yaml_get(change, "severity");
    const struct rb_yaml *points = rb_yaml_get(change, "points");

    if (severity && same_place(rule->info.severity_place, base->severity_place)) {
        rule->info.severity = rb_compile_severity(severity->text);
        rule->info.severity_place = rb_place_of(c, severity);
    }
    if (points && same_place(rule->info.points_place, base->points_place)) {
        rb_compile_points(c, points, rule->n_checks ? &rule->checks[0] : NULL, &rule->points);
        rule->info.points = rule->points.first;
        rule->info.points_place = rb_place_of(c, points);
    }
}

static void set_words(struct rb_compiler *c, const struct rb_yaml *change, struct rb_rule *rule)
{
    const struct rb_yaml *title = rb_yaml_get(change, "title"), *why = rb_yaml_get(change, "why");
    const struct rb_yaml *message = rb_yaml_get(change, "message");
    const struct rb_yaml *advice = rb_yaml_get(change, "advice");
    const struct rb_yaml *strength = rb_yaml_get(change, "strength");

    if (title)
        rule->info.title = title->text;
    if (why)
        rule->info.why = rb_compile_why(why->text);
    if (advice)
        rule->info.advice = advice->text;
    if (message || advice)
        say(c, rule, message, advice);
    if (strength)
        rb_compile_template(c, strength, &rule->strength);
}

static bool has_words(const struct rb_yaml *change)
{
    for (const struct rb_yaml *e = change->child; e; e = e->next)
        if (!rb_slice_is(e->key, "severity") && !rb_slice_is(e->key, "points"))
            return true;
    return false;
}

/* The rule of a style; NULL: off. False: whose words it has cannot be told. */
static bool in_style(struct rb_compiler *c, const struct rb_yaml *change, const struct rb_rule *old,
                     struct rb_rule *changed, const struct rb_rule **rule)
{
    struct rb_rule *own;

    if (*rule == old) {
        *rule = change->kind == RB_YAML_SCALAR && rb_slice_is(change->text, "off") ? NULL : changed;
        return true;
    }
    /* What a style says of a rule holds, on or off. */
    if (!*rule || change->kind == RB_YAML_SCALAR)
        return true;
    own = rb_arena_alloc(c->arena, sizeof *own);
    if (has_words(change) || !own)
        return false;
    *own = **rule;
    set_cost(c, change, &old->info, own);
    *rule = own;
    return true;
}

bool rb_changes_make(struct rb_compiler *c, const struct rb_changes *changes,
                     const struct rb_rule *old, struct rb_rule *rules)
{
    ringback_rules *all = c->rules;
    struct rb_style *styles = rb_arena_array(c->arena, all->n_styles, sizeof *styles);

    if (!styles)
        return false;
    for (size_t i = 0; i < changes->n; i++) {
        struct rb_rule *rule = &rules[rb_rules_find(all, changes->items[i]->key)];

        set_cost(c, changes->items[i], &old[rule->order].info, rule);
        set_words(c, changes->items[i], rule);
    }
    for (uint32_t s = 0; s < all->n_styles; s++) {
        const struct rb_rule **row = rb_arena_array(c->arena, all->n_rules, sizeof(*row));

        if (!row)
            return false;
        memcpy(row, all->styles[s].rules, all->n_rules * sizeof(*row));
        for (size_t i = 0; i < changes->n; i++) {
            size_t r = (size_t)rb_rules_find(all, changes->items[i]->key);

            if (!in_style(c, changes->items[i], &old[r], &rules[r], &row[r]))
                return false;
        }
        styles[s] = all->styles[s];
        styles[s].rules = row;
    }
    all->styles = styles;
    return true;
}
