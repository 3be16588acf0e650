/* Facts: what was recognised in a draft. */
#ifndef FACT_FACT_H
#define FACT_FACT_H

#include "base/slice.h"

struct rb_fact {
    uint16_t kind;       /* index into the rules' fact definitions */
    uint32_t start, end; /* bytes, half open */
    uint32_t token, token_end;
    uint32_t context, context_end; /* bytes: all that it was told by, the fact itself among them */
    struct rb_slice name;          /* the kind's name: "ask" */
    struct rb_slice value;         /* normalised; empty when the words are the value */
    uint32_t phrase;               /* by which it was found; UINT32_MAX: by none */
    struct rb_slice reason;        /* where no phrase decided: the cues with their points */
};

struct rb_facts {
    struct rb_fact *items; /* ordered by start, then end, then kind */
    uint32_t count;
};

#endif
