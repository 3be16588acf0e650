/* Globs, as people know them from .gitignore: a pattern without a slash matches a name anywhere,
 * one with a slash a path from the folder on to which it belongs. A pattern that matches a folder
 * matches all that is in it. * and ? do not match a slash; double stars match any folders. */
#ifndef SETTINGS_GLOB_H
#define SETTINGS_GLOB_H

#include "base/slice.h"

enum {
    /* Longer ones are a mistake, and would take long. */
    RB_MAX_GLOB_BYTES = 1024
};

/* NULL: the pattern is one; else what is wrong with it. */
const char *rb_glob_fault(struct rb_slice pattern);

/* path: from the folder of the pattern on, without "./" and "../". folder: it is one itself. Time
 * is bounded by the product of the lengths. */
bool rb_glob_match(struct rb_slice pattern, struct rb_slice path, bool folder);
/* The same of a file, whose name may be in capitals: "*.txt" matches A.TXT. */
bool rb_glob_match_any_case(struct rb_slice pattern, struct rb_slice path);

/* A file of patterns, one a line, the last that matches decides: # begins a comment, ! takes back.
 * 1: ignored, -1: taken back, 0: no line says anything. */
int rb_glob_lines(struct rb_slice file, struct rb_slice path, bool folder);

#endif
