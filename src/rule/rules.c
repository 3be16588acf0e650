/* What can be asked of loaded rules. */
#include "rule/rules.h"

#include "rule/pack.h"

const struct rb_lexicon *rb_rules_lexicon(const ringback_rules *rules)
{
    return rules->lexicon;
}

size_t rb_rules_count(const ringback_rules *rules)
{
    return rules->n_rules;
}

const struct rb_rule_info *rb_rules_at(const ringback_rules *rules, size_t rule)
{
    const struct rb_rule_info *info = rb_rules_in_style(rules, 0, rule);

    if (info || rule >= rules->n_rules)
        return info;
    return &rules->rules[rule].info;
}

int rb_rules_find(const ringback_rules *rules, struct rb_slice name)
{
    for (uint32_t i = 0; i < rules->n_rules; i++)
        if (rb_slice_equal(rules->rules[i].info.id, name))
            return (int)i;
    return -1;
}

const struct rb_pack_entry *rb_rules_entry(const ringback_rules *rules, size_t rule)
{
    const ringback_rules *whole = rb_rules_whole(rules);

    return whole && rule < whole->rule_entries.n ? &whole->rule_entries.items[rule] : NULL;
}

const struct rb_pack_entry *rb_rules_fact_entry(const ringback_rules *rules, size_t fact)
{
    const ringback_rules *whole = rb_rules_whole(rules);

    if (!whole || fact >= rb_lexicon_facts(rules->lexicon))
        return NULL;
    return rb_section_find(&whole->facts, rb_lexicon_name(rules->lexicon, fact));
}

/* The n-th item of a list in an entry's examples. */
static struct rb_slice example(const struct rb_pack_entry *entry, const char *list, size_t n)
{
    const struct rb_yaml *examples = entry ? rb_yaml_get(entry->node, "examples") : NULL;
    const struct rb_yaml *item = examples ? rb_yaml_get(examples, list) : NULL;

    for (item = item ? item->child : NULL; item && n > 0; n--)
        item = item->next;
    if (item && item->kind == RB_YAML_MAP)
        item = rb_yaml_get(item, "text");
    return item ? item->text : rb_slice_of("", 0);
}

struct rb_slice rb_rules_example(const ringback_rules *rules, size_t rule, bool good, size_t n)
{
    return example(rb_rules_entry(rules, rule), good ? "good" : "bad", n);
}

size_t rb_rules_styles(const ringback_rules *rules)
{
    return rules->n_styles;
}

struct rb_slice rb_rules_style_name(const ringback_rules *rules, size_t style)
{
    return style < rules->n_styles ? rules->styles[style].name : rb_slice_of("", 0);
}

struct rb_slice rb_rules_style_doc(const ringback_rules *rules, size_t style)
{
    return style < rules->n_styles ? rules->styles[style].doc : rb_slice_of("", 0);
}

int rb_rules_style(const ringback_rules *rules, struct rb_slice name, int *nearest)
{
    struct rb_slice names[RB_MOST_STYLES];

    for (uint32_t i = 0; i < rules->n_styles; i++) {
        names[i] = rules->styles[i].name;
        if (rb_slice_equal(names[i], name))
            return (int)i;
    }
    if (nearest)
        *nearest = rb_nearest(name, names, rules->n_styles);
    return -1;
}

const struct rb_rule_info *rb_rules_in_style(const ringback_rules *rules, size_t style, size_t rule)
{
    const struct rb_rule *found = NULL;

    if (style < rules->n_styles && rule < rules->n_rules)
        found = rules->styles[style].rules[rule];
    return found ? &found->info : NULL;
}

struct rb_slice rb_rules_fact_doc(const ringback_rules *rules, size_t fact)
{
    const struct rb_pack_entry *entry = rb_rules_fact_entry(rules, fact);
    const struct rb_yaml *doc = entry ? rb_yaml_get(entry->node, "doc") : NULL;

    return doc ? doc->text : rb_slice_of("", 0);
}

struct rb_slice rb_rules_fact_example(const ringback_rules *rules, size_t fact, bool good, size_t n)
{
    return example(rb_rules_fact_entry(rules, fact), good ? "is" : "is_not", n);
}
