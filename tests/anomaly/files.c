/* The half of the shim that fails what reads and writes: each call that FAIL_CALLS names, as it
 * fails when a disk is full or broken, descriptors are used up, or a file lies on another file
 * system.
 *
 * FAIL_HOW=short makes it shorten instead of fail: each read and write moves one byte, and every
 * second one is interrupted. That is no fault at all, and nothing may come of it. */
#define _GNU_SOURCE
#include "shim.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A call whose failure is -1. A write to standard error that fails cannot be told by anybody:
 * FAIL_CALLS has a name of its own for it. */
#define CALL(result, name, error, parameters, arguments)                                           \
    result name parameters                                                                         \
    {                                                                                              \
        static result(*real) parameters;                                                           \
                                                                                                   \
        if (!real)                                                                                 \
            *(void **)&real = shim_symbol(#name);                                                  \
        if (shim_counts_call(#name) && shim_refuses()) {                                           \
            errno = error;                                                                         \
            return (result)-1;                                                                     \
        }                                                                                          \
        return real arguments;                                                                     \
    }

CALL(int, fsync, EIO, (int fd), (fd))
CALL(int, rename, EXDEV, (const char *from, const char *to), (from, to))
CALL(int, unlink, EACCES, (const char *path), (path))
CALL(int, mkstemp, ENOSPC, (char *path), (path))
CALL(int, fchmod, EPERM, (int fd, mode_t mode), (fd, mode))
CALL(int, fstat, EIO, (int fd, struct stat *st), (fd, st))
CALL(int, stat, EIO, (const char *path, struct stat *st), (path, st))
CALL(int, lstat, EIO, (const char *path, struct stat *st), (path, st))
CALL(int, fstatat, EIO, (int fd, const char *path, struct stat *st, int flags),
     (fd, path, st, flags))
CALL(int, pipe, EMFILE, (int ends[2]), (ends))
CALL(int, poll, ENOMEM, (struct pollfd * fds, nfds_t n, int ms), (fds, n, ms))

/* Gives the error itself. */
int posix_spawnp(pid_t *pid, const char *name, const posix_spawn_file_actions_t *actions,
                 const posix_spawnattr_t *attributes, char *const *argv, char *const *env)
{
    static int (*real)(pid_t *, const char *, const posix_spawn_file_actions_t *,
                       const posix_spawnattr_t *, char *const *, char *const *);

    if (!real)
        *(void **)&real = shim_symbol("posix_spawnp");
    if (shim_counts_call("posix_spawnp") && shim_refuses())
        return EAGAIN;
    return real(pid, name, actions, attributes, argv, env);
}

/* What open() with constant flags becomes when it is fortified. */
int __open_2(const char *path, int flags);
CALL(int, __open_2, EMFILE, (const char *path, int flags), (path, flags))

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *),
                   void *ctx)
{
    static int (*real)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);

    if (!real)
        *(void **)&real = shim_symbol("pthread_create");
    if (shim_counts_call("pthread_create") && shim_refuses())
        return EAGAIN;
    return real(thread, attributes, start, ctx);
}

static bool shortened(void)
{
    const char *how = getenv("FAIL_HOW");

    return how && strcmp(how, "short") == 0;
}

/* Every second one. */
static bool interrupted(void)
{
    static unsigned n;

    errno = EINTR;
    return n++ % 2 == 0;
}

ssize_t read(int fd, void *to, size_t size)
{
    static ssize_t (*real)(int, void *, size_t);

    if (!real)
        *(void **)&real = shim_symbol("read");
    if (shim_counts_call("read") && shim_refuses()) {
        errno = EIO;
        return -1;
    }
    if (shortened())
        return interrupted() ? -1 : real(fd, to, size > 0);
    return real(fd, to, size);
}

ssize_t write(int fd, const void *from, size_t size)
{
    static ssize_t (*real)(int, const void *, size_t);

    if (!real)
        *(void **)&real = shim_symbol("write");
    if (shim_counts_call(fd == STDERR_FILENO ? "tell" : "write") && shim_refuses()) {
        /* Half of it, so that the file is not empty. */
        if (size > 1)
            (void)!real(fd, from, size / 2);
        errno = ENOSPC;
        return -1;
    }
    if (shortened())
        return interrupted() ? -1 : real(fd, from, size > 0);
    return real(fd, from, size);
}

/* The descriptor is gone, whatever close says. */
int close(int fd)
{
    static int (*real)(int);
    int status;

    if (!real)
        *(void **)&real = shim_symbol("close");
    status = real(fd);
    if (shim_counts_call("close") && shim_refuses()) {
        errno = EIO;
        return -1;
    }
    return status;
}

static bool opening(void)
{
    if (!shim_counts_call("open") || !shim_refuses())
        return false;
    errno = EMFILE;
    return true;
}

int open(const char *path, int flags, ...)
{
    static int (*real)(const char *, int, ...);
    mode_t mode = 0;
    va_list args;

    if (!real)
        *(void **)&real = shim_symbol("open");
    va_start(args, flags);
    if (flags & O_CREAT)
        mode = va_arg(args, mode_t);
    va_end(args);
    return opening() ? -1 : real(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    static int (*real)(int, const char *, int, ...);
    mode_t mode = 0;
    va_list args;

    if (!real)
        *(void **)&real = shim_symbol("openat");
    va_start(args, flags);
    if (flags & O_CREAT)
        mode = va_arg(args, mode_t);
    va_end(args);
    return opening() ? -1 : real(folder, path, flags, mode);
}

DIR *fdopendir(int fd)
{
    static DIR *(*real)(int);

    if (!real)
        *(void **)&real = shim_symbol("fdopendir");
    if (shim_counts_call("fdopendir") && shim_refuses()) {
        errno = EMFILE;
        return NULL;
    }
    return real(fd);
}

struct dirent *readdir(DIR *folder)
{
    static struct dirent *(*real)(DIR *);

    if (!real)
        *(void **)&real = shim_symbol("readdir");
    if (shim_counts_call("readdir") && shim_refuses()) {
        errno = EIO;
        return NULL;
    }
    return real(folder);
}

char *realpath(const char *path, char *resolved)
{
    static char *(*real)(const char *, char *);

    if (!real)
        *(void **)&real = shim_symbol("realpath");
    if (shim_counts_call("realpath") && shim_refuses()) {
        errno = EIO;
        return NULL;
    }
    return real(path, resolved);
}
