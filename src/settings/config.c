#include "settings/config.h"

#include <stdio.h>

#include "base/hint.h"
#include "settings/glob.h"

enum {
    MOST_DEEP = 8,   /* files that build on one another */
    MOST_FILES = 64, /* files in all */
    MOST_OVERRIDES = 1000
};

/* A file whose `extends` is being followed. */
struct frame {
    const char *source;
    struct rb_layer own;     /* what the file says */
    struct rb_config so_far; /* what it builds on */
    uint32_t next;           /* of its `extends` */
    struct rb_override *overrides;
    size_t cap;
    bool damaged; /* it did not parse: nothing of it counts */
};

struct load {
    const struct rb_config_loader *l;
    struct rb_layer standard;
    struct frame *stack[MOST_DEEP + 1];
    uint32_t depth, files;
};

#define FAIL(load, place, ...)                                                                     \
    rb_errors_add((load)->l->errs, RINGBACK_ERR_SETTINGS, place, __VA_ARGS__)

/* ---- overrides ---- */

static void add_override(struct load *load, struct frame *f, const struct rb_override *override)
{
    struct rb_override *list =
        rb_arena_grow(load->l->arena, f->overrides, f->so_far.n_overrides, &f->cap, sizeof *list);

    if (!list)
        return;
    list[f->so_far.n_overrides++] = *override;
    f->so_far.overrides = f->overrides = list;
}

static void read_override(struct load *load, struct frame *f, const struct rb_yaml *node)
{
    const struct rb_layer_reader reader = {.arena = load->l->arena,
                                           .errs = load->l->errs,
                                           .source = f->source,
                                           .where = RB_IN_OVERRIDE};
    struct rb_override override = {.place = rb_layer_place(&reader, node->line, node->column)};

    if (node->kind != RB_YAML_MAP) {
        FAIL(load, override.place, "an item of \"overrides\" must be a map with \"files\"");
        return;
    }
    rb_layer_read(&reader, node, &override.layer);
    if (!rb_yaml_get(node, "files"))
        FAIL(load, override.place, "this override lacks \"files\": the files for which it holds");
    else if (node->n_children == 1)
        FAIL(load, override.place, "this override says nothing of its files");
    add_override(load, f, &override);
}

static void read_overrides(struct load *load, struct frame *f, const struct rb_yaml *node)
{
    if (!node)
        return;
    if (node->kind != RB_YAML_LIST || node->n_children == 0) {
        FAIL(load, ((struct rb_place){f->source, node->line, node->column}),
             "\"overrides\" must be %s", rb_setting_rows[RB_SETTING_OVERRIDES].wanted);
        return;
    }
    if (f->so_far.n_overrides + node->n_children > MOST_OVERRIDES) {
        rb_errors_add(load->l->errs, RINGBACK_ERR_LIMIT,
                      (struct rb_place){f->source, node->line, node->column},
                      "more than %d overrides", (int)MOST_OVERRIDES);
        return;
    }
    for (const struct rb_yaml *i = node->child; i; i = i->next)
        read_override(load, f, i);
}

/* ---- files ---- */

static void read_file(struct load *load, struct frame *f, struct rb_slice bytes)
{
    const struct rb_layer_reader reader = {
        .arena = load->l->arena, .errs = load->l->errs, .source = f->source, .where = RB_IN_FILE};
    struct rb_yaml *root;

    f->damaged = !rb_layer_parse(&reader, bytes, &root);
    if (f->damaged || !root)
        return;
    if (root->kind != RB_YAML_MAP) {
        FAIL(load, ((struct rb_place){f->source, root->line, root->column}),
             "a configuration is a map of settings, such as \"style: referral\"");
        f->damaged = true;
        return;
    }
    rb_layer_read(&reader, root, &f->own);
}

static bool push(struct load *load, const char *source, struct rb_slice bytes)
{
    struct frame *f = rb_arena_alloc(load->l->arena, sizeof *f);

    if (!f)
        return false;
    f->source = source;
    f->so_far.layer = load->standard;
    load->stack[load->depth++] = f;
    load->files++;
    read_file(load, f, bytes);
    return true;
}

