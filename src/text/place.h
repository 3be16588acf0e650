/* Lines and columns for a list in the order of the draft: one walk over the text instead of a look
 * from the line's start for each, so that a megabyte on one line stays linear. */
#ifndef TEXT_PLACE_H
#define TEXT_PLACE_H

#include "text/source.h"

struct rb_place_at {
    uint32_t offset;
    uint32_t line, column; /* from 1, columns in code points */
    uint32_t byte;         /* column in bytes, from 1 */
};

struct rb_places {
    const struct rb_source *source;
    struct rb_place_at at;
    uint32_t piece; /* of the source's origin, in which `at` lies */
};

void rb_places_init(struct rb_places *, const struct rb_source *);
/* The place of an offset; cheap when it is not before the one asked for last. */
struct rb_place_at rb_places_find(struct rb_places *, uint32_t offset);
/* The same for the end of what begins at the offset asked for last: the walk stays where it is. */
struct rb_place_at rb_places_end(const struct rb_places *, uint32_t end);

#endif
