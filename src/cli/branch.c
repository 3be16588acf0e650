#include "cli/branch.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/folders.h"
#include "cli/git.h"
#include "cli/told.h"
#include "cli/versions.h"

enum { MAX_LIST = 64 * 1024 * 1024 };

struct branch {
    struct rb_cli_run *run;
    const struct rb_cli_options *options;
    struct rb_cli_session session;
    struct rb_cli_told told;
    char *base;   /* the commit that it left */
    char *up;     /* from the current folder to the repository's: "../" */
    char *prefix; /* from there back: "calls/" */
};

/* ---- what git says ---- */

/* Where the branch left the revision; the revision itself when they have nothing in common. */
static bool find_base(struct branch *b, const char *rev)
{
    const char *const common[] = {"merge-base", rev, "HEAD", NULL};
    char commit[300];
    const char *const itself[] = {"rev-parse", "--verify", commit, NULL};
    struct rb_cli_git git;

    if (*rev == '-' || *rev == '\0' || strlen(rev) + 10 > sizeof commit) {
        rb_cli_fail(b->run, RB_EXIT_WRONG, RB_USAGE, "'%s' is no revision", rev);
        return false;
    }
    if (!rb_cli_git(b->run, common, RB_MAX_FILE_BYTES, &git))
        return false;
    if (git.status == 0 && git.out.len) {
        git.out.ptr[git.out.len - 1] = '\0';
        b->base = git.out.ptr;
        return true;
    }
    free(git.out.ptr);
    if (git.status != 1) {
        rb_cli_git_fail(b->run, git.reason);
        return false;
    }
    (void)snprintf(commit, sizeof commit, "%s^{commit}", rev);
    b->base = rb_cli_git_line(b->run, itself);
    return b->base != NULL;
}

static bool find_folder(struct branch *b)
{
    static const char *const up[] = {"rev-parse", "--show-cdup", NULL};
    static const char *const prefix[] = {"rev-parse", "--show-prefix", NULL};

    b->up = rb_cli_git_line(b->run, up);
    b->prefix = b->up ? rb_cli_git_line(b->run, prefix) : NULL;
    return b->prefix != NULL;
}

/* A path of the repository as it is seen from the current folder. NULL: no memory. */
static char *seen(const struct branch *b, const char *path)
{
    size_t same = 0, up = 0;
    char *out;

    for (size_t i = 0; b->prefix[i] && b->prefix[i] == path[i]; i++)
        if (path[i] == '/')
            same = i + 1;
    for (size_t i = same; b->prefix[i]; i++)
        up += b->prefix[i] == '/';
    out = malloc(3 * up + strlen(path + same) + 1);
    for (size_t i = 0; out && i < up; i++)
        memcpy(out + 3 * i, "../", 3);
    if (out)
        memcpy(out + 3 * up, path + same, strlen(path + same) + 1);
    return out;
}

/* ---- one file ---- */

/* A file that git tells of: ":100644 100644 OLD NEW M", and one path or two. */
struct change {
    char *path;      /* from the current folder on */
    const char *old; /* the object that holds what it was; "": it was not there */
    bool deleted;
};

/* Named itself, a file is judged as it is; else as one that was found in a folder. */
static bool is_named(const struct branch *b, const char *path)
{
    for (size_t i = 1; i < b->options->n_operands; i++)
        if (strcmp(b->options->operands[i], path) == 0)
            return true;
    return false;
}

/* Whether a search of its folder would find it. False: the run cannot go on. */
static bool wants(struct branch *b, const char *path, bool named, bool *wanted)
{
    struct rb_cli_hold hold;

    if (!rb_cli_team_for(b->session.team, path, false, &hold))
        return false;
    *wanted = !hold.ignored && (named || ringback_settings_includes(hold.settings, hold.inner));
    rb_cli_hold_end(&hold);
    return true;
}

