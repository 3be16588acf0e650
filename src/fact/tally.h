/* What a number of drafts made use of: how often each part of the lexicon decided something. For
 * those who look for what no example needs; the lexicon itself stays as it is. */
#ifndef FACT_TALLY_H
#define FACT_TALLY_H

#include "fact/lexicon.h"

enum rb_part_kind {
    RB_PART_PHRASE,  /* a fact's phrase, or a rule's own: counted where what it finds stands */
    RB_PART_HELPER,  /* a phrase of a cue or of `not:`: counted where it matches */
    RB_PART_PATTERN, /* counted where it matches */
    RB_PART_CUE      /* counted where it speaks of a clause */
};

/* A part as a person wrote it. */
struct rb_part_info {
    uint8_t kind;
    struct rb_slice owner; /* the fact; empty: a rule's own phrase */
    struct rb_slice text;  /* the phrase, the pattern, the cue's name */
    struct rb_place place;
};

struct rb_tally; /* opaque, owned by the caller; one for each thread */
struct rb_tally *rb_tally_new(const struct rb_lexicon *);
void rb_tally_free(struct rb_tally *);
/* From now on the finder's runs are counted; NULL: no more. Tally and finder are of one lexicon. */
void rb_finder_watch(struct rb_finder *, struct rb_tally *);

/* The n-th part, in no order that means anything, and how often it was of use; UINT32_MAX: that is
 * not counted, a member of a set or group. False past the end. */
bool rb_tally_at(const struct rb_tally *, size_t n, struct rb_part_info *, uint32_t *count);

#endif
