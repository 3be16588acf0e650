/* The compiled lexicon: flat arrays that refer to each other by index, read-only once made.
 * Floor-private. */
#ifndef FACT_COMPILED_H
#define FACT_COMPILED_H

#include "fact/lexicon.h"
#include "fact/vocab.h"

enum rb_op {
    RB_OP_WORD,  /* id: a word */
    RB_OP_SET,   /* id: a definition, by its single words or its marks in the draft */
    RB_OP_ANY,   /* any word */
    RB_OP_GAP,   /* id: so many words at most, shortest first */
    RB_OP_EDGE,  /* an edge between clauses; no width */
    RB_OP_FIRST, /* the sentence begins here */
    RB_OP_LAST,  /* the sentence ends here */
    RB_OP_NOT,   /* id: a definition that must not stand here */
    RB_OP_START, /* the fact starts / ends here */
    RB_OP_END
};

enum rb_element_flags {
    RB_EL_OPTIONAL = 1,
    RB_EL_REPEAT = 2,    /* one or more times */
    RB_EL_CROSS = 4,     /* a gap that may cross commas */
    RB_EL_VALUE = 8,     /* what it matches is the value */
    RB_EL_OR_EDGE = 16,  /* an edge will do instead */
    RB_EL_OR_LAST = 32,  /* so will the sentence's end */
    RB_EL_OR_FIRST = 64, /* its start */
    RB_EL_OR_ANY = 128,  /* any one word */
    RB_EL_SKIPPABLE = RB_EL_OPTIONAL | RB_EL_OR_EDGE | RB_EL_OR_LAST | RB_EL_OR_FIRST,
    RB_EL_VAGUE = RB_EL_SKIPPABLE | RB_EL_OR_ANY /* no help in finding a phrase */
};

/* These and what follows are read all over for each draft: they are as small as they can be. */
struct rb_element {
    uint32_t op : 4, flags : 8, id : 20;
};

enum { RB_MOST_IDS = 1 << 20 };

enum { RB_NEEDS = 2 };

enum rb_phrase_flags {
    RB_PHRASE_TO_CLAUSE_END = 1,
    RB_PHRASE_TO_SENTENCE_END = 2,
    RB_PHRASE_FROM_CLAUSE_START = 4,
    RB_PHRASE_MARKED = 8,  /* has a / */
    RB_PHRASE_STEADY = 16, /* its sentence alone decides where it matches: no fact does */
    RB_PHRASE_PLAIN = 32,  /* a word or a set each, one behind the other, and nothing else */
    RB_PHRASE_STRETCHED =
        RB_PHRASE_TO_CLAUSE_END | RB_PHRASE_TO_SENTENCE_END | RB_PHRASE_FROM_CLAUSE_START
};

struct rb_phrase {
    uint32_t element;    /* its first, into elements */
    uint32_t def;        /* whose phrase it is */
    uint32_t block;      /* its conditions and value, into blocks; 0: none */
    uint16_t before_max; /* words that may stand before the anchor, at most */
    uint8_t n_elements;
    uint8_t flags;
    uint8_t anchor; /* the element by which it is found */
    uint8_t head;   /* the first element that takes a word, if every match begins with it; else
                       n_elements */
    uint8_t
        needs[RB_NEEDS]; /* the rarest others that every match has, words first; n_elements: none */
};

/* Bytes of the lexicon's text. */
struct rb_string {
    uint32_t at, len;
};

/* A phrase as it was written, and where. */
struct rb_written {
    struct rb_string text;
    uint32_t source; /* the file's name: in the lexicon's text, with a NUL behind it */
    uint32_t line, column;
};

/* What a lexicon shares with the one on which it was built: it has no copy of these, and what is
 * its own is numbered on from there. The refs of a constant lexicon, which are short, lie here too.
 */
struct rb_below {
    const char *text;
    const struct rb_written *written;
    const struct rb_phrase *phrases;
    const struct rb_element *elements;
    const uint32_t *weights;
    const uint16_t *refs;
    size_t n_text, n_written, n_phrases, n_elements, n_refs;
};

static inline uint32_t rb_ref_of(const struct rb_below *below, const uint32_t *refs, uint32_t at)
{
    return at < below->n_refs ? below->refs[at] : refs[at - below->n_refs];
}

static inline const char *rb_text_at(const struct rb_below *below, const char *text, uint32_t at)
{
    return at < below->n_text ? below->text + at : text + (at - below->n_text);
}

static inline struct rb_slice rb_string_of(const struct rb_below *below, const char *text,
                                           struct rb_string s)
{
    return rb_slice_of(rb_text_at(below, text, s.at), s.len);
}

