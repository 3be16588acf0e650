#include "fact/run.h"

#include <stdlib.h>

enum { FIRST_ROWS = 2048, FIRST_LONGS = 256, FIRST_MARKS = 512, MOST_MARKS_KEPT = 1 << 15 };

/* ---- chunks ---- */

/* The places before or behind a run of soft units, up to which one of these places lies. */
static uint64_t back_over_soft(uint64_t places, uint64_t soft)
{
    for (uint64_t more = places; more;) {
        more = (more >> 1) & soft & ~places;
        places |= more;
    }
    return places;
}

static uint64_t on_over_soft(uint64_t places, uint64_t soft)
{
    for (uint64_t more = places & soft; more;) {
        more = (more << 1) & ~places;
        places |= more;
        more &= soft;
    }
    return places;
}

static void add_chunk(struct rb_grid *g, const struct rb_units *units, uint32_t first,
                      uint32_t count, bool part)
{
    struct rb_chunk *c = &g->chunks[g->n_chunks];
    uint64_t end = UINT64_C(1) << count;

    *c = (struct rb_chunk){.first = first,
                           .count = count,
                           .part = part,
                           .units = end - 1,
                           .fresh = end - 1,
                           .unsure = end - 1};
    for (uint32_t i = 0; i < count; i++) {
        const struct rb_unit *u = &units->items[first + i];
        uint64_t bit = UINT64_C(1) << i;

        g->chunk_of[first + i] = g->n_chunks;
        c->edge |= u->flags & RB_UNIT_EDGE ? bit : 0;
        c->soft |= u->flags & RB_UNIT_SOFT ? bit : 0;
        if (units->sentence_first[u->sentence] == first + i)
            c->begin |= bit;
    }
    c->at_edge = c->begin | back_over_soft(c->edge | c->begin | end, c->soft & ~c->edge);
    c->at_end = back_over_soft(c->begin | end, c->soft);
    c->at_start = on_over_soft(c->begin, c->soft) | c->begin;
    g->n_chunks++;
}

static void make_chunks(struct rb_grid *g, const struct rb_units *units, const struct rb_span *now)
{
    uint32_t first = 0, count = 0;

    for (uint32_t s = now->sentence; s < now->end_sentence; s++) {
        uint32_t from = units->sentence_first[s], length = units->sentence_first[s + 1] - from;

        if (count && count + length > RB_CHUNK) {
            add_chunk(g, units, first, count, false);
            count = 0;
        }
        for (; length > RB_CHUNK || (length && from > units->sentence_first[s]); count = 0) {
            uint32_t n = length < RB_CHUNK ? length : RB_CHUNK;

            add_chunk(g, units, from, n, true);
            from += n;
            length -= n;
        }
        first = count ? first : from;
        count += length;
    }
    if (count)
        add_chunk(g, units, first, count, false);
}

static bool make_room(struct rb_grid *g, size_t rows, size_t longs)
{
    if (rows > g->cap_rows) {
        uint64_t *wider = realloc(g->rows, rows * sizeof *wider);

        if (!wider)
            return false;
        g->rows = wider;
        g->cap_rows = rows;
    }
    if (longs > g->cap_longs) {
        struct rb_long *wider = realloc(g->longs, longs * sizeof *wider);

        if (!wider)
            return false;
        g->longs = wider;
        g->cap_longs = longs;
    }
    return true;
}

bool rb_grid_init(struct rb_grid *g, const struct rb_lexicon *lex)
{
    size_t n = lex->n_defs + lex->vocab.count + 1;

    *g = (struct rb_grid){.lex = lex};
    g->row_of = calloc(n, sizeof *g->row_of);
    g->long_of = calloc(lex->n_defs + 1, sizeof *g->long_of);
    g->mark_of = calloc(lex->n_defs + 1, sizeof *g->mark_of);
    g->touched = malloc((n + lex->n_defs) * sizeof *g->touched);
    g->marked = malloc((lex->n_defs + 1) * sizeof *g->marked);
    return g->row_of && g->long_of && g->mark_of && g->touched && g->marked;
}

void rb_grid_free(struct rb_grid *g)
{
    free(g->row_of);
    free(g->long_of);
    free(g->mark_of);
    free(g->touched);
    free(g->marked);
    free(g->marks);
    free(g->rows);
    free(g->longs);
    *g = (struct rb_grid){0};
}

