/* How many syllables and consonant sounds a written word has. For this floor only. */
#ifndef CLOCK_SYLLABLE_H
#define CLOCK_SYLLABLE_H

#include "base/slice.h"

struct rb_sounds {
    uint32_t syllables; /* at least 1 */
    uint32_t consonants;
};

/* One word, of any letters; apostrophes and case do not matter, but a capital inside a word begins
 * a syllable: TrueNorth. By rules of spelling: a pronouncing dictionary made the clock better by
 * 0.07 % only. */
struct rb_sounds rb_sounds_of(struct rb_slice word);

#endif
