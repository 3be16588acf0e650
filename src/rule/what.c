/* What a rule looks at: facts, values of facts, phrases of the rule's own. */
#include <stdio.h>

#include "rule/compile.h"
#include "rule/words.h"

enum { MOST_TERMS = 200, MOST_VALUES = 1000 };

struct rb_place rb_place_of(const struct rb_compiler *c, const struct rb_yaml *node)
{
    return (struct rb_place){c->rules->sources[node->mark & RB_MARK_FILE], node->line,
                             node->column};
}

uint32_t rb_compile_fact_number(const struct rb_compiler *c, struct rb_slice name)
{
    if (c->extends)
        return (uint32_t)(rb_lexicon_find(c->rules->lexicon, name) + 1);
    return rb_vocab_find(&c->rules->facts.names, name);
}

uint16_t rb_compile_fact(struct rb_compiler *c, const struct rb_yaml *node, struct rb_slice name)
{
    uint32_t number = rb_compile_fact_number(c, name);
    struct rb_hint hint;

    if (number)
        return (uint16_t)(number - 1);
    RB_FAIL(c, node, "there is no fact \"%.*s\"%s", rb_quoted(name), name.ptr,
            rb_hint_or_all(&hint, name, c->fact_names, c->n_fact_names));
    return RB_NO_FACT;
}

struct rb_slice rb_hidden_name(struct rb_arena *arena, const struct rb_yaml *node,
                               const char *source)
{
    char place[32];
    size_t n = strlen(source);
    int len = snprintf(place, sizeof place, ":%u:%u", (unsigned)node->line, (unsigned)node->column);
    char *name = rb_arena_alloc(arena, n + sizeof place);

    if (!name || len < 0)
        return rb_slice_of("", 0);
    memcpy(name, source, n);
    memcpy(name + n, place, (size_t)len);
    return rb_slice_of(name, n + (size_t)len);
}

uint32_t rb_compile_words(struct rb_compiler *c, const struct rb_yaml *node,
                          const struct rb_slice **out)
{
    uint32_t n = node->kind == RB_YAML_LIST ? node->n_children : 1, at = 0;
    struct rb_slice *words = rb_arena_array(c->arena, n, sizeof *words);

    *out = words;
    if (!words)
        return 0;
    if (node->kind == RB_YAML_SCALAR)
        words[at++] = node->text;
    for (const struct rb_yaml *i = node->child; i && at < n; i = i->next)
        words[at++] = i->text;
    return at;
}

/* Names that a fact's values can have, as its tree gives them: for hints. */
static size_t value_names(const struct rb_yaml *fact, struct rb_slice *out, size_t most)
{
    const struct rb_yaml *phrases = fact ? rb_yaml_get(fact, "phrases") : NULL;
    size_t n = 0;

    if (phrases && phrases->kind == RB_YAML_MAP)
        for (const struct rb_yaml *g = phrases->child; g && n < most; g = g->next)
            out[n++] = g->key;
    return n;
}

void rb_compile_value(struct rb_compiler *c, const struct rb_yaml *node, const struct rb_what *what)
{
    struct rb_slice known[64], value = node->text;
    struct rb_hint hint;
    size_t n = 0, most = sizeof known / sizeof known[0];

    if (!c->rules->lexicon || what->n_terms == 0)
        return;
    for (uint32_t i = 0; i < what->n_terms; i++) {
        uint16_t fact = what->terms[i].fact;

        if (rb_lexicon_has_value(c->rules->lexicon, fact, value))
            return;
        if (fact < c->rules->facts.n)
            n += value_names(c->rules->facts.items[fact].node, known + n, most - n);
    }
    RB_FAIL(c, node, "no \"%.*s\" has the value \"%.*s\"%s",
            (int)rb_lexicon_name(c->rules->lexicon, what->terms[0].fact).len,
            rb_lexicon_name(c->rules->lexicon, what->terms[0].fact).ptr, rb_quoted(value),
            value.ptr, rb_hint_or_all(&hint, value, known, n));
}

