#include "cli/team.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/folders.h"
#include "cli/rules.h"

enum {
    /* Past the library's own limit, whose message says more. */
    MAX_CONFIG_BYTES = 1024 * 1024,
    MOST_FILES = 64 /* that one configuration may be built of */
};

/* A configuration, loaded; or what holds without one. */
struct config {
    char *shown;  /* "": there is none */
    char *folder; /* absolute; globs count from it */
    ringback_settings *settings;
    ringback_rules *rules; /* NULL: the team's own */
    ringback_checker *checker;
};

struct rb_cli_team {
    struct rb_cli_run *run;
    const struct rb_cli_options *options;
    const struct rb_cli_settings *cli;
    struct rb_cli_folders *folders;
    ringback_rules *rules; /* built in, with those of --rules */
    struct config *none;   /* what holds without a configuration */
    struct config *named;  /* --config */
};

/* ---- loading ---- */

/* What a configuration is built of is kept until it is loaded. */
struct reader {
    struct rb_cli_run *run;
    struct rb_cli_bytes files[MOST_FILES];
    size_t n;
};

static bool open_base(void *ctx, const char *path, ringback_source *out, char *reason, size_t size)
{
    struct reader *r = ctx;
    struct rb_cli_bytes *bytes = &r->files[r->n];
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    struct stat st;
    bool ok = false;

    if (fd < 0 || fstat(fd, &st) != 0)
        (void)snprintf(reason, size, "%s", strerror(errno));
    else if (!S_ISREG(st.st_mode) || r->n + 1 == MOST_FILES)
        (void)snprintf(reason, size, "it is no file that could be read");
    else
        ok = rb_cli_read_all(r->run, fd, path, MAX_CONFIG_BYTES, bytes);
    if (fd >= 0)
        (void)close(fd);
    if (!ok)
        return false;
    r->n++;
    *out = (ringback_source){path, bytes->ptr, bytes->len};
    return true;
}

static void on_error(void *ctx, const ringback_error *err)
{
    (void)ctx;
    rb_cli_tell(NULL, err);
}

static bool load_settings(struct rb_cli_team *team, struct config *c)
{
    struct reader *r = calloc(1, sizeof *r);
    struct rb_cli_bytes bytes = {NULL, 0};
    ringback_source source = {c->shown, "", 0};
    ringback_status status = RINGBACK_ERR_MEMORY;
    ringback_error err;

    if (r && *c->shown && !rb_cli_read_named(team->run, c->shown, MAX_CONFIG_BYTES, &bytes)) {
        if (team->run->worst == RB_EXIT_WRONG)
            team->run->why = "the configuration could not be read";
        free(r);
        return false;
    }
    if (r) {
        r->run = team->run;
        source.data = bytes.ptr;
        source.len = bytes.len;
        status = ringback_settings_load(*c->shown ? &source : NULL, open_base, on_error, r,
                                        &c->settings, &err);
        for (size_t i = 0; i < r->n; i++)
            free(r->files[i].ptr);
    }
    free(bytes.ptr);
    free(r);
    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(team->run);
    else if (status != RINGBACK_OK)
        rb_cli_fail_quietly(team->run, RB_EXIT_WRONG, "the configuration does not load");
    return status == RINGBACK_OK;
}

static bool verify(struct rb_cli_team *team, struct config *c, const ringback_rules *rules)
{
    ringback_error err;
    ringback_status status = ringback_settings_verify(c->settings, rules, rb_cli_tell, NULL, &err);

    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(team->run);
    else if (status != RINGBACK_OK)
        rb_cli_fail_quietly(team->run, RB_EXIT_WRONG, "the configuration does not load");
    return status == RINGBACK_OK;
}

/* The checker's own options are those of the command line: they are checked here, once. */
static bool make_checker(struct rb_cli_team *team, struct config *c, const ringback_rules *rules)
{
    ringback_error err;
    ringback_status status = ringback_checker_new(rules, &team->cli->check, &c->checker, &err);

    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(team->run);
    else if (status != RINGBACK_OK)
        rb_cli_fail(team->run, RB_EXIT_WRONG, RB_USAGE, "%s", err.message);
    return status == RINGBACK_OK;
}