/* What it was is nobody's fault any more: when it cannot be read, the draft counts as new. */
static bool open_old(struct branch *b, const struct change *c, bool marked, struct rb_cli_file *out)
{
    const char *const blob[] = {"cat-file", "blob", c->old, NULL};
    const struct rb_cli_run before = *b->run;
    struct rb_cli_bytes bytes;

    if (!*c->old)
        return false;
    if (!rb_cli_git_good(b->run, blob, RB_MAX_FILE_BYTES, &bytes))
        return false;
    if (rb_cli_file_from(&b->session, c->path, bytes, marked, out))
        return true;
    if (b->run->worst == RB_EXIT_WRONG) {
        *b->run = before;
        rb_cli_say("%s: as it was in %.12s, it counts as not there", c->path, b->base);
    }
    return false;
}

static bool open_new(struct branch *b, const struct change *c, bool marked, struct rb_cli_file *out)
{
    struct rb_cli_bytes bytes;

    return !c->deleted && rb_cli_read_named(b->run, c->path, RB_MAX_FILE_BYTES, &bytes) &&
           rb_cli_file_from(&b->session, c->path, bytes, marked, out);
}

static bool on_delta(void *ctx, const struct rb_cli_delta *d)
{
    struct branch *b = ctx;

    if (rb_cli_delta_is_none(d))
        return true;
    rb_cli_told_begin(&b->told, d);
    return rb_cli_told_end(&b->told);
}

static bool compare(struct branch *b, const struct change *c)
{
    struct rb_cli_file before, after;
    bool named = is_named(b, c->path), wanted = false, was, is, ok;

    if (!wants(b, c->path, named, &wanted))
        return false;
    if (!wanted)
        return true;
    is = open_new(b, c, !named, &after);
    was = (is || c->deleted) && open_old(b, c, !named, &before);
    ok = b->run->worst < RB_EXIT_BROKEN;
    if (ok && (is || was))
        ok = rb_cli_versions(&b->session, was ? &before : NULL, is ? &after : NULL, on_delta, b);
    if (was)
        rb_cli_file_close(&before);
    if (is)
        rb_cli_file_close(&after);
    return ok;
}

/* ---- all of them ---- */

/* The next of the strings that end with NUL; NULL: no more. */
static const char *next(const struct rb_cli_bytes *list, size_t *at)
{
    const char *text = list->ptr + *at;

    if (*at >= list->len)
        return NULL;
    *at += strlen(text) + 1;
    return text;
}

/* A link or a repository within is no draft. */
static bool is_file(const char *mode)
{
    return strncmp(mode, "100", 3) == 0 || strncmp(mode, "000000", 6) == 0;
}

/* ":100644 100644 OLD NEW R087", "from", "to": false when it is nothing of ours. */
static bool read_change(char *line, struct change *c, bool *two)
{
    char *field[5] = {NULL}, *rest = NULL;
    size_t n = 0;

    for (char *word = strtok_r(line, " ", &rest); word && n < 5; word = strtok_r(NULL, " ", &rest))
        field[n++] = word;
    if (n < 5 || *field[0] != ':')
        return false;
    *two = *field[4] == 'R' || *field[4] == 'C';
    c->deleted = *field[4] == 'D';
    c->old = strncmp(field[0] + 1, "000000", 6) == 0 ? "" : field[2];
    return is_file(field[0] + 1) && is_file(field[1]) && *field[4] != 'U';
}

static bool compare_all(struct branch *b, const struct rb_cli_bytes *list)
{
    const char *line;
    bool ok = true;

    for (size_t at = 0; ok && (line = next(list, &at)) != NULL;) {
        struct change c = {.path = NULL};
        bool two = false, ours = read_change(list->ptr + (line - list->ptr), &c, &two);
        const char *path = next(list, &at);

        if (two)
            path = next(list, &at);
        if (!path || !ours)
            continue;
        c.path = seen(b, path);
        if (!c.path)
            rb_cli_fail_memory(b->run);
        ok = c.path && compare(b, &c);
        free(c.path);
    }
    return ok;
}

