/* Where words and definitions stand in a draft, as bits: a row for each that stands anywhere, a
 * column for each chunk of at most 63 units. Whole sentences make a chunk; a sentence that is
 * longer has several to itself, and phrases are not sieved in them. Floor-private. */
#ifndef FACT_GRID_H
#define FACT_GRID_H

#include "fact/unit.h"

enum {
    RB_CHUNK = 63,  /* so that a chunk's end has a bit too */
    RB_LARGE = 2000 /* a draft of more units is large, and looked at in parts: a voicemail has a
                       hundred */
};

struct rb_chunk {
    uint32_t first, count; /* units */
    bool part;             /* of a sentence that is longer */
    uint64_t units, edge, soft;
    uint64_t begin;                     /* units that begin a sentence */
    uint64_t fresh;                     /* units of sentences whose sets are yet to be found */
    uint64_t unsure;                    /* the same, of what depends on facts */
    uint64_t at_edge, at_end, at_start; /* places that an element of an edge, $ or ^ may hold at */
};

/* Where something of several units stands in one chunk. */
struct rb_long {
    uint64_t begin, end;
};

struct rb_run;
struct rb_mark;

/* The tables grow with the largest draft so far and are used again for the next. */
struct rb_grid {
    const struct rb_lexicon *lex;
    struct rb_run *run;
    struct rb_chunk *chunks; /* in the run's arena, like chunk_of */
    uint32_t n_chunks;
    uint32_t *chunk_of;    /* by unit */
    uint32_t *row_of;      /* by definition, then by word: where it stands, with RB_NOTED as long as
                              that is only by single words; 0: not yet looked for */
    uint32_t *long_of;     /* by definition: where it stands several units long */
    uint32_t *mark_of;     /* by definition: its last mark + 1; 0: none */
    struct rb_mark *marks; /* in the order of marking; a large draft's go with it */
    size_t cap_marks;
    /* What of row_of and long_of, and of mark_of, is not 0: who comes next finds them cleared. */
    uint32_t *touched, *marked;
    size_t n_touched, n_marked;
    uint64_t *rows; /* row by row, a chunk's units each */
    struct rb_long *longs;
    size_t n_rows, cap_rows, n_longs, cap_longs; /* cap: in chunks */
    /* A draft too large: only what stands anywhere at all is noted, and large.c knows where. */
    bool large;
    bool failed; /* no memory */
};

/* False: no memory. */
bool rb_grid_init(struct rb_grid *, const struct rb_lexicon *);
void rb_grid_free(struct rb_grid *);
/* For another draft; false: no memory. */
bool rb_grid_begin(struct rb_grid *, struct rb_run *, struct rb_arena *);
/* Room for twice as many marks; false: no memory. */
bool rb_grid_more_marks(struct rb_grid *);
/* For what the run looks at now; false: no memory. */
bool rb_grid_look_at(struct rb_grid *, bool large);
/* Notes a word of the draft; and for each definition of it that has more than a few words, that it
 * stands there. */
void rb_grid_word(struct rb_grid *, uint32_t word, uint32_t unit);
void rb_grid_note(struct rb_grid *, uint32_t def, uint32_t unit);
/* The sets of these units, a sentence's, are known. */
void rb_grid_known(struct rb_grid *, uint32_t from, uint32_t to);
/* But not what of them depends on facts. */
void rb_grid_unsure(struct rb_grid *, uint32_t from, uint32_t to);
/* Notes marks of a definition that was looked for, or of one that it contains: from the last one
 * on, as they are chained. */
void rb_grid_marks(struct rb_grid *, uint32_t def, uint32_t last);

/* A row that nothing stands in. */
enum { RB_NOWHERE = 1 };
#define RB_NOTED (UINT32_C(1) << 31)

/* Looks for a definition by its words, once all of the draft's are noted; its row, without
 * RB_NOTED. */
uint32_t rb_grid_look(struct rb_grid *, uint32_t def);

/* Looks for those again that were looked for before some words were noted. */
void rb_grid_look_again(struct rb_grid *);

/* Something is about to be told of a definition, or of a word (whose number is behind those of the
 * definitions): by row_of or long_of, where a 0 stood. */
static inline void rb_grid_touch(struct rb_grid *g, uint32_t id)
{
    g->touched[g->n_touched++] = id;
}

/* run.c: a definition is asked for, and with it what it contains. */
void rb_run_wanted(struct rb_run *, uint32_t def);

static inline uint32_t rb_grid_def_row(struct rb_grid *g, uint32_t def)
{
    if (!g->row_of[def] || g->row_of[def] & RB_NOTED)
        rb_run_wanted(g->run, def);
    return g->row_of[def];
}

static inline uint32_t rb_grid_row(struct rb_grid *g, const struct rb_element *e)
{
    uint32_t row =
        e->op == RB_OP_WORD ? g->row_of[g->lex->n_defs + e->id] : rb_grid_def_row(g, e->id);

    return row ? row : RB_NOWHERE;
}

/* The units of a chunk at which it stands, at whatever length. */
static inline uint64_t rb_grid_bits(const struct rb_grid *g, uint32_t row, uint32_t chunk)
{
    return g->rows[(size_t)row * g->n_chunks + chunk];
}

static inline bool rb_grid_bit(const struct rb_grid *g, uint32_t row, uint32_t unit)
{
    uint32_t chunk = g->chunk_of[unit];

    return rb_grid_bits(g, row, chunk) >> (unit - g->chunks[chunk].first) & 1;
}

static inline const struct rb_long *rb_grid_long(const struct rb_grid *g, uint32_t def,
                                                 uint32_t chunk)
{
    return &g->longs[(size_t)g->long_of[def] * g->n_chunks + chunk];
}

/* Does the definition stand at a unit, at whatever length? In a large draft: it may. */
static inline bool rb_grid_has(struct rb_grid *g, uint32_t def, uint32_t unit)
{
    uint32_t row = rb_grid_def_row(g, def);

    return g->large ? row > RB_NOWHERE : rb_grid_bit(g, row, unit);
}

/* The starts of a plain phrase's matches, of those given. False, and they are as they were: soft
 * units or marks of several units may stand in it, and bits do not tell. */
bool rb_grid_plain(struct rb_grid *, const struct rb_phrase *, uint32_t chunk, uint64_t *starts);
/* May a match of the phrase begin at one of these units of a chunk? No is certain. */
bool rb_grid_sieve(struct rb_grid *, const struct rb_phrase *, uint32_t chunk, uint64_t starts);

#endif
