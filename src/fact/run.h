/* One draft while its facts are being found. Floor-private. */
#ifndef FACT_RUN_H
#define FACT_RUN_H

#include "fact/grid.h"

/* A definition found at a unit: n units long. */
struct rb_mark {
    uint32_t def;
    uint32_t unit;
    uint16_t length;
    uint32_t next_here; /* mark + 1 of the same unit; 0: last */
    uint32_t next_same; /* mark + 1 of the same definition; 0: last */
};

/* A phrase that matched. */
struct rb_hit {
    uint32_t phrase;               /* UINT32_MAX: not by a phrase */
    uint32_t block;                /* its conditions and value */
    uint32_t from, to;             /* the fact, in units, half open */
    uint32_t match_from, match_to; /* all that matched */
    uint32_t value_from, value_to; /* equal: none */
    uint32_t start, end;   /* bytes, where they are not those of the units; equal: they are */
    struct rb_slice value; /* set by a finder; else empty */
    struct rb_slice reason;
    bool dropped;
};

struct rb_hits {
    struct rb_hit *items;
    size_t count, cap;
};

/* A fact as it was marked, and the value that was marked with it. */
struct rb_tale {
    uint32_t fact, value; /* value: a definition; UINT32_MAX: none */
    uint32_t from, to;    /* units */
};

struct rb_tales {
    struct rb_tale *items;
    size_t count, cap;
};

/* Which sentences hold a definition, or stand beside one that does. */
struct rb_near {
    uint32_t def;
    uint8_t *map;
    struct rb_near *next;
};

struct rb_clause {
    uint32_t from, to; /* units */
    uint32_t sentence;
};

/* What is counted of each part; see tally.h. */
struct rb_tally {
    const struct rb_lexicon *lex;
    struct rb_arena arena;
    uint32_t *phrases, *shapes, *cues;
    uint32_t *owner; /* by definition: fact + 1 */
};

/* Whole sentences that are looked at together. */
struct rb_span {
    uint32_t unit, end_unit;
    uint32_t sentence, end_sentence;
};

struct rb_run {
    struct rb_tally *tally; /* NULL: nothing is counted */
    const struct rb_lexicon *lex;
    const struct rb_text *text;
    const struct rb_phones *phones;
    struct rb_arena *scratch; /* goes with the run */
    struct rb_arena *keep;    /* what facts keep */
    struct rb_matcher *matcher;
    struct rb_units units;
    struct rb_span now;    /* all of a draft, but for a large one */
    bool in_parts;         /* of which `now` is one: only steady phrases are looked for */
    struct rb_mark *marks; /* the grid's */
    size_t n_marks;
    uint32_t *mark_here; /* by unit: mark + 1 */
    uint64_t *active;    /* bit by phrase: what it is found by stands somewhere */
    struct rb_grid *grid;
    struct rb_large *large;   /* of a draft too large for the grid */
    bool *openers;            /* by unit: a clause begins here, whatever stands before it */
    bool *known;              /* by sentence: what its words alone decide is marked already */
    bool recalls;             /* sentences are looked up, and kept for the next time */
    struct rb_story *stories; /* by sentence: what was found in it before; see recall.h */
    struct rb_hits matched;   /* what is kept besides marks: how phrases of facts matched */
    struct rb_tales tales;    /* and which facts were marked */
    uint64_t *woken;          /* bit by definition: what waits for it is awake */
    struct rb_clause *clauses;
    size_t n_clauses, cap_clauses;
    uint32_t *clause_of;    /* by unit */
    uint32_t *clause_first; /* by sentence: its first clause; n_sentences + 1 of them */
    struct rb_hits *found;  /* by fact: what stands */
    int32_t **margins; /* by fact: by how much each clause passes its mark; NULL: not yet scored */
    struct rb_near *near; /* definitions whose sentences were asked for */
    uint64_t *told;       /* bits by hash: marks that there may be; a bit that is not set says no */
    uint32_t n_told;
    uint32_t *told_at; /* by hash: a mark + 1; 0: none */
    const struct rb_taught *taught;
    bool spoken;                /* capitals say nothing about names: dictated, or shouted */
    struct rb_lengths *lengths; /* of marks; see lengths.c */
    void *stack;                /* the matcher's, of RB_STACK entries */
    uint64_t *seen;             /* the matcher's memory of failures */
};

/* ---- run.c ---- */
bool rb_run_init(struct rb_run *);
/* Goes on to sentences, in the order of the draft. large: they are all of it, too large for the
 * grid; most is known of its parts. False: no memory. */
bool rb_run_look_at(struct rb_run *, struct rb_span, bool large);
/* Notes the words, but for those of sentences in which all is known. */
void rb_run_words(struct rb_run *);
/* Notes those of such a sentence after all, in which something is to be looked for now. */
void rb_run_words_late(struct rb_run *, uint32_t from, uint32_t to);
/* Wakes the phrases that wait for the words of sentences that are not known. */
void rb_run_wake(struct rb_run *);
/* Wakes all phrases that are not steady. */
void rb_run_wake_varying(struct rb_run *);
/* Marks the cues and vetoes that single words are. */
void rb_run_helpers(struct rb_run *);
/* Marks a definition, and wakes the phrases that wait for it. What contains it stands there too,
 * without a mark of its own. Whoever looks for either comes later: so definitions are ordered. */
