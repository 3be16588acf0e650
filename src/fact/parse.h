/* A phrase while it is being read: shared by parse.c and parse_atom.c. Floor-private. */
#ifndef FACT_PARSE_H
#define FACT_PARSE_H

#include "fact/builder.h"

/* One phrase being parsed. */
struct rb_parser {
    struct rb_builder *b;
    const struct rb_pending *from;
    struct rb_slice text;
    size_t at;
    uint32_t first; /* its first element */
    uint8_t flags;  /* of the phrase */
    uint32_t marks; /* slashes seen */
    bool bad;
    size_t counted;  /* the last byte whose place was asked for, */
    uint32_t column; /* and the characters before it */
};

void rb_parse_emit(struct rb_parser *, enum rb_op, uint8_t flags, uint32_t id);
struct rb_place rb_parse_place(struct rb_parser *, size_t at);
/* Takes these characters if they stand next. */
bool rb_parse_take(struct rb_parser *, const char *);
/* ? and + behind what was read. */
uint8_t rb_parse_quantity(struct rb_parser *);
/* A word, a group, a reference, with what stands before and behind it. */
void rb_parse_atom(struct rb_parser *);

/* An error at a character of the phrase; the phrase is then not used. */
#define RB_PARSE_FAIL(p_, at_, ...)                                                                \
    (rb_errors_add((p_)->b->errs, RINGBACK_ERR_RULES, rb_parse_place((p_), (at_)), __VA_ARGS__),   \
     (void)((p_)->bad = true))

static inline char rb_parse_peek(const struct rb_parser *p)
{
    return p->at < p->text.len ? p->text.ptr[p->at] : '\0';
}

/* Takes this character if it stands next. */
static inline bool rb_parse_take_one(struct rb_parser *p, char c)
{
    if (p->at >= p->text.len || p->text.ptr[p->at] != c)
        return false;
    p->at++;
    return true;
}

#endif
