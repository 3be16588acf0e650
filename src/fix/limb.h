/* The limbs of a sentence: what stands between its marks and conjunctions. */
#ifndef FIX_LIMB_H
#define FIX_LIMB_H

#include "fix/cut.h"

/* What stands between a limb and its neighbour. */
enum rb_side { RB_SIDE_EDGE, RB_SIDE_COMMA, RB_SIDE_CONJ };

struct rb_limb {
    uint32_t first, end; /* its words */
    uint32_t left;       /* its first separator, or first */
    uint32_t next;       /* the first word behind its separators, or end */
    enum rb_side before, behind;
};

/* The limb, or the run of limbs, that a scene's words lie in; first = end when there is none. */
void rb_limb_find(const struct rb_scene *, struct rb_limb *);
/* The classes of a token; 0 outside of the sentence. */
uint32_t rb_limb_class(const struct rb_scene *, uint32_t token);
/* A word, in lower case, at a token of the sentence? */
bool rb_limb_is(const struct rb_scene *, uint32_t token, const char *word);
/* Whether a token stands between two limbs. */
bool rb_limb_separates(const struct rb_scene *, uint32_t token);
/* The limb that ends before a token: its first token, and the class of its first word that is no
 * adverb; 0 when there is none. */
uint32_t rb_limb_head_before(const struct rb_scene *, uint32_t end, uint32_t *first);
/* Whether the limb before leans on what follows: "if you …, S", "for clinics like yours, S",
 * "a family-owned, S". */
bool rb_limb_leans(const struct rb_scene *, const struct rb_limb *);
/* Whether what follows a deletion points back at it: "they …", "which …". */
bool rb_limb_points_back(const struct rb_scene *, uint32_t token);

#endif
