#include "rule/merge.h"

#include "base/limits.h"
#include "rule/check.h"
#include "rule/schema.h"
#include "rule/words.h"

/* Comparisons that one merge may need: far more than any pack has, and still a blink. */
enum { MOST_COMPARED = 4000000 };

struct job {
    struct rb_yaml *out;
    const struct rb_yaml *base, *over;
};

struct work {
    struct rb_merger *m;
    struct job jobs[RB_MAX_YAML_DEPTH * 8];
    size_t n_jobs;
};

static struct rb_place place_of(const struct rb_merger *m, const struct rb_yaml *node)
{
    return (struct rb_place){m->sources[node->mark & RB_MARK_FILE], node->line, node->column};
}

#define FAIL(m, node, ...)                                                                         \
    rb_errors_add((m)->errs, RINGBACK_ERR_RULES, place_of(m, node), __VA_ARGS__)

struct rb_yaml *rb_yaml_twin(struct rb_arena *arena, const struct rb_yaml *node)
{
    struct rb_yaml *twin = rb_arena_alloc(arena, sizeof *twin);

    if (twin) {
        *twin = *node;
        twin->next = NULL;
    }
    return twin;
}

void rb_yaml_append(struct rb_yaml *parent, struct rb_yaml **last, struct rb_yaml *child)
{
    if (!child)
        return;
    if (*last)
        (*last)->next = child;
    else
        parent->child = child;
    *last = child;
    parent->n_children++;
}

/* A map or list like `node`, with nothing in it. */
static struct rb_yaml *empty_twin(struct rb_arena *arena, const struct rb_yaml *node)
{
    struct rb_yaml *twin = rb_yaml_twin(arena, node);

    if (twin) {
        twin->child = NULL;
        twin->n_children = 0;
    }
    return twin;
}

static void append_items(struct rb_merger *m, struct rb_yaml *list, struct rb_yaml **last,
                         const struct rb_yaml *from)
{
    /* Where one value will do, it is a list of one. */
    if (from->kind == RB_YAML_SCALAR) {
        struct rb_yaml *item = rb_yaml_twin(m->arena, from);

        if (item)
            item->key = rb_slice_of("", 0);
        rb_yaml_append(list, last, item);
    }
    for (const struct rb_yaml *i = from->child; i && from->kind == RB_YAML_LIST; i = i->next)
        rb_yaml_append(list, last, rb_yaml_twin(m->arena, i));
}

/* Takes each of the list's plain items that equals `item`; false: there is none. */
static bool take_item(struct rb_yaml *list, struct rb_slice item)
{
    struct rb_yaml *before = NULL;
    bool found = false;

    for (struct rb_yaml *i = list->child; i; i = i->next) {
        if (i->kind != RB_YAML_SCALAR || !rb_slice_equal(i->text, item)) {
            before = i;
            continue;
        }
        if (before)
            before->next = i->next;
        else
            list->child = i->next;
        list->n_children--;
        found = true;
    }
    return found;
}

static void take_items(struct rb_merger *m, struct rb_yaml *list, const struct rb_yaml *over,
                       struct rb_slice name)
{
    const struct rb_yaml *item = over->kind == RB_YAML_LIST ? over->child : over;

    for (; item; item = over->kind == RB_YAML_LIST ? item->next : NULL) {
        if (item->kind != RB_YAML_SCALAR)
            FAIL(m, item, "only plain items can be taken from \"%.*s\"", rb_quoted(name), name.ptr);
        else if (!take_item(list, item->text))
            FAIL(m, item, "\"%.*s\" is not in \"%.*s\", so it cannot be taken from it",
                 rb_quoted(item->text), item->text.ptr, rb_quoted(name), name.ptr);
    }
}

struct rb_yaml *rb_merge_list(struct rb_merger *m, const struct rb_yaml *base,
                              const struct rb_yaml *over, char suffix, struct rb_slice name)
{
    struct rb_yaml *list = empty_twin(m->arena, over), *last = NULL;

    if (!list)
        return NULL;
    list->kind = RB_YAML_LIST;
    list->key = name;
    if (base && base->kind == RB_YAML_MAP) {
        FAIL(m, over, "\"%.*s\" is no list, so nothing can be %s it", rb_quoted(name), name.ptr,
             suffix == '+' ? "added to" : "taken from");
        return NULL;
    }
    if (!base && suffix == '-') {
        FAIL(m, over, "there is no \"%.*s\" from which to take", rb_quoted(name), name.ptr);
        return NULL;
    }
    if (base)
        append_items(m, list, &last, base);
    if (suffix == '+')
        append_items(m, list, &last, over);
    else
        take_items(m, list, over, name);
    return list->n_children ? list : NULL;
}

