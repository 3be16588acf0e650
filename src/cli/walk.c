#include "cli/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/folders.h"
#include "cli/progress.h"

enum {
    MAX_DEPTH = 256, /* each level holds a descriptor */
    MAX_ENTRIES = 10 * 1000 * 1000
};

struct names {
    char **items;
    size_t count, cap;
};

struct walk {
    struct rb_cli_run *run;
    rb_cli_wants *wants;
    rb_cli_on_file *on_file;
    void *ctx;
};

static void names_free(struct names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(names->items);
}

static bool names_add(struct names *names, const char *name)
{
    if (names->count == names->cap) {
        size_t cap = names->cap ? names->cap * 2 : 64;
        char **items = cap > MAX_ENTRIES ? NULL : realloc(names->items, cap * sizeof *items);

        if (!items)
            return false;
        names->items = items;
        names->cap = cap;
    }
    names->items[names->count] = strdup(name);
    if (!names->items[names->count])
        return false;
    names->count++;
    return true;
}

/* By bytes: the same order on every machine. */
static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool folder(struct walk *walk, int fd, const char *path, int depth);

/* lstat first, then open without following: what is opened is what was looked at. */
static bool entry(struct walk *walk, int parent, const char *name, const char *path, int depth)
{
    struct stat st, opened;
    int fd;

    if (fstatat(parent, name, &st, AT_SYMLINK_NOFOLLOW) != 0) {
        rb_cli_fail_path(walk->run, path, strerror(errno));
        return true;
    }
    if (!S_ISLNK(st.st_mode) && !S_ISDIR(st.st_mode) && !S_ISREG(st.st_mode))
        return true;
    switch (walk->wants(walk->ctx, path, S_ISDIR(st.st_mode))) {
    case RB_WANTED_NO:
        return true;
    case RB_WANTED_STOP:
        return false;
    case RB_WANTED_YES:
        break;
    }
    if (S_ISLNK(st.st_mode)) {
        rb_cli_say("%s: a link, not followed: name it to check it", path);
        return true;
    }
    fd = openat(parent, name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0 || fstat(fd, &opened) != 0 || opened.st_dev != st.st_dev ||
        opened.st_ino != st.st_ino) {
        rb_cli_fail_path(walk->run, path, fd < 0 ? strerror(errno) : "changed while it was read");
        if (fd >= 0)
            (void)close(fd);
        return true;
    }
    if (S_ISDIR(st.st_mode))
        return folder(walk, fd, path, depth + 1);
    return walk->on_file(walk->ctx, fd, path);
}

static bool list(DIR *dir, struct names *names)
{
    const struct dirent *e;

    errno = 0;
    while ((e = readdir(dir)) != NULL) {
        if (e->d_name[0] != '.' && !names_add(names, e->d_name)) {
            errno = ENOMEM;
            return false;
        }
        errno = 0;
    }
    if (errno != 0)
        return false;
    if (names->count > 1)
        qsort(names->items, names->count, sizeof *names->items, compare);
    return true;
}

static bool folder(struct walk *walk, int fd, const char *path, int depth)
{
    struct names names = {NULL, 0, 0};
    DIR *dir = depth < MAX_DEPTH ? fdopendir(fd) : NULL;
    bool go_on = true;

    if (depth >= MAX_DEPTH) {
        rb_cli_fail_path(walk->run, path, "folders nested too deep");
    } else if (!dir || !list(dir, &names)) {
        if (errno == ENOMEM) {
            rb_cli_fail_memory(walk->run);
            go_on = false;
        } else {
            rb_cli_fail_path(walk->run, path, strerror(errno));
        }
    } else {
        struct rb_cli_piece whole = rb_cli_progress_piece();

        for (size_t i = 0; go_on && i < names.count; i++) {
            char *below = rb_cli_join(path, names.items[i]);

            rb_cli_progress_next(whole, i, names.count);
            if (!below)
                rb_cli_fail_memory(walk->run);
            go_on = below && entry(walk, dirfd(dir), names.items[i], below, depth);
            free(below);
        }
    }
    if (dir)
        (void)closedir(dir);
    else
        (void)close(fd);
    names_free(&names);
    return go_on;
}

bool rb_cli_walk(struct rb_cli_run *run, int fd, const char *path, rb_cli_wants *wants,
                 rb_cli_on_file *on_file, void *ctx)
{
    struct walk walk = {.run = run, .wants = wants, .on_file = on_file, .ctx = ctx};

    return folder(&walk, fd, path, 0);
}
