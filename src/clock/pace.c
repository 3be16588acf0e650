#include "clock/pace.h"

static const struct rb_pace PACES[] = {
#define PACE(name, words_per_minute, doc) {name, doc, words_per_minute},
#include "clock/pace.def"
};

enum { N_PACES = sizeof PACES / sizeof *PACES };

const struct rb_pace *rb_pace_at(size_t n)
{
    return n < N_PACES ? &PACES[n] : NULL;
}

const struct rb_pace *rb_pace_find(struct rb_slice name)
{
    for (size_t i = 0; i < N_PACES; i++)
        if (rb_slice_is(name, PACES[i].name))
            return &PACES[i];
    return NULL;
}
