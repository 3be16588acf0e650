#include "rule/about.h"

#include "base/limits.h"
#include "rule/pack.h"
#include "rule/rule.h"
#include "rule/schema.h"

/* ---- a tree as one line of YAML ---- */

/* Must it stand in quotes to be read back as the same text? */
static bool needs_quotes(struct rb_slice s)
{
    if (s.len == 0 || s.ptr[0] == ' ' || s.ptr[s.len - 1] == ' ' ||
        strchr("!&*@%>|[{#,=?-\"'`:", s.ptr[0]))
        return true;
    for (size_t i = 0; i < s.len; i++)
        if (strchr(",[]{}\"\n", s.ptr[i]) ||
            (s.ptr[i] == ':' && i + 1 < s.len && s.ptr[i + 1] == ' ') ||
            (s.ptr[i] == '#' && i > 0 && s.ptr[i - 1] == ' '))
            return true;
    return false;
}

static void put_scalar(struct rb_buffer *out, struct rb_slice s)
{
    if (!needs_quotes(s)) {
        rb_buffer_slice_add(out, s);
        return;
    }
    rb_buffer_putc(out, '"');
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '"' || s.ptr[i] == '\\')
            rb_buffer_putc(out, '\\');
        if (s.ptr[i] == '\n')
            rb_buffer_puts(out, "\\n");
        else
            rb_buffer_putc(out, s.ptr[i]);
    }
    rb_buffer_putc(out, '"');
}

struct frame {
    const struct rb_yaml *node, *at;
};

/* What stands before an entry's value. */
static void put_head(struct rb_buffer *out, const struct rb_yaml *entry, bool first)
{
    rb_buffer_puts(out, first ? "" : ", ");
    if (entry->key.len) {
        put_scalar(out, entry->key);
        rb_buffer_puts(out, ": ");
    }
}

/* Of a list or a map. but: a key of the tree itself that is left out; NULL: none. */
static void put_tree(struct rb_buffer *out, const struct rb_yaml *tree, const char *but)
{
    struct frame stack[RB_MAX_YAML_DEPTH + 1];
    size_t depth = 0;

    rb_buffer_putc(out, tree->kind == RB_YAML_MAP ? '{' : '[');
    stack[depth++] = (struct frame){tree, tree->child};
    while (depth > 0) {
        struct frame *f = &stack[depth - 1];
        const struct rb_yaml *entry = f->at;
        bool first;

        if (!entry) {
            rb_buffer_putc(out, f->node->kind == RB_YAML_MAP ? '}' : ']');
            depth--;
            continue;
        }
        f->at = entry->next;
        if (depth == 1 && but && rb_slice_is(entry->key, but))
            continue;
        first = out->len > 0 && (out->ptr[out->len - 1] == '{' || out->ptr[out->len - 1] == '[');
        put_head(out, entry, first);
        if (entry->kind == RB_YAML_SCALAR) {
            put_scalar(out, entry->text);
        } else if (depth < sizeof stack / sizeof stack[0]) {
            rb_buffer_putc(out, entry->kind == RB_YAML_MAP ? '{' : '[');
            stack[depth++] = (struct frame){entry, entry->child};
        }
    }
}

static bool put_key(const struct rb_yaml *node, const char *key, struct rb_buffer *out)
{
    const struct rb_yaml *value = node ? rb_yaml_get(node, key) : NULL;

    if (value && value->kind == RB_YAML_SCALAR)
        rb_buffer_slice_add(out, value->text);
    else if (value)
        put_tree(out, value, NULL);
    return value != NULL;
}

bool rb_about_key(const ringback_rules *rules, size_t rule, const char *key, struct rb_buffer *out)
{
    const struct rb_pack_entry *entry = rb_rules_entry(rules, rule);

    return entry && put_key(entry->node, key, out);
}

bool rb_about_fact_key(const ringback_rules *rules, size_t fact, const char *key,
                       struct rb_buffer *out)
{
    const struct rb_pack_entry *entry = rb_rules_fact_entry(rules, fact);

    return entry && put_key(entry->node, key, out);
}

static const struct rb_pack_entry *style_entry(const ringback_rules *rules, size_t style)
{
    const ringback_rules *whole = rb_rules_whole(rules);

    return whole && style < whole->n_styles ? whole->styles[style].entry : NULL;
}

bool rb_about_style_key(const ringback_rules *rules, size_t style, const char *key,
                        struct rb_buffer *out)
{
    const struct rb_pack_entry *entry = style_entry(rules, style);

    return entry && put_key(entry->node, key, out);
}

