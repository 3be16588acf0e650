/* Paths as text: nothing is looked up, so that a link may make "a/.." something else than here. */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include "base/arena.h"

/* Adds the parts of `more` to a path of *len bytes without a slash at its end, in its normal form:
 * "./a//b/../c" adds a/c, and ".." takes back a part that is there. absolute: the path begins at
 * the root. There must be room for both and a slash. */
void rb_path_append(char *path, size_t *len, bool absolute, const char *more);

/* A path that stands in a file, as seen from where the file's path is seen. Empty: no memory. */
struct rb_slice rb_path_beside(struct rb_arena *, const char *file, struct rb_slice path);

#endif
