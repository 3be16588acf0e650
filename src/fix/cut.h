/* Deletions whose ends meet: white space, capitals and the marks between. */
#ifndef FIX_CUT_H
#define FIX_CUT_H

#include "fix/mender.h"

/* What a finding marks, in its sentence. Tokens are half open ranges. */
struct rb_scene {
    const ringback_result *result;
    const struct rb_text *text;
    const struct rb_finding *finding;
    uint32_t sentence;
    uint32_t from, to;   /* its words: without what leads it (bullets, directions) and its stop */
    uint32_t first, end; /* the words marked */
};

/* False: what is marked is no part of one sentence. */
bool rb_scene_make(const ringback_result *, const struct rb_finding *, struct rb_scene *out);

/* Each gives false when it cannot be done. The whole sentence; never the only one. */
bool rb_cut_sentence(const struct rb_scene *, struct rb_change *);
/* Tokens along with the white space before them; something stands before. */
bool rb_cut_back(const struct rb_scene *, uint32_t from, uint32_t to, struct rb_change *);
/* Tokens along with the white space behind them; something follows, with a capital if they began
 * the sentence. */
bool rb_cut_front(const struct rb_scene *, uint32_t from, uint32_t to, struct rb_change *);

#endif
