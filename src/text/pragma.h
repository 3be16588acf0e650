/* Lines in a file by which its author speaks to the program and not to the prospect:
 *
 *     # ringback-ignore RULE, RULE: reason
 *     <!-- ringback-ignore RULE: reason -->
 *
 * The first form is a line of its own, the second may stand anywhere in one, and ends on it. */
#ifndef TEXT_PRAGMA_H
#define TEXT_PRAGMA_H

#include "base/arena.h"

enum rb_pragma_fault {
    RB_PRAGMA_FINE,
    RB_PRAGMA_WORD,   /* not "ringback-ignore": `rule` is the word that stands there */
    RB_PRAGMA_RULE,   /* no rule is named */
    RB_PRAGMA_REASON, /* the reason has no letter, or is missing */
    RB_PRAGMA_OPEN    /* a comment without its end */
};

struct rb_pragma {
    /* Bytes of the file that are no text: the comment, or the whole line with its end when nothing
     * else stands on it. Of several rules in one pragma only the first has any. */
    uint32_t start, end;
    uint32_t at, at_end; /* the rule's name, or what is wrong */
    struct rb_slice rule, reason;
    uint8_t fault; /* enum rb_pragma_fault */
};

/* A reason says something: it has a letter. */
bool rb_is_reason(struct rb_slice);

/* All pragmas of a file (at most UINT32_MAX bytes), in its order; they borrow from it. False: no
 * memory. Linear. */
bool rb_pragmas_find(struct rb_arena *, struct rb_slice file, struct rb_pragma **out, uint32_t *n);

#endif