/* Conditions of a block of phrases. */
struct rb_block {
    struct rb_slice value;                    /* the group's name; empty: none */
    uint32_t near, n_near;                    /* fact definitions, into refs */
    uint32_t first_sentences, last_sentences; /* 0: anywhere */
    bool weak;
    bool alone; /* counts only when the fact has no other match */
};

enum rb_def_kind { RB_DEF_CLASS, RB_DEF_SET, RB_DEF_FACT, RB_DEF_VALUE, RB_DEF_HELPER };

/* A set, a fact, a class, a cue, a veto list: whatever phrases can refer to. */
struct rb_def {
    uint32_t phrase, n_phrases;   /* into phrases, which are in the order of running */
    uint32_t trigger, n_triggers; /* phrases to try where it is marked, into refs */
    uint32_t word;                /* its single words, in order, if they are few, into refs */
    uint32_t included;            /* definitions that contain this one whole, into refs, and those
                                     that contain them */
    uint32_t holds;               /* those that this one so contains, likewise */
    uint32_t name;                /* of a value, among the names: "outcome:gain" */
    uint16_t n_included, n_holds;
    uint16_t fact; /* RB_DEF_FACT, RB_DEF_VALUE: which fact */
    uint8_t n_words;
    uint8_t kind;
    uint8_t widest; /* words that a member may span, at most */
    bool varies;    /* some of its places depend on facts */
};

/* A set of so few words is looked for by them; one of more is noted with each of its words. */
enum { RB_FEW_WORDS = 32 };

enum rb_cue_scope { RB_CUE_CLAUSE, RB_CUE_SENTENCE, RB_CUE_BEFORE, RB_CUE_AFTER, RB_CUE_DRAFT };

struct rb_cue {
    struct rb_slice name;
    uint32_t def;
    int16_t points;
    uint8_t scope;
    struct rb_place place;
    uint32_t first_sentences, last_sentences; /* where it may stand; 0: anywhere */
};

enum { RB_AGAIN_WHOLE = 1, RB_AGAIN_FIRST = 2, RB_AGAIN_LAST = 4 };

struct rb_shape {
    struct rb_slice text; /* as it was written */
    struct rb_place place;
    uint32_t fact_group, value_group; /* 0: the whole match, none */
    uint32_t block;
    char needs[2]; /* see rb_pattern_needs */
};

struct rb_fact_def {
    struct rb_slice name;
    bool hidden, phone, join;
    bool unnamed; /* a rule's own phrases */
    uint8_t compare, again;
    uint32_t def;
    uint32_t veto;             /* definition of the `not` list; UINT32_MAX: none */
    uint32_t yields, n_yields; /* facts, into refs */
    uint32_t unlike, n_unlike; /* likewise */
    uint32_t values, n_values; /* definitions of its values, into refs */
    uint32_t shape, n_shapes;
    uint32_t cue, n_cues;
    int32_t at_least;
    uint32_t rivals, n_rivals; /* facts, into refs */
};

/* For each word: the definitions that hold it as a single word, but for those of a few words, which
 * list them (first the n_marked that are marked wherever one of their words stands, then the other
 * n_noted, each in their order), and the phrases to try where it stands. */
struct rb_word {
    uint64_t mask; /* bit (definition mod 64) of each that holds it: most questions end here */
    uint32_t sets; /* into refs */
    uint16_t n_marked, n_noted;
    uint32_t triggers, n_triggers; /* into refs */
};

/* A word whose forms are given. */
struct rb_irregular {
    uint32_t word;
    uint32_t form, n_forms; /* into forms */
};

/* TABLE(type, name): what refers to an item of another table does so by its number. */
#define RB_LEXICON_TABLES(TABLE)                                                                   \
    RB_LEXICON_SHARED(TABLE)                                                                       \
    RB_LEXICON_COMPILED(TABLE)                                                                     \
    TABLE(uint32_t, refs)

/* Of a lexicon that is built on another one, those behind its: see rb_below. */
#define RB_LEXICON_SHARED(TABLE)                                                                   \
    TABLE(char, text)                                                                              \
    TABLE(struct rb_written, written) /* by phrase */                                              \
    TABLE(struct rb_element, elements)                                                             \
    TABLE(struct rb_phrase, phrases)                                                               \
    TABLE(uint32_t, order)   /* definitions in the order of running */                             \
    TABLE(uint32_t, weights) /* by definition: how often one of its words is met */

