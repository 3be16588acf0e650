/* The lexicon while it is being compiled. Floor-private.
 *
 * Every phrase goes through one queue: a set's members, a fact's phrases, vetoes, cues, and the
 * alternatives of a group, which are a set without a name. That keeps the parser flat, however deep
 * groups nest. */
#ifndef FACT_BUILDER_H
#define FACT_BUILDER_H

#include "fact/compiled.h"

/* A phrase that waits to be parsed. */
struct rb_pending {
    struct rb_slice text;
    struct rb_slice scope; /* the fact whose own sets are seen; empty: none */
    uint32_t def, block;
    const char *source;
    uint32_t line, column;
    uint32_t depth; /* of groups around it */
};

/* A single word of a definition, or a definition held whole by another. */
struct rb_pair {
    uint32_t inner, outer;
};

/* The lexicon's tables while they grow. */
struct rb_making {
    struct rb_vocab vocab, names;
#define TABLE(type, name)                                                                          \
    type *name;                                                                                    \
    size_t n_##name;
    RB_LEXICON_TABLES(TABLE)
#undef TABLE
    struct rb_below below;
    uint32_t clause_def;
#define RESERVED(name, help) uint32_t name;
#include "fact/reserved.def"
#undef RESERVED
};

struct rb_builder {
    struct rb_making *lex;
    struct rb_arena *arena; /* the lexicon's: what stays */
    struct rb_arena scratch;
    struct rb_errors *errs;
    /* How many there were of each when the building began: it goes on from a lexicon that is
     * finished, whose definitions stay as they are but for what new ones are made of them. */
    struct rb_old {
        size_t defs, facts, words;
    } old;
    bool unfit;              /* a new fact changes an old one: that cannot be built on top */
    struct rb_vocab groups;  /* "(a|b)", "call~" */
    uint32_t *group_defs;    /* by number: its definition */
    struct rb_slice *titles; /* names of new definitions, for messages */
    uint32_t *irregular_of;  /* by word number: index in irregular + 1; 0: none */
    struct rb_pending *queue;
    struct rb_pair *words;    /* inner: a word; outer: the definition that holds it */
    struct rb_pair *includes; /* definitions */
    struct rb_pair *more;     /* words to add to old definitions */
    uint32_t *places;         /* by definition: line, column of its name, for errors */
    const char **sources;
    size_t n_queue, n_words, n_includes, n_more;
    const char *source; /* the file's name that was last kept, and where it was */
    uint32_t source_at;
#define TABLE(type, name) size_t cap_##name;
    RB_LEXICON_TABLES(TABLE)
#undef TABLE
    size_t cap_queue, cap_pairs, cap_includes, cap_more, cap_group_defs, cap_irregular_of,
        cap_places, cap_titles, cap_sources;
};

/* An array with room for one more of its items; as it was without memory, so that those which are
 * counted stay there. */
static inline void *rb_build_room(struct rb_arena *a, void *items, size_t n, size_t *cap,
                                  size_t size)
{
    void *wider = rb_arena_grow(a, items, n, cap, size);

    return wider ? wider : items;
}

/* Appends to a growing array of the lexicon or the builder; false (sticky in the arena) without
 * memory. */
#define RB_PUSH(arena_, items_, count_, cap_, value_)                                              \
    ((count_) < (cap_) ||                                                                          \
             ((items_) = rb_build_room((arena_), (items_), (count_), &(cap_), sizeof *(items_)),   \
              (count_) < (cap_))                                                                   \
         ? ((void)((items_)[(count_)] = (value_)), (count_)++, true)                               \
         : false)

/* ---- builder.c: names and definitions ---- */

#define RB_NONE UINT32_MAX

/* A new definition; RB_NONE without memory. */
uint32_t rb_build_def(struct rb_builder *, enum rb_def_kind, struct rb_slice name, struct rb_place);
/* Gives a definition its name; false: the name is taken. */
bool rb_build_name(struct rb_builder *, struct rb_slice name, uint32_t def);
uint32_t rb_build_find(const struct rb_builder *, struct rb_slice name);
/* The set without a name that a group or a word with ~ is, under what it is written as; *fresh: it
 * is new. RB_NONE without memory. */
