/* Windows, anchors, measures and conditions: the small words of a rule. */
#include "base/ascii.h"
#include "rule/compile.h"
#include "rule/words.h"

enum { MOST_WINDOWS = 32, DAY_MINUTES = 24 * 60 };

/* The next word of a text, cut off its front; empty at its end. */
static struct rb_slice next_word(struct rb_slice *text)
{
    struct rb_slice word;
    size_t n = 0;

    while (text->len && text->ptr[0] == ' ')
        *text = rb_slice_of(text->ptr + 1, text->len - 1);
    while (n < text->len && text->ptr[n] != ' ')
        n++;
    word = rb_slice_of(text->ptr, n);
    *text = rb_slice_of(text->ptr + n, text->len - n);
    return word;
}

/* ---- numbers ---- */

/* Digits with up to three decimals, in thousandths. */
static bool parse_milli(struct rb_slice s, uint32_t *out)
{
    uint32_t n = 0, unit = 1000;
    size_t i = 0;

    for (; i < s.len && rb_is_digit(s.ptr[i]) && n < 1000000; i++)
        n = n * 10 + (uint32_t)(s.ptr[i] - '0');
    if (i == 0 || n >= 1000000)
        return false;
    n *= 1000;
    if (i < s.len && s.ptr[i] == '.') {
        size_t point = i++;

        for (; i < s.len && rb_is_digit(s.ptr[i]) && unit > 1; i++) {
            unit /= 10;
            n += (uint32_t)(s.ptr[i] - '0') * unit;
        }
        if (i == point + 1)
            return false;
    }
    *out = n;
    return i == s.len;
}

bool rb_parse_measure(enum rb_measure measure, struct rb_slice s, uint32_t *out)
{
    int64_t n;

    if (measure == RB_MEASURE_MS) {
        if (s.len > 1 && s.ptr[s.len - 1] == 's')
            s.len--;
        return parse_milli(s, out);
    }
    if (!rb_slice_int(s, 0, 1000000, &n))
        return false;
    *out = (uint32_t)n;
    return true;
}

uint32_t rb_compile_measure(struct rb_compiler *c, enum rb_measure measure,
                            const struct rb_yaml *node)
{
    uint32_t n = 0;

    if (node->kind == RB_YAML_SCALAR && rb_parse_measure(measure, node->text, &n))
        return n;
    RB_FAIL(c, node, "\"%.*s\" is no %s", rb_quoted(node->text), node->text.ptr,
            measure == RB_MEASURE_MS ? "number of seconds, such as 30 or 28.5" : "whole number");
    /* A number of which nothing else is to be said. */
    return 1;
}

uint32_t rb_compile_count(struct rb_compiler *c, const struct rb_yaml *node)
{
    return rb_compile_measure(c, RB_MEASURE_WORDS, node);
}

bool rb_parse_minute(struct rb_slice s, uint32_t *out)
{
    uint32_t hour, minute;

    if (s.len != 5 || s.ptr[2] != ':' || !rb_is_digit(s.ptr[0]) || !rb_is_digit(s.ptr[1]) ||
        !rb_is_digit(s.ptr[3]) || !rb_is_digit(s.ptr[4]))
        return false;
    hour = (uint32_t)((s.ptr[0] - '0') * 10 + s.ptr[1] - '0');
    minute = (uint32_t)((s.ptr[3] - '0') * 10 + s.ptr[4] - '0');
    *out = hour * 60 + minute;
    return minute < 60 && *out <= DAY_MINUTES;
}

/* ---- windows ---- */

static bool is_unit(struct rb_slice word, const char *unit)
{
    return rb_slice_is(word, unit) ||
           (word.len == strlen(unit) + 1 && word.ptr[word.len - 1] == 's' &&
            memcmp(word.ptr, unit, word.len - 1) == 0);
}

/* "first 15 seconds", "last sentence": behind the first word. */
static bool parse_extent(struct rb_slice text, bool last, struct rb_window *w)
{
    struct rb_slice number = next_word(&text), unit = next_word(&text);
    uint32_t n = 1;

    if (unit.len == 0) {
        unit = number;
        number = rb_slice_str("1");
    }
    if (is_unit(unit, "second")) {
        w->kind = last ? RB_LAST_MS : RB_FIRST_MS;
        if (!parse_milli(number, &n))
            return false;
    } else if (is_unit(unit, "sentence")) {
        w->kind = last ? RB_LAST_SENTENCES : RB_FIRST_SENTENCES;
        if (!rb_parse_measure(RB_MEASURE_WORDS, number, &n))
            return false;
    } else {
        return false;
    }
    w->n = n;
    return n > 0 && next_word(&text).len == 0;
}

static void compile_window(struct rb_compiler *c, const struct rb_yaml *node, struct rb_window *w)
{
    struct rb_slice text = node->text, first = next_word(&text), second;

    *w = (struct rb_window){.kind = RB_FIRST_MS, .fact = RB_NO_FACT};
    if (rb_slice_is(first, "first") || rb_slice_is(first, "last")) {
        if (parse_extent(text, rb_slice_is(first, "last"), w))
            return;
    } else if (rb_slice_is(first, "sentence")) {
        struct rb_slice fact;

        second = next_word(&text);
        fact = next_word(&text);
        w->kind = rb_slice_is(second, "after") ? RB_SENTENCE_AFTER : RB_SENTENCE_OF;
        if ((rb_slice_is(second, "of") || rb_slice_is(second, "after")) && fact.len &&
            next_word(&text).len == 0) {
            w->fact = rb_compile_fact(c, node, fact);
            return;
        }
    }
    RB_FAIL(c, node,
            "\"%.*s\" is no window: write first 15 seconds, last 2 sentences, sentence of FACT or "
            "sentence after FACT",
            rb_quoted(node->text), node->text.ptr);
}

