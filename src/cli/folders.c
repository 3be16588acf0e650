#include "cli/folders.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUCKETS = 1024, MAX_IGNORE_BYTES = 256 * 1024 };

struct rb_cli_folders {
    struct rb_cli_run *run;
    struct rb_cli_folder *buckets[BUCKETS];
    char *home; /* without links; NULL: there is none */
    char *part,
        *absolute; /* the folder that was asked for last: as it was given, and without links */
};

static unsigned bucket_of(const char *path)
{
    unsigned hash = 2166136261u;

    for (; *path; path++)
        hash = (hash ^ (unsigned char)*path) * 16777619u;
    return hash % BUCKETS;
}

void rb_cli_fail_look(struct rb_cli_run *run, const char *path)
{
    if (errno == ENOMEM)
        rb_cli_fail_memory(run);
    else
        rb_cli_fail(run, RB_EXIT_BROKEN, "a folder could not be looked at", "%s: %s", path,
                    strerror(errno));
}

/* There is none, or it is not for us to know: of anything else what holds is not known. */
static bool is_absence(int error)
{
    return error == ENOENT || error == ENOTDIR || error == EACCES;
}

struct rb_cli_folders *rb_cli_folders_new(struct rb_cli_run *run)
{
    struct rb_cli_folders *all = calloc(1, sizeof *all);
    const char *home = getenv("HOME");

    if (!all) {
        rb_cli_fail_memory(run);
        return NULL;
    }
    all->run = run;
    if (home && *home == '/' && !(all->home = realpath(home, NULL)) && !is_absence(errno))
        rb_cli_fail_look(run, home);
    return all;
}

static void free_folder(struct rb_cli_folder *f)
{
    if (!f)
        return;
    free(f->path);
    free(f->shown);
    free(f->ignore.ptr);
    free(f);
}

void rb_cli_folders_free(struct rb_cli_folders *all)
{
    if (!all)
        return;
    for (size_t i = 0; i < BUCKETS; i++)
        while (all->buckets[i]) {
            struct rb_cli_folder *next = all->buckets[i]->next;

            free_folder(all->buckets[i]);
            all->buckets[i] = next;
        }
    free(all->home);
    free(all->part);
    free(all->absolute);
    free(all);
}

void rb_cli_folders_each(struct rb_cli_folders *all, void (*call)(void *, struct rb_cli_folder *),
                         void *ctx)
{
    for (size_t i = 0; i < BUCKETS; i++)
        for (struct rb_cli_folder *f = all->buckets[i]; f; f = f->next)
            call(ctx, f);
}

/* ---- paths ---- */

const char *rb_cli_below(const char *path, const char *folder)
{
    size_t n = strlen(folder);

    if (strcmp(folder, "/") == 0)
        return path + 1;
    if (strncmp(path, folder, n) != 0)
        return NULL;
    if (path[n] == '\0')
        return path + n;
    return path[n] == '/' ? path + n + 1 : NULL;
}

/* How many folders up from here a file lies; 0: not above. */
static size_t levels_up(const char *absolute, const char *here)
{
    const char *slash = strrchr(absolute, '/'), *inner;
    size_t levels = 1;
    char folder[PATH_MAX];

    if (!slash || (size_t)(slash - absolute) >= sizeof folder)
        return 0;
    (void)snprintf(folder, sizeof folder, "%.*s", (int)(slash - absolute), absolute);
    inner = rb_cli_below(here, *folder ? folder : "/");
    for (const char *at = inner; at && *at; at++)
        levels += *at == '/';
    return inner && *inner ? levels : 0;
}

/* The file NAME so many folders up. */
static char *climb(size_t levels, const char *name)
{
    char *path = malloc(3 * levels + strlen(name) + 1);

    for (size_t i = 0; path && i < levels; i++)
        memcpy(path + 3 * i, "../", 3);
    if (path)
        memcpy(path + 3 * levels, name, strlen(name) + 1);
    return path;
}

char *rb_cli_shown(const char *absolute)
{
    char *here = realpath(".", NULL), *shown;
    const char *inner = here ? rb_cli_below(absolute, here) : NULL;
    size_t up;

    if (!here && !is_absence(errno))
        return NULL;
    if (inner && *inner)
        shown = strdup(inner);
    else if (here && (up = levels_up(absolute, here)) > 0)
        shown = climb(up, strrchr(absolute, '/') + 1);
    else
        shown = strdup(absolute);
    free(here);
    return shown;
}

char *rb_cli_join(const char *folder, const char *name)
{
    size_t n = strlen(folder), m = strlen(name);
    size_t slash = n && folder[n - 1] == '/' ? 0 : 1;
    char *path = malloc(n + slash + m + 1);

    if (!path)
        return NULL;
    memcpy(path, folder, n);
    if (slash)
        path[n] = '/';
    memcpy(path + n + slash, name, m + 1);
    return path;
}

char *rb_cli_seen_from(const char *from, const char *folder, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    size_t same = 0, up = 0;
    const char *rest;
    char *below, *out;

    /* Whole names that both have. */
    for (size_t i = 0; from[i] == folder[i] || !from[i] || !folder[i]; i++) {
        bool from_ends = from[i] == '/' || !from[i], folder_ends = folder[i] == '/' || !folder[i];

        if (from_ends && folder_ends)
            same = i;
        if (!from[i] || !folder[i])
            break;
    }
    for (size_t i = same; from[i]; i++)
        up += from[i] == '/' && from[i + 1];
    rest = folder[same] == '/' ? folder + same + 1 : folder + same;
    below = *rest ? rb_cli_join(rest, name) : strdup(name);
    out = below ? climb(up, below) : NULL;
    free(below);
    return out;
}

