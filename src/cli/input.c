#include "cli/input.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/options.h"

enum { CHUNK = 64 * 1024 };

/* A word that is no file may have been meant as a command. */
static const char *near_command(const char *path)
{
    const char *names[RB_COMMANDS];

    if (errno != ENOENT || strpbrk(path, "./"))
        return NULL;
    for (size_t i = 0; i < RB_COMMANDS; i++)
        names[i] = rb_cli_command_rows[i].name;
    return rb_cli_nearest(path, names, RB_COMMANDS);
}

static enum rb_cli_kind failed(struct rb_cli_run *run, const char *path, int *fd)
{
    const char *near = near_command(path);
    char reason[256];

    (void)snprintf(reason, sizeof reason, "%s%s%s%s", strerror(errno),
                   near ? " (did you mean the command '" : "", near ? near : "", near ? "'?)" : "");
    rb_cli_fail_path(run, path, reason);
    if (*fd >= 0)
        (void)close(*fd);
    *fd = -1;
    return RB_KIND_FAILED;
}

enum rb_cli_kind rb_cli_open(struct rb_cli_run *run, const char *path, int *fd)
{
    struct stat st;

    *fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (*fd < 0 || fstat(*fd, &st) != 0)
        return failed(run, path, fd);
    if (S_ISDIR(st.st_mode))
        return RB_KIND_FOLDER;
    if (S_ISFIFO(st.st_mode)) {
        /* Whoever names a pipe wants to wait for its writer; read before one has come it looks
         * empty. */
        struct pollfd wait = {*fd, POLLIN, 0};
        int n;

        do {
            n = poll(&wait, 1, -1);
        } while (n < 0 && errno == EINTR);
    }
    return RB_KIND_FILE;
}

long rb_cli_read(int fd, char *to, size_t size)
{
    for (;;) {
        ssize_t n = read(fd, to, size);

        if (n >= 0)
            return (long)n;
        if (errno == EAGAIN) {
            struct pollfd wait = {fd, POLLIN, 0};

            (void)poll(&wait, 1, -1);
        } else if (errno != EINTR) {
            return -1;
        }
    }
}

static bool grow(struct rb_cli_bytes *bytes, size_t *cap)
{
    size_t more = *cap ? *cap * 2 : (size_t)CHUNK;
    char *p = realloc(bytes->ptr, more);

    if (!p)
        return false;
    bytes->ptr = p;
    *cap = more;
    return true;
}

bool rb_cli_read_all(struct rb_cli_run *run, int fd, const char *path, size_t limit,
                     struct rb_cli_bytes *out)
{
    struct rb_cli_bytes bytes = {NULL, 0};
    size_t cap = 0;
    long n = 0;

    do {
        bytes.len += (size_t)n;
        if (bytes.len > limit) {
            rb_cli_fail_path(run, path, limit == RB_MAX_FILE_BYTES ? "over 16 MiB" : "too long");
            free(bytes.ptr);
            return false;
        }
        if (bytes.len == cap && !grow(&bytes, &cap)) {
            rb_cli_fail_memory(run);
            free(bytes.ptr);
            return false;
        }
        n = rb_cli_read(fd, bytes.ptr + bytes.len, cap - bytes.len);
    } while (n > 0);
    if (n < 0) {
        rb_cli_fail(run, RB_EXIT_BROKEN, "reading failed", "%s: %s", path, strerror(errno));
        free(bytes.ptr);
        return false;
    }
    *out = bytes;
    return true;
}

bool rb_cli_read_named(struct rb_cli_run *run, const char *path, size_t limit,
                       struct rb_cli_bytes *out)
{
    enum rb_cli_kind kind;
    bool ok = false;
    int fd;

    kind = rb_cli_open(run, path, &fd);
    if (kind == RB_KIND_FAILED)
        return false;
    if (kind == RB_KIND_FOLDER)
        rb_cli_fail_path(run, path, "a folder, not a file");
    else
        ok = rb_cli_read_all(run, fd, path, limit, out);
    (void)close(fd);
    return ok;
}
