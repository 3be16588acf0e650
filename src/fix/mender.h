/* A draft on its way to the mended one: changes are tried on a copy and kept if they help. */
#ifndef FIX_MENDER_H
#define FIX_MENDER_H

#include "base/buffer.h"
#include "fix/fix.h"

enum {
    RB_MAX_SPLICES = 4,
    RB_FIX_HALF_MINUTE_MS = 30000 /* what a voicemail may take */
};

/* Bytes of the draft as it is now, and what stands there instead. */
struct rb_splice {
    uint32_t start, end;
    struct rb_slice text; /* lives as long as the arena */
    bool slight;          /* a capital, a comma, the same digits: what is said there stays */
};

/* One idea: all of its splices or none, by start, not overlapping. */
struct rb_change {
    struct rb_splice splices[RB_MAX_SPLICES];
    uint32_t n;
    bool adds; /* says more than before */
};

enum rb_fix_verdict {
    RB_FIX_MADE,
    RB_FIX_DEARER,  /* costs as much or more points elsewhere */
    RB_FIX_BREAKS,  /* breaks a rule that held */
    RB_FIX_MEANING, /* takes something along, or makes something be heard differently */
    RB_FIX_LATE,    /* does not fit into half a minute */
    RB_FIX_FAILED   /* no memory; a rule over its limit: mender->status */
};

struct rb_mender {
    const struct rb_fix_judge *judge;
    ringback_fixed *fix;
    ringback_result *now;
    struct rb_buffer text, next;    /* the draft as it is; the copy */
    uint32_t *origin, *next_origin; /* of each byte, and of the end: its place in the draft that was
                                       given; RB_FIX_NEW for a new one */
    size_t origin_cap;
    size_t judged; /* bytes of the drafts that were tried */
    ringback_status status;
    ringback_error *err;
    /* Of the last change tried. */
    struct rb_slice broken; /* BREAKS: the rule */
    struct rb_slice mended; /* the rule that gains most, */
    int64_t most;           /* and how much */
    int64_t gained;
    int64_t saved_ms;
    uint32_t duration_ms;
};

#define RB_FIX_NEW UINT32_MAX

void rb_splice_add(struct rb_change *, uint32_t start, uint32_t end, struct rb_slice text,
                   bool slight);
/* Makes the change if it helps; mender->now is another result then. */
enum rb_fix_verdict rb_mender_try(struct rb_mender *, const struct rb_change *);
/* What trying it would come to; nothing is made. */
enum rb_fix_verdict rb_mender_weigh(struct rb_mender *, const struct rb_change *);

/* The place in the draft that was given: of this byte, or of the next one that was there. */
uint32_t rb_mender_origin(const struct rb_mender *, uint32_t at);
/* Tells what came of the change tried last; start, end: bytes of the draft that was given. */
void rb_mender_tell(struct rb_mender *, bool made, struct rb_slice rule, uint32_t start,
                    uint32_t end, struct rb_slice words, struct rb_slice message);

#endif
