#include "rule/schema.h"

#include "base/limits.h"
#include "rule/words.h"

enum scalar { NONE, TEXT, COUNT, SIGNED, FLAG, CHOICE };

enum { LARGEST_COUNT = 1000000, LARGEST_SIGNED = 100, MOST_KEYS = 40 };

struct type {
    const char *words, *choices;
    uint8_t scalar, item, context, names, any;
};

struct key {
    const char *name;
    uint8_t context, type;
};

static const char *const context_words[] = {
    "",
#define CONTEXT(id, words) words,
#include "rule/keys.def"
};

static const struct type types[] = {
    {"", "", 0, 0, 0, 0, 0},
#define TYPE(id, words, scalar, choices, item, context, names, any)                                \
    {words, choices, scalar, RB_TYPE_##item, RB_CTX_##context, RB_NAMES_##names, RB_TYPE_##any},
#include "rule/keys.def"
};

static const struct key keys[] = {
#define KEY(context, name, type, need, with, help) {name, RB_CTX_##context, RB_TYPE_##type},
#include "rule/keys.def"
};

enum { N_KEYS = sizeof keys / sizeof keys[0] };

/* A map or list whose entries are being checked. */
struct frame {
    struct rb_yaml *node, *before, *at;
    const struct type *type;
};

struct walk {
    struct frame stack[RB_MAX_YAML_DEPTH + 1];
    size_t depth;
    uint16_t file;
    bool signs;
    const char *source;
    struct rb_errors *errs;
};

#define FAIL(w, line, column, ...)                                                                 \
    rb_errors_add((w)->errs, RINGBACK_ERR_RULES, (struct rb_place){(w)->source, (line), (column)}, \
                  __VA_ARGS__)

static const struct key *find_key(uint8_t context, struct rb_slice name)
{
    for (size_t i = 0; i < N_KEYS; i++)
        if (keys[i].context == context && rb_slice_is(name, keys[i].name))
            return &keys[i];
    return NULL;
}

/* The names of a context's keys; gives their number. */
static size_t key_names(uint8_t context, struct rb_slice out[MOST_KEYS])
{
    size_t n = 0;

    for (size_t i = 0; i < N_KEYS && n < MOST_KEYS; i++)
        if (keys[i].context == context)
            out[n++] = rb_slice_str(keys[i].name);
    return n;
}

/* ---- values ---- */

static bool is_null(const struct rb_yaml *node)
{
    return node->plain &&
           (node->text.len == 0 || rb_slice_is(node->text, "~") || rb_slice_is(node->text, "null"));
}

static bool scalar_fits(const struct rb_yaml *node, const struct type *type)
{
    int64_t n;
    bool flag;

    switch ((enum scalar)type->scalar) {
    case TEXT:
        return true;
    case COUNT:
        return rb_yaml_int(node, 0, LARGEST_COUNT, &n);
    case SIGNED:
        return rb_yaml_int(node, -LARGEST_SIGNED, LARGEST_SIGNED, &n);
    case FLAG:
        return rb_yaml_bool(node, &flag);
    case CHOICE:
        return rb_is_listed(type->choices, node->text);
    case NONE:
        break;
    }
    return false;
}

/* What the messages about a node call it: its key, or that of the list it stands in. */
static struct rb_slice label_of(const struct walk *w, const struct rb_yaml *node,
                                const char **before)
{
    *before = "";
    if (node->key.len)
        return node->key;
    for (size_t i = w->depth; i-- > 0;) {
        *before = "an item of ";
        if (w->stack[i].node->key.len)
            return w->stack[i].node->key;
    }
    return rb_slice_str("");
}

static bool value_fails(struct walk *w, const struct rb_yaml *node, const char *fault,
                        const char *more)
{
    const char *before;
    struct rb_slice label = label_of(w, node, &before);

    if (label.len)
        FAIL(w, node->line, node->column, "%s\"%.*s\" %s%s", before, rb_quoted(label), label.ptr,
             fault, more);
    else
        FAIL(w, node->line, node->column, "this %s%s", fault, more);
    return false;
}

static bool check_scalar(struct walk *w, const struct rb_yaml *node, const struct type *type)
{
    struct rb_slice choices[MOST_KEYS];
    struct rb_hint hint;
    const char *before;
    struct rb_slice label = label_of(w, node, &before);

    if (is_null(node))
        return value_fails(w, node, "has no value: ", "give it one, or leave the key out");
    if (node->text.len == 0)
        return value_fails(w, node, "is empty: ", "give it a value, or leave the key out");
    if (scalar_fits(node, type))
        return true;
    if (type->scalar == NONE)
        return value_fails(w, node, "must be ", type->words);
    rb_hint(&hint, node->text, choices, rb_list_words(type->choices, choices, MOST_KEYS));
    FAIL(w, node->line, node->column, "%s\"%.*s\" must be %s, not \"%.*s\"%s", before,
         rb_quoted(label), label.ptr, type->words, rb_quoted(node->text), node->text.ptr,
         hint.text);
    return false;
}

/* Is the node itself of the type? Its entries are the walk's work. */
static bool check_node(struct walk *w, const struct rb_yaml *node, const struct type *type)
{
    bool fits = node->kind == RB_YAML_LIST ? type->item != 0 : type->context != 0 || type->any != 0;

    if (node->kind == RB_YAML_SCALAR)
        return check_scalar(w, node, type);
    if (!fits)
        return value_fails(w, node, "must be ", type->words);
    if (node->n_children == 0)
        return value_fails(w, node, "is empty: ", "give it something, or leave the key out");
    return true;
}

/* ---- keys ---- */

static const struct type *unknown_key(struct walk *w, const struct rb_yaml *entry,
                                      const struct type *type)
{
    struct rb_slice names[MOST_KEYS];
    size_t n = key_names(type->context, names);
    struct rb_hint hint;
    char all[320];

    all[0] = '\0';
    if (*rb_hint(&hint, entry->key, names, n) == '\0')
        rb_join_words(all, sizeof all, ": it can have ", names, n);
    FAIL(w, entry->key_line, entry->key_column, "%s has no key \"%.*s\"%s%s",
         context_words[type->context], rb_quoted(entry->key), entry->key.ptr, hint.text, all);
    return NULL;
}

static bool in_list(const struct walk *w)
{
    for (size_t i = 0; i < w->depth; i++)
        if (w->stack[i].node->kind == RB_YAML_LIST)
            return true;
    return false;
}

/* May the key of a value of this type end in a sign? Told when not. */
static bool check_sign(struct walk *w, const struct rb_yaml *entry, const struct type *value)
{
    char suffix;
    struct rb_slice stem = rb_key_stem(entry->key, &suffix);

    if (value->item && !in_list(w)) {
        w->signs = true;
        return true;
    }
    FAIL(w, entry->key_line, entry->key_column, "\"%.*s\": %s: write \"%.*s\"",
         rb_quoted(entry->key), entry->key.ptr,
         value->item ? "inside of a list nothing is inherited that could be added to"
                     : "only lists can be added to or taken from",
         rb_quoted(stem), stem.ptr);
    return false;
}

/* The type of a map's entry; NULL: there can be none of this name, which was told. */
static const struct type *entry_type(struct walk *w, const struct rb_yaml *entry,
                                     const struct type *type)
{
    char suffix;
    struct rb_slice stem = rb_key_stem(entry->key, &suffix);
    const struct type *value = &types[type->any];
    const char *fault;

    if (type->context) {
        const struct key *key = find_key(type->context, stem);

        if (!key)
            return unknown_key(w, entry, type);
        value = &types[key->type];
    } else {
        if (suffix && !value->item) {
            suffix = '\0';
            stem = entry->key;
        }
        fault = rb_name_fault(type->names, stem);
        if (fault) {
            FAIL(w, entry->key_line, entry->key_column, "\"%.*s\" cannot be a name: %s",
                 rb_quoted(stem), stem.ptr, fault);
            return NULL;
        }
    }
    return suffix && !check_sign(w, entry, value) ? NULL : value;
}

/* The next entry of the innermost frame. */
static void step(struct walk *w)
{
    struct frame *f = &w->stack[w->depth - 1];
    struct rb_yaml *entry = f->at;
    const struct type *type =
        f->node->kind == RB_YAML_LIST ? &types[f->type->item] : entry_type(w, entry, f->type);

    f->at = entry->next;
    entry->mark = w->file;
    if (type && check_node(w, entry, type)) {
        f->before = entry;
        if (entry->child)
            w->stack[w->depth++] = (struct frame){entry, NULL, entry->child, type};
        return;
    }
    f->node->mark |= RB_MARK_DAMAGED;
    for (size_t i = 0; i < w->depth; i++)
        w->stack[i].node->mark |= RB_MARK_CRACKED;
    f->node->n_children--;
    if (f->before)
        f->before->next = entry->next;
    else
        f->node->child = entry->next;
}

bool rb_schema_check(struct rb_yaml *root, enum rb_type type, uint16_t file, const char *source,
                     struct rb_errors *errs, bool *signs)
{
    struct walk w = {.file = file, .source = source, .errs = errs};

    *signs = false;
    root->mark = file;
    if (!check_node(&w, root, &types[type]))
        return false;
    if (root->child)
        w.stack[w.depth++] = (struct frame){root, NULL, root->child, &types[type]};
    while (w.depth > 0) {
        if (w.stack[w.depth - 1].at)
            step(&w);
        else
            w.depth--;
    }
    *signs = w.signs;
    return true;
}
