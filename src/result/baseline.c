#include "result/baseline.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/json.h"
#include "base/utf8.h"
#include "result/fingerprint.h"

enum {
    MAX_COUNT = 1000000,
    MAX_WORDS = 60 /* bytes; more would be a copy of the draft */
};

void rb_baseline_init(struct ringback_baseline *b)
{
    *b = (struct ringback_baseline){.sorted = 0};
    rb_arena_init(&b->arena);
}

/* ---- lists ---- */

static int compare(const struct rb_baseline_entry *a, const struct rb_baseline_entry *b)
{
    int order = rb_slice_compare(a->path, b->path);

    if (order == 0)
        order = rb_slice_compare(a->rule, b->rule);
    if (order == 0 && a->fingerprint != b->fingerprint)
        order = a->fingerprint < b->fingerprint ? -1 : 1;
    return order;
}

static int by_key(const void *a, const void *b)
{
    return compare(a, b);
}

static bool add(struct rb_arena *arena, struct rb_baseline_list *list,
                const struct rb_baseline_entry *entry)
{
    if (list->n == list->cap) {
        void *grown = rb_arena_grow(arena, list->items, list->n, &list->cap, sizeof *entry);

        if (!grown)
            return false;
        list->items = grown;
    }
    list->items[list->n++] = *entry;
    return true;
}

/* Sorts, and makes one of those that are the same: the sum of their counts, or the highest. */
static void unite(struct rb_baseline_list *list, bool sum)
{
    uint32_t n = 0;

    if (list->n > 1)
        qsort(list->items, list->n, sizeof *list->items, by_key);
    for (uint32_t i = 0; i < list->n; i++) {
        struct rb_baseline_entry *last = n ? &list->items[n - 1] : NULL;
        const struct rb_baseline_entry *now = &list->items[i];

        if (!last || compare(last, now) != 0)
            list->items[n++] = *now;
        else if (sum)
            last->count += now->count;
        else if (now->count > last->count)
            last->count = now->count;
    }
    list->n = n;
}

static struct rb_baseline_entry *find(const struct rb_baseline_list *list,
                                      const struct rb_baseline_entry *key)
{
    return list->n ? bsearch(key, list->items, list->n, sizeof *key, by_key) : NULL;
}

/* ---- reading ---- */

static bool hexadecimal(struct rb_slice digits, uint64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < digits.len; i++) {
        char c = digits.ptr[i];

        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
            return false;
        *out = *out << 4 | (uint64_t)(c <= '9' ? c - '0' : c - 'a' + 10);
    }
    return digits.len == RB_FINGERPRINT_DIGITS;
}

static bool string(const struct rb_json *map, const char *name, struct rb_slice *out)
{
    const struct rb_json *value = rb_json_get(map, name);

    if (!value || value->kind != RB_JSON_STRING || value->text.len == 0)
        return false;
    *out = value->text;
    return true;
}

static bool read_entry(const struct rb_json *line, struct rb_baseline_entry *out)
{
    struct rb_slice fingerprint;
    int64_t count;

    *out = (struct rb_baseline_entry){.count = 0};
    if (line->kind != RB_JSON_MAP || !string(line, "path", &out->path) ||
        !string(line, "rule", &out->rule) || !string(line, "fingerprint", &fingerprint) ||
        !hexadecimal(fingerprint, &out->fingerprint) || !rb_json_get(line, "count") ||
        !rb_json_int(rb_json_get(line, "count"), 1, MAX_COUNT, &count))
        return false;
    out->count = (uint32_t)count;
    (void)string(line, "words", &out->words);
    return true;
}

static ringback_status wrong(ringback_error *err, const char *name, uint32_t line,
                             const char *message)
{
    struct rb_errors errs = {.count = 0};

    rb_errors_add(&errs, RINGBACK_ERR_SETTINGS, (struct rb_place){name, line, 1}, "%s", message);
    if (err)
        *err = errs.first;
    return RINGBACK_ERR_SETTINGS;
}

static bool is_blank(struct rb_slice s)
{
    while (s.len && (s.ptr[s.len - 1] == ' ' || s.ptr[s.len - 1] == '\r'))
        s.len--;
    return s.len == 0;
}

/* "" when the line is good. */
static const char *read_line(struct ringback_baseline *b, struct rb_slice text, bool first,
                             char message[256])
{
    struct rb_baseline_entry entry;
    struct rb_json *json = NULL;
    int64_t version;

    if (!rb_json_parse(&b->arena, text, message, 256, &json))
        return *message ? message : NULL;
    if (first) {
        const struct rb_json *of = rb_json_get(json, "ringback-baseline");

        return json->kind == RB_JSON_MAP && of && rb_json_int(of, 1, 1, &version)
                   ? ""
                   : "no baseline: it begins with {\"ringback-baseline\":1}";
    }
    if (!read_entry(json, &entry))
        return "an entry has a path, a rule, a fingerprint of 16 digits and a count";
    entry.path = rb_arena_copy(&b->arena, entry.path); /* with a NUL behind it */
    return !rb_arena_failed(&b->arena) && add(&b->arena, &b->entries, &entry) ? "" : NULL;
}

ringback_status rb_baseline_read(struct ringback_baseline *b, const char *name,
                                 struct rb_slice bytes, ringback_error *err)
{
    bool first = true;
    uint32_t line = 0;

