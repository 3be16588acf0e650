#include "fact/builder.h"

#include <stdlib.h>

uint32_t rb_build_def(struct rb_builder *b, enum rb_def_kind kind, struct rb_slice name,
                      struct rb_place place)
{
    struct rb_making *lex = b->lex;
    size_t n = lex->n_defs - b->old.defs, n_places = n * 2, n_titles = n, n_sources = n;
    struct rb_def def = {.kind = (uint8_t)kind};
    struct rb_slice title = rb_arena_copy(&b->scratch, name);

    if (!RB_PUSH(&b->scratch, b->places, n_places, b->cap_places, place.line) ||
        !RB_PUSH(&b->scratch, b->places, n_places, b->cap_places, place.column) ||
        !RB_PUSH(&b->scratch, b->titles, n_titles, b->cap_titles, title) ||
        !RB_PUSH(&b->scratch, b->sources, n_sources, b->cap_sources, place.source) ||
        !RB_PUSH(b->arena, lex->defs, lex->n_defs, b->cap_defs, def))
        return RB_NONE;
    return (uint32_t)lex->n_defs - 1;
}

struct rb_slice rb_build_title(const struct rb_builder *b, uint32_t def)
{
    return def < b->old.defs ? rb_slice_of("", 0) : b->titles[def - b->old.defs];
}

bool rb_build_name(struct rb_builder *b, struct rb_slice name, uint32_t def)
{
    struct rb_making *lex = b->lex;
    uint32_t number = rb_vocab_add(&lex->names, name);

    if (number == 0)
        return true; /* no memory: told at the end */
    if (number < lex->n_named)
        return false;
    /* The first name has number 1. */
    if (number == 1)
        (void)RB_PUSH(b->arena, lex->named, lex->n_named, b->cap_named, RB_NONE);
    (void)RB_PUSH(b->arena, lex->named, lex->n_named, b->cap_named, def);
    return true;
}

uint32_t rb_build_find(const struct rb_builder *b, struct rb_slice name)
{
    uint32_t number = rb_vocab_find(&b->lex->names, name);

    return number && number < b->lex->n_named ? b->lex->named[number] : RB_NONE;
}

uint32_t rb_build_group(struct rb_builder *b, struct rb_slice scope, struct rb_slice written,
                        struct rb_place place, bool *fresh)
{
    struct rb_slice key = rb_build_join(b, scope, '.', written);
    uint32_t number = rb_vocab_find(&b->groups, key), def;
    size_t n;

    *fresh = !number;
    if (number)
        return b->group_defs[number - 1];
    def = rb_build_def(b, RB_DEF_SET, written, place);
    number = rb_vocab_add(&b->groups, key);
    if (def == RB_NONE || !number)
        return RB_NONE;
    n = number - 1;
    return RB_PUSH(&b->scratch, b->group_defs, n, b->cap_group_defs, def) ? def : RB_NONE;
}

struct rb_slice rb_build_join(struct rb_builder *b, struct rb_slice scope, char sign,
                              struct rb_slice name)
{
    char *p = rb_arena_alloc(&b->scratch, scope.len + 1 + name.len + 1);

    if (!p)
        return rb_slice_of("", 0);
    if (scope.len)
        memcpy(p, scope.ptr, scope.len);
    p[scope.len] = sign;
    if (name.len)
        memcpy(p + scope.len + 1, name.ptr, name.len);
    return rb_slice_of(p, scope.len + 1 + name.len);
}

struct rb_string rb_build_string(struct rb_builder *b, struct rb_slice s)
{
    struct rb_making *lex = b->lex;
    struct rb_string kept = {(uint32_t)(lex->below.n_text + lex->n_text), (uint32_t)s.len};

    while (b->cap_text - lex->n_text < s.len) {
        char *text = rb_arena_grow(b->arena, lex->text, b->cap_text, &b->cap_text, 1);

        if (!text || b->cap_text > UINT32_MAX / 4) {
            b->arena->failed = true;
            return (struct rb_string){0, 0};
        }
        lex->text = text;
    }
    if (s.len)
        memcpy(lex->text + lex->n_text, s.ptr, s.len);
    lex->n_text += s.len;
    return kept;
}

uint32_t rb_build_source(struct rb_builder *b, const char *source)
{
    if (b->source != source) {
        b->source = source;
        b->source_at = rb_build_string(b, rb_slice_of(source, strlen(source) + 1)).at;
    }
    return b->source_at;
}

