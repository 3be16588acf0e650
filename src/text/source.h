/* A draft's text: valid UTF-8 with a line index. */
#ifndef TEXT_SOURCE_H
#define TEXT_SOURCE_H

#include "base/arena.h"

/* Each byte that is not part of valid UTF-8, and each NUL, is replaced by this one byte, so that
 * offsets stay those of the input. Reports print it as U+FFFD. */
#define RB_REPLACED '\x1A'

/* A run of a text, and where its first byte stands in the file from which the text was cut. */
struct rb_piece {
    uint32_t start;        /* byte of the text; runs to the next piece */
    uint32_t line, column; /* of the file, from 1, the column in code points … */
    uint32_t byte;         /* … and in bytes */
};

/* In the order of the text; each line begins one. n 0: the text is the file. */
struct rb_origin {
    const struct rb_piece *pieces;
    uint32_t n;
};

struct rb_source {
    struct rb_slice text; /* valid UTF-8, as long as the input */
    const uint32_t
        *lines;       /* byte offset of each line's first byte; LF, CRLF and lone CR end a line */
    uint32_t n_lines; /* at least 1 */
    uint32_t n_replaced;     /* bytes replaced */
    uint32_t first_replaced; /* offset of the first of them */
    struct rb_origin origin; /* set by those who cut the text from a file */
};

/* Copies bytes into the arena (at most RB_MAX_DRAFT_BYTES of them, which the caller has checked).
 * A byte order mark at the start stays in the text and is no part of any token. False: no memory.
 */
bool rb_source_make(struct rb_arena *, struct rb_slice bytes, struct rb_source *out);

/* The piece of the origin that holds a byte offset; the line, counted from 0, when there is none.
 */
uint32_t rb_source_piece(const struct rb_source *, uint32_t offset);
/* Line and column of a byte offset, both from 1, the column in code points: in the file, when the
 * source has an origin. */
void rb_source_place(const struct rb_source *, uint32_t offset, uint32_t *line, uint32_t *column);
/* The same for the end of a span that is not empty. */
void rb_source_end(const struct rb_source *, uint32_t offset, uint32_t *line, uint32_t *column);

#endif