/* Drafts that git does not know yet are new. */
static bool compare_unknown(struct branch *b, const struct rb_cli_bytes *list)
{
    const char *path;
    bool ok = true;

    for (size_t at = 0; ok && (path = next(list, &at)) != NULL;) {
        struct change c = {.path = strdup(path), .old = ""};

        if (!c.path)
            rb_cli_fail_memory(b->run);
        ok = c.path && compare(b, &c);
        free(c.path);
    }
    return ok;
}

/* git diff --raw and git ls-files with the paths of the command line behind them. NULL: no memory.
 */
static const char **with_paths(const struct branch *b, const char *const *args)
{
    size_t n = 0, paths = b->options->n_operands - 1;
    const char **all;

    while (args[n])
        n++;
    all = calloc(n + paths + 2, sizeof *all);
    if (!all)
        rb_cli_fail_memory(b->run);
    for (size_t i = 0; all && i < n; i++)
        all[i] = args[i];
    for (size_t i = 0; all && i < paths; i++)
        all[n + i] = b->options->operands[i + 1];
    /* Without a path all of the repository is meant, also in a folder of it. */
    if (all && paths == 0 && *b->up)
        all[n] = b->up;
    return all;
}

static bool each(struct branch *b, const char *const *args,
                 bool (*call)(struct branch *, const struct rb_cli_bytes *))
{
    const char **all = with_paths(b, args);
    struct rb_cli_bytes list;
    bool ok = all && rb_cli_git_good(b->run, all, MAX_LIST, &list);

    free(all);
    if (!ok)
        return false;
    ok = call(b, &list);
    free(list.ptr);
    return ok;
}

/* A path that is neither here nor was there is a slip, and not a branch that changes nothing. */
static bool paths_are_there(struct branch *b)
{
    for (size_t i = 1; i < b->options->n_operands; i++) {
        const char *path = b->options->operands[i];
        const char *const args[] = {"ls-tree", "-z", "--name-only", b->base, "--", path, NULL};
        struct rb_cli_bytes list;
        struct stat st;
        size_t n;

        if (lstat(path, &st) == 0)
            continue;
        if (!rb_cli_git_good(b->run, args, MAX_LIST, &list))
            return false;
        n = list.len;
        free(list.ptr);
        if (n == 0)
            rb_cli_fail_path(b->run, path, strerror(ENOENT));
    }
    return b->run->worst == RB_EXIT_OK;
}

static bool run_diff(struct branch *b)
{
    const char *const changed[] = {"diff",
                                   "--raw",
                                   "-z",
                                   "--no-abbrev",
                                   "--find-renames",
                                   "--no-ext-diff",
                                   "--no-textconv",
                                   "--no-color",
                                   "--no-relative",
                                   b->base,
                                   "--",
                                   NULL};
    static const char *const unknown[] = {"ls-files", "--others", "--exclude-standard",
                                          "-z",       "--",       NULL};

    return paths_are_there(b) && each(b, changed, compare_all) && each(b, unknown, compare_unknown);
}

void rb_cli_branch(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    struct branch *b = calloc(1, sizeof *b);

    if (!b) {
        rb_cli_fail_memory(run);
        return;
    }
    b->run = run;
    b->options = options;
    if (options->n_operands == 0)
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE,
                    "diff against what? 'ringback diff REV', such as origin/main");
    else if (rb_cli_session_open(run, options, &b->session)) {
        if (find_base(b, options->operands[0]) && find_folder(b) &&
            rb_cli_told_open(run, &b->session, &b->told))
            rb_cli_told_close(&b->told, b->base, run_diff(b));
        rb_cli_session_close(&b->session);
    }
    free(b->base);
    free(b->up);
    free(b->prefix);
    free(b);
}
