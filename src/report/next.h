/* What to do next with a draft: the shortest way to a ready one, or what one more minute brings. */
#ifndef REPORT_NEXT_H
#define REPORT_NEXT_H

#include "report/text.h"

struct rb_next {
    bool *mend; /* for each place in the order of findings */
    uint32_t score;
    bool ready;  /* it is ready already */
    bool longer; /* something is missing: saying it takes time */
};

/* False: there is nothing to mend, or no memory. The view is ranked. */
bool rb_view_next(const struct rb_view *, struct rb_next *out);

/* An advice as the engine writes it: what to do, and in brackets what that comes to; with whether a
 * finding before it in the order was advised the same. */
struct rb_advice {
    struct rb_slice what, effect;
    bool said;
};

/* What the finding at a place in the order costs, and the place behind those that cost the same:
 * the next one, unless they are three or more. */
uint32_t rb_view_costs(const struct rb_view *, uint32_t listed, uint32_t *next);

struct rb_advice rb_view_advice(const struct rb_view *, uint32_t listed);

#endif