/* The values of a fact, each of which it must be able to have. */
static void compile_values(struct rb_compiler *c, const struct rb_yaml *node, struct rb_term *term)
{
    const struct rb_what what = {.terms = term, .n_terms = term->fact != RB_NO_FACT};
    const struct rb_slice *values;
    uint32_t n = rb_compile_words(c, node, &values);

    if (n > MOST_VALUES) {
        RB_FAIL(c, node, "more than %d values", (int)MOST_VALUES);
        return;
    }
    if (node->kind == RB_YAML_SCALAR)
        rb_compile_value(c, node, &what);
    for (const struct rb_yaml *i = node->child; i; i = i->next)
        rb_compile_value(c, i, &what);
    term->values = values;
    term->n_values = (uint16_t)n;
}

/* One item: a fact's name, {fact: …, value: …} or {phrases: …}. */
static struct rb_term compile_term(struct rb_compiler *c, const struct rb_yaml *node)
{
    struct rb_term term = {.fact = RB_NO_FACT};
    const struct rb_yaml *fact, *value, *phrases;

    if (node->kind == RB_YAML_SCALAR) {
        term.fact = rb_compile_fact(c, node, node->text);
        return term;
    }
    fact = rb_yaml_get(node, "fact");
    value = rb_yaml_get(node, "value");
    phrases = rb_yaml_get(node, "phrases");
    if (!rb_compile_complete(c, node, RB_CTX_WHAT))
        return term;
    if (fact) {
        term.fact = rb_compile_fact(c, fact, fact->text);
        if (value)
            compile_values(c, value, &term);
    } else if (phrases) {
        struct rb_slice name =
            rb_hidden_name(c->arena, node, c->rules->sources[node->mark & RB_MARK_FILE]);
        uint32_t number = rb_vocab_find(&c->hidden, name);

        if (number)
            term.fact = (uint16_t)(c->first_hidden + number - 1);
    }
    return term;
}

/* The values of two terms of one fact in one: no values on either side are all values. */
static void unite(struct rb_compiler *c, struct rb_term *into, const struct rb_term *more)
{
    uint32_t n = (uint32_t)into->n_values + more->n_values;
    struct rb_slice *values;

    if (!into->n_values || !more->n_values) {
        into->n_values = 0;
        return;
    }
    values = n <= MOST_VALUES ? rb_arena_array(c->arena, n, sizeof *values) : NULL;
    if (!values)
        return;
    memcpy(values, into->values, into->n_values * sizeof *values);
    memcpy(values + into->n_values, more->values, more->n_values * sizeof *values);
    into->values = values;
    into->n_values = (uint16_t)n;
}

void rb_compile_what(struct rb_compiler *c, const struct rb_yaml *node, struct rb_what *out)
{
    bool list = node->kind == RB_YAML_LIST;
    const struct rb_yaml *item = list ? node->child : node;
    uint32_t room = list ? node->n_children : 1;
    struct rb_term *terms;
    uint8_t *of_fact = rb_arena_array(c->arena, c->n_facts, 1);

    *out = (struct rb_what){0};
    if (room > MOST_TERMS) {
        RB_FAIL(c, node, "more than %d facts", (int)MOST_TERMS);
        return;
    }
    terms = rb_arena_array(c->arena, room, sizeof *terms);
    if (!terms || !of_fact)
        return;
    for (; item; item = list ? item->next : NULL) {
        struct rb_term term = compile_term(c, item);

        if (term.fact == RB_NO_FACT || term.fact >= c->n_facts)
            continue;
        if (of_fact[term.fact]) {
            unite(c, &terms[of_fact[term.fact] - 1], &term);
            continue;
        }
        terms[out->n_terms++] = term;
        of_fact[term.fact] = (uint8_t)out->n_terms;
    }
    out->terms = terms;
    out->of_fact = of_fact;
    out->n_facts = c->n_facts;
}