/* The next file on which the innermost one builds. */
static void follow(struct load *load, const struct rb_item *item)
{
    char reason[256] = "it cannot be read here";
    struct rb_slice bytes;

    for (uint32_t i = 0; i < load->depth; i++)
        if (rb_slice_is(item->text, load->stack[i]->source)) {
            FAIL(load, item->place, "\"%.*s\" builds on itself", rb_quoted(item->text),
                 item->text.ptr);
            return;
        }
    if (load->depth > MOST_DEEP || load->files >= MOST_FILES) {
        FAIL(load, item->place,
             "configurations build on one another more than %d deep, or are "
             "more than %d",
             (int)MOST_DEEP, (int)MOST_FILES);
        return;
    }
    if (!load->l->open ||
        !load->l->open(load->l->ctx, item->text.ptr, &bytes, reason, sizeof reason)) {
        FAIL(load, item->place, "\"%.*s\": %s", rb_quoted(item->text), item->text.ptr, reason);
        return;
    }
    (void)push(load, item->text.ptr, bytes);
}

/* What a file says over what it builds on. */
static void settle(struct load *load, struct frame *f)
{
    const struct rb_value *overrides = &f->own.values[RB_SETTING_OVERRIDES];

    if (f->damaged)
        return;
    rb_layer_lay(load->l->arena, load->l->errs, &f->so_far.layer, &f->own);
    if (overrides->node) {
        f->so_far.overrides = f->overrides = NULL;
        f->so_far.n_overrides = 0;
        f->cap = 0;
    }
    read_overrides(load, f, overrides->node);
    read_overrides(load, f, overrides->more_node);
}

/* What one file of several gives to the one that builds on them. */
static void give(struct load *load, struct frame *to, const struct frame *from)
{
    rb_layer_lay(load->l->arena, load->l->errs, &to->so_far.layer, &from->so_far.layer);
    for (uint32_t i = 0; i < from->so_far.n_overrides; i++)
        add_override(load, to, &from->so_far.overrides[i]);
}

bool rb_config_load(const struct rb_config_loader *loader, const char *source,
                    struct rb_slice bytes, struct rb_config *out)
{
    struct load load = {.l = loader};
    uint32_t before = loader->errs->count;
    const struct frame *first;

    *out = (struct rb_config){.source = ""};
    rb_layer_standard(loader->arena, &load.standard);
    out->layer = load.standard;
    if (!bytes.ptr)
        return !rb_arena_failed(loader->arena);
    source = rb_arena_copy(loader->arena, rb_slice_str(source)).ptr;
    if (!source || !push(&load, source, bytes))
        return false;
    first = load.stack[0];
    while (load.depth > 0 && !rb_arena_failed(loader->arena)) {
        struct frame *top = load.stack[load.depth - 1];
        const struct rb_items *extends = &top->own.values[RB_SETTING_EXTENDS].items;
        if (!top->damaged && top->next < extends->n) {
            follow(&load, &extends->list[top->next++]);
            continue;
        }
        settle(&load, top);
        if (--load.depth > 0)
            give(&load, load.stack[load.depth - 1], top);
    }
    if (rb_arena_failed(loader->arena))
        return false;
    *out = first->so_far;
    out->source = source;
    return loader->errs->count == before;
}

/* ---- for one file ---- */

static const struct rb_item *first_match(const struct rb_items *items, struct rb_slice path,
                                         bool folder)
{
    for (uint32_t i = 0; i < items->n; i++)
        if (rb_glob_match(items->list[i].text, path, folder))
            return &items->list[i];
    return NULL;
}

void rb_config_for(const struct rb_config *config, struct rb_arena *arena, struct rb_slice path,
                   struct rb_layer *out)
{
    struct rb_errors none = {0};

    *out = config->layer;
    for (uint32_t i = 0; i < config->n_overrides; i++) {
        const struct rb_layer *over = &config->overrides[i].layer;

        if (first_match(&over->values[RB_SETTING_FILES].items, path, false))
            rb_layer_lay(arena, &none, out, over);
    }
}

const struct rb_item *rb_config_excludes(const struct rb_config *config, struct rb_slice path,
                                         bool folder)
{
    return first_match(&config->layer.values[RB_SETTING_EXCLUDE].items, path, folder);
}

bool rb_config_includes(const struct rb_config *config, struct rb_slice path)
{
    const struct rb_items *items = &config->layer.values[RB_SETTING_INCLUDE].items;

    for (uint32_t i = 0; i < items->n; i++)
        if (rb_glob_match_any_case(items->list[i].text, path))
            return true;
    return false;
}
