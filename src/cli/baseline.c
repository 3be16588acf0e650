#include "cli/baseline.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/folders.h"
#include "cli/output.h"
#include "cli/rules.h"

enum { MOST_TOLD = 10 }; /* of what is not found any more */

struct rb_cli_baseline {
    struct rb_cli_run *run;
    const char *path;
    char *folder; /* absolute */
    ringback_baseline *entries;
    struct rb_cli_output *out; /* NULL: it is only read */
    bool *accepted;
    size_t cap;
    char *last, *key;         /* the last draft's path, and as the file names it */
    unsigned long long fresh; /* findings that it did not have */
};

/* ---- reading ---- */

static bool load(struct rb_cli_baseline *b, const struct rb_cli_bytes *bytes)
{
    ringback_source source = {b->path, bytes->ptr ? bytes->ptr : "", bytes->len};
    ringback_error err;
    ringback_status status = ringback_baseline_load(bytes->ptr ? &source : NULL, &b->entries, &err);

    if (status == RINGBACK_ERR_MEMORY) {
        rb_cli_fail_memory(b->run);
    } else if (status != RINGBACK_OK) {
        rb_cli_tell(NULL, &err);
        rb_cli_fail_quietly(b->run, RB_EXIT_WRONG, "the baseline does not load");
    }
    return status == RINGBACK_OK;
}

/* One that is to be written need not be there yet. */
static bool read_file(struct rb_cli_baseline *b, bool update)
{
    struct rb_cli_bytes bytes = {NULL, 0};
    struct stat st;
    bool ok;

    if (stat(b->path, &st) != 0 && errno == ENOENT) {
        if (update)
            return load(b, &bytes);
        rb_cli_fail(b->run, RB_EXIT_WRONG, "the baseline could not be read",
                    "%s: %s: --update-baseline writes one", b->path, strerror(ENOENT));
        return false;
    }
    if (!rb_cli_read_named(b->run, b->path, RB_MAX_FILE_BYTES, &bytes)) {
        if (b->run->worst == RB_EXIT_WRONG)
            b->run->why = "the baseline could not be read";
        return false;
    }
    ok = load(b, &bytes);
    free(bytes.ptr);
    return ok;
}

static void free_baseline(struct rb_cli_baseline *b)
{
    ringback_baseline_free(b->entries);
    free(b->accepted);
    free(b->folder);
    free(b->last);
    free(b->key);
    free(b);
}

bool rb_cli_baseline_open(struct rb_cli_run *run, const struct rb_cli_options *options,
                          struct rb_cli_baseline **out)
{
    const char *path = options->value[RB_OPTION_BASELINE];
    bool update = options->value[RB_OPTION_UPDATE_BASELINE] != NULL, ok;
    struct rb_cli_baseline *b;

    *out = NULL;
    if (!path && update)
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE,
                    "--update-baseline goes with --baseline, which names the file");
    if (!path)
        return !update;
    b = calloc(1, sizeof *b);
    if (b) {
        b->run = run;
        b->path = path;
        b->folder = rb_cli_folder_path(path, false);
    }
    if (!b || !b->folder)
        rb_cli_fail_look(run, path);
    ok = b && b->folder && read_file(b, update);
    if (ok && update) {
        b->out = rb_cli_output_open(run, path);
        ok = b->out != NULL;
    }
    if (ok)
        *out = b;
    else if (b)
        free_baseline(b);
    return ok;
}

/* ---- taking ---- */

/* The path as the file names it; that of standard input without a name stays as it is. */
static bool set_key(struct rb_cli_baseline *b, const char *path)
{
    char *folder;

    if (b->last && strcmp(b->last, path) == 0)
        return true;
    free(b->last);
    free(b->key);
    b->last = strdup(path);
    b->key = NULL;
    if (strcmp(path, "<stdin>") == 0) {
        b->key = strdup(path);
    } else if ((folder = rb_cli_folder_path(path, false)) != NULL) {
        b->key = rb_cli_seen_from(b->folder, folder, path);
        free(folder);
    }
    if (b->last && b->key)
        return true;
    rb_cli_fail_look(b->run, path);
    return false;
}