static void free_config(struct config *c)
{
    if (!c)
        return;
    ringback_checker_free(c->checker);
    ringback_rules_free(c->rules);
    ringback_settings_free(c->settings);
    free(c->shown);
    free(c->folder);
    free(c);
}

/* NULL: a failure went to the run. */
static struct config *load_config(struct rb_cli_team *team, const char *shown, const char *folder)
{
    struct config *c = calloc(1, sizeof *c);
    const ringback_rules *rules = team->rules;

    if (c) {
        c->shown = strdup(shown);
        c->folder = strdup(folder);
    }
    if (!c || !c->shown || !c->folder) {
        rb_cli_fail_memory(team->run);
        free_config(c);
        return NULL;
    }
    if (!load_settings(team, c))
        goto failed;
    if (ringback_settings_rules(c->settings, 0)) {
        c->rules = rb_cli_rules_for(team->run, team->options, c->settings);
        rules = c->rules;
    }
    if (rules && verify(team, c, rules) && make_checker(team, c, rules))
        return c;
failed:
    free_config(c);
    return NULL;
}

static bool load_named(struct rb_cli_team *team, const char *path)
{
    char *folder = rb_cli_folder_path(path, false);

    if (folder)
        team->named = load_config(team, path, folder);
    else
        rb_cli_fail_look(team->run, path);
    free(folder);
    return team->named != NULL;
}

struct rb_cli_team *rb_cli_team_new(struct rb_cli_run *run, const struct rb_cli_options *options,
                                    const struct rb_cli_settings *cli)
{
    struct rb_cli_team *team = calloc(1, sizeof *team);
    const char *named = options->value[RB_OPTION_CONFIG];

    if (!team) {
        rb_cli_fail_memory(run);
        return NULL;
    }
    team->run = run;
    team->options = options;
    team->cli = cli;
    team->folders = rb_cli_folders_new(run);
    team->rules = team->folders ? rb_cli_rules_load(run, options, NULL, 0) : NULL;
    if (team->rules && (!named || load_named(team, named)))
        return team;
    rb_cli_team_free(team);
    return NULL;
}

static void free_own(void *ctx, struct rb_cli_folder *folder)
{
    (void)ctx;
    free_config(folder->own);
}

void rb_cli_team_free(struct rb_cli_team *team)
{
    if (!team)
        return;
    if (team->folders)
        rb_cli_folders_each(team->folders, free_own, NULL);
    rb_cli_folders_free(team->folders);
    free_config(team->none);
    free_config(team->named);
    ringback_rules_free(team->rules);
    free(team);
}

/* ---- what holds ---- */

static struct config *without(struct rb_cli_team *team)
{
    if (!team->none)
        team->none = load_config(team, "", "/");
    return team->none;
}

static struct config *config_of(struct rb_cli_team *team, struct rb_cli_folder *folder)
{
    if (!folder->own)
        folder->own = load_config(team, folder->shown, folder->path);
    return folder->own;
}

/* Goes up from the file's folder: the first configuration holds; of the files of patterns the
 * nearest that says something decides. NULL: a failure went to the run. */
static struct config *search(struct rb_cli_team *team, struct rb_cli_folder *folder,
                             const char *absolute, bool is_folder, bool *ignored)
{
    struct config *found = NULL;
    int said = 0;

    for (int level = 0; folder && level < RB_MAX_LEVELS; level++) {
        const char *inner = rb_cli_below(absolute, folder->path);

        if (folder->config && !found) {
            found = config_of(team, folder);
            if (!found)
                return NULL;
        }
        if (said == 0 && folder->ignore.ptr && inner && *inner)
            said = ringback_ignored(folder->ignore.ptr, folder->ignore.len, inner, is_folder);
        if (found && ringback_settings_root(found->settings))
            break;
        folder = rb_cli_folder_above(team->folders, folder);
    }
    *ignored = said > 0;
    return found ? found : without(team);
}

/* Of a file in its folder, which is absolute. */
static char *absolute_of(const char *folder, const char *path, bool is_folder)
{
    const char *slash = strrchr(path, '/');

    return is_folder ? strdup(folder) : rb_cli_join(folder, slash ? slash + 1 : path);
}

