/* How drafts stand beside one another. */
#ifndef REPORT_STANDING_H
#define REPORT_STANDING_H

#include <stdbool.h>
#include <stdint.h>

struct rb_standing {
    uint64_t index; /* in the order in which they came */
    uint32_t score;
    bool scored, ready;
};

/* For qsort, of what begins with a standing: what cannot be left first, by score; what was not
 * scored last. */
int rb_standing_worst_first(const void *, const void *);

#endif
