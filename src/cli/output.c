#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_LINKS = 40, BYTES = 64 * 1024, PATH_BYTES = 4096, MAX_FILES = 24 };

struct rb_cli_output {
    struct rb_cli_run *run;
    int fd;
    const char *name;           /* for messages */
    char target[PATH_BYTES];    /* "" for standard output */
    char temporary[PATH_BYTES]; /* "": written in place */
    int slot;                   /* of what is unfinished; MAX_FILES: none */
    bool failed;                /* told already */
    size_t len;
    char bytes[BYTES];
};

static bool fail(struct rb_cli_output *out, int error)
{
    if (!out->failed)
        rb_cli_fail_output(out->run, out->name, error);
    out->failed = true;
    return false;
}

static bool write_all(struct rb_cli_output *out, const char *data, size_t len)
{
    while (len > 0) {
        ssize_t n = write(out->fd, data, len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && errno == EAGAIN) {
            /* A parent may have left the pipe non-blocking. */
            struct pollfd wait = {out->fd, POLLOUT, 0};

            (void)poll(&wait, 1, -1);
            continue;
        }
        if (n < 0)
            return fail(out, errno);
        data += n;
        len -= (size_t)n;
    }
    return true;
}

bool rb_cli_output_flush(struct rb_cli_output *out)
{
    bool ok = !out->failed && write_all(out, out->bytes, out->len);

    out->len = 0;
    return ok;
}

bool rb_cli_output_write(void *ctx, const char *data, size_t len)
{
    struct rb_cli_output *out = ctx;

    if (len > sizeof out->bytes - out->len && !rb_cli_output_flush(out))
        return false;
    if (len > sizeof out->bytes)
        return write_all(out, data, len);
    memcpy(out->bytes + out->len, data, len);
    out->len += len;
    return true;
}

void rb_cli_output_puts(struct rb_cli_output *out, const char *text)
{
    (void)rb_cli_output_write(out, text, strlen(text));
}

void rb_cli_output_words(struct rb_cli_output *out, ringback_str text)
{
    (void)!ringback_printable(text, rb_cli_output_write, out);
}

void rb_cli_output_say(struct rb_cli_output *out, const char *text)
{
    rb_cli_output_words(out, (ringback_str){text, strlen(text)});
}

bool rb_cli_output_good(const struct rb_cli_output *out)
{
    return !out->failed;
}

void rb_cli_output_starved(struct rb_cli_output *out)
{
    if (!out->failed)
        rb_cli_fail_memory(out->run);
    out->failed = true;
}

/* What a signal that ends the run must take away. */
static volatile sig_atomic_t unfinished[MAX_FILES];
static char unfinished_path[MAX_FILES][PATH_BYTES];

/* Tested, but who ends by a signal writes no counts of it down. */
static void on_signal(int number) /* GCOVR_EXCL_LINE: ends the run */
{
    for (int i = 0; i < MAX_FILES; i++)       /* GCOVR_EXCL_LINE: ends the run */
        if (unfinished[i])                    /* GCOVR_EXCL_LINE: ends the run */
            (void)unlink(unfinished_path[i]); /* GCOVR_EXCL_LINE: ends the run */
    (void)signal(number, SIG_DFL);            /* GCOVR_EXCL_LINE: ends the run */
    (void)raise(number);                      /* GCOVR_EXCL_LINE: ends the run */
}

static void watch(struct rb_cli_output *out)
{
    static const int numbers[] = {SIGHUP, SIGINT, SIGTERM};

    out->slot = 0;
    while (out->slot < MAX_FILES && unfinished[out->slot])
        out->slot++;
    if (out->slot == MAX_FILES)
        return;
    memcpy(unfinished_path[out->slot], out->temporary, sizeof unfinished_path[0]);
    unfinished[out->slot] = 1;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (signal(numbers[i], on_signal) == SIG_IGN)
            (void)signal(numbers[i], SIG_IGN);
}

/* Where a chain of links leads: the file there is what is to be replaced, not the link. */
static bool follow_links(char path[PATH_BYTES])
{
    char link[PATH_BYTES];

    for (int i = 0; i < MAX_LINKS; i++) {
        ssize_t n = readlink(path, link, sizeof link - 1);
        char *slash = strrchr(path, '/');
        size_t folder = slash && link[0] != '/' ? (size_t)(slash - path) + 1 : 0;

        if (n < 0)
            return true;
        if (folder + (size_t)n >= PATH_BYTES) {
            errno = ENAMETOOLONG;
            return false;
        }
        if (link[0] == '/')
            folder = 0;
        memcpy(path + folder, link, (size_t)n);
        path[folder + (size_t)n] = '\0';
    }
    errno = ELOOP;
    return false;
}

