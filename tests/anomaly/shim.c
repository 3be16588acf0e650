/* For LD_PRELOAD: lets the FAIL_AT-th allocation of the program fail, and every later one too when
 * FAIL_ON is set. Only allocations of FAIL_FROM bytes or more are counted, when that is set. With
 * FAIL_CALLS, a list of names with commas, those calls are counted and fail instead (files.c). At
 * the end it writes to the file FAIL_LOG how many there were, how many allocations were never
 * freed, and how many descriptors never closed.
 *
 * Allocations before main, of the dynamic linker and the C library's start, are not counted: they
 * are not the program's. */
#define _GNU_SOURCE
#include "shim.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DESCRIPTORS = 1024 };

static atomic_long count, live;
static long fail_at;
static size_t fail_from;
static bool fail_on, counting, started;
static const char *calls;
static int open_before;

static void *(*real_malloc)(size_t);
static void *(*real_calloc)(size_t, size_t);
static void *(*real_realloc)(void *, size_t);

/* dlsym itself may allocate, before there is an allocator to hand on to. */
static char early[4096];
static size_t early_used;

static void *early_alloc(size_t size)
{
    void *p = early + early_used;

    size = (size + 15) / 16 * 16;
    if (size > sizeof early - early_used)
        _exit(99);
    early_used += size;
    return p;
}

void *shim_symbol(const char *name)
{
    void *p = dlsym(RTLD_NEXT, name);

    if (!p)
        _exit(99);
    return p;
}

static void finish(void) __attribute__((destructor));

/* The end of the program is when exit() begins: a build that measures itself writes its figures
 * after that, which nothing is to fail. What is registered first is called last, so before main
 * were too early. */
static void expect_end(void)
{
    static atomic_flag expected = ATOMIC_FLAG_INIT;

    if (!atomic_flag_test_and_set(&expected) && atexit(finish) != 0)
        _exit(99);
}

bool shim_refuses(void)
{
    long n;

    if (!counting)
        return false;
    expect_end();
    n = atomic_fetch_add(&count, 1) + 1;
    return n == fail_at || (fail_on && n > fail_at);
}

bool shim_counts_call(const char *name)
{
    size_t n = strlen(name);

    for (const char *at = counting ? calls : NULL; at; at = strchr(at, ',')) {
        at += *at == ',';
        if (strncmp(at, name, n) == 0 && (at[n] == ',' || at[n] == '\0'))
            return true;
    }
    return false;
}

static bool refuse(size_t size)
{
    if (calls || size < fail_from || !shim_refuses())
        return false;
    errno = ENOMEM;
    return true;
}

/* What was given out since main and not taken back. */
static void *given(void *p)
{
    if (started && p) {
        atomic_fetch_add(&live, 1);
        expect_end();
    }
    return p;
}

void *malloc(size_t size)
{
    if (!real_malloc) {
        static bool inside;

        if (inside)
            return early_alloc(size);
        inside = true;
        *(void **)&real_malloc = shim_symbol("malloc");
        inside = false;
    }
    return refuse(size) ? NULL : given(real_malloc(size));
}

void *calloc(size_t n, size_t size)
{
    if (!real_calloc) {
        static bool inside;

        /* Fresh static memory is zero. */
        if (inside)
            return early_alloc(n * size);
        inside = true;
        *(void **)&real_calloc = shim_symbol("calloc");
        inside = false;
    }
    return refuse(n * size) ? NULL : given(real_calloc(n, size));
}

void *realloc(void *old, size_t size)
{
    if (!real_realloc)
        *(void **)&real_realloc = shim_symbol("realloc");
    if (refuse(size))
        return NULL;
    return old ? real_realloc(old, size) : given(real_realloc(old, size));
}

void free(void *p)
{
    static void (*real_free)(void *);

    if ((char *)p >= early && (char *)p < early + sizeof early)
        return;
    if (!real_free)
        *(void **)&real_free = shim_symbol("free");
    if (started && p)
        atomic_fetch_sub(&live, 1);
    real_free(p);
}

static int descriptors(void)
{
    int n = 0;

    for (int fd = STDERR_FILENO + 1; fd < DESCRIPTORS; fd++)
        n += fcntl(fd, F_GETFD) >= 0;
    return n;
}

static void begin(void) __attribute__((constructor));

static void begin(void)
{
    const char *at = getenv("FAIL_AT"), *from = getenv("FAIL_FROM");

    fail_at = at ? strtol(at, NULL, 10) : 0;
    fail_from = from ? strtoul(from, NULL, 10) : 0;
    fail_on = getenv("FAIL_ON") != NULL;
    calls = getenv("FAIL_CALLS");
    /* Programs that this one starts are left alone. */
    (void)unsetenv("LD_PRELOAD");
    open_before = descriptors();
    counting = fail_at > 0;
    started = true;
}

static void finish(void)
{
    const char *log = getenv("FAIL_LOG");
    const long left = atomic_load(&live);
    const int opened = descriptors() - open_before;
    FILE *out;

    if (!started || !log)
        return;
    counting = started = false;
    out = fopen(log, "w");
    if (!out || fprintf(out, "%ld %ld %d\n", atomic_load(&count), left, opened) < 0 ||
        fclose(out) != 0)
        _exit(99);
}
