/* The strict check of a rule file against the table of keys (keys.def): every key known, every
 * value of its type, no list empty, every name well formed. */
#ifndef RULE_SCHEMA_H
#define RULE_SCHEMA_H

#include "base/yaml.h"

enum rb_context {
    RB_CTX_NO_CONTEXT,
#define CONTEXT(id, words) RB_CTX_##id,
#include "rule/keys.def"
    RB_CTX_END
};

enum rb_type {
    RB_TYPE_0, /* none */
#define TYPE(id, words, scalar, choices, item, context, names, any) RB_TYPE_##id,
#include "rule/keys.def"
    RB_TYPE_END
};

/* What a node's `mark` holds: the number of its file; whether something wrong was taken out of it,
 * so that what is then missing is no second fault; and whether that is so of anything in it. */
enum { RB_MARK_DAMAGED = 0x8000, RB_MARK_CRACKED = 0x4000, RB_MARK_FILE = 0x3FFF };

/* Checks a tree, tells every error, takes what is wrong out of it, and marks each node with its
 * file: what is left is of the right shape, but may lack required keys. *signs: a key ends in + or
 * -. False: the root itself is not of the type. */
bool rb_schema_check(struct rb_yaml *root, enum rb_type, uint16_t file, const char *source,
                     struct rb_errors *, bool *signs);

/* Tells the required keys that a map lacks, and what of its keys does not go together. The place is
 * that of the map, whose name the message gives; empty: it has none. False: something was told. */
bool rb_schema_complete(const struct rb_yaml *map, enum rb_context, struct rb_slice name,
                        struct rb_place, const char *const *sources, struct rb_errors *);

#endif
