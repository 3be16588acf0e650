/* What a map must have, and which of its keys go together: once it is known what it inherits. */
#include "rule/schema.h"

#include <stdio.h>

#include "rule/words.h"

enum need { OPTIONAL, REQUIRED };
enum kind { ANY, ONE, MOST, NONE };
enum { MOST_KEYS = 40 };

static const char *const context_words[] = {
    "",
#define CONTEXT(id, words) words,
#include "rule/keys.def"
};

static const struct {
    const char *name, *with, *help;
    uint8_t context, need;
} keys[] = {
#define KEY(context, name, type, need, with, help) {name, with, help, RB_CTX_##context, need},
#include "rule/keys.def"
};

struct relation {
    const char *when, *keys;
    uint8_t context, kind;
};

static const struct relation relations[] = {
#define RELATION(context, when, kind, keys) {when, keys, RB_CTX_##context, kind},
#include "rule/keys.def"
};

enum {
    N_KEYS = sizeof keys / sizeof keys[0],
    N_RELATIONS = sizeof relations / sizeof relations[0]
};

struct job {
    const struct rb_yaml *map;
    struct rb_slice name;
    struct rb_place place; /* of the map */
    const char *const *sources;
    struct rb_errors *errs;
};

#define FAIL(job, place, ...) rb_errors_add((job)->errs, RINGBACK_ERR_RULES, (place), __VA_ARGS__)

static struct rb_place key_place(const struct job *job, const struct rb_yaml *entry)
{
    return (struct rb_place){job->sources[entry->mark & RB_MARK_FILE], entry->key_line,
                             entry->key_column};
}

/* The first entry whose key is listed; *n: how many there are. */
static const struct rb_yaml *listed(const struct rb_yaml *map, const char *list, uint32_t *n)
{
    const struct rb_yaml *first = NULL;

    *n = 0;
    for (const struct rb_yaml *e = map->child; e; e = e->next) {
        if (!rb_is_listed(list, e->key))
            continue;
        first = first ? first : e;
        ++*n;
    }
    return first;
}

static void fail_lacks(const struct job *job, size_t key)
{
    const char *what = context_words[keys[key].context];

    if (job->name.len)
        FAIL(job, job->place, "%s \"%.*s\" lacks \"%s\": %s", what, rb_quoted(job->name),
             job->name.ptr, keys[key].name, keys[key].help);
    else
        FAIL(job, job->place, "%s lacks \"%s\": %s", what, keys[key].name, keys[key].help);
}

/* A key that makes sense only beside others. */
static void check_company(const struct job *job, size_t key)
{
    const struct rb_yaml *entry = *keys[key].with ? rb_yaml_get(job->map, keys[key].name) : NULL;
    struct rb_slice with[MOST_KEYS];
    char list[120];
    uint32_t n;

    if (!entry || listed(job->map, keys[key].with, &n))
        return;
    rb_join_words(list, sizeof list, "", with, rb_list_words(keys[key].with, with, MOST_KEYS));
    FAIL(job, key_place(job, entry), "\"%s\" belongs to %s", keys[key].name, list);
}

/* ---- relations ---- */

/* The entry that a relation's condition is about; NULL: it does not hold. */
static const struct rb_yaml *condition(const struct rb_yaml *map, const char *when)
{
    size_t n = strcspn(when, "!=");
    bool differs = when[n] == '!';
    const struct rb_yaml *entry = map->child;

    while (entry && !(entry->key.len == n && memcmp(entry->key.ptr, when, n) == 0))
        entry = entry->next;
    if (!entry || when[n] == '\0')
        return entry;
    return rb_slice_is(entry->text, when + n + 1 + differs) != differs ? entry : NULL;
}