static bool reserve(struct rb_cli_baseline *b, size_t n)
{
    bool *grown = n < b->cap ? b->accepted : realloc(b->accepted, (n + 1) * sizeof *grown);

    if (!grown) {
        rb_cli_fail_memory(b->run);
        return false;
    }
    if (n >= b->cap)
        b->cap = n + 1;
    b->accepted = grown;
    return true;
}

bool rb_cli_baseline_take(struct rb_cli_baseline *b, const ringback_place *place,
                          const ringback_result *result, const bool **accepted)
{
    ringback_error err;
    size_t n = 0;

    *accepted = NULL;
    if (!b)
        return true;
    for (int i = RINGBACK_SUGGESTION; i <= RINGBACK_ERROR; i++)
        n += ringback_result_count(result, (ringback_severity)i);
    if (!set_key(b, place->path) || !reserve(b, n))
        return false;
    if (ringback_baseline_take(b->entries, b->key, place, result, b->accepted, n, &err)) {
        rb_cli_fail_memory(b->run);
        return false;
    }
    /* What is being written accepts all that is found. */
    for (size_t i = 0; b->out && i < n; i++) {
        b->fresh += !b->accepted[i];
        b->accepted[i] = true;
    }
    *accepted = b->accepted;
    return true;
}

/* ---- afterwards ---- */

/* Files that it names and that are not there any more. */
static bool find_gone(struct rb_cli_baseline *b)
{
    const char *path;
    ringback_error err;

    for (size_t at = 0; (path = ringback_baseline_path(b->entries, &at)) != NULL;) {
        char *absolute = strcmp(path, "<stdin>") == 0 ? NULL : rb_cli_join(b->folder, path);
        struct stat st;
        bool gone = absolute && lstat(absolute, &st) != 0 && (errno == ENOENT || errno == ENOTDIR);

        free(absolute);
        if (gone && ringback_baseline_gone(b->entries, path, &err)) {
            rb_cli_fail_memory(b->run);
            return false;
        }
    }
    return true;
}

/* The number of findings that are not found any more; each is told. */
static unsigned long long tell_stale(struct rb_cli_baseline *b, bool tell)
{
    unsigned long long n = 0, told = 0;
    ringback_accepted a;

    for (size_t at = 0; ringback_baseline_stale(b->entries, &at, &a);) {
        n += a.count;
        if (tell && told++ < MOST_TOLD)
            rb_cli_say("%s: %.*s: %.*s is not found any more", b->path, (int)a.path.len, a.path.ptr,
                       (int)a.rule.len, a.rule.ptr);
    }
    if (tell && n)
        rb_cli_say("%s: %llu accepted finding%s not found any more: --update-baseline takes %s out",
                   b->path, n, n == 1 ? " is" : "s are", n == 1 ? "it" : "them");
    return n;
}

static void write_file(struct rb_cli_baseline *b)
{
    unsigned long long stale = tell_stale(b, false);
    ringback_error err;
    size_t n = 0;
    ringback_status status =
        ringback_baseline_write(b->entries, rb_cli_output_write, b->out, &n, &err);

    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(b->run);
    rb_cli_output_close(b->out, status == RINGBACK_OK);
    b->out = NULL;
    if (b->run->worst == RB_EXIT_OK)
        rb_cli_say("%s: %zu finding%s accepted, %llu of them new; %llu taken out", b->path, n,
                   n == 1 ? "" : "s", b->fresh, stale);
}

void rb_cli_baseline_close(struct rb_cli_baseline *b, bool whole)
{
    if (!b)
        return;
    whole = whole && find_gone(b) && b->run->worst == RB_EXIT_OK;
    if (b->out && whole) {
        write_file(b);
    } else if (b->out) {
        rb_cli_output_close(b->out, false);
        if (!b->run->quiet)
            rb_cli_say("%s: not written, for not everything could be checked", b->path);
    } else if (whole) {
        (void)tell_stale(b, true);
    }
    free_baseline(b);
}