bool rb_about_example(const ringback_rules *rules, size_t rule, bool good, size_t n,
                      struct rb_buffer *text, struct rb_buffer *options)
{
    const struct rb_pack_entry *entry = rb_rules_entry(rules, rule);
    const struct rb_yaml *list = entry ? rb_yaml_get(entry->node, "examples") : NULL;
    const struct rb_yaml *item;

    list = list ? rb_yaml_get(list, good ? "good" : "bad") : NULL;
    item = list ? list->child : NULL;
    for (; item && n > 0; n--)
        item = item->next;
    if (!item)
        return false;
    if (item->kind == RB_YAML_SCALAR) {
        rb_buffer_slice_add(text, item->text);
        return true;
    }
    rb_buffer_slice_add(text, rb_yaml_get(item, "text")->text);
    if (item->n_children > 1)
        put_tree(options, item, "text");
    return true;
}

/* ---- places ---- */

static const struct rb_place nowhere = {"", 0, 0};

struct rb_place rb_about_off(const ringback_rules *rules, size_t style, size_t rule)
{
    const ringback_rules *whole = rb_rules_whole(rules);
    const struct rb_yaml *off = NULL;

    if (whole && style < whole->n_styles && rule < whole->n_rules && whole->styles[style].off_by)
        off = whole->styles[style].off_by[rule];
    return off ? (struct rb_place){whole->sources[off->mark & RB_MARK_FILE], off->line, off->column}
               : nowhere;
}

static struct rb_place entry_place(const ringback_rules *rules, const struct rb_pack_entry *entry)
{
    const ringback_rules *whole = rb_rules_whole(rules);

    return whole && entry
               ? (struct rb_place){whole->sources[entry->first], entry->line, entry->column}
               : nowhere;
}

struct rb_place rb_about_fact_place(const ringback_rules *rules, size_t fact)
{
    return entry_place(rules, rb_rules_fact_entry(rules, fact));
}

struct rb_place rb_about_style_place(const ringback_rules *rules, size_t style)
{
    return entry_place(rules, style_entry(rules, style));
}

/* ---- facts ---- */

static bool in_what(const struct rb_what *what, size_t fact)
{
    return rb_what_term(what, fact) != 0;
}

static bool in_windows(const struct rb_windows *windows, size_t fact)
{
    for (uint32_t i = 0; i < windows->n; i++)
        if (windows->items[i].fact == fact)
            return true;
    return false;
}

bool rb_about_looks_at(const ringback_rules *rules, size_t rule, size_t fact)
{
    const struct rb_rule *r = rule < rules->n_rules ? &rules->rules[rule] : NULL;

    for (uint32_t i = 0; r && i < r->n_checks; i++)
        if (in_what(&r->checks[i].what, fact) || in_what(&r->checks[i].other, fact) ||
            in_windows(&r->checks[i].where, fact))
            return true;
    for (uint32_t i = 0; r && i < r->when.n; i++)
        if (in_what(&r->when.items[i].what, fact))
            return true;
    return false;
}

struct rb_slice rb_about_value(const ringback_rules *rules, size_t fact, size_t n)
{
    const struct rb_pack_entry *entry = rb_rules_fact_entry(rules, fact);
    const struct rb_yaml *phrases = entry ? rb_yaml_get(entry->node, "phrases") : NULL;
    const struct rb_yaml *group = phrases && phrases->kind == RB_YAML_MAP ? phrases->child : NULL;

    for (; group && n > 0; n--)
        group = group->next;
    return group ? group->key : rb_slice_of("", 0);
}

/* ---- sets ---- */

static const struct rb_pack_entry *set_entry(const ringback_rules *rules, size_t set)
{
    const ringback_rules *whole = rb_rules_whole(rules);
    const struct rb_section *sets = whole ? &whole->sections[RB_SECTION_SETS] : NULL;

    return sets && set < sets->n ? &sets->items[set] : NULL;
}

struct rb_slice rb_about_set_name(const ringback_rules *rules, size_t set)
{
    const struct rb_pack_entry *entry = set_entry(rules, set);

    return entry ? entry->name : rb_slice_of("", 0);
}

struct rb_slice rb_about_set_member(const ringback_rules *rules, size_t set, size_t n)
{
    const struct rb_pack_entry *entry = set_entry(rules, set);
    const struct rb_yaml *item = entry && entry->node ? entry->node->child : NULL;

    for (; item && n > 0; n--)
        item = item->next;
    return item ? item->text : rb_slice_of("", 0);
}

struct rb_place rb_about_set_place(const ringback_rules *rules, size_t set)
{
    return entry_place(rules, set_entry(rules, set));
}
