#include "base/json.h"

#include <stdalign.h>
#include <stdio.h>
#include <yajl/yajl_parse.h>

#include "base/ascii.h"
#include "base/limits.h"
#include "base/utf8.h"

/* yajl does not look whether its allocations succeed, and loses some of them after an error. So it
 * gets a pool that holds what it can need at most, taken from the arena in one piece. */
struct pool {
    char *at, *end;
    char *last; /* the newest allocation, which can grow where it is */
};

struct frame {
    struct rb_json *node, *last;
};

struct builder {
    struct rb_arena *arena;
    char *message;
    size_t size;
    struct rb_json *root;
    struct frame stack[RB_MAX_JSON_DEPTH];
    uint32_t depth, nodes;
    struct rb_slice key;
};

/* ---- yajl's memory ---- */

enum { HEAD = sizeof(max_align_t) };

static size_t *size_of(void *p)
{
    return (size_t *)(void *)((char *)p - HEAD);
}

static void *pool_malloc(void *ctx, size_t size)
{
    struct pool *pool = ctx;
    const size_t unit = alignof(max_align_t);
    size_t whole = HEAD + (size + unit - 1) / unit * unit;
    char *p;

    if ((size_t)(pool->end - pool->at) < whole)
        return NULL;
    p = pool->at + HEAD;
    pool->at += whole;
    pool->last = p;
    *size_of(p) = size;
    return p;
}

static void *pool_realloc(void *ctx, void *old, size_t size)
{
    struct pool *pool = ctx;
    size_t before = old ? *size_of(old) : 0;
    void *p;

    if (size <= before)
        return old;
    if (old && old == pool->last)
        pool->at = pool->last - HEAD;
    p = pool_malloc(pool, size);
    if (p && old && p != old)
        memcpy(p, old, before);
    return p;
}

static void pool_free(void *ctx, void *p)
{
    (void)ctx;
    (void)p;
}

/* Two buffers that double from 2 KiB until a string fits, and a few small structs. */
static bool pool_make(struct pool *pool, struct rb_arena *arena, size_t len)
{
    size_t size = 4 * (4096 + len);

    *pool = (struct pool){.at = rb_arena_alloc(arena, size)};
    pool->end = pool->at ? pool->at + size : NULL;
    return pool->at != NULL;
}

/* ---- the tree ---- */

static bool fail(struct builder *b, const char *message)
{
    (void)snprintf(b->message, b->size, "%s", message);
    return false;
}

static struct rb_json *add_node(struct builder *b, enum rb_json_kind kind)
{
    struct rb_json *node;

    if (++b->nodes > RB_MAX_JSON_NODES) {
        (void)fail(b, "too many values");
        return NULL;
    }
    node = rb_arena_alloc(b->arena, sizeof *node);
    if (!node)
        return NULL;
    node->kind = (uint8_t)kind;
    if (b->depth == 0) {
        b->root = node;
        return node;
    }
    node->key = b->key;
    b->key = rb_slice_of("", 0);
    if (b->stack[b->depth - 1].last)
        b->stack[b->depth - 1].last->next = node;
    else
        b->stack[b->depth - 1].node->child = node;
    b->stack[b->depth - 1].last = node;
    return node;
}

static bool add_text(struct builder *b, enum rb_json_kind kind, const char *text, size_t len)
{
    struct rb_json *node = add_node(b, kind);

    if (node)
        node->text = rb_arena_copy(b->arena, rb_slice_of(text, len));
    return !rb_arena_failed(b->arena) && node;
}

static bool open_node(struct builder *b, enum rb_json_kind kind)
{
    struct rb_json *node;

    if (b->depth == RB_MAX_JSON_DEPTH)
        return fail(b, "nested too deep");
    node = add_node(b, kind);
    if (!node)
        return false;
    b->stack[b->depth++] = (struct frame){node, NULL};
    return true;
}

static bool check_names(struct builder *b, const struct rb_json *map)
{
    struct rb_keyed *keys;
    size_t n = 0, i = 0;
    uint32_t earlier, later;

    for (const struct rb_json *m = map->child; m; m = m->next)
        n++;
    if (n < 2)
        return true;
    keys = rb_arena_array(b->arena, n, sizeof *keys);
    if (!keys)
        return false;
    for (const struct rb_json *m = map->child; m; m = m->next, i++)
        keys[i] = (struct rb_keyed){m->key, (uint32_t)i};
    if (rb_find_repeat(keys, n, &earlier, &later))
        return fail(b, "a name stands twice in one object");
    return true;
}

static int on_null(void *ctx)
{
    return add_node(ctx, RB_JSON_NULL) != NULL;
}

static int on_boolean(void *ctx, int value)
{
    return add_node(ctx, value ? RB_JSON_TRUE : RB_JSON_FALSE) != NULL;
}

static int on_number(void *ctx, const char *text, size_t len)
{
    return add_text(ctx, RB_JSON_NUMBER, text, len);
}

static int on_string(void *ctx, const unsigned char *text, size_t len)
{
    return add_text(ctx, RB_JSON_STRING, (const char *)text, len);
}

static int on_start_map(void *ctx)
{
    return open_node(ctx, RB_JSON_MAP);
}

