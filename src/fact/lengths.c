/* How long what is marked at a unit may be. In a sentence without an end the same is asked from
 * each place before it, and much is marked there: so answers are kept, as long as the run looks at
 * the same sentences. Who asks comes when all marks of a definition are there. */
#include "fact/run.h"

enum { SLOTS = 256 };

struct rb_lengths {
    uint32_t def, unit;                /* def + 1; 0: an empty slot */
    uint64_t bits[RB_MATCH_SPAN / 64]; /* by length */
};

bool rb_lengths_begin(struct rb_run *run)
{
    if (!run->lengths)
        run->lengths = rb_arena_room(run->scratch, SLOTS, sizeof *run->lengths);
    for (size_t i = 0; run->lengths && i < SLOTS; i++)
        run->lengths[i].def = 0;
    return run->lengths != NULL;
}

static const struct rb_lengths *lengths_of(struct rb_run *run, uint32_t def, uint32_t unit)
{
    struct rb_lengths *l = &run->lengths[(def * 37 + unit) % SLOTS];

    if (l->def == def + 1 && l->unit == unit)
        return l;
    *l = (struct rb_lengths){.def = def + 1, .unit = unit};
    for (uint32_t k = run->mark_here[unit]; k; k = run->marks[k - 1].next_here) {
        uint32_t length = run->marks[k - 1].length;

        if (length < RB_MATCH_SPAN && rb_is_within(run->lex, run->marks[k - 1].def, def))
            l->bits[length / 64] |= UINT64_C(1) << (length % 64);
    }
    return l;
}

size_t rb_lengths_at(struct rb_run *run, uint32_t def, uint32_t unit, uint32_t most,
                     uint32_t out[RB_MOST_LENGTHS])
{
    const struct rb_lengths *l = lengths_of(run, def, unit);
    size_t n = 0;

    for (uint32_t i = RB_MATCH_SPAN / 64; i-- > 0;)
        for (uint64_t bits = l->bits[i]; bits && n < RB_MOST_LENGTHS;) {
            uint32_t bit = (uint32_t)(63 - __builtin_clzll(bits));

            bits ^= UINT64_C(1) << bit;
            if (i * 64 + bit <= most)
                out[n++] = i * 64 + bit;
        }
    return n;
}