bool rb_grid_begin(struct rb_grid *g, struct rb_run *run, struct rb_arena *arena)
{
    const struct rb_units *units = &run->units;
    /* At the worst a long sentence, whose rest has a chunk to itself, and a short one by turns. */
    size_t most = (size_t)(units->count < RB_LARGE ? units->count : RB_LARGE) * 3 / RB_CHUNK + 3;

    for (size_t i = 0; i < g->n_marked; i++)
        g->mark_of[g->marked[i]] = 0;
    g->n_marked = 0;
    if (g->cap_marks > MOST_MARKS_KEPT) {
        free(g->marks);
        g->marks = NULL;
        g->cap_marks = 0;
    }
    g->run = run;
    g->failed = false;
    g->chunks = rb_arena_array(arena, most, sizeof *g->chunks);
    g->chunk_of = rb_arena_array(arena, (size_t)units->count + 1, sizeof *g->chunk_of);
    return g->chunks && g->chunk_of;
}

bool rb_grid_more_marks(struct rb_grid *g)
{
    size_t wider = g->cap_marks ? g->cap_marks * 2 : FIRST_MARKS;
    struct rb_mark *marks;

    marks = realloc(g->marks, wider * sizeof *marks);
    if (!marks) {
        g->failed = true;
        return false;
    }
    g->marks = marks;
    g->cap_marks = wider;
    return true;
}

bool rb_grid_look_at(struct rb_grid *g, bool large)
{
    for (size_t i = 0; i < g->n_touched; i++) {
        uint32_t id = g->touched[i];

        g->row_of[id] = 0;
        if (id < g->lex->n_defs)
            g->long_of[id] = 0;
    }
    g->n_touched = 0;
    g->n_chunks = 0;
    g->n_rows = RB_NOWHERE + 1; /* that before it is of what has no row */
    g->n_longs = 1;
    g->large = large;
    if (!large)
        make_chunks(g, &g->run->units, &g->run->now);
    if (g->n_chunks == 0)
        g->n_chunks = 1;
    if (!make_room(g, (size_t)FIRST_ROWS * g->n_chunks, (size_t)FIRST_LONGS * g->n_chunks))
        return false;
    memset(g->rows, 0, g->n_rows * g->n_chunks * sizeof *g->rows);
    memset(g->longs, 0, g->n_chunks * sizeof *g->longs);
    return true;
}

void rb_grid_known(struct rb_grid *g, uint32_t from, uint32_t to)
{
    for (uint32_t u = from; u < to; u++) {
        struct rb_chunk *c = &g->chunks[g->chunk_of[u]];

        c->fresh &= ~(UINT64_C(1) << (u - c->first));
        c->unsure &= c->fresh;
    }
}

void rb_grid_unsure(struct rb_grid *g, uint32_t from, uint32_t to)
{
    for (uint32_t u = from; u < to; u++) {
        struct rb_chunk *c = &g->chunks[g->chunk_of[u]];

        c->unsure |= UINT64_C(1) << (u - c->first);
    }
}

/* ---- what stands ---- */

/* A new row; 0: no memory. */
static uint32_t make_row(struct rb_grid *g, uint32_t id)
{
    size_t next = (g->n_rows + 1) * g->n_chunks;

    if (!g->row_of[id])
        rb_grid_touch(g, id);
    if (g->large)
        return g->row_of[id] = RB_NOWHERE + 1;
    if (next > g->cap_rows && !make_room(g, next * 2, 0)) {
        g->failed = true;
        return 0;
    }
    for (size_t i = g->n_rows * g->n_chunks; i < next; i++)
        g->rows[i] = 0;
    return g->row_of[id] = (uint32_t)g->n_rows++;
}