static int on_map_key(void *ctx, const unsigned char *text, size_t len)
{
    struct builder *b = ctx;

    b->key = rb_arena_copy(b->arena, rb_slice_of((const char *)text, len));
    return !rb_arena_failed(b->arena);
}

static int on_end_map(void *ctx)
{
    struct builder *b = ctx;

    return check_names(b, b->stack[--b->depth].node);
}

static int on_start_list(void *ctx)
{
    return open_node(ctx, RB_JSON_LIST);
}

static int on_end_list(void *ctx)
{
    struct builder *b = ctx;

    b->depth--;
    return true;
}

/* ---- parsing ---- */

/* The code unit of \uXXXX at s, or -1. */
static int32_t escape_at(struct rb_slice s, size_t at)
{
    int32_t unit = 0;

    if (s.len - at < 6 || s.ptr[at] != '\\' || s.ptr[at + 1] != 'u')
        return -1;
    for (size_t i = at + 2; i < at + 6; i++) {
        char c = rb_to_lower(s.ptr[i]);

        if (!rb_is_digit(c) && !(c >= 'a' && c <= 'f'))
            return -1;
        unit = unit * 16 + (rb_is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return unit;
}

/* yajl makes a question mark of half a surrogate pair; a draft must not change unnoticed. Gives the
 * offset of the first one, or s.len. Backslashes stand in strings only: elsewhere yajl refuses
 * them. */
static size_t find_half_pair(struct rb_slice s)
{
    size_t at = 0;

    while (at < s.len) {
        const char *slash = memchr(s.ptr + at, '\\', s.len - at);
        int32_t unit, next;

        if (!slash)
            break;
        at = (size_t)(slash - s.ptr);
        unit = escape_at(s, at);
        if (unit >= 0xD800 && unit < 0xDC00) {
            next = escape_at(s, at + 6);
            if (next < 0xDC00 || next > 0xDFFF)
                return at;
            at += 12;
        } else if (unit >= 0xDC00 && unit <= 0xDFFF) {
            return at;
        } else {
            at += 2;
        }
    }
    return s.len;
}

static void yajl_message(struct builder *b, yajl_handle handle, size_t consumed)
{
    const char *text = (const char *)yajl_get_error(handle, 0, NULL, 0);
    const char *colon = strstr(text, ": ");
    size_t n;

    /* "lexical error: invalid char in json text.\n" */
    text = colon ? colon + 2 : text;
    n = strcspn(text, ".\n");
    (void)snprintf(b->message, b->size, "%.*s near byte %zu", n < 80 ? (int)n : 80, text, consumed);
}

static bool run(struct builder *b, struct pool *pool, struct rb_slice bytes)
{
    static const yajl_callbacks callbacks = {
        on_null,      on_boolean, NULL,       NULL,          on_number,   on_string,
        on_start_map, on_map_key, on_end_map, on_start_list, on_end_list,
    };
    yajl_alloc_funcs memory = {pool_malloc, pool_realloc, pool_free, pool};
    yajl_handle handle = yajl_alloc(&callbacks, &memory, b);
    yajl_status status;
    size_t consumed;

    if (!handle)
        return false;
    /* It would let overlong forms and surrogates pass: they were looked for before. */
    (void)yajl_config(handle, yajl_dont_validate_strings, 1);
    status = yajl_parse(handle, (const unsigned char *)bytes.ptr, bytes.len);
    consumed = yajl_get_bytes_consumed(handle);
    if (status == yajl_status_ok)
        status = yajl_complete_parse(handle);
    if (status == yajl_status_error)
        yajl_message(b, handle, consumed);
    yajl_free(handle);
    return status == yajl_status_ok;
}

bool rb_json_parse(struct rb_arena *arena, struct rb_slice bytes, char *message, size_t size,
                   struct rb_json **out)
{
    struct builder b = {.arena = arena, .message = message, .size = size, .key = {"", 0}};
    struct pool pool;
    size_t bad;

    *out = NULL;
    (void)fail(&b, "");
    if (bytes.len > RB_MAX_RECORD_BYTES)
        return fail(&b, "longer than 4 MiB");
    bad = rb_utf8_valid(bytes.ptr, bytes.len);
    if (bad < bytes.len) {
        (void)snprintf(message, size, "not valid UTF-8 at byte %zu", bad);
        return false;
    }
    bad = find_half_pair(bytes);
    if (bad < bytes.len) {
        (void)snprintf(message, size, "half of a surrogate pair at byte %zu", bad);
        return false;
    }
    if (bytes.len >= 3 && memcmp(bytes.ptr, "\xEF\xBB\xBF", 3) == 0)
        bytes = rb_slice_of(bytes.ptr + 3, bytes.len - 3);
    if (!pool_make(&pool, arena, bytes.len) || !run(&b, &pool, bytes))
        return false;
    *out = b.root;
    return b.root != NULL;
}

const struct rb_json *rb_json_get(const struct rb_json *map, const char *name)
{
    const struct rb_json *member = map->kind == RB_JSON_MAP ? map->child : NULL;

    while (member && !rb_slice_is(member->key, name))
        member = member->next;
    return member;
}

bool rb_json_int(const struct rb_json *value, int64_t min, int64_t max, int64_t *out)
{
    return value->kind == RB_JSON_NUMBER && rb_slice_int(value->text, min, max, out);
}
