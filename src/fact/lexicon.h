/* The lexicon: what the rule files say of sets, clauses and facts, compiled once, immutable, shared
 * by threads. */
#ifndef FACT_LEXICON_H
#define FACT_LEXICON_H

#include "base/arena.h"
#include "base/error.h"
#include "base/pattern.h"
#include "base/yaml.h"
#include "fact/fact.h"
#include "fact/phone.h"
#include "text/token.h"

/* A named node of a rule file: an entry of `facts:` or `sets:`, already checked for keys and types.
 */
struct rb_entry {
    struct rb_slice name;
    const struct rb_yaml *node;
    const char *source; /* the file's name, for errors */
    bool hidden;        /* a rule's own phrases: matched, but not reported as a fact */
};

/* The compiler's input, in the order of the files. */
struct rb_lexicon_source {
    const struct rb_entry *sets, *facts, *irregular,
        *clauses; /* clauses: one entry for each file's list */
    size_t n_sets, n_facts, n_irregular, n_clauses;
    const struct rb_entry *more; /* lists for sets of the lexicon that is built on */
    size_t n_more;
};

enum rb_compare { RB_COMPARE_TEXT, RB_COMPARE_NAME, RB_COMPARE_NUMBER };

struct rb_lexicon; /* opaque */

/* Compiles; every error goes to errs with its place. NULL: errors, or no memory (then errs counts
 * none). */
struct rb_lexicon *rb_lexicon_new(const struct rb_lexicon_source *, struct rb_errors *errs);
/* A constant one with more in it: what is there stays as it is, and facts keep their numbers. NULL:
 * it cannot be made so, for whatever reason, and has to be compiled as a whole. */
struct rb_lexicon *rb_lexicon_extend(const struct rb_lexicon *old,
                                     const struct rb_lexicon_source *more, struct rb_errors *errs);
/* One whose tables are constants. NULL: no memory. */
struct rb_lexicon *rb_lexicon_thaw(const struct rb_lexicon *frozen);
void rb_lexicon_free(struct rb_lexicon *);

/* Facts are numbered in the order of the source, hidden ones included. */
size_t rb_lexicon_facts(const struct rb_lexicon *);
struct rb_slice rb_lexicon_name(const struct rb_lexicon *, size_t fact);
bool rb_lexicon_hidden(const struct rb_lexicon *, size_t fact);
/* -1: there is none of this name. */
int rb_lexicon_find(const struct rb_lexicon *, struct rb_slice name);
/* Can the fact have this value? True for any value when its values are open (names, numbers). */
bool rb_lexicon_has_value(const struct rb_lexicon *, size_t fact, struct rb_slice value);
bool rb_lexicon_has_set(const struct rb_lexicon *, struct rb_slice name);
/* Is it a set that the program itself reads? */
bool rb_lexicon_reserved(struct rb_slice set);
enum rb_compare rb_lexicon_compare(const struct rb_lexicon *, size_t fact);

/* What decided a fact: its phrase as it was written, or its cues with their points. NULL: phrases
 * are not known. */
struct rb_slice rb_fact_reason(const struct rb_lexicon *, const struct rb_fact *);

/* Two values by a fact's way of comparing. */
enum rb_same rb_value_compare(const struct rb_lexicon *, enum rb_compare, struct rb_slice a,
                              struct rb_slice b);

/* What a thread needs to find facts: match data, tables of the draft. */
struct rb_finder;
struct rb_finder *rb_finder_new(const struct rb_lexicon *);
void rb_finder_free(struct rb_finder *);
const struct rb_lexicon *rb_finder_lexicon(const struct rb_finder *);

/* Names known beforehand (front matter, options); empty slices: not known. */
struct rb_taught {
    struct rb_slice from, to, company;
};

/* Finds all facts of a text, hidden ones included, into the arena. RINGBACK_ERR_LIMIT: a pattern
 * hit its limit, err names the fact. */
ringback_status rb_finder_run(struct rb_finder *, struct rb_arena *, const struct rb_text *,
                              const struct rb_phones *, const struct rb_taught *,
                              struct rb_facts *out, ringback_error *err);

#endif