/* The mode the file has, or would have got from open(). */
static mode_t mode_for(const char *path)
{
    struct stat st;
    mode_t mask;

    if (stat(path, &st) == 0)
        return st.st_mode & 07777;
    mask = umask(0);
    (void)umask(mask);
    return 0666 & ~mask;
}

static bool open_beside(struct rb_cli_output *out)
{
    static const char suffix[] = ".XXXXXX";
    size_t n = strlen(out->target);

    if (n + sizeof suffix > sizeof out->temporary) {
        errno = ENAMETOOLONG;
        return false;
    }
    memcpy(out->temporary, out->target, n);
    memcpy(out->temporary + n, suffix, sizeof suffix);
    out->fd = mkstemp(out->temporary);
    if (out->fd < 0) {
        out->temporary[0] = '\0';
        return false;
    }
    watch(out);
    return fcntl(out->fd, F_SETFD, FD_CLOEXEC) == 0 && fchmod(out->fd, mode_for(out->target)) == 0;
}

int rb_cli_output_fd(const struct rb_cli_output *out)
{
    return out->fd;
}

/* A file that is there is replaced, a device or a pipe written to. */
static bool open_target(struct rb_cli_output *out, const char *path)
{
    struct stat st;
    size_t n = strlen(path);

    if (stat(path, &st) == 0 && !S_ISREG(st.st_mode)) {
        out->fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
        return out->fd >= 0;
    }
    if (n >= sizeof out->target) {
        errno = ENAMETOOLONG;
        return false;
    }
    memcpy(out->target, path, n + 1);
    return follow_links(out->target) && open_beside(out);
}

struct rb_cli_output *rb_cli_output_open(struct rb_cli_run *run, const char *path)
{
    /* Most of it is room that a short report never touches. */
    struct rb_cli_output *out = malloc(sizeof *out);

    if (!out) {
        rb_cli_fail_memory(run);
        return NULL;
    }
    out->run = run;
    out->slot = MAX_FILES;
    out->fd = STDOUT_FILENO;
    out->name = "standard output";
    out->target[0] = out->temporary[0] = '\0';
    out->failed = false;
    out->len = 0;
    if (!path || strcmp(path, "-") == 0)
        return out;
    out->fd = -1;
    out->name = path;
    if (open_target(out, path))
        return out;
    (void)fail(out, errno);
    rb_cli_output_close(out, false);
    return NULL;
}

static void sync_folder(const char *path)
{
    char folder[PATH_BYTES];
    const char *slash = strrchr(path, '/');
    size_t n = slash ? (size_t)(slash - path) + 1 : 1;
    int fd;

    memcpy(folder, slash ? path : ".", n);
    folder[n] = '\0';
    fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    (void)fsync(fd);
    (void)close(fd);
}

/* Puts the file in its place, or takes it away. */
static void close_file(struct rb_cli_output *out, bool keep)
{
    if (out->temporary[0] && keep && !out->failed && fsync(out->fd) != 0 && errno != EINVAL)
        (void)fail(out, errno);
    if (out->fd >= 0 && close(out->fd) != 0 && errno != EINTR && keep)
        (void)fail(out, errno);
    if (out->temporary[0] == '\0')
        return;
    if (keep && !out->failed && rename(out->temporary, out->target) != 0)
        (void)fail(out, errno);
    if (keep && !out->failed)
        sync_folder(out->target);
    else
        (void)unlink(out->temporary);
    if (out->slot < MAX_FILES)
        unfinished[out->slot] = 0;
}

void rb_cli_output_close(struct rb_cli_output *out, bool keep)
{
    /* A pipe gets what there is; a file is whole or not there. */
    if (keep || out->temporary[0] == '\0')
        (void)rb_cli_output_flush(out);
    if (out->fd != STDOUT_FILENO)
        close_file(out, keep);
    else if (!out->failed && close(STDOUT_FILENO) != 0 && errno != EINTR)
        (void)fail(out, errno); /* some file systems tell a full disk only now */
    free(out);
}
