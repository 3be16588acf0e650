#include "base/path.h"

static void pop(const char *path, size_t *len)
{
    while (*len > 0 && path[*len - 1] != '/')
        --*len;
    if (*len > 0)
        --*len;
}

/* Whether the last part of a path may be taken back by "..": it is there, and is not one itself. */
static bool poppable(const char *path, size_t len)
{
    if (len == 0)
        return false;
    return !(len >= 2 && memcmp(path + len - 2, "..", 2) == 0 &&
             (len == 2 || path[len - 3] == '/'));
}

void rb_path_append(char *path, size_t *len, bool absolute, const char *more)
{
    while (*more) {
        size_t n = strcspn(more, "/");

        if (n == 2 && more[0] == '.' && more[1] == '.' && (absolute || poppable(path, *len))) {
            pop(path, len);
        } else if (n > 0 && !(n == 1 && more[0] == '.')) {
            if (*len > 0 || absolute)
                path[(*len)++] = '/';
            memcpy(path + *len, more, n);
            *len += n;
        }
        more += n + (more[n] == '/');
    }
}

struct rb_slice rb_path_beside(struct rb_arena *arena, const char *file, struct rb_slice path)
{
    const char *slash = strrchr(file, '/');
    size_t folder = slash ? (size_t)(slash - file) : 0, len = 0;
    bool absolute = file[0] == '/';
    char *parts = rb_arena_alloc(arena, folder + path.len + 2);
    char *out = rb_arena_alloc(arena, folder + path.len + 4);

    if (!parts || !out)
        return rb_slice_of("", 0);
    memcpy(parts, file, folder);
    rb_path_append(out, &len, absolute, parts);
    memcpy(parts, path.ptr, path.len);
    parts[path.len] = '\0';
    rb_path_append(out, &len, absolute, parts);
    if (len == 0)
        out[len++] = '.';
    out[len] = '\0';
    return rb_slice_of(out, len);
}
