/* A configuration: its file, those on which it builds, and what it says of single files. */
#ifndef SETTINGS_CONFIG_H
#define SETTINGS_CONFIG_H

#include "settings/layer.h"

struct rb_override {
    struct rb_layer layer; /* RB_SETTING_FILES: for which it holds */
    struct rb_place place;
};

struct rb_config {
    struct rb_layer layer; /* over what is standard */
    const struct rb_override *overrides;
    uint32_t n_overrides;
    const char *source; /* its file; "": there is none */
};

/* Gives the bytes of a file that is built upon, which must live until the load returns. False: the
 * reason why not is in the buffer. */
typedef bool rb_config_open(void *ctx, const char *path, struct rb_slice *out, char *reason,
                            size_t size);

struct rb_config_loader {
    struct rb_arena *arena; /* of the configuration */
    struct rb_errors *errs;
    rb_config_open *open;
    void *ctx;
};

/* bytes.ptr NULL: no file, what is standard. False: errors were told, or no memory. */
bool rb_config_load(const struct rb_config_loader *, const char *source, struct rb_slice bytes,
                    struct rb_config *out);

/* What holds for a file: the configuration with the overrides that match laid over it, in their
 * order. path: from the configuration's folder on. */
void rb_config_for(const struct rb_config *, struct rb_arena *, struct rb_slice path,
                   struct rb_layer *out);

/* Whether a file is to be checked when it is named (the pattern that says no, or NULL), and whether
 * a search of its folder is to find it. */
const struct rb_item *rb_config_excludes(const struct rb_config *, struct rb_slice path,
                                         bool folder);
bool rb_config_includes(const struct rb_config *, struct rb_slice path);

#endif
