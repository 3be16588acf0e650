/* A draft's text: valid UTF-8 with a line index. */
#ifndef TEXT_SOURCE_H
#define TEXT_SOURCE_H

#include "base/arena.h"

/* Each byte that is not part of valid UTF-8, and each NUL, is replaced by this one byte, so that
 * offsets stay those of the input. Reports print it as U+FFFD. */
#define RB_REPLACED '\x1A'

struct rb_source {
    struct rb_slice text; /* valid UTF-8, as long as the input */
    const uint32_t
        *lines;       /* byte offset of each line's first byte; LF, CRLF and lone CR end a line */
    uint32_t n_lines; /* at least 1 */
    uint32_t n_replaced;     /* bytes replaced */
    uint32_t first_replaced; /* offset of the first of them */
};

/* Copies bytes into the arena (at most RB_MAX_DRAFT_BYTES of them, which the caller has checked).
 * A byte order mark at the start stays in the text and is no part of any token. False: no memory.
 */
bool rb_source_make(struct rb_arena *, struct rb_slice bytes, struct rb_source *out);

/* Line and column of a byte offset, both from 1, the column in code points. */
void rb_source_place(const struct rb_source *, uint32_t offset, uint32_t *line, uint32_t *column);

#endif