#define RB_LEXICON_COMPILED(TABLE)                                                                 \
    TABLE(struct rb_block, blocks)                                                                 \
    TABLE(struct rb_def, defs)                                                                     \
    TABLE(uint32_t, stops) /* those after whose phrases there is more to do: facts, clause_def */  \
    TABLE(uint32_t, varying) /* phrases that are not steady */                                     \
    TABLE(struct rb_fact_def, facts)                                                               \
    TABLE(struct rb_cue, cues)                                                                     \
    TABLE(struct rb_shape, shapes)                                                                 \
    TABLE(struct rb_word, words)                                                                   \
    TABLE(uint32_t, named) /* by name: its definition */                                           \
    TABLE(struct rb_irregular, irregular)                                                          \
    TABLE(struct rb_string, forms)

struct rb_lexicon {
    struct rb_glossary vocab;
    struct rb_glossary
        names; /* "outcome", "outcome:gain", "outcome.target": for those who add to it */
#define TABLE(type, name)                                                                          \
    const type *name;                                                                              \
    size_t n_##name;
    RB_LEXICON_TABLES(TABLE)
#undef TABLE
    struct rb_below below;
    uint32_t clause_def; /* where clauses begin; UINT32_MAX: none */
    /* Sets that the program reads; UINT32_MAX: not defined. */
#define RESERVED(name, help) uint32_t name;
#include "fact/reserved.def"
#undef RESERVED
    struct rb_lazy *patterns; /* of the shapes */
    struct rb_arena *arena;   /* in which all of it lies, if it is not a constant */
};

static inline const struct rb_written *rb_written_of(const struct rb_lexicon *lex, size_t phrase)
{
    return phrase < lex->below.n_written ? &lex->below.written[phrase]
                                         : &lex->written[phrase - lex->below.n_written];
}

static inline size_t rb_n_phrases(const struct rb_lexicon *lex)
{
    return lex->below.n_phrases + lex->n_phrases;
}

static inline const struct rb_phrase *rb_phrase_at(const struct rb_lexicon *lex, size_t number)
{
    return number < lex->below.n_phrases ? &lex->below.phrases[number]
                                         : &lex->phrases[number - lex->below.n_phrases];
}

static inline const struct rb_element *rb_elements_of(const struct rb_lexicon *lex,
                                                      const struct rb_phrase *phrase)
{
    return phrase->element < lex->below.n_elements
               ? &lex->below.elements[phrase->element]
               : &lex->elements[phrase->element - lex->below.n_elements];
}

static inline struct rb_slice rb_phrase_text(const struct rb_lexicon *lex, uint32_t phrase)
{
    return rb_string_of(&lex->below, lex->text, rb_written_of(lex, phrase)->text);
}

/* Definitions of the program's own classes stand first, in this order. */
enum rb_class {
    RB_CLASS_NUMBER,
    RB_CLASS_CAP,
    RB_CLASS_NAME,
    RB_CLASS_ORG,
    RB_CLASS_PROPER,
    RB_CLASS_EMAIL,
    RB_CLASS_URL,
    RB_CLASS_PHONE,
    RB_CLASS_ING,
    RB_CLASS_ED,
    RB_CLASS_PLACEHOLDER, /* then one for each enum rb_placeholder from RB_HOLE_PHONE on */
    RB_CLASS_COUNT = RB_CLASS_PLACEHOLDER + RB_HOLE_OTHER + 1
};

static inline uint32_t rb_ref(const struct rb_lexicon *lex, uint32_t at)
{
    return rb_ref_of(&lex->below, lex->refs, at);
}

/* Is it among n refs, which are in order? */
static inline bool rb_ref_among(const struct rb_lexicon *lex, uint32_t first, uint32_t n,
                                uint32_t id)
{
    uint32_t low = 0;

    for (uint32_t high = n; low < high;) {
        uint32_t middle = low + (high - low) / 2;

        if (rb_ref(lex, first + middle) < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < n && rb_ref(lex, first + low) == id;
}

/* Does the definition hold this word as a single word? "at" and "five" are in hundreds of them. */
static inline bool rb_word_in(const struct rb_lexicon *lex, uint32_t word, uint32_t def)
{
    const struct rb_word *w = &lex->words[word];
    const struct rb_def *d = &lex->defs[def];

    if (!(w->mask >> (def % 64) & 1))
        return false;
    if (d->n_words)
        return rb_ref_among(lex, d->word, d->n_words, word);
    return rb_ref_among(lex, w->sets, w->n_marked, def) ||
           rb_ref_among(lex, w->sets + w->n_marked, w->n_noted, def);
}

#endif