/* The keys of a relation as words: `"a", "b" or "c"`. */
static void quote_list(char *out, size_t size, const char *list, const char *last)
{
    struct rb_slice words[MOST_KEYS];
    size_t n = rb_list_words(list, words, MOST_KEYS), len = 0;

    out[0] = '\0';
    for (size_t i = 0; i < n && len + words[i].len + 8 < size; i++) {
        const char *before = i == 0 ? "\"" : i + 1 == n ? last : ", \"";
        size_t b = strlen(before);

        memcpy(out + len, before, b);
        memcpy(out + len + b, words[i].ptr, words[i].len);
        len += b + words[i].len;
        out[len++] = '"';
        out[len] = '\0';
    }
}

/* Says what needs something: the map, or one of its entries. */
static void fail_needs(const struct job *job, const struct relation *r, const struct rb_yaml *by,
                       const char *what)
{
    bool valued = by && strchr(r->when, '=') != NULL;

    if (!by && job->name.len)
        FAIL(job, job->place, "%s \"%.*s\" needs %s", context_words[r->context],
             rb_quoted(job->name), job->name.ptr, what);
    else if (!by)
        FAIL(job, job->place, "%s needs %s", context_words[r->context], what);
    else
        FAIL(job, key_place(job, by), "\"%.*s%s%.*s\" needs %s", (int)by->key.len, by->key.ptr,
             valued ? ": " : "", valued ? rb_quoted(by->text) : 0, by->text.ptr, what);
}

/* n: so many of the relation's keys are there. */
static void fail_number(const struct job *job, const struct relation *r, const struct rb_yaml *by,
                        uint32_t n)
{
    char names[160], what[200];

    quote_list(names, sizeof names, r->keys, " or \"");
    (void)snprintf(what, sizeof what, "%s%s",
                   r->kind == ANY       ? ""
                   : n                  ? "only one of "
                   : strchr(names, ',') ? "one of "
                                        : "either ",
                   names);
    fail_needs(job, r, by, what);
}

static void check_relation(const struct job *job, const struct relation *r)
{
    const struct rb_yaml *by = *r->when ? condition(job->map, r->when) : NULL, *first;
    uint32_t n;

    if (*r->when && !by)
        return;
    first = listed(job->map, r->keys, &n);
    switch ((enum kind)r->kind) {
    case ANY:
        if (n == 0)
            fail_number(job, r, by, n);
        return;
    case ONE:
        if (n != 1)
            fail_number(job, r, by, n);
        return;
    case MOST:
        if (n > 1)
            fail_number(job, r, by, n);
        return;
    case NONE:
        if (first && by)
            FAIL(job, key_place(job, first), "\"%.*s\" does not go with \"%.*s: %.*s\"",
                 (int)first->key.len, first->key.ptr, (int)by->key.len, by->key.ptr,
                 rb_quoted(by->text), by->text.ptr);
        return;
    }
}

bool rb_schema_complete(const struct rb_yaml *map, enum rb_context context, struct rb_slice name,
                        struct rb_place place, const char *const *sources, struct rb_errors *errs)
{
    const struct job job = {map, name, place, sources, errs};
    uint32_t before = errs->count;

    /* What was taken out of it was told; what is missing because of that is no second fault. */
    if (map->mark & RB_MARK_DAMAGED)
        return true;
    for (size_t i = 0; i < N_KEYS; i++)
        if (keys[i].context == (uint8_t)context && keys[i].need == REQUIRED &&
            !rb_yaml_get(map, keys[i].name))
            fail_lacks(&job, i);
    for (size_t i = 0; i < N_RELATIONS; i++)
        if (relations[i].context == (uint8_t)context && !*relations[i].when)
            check_relation(&job, &relations[i]);
    /* Of a map that is of no kind, or of two, nothing more can be said. */
    if (job.errs->count != before)
        return false;
    for (size_t i = 0; i < N_KEYS; i++)
        if (keys[i].context == (uint8_t)context)
            check_company(&job, i);
    for (size_t i = 0; i < N_RELATIONS; i++)
        if (relations[i].context == (uint8_t)context && *relations[i].when)
            check_relation(&job, &relations[i]);
    return job.errs->count == before;
}
