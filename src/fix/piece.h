/* Pieces of a sentence, and which of them the rest stands without. */
#ifndef FIX_PIECE_H
#define FIX_PIECE_H

#include "fix/cut.h"
#include "fix/kinds.h"

enum { RB_FIX_MOST_WAYS = 6 };

/* What a finding marks may go in several ways; the one that takes the least along comes first. */
struct rb_ways {
    struct rb_change changes[RB_FIX_MOST_WAYS];
    uint32_t n;
};

/* Adds a change, if there is one and it leaves no bracket open and no word twice. */
void rb_ways_add(struct rb_ways *, const struct rb_scene *, const struct rb_change *);

/* A title: "this is Owen Hale, sales director at Fern", "I'm the sales director at Fern". */
void rb_ways_title(const struct rb_scene *, struct rb_ways *);
/* Any other, and titles that are pieces by themselves. */
void rb_ways_piece(const struct rb_scene *, enum rb_fix_kind, struct rb_ways *);

/* Praise of one word, when its clause stays. */
void rb_ways_puff(const struct rb_scene *, struct rb_ways *);
/* An address along with the words that say what to do with it; nothing when they cannot go. */
struct rb_limb;
void rb_ways_errand(const struct rb_scene *, const struct rb_limb *, struct rb_change *);

/* Whether the words of a range are such that nobody misses them: marked by removable findings, or
 * without a meaning of their own. */
bool rb_fix_soft(const struct rb_scene *, uint32_t from, uint32_t to);

#endif