void rb_mark(struct rb_run *, uint32_t def, uint32_t unit, uint32_t length);
/* The same in a sentence that is known: it wakes nothing, and is not asked whether it is new. */
void rb_mark_known(struct rb_run *, uint32_t def, uint32_t unit, uint32_t length);
/* A walk over the marks of a definition and of those that it contains; begins as {def}. */
struct rb_walk {
    uint32_t def, held, mark;
};
/* The next; NULL: no more. What is marked in two ways is met twice. */
const struct rb_mark *rb_next_mark(const struct rb_run *, struct rb_walk *);
/* Is a definition the other, or contained in it? */
bool rb_is_within(const struct rb_lexicon *, uint32_t def, uint32_t outer);
/* Do the definition's single words hold this unit? */
bool rb_unit_in(const struct rb_run *, const struct rb_unit *, uint32_t def);
/* Does the definition stand at this unit, by a single word or a mark? Asked when all of its marks
 * are there, as they are for a phrase that refers to it. */
bool rb_stands(const struct rb_run *, uint32_t unit, uint32_t def);
/* The same at any time: by the marks that are there. */
bool rb_stands_so_far(const struct rb_run *, uint32_t unit, uint32_t def);
/* The unit behind the end of a unit's clause, and the first of it. */
uint32_t rb_clause_end(const struct rb_run *, uint32_t unit);
uint32_t rb_clause_start(const struct rb_run *, uint32_t unit);

/* ---- search.c ---- */
/* All matches of phrases [from, to), into hits (a fact's), or as marks of their definitions (hits
 * NULL). */
void rb_run_phrases(struct rb_run *, uint32_t from, uint32_t to, struct rb_hits *);

/* ---- parts.c ---- */
struct rb_recall;
/* Finds all of the span that the run looks at. */
typedef ringback_status rb_run_span(struct rb_run *, struct rb_recall *, ringback_error *);
/* Has the parts of a large draft looked at, one by one; what is found in them stays. */
ringback_status rb_run_parts(struct rb_run *, rb_run_span *, ringback_error *);

/* ---- large.c: places in a draft that is too large for the grid ---- */
bool rb_large_begin(struct rb_run *);
void rb_large_word(struct rb_run *, uint32_t word, uint32_t unit, uint32_t reading);
/* Looks for all places of an anchor; then gives them from the last to the first: *unit, at first
 * the number of units, becomes that of the next. False: no more. */
void rb_large_places(struct rb_run *, const struct rb_element *);
bool rb_large_before(const struct rb_run *, uint32_t *unit);

/* ---- edges.c: what stands before a unit of a sentence, or at its end; soft units aside ---- */
bool rb_at_edge(const struct rb_run *, uint32_t sentence, uint32_t unit);
bool rb_at_end(const struct rb_run *, uint32_t sentence, uint32_t unit);
bool rb_at_start(const struct rb_run *, uint32_t sentence, uint32_t unit);

/* ---- run.c, of a large draft: may the definition be marked at a unit? No is certain. ---- */
bool rb_may_be_marked(const struct rb_run *, uint32_t def, uint32_t unit);

/* ---- match.c ---- */
enum {
    /* A match spans at most this many units: what marks and gaps of RB_MAX_PHRASE_NODES could ever
       need in a sentence that a person says. */
    RB_MATCH_SPAN = 128
};
enum { RB_MOST_LENGTHS = 16 };
/* For other sentences; false: no memory. */
bool rb_lengths_begin(struct rb_run *);
/* The lengths, up to `most`, in which a definition or what it contains is marked at a unit: the
 * longest first. */
size_t rb_lengths_at(struct rb_run *, uint32_t def, uint32_t unit, uint32_t most,
                     uint32_t out[RB_MOST_LENGTHS]);
size_t rb_match_stack_size(void);
size_t rb_match_seen_size(void);
/* Tries one phrase at one unit: the best way in which it matches. */
bool rb_match_at(struct rb_run *, uint32_t phrase, uint32_t unit, struct rb_hit *out);
/* A plain phrase at a unit where bits told that it matches; false: its fact has no words. */
bool rb_match_plain(struct rb_run *, uint32_t phrase, uint32_t unit, struct rb_hit *out);
/* All ways that differ in their bounds, best first, at most `most`: a set's member may end in
 * several places, and what stands behind the set decides. */
size_t rb_match_all(struct rb_run *, uint32_t phrase, uint32_t unit, struct rb_hit *out,
                    size_t most);

/* ---- classes.c, names.c, address.c: the program's own classes, before any phrase ---- */
/* Telephone numbers first: which they are is not for their sentence alone to say. */
void rb_mark_phones(struct rb_run *);
void rb_mark_classes(struct rb_run *);
void rb_mark_names(struct rb_run *);
/* A draft in capitals throughout: it is read as if it had none. */
bool rb_is_shouted(const struct rb_run *);
void rb_mark_addresses(struct rb_run *);
/* The address that stands at units [from, to), normalised: jo@acme.com, acme.com. Empty: none. */
struct rb_slice rb_address_value(struct rb_run *, uint32_t from, uint32_t to);

/* ---- clause.c; facts are told by their number ---- */
void rb_run_clauses(struct rb_run *);
/* Adds the clauses that reach the mark of a fact. */
void rb_run_cues(struct rb_run *, uint32_t number, struct rb_hits *);

/* ---- resolve.c: from hits to what counts ---- */
ringback_status rb_run_fact(struct rb_run *, uint32_t number, ringback_error *);
bool rb_hits_add(struct rb_run *, struct rb_hits *, const struct rb_hit *);

/* ---- order.c ---- */
void rb_hits_longest_first(struct rb_hits *);
void rb_hits_by_place(struct rb_hits *);

/* ---- value.c ---- */
/* Fills the bytes and the value of a hit. */
void rb_hit_value(struct rb_run *, uint32_t fact, struct rb_hit *);

/* ---- again.c ---- */
/* Adds later mentions of a fact's values, and mentions of a value known beforehand (may be empty).
 * taken: by unit, whether a hit holds it already. */
void rb_run_again(struct rb_run *, uint32_t number, struct rb_hits *, struct rb_slice beforehand,
                  const uint8_t *taken);

#endif
