/* Which facts may go. */
#ifndef FIX_KINDS_H
#define FIX_KINDS_H

#include "fact/fact.h"
#include "result/result.h"

enum rb_fix_kind {
    RB_KIND_NONE,
    RB_KIND_TITLE,  /* a person's: stands by a name, or behind "I'm the" */
    RB_KIND_REACH,  /* an address: the words around it say what to do with it, and go along */
    RB_KIND_PRAISE, /* a piece of a sentence by itself */
    RB_KIND_WORN,   /* the same, and nothing points back at it */
    RB_KIND_PUFF,   /* praise inside of a piece that stays; it is not reported by itself */
    RB_KIND_WARE    /* the same as praise, but it may be what the call is about */
};

/* NONE: may not go. */
enum rb_fix_kind rb_fix_kind_of(const struct rb_fact *);
/* That of the fact a finding is about; WORN for the phrases of rules. */
enum rb_fix_kind rb_fix_kind_at(const ringback_result *, const struct rb_finding *);
/* Whether a fact may go along with others: these, and asks to do something with an address. */
bool rb_fix_may_go(const struct rb_fact *);

#endif
