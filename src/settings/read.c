/* One layer, from a YAML map. */
#include "base/hint.h"
#include "base/path.h"
#include "base/quantity.h"
#include "clock/pace.h"
#include "settings/glob.h"
#include "settings/layer.h"
#include "text/pragma.h"
#include "text/source.h"

enum { MOST_WORDS = 32 };

/* An entry that is being read. */
struct entry {
    const struct rb_layer_reader *r;
    const struct rb_setting_row *row;
    const struct rb_yaml *node;
};

struct rb_place rb_layer_place(const struct rb_layer_reader *r, uint32_t line, uint32_t column)
{
    const struct rb_piece *piece;

    if (!r->origin || line == 0 || r->origin->n == 0)
        return (struct rb_place){r->source, line, column};
    piece = &r->origin->pieces[line <= r->origin->n ? line - 1 : r->origin->n - 1];
    return (struct rb_place){r->source, piece->line, column ? piece->column + column - 1 : 0};
}

static struct rb_place place_of(const struct rb_layer_reader *r, const struct rb_yaml *node)
{
    return rb_layer_place(r, node->line, node->column);
}

#define FAIL(r, node, ...)                                                                         \
    rb_errors_add((r)->errs, RINGBACK_ERR_SETTINGS, place_of(r, node), __VA_ARGS__)

static bool is_null(const struct rb_yaml *node)
{
    return node->kind == RB_YAML_SCALAR && node->plain &&
           (node->text.len == 0 || rb_slice_is(node->text, "~") || rb_slice_is(node->text, "null"));
}

/* ---- YAML ---- */

/* Its errors are of rule files, and of its own lines. */
static void on_yaml_error(void *ctx, const ringback_error *err)
{
    const struct rb_layer_reader *r = ctx;

    rb_errors_add(r->errs, err->status == RINGBACK_ERR_RULES ? RINGBACK_ERR_SETTINGS : err->status,
                  rb_layer_place(r, err->line, err->column), "%s", err->message);
}

bool rb_layer_parse(const struct rb_layer_reader *r, struct rb_slice bytes, struct rb_yaml **root)
{
    struct rb_layer_reader reader = *r;
    struct rb_errors errs = {.report = on_yaml_error, .ctx = &reader};

    return rb_yaml_parse(r->arena, bytes, r->source, &errs, root);
}

/* ---- single values ---- */

static bool read_pace(const struct entry *e, uint32_t *out)
{
    const struct rb_pace *named = rb_pace_find(e->node->text);
    int64_t n;

    if (named)
        *out = named->words_per_minute;
    else if (rb_yaml_int(e->node, e->row->least, e->row->most, &n))
        *out = (uint32_t)n;
    else
        return false;
    return true;
}

static bool read_choice(const struct entry *e, uint32_t *out)
{
    struct rb_slice words[MOST_WORDS];
    size_t n = rb_list_words(e->row->choices, words, MOST_WORDS);

    for (size_t i = 0; i < n; i++)
        if (rb_slice_equal(words[i], e->node->text)) {
            *out = (uint32_t)i;
            return true;
        }
    return false;
}

static bool read_number(const struct entry *e, uint32_t *out)
{
    struct rb_slice text = e->node->text;
    int64_t n = 0;
    bool flag = false, ok = false;

    switch ((enum rb_value_type)e->row->type) {
    case RB_VALUE_TEXT:
        return text.len > 0;
    case RB_VALUE_WHOLE:
        ok = rb_yaml_int(e->node, e->row->least, e->row->most, &n);
        break;
    case RB_VALUE_PACE:
        return read_pace(e, out);
    case RB_VALUE_FACTOR:
        ok = rb_quantity_thousandths(text, e->row->least * 10, e->row->most * 10, out);
        n = (*out + 5) / 10;
        break;
    case RB_VALUE_SECONDS:
        return rb_quantity_thousandths(text, e->row->least, e->row->most, out);
    case RB_VALUE_CLOCK:
        return rb_quantity_clock(text, out);
    case RB_VALUE_CHOICE:
        return read_choice(e, out);
    case RB_VALUE_FLAG:
        ok = rb_yaml_bool(e->node, &flag);
        n = flag;
        break;
    case RB_VALUE_PATHS:
    case RB_VALUE_GLOBS:
    case RB_VALUE_REASONS:
    case RB_VALUE_OVERRIDES:
        return false;
    }
    if (ok)
        *out = (uint32_t)n;
    return ok;
}

