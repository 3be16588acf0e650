/* How fast people speak: paces that have a name. */
#ifndef CLOCK_PACE_H
#define CLOCK_PACE_H

#include "base/slice.h"

struct rb_pace {
    const char *name, *doc;
    uint32_t words_per_minute; /* of running speech, pauses included */
};

/* The n-th of them, slow to fast; NULL past the end. */
const struct rb_pace *rb_pace_at(size_t n);
/* The one of this name; NULL: there is none. */
const struct rb_pace *rb_pace_find(struct rb_slice name);

#endif
