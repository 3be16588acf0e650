/* JSON: reading one value into a tree (through the JSON library), writing into a buffer. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/arena.h"
#include "base/buffer.h"

enum rb_json_kind {
    RB_JSON_NULL,
    RB_JSON_FALSE,
    RB_JSON_TRUE,
    RB_JSON_NUMBER,
    RB_JSON_STRING,
    RB_JSON_LIST,
    RB_JSON_MAP
};

struct rb_json {
    uint8_t kind;
    struct rb_slice text; /* a string's characters; a number's digits as they stood in the input */
    struct rb_slice key;  /* in a map: the member's name */
    struct rb_json *child, *next;
};

/* Parses exactly one value with nothing but white space (or a byte order mark before it) around it,
 * at most RB_MAX_JSON_DEPTH deep and RB_MAX_JSON_NODES large, valid UTF-8, no lone surrogates, no
 * duplicate names in a map. The tree lives in the arena and owes nothing to bytes. False: message
 * (at least 128 bytes) says why; "" means no memory. */
bool rb_json_parse(struct rb_arena *, struct rb_slice bytes, char *message, size_t size,
                   struct rb_json **out);
/* The last member of this name, or NULL. */
const struct rb_json *rb_json_get(const struct rb_json *map, const char *name);
/* A number that is an integer in [min, max] ("120", not "1.2e2"). */
bool rb_json_int(const struct rb_json *, int64_t min, int64_t max, int64_t *out);

/* Writing: a string with its quotes, escaped so that no control character, tab, U+2028/9 or mark of
 * writing direction stands raw; RB_REPLACED bytes (text/source.h) and bytes that are not UTF-8
 * become U+FFFD. */
void rb_json_string(struct rb_buffer *, struct rb_slice);
/* A value as it was read, without the white space: numbers keep their digits, strings every
 * character. */
void rb_json_value(struct rb_buffer *, const struct rb_json *);

#endif
