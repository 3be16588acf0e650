/* The YAML that people write, read in one pass: maps and lists by indentation, plain and quoted
 * values on one line, text in blocks, [lists] and {maps}. What is not plainly so, and every fault,
 * is left to libyaml, which says the same of what can be read here. */
#ifndef BASE_YAML_QUICK_H
#define BASE_YAML_QUICK_H

#include "base/yaml.h"

/* Hears of each node in its order; places from 0. A key is a scalar before its value. */
struct rb_yaml_ear {
    void *ctx;
    void (*scalar)(void *ctx, struct rb_slice, bool plain, uint32_t line, uint32_t column);
    void (*open)(void *ctx, enum rb_yaml_kind, uint32_t line, uint32_t column);
    void (*close)(void *ctx);
};

/* Reads bytes without a byte order mark; the arena takes text that is not in them as it reads.
 * False: they cannot be read so, and what was heard is good for nothing. The ear may be NULL. */
bool rb_yaml_quick(struct rb_slice, struct rb_arena *, const struct rb_yaml_ear *);

#endif
