/* Mending: the suggestions that can be followed without asking, followed. What removable findings
 * mark goes, where the rest of the sentence stands without it; a number in one run is written in
 * groups; name and number are said once more at the end, if half a minute allows it.
 *
 * Every change is judged anew, as the whole draft that it makes. It is made only if that draft
 * costs fewer points, breaks no rule that held, and says all else that the draft before said. What
 * is mended is not mended again: a second run changes nothing. */
#ifndef FIX_FIX_H
#define FIX_FIX_H

#include "result/result.h"

enum {
    /* Changes are judged one by one, so that time grows with the square of the draft. Four times as
     * much as fits into the longest voicemail is no voicemail. */
    RB_FIX_MAX_BYTES = 8 * 1024,
    /* Bytes of all the drafts that are judged on the way: at worst a second of them. Several times
     * what the most cluttered voicemail needs; more is the same words over and over. */
    RB_FIX_MAX_JUDGED = 128 * 1024
};

/* How a text is judged: with everything that is known of the draft but its words. */
struct rb_fix_judge {
    void *ctx;
    ringback_status (*judge)(void *ctx, struct rb_slice text, ringback_result **out,
                             ringback_error *err);
    void (*forget)(ringback_result *);
};

/* Bytes of the draft and what stands there instead. */
struct rb_fix_edit {
    uint32_t start, end;
    struct rb_slice text;
};

/* What was done, or not done and why. */
struct rb_fix_step {
    struct rb_slice rule, message;
    struct rb_slice words; /* that it is about */
    bool made;
    int32_t points;      /* gained */
    int32_t saved_ms;    /* below 0: taken */
    uint32_t start, end; /* bytes of the draft; start = end: something is said there */
};

struct ringback_fixed {
    struct rb_arena arena; /* owns what is not a result */
    void (*forget)(ringback_result *);
    ringback_result *before, *after; /* the same one when nothing was done */
    struct rb_slice text;            /* the whole draft, mended */
    struct rb_fix_edit *edits;       /* by start, not touching one another */
    size_t n_edits, edits_cap;
    struct rb_fix_step *steps; /* those made in the order of making, then those not made */
    size_t n_steps, steps_cap;
};

ringback_status rb_fix_run(const struct rb_fix_judge *, struct rb_slice text, ringback_fixed **out,
                           ringback_error *err);
void rb_fix_free(ringback_fixed *);

#endif