/* The names of paces, or the choices, for a hint. */
static size_t words_of(const struct rb_setting_row *row, struct rb_slice words[MOST_WORDS])
{
    const struct rb_pace *pace;
    size_t n = 0;

    if (row->type != RB_VALUE_PACE)
        return rb_list_words(row->choices, words, MOST_WORDS);
    while (n < MOST_WORDS && (pace = rb_pace_at(n)) != NULL)
        words[n++] = rb_slice_str(pace->name);
    return n;
}

static void read_scalar(const struct entry *e, struct rb_value *out)
{
    const struct rb_layer_reader *r = e->r;
    const struct rb_yaml *node = e->node;
    struct rb_slice words[MOST_WORDS];
    struct rb_hint hint;

    if (is_null(node))
        FAIL(r, node, "\"%s\" has no value: give it one, or leave it out", e->row->name);
    else if (node->kind != RB_YAML_SCALAR || node->text.len == 0)
        FAIL(r, node, "\"%s\" must be %s", e->row->name, e->row->wanted);
    else if (!read_number(e, &out->number))
        FAIL(r, node, "\"%s\" must be %s, not \"%.*s\"%s", e->row->name, e->row->wanted,
             rb_quoted(node->text), node->text.ptr,
             rb_hint(&hint, node->text, words, words_of(e->row, words)));
    else
        out->given = true;
    out->place = place_of(r, node);
    out->text = node->text;
}

/* ---- lists ---- */

/* False: told. */
static bool read_path(const struct entry *e, const struct rb_yaml *node, struct rb_item *out)
{
    if (node->text.ptr[0] == '/') {
        FAIL(e->r, node, "\"%.*s\": a path that is seen from this file is wanted",
             rb_quoted(node->text), node->text.ptr);
        return false;
    }
    out->text = rb_path_beside(e->r->arena, e->r->source, node->text);
    return true;
}

static bool read_item(const struct entry *e, const struct rb_yaml *node, struct rb_item *out)
{
    const char *fault;

    *out = (struct rb_item){.text = node->text, .place = place_of(e->r, node)};
    if (node->kind != RB_YAML_SCALAR || node->text.len == 0 || is_null(node)) {
        FAIL(e->r, node, "\"%s\" must be %s", e->row->name, e->row->wanted);
        return false;
    }
    if (e->row->type == RB_VALUE_PATHS)
        return read_path(e, node, out);
    fault = rb_glob_fault(node->text);
    if (fault)
        FAIL(e->r, node, "\"%.*s\" is no pattern: %s", rb_quoted(node->text), node->text.ptr,
             fault);
    return !fault;
}

static void read_list(const struct entry *e, struct rb_items *out)
{
    const struct rb_yaml *node = e->node;
    uint32_t n = node->kind == RB_YAML_LIST ? node->n_children : 1;
    struct rb_item *list = rb_arena_array(e->r->arena, n, sizeof *list);

    *out = (struct rb_items){list, 0};
    if (!list)
        return;
    if (node->kind == RB_YAML_SCALAR) {
        out->n += read_item(e, node, &list[0]);
        return;
    }
    if (node->kind == RB_YAML_MAP)
        FAIL(e->r, node, "\"%s\" must be %s", e->row->name, e->row->wanted);
    for (const struct rb_yaml *i = node->child; i && node->kind == RB_YAML_LIST; i = i->next)
        out->n += read_item(e, i, &list[out->n]);
}

/* A reason that says nothing is an error of a team's file; a draft's own is answered by a finding.
 */
static void read_reasons(const struct entry *e, struct rb_items *out)
{
    const struct rb_yaml *node = e->node;
    struct rb_item *list;

    if (node->kind != RB_YAML_MAP) {
        FAIL(e->r, node, "\"%s\" must be %s", e->row->name, e->row->wanted);
        return;
    }
    list = rb_arena_array(e->r->arena, node->n_children, sizeof *list);
    *out = (struct rb_items){list, 0};
    for (const struct rb_yaml *i = node->child; list && i; i = i->next) {
        if (i->kind != RB_YAML_SCALAR ||
            (e->r->where != RB_IN_FRONT && (is_null(i) || !rb_is_reason(i->text)))) {
            FAIL(e->r, i,
                 "\"%.*s\" is ignored without a reason: say why, as in %.*s: legal wants it",
                 rb_quoted(i->key), i->key.ptr, rb_quoted(i->key), i->key.ptr);
            continue;
        }
        list[out->n++] =
            (struct rb_item){.text = i->key,
                             .reason = is_null(i) ? rb_slice_of("", 0) : i->text,
                             .place = rb_layer_place(e->r, i->key_line, i->key_column)};
    }
}

