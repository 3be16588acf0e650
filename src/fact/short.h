/* Short texts that were read before, whole: what an advice puts into the caller's mouth is read for
 * every draft that lacks it. Floor-private. */
#ifndef FACT_SHORT_H
#define FACT_SHORT_H

#include "fact/lexicon.h"

enum { RB_SHORT_SLOTS = 64, RB_SHORT_BYTES = 160 };

struct rb_short;

struct rb_shorts {
    struct rb_short *slots[RB_SHORT_SLOTS];
};

void rb_shorts_free(struct rb_shorts *);
/* The facts of a text that was kept, into the arena, whose failure is the caller's to see. The
 * telephone numbers are taken to be the text's own, here and below. */
bool rb_shorts_recall(const struct rb_shorts *, struct rb_arena *, struct rb_slice text,
                      const struct rb_taught *, struct rb_facts *out);
/* Keeps them; longer texts, and without memory any, are not kept. */
void rb_shorts_keep(struct rb_shorts *, struct rb_slice text, const struct rb_taught *,
                    const struct rb_facts *);

#endif
