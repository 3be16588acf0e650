/* What a draft says of its caller, and sentences made of it. */
#ifndef FIX_SAID_H
#define FIX_SAID_H

#include "fix/mender.h"

/* Each empty if it is not said: the fullest name, the first company, both as they were joined, the
 * number if it is the only one. */
struct rb_said {
    struct rb_slice name, company, joined, phone;
    bool twice; /* the number */
};

/* Where a sentence goes, and what joins it to what is there. */
struct rb_spot {
    uint32_t at;
    bool stop; /* the sentence before has none */
    const char *join;
};

void rb_fix_said(struct rb_mender *, struct rb_said *out);
/* A pattern in words, along with what joins it: N the name, C the company, J both as they were
 * joined, P the number. Empty when one of them is not known. */
struct rb_slice rb_fix_phrase(struct rb_mender *, const char *pattern, const struct rb_said *,
                              const struct rb_spot *);

#endif