/* ---- entries ---- */

static void unknown_key(const struct rb_layer_reader *r, const struct rb_yaml *entry,
                        struct rb_slice name)
{
    static const char *const files[] = {"", "a configuration", "an override", "", "front matter"};
    struct rb_slice names[RB_SETTINGS];
    struct rb_place place = rb_layer_place(r, entry->key_line, entry->key_column);
    struct rb_hint hint;
    size_t n = 0;
    char all[320];

    for (size_t i = 0; i < RB_SETTINGS; i++)
        if (rb_setting_rows[i].where & r->where)
            names[n++] = rb_slice_str(rb_setting_rows[i].name);
    (void)rb_hint(&hint, name, names, n);
    if (*hint.text == '\0' && r->foreign)
        return;
    all[0] = '\0';
    if (*hint.text == '\0')
        rb_join_words(all, sizeof all, ": it can have ", names, n);
    rb_errors_add(r->errs, RINGBACK_ERR_SETTINGS, place, "%s has no key \"%.*s\"%s%s",
                  files[r->where], rb_quoted(entry->key), entry->key.ptr, hint.text, all);
}

static const struct rb_setting_row *find_row(const struct rb_layer_reader *r, struct rb_slice name,
                                             size_t *which)
{
    for (size_t i = 0; i < RB_SETTINGS; i++)
        if ((rb_setting_rows[i].where & r->where) && rb_slice_is(name, rb_setting_rows[i].name)) {
            *which = i;
            return &rb_setting_rows[i];
        }
    return NULL;
}

static bool is_changeable(const struct rb_layer_reader *r, const struct rb_setting_row *row,
                          char sign)
{
    bool list = row->type == RB_VALUE_PATHS || row->type == RB_VALUE_GLOBS;

    return r->where == RB_IN_FILE && (list || (row->type == RB_VALUE_OVERRIDES && sign == '+')) &&
           row != &rb_setting_rows[RB_SETTING_EXTENDS];
}

static void read_entry(const struct rb_layer_reader *r, const struct rb_yaml *node,
                       struct rb_layer *out)
{
    char sign;
    struct rb_slice name = rb_key_stem(node->key, &sign);
    size_t which = 0;
    struct entry e = {r, find_row(r, name, &which), node};
    struct rb_value *value = &out->values[which];

    if (!e.row) {
        unknown_key(r, node, name);
        return;
    }
    if (sign && !is_changeable(r, e.row, sign)) {
        rb_errors_add(r->errs, RINGBACK_ERR_SETTINGS,
                      rb_layer_place(r, node->key_line, node->key_column),
                      "\"%.*s\": there is nothing inherited to be changed: write \"%s\"",
                      rb_quoted(node->key), node->key.ptr, e.row->name);
        return;
    }
    switch ((enum rb_value_type)e.row->type) {
    case RB_VALUE_PATHS:
    case RB_VALUE_GLOBS:
        read_list(&e, sign == '+' ? &value->more : sign == '-' ? &value->less : &value->items);
        break;
    case RB_VALUE_REASONS:
        read_reasons(&e, &value->items);
        break;
    case RB_VALUE_OVERRIDES:
        *(sign ? &value->more_node : &value->node) = node;
        break;
    case RB_VALUE_TEXT:
    case RB_VALUE_WHOLE:
    case RB_VALUE_PACE:
    case RB_VALUE_FACTOR:
    case RB_VALUE_SECONDS:
    case RB_VALUE_CLOCK:
    case RB_VALUE_CHOICE:
    case RB_VALUE_FLAG:
        read_scalar(&e, value);
        return;
    }
    value->given |= !sign;
    value->place = place_of(r, node);
}

void rb_layer_read(const struct rb_layer_reader *r, const struct rb_yaml *map, struct rb_layer *out)
{
    *out = (struct rb_layer){0};
    for (const struct rb_yaml *i = map->child; i; i = i->next)
        read_entry(r, i, out);
}