/* ---- maps ---- */

/* May the later map be laid over the earlier one? A check of another kind replaces it. */
static bool is_mergeable(const struct rb_yaml *base, const struct rb_yaml *over)
{
    struct rb_slice kind;

    if (!base || base->kind != RB_YAML_MAP || over->kind != RB_YAML_MAP)
        return false;
    if (!rb_slice_is(over->key, "check"))
        return true;
    kind = rb_check_kind_name(over);
    return kind.len == 0 || rb_slice_equal(kind, rb_check_kind_name(base));
}

static void push(struct work *w, struct rb_yaml *out, const struct rb_yaml *base,
                 const struct rb_yaml *over)
{
    if (!out)
        return;
    if (w->n_jobs == sizeof w->jobs / sizeof w->jobs[0] ||
        (uint64_t)base->n_children * over->n_children > MOST_COMPARED) {
        FAIL(w->m, over, "too much to lay over what is inherited");
        return;
    }
    w->jobs[w->n_jobs++] = (struct job){out, base, over};
}

static const struct rb_yaml empty_map = {.kind = RB_YAML_MAP};

/* What an entry becomes under one of the later map's keys: a node of its own. */
static struct rb_yaml *lay(struct work *w, const struct rb_yaml *base, const struct rb_yaml *over,
                           char suffix, struct rb_slice stem)
{
    struct rb_yaml *out;

    if (suffix)
        return rb_merge_list(w->m, base, over, suffix, stem);
    if (over->kind != RB_YAML_MAP)
        return rb_yaml_twin(w->m->arena, over);
    if (!is_mergeable(base, over))
        base = &empty_map;
    out = empty_twin(w->m->arena, over);
    if (out)
        out->mark |= base->mark & (RB_MARK_DAMAGED | RB_MARK_CRACKED);
    push(w, out, base, over);
    return out;
}

/* The entry `base` (NULL: none of this name) under all of the later map's keys of this name. */
static struct rb_yaml *lay_all(struct work *w, const struct rb_yaml *base,
                               const struct rb_yaml *map, struct rb_slice name)
{
    struct rb_yaml *now = NULL;
    bool changed = false;

    for (const struct rb_yaml *e = map->child; e; e = e->next) {
        char suffix;
        struct rb_slice stem = rb_key_stem(e->key, &suffix);

        if (!rb_slice_equal(stem, name))
            continue;
        now = lay(w, changed ? now : base, e, suffix, stem);
        changed = true;
    }
    return changed || !base ? now : rb_yaml_twin(w->m->arena, base);
}

static bool has_stem(const struct rb_yaml *map, const struct rb_yaml *until, struct rb_slice name)
{
    for (const struct rb_yaml *e = map->child; e != until; e = e->next) {
        char suffix;

        if (rb_slice_equal(rb_key_stem(e->key, &suffix), name))
            return true;
    }
    return false;
}

static void run(struct work *w, const struct job *job)
{
    struct rb_yaml *last = NULL;

    for (const struct rb_yaml *b = job->base->child; b; b = b->next)
        rb_yaml_append(job->out, &last, lay_all(w, b, job->over, b->key));
    for (const struct rb_yaml *o = job->over->child; o; o = o->next) {
        char suffix;
        struct rb_slice stem = rb_key_stem(o->key, &suffix);

        if (!has_stem(job->base, NULL, stem) && !has_stem(job->over, o, stem))
            rb_yaml_append(job->out, &last, lay_all(w, NULL, job->over, stem));
    }
}

struct rb_yaml *rb_merge(struct rb_merger *m, const struct rb_yaml *base,
                         const struct rb_yaml *over)
{
    struct work w = {.m = m};
    struct rb_yaml *out = empty_twin(m->arena, over);

    if (!out)
        return NULL;
    if (base)
        out->mark |= base->mark & (RB_MARK_DAMAGED | RB_MARK_CRACKED);
    push(&w, out, base ? base : &empty_map, over);
    while (w.n_jobs > 0) {
        struct job job = w.jobs[--w.n_jobs];

        run(&w, &job);
    }
    return out;
}
