/* For LD_PRELOAD: lets the FAIL_AT-th allocation of the program fail, and every later one too when
 * FAIL_ON is set. Only allocations of FAIL_FROM bytes or more are counted, when that is set. At the
 * end it writes to the file FAIL_LOG how many there were.
 *
 * Allocations before main, of the dynamic linker and the C library's start, are not counted: they
 * are not the program's. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static atomic_long count;
static long fail_at;
static size_t fail_from;
static bool fail_on, counting;

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

static void *symbol(const char *name)
{
    void *p = dlsym(RTLD_NEXT, name);

    if (!p)
        _exit(99);
    return p;
}

static bool refuse(size_t size)
{
    long n;

    if (!counting || size < fail_from)
        return false;
    n = atomic_fetch_add(&count, 1) + 1;
    if (n == fail_at || (fail_on && n > fail_at)) {
        errno = ENOMEM;
        return true;
    }
    return false;
}

void *malloc(size_t size)
{
    if (!real_malloc) {
        static bool inside;

        if (inside)
            return early_alloc(size);
        inside = true;
        *(void **)&real_malloc = symbol("malloc");
        inside = false;
    }
    return refuse(size) ? NULL : real_malloc(size);
}

void *calloc(size_t n, size_t size)
{
    if (!real_calloc) {
        static bool inside;

        /* Fresh static memory is zero. */
        if (inside)
            return early_alloc(n * size);
        inside = true;
        *(void **)&real_calloc = symbol("calloc");
        inside = false;
    }
    return refuse(n * size) ? NULL : real_calloc(n, size);
}

void *realloc(void *old, size_t size)
{
    if (!real_realloc)
        *(void **)&real_realloc = symbol("realloc");
    return refuse(size) ? NULL : real_realloc(old, size);
}

void free(void *p)
{
    static void (*real_free)(void *);

    if ((char *)p >= early && (char *)p < early + sizeof early)
        return;
    if (!real_free)
        *(void **)&real_free = symbol("free");
    real_free(p);
}

static void begin(void) __attribute__((constructor));
static void finish(void) __attribute__((destructor));

static void begin(void)
{
    const char *at = getenv("FAIL_AT"), *from = getenv("FAIL_FROM");

    fail_at = at ? strtol(at, NULL, 10) : 0;
    fail_from = from ? strtoul(from, NULL, 10) : 0;
    fail_on = getenv("FAIL_ON") != NULL;
    counting = fail_at > 0;
}

static void finish(void)
{
    const char *log = getenv("FAIL_LOG");
    FILE *out;

    counting = false;
    if (!log)
        return;
    out = fopen(log, "w");
    if (!out || fprintf(out, "%ld\n", atomic_load(&count)) < 0 || fclose(out) != 0)
        _exit(99);
}
