#include "base/yaml.h"

#include <yaml.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "base/yaml_quick.h"

struct frame {
    struct rb_yaml *node, *last;
};

struct builder {
    struct rb_arena *arena;
    struct rb_errors *errs;
    const char *source;
    struct rb_yaml *root;
    struct frame stack[RB_MAX_YAML_DEPTH];
    uint32_t depth, nodes;
    /* The key that waits for its value. */
    bool has_key;
    struct rb_slice key;
    yaml_mark_t key_mark;
    bool bad;     /* an error was added */
    bool stop;    /* and what follows would only be its echo */
    bool started; /* a document has begun */
};

static uint32_t from_one(size_t n)
{
    return n < UINT32_MAX ? (uint32_t)(n + 1) : UINT32_MAX;
}

static struct rb_place place_of(const struct builder *b, yaml_mark_t mark)
{
    return (struct rb_place){b->source, from_one(mark.line), from_one(mark.column)};
}

/* An error at a mark, with words of the file in it. */
#define FAIL(b, mark, ...)                                                                         \
    ((b)->bad = true, rb_errors_add((b)->errs, RINGBACK_ERR_RULES, place_of(b, mark), __VA_ARGS__))

/* How much of a file's text a message quotes. */
static int quoted(struct rb_slice s)
{
    size_t n = s.len;

    if (n > 40) {
        n = 40;
        while (n > 0 && ((unsigned char)s.ptr[n] & 0xC0u) == 0x80u)
            n--;
    }
    return (int)n;
}

static const struct {
    const char *problem, *hint;
} hints[] = {
#define HINT(problem, hint) {problem, hint},
#include "base/yaml_hint.def"
#undef HINT
};

static void parser_error(struct builder *b, const yaml_parser_t *parser, struct rb_slice bytes)
{
    const char *problem = parser->problem ? parser->problem : "unknown problem";
    const char *hint = "";
    yaml_mark_t mark = parser->problem_mark;

    if (parser->error == YAML_MEMORY_ERROR) {
        b->arena->failed = true;
        return;
    }
    if (parser->error == YAML_READER_ERROR) {
        /* The reader knows an offset only. */
        mark = (yaml_mark_t){0};
        for (size_t i = 0; i < parser->problem_offset && i < bytes.len; i++) {
            mark.column += ((unsigned char)bytes.ptr[i] & 0xC0u) != 0x80u;
            if (bytes.ptr[i] == '\n') {
                mark.line++;
                mark.column = 0;
            }
        }
    }
    for (size_t i = 0; i < sizeof hints / sizeof hints[0]; i++)
        if (strcmp(problem, hints[i].problem) == 0)
            hint = hints[i].hint;
    if (parser->context && parser->context_mark.line < mark.line)
        FAIL(b, mark, "not valid YAML: %s, %s that begins on line %u%s%s", problem, parser->context,
             (unsigned)from_one(parser->context_mark.line), *hint ? ": " : "", hint);
    else
        FAIL(b, mark, "not valid YAML: %s%s%s", problem, *hint ? ": " : "", hint);
}

/* libyaml lets control characters in by escape. */
static void check_text(struct builder *b, struct rb_slice text, yaml_mark_t mark)
{
    size_t at = 0;

    while (at < text.len && (unsigned char)text.ptr[at] >= 0x20 &&
           (unsigned char)text.ptr[at] < 0x7F)
        at++;
    while (at < text.len) {
        uint32_t cp = 0;
        size_t step = rb_utf8_decode(text.ptr + at, text.len - at, &cp);

        if ((cp < 0x20 && cp != '\n' && cp != '\t') || (cp >= 0x7F && cp < 0xA0)) {
            FAIL(b, mark, "control character U+%04X in a value", (unsigned)cp);
            return;
        }
        at += step ? step : 1;
    }
}

static void check_plain(struct builder *b, const yaml_char_t *anchor, const yaml_char_t *tag,
                        yaml_mark_t mark)
{
    if (anchor)
        FAIL(b, mark, "anchors (&%.40s) are not used here: write the value out",
             (const char *)anchor);
    if (tag)
        FAIL(b, mark, "tags (%.40s) are not used here: a value that begins with ! needs quotes",
             (const char *)tag);
}

static bool at_key(const struct builder *b)
{
    return b->depth > 0 && b->stack[b->depth - 1].node->kind == RB_YAML_MAP && !b->has_key;
}