    for (size_t at = 0; at < bytes.len;) {
        const char *end = memchr(bytes.ptr + at, '\n', bytes.len - at);
        size_t n = end ? (size_t)(end - bytes.ptr) - at : bytes.len - at;
        struct rb_slice text = rb_slice_of(bytes.ptr + at, n);
        const char *why;
        char message[256];

        at += n + 1;
        line++;
        if (is_blank(text))
            continue;
        why = read_line(b, text, first, message);
        if (!why)
            return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
        if (*why)
            return wrong(err, name, line, why);
        first = false;
    }
    if (first)
        return wrong(err, name, 1, "no baseline: it begins with {\"ringback-baseline\":1}");
    unite(&b->entries, false);
    return RINGBACK_OK;
}

/* ---- taking ---- */

/* The path as it comes back from the file: JSON cannot hold bytes that are no UTF-8. */
static void put_path(struct rb_buffer *out, struct rb_slice path)
{
    for (size_t at = 0; at < path.len;) {
        uint32_t cp = 0;
        size_t n = rb_utf8_decode(path.ptr + at, path.len - at, &cp);

        if (n == 0 || cp == 0x1A)
            rb_buffer_puts(out, "\xEF\xBF\xBD");
        else
            rb_buffer_add(out, path.ptr + at, n);
        at += n ? n : 1;
    }
}

static bool take_path(struct ringback_baseline *b, struct rb_slice path, struct rb_slice *copy)
{
    const struct rb_baseline_list *taken = &b->taken;
    struct rb_baseline_entry entry = {.count = 1};
    struct rb_buffer clean;
    bool ok = true;

    rb_buffer_init(&clean);
    put_path(&clean, path);
    path = rb_buffer_slice(&clean);
    if (taken->n && rb_slice_equal(taken->items[taken->n - 1].path, path)) {
        *copy = taken->items[taken->n - 1].path;
    } else {
        *copy = entry.path = rb_arena_copy(&b->arena, path);
        ok = !clean.failed && !rb_arena_failed(&b->arena) && add(&b->arena, &b->taken, &entry);
    }
    rb_buffer_free(&clean);
    return ok;
}

static struct rb_slice clip(struct rb_slice words)
{
    size_t n = words.len;

    if (n > MAX_WORDS) {
        n = MAX_WORDS;
        while (n > 0 && ((unsigned char)words.ptr[n] & 0xC0) == 0x80)
            n--;
    }
    return rb_slice_of(words.ptr, n);
}

bool rb_baseline_take(struct ringback_baseline *b, struct rb_slice path, struct rb_slice heading,
                      uint32_t ordinal, const ringback_result *result, bool *accepted)
{
    struct rb_baseline_entry entry = {.count = 1};
    struct rb_buffer words;
    bool ok = take_path(b, path, &entry.path);

    rb_buffer_init(&words);
    for (uint32_t i = 0; ok && i < result->n_findings; i++) {
        const struct rb_finding *f = &result->findings[i];
        struct rb_baseline_entry *known;

        rb_buffer_clear(&words);
        rb_fingerprint_words(&words, result, f, heading, ordinal);
        entry.rule = rb_arena_copy(&b->arena, f->rule->id);
        entry.fingerprint = rb_fingerprint(f, rb_buffer_slice(&words));
        entry.words = rb_arena_copy(&b->arena, clip(rb_buffer_slice(&words)));
        known = find(&b->entries, &entry);
        accepted[i] = known && known->used < known->count;
        if (accepted[i])
            known->used++;
        ok = !words.failed && !rb_arena_failed(&b->arena) && add(&b->arena, &b->found, &entry);
    }
    rb_buffer_free(&words);
    return ok;
}

bool rb_baseline_gone(struct ringback_baseline *b, struct rb_slice path)
{
    struct rb_slice copy;

    return take_path(b, path, &copy);
}

/* ---- what came of it ---- */

static bool is_taken(struct ringback_baseline *b, struct rb_slice path)
{
    struct rb_baseline_entry key = {.path = path};

    if (b->sorted != b->taken.n) {
        unite(&b->taken, false);
        b->sorted = b->taken.n;
    }
    return find(&b->taken, &key) != NULL;
}

const struct rb_baseline_entry *rb_baseline_stale(struct ringback_baseline *b, size_t *at)
{
    while (*at < b->entries.n) {
        const struct rb_baseline_entry *entry = &b->entries.items[(*at)++];

        if (entry->used < entry->count && is_taken(b, entry->path))
            return entry;
    }
    return NULL;
}

bool rb_baseline_now(struct ringback_baseline *b, struct rb_baseline_list *out)
{
    bool ok = true;

    *out = (struct rb_baseline_list){NULL, 0, 0};
    for (uint32_t i = 0; ok && i < b->found.n; i++)
        ok = add(&b->arena, out, &b->found.items[i]);
    for (uint32_t i = 0; ok && i < b->entries.n; i++)
        if (!is_taken(b, b->entries.items[i].path))
            ok = add(&b->arena, out, &b->entries.items[i]);
    unite(out, true);
    return ok;
}

void rb_baseline_put(struct rb_buffer *out, const struct rb_baseline_list *list)
{
    rb_buffer_puts(out, "{\"ringback-baseline\":1}\n");
    for (uint32_t i = 0; i < list->n; i++) {
        const struct rb_baseline_entry *entry = &list->items[i];

        rb_buffer_puts(out, "{\"path\":");
        rb_json_string(out, entry->path);
        rb_buffer_puts(out, ",\"rule\":");
        rb_json_string(out, entry->rule);
        rb_buffer_puts(out, ",\"fingerprint\":\"");
        rb_fingerprint_put(out, entry->fingerprint);
        rb_buffer_puts(out, "\",\"count\":");
        rb_buffer_uint(out, entry->count);
        rb_buffer_puts(out, ",\"words\":");
        rb_json_string(out, entry->words);
        rb_buffer_puts(out, "}\n");
    }
}