void rb_build_queue(struct rb_builder *b, const struct rb_pending *pending)
{
    (void)RB_PUSH(&b->scratch, b->queue, b->n_queue, b->cap_queue, *pending);
}

void rb_build_word(struct rb_builder *b, uint32_t def, struct rb_slice word)
{
    struct rb_pair pair = {rb_vocab_add(&b->lex->vocab, word), def};

    (void)RB_PUSH(&b->scratch, b->words, b->n_words, b->cap_pairs, pair);
}

uint32_t rb_build_ref(struct rb_builder *b, uint32_t value)
{
    (void)RB_PUSH(b->arena, b->lex->refs, b->lex->n_refs, b->cap_refs, value);
    return rb_build_refs(b->lex) - 1;
}

void rb_build_append(struct rb_builder *b, uint32_t *first, uint32_t *n, uint32_t value)
{
    uint32_t at = *first, moved = rb_build_refs(b->lex);

    if (rb_arena_failed(b->arena))
        return; /* what is counted may not be there */
    if (*n == 0)
        *first = moved;
    else if (at + *n != moved)
        for (uint32_t i = 0; i < *n; i++) {
            uint32_t ref = rb_build_ref(b, rb_build_ref_at(b->lex, at + i));

            *first = i == 0 ? ref : *first;
        }
    (void)rb_build_ref(b, value);
    ++*n;
}

uint16_t rb_build_count(struct rb_builder *b, size_t n)
{
    if (n > UINT16_MAX)
        rb_errors_add(b->errs, RINGBACK_ERR_LIMIT, (struct rb_place){0},
                      "more than %d sets hold the same word or set", UINT16_MAX);
    return (uint16_t)n;
}

/* The program's own classes, first and in the order of enum rb_class. */
static void classes(struct rb_builder *b)
{
    static const char *const names[] = {"Number", "Cap",   "Name", "Org", "Proper",     "Email",
                                        "Url",    "Phone", "Ing",  "Ed",  "Placeholder"};
    static const char *const holes[] = {
        "phone",   "company", "other_company", "caller", "prospect", "referrer",
        "title",   "email",   "url",           "date",   "time",     "money",
        "percent", "place",   "product",       "result", "other"};
    const struct rb_place nowhere = {"", 0, 0};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct rb_slice name = rb_slice_str(names[i]);

        (void)rb_build_name(b, name, rb_build_def(b, RB_DEF_CLASS, name, nowhere));
    }
    for (size_t i = 0; i < sizeof holes / sizeof holes[0]; i++) {
        char text[32] = "Placeholder:";
        struct rb_slice name;

        memcpy(text + 12, holes[i], strlen(holes[i]) + 1);
        name = rb_slice_str(text);
        (void)rb_build_name(b, name, rb_build_def(b, RB_DEF_CLASS, name, nowhere));
    }
}

/* An empty lexicon. */
static void begin(struct rb_builder *b)
{
    struct rb_making *lex = b->lex;

    rb_vocab_init(&lex->vocab, b->arena);
    rb_vocab_init(&lex->names, b->arena);
    lex->clause_def = RB_NONE;
    /* Index 0 of the blocks is "no conditions". */
    (void)RB_PUSH(b->arena, lex->blocks, lex->n_blocks, b->cap_blocks, ((struct rb_block){0}));
    classes(b);
}

/* A copy of a constant one. */
static void begin_with(struct rb_builder *b, const struct rb_lexicon *old)
{
    struct rb_making *lex = b->lex;

    rb_vocab_on_top(&lex->vocab, b->arena, &old->vocab);
    rb_vocab_on_top(&lex->names, b->arena, &old->names);
#define TABLE(type, name)                                                                          \
    lex->n_##name = old->n_##name;                                                                 \
    lex->name = rb_arena_copy_array(b->arena, old->name, old->n_##name, &b->cap_##name,            \
                                    sizeof(*lex->name));
    RB_LEXICON_COMPILED(TABLE)
#undef TABLE
    lex->below = (struct rb_below){.text = old->text,
                                   .written = old->written,
                                   .phrases = old->phrases,
                                   .elements = old->elements,
                                   .weights = old->weights,
                                   .refs = old->below.refs,
                                   .n_text = old->n_text,
                                   .n_written = old->n_written,
                                   .n_phrases = old->n_phrases,
                                   .n_elements = old->n_elements,
                                   .n_refs = old->below.n_refs};
    b->unfit |= old->n_refs > 0;
    lex->clause_def = old->clause_def;
    b->old = (struct rb_old){old->n_defs, old->n_facts, old->n_words};
}

