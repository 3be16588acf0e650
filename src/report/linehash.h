/* The line hashes by which GitHub follows an alert from one commit to the next
 * (partialFingerprints.primaryLocationLineHash): what its upload action computes where it is
 * missing, and its REST interface does not. */
#ifndef REPORT_LINEHASH_H
#define REPORT_LINEHASH_H

#include "base/arena.h"
#include "base/buffer.h"

struct rb_line_hash {
    uint64_t hash;  /* of the 100 UTF-16 units from the line's first on, spaces and tabs left out */
    uint32_t count; /* how often it was seen in the file so far, from 1 */
};

struct rb_line_hashes {
    struct rb_line_hash *items; /* line 1 first; LF, CRLF and CR end a line */
    uint32_t n;
};

/* Of a whole file, whose bytes that are not UTF-8 count as U+FFFD. At least one line. False: no
 * memory. */
bool rb_line_hashes_make(struct rb_arena *, struct rb_slice file, struct rb_line_hashes *out);
/* "39fa2ee980eb94b0:1" of a line; of the last one when there are fewer. */
void rb_line_hashes_put(struct rb_buffer *, const struct rb_line_hashes *, uint32_t line);

#endif
