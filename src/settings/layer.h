/* Settings as one place gives them: a configuration, one of its overrides, front matter; and how
 * one such layer is laid over another. Every value knows where it was given. */
#ifndef SETTINGS_LAYER_H
#define SETTINGS_LAYER_H

#include "base/arena.h"
#include "base/error.h"
#include "base/yaml.h"
#include "text/source.h"

#define SETTING(constant, name, type, where, least, most, choices, standard, wanted, help)         \
    RB_SETTING_##constant,
enum rb_setting {
#include "settings/keys.def"
    RB_SETTINGS
};
#undef SETTING

enum rb_value_type {
    RB_VALUE_TEXT,
    RB_VALUE_WHOLE,
    RB_VALUE_PACE,
    RB_VALUE_FACTOR,
    RB_VALUE_SECONDS,
    RB_VALUE_CLOCK,
    RB_VALUE_CHOICE,
    RB_VALUE_FLAG,
    /* Lists: */
    RB_VALUE_PATHS,
    RB_VALUE_GLOBS,
    RB_VALUE_REASONS,
    RB_VALUE_OVERRIDES
};

enum rb_setting_where { RB_IN_FILE = 1, RB_IN_OVERRIDE = 2, RB_IN_FRONT = 4 };

struct rb_setting_row {
    const char *name, *choices, *standard, *wanted, *help;
    uint32_t least, most;
    uint8_t type, where;
};

extern const struct rb_setting_row rb_setting_rows[RB_SETTINGS];

/* One of a list: a glob; a path, as it is seen from where the file is; a rule with its reason. */
struct rb_item {
    struct rb_slice text, reason;
    struct rb_place place;
};

struct rb_items {
    const struct rb_item *list;
    uint32_t n;
};

struct rb_value {
    bool given;
    struct rb_place place; /* of the value */
    struct rb_slice text;  /* as it was written */
    uint32_t number;       /* in the units of the table; of a choice its place in the list */
    struct rb_items items; /* of a list */
    struct rb_items more,
        less; /* key+ and key-: what is added to what is inherited, or taken from it */
    const struct rb_yaml *node, *more_node; /* of overrides, for those who read them */
};

struct rb_layer {
    struct rb_value values[RB_SETTINGS];
};

/* What holds when nothing is given. */
void rb_layer_standard(struct rb_arena *, struct rb_layer *out);

/* How a map is read. */
struct rb_layer_reader {
    struct rb_arena *arena;
    struct rb_errors *errs;
    const char *source; /* the file's name; in the arena */
    const struct rb_origin
        *origin;   /* where the lines of the YAML stand in the file; NULL: as they are */
    uint8_t where; /* one of rb_setting_where */
    bool foreign;  /* keys that are not near ours may belong to another program */
};

/* YAML, with the places of its file. False: errors were told, or no memory. */
bool rb_layer_parse(const struct rb_layer_reader *, struct rb_slice bytes, struct rb_yaml **root);

/* Reads what a map gives; every error goes to errs with its place, and what is wrong is left out.
 */
void rb_layer_read(const struct rb_layer_reader *, const struct rb_yaml *map, struct rb_layer *out);

/* The place of a line and column of the YAML. */
struct rb_place rb_layer_place(const struct rb_layer_reader *, uint32_t line, uint32_t column);

/* What `over` gives wins; key+ and key- change what is there; reasons are added one by one. */
void rb_layer_lay(struct rb_arena *, struct rb_errors *, struct rb_layer *to,
                  const struct rb_layer *over);

#endif
