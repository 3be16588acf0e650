/* Inheritance: a later map laid over an earlier one. Keys of the later one win, maps are merged
 * deep, `key+` adds to a list and `key-` takes from it. */
#ifndef RULE_MERGE_H
#define RULE_MERGE_H

#include "base/yaml.h"

struct rb_merger {
    struct rb_arena *arena;
    struct rb_errors *errs;
    const char *const *sources; /* file names, by the number in a node's mark */
};

/* A new map; its parts may be shared with both. What cannot be laid over is told and left out.
 * base NULL: nothing is inherited, only the signs behind keys go. */
struct rb_yaml *rb_merge(struct rb_merger *, const struct rb_yaml *base,
                         const struct rb_yaml *over);

/* The list `base` (NULL: none) with the items of `over` added ('+') or taken away ('-'). NULL:
 * nothing is left, or it cannot be done, which was told. `name` is for messages. */
struct rb_yaml *rb_merge_list(struct rb_merger *, const struct rb_yaml *base,
                              const struct rb_yaml *over, char suffix, struct rb_slice name);

/* A copy of one node, sharing what is below it. */
struct rb_yaml *rb_yaml_twin(struct rb_arena *, const struct rb_yaml *);
/* Adds an entry to a map or list; *last is its last one so far. */
void rb_yaml_append(struct rb_yaml *parent, struct rb_yaml **last, struct rb_yaml *child);

#endif