uint32_t rb_build_group(struct rb_builder *, struct rb_slice scope, struct rb_slice written,
                        struct rb_place, bool *fresh);
/* Two names with a sign between them, in scratch: a fact's own set is "fact.set", a value
 * "fact:value". */
struct rb_slice rb_build_join(struct rb_builder *, struct rb_slice scope, char sign,
                              struct rb_slice name);
/* Keeps bytes in the lexicon's text. */
struct rb_string rb_build_string(struct rb_builder *, struct rb_slice);
/* Likewise the name of a file, with a NUL behind it: where it begins. */
uint32_t rb_build_source(struct rb_builder *, const char *);
/* The name of a new definition; empty for an old one. */
struct rb_slice rb_build_title(const struct rb_builder *, uint32_t def);
void rb_build_queue(struct rb_builder *, const struct rb_pending *);
void rb_build_word(struct rb_builder *, uint32_t def, struct rb_slice word);
uint32_t rb_build_ref(struct rb_builder *, uint32_t value); /* its index in refs */
/* What is counted in 16 bits; more is an error. */
uint16_t rb_build_count(struct rb_builder *, size_t n);
/* Where the next ref will be, and a ref. */
static inline uint32_t rb_build_refs(const struct rb_making *lex)
{
    return (uint32_t)(lex->below.n_refs + lex->n_refs);
}
static inline uint32_t rb_build_ref_at(const struct rb_making *lex, uint32_t at)
{
    return rb_ref_of(&lex->below, lex->refs, at);
}
/* Adds to a list in refs, which moves to their end unless it stands there. */
void rb_build_append(struct rb_builder *, uint32_t *first, uint32_t *n, uint32_t value);

/* Of a new phrase. */
static inline const struct rb_element *rb_build_elements(const struct rb_making *lex,
                                                         const struct rb_phrase *phrase)
{
    return &lex->elements[phrase->element - lex->below.n_elements];
}
/* The phrases of a new definition that has some. */
static inline const struct rb_phrase *rb_build_phrases(const struct rb_making *lex,
                                                       const struct rb_def *def)
{
    return &lex->phrases[def->phrase - lex->below.n_phrases];
}

/* ---- parse.c: one phrase ---- */
void rb_build_phrase(struct rb_builder *, const struct rb_pending *);

/* ---- inflect.c: all forms of a word into a definition ---- */
void rb_build_inflected(struct rb_builder *, uint32_t def, struct rb_slice word);

/* ---- collect.c: the rule files' nodes into definitions and the queue ---- */
void rb_build_collect(struct rb_builder *, const struct rb_lexicon_source *);

/* ---- link.c: order, containment, width ---- */
void rb_build_link(struct rb_builder *);
/* ---- more.c: words for old definitions, when all is linked ---- */
void rb_build_more(struct rb_builder *);
/* Sorts pairs by inner, then outer (or by outer, then inner), in time linear in all four: every
 * inner is below n_inner, every outer below n_outer. Without memory they stay as they are. */
void rb_pairs_by_inner(struct rb_builder *, struct rb_pair *, size_t n, size_t n_inner,
                       size_t n_outer);
void rb_pairs_by_outer(struct rb_builder *, struct rb_pair *, size_t n, size_t n_inner,
                       size_t n_outer);
/* Pairs the words of an old definition with a definition. */
void rb_build_old_words(struct rb_builder *, uint32_t from, uint32_t outer);
/* Words that an element may span, at most. */
uint32_t rb_build_widest(const struct rb_making *, const struct rb_element *);

/* ---- enclose.c: what contains what, in the order of calling ---- */
void rb_build_inclusions(struct rb_builder *);
void rb_build_close_words(struct rb_builder *);
void rb_build_close_inclusions(struct rb_builder *);

/* ---- anchor.c: word lists, and by which words phrases are found ---- */
void rb_build_anchors(struct rb_builder *);

#endif