/* All but the links between definitions. */
static void build(struct rb_builder *b, const struct rb_lexicon_source *source)
{
    struct rb_making *lex = b->lex;

    rb_build_collect(b, source);
    for (size_t i = 0; i < b->n_queue && !rb_arena_failed(&b->scratch); i++) {
        struct rb_pending pending = b->queue[i];

        rb_build_phrase(b, &pending);
    }
#define RESERVED(name, help) lex->name = rb_build_find(b, rb_slice_str(#name));
#include "fact/reserved.def"
#undef RESERVED
}

/* The tables, as they are from now on. */
static void finish(const struct rb_making *making, struct rb_lexicon *lex)
{
    lex->vocab = rb_vocab_glossary(&making->vocab);
    lex->names = rb_vocab_glossary(&making->names);
    lex->below = making->below;
    lex->clause_def = making->clause_def;
#define TABLE(type, name)                                                                          \
    lex->name = making->name;                                                                      \
    lex->n_##name = making->n_##name;
    RB_LEXICON_TABLES(TABLE)
#undef TABLE
#define RESERVED(name, help) lex->name = making->name;
#include "fact/reserved.def"
#undef RESERVED
}

/* Patterns, not yet compiled. */
static bool add_patterns(struct rb_lexicon *lex)
{
    lex->patterns = calloc(lex->n_shapes + 1, sizeof *lex->patterns);
    for (size_t i = 0; lex->patterns && i < lex->n_shapes; i++)
        lex->patterns[i].text = lex->shapes[i].text;
    return lex->patterns != NULL;
}

static struct rb_lexicon *make(const struct rb_lexicon *old, const struct rb_lexicon_source *source,
                               struct rb_errors *errs)
{
    struct rb_lexicon *lex = calloc(1, sizeof *lex);
    struct rb_making making = {0};
    struct rb_builder b = {.lex = &making, .errs = errs};
    uint32_t errors_before = errs->count;
    bool failed = true;

    if (!lex || !(lex->arena = calloc(1, sizeof *lex->arena))) {
        free(lex);
        return NULL;
    }
    rb_arena_init(lex->arena);
    rb_arena_init(&b.scratch);
    b.arena = lex->arena;
    rb_vocab_init(&b.groups, &b.scratch);
    if (old)
        begin_with(&b, old);
    else
        begin(&b);
    if (!rb_arena_failed(b.arena))
        build(&b, source);
    if (b.errs->count == errors_before && !rb_arena_failed(&b.scratch) && !rb_arena_failed(b.arena))
        rb_build_link(&b);
    rb_build_more(&b);
    finish(&making, lex);
    failed = rb_arena_failed(&b.scratch) || rb_arena_failed(b.arena) || b.unfit ||
             errs->count != errors_before || !add_patterns(lex);
    rb_arena_free(&b.scratch);
    if (failed) {
        rb_lexicon_free(lex);
        return NULL;
    }
    return lex;
}

struct rb_lexicon *rb_lexicon_new(const struct rb_lexicon_source *source, struct rb_errors *errs)
{
    return make(NULL, source, errs);
}

struct rb_lexicon *rb_lexicon_extend(const struct rb_lexicon *old,
                                     const struct rb_lexicon_source *more, struct rb_errors *errs)
{
    return make(old, more, errs);
}

struct rb_lexicon *rb_lexicon_thaw(const struct rb_lexicon *frozen)
{
    struct rb_lexicon *lex = malloc(sizeof *lex);

    if (!lex)
        return NULL;
    *lex = *frozen;
    if (!add_patterns(lex)) {
        free(lex);
        return NULL;
    }
    return lex;
}

void rb_lexicon_free(struct rb_lexicon *lex)
{
    if (!lex)
        return;
    for (size_t i = 0; lex->patterns && i < lex->n_shapes; i++)
        rb_lazy_free(&lex->patterns[i]);
    free(lex->patterns);
    if (lex->arena)
        rb_arena_free(lex->arena);
    free(lex->arena);
    free(lex);
}