static bool hold(struct rb_cli_team *team, struct config *c, const char *absolute,
                 struct rb_cli_hold *out)
{
    const char *inner = rb_cli_below(absolute, c->folder);

    *out = (struct rb_cli_hold){.settings = c->settings,
                                .rules = c->rules ? c->rules : team->rules,
                                .checker = c->checker,
                                .shown = c->shown,
                                .inner = strdup(inner ? inner : absolute + 1)};
    if (!out->inner)
        rb_cli_fail_memory(team->run);
    return out->inner != NULL;
}

static struct config *choose(struct rb_cli_team *team, const char *folder, const char *absolute,
                             bool is_folder, bool *ignored)
{
    struct rb_cli_folder *at;

    if (team->named)
        return team->named;
    if (team->options->value[RB_OPTION_NO_CONFIG])
        return without(team);
    at = rb_cli_folder_at(team->folders, folder);
    return at ? search(team, at, absolute, is_folder, ignored) : NULL;
}

static bool team_for(struct rb_cli_team *team, const char *path, bool is_folder, bool records,
                     struct rb_cli_hold *out)
{
    const char *folder = rb_cli_folder_of(team->folders, path, is_folder);
    char *absolute = folder ? absolute_of(folder, path, is_folder) : NULL;
    bool ignored = false, ok = false;
    struct config *c = NULL;

    if (!absolute)
        rb_cli_fail_look(team->run, path);
    else if (records)
        c = team->named ? team->named : without(team);
    else
        c = choose(team, folder, absolute, is_folder, &ignored);
    if (c && hold(team, c, absolute, out)) {
        out->ignored =
            ignored ||
            (*out->inner && ringback_settings_excludes(out->settings, out->inner, is_folder, NULL));
        ok = true;
    }
    free(absolute);
    return ok;
}

bool rb_cli_team_for(struct rb_cli_team *team, const char *path, bool is_folder,
                     struct rb_cli_hold *out)
{
    return team_for(team, path, is_folder, false, out);
}

bool rb_cli_team_for_records(struct rb_cli_team *team, const char *path, struct rb_cli_hold *out)
{
    return team_for(team, path, false, true, out);
}

void rb_cli_hold_end(struct rb_cli_hold *h)
{
    free(h->inner);
    h->inner = NULL;
}

/* ---- options ---- */

void rb_cli_settings_over(const struct rb_cli_options *options, const struct rb_cli_settings *cli,
                          ringback_options *o)
{
    const char *const *value = options->value;

    if (value[RB_OPTION_STYLE])
        o->style = cli->check.style;
    if (value[RB_OPTION_PACE])
        o->words_per_minute = cli->check.words_per_minute;
    if (value[RB_OPTION_NUMBER_PACE])
        o->number_percent = cli->check.number_percent;
    if (value[RB_OPTION_MEASURED])
        o->measured_ms = cli->check.measured_ms;
    if (value[RB_OPTION_DIAL_AT])
        o->dial_minute = cli->check.dial_minute;
    if (value[RB_OPTION_ADDRESS])
        o->formal = cli->check.formal;
    if (value[RB_OPTION_MIN_SCORE])
        o->min_score = cli->check.min_score;
    o->brief = cli->check.brief;
}

ringback_checker *rb_cli_hold_checker(struct rb_cli_run *run, const struct rb_cli_options *options,
                                      const struct rb_cli_settings *cli,
                                      const struct rb_cli_hold *hold)
{
    ringback_profile *profile = NULL;
    ringback_checker *checker = NULL;
    ringback_options o;
    ringback_error err;
    ringback_status status = ringback_settings_for(hold->settings, hold->inner, &profile, &err);

    if (status == RINGBACK_OK) {
        ringback_profile_options(profile, &o);
        rb_cli_settings_over(options, cli, &o);
        status = ringback_checker_new(hold->rules, &o, &checker, &err);
    }
    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(run);
    else if (status != RINGBACK_OK)
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "%s", err.message);
    ringback_profile_free(profile);
    return checker;
}
