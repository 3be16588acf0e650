/* YAML as rule files and settings use it: maps, lists and scalars with their places. libyaml's
 * events, made into a tree; anchors, aliases, tags, merge keys, a second document, complex keys,
 * duplicate keys, control characters and deep nesting are errors. */
#ifndef BASE_YAML_H
#define BASE_YAML_H

#include "base/arena.h"
#include "base/error.h"

enum rb_yaml_kind { RB_YAML_SCALAR, RB_YAML_LIST, RB_YAML_MAP };

struct rb_yaml {
    uint8_t kind;
    bool plain;    /* a scalar without quotes: null, true and numbers are what they look like */
    uint16_t mark; /* the reader's own, 0 from the parser; the rule loader keeps the file here */
    uint32_t line, column; /* of its first character, from 1 */
    struct rb_slice text;  /* scalar */
    struct rb_slice key;   /* in a map: the entry's key */
    uint32_t key_line, key_column;
    struct rb_yaml *child; /* first item of a list, first entry of a map */
    struct rb_yaml *next;  /* next item or entry */
    uint32_t n_children;
};

/* Parses one document into the arena; an empty file gives a NULL *root. False: errors were added to
 * errs (or no memory: the arena has failed). At most RB_MAX_YAML_BYTES. */
bool rb_yaml_parse(struct rb_arena *, struct rb_slice bytes, const char *source,
                   struct rb_errors *errs, struct rb_yaml **root);

/* The entry of a map with this key, or NULL. */
const struct rb_yaml *rb_yaml_get(const struct rb_yaml *map, const char *key);
/* A plain scalar that is an integer in [min, max]. */
bool rb_yaml_int(const struct rb_yaml *, int64_t min, int64_t max, int64_t *out);
/* A plain scalar that is true or false. */
bool rb_yaml_bool(const struct rb_yaml *, bool *out);

#endif