/* Appends a node where the builder stands; NULL: stop. */
static struct rb_yaml *add_node(struct builder *b, enum rb_yaml_kind kind, yaml_mark_t mark)
{
    struct rb_yaml *node;

    if (++b->nodes > RB_MAX_YAML_NODES) {
        FAIL(b, mark, "more than %d values in one file", (int)RB_MAX_YAML_NODES);
        b->stop = true;
        return NULL;
    }
    node = rb_arena_alloc(b->arena, sizeof *node);
    if (!node) {
        b->stop = true;
        return NULL;
    }
    node->kind = (uint8_t)kind;
    node->line = from_one(mark.line);
    node->column = from_one(mark.column);
    if (b->has_key) {
        node->key = b->key;
        node->key_line = from_one(b->key_mark.line);
        node->key_column = from_one(b->key_mark.column);
        b->has_key = false;
    }
    if (b->depth > 0) {
        struct frame *top = &b->stack[b->depth - 1];

        if (top->last)
            top->last->next = node;
        else
            top->node->child = node;
        top->last = node;
        top->node->n_children++;
    } else {
        b->root = node;
    }
    return node;
}

static void on_scalar(struct builder *b, struct rb_slice value, bool plain, yaml_mark_t mark)
{
    struct rb_slice text = rb_arena_copy(b->arena, value);
    struct rb_yaml *node;

    check_text(b, text, mark);
    if (at_key(b)) {
        if (plain && rb_slice_is(text, "<<"))
            FAIL(b, mark, "merge keys (<<) are not used here: write the entries out");
        b->has_key = true;
        b->key = text;
        b->key_mark = mark;
        return;
    }
    node = add_node(b, RB_YAML_SCALAR, mark);
    if (node) {
        node->text = text;
        node->plain = plain;
    }
}

static void on_open(struct builder *b, enum rb_yaml_kind kind, yaml_mark_t mark)
{
    struct rb_yaml *node;

    if (at_key(b)) {
        FAIL(b, mark,
             "a key must be a word, not a list or a map: a value that begins with [ or { "
             "needs quotes");
        b->stop = true;
        return;
    }
    if (b->depth == RB_MAX_YAML_DEPTH) {
        FAIL(b, mark, "nested more than %d deep", (int)RB_MAX_YAML_DEPTH);
        b->stop = true;
        return;
    }
    node = add_node(b, kind, mark);
    if (node)
        b->stack[b->depth++] = (struct frame){node, NULL};
}

static void check_keys(struct builder *b, const struct rb_yaml *map)
{
    struct rb_keyed *keys = rb_arena_array(b->arena, map->n_children, sizeof *keys);
    const struct rb_yaml *entry = map->child;
    uint32_t earlier, later, first_line = 0;

    if (!keys)
        return;
    for (uint32_t i = 0; i < map->n_children; i++, entry = entry->next)
        keys[i] = (struct rb_keyed){entry->key, i};
    if (!rb_find_repeat(keys, map->n_children, &earlier, &later))
        return;
    entry = map->child;
    for (uint32_t i = 0; i < later; i++, entry = entry->next)
        if (i == earlier)
            first_line = entry->key_line;
    b->bad = true;
    rb_errors_add(b->errs, RINGBACK_ERR_RULES,
                  (struct rb_place){b->source, entry->key_line, entry->key_column},
                  "\"%.*s\" stands twice, first on line %u", quoted(entry->key), entry->key.ptr,
                  (unsigned)first_line);
}

static void on_close(struct builder *b)
{
    const struct rb_yaml *node;

    if (b->depth == 0)
        return;
    node = b->stack[--b->depth].node;
    if (node->kind == RB_YAML_MAP && node->n_children > 1)
        check_keys(b, node);
}

static void on_document(struct builder *b, const yaml_event_t *event)
{
    if (b->started) {
        FAIL(b, event->start_mark, "a second document: one file is one document");
        b->stop = true;
    } else if (event->data.document_start.tag_directives.start !=
               event->data.document_start.tag_directives.end) {
        FAIL(b, event->start_mark, "%%TAG directives are not used here");
        b->stop = true;
    }
    b->started = true;
}

