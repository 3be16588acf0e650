/* The files of rules/, as they stood when the program was built (written by the build). */
#ifndef RULE_BUILTIN_H
#define RULE_BUILTIN_H

#include <stddef.h>

struct rb_builtin_file {
    const char *name; /* "rules/say-it-twice.yaml" */
    const char *data;
    size_t len;
};

extern const struct rb_builtin_file rb_builtin_files[];
extern const size_t rb_builtin_count;

#endif