uint32_t rb_grid_look(struct rb_grid *g, uint32_t def)
{
    const struct rb_lexicon *lex = g->lex;
    const struct rb_def *d = &lex->defs[def];
    const uint32_t *word_row = g->row_of + lex->n_defs;
    uint32_t row = g->row_of[def] & ~RB_NOTED, i = 0, n = d->n_words;

    if (row)
        return row;
    while (i < n && !word_row[rb_ref(lex, d->word + i)])
        i++;
    if (i < n)
        row = make_row(g, def);
    for (; row && i < n && !g->large; i++) {
        uint32_t word = word_row[rb_ref(lex, d->word + i)];

        for (uint32_t c = 0; word && c < g->n_chunks; c++)
            g->rows[(size_t)row * g->n_chunks + c] |= g->rows[(size_t)word * g->n_chunks + c];
    }
    if (!row) {
        rb_grid_touch(g, def);
        row = RB_NOWHERE;
    }
    g->row_of[def] = row | RB_NOTED;
    return row;
}

void rb_grid_look_again(struct rb_grid *g)
{
    const struct rb_lexicon *lex = g->lex;
    const uint32_t *word_row = g->row_of + lex->n_defs;

    for (size_t k = 0; k < g->n_touched; k++) {
        uint32_t def = g->touched[k], n = def < lex->n_defs ? lex->defs[def].n_words : 0;
        uint32_t noted = n ? g->row_of[def] & RB_NOTED : 0, row = n ? g->row_of[def] ^ noted : 0;

        for (uint32_t i = 0; row && i < n; i++) {
            uint32_t word = word_row[rb_ref(lex, lex->defs[def].word + i)];

            if (word && row == RB_NOWHERE) {
                row = make_row(g, def);
                g->row_of[def] |= row ? noted : 0;
            }
            for (uint32_t c = 0; word && row && c < g->n_chunks; c++)
                g->rows[(size_t)row * g->n_chunks + c] |= g->rows[(size_t)word * g->n_chunks + c];
        }
    }
}

static uint32_t long_for(struct rb_grid *g, uint32_t def)
{
    size_t next = (g->n_longs + 1) * g->n_chunks;

    if (g->long_of[def])
        return g->long_of[def];
    if (next > g->cap_longs && !make_room(g, 0, next * 2)) {
        g->failed = true;
        return 0;
    }
    for (size_t i = g->n_longs * g->n_chunks; i < next; i++)
        g->longs[i] = (struct rb_long){0};
    rb_grid_touch(g, def);
    return g->long_of[def] = (uint32_t)g->n_longs++;
}

static void stands_at(struct rb_grid *g, uint32_t row, uint32_t unit)
{
    uint32_t chunk;

    if (row == 0 || g->large)
        return;
    chunk = g->chunk_of[unit];
    g->rows[(size_t)row * g->n_chunks + chunk] |= UINT64_C(1) << (unit - g->chunks[chunk].first);
}

void rb_grid_word(struct rb_grid *g, uint32_t word, uint32_t unit)
{
    uint32_t id = (uint32_t)g->lex->n_defs + word;

    stands_at(g, g->row_of[id] ? g->row_of[id] : make_row(g, id), unit);
}

void rb_grid_note(struct rb_grid *g, uint32_t def, uint32_t unit)
{
    uint32_t row = g->row_of[def] & ~RB_NOTED, noted = g->row_of[def] & RB_NOTED;

    if (row <= RB_NOWHERE) {
        noted = row ? noted : RB_NOTED;
        row = make_row(g, def);
        g->row_of[def] |= row ? noted : 0;
    }
    stands_at(g, row, unit);
}

static void add_long(struct rb_grid *g, uint32_t def, uint32_t unit, uint32_t length)
{
    uint32_t chunk = g->chunk_of[unit], at = unit - g->chunks[chunk].first;
    uint32_t row = long_for(g, def);

    if (!row)
        return;
    g->longs[(size_t)row * g->n_chunks + chunk].begin |= UINT64_C(1) << at;
    if (at + length <= RB_CHUNK)
        g->longs[(size_t)row * g->n_chunks + chunk].end |= UINT64_C(1) << (at + length);
}

void rb_grid_marks(struct rb_grid *g, uint32_t def, uint32_t last)
{
    uint32_t first = g->run->now.unit, row = g->row_of[def];

    /* What stands before what is looked at was marked before. */
    for (const struct rb_mark *mark; last; last = mark->next_same) {
        mark = &g->marks[last - 1];
        if (mark->unit < first)
            return;
        if (row == RB_NOWHERE)
            row = make_row(g, def);
        stands_at(g, row, mark->unit);
        if (mark->length > 1 && !g->large)
            add_long(g, def, mark->unit, mark->length);
    }
}