static void on_event(struct builder *b, const yaml_event_t *event)
{
    yaml_mark_t mark = event->start_mark;

    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        on_document(b, event);
        break;
    case YAML_ALIAS_EVENT:
        FAIL(b, mark, "aliases (*%.40s) are not used here: a value that begins with * needs quotes",
             (const char *)event->data.alias.anchor);
        on_scalar(b, rb_slice_of("", 0), false, mark);
        break;
    case YAML_SCALAR_EVENT:
        check_plain(b, event->data.scalar.anchor, event->data.scalar.tag, mark);
        on_scalar(b, rb_slice_of((const char *)event->data.scalar.value, event->data.scalar.length),
                  event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE, mark);
        break;
    case YAML_SEQUENCE_START_EVENT:
        check_plain(b, event->data.sequence_start.anchor, event->data.sequence_start.tag, mark);
        on_open(b, RB_YAML_LIST, mark);
        break;
    case YAML_MAPPING_START_EVENT:
        check_plain(b, event->data.mapping_start.anchor, event->data.mapping_start.tag, mark);
        on_open(b, RB_YAML_MAP, mark);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        on_close(b);
        break;
    case YAML_NO_EVENT:
    case YAML_STREAM_END_EVENT:
        b->stop = true;
        break;
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        break;
    }
}

/* After an error libyaml reports success for ever, without an event: the first failure ends it. */
static void run(struct builder *b, struct rb_slice bytes)
{
    yaml_parser_t parser;
    yaml_event_t event;

    if (!yaml_parser_initialize(&parser)) {
        b->arena->failed = true;
        return;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes.ptr, bytes.len);
    while (!b->stop && !rb_arena_failed(b->arena)) {
        if (!yaml_parser_parse(&parser, &event)) {
            parser_error(b, &parser, bytes);
            break;
        }
        on_event(b, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

static void hear_scalar(void *ctx, struct rb_slice text, bool plain, uint32_t line, uint32_t column)
{
    struct builder *b = ctx;

    if (!b->stop)
        on_scalar(b, text, plain, (yaml_mark_t){0, line, column});
}

static void hear_open(void *ctx, enum rb_yaml_kind kind, uint32_t line, uint32_t column)
{
    struct builder *b = ctx;

    if (!b->stop)
        on_open(b, kind, (yaml_mark_t){0, line, column});
}

static void hear_close(void *ctx)
{
    struct builder *b = ctx;

    if (!b->stop)
        on_close(b);
}

/* False, and nothing is told: libyaml has to read it, and says what is wrong with it. */
static bool quickly(struct builder *b, struct rb_slice bytes)
{
    struct rb_errors untold = {0};
    struct builder quick = {.arena = b->arena, .errs = &untold, .source = b->source};
    const struct rb_yaml_ear ear = {&quick, hear_scalar, hear_open, hear_close};
    bool ok = rb_yaml_quick(bytes, b->arena, &ear) && !quick.bad;

    b->root = ok ? quick.root : NULL;
    return ok;
}

bool rb_yaml_parse(struct rb_arena *arena, struct rb_slice bytes, const char *source,
                   struct rb_errors *errs, struct rb_yaml **root)
{
    struct builder b = {.arena = arena, .errs = errs, .source = source};
    const struct rb_place file = {source, 0, 0};

    *root = NULL;
    if (bytes.len > RB_MAX_YAML_BYTES) {
        rb_errors_add(errs, RINGBACK_ERR_LIMIT, file, "larger than %d KiB",
                      (int)RB_MAX_YAML_BYTES / 1024);
        return false;
    }
    if (bytes.len >= 2 &&
        (memcmp(bytes.ptr, "\xFE\xFF", 2) == 0 || memcmp(bytes.ptr, "\xFF\xFE", 2) == 0)) {
        rb_errors_add(errs, RINGBACK_ERR_RULES, file, "this is UTF-16: save it as UTF-8");
        return false;
    }
    if (bytes.len >= 3 && memcmp(bytes.ptr, "\xEF\xBB\xBF", 3) == 0)
        bytes = rb_slice_of(bytes.ptr + 3, bytes.len - 3);
    if (!quickly(&b, bytes))
        run(&b, bytes);
    if (b.bad || rb_arena_failed(arena))
        return false;
    /* "---" and nothing behind it is as empty as an empty file. */
    if (b.root && b.root->kind == RB_YAML_SCALAR && b.root->plain && b.root->text.len == 0)
        b.root = NULL;
    *root = b.root;
    return true;
}