/* ---- looking ---- */

/* Whoever may write a configuration decides what passes. */
static bool is_trusted(const struct stat *file, const struct stat *folder)
{
    return !(file->st_mode & S_IWOTH) &&
           (!(folder->st_mode & S_IWOTH) || (folder->st_mode & S_ISVTX));
}

static void look_for_config(struct rb_cli_folders *all, struct rb_cli_folder *f,
                            const struct stat *folder)
{
    char *path = rb_cli_join(f->path, RB_CONFIG_NAME);
    struct stat st;

    f->shown = path ? rb_cli_shown(path) : NULL;
    if (!f->shown) {
        rb_cli_fail_look(all->run, f->path);
    } else if (stat(path, &st) != 0) {
        if (!is_absence(errno))
            rb_cli_fail_look(all->run, f->shown);
    } else if (!S_ISREG(st.st_mode)) {
        rb_cli_say("%s: ignored, for it is no file", f->shown);
    } else if (!is_trusted(&st, folder)) {
        rb_cli_say("%s: ignored, for everyone may write it: take that away, or name it by --config",
                   f->shown);
    } else {
        f->config = true;
    }
    free(path);
}

static void look_for_ignore(struct rb_cli_folders *all, struct rb_cli_folder *f)
{
    char *path = rb_cli_join(f->path, RB_IGNORE_NAME);
    struct stat st;
    int fd = -1;

    if (!path) {
        rb_cli_fail_memory(all->run);
    } else if (stat(path, &st) != 0) {
        if (!is_absence(errno))
            rb_cli_fail_look(all->run, path);
    } else if (S_ISREG(st.st_mode)) {
        fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
        if (fd < 0)
            rb_cli_fail(all->run, RB_EXIT_WRONG, "a " RB_IGNORE_NAME " could not be read", "%s: %s",
                        path, strerror(errno));
        else if (rb_cli_read_all(all->run, fd, path, MAX_IGNORE_BYTES, &f->ignore) &&
                 !f->ignore.ptr)
            f->ignore.len = 0;
    }
    if (fd >= 0)
        (void)close(fd);
    free(path);
}

/* Whether the search ends here: at a repository, at home, where another file system begins. */
static bool is_end(const struct rb_cli_folders *all, const char *path, const struct stat *st)
{
    char *above = rb_cli_join(path, ".."), *repository = rb_cli_join(path, ".git");
    struct stat other;
    bool end = true;

    if (!above || !repository) {
        rb_cli_fail_memory(all->run);
    } else if (strcmp(path, "/") != 0 && (!all->home || strcmp(path, all->home) != 0) &&
               lstat(repository, &other) != 0) {
        bool none = is_absence(errno);

        if (none && stat(above, &other) == 0)
            end = other.st_dev != st->st_dev;
        else if (!none || !is_absence(errno))
            rb_cli_fail_look(all->run, path);
    }
    free(above);
    free(repository);
    return end;
}

/* path: absolute, taken over. */
static struct rb_cli_folder *look(struct rb_cli_folders *all, char *path)
{
    unsigned bucket = bucket_of(path);
    struct rb_cli_folder *f;
    struct stat st;

    for (f = all->buckets[bucket]; f; f = f->next)
        if (strcmp(f->path, path) == 0) {
            free(path);
            return f;
        }
    f = calloc(1, sizeof *f);
    if (!f) {
        free(path);
        rb_cli_fail_memory(all->run);
        return NULL;
    }
    f->path = path;
    f->next = all->buckets[bucket];
    all->buckets[bucket] = f;
    if (stat(path, &st) != 0) {
        if (!is_absence(errno))
            rb_cli_fail_look(all->run, path);
        f->end = true;
        return f;
    }
    look_for_config(all, f, &st);
    look_for_ignore(all, f);
    f->end = is_end(all, path, &st);
    return f;
}

static char *folder_part(const char *path)
{
    const char *slash = strrchr(path, '/');

    if (!slash)
        return strdup(".");
    return slash == path ? strdup("/") : strndup(path, (size_t)(slash - path));
}

/* The name that standard input was given need not be that of a folder that is there. */
static char *absolute_of(const char *part)
{
    char *absolute = realpath(part, NULL);

    return absolute || !is_absence(errno) ? absolute : realpath(".", NULL);
}

char *rb_cli_folder_path(const char *path, bool folder)
{
    char *part = folder ? strdup(path) : folder_part(path);
    char *absolute = part ? absolute_of(part) : NULL;

    free(part);
    return absolute;
}

const char *rb_cli_folder_of(struct rb_cli_folders *all, const char *path, bool folder)
{
    char *part = folder ? strdup(path) : folder_part(path);

    if (part && all->part && strcmp(part, all->part) == 0) {
        free(part);
        return all->absolute;
    }
    free(all->part);
    free(all->absolute);
    all->absolute = part ? absolute_of(part) : NULL;
    all->part = all->absolute ? part : NULL;
    if (!all->absolute)
        free(part);
    return all->absolute;
}

struct rb_cli_folder *rb_cli_folder_at(struct rb_cli_folders *all, const char *path)
{
    char *copy = strdup(path);

    if (!copy)
        rb_cli_fail_memory(all->run);
    return copy ? look(all, copy) : NULL;
}

struct rb_cli_folder *rb_cli_folder_above(struct rb_cli_folders *all,
                                          const struct rb_cli_folder *folder)
{
    char *path = folder->end ? NULL : folder_part(folder->path);

    if (!path && !folder->end)
        rb_cli_fail_memory(all->run);
    return path ? look(all, path) : NULL;
}
