/* The program itself with every place that asks for memory refused, one after the other:
 *
 *   places FILE ARGUMENT...      runs ringback ARGUMENT... with FILE for its standard input
 *
 * The shim (shim.c) fails what reaches malloc, and an arena asks malloc but once for thousands of
 * pieces; here each piece is refused by itself, as if its arena were just full. The linker puts the
 * functions below in place of the real ones (--wrap). A place is a call with its callers: the first
 * run notes each when it is met first, and then each has a run in which it is refused, once or with
 * all that follow. Such a run must come to its usual end with its usual output, or end with status
 * 3 and a last line that speaks of memory, and must give back what it took.
 *
 * PLACES_AT=K refuses the K-th request alone, and with PLACES_ON those that follow, in this
 * process: for a debugger. PLACES_SEEN, a file, keeps the places between calls: one that an earlier
 * command refused is not refused again. */
#define _GNU_SOURCE
#include "base/arena.h"

#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CALLERS = 4, SLOTS = 1 << 16, MOST = 1 << 14, MOST_SHOWN = 20, NO_MEMORY = 3 };

/* What the first run tells the process that started it; the one thing they share. */
struct notes {
    uint64_t seen[SLOTS]; /* places met, by their hash; 0 for none */
    long first[MOST];     /* at which request each place was met first */
    size_t n;
    long requests;
    long kept; /* not given back at the end of the last run */
};

static struct notes *notes;
static atomic_long requests, kept;
static atomic_bool counting;
static long refuse_at; /* 0: note the places instead */
static bool for_ever, showing;

int __real_main(int argc, char **argv);
void *__real_malloc(size_t);
void *__real_calloc(size_t, size_t);
void *__real_realloc(void *, size_t);
void __real_free(void *);
char *__real_realpath(const char *, char *);
char *__real_strdup(const char *);
char *__real_strndup(const char *, size_t);
void *__real_rb_arena_alloc(struct rb_arena *, size_t);
void *__real_rb_arena_array(struct rb_arena *, size_t, size_t);
struct rb_slice __real_rb_arena_copy(struct rb_arena *, struct rb_slice);
void *__real_rb_arena_grow(struct rb_arena *, void *, size_t, size_t *, size_t);
void *__real_rb_arena_copy_array(struct rb_arena *, const void *, size_t, size_t *, size_t);
void *__wrap_malloc(size_t);
void *__wrap_calloc(size_t, size_t);
void *__wrap_realloc(void *, size_t);
void __wrap_free(void *);
char *__wrap_realpath(const char *, char *);
char *__wrap_strdup(const char *);
char *__wrap_strndup(const char *, size_t);
void *__wrap_rb_arena_alloc(struct rb_arena *, size_t);
void *__wrap_rb_arena_array(struct rb_arena *, size_t, size_t);
struct rb_slice __wrap_rb_arena_copy(struct rb_arena *, struct rb_slice);
void *__wrap_rb_arena_grow(struct rb_arena *, void *, size_t, size_t *, size_t);
void *__wrap_rb_arena_copy_array(struct rb_arena *, const void *, size_t, size_t *, size_t);
int __wrap_main(int argc, char **argv);

/* ---- what is refused ---- */

static bool is_new(uint64_t place)
{
    for (size_t at = place % SLOTS;; at = (at + 1) % SLOTS) {
        if (notes->seen[at] == place)
            return false;
        if (notes->seen[at] == 0) {
            notes->seen[at] = place;
            return true;
        }
    }
}

static void note_place(long k)
{
    /* The first two are this function and the one in place of the real one. */
    void *calls[CALLERS + 2];
    const int n = backtrace(calls, CALLERS + 2);
    uint64_t place = 14695981039346656037u;

    for (int i = 2; i < n; i++)
        place = (place ^ ((uint64_t)calls[i] - (uint64_t)&notes)) * 1099511628211u;
    if (notes->n < MOST && is_new(place | 1))
        notes->first[notes->n++] = k;
}

#define REFUSED (atomic_load(&counting) && refused())
static inline __attribute__((always_inline)) bool refused(void)
{
    const long k = atomic_fetch_add(&requests, 1) + 1;

    if (refuse_at == 0)
        note_place(k);
    if (refuse_at == 0 || k < refuse_at || (k > refuse_at && !for_ever))
        return false;
    if (showing && k == refuse_at) {
        void *calls[MOST_SHOWN];

        backtrace_symbols_fd(calls, backtrace(calls, MOST_SHOWN), 2);
    }
    errno = ENOMEM;
    return true;
}

static void *taken(void *p)
{
    if (p)
        atomic_fetch_add(&kept, 1);
    return p;
}

void *__wrap_malloc(size_t size)
{
    return REFUSED ? NULL : taken(__real_malloc(size));
}

void *__wrap_calloc(size_t n, size_t size)
{
    return REFUSED ? NULL : taken(__real_calloc(n, size));
}

void *__wrap_realloc(void *old, size_t size)
{
    if (REFUSED)
        return NULL;
    return old ? __real_realloc(old, size) : taken(__real_realloc(NULL, size));
}

void __wrap_free(void *p)
{
    if (p)
        atomic_fetch_sub(&kept, 1);
    __real_free(p);
}

char *__wrap_realpath(const char *path, char *to)
{
    return REFUSED ? NULL : taken(__real_realpath(path, to));
}

char *__wrap_strdup(const char *s)
{
    return REFUSED ? NULL : taken(__real_strdup(s));
}

char *__wrap_strndup(const char *s, size_t n)
{
    return REFUSED ? NULL : taken(__real_strndup(s, n));
}

static void *full(struct rb_arena *a)
{
    a->failed = true;
    return NULL;
}