void rb_compile_windows(struct rb_compiler *c, const struct rb_yaml *node, struct rb_windows *out)
{
    bool list = node->kind == RB_YAML_LIST;
    const struct rb_yaml *item = list ? node->child : node;
    uint32_t n = list ? node->n_children : 1;
    struct rb_window *windows;

    *out = (struct rb_windows){0};
    if (n > MOST_WINDOWS) {
        RB_FAIL(c, node, "more than %d windows", (int)MOST_WINDOWS);
        return;
    }
    windows = rb_arena_array(c->arena, n, sizeof *windows);
    if (!windows)
        return;
    for (; item; item = list ? item->next : NULL)
        compile_window(c, item, &windows[out->n++]);
    out->items = windows;
}

void rb_compile_anchor(struct rb_compiler *c, const struct rb_yaml *node, struct rb_anchor *out)
{
    struct rb_slice text = node->text, first = next_word(&text), fact = next_word(&text);
    bool after = rb_slice_is(first, "after");

    *out = (struct rb_anchor){.kind = RB_ANCHOR_START, .fact = RB_NO_FACT};
    if ((after || rb_slice_is(first, "before")) && fact.len && next_word(&text).len == 0) {
        out->kind = after ? RB_ANCHOR_AFTER : RB_ANCHOR_BEFORE;
        out->fact = rb_compile_fact(c, node, fact);
    } else if (fact.len || !(rb_slice_is(first, "start") || rb_slice_is(first, "end"))) {
        RB_FAIL(c, node, "\"%.*s\" is no anchor: write start, end, after FACT or before FACT",
                rb_quoted(node->text), node->text.ptr);
    } else if (rb_slice_is(first, "end")) {
        out->kind = RB_ANCHOR_END;
    }
}

/* ---- conditions ---- */

struct conds {
    struct rb_compiler *c;
    struct rb_cond *items;
    size_t n, cap;
};

static struct rb_cond *add_cond(struct conds *list, enum rb_cond_kind kind)
{
    struct rb_cond *items =
        rb_arena_grow(list->c->arena, list->items, list->n, &list->cap, sizeof *items);

    if (!items)
        return NULL;
    list->items = items;
    items[list->n] = (struct rb_cond){.kind = (uint8_t)kind, .min = 0, .max = UINT32_MAX};
    return &items[list->n++];
}

static void add_range(struct conds *list, const struct rb_yaml *node, enum rb_cond_kind kind)
{
    enum rb_measure measure = kind == RB_COND_MS ? RB_MEASURE_MS : RB_MEASURE_WORDS;
    const struct rb_yaml *min = node, *max = NULL;
    struct rb_cond *cond = add_cond(list, kind);

    if (!cond)
        return;
    if (node->kind == RB_YAML_MAP) {
        min = rb_yaml_get(node, "min");
        max = rb_yaml_get(node, "max");
    }
    if (min)
        cond->min = rb_compile_measure(list->c, measure, min);
    if (max)
        cond->max = rb_compile_measure(list->c, measure, max);
    if (cond->min > cond->max)
        RB_FAIL(list->c, node, "min is more than max: it can never be so");
}

static void add_count(struct conds *list, const struct rb_yaml *what, uint32_t min, uint32_t max)
{
    struct rb_cond *cond = add_cond(list, RB_COND_COUNT);

    if (!cond)
        return;
    rb_compile_what(list->c, what, &cond->what);
    cond->min = min;
    cond->max = max;
    if (min > max)
        RB_FAIL(list->c, what, "min is more than max: it can never be so");
}

static const char *const known_names[] = {"dial_at", "measured_seconds", "formal", "final", "from",
                                          "to",      "company"};

static void add_known(struct conds *list, const struct rb_yaml *node)
{
    struct rb_cond *cond = add_cond(list, RB_COND_KNOWN);

    for (uint8_t i = 0; cond && i < sizeof known_names / sizeof known_names[0]; i++)
        if (rb_slice_is(node->text, known_names[i]))
            cond->known = i;
}

static void add_conditions(struct conds *list, const struct rb_yaml *map)
{
    const struct rb_yaml *min = rb_yaml_get(map, "min"), *max = rb_yaml_get(map, "max");

    for (const struct rb_yaml *e = map->child; e; e = e->next) {
        if (rb_slice_is(e->key, "has"))
            add_count(list, e, 1, UINT32_MAX);
        else if (rb_slice_is(e->key, "lacks"))
            add_count(list, e, 0, 0);
        else if (rb_slice_is(e->key, "count"))
            add_count(list, e, min ? rb_compile_count(list->c, min) : 0,
                      max ? rb_compile_count(list->c, max) : UINT32_MAX);
        else if (rb_slice_is(e->key, "words"))
            add_range(list, e, RB_COND_WORDS);
        else if (rb_slice_is(e->key, "seconds"))
            add_range(list, e, RB_COND_MS);
        else if (rb_slice_is(e->key, "known"))
            add_known(list, e);
    }
    (void)rb_compile_complete(list->c, map, RB_CTX_WHEN);
}

void rb_compile_conds(struct rb_compiler *c, const struct rb_yaml *node, struct rb_conds *out)
{
    struct conds list = {.c = c};

    if (node->kind == RB_YAML_MAP)
        add_conditions(&list, node);
    else
        for (const struct rb_yaml *i = node->child; i; i = i->next)
            add_conditions(&list, i);
    out->items = list.items;
    out->n = (uint32_t)list.n;
}
