#include "cli/history.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The same file may come again under another path. */
struct known_file {
    dev_t device;
    ino_t inode;
    char *path;
};

struct rb_cli_history {
    struct rb_cli_run *run;
    ringback_history *drafts;
    struct known_file *files; /* in the order of their coming, then, once looked for, sorted */
    size_t n, cap;
    bool sorted;
    const char *path; /* of the file whose drafts come next */
};

static bool failed(struct rb_cli_history *h, bool failure)
{
    if (failure)
        rb_cli_fail_memory(h->run);
    return failure;
}

static int compare(const void *a, const void *b)
{
    const struct known_file *x = a, *y = b;

    if (x->device != y->device)
        return x->device < y->device ? -1 : 1;
    return (x->inode > y->inode) - (x->inode < y->inode);
}

static bool know(struct rb_cli_history *h, struct known_file file, const char *path)
{
    if (h->n == h->cap) {
        size_t cap = h->cap ? h->cap * 2 : 64;
        struct known_file *wider = realloc(h->files, cap * sizeof *wider);

        if (!wider)
            return false;
        h->files = wider;
        h->cap = cap;
    }
    file.path = strdup(path);
    if (!file.path)
        return false;
    h->files[h->n++] = file;
    h->sorted = false;
    return true;
}

bool rb_cli_history_file(struct rb_cli_history *h, int fd, const char *path, bool remember)
{
    const struct known_file *known = NULL;
    struct known_file file;
    struct stat st;

    h->path = path;
    if (!remember && h->n == 0)
        return true;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
        return true;
    file = (struct known_file){st.st_dev, st.st_ino, NULL};
    if (remember)
        return !failed(h, !know(h, file, path));
    if (!h->sorted && h->n > 1)
        qsort(h->files, h->n, sizeof *h->files, compare);
    h->sorted = true;
    if (h->n)
        known = bsearch(&file, h->files, h->n, sizeof *h->files, compare);
    if (known)
        h->path = known->path;
    return true;
}

char *rb_cli_history_name(struct rb_cli_history *h, uint32_t ordinal)
{
    size_t n = strlen(h->path), size = n + sizeof ", draft 4294967295";
    char *name = malloc(size);

    if (name)
        memcpy(name, h->path, n + 1);
    else
        rb_cli_fail_memory(h->run);
    if (name && ordinal > 1)
        (void)snprintf(name + n, size - n, ", draft %lu", (unsigned long)ordinal);
    return name;
}

ringback_history *rb_cli_history_drafts(struct rb_cli_history *h)
{
    return h->drafts;
}

struct rb_cli_history *rb_cli_history_new(struct rb_cli_run *run)
{
    struct rb_cli_history *h = calloc(1, sizeof *h);
    ringback_error err;

    if (!h || ringback_history_new(&h->drafts, &err) != RINGBACK_OK) {
        rb_cli_fail_memory(run);
        free(h);
        return NULL;
    }
    h->run = run;
    h->path = "";
    return h;
}

void rb_cli_history_free(struct rb_cli_history *h)
{
    if (!h)
        return;
    ringback_history_free(h->drafts);
    for (size_t i = 0; i < h->n; i++)
        free(h->files[i].path);
    free(h->files);
    free(h);
}