void *__wrap_rb_arena_alloc(struct rb_arena *a, size_t size)
{
    return REFUSED ? full(a) : __real_rb_arena_alloc(a, size);
}

void *__wrap_rb_arena_array(struct rb_arena *a, size_t n, size_t size)
{
    return REFUSED ? full(a) : __real_rb_arena_array(a, n, size);
}

struct rb_slice __wrap_rb_arena_copy(struct rb_arena *a, struct rb_slice s)
{
    if (!REFUSED)
        return __real_rb_arena_copy(a, s);
    full(a);
    return rb_slice_of("", 0);
}

void *__wrap_rb_arena_grow(struct rb_arena *a, void *old, size_t n, size_t *cap, size_t size)
{
    if (n < *cap)
        return old;
    return REFUSED ? full(a) : __real_rb_arena_grow(a, old, n, cap, size);
}

void *__wrap_rb_arena_copy_array(struct rb_arena *a, const void *items, size_t n, size_t *cap,
                                 size_t size)
{
    return REFUSED ? full(a) : __real_rb_arena_copy_array(a, items, n, cap, size);
}

/* ---- one run ---- */

static const char *input;
static int arguments;
static char **argument;

/* What it writes to standard output and standard error goes to the files; gives its status. */
static int run(int out, int err)
{
    int status;
    pid_t child;

    if (ftruncate(out, 0) != 0 || ftruncate(err, 0) != 0)
        return -1;
    (void)lseek(out, 0, SEEK_SET);
    (void)lseek(err, 0, SEEK_SET);
    child = fork();
    if (child == 0) {
        const int in = open(input, O_RDONLY);

        if (in < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0)
            _exit(99);
        (void)close(in);
        (void)alarm(120);
        atomic_store(&counting, true);
        status = __real_main(arguments, argument);
        atomic_store(&counting, false);
        notes->kept = atomic_load(&kept);
        notes->requests = atomic_load(&requests);
        exit(status);
    }
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status)
               ? WEXITSTATUS(status)
               : -1;
}

static size_t bytes_of(int fd, char *to, size_t size)
{
    const ssize_t n = pread(fd, to, size - 1, 0);

    to[n > 0 ? n : 0] = '\0';
    return n > 0 ? (size_t)n : 0;
}

/* Whether the last line says that there was too little memory. */
static bool says_why(int err)
{
    static char text[1 << 16];
    size_t n = bytes_of(err, text, sizeof text);
    const char *line;

    while (n && text[n - 1] == '\n')
        text[--n] = '\0';
    line = strrchr(text, '\n');
    line = line ? line + 1 : text;
    return strncmp(line, "ringback: ", 10) == 0 && strstr(line, "memory");
}

static bool same(int a, int b)
{
    static char one[1 << 20], other[1 << 20];
    const size_t n = bytes_of(a, one, sizeof one);

    return n == bytes_of(b, other, sizeof other) && memcmp(one, other, n) == 0;
}

/* ---- all of them ---- */

static int usual, usual_out, out, err;

static const char *fault(int status)
{
    if (status == NO_MEMORY && !says_why(err))
        return "status 3 without the reason on the last line";
    if (status != NO_MEMORY && status != usual)
        return "a wrong status";
    if (status == usual && !same(out, usual_out))
        return "another output";
    return notes->kept ? "memory not given back" : NULL;
}

static int refuse_each(void)
{
    size_t told = 0;

    for (size_t i = 0; i < notes->n; i++)
        for (int ever = 0; ever < 2; ever++) {
            int status;
            const char *bad;

            refuse_at = notes->first[i];
            for_ever = ever;
            notes->kept = 0;
            status = run(out, err);
            bad = fault(status);
            if (bad) {
                static char text[1 << 12];

                showing = true;
                (void)run(out, err);
                (void)bytes_of(err, text, sizeof text);
                printf("request %ld%s: %s, status %d, %ld kept\n%s\n", refuse_at,
                       ever ? " and all later" : "", bad, status, notes->kept, text);
                return 1;
            }
            told += status == NO_MEMORY;
        }
    printf("%zu places in %ld requests, %zu runs ended for want of memory\n", notes->n,
           notes->requests, told);
    return 0;
}

static int temporary(void)
{
    char name[] = "/tmp/places.XXXXXX";
    const int fd = mkstemp(name);

    if (fd >= 0)
        (void)unlink(name);
    return fd;
}

int __wrap_main(int argc, char **argv)
{
    const char *path = getenv("PLACES_SEEN");
    const int seen = path ? open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;
    const char *alone = getenv("PLACES_AT");
    void *first[1];

    if (alone && argc > 2) {
        refuse_at = strtol(alone, NULL, 10);
        for_ever = getenv("PLACES_ON") != NULL;
        atomic_store(&counting, refuse_at > 0);
        argv[1] = argv[0];
        return __real_main(argc - 1, argv + 1);
    }
    notes = mmap(NULL, sizeof *notes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    usual_out = temporary();
    out = temporary();
    err = temporary();
    if (argc < 3 || notes == MAP_FAILED || usual_out < 0 || out < 0 || err < 0)
        return 99;
    if (seen >= 0)
        (void)!read(seen, notes->seen, sizeof notes->seen);
    input = argv[1];
    argument = argv + 1;
    argument[0] = argv[0];
    arguments = argc - 1;
    /* It loads a library when it is called first. */
    (void)backtrace(first, 1);
    usual = run(usual_out, err);
    if (usual < 0 || notes->kept != 0) {
        printf("status %d without a fault, %ld kept\n", usual, notes->kept);
        return 1;
    }
    if (refuse_each() != 0)
        return 1;
    if (seen >= 0)
        (void)!pwrite(seen, notes->seen, sizeof notes->seen, 0);
    return 0;
}
