/* Where a quick reader of YAML stands, and what it reads of one value. Every reading function gives
 * false for what it leaves to libyaml. Private to yaml_quick.c and yaml_value.c. */
#ifndef BASE_YAML_READER_H
#define BASE_YAML_READER_H

#include "base/limits.h"
#include "base/yaml_quick.h"

struct rb_level {
    uint8_t kind;
    uint32_t indent;
};

struct rb_reader {
    const char *s;
    size_t n, at;
    uint32_t line;
    size_t line_start;
    /* Characters of the line up to a place in it. */
    size_t counted;
    uint32_t column;
    struct rb_level stack[RB_MAX_YAML_DEPTH];
    uint32_t depth;
    bool pending; /* a key waits for the value on the next line */
    struct rb_arena *arena;
    const struct rb_yaml_ear *ear; /* NULL: nobody listens */
};

/* The byte at a place; behind the end, the end of a line. */
static inline char rb_reader_at(const struct rb_reader *q, size_t i)
{
    return i < q->n ? q->s[i] : '\n';
}

static inline bool rb_reader_is_end(const struct rb_reader *q, size_t i)
{
    return rb_reader_at(q, i) == ' ' || rb_reader_at(q, i) == '\n';
}

static inline uint32_t rb_reader_indent_of(const struct rb_reader *q)
{
    return (uint32_t)(q->at - q->line_start);
}

static inline void rb_reader_skip_spaces(struct rb_reader *q)
{
    while (rb_reader_at(q, q->at) == ' ')
        q->at++;
}

/* Steps over the end of a line. */
static inline void rb_reader_next_line(struct rb_reader *q)
{
    q->at++;
    q->line++;
    q->line_start = q->counted = q->at;
    q->column = 0;
}

/* Begins a list or a map where the reader stands, and ends the one that was last begun. */
bool rb_reader_open(struct rb_reader *, enum rb_yaml_kind, uint32_t indent);
void rb_reader_close(struct rb_reader *);
/* The colon behind a key that begins here; 0: there is none. */
size_t rb_reader_key_end(const struct rb_reader *, bool flow);
/* A key up to its colon, and over it and the spaces behind it. */
bool rb_reader_key(struct rb_reader *, size_t colon);
/* A plain or quoted value. */
bool rb_reader_scalar(struct rb_reader *, bool flow);
/* A [list] or a {map}. */
bool rb_reader_flow(struct rb_reader *);
/* Text in a block: its lines are kept (|) or folded (>). */
bool rb_reader_block(struct rb_reader *);
/* Nothing but a comment may follow on the line. */
bool rb_reader_end_line(struct rb_reader *);

#endif
