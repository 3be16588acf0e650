#include "cli/check.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/checking.h"
#include "cli/input.h"
#include "cli/progress.h"
#include "cli/records.h"
#include "cli/walk.h"

static void on_failed_path(void *ctx, const char *path, const char *reason)
{
    struct rb_cli_checking *c = ctx;

    /* What goes wrong here comes again with the next result, or at the end. */
    (void)rb_cli_reports_failure(c->reports, path, reason);
}

/* ---- records ---- */

static bool check_records(struct rb_cli_checking *c, int fd, const char *path)
{
    struct rb_cli_hold hold;
    struct rb_cli_output *output;
    bool ok;

    if (c->settings.format != RINGBACK_FORMAT_NDJSON) {
        rb_cli_fail_path(c->run, path, "NDJSON goes with --format ndjson");
        return true;
    }
    if (c->settings.n_reports || c->baseline) {
        rb_cli_fail_path(c->run, path,
                         c->baseline ? "--baseline does not go with records"
                                     : "--report does not go with records");
        return true;
    }
    if (!rb_cli_desk_wait(c->desk))
        return false;
    output = rb_cli_reports_records(c->reports);
    if (!output || !rb_cli_team_for_records(c->team, path, &hold))
        return false;
    ok = rb_cli_records(c->run, c->options, &c->settings, &hold, output, fd, path);
    rb_cli_hold_end(&hold);
    return ok;
}

/* ---- paths ---- */

static bool check_open(struct rb_cli_checking *c, int fd, const char *path)
{
    struct rb_cli_hold hold;
    bool ok = true;

    if (rb_cli_input_of(&c->settings, path) == RB_INPUT_NDJSON)
        return check_records(c, fd, path);
    if (!rb_cli_team_for(c->team, path, false, &hold))
        return false;
    if (hold.ignored)
        c->run->left_out++;
    else
        ok = rb_cli_check_file(c, fd, path, &hold, false);
    rb_cli_hold_end(&hold);
    return ok;
}

static enum rb_cli_wanted wants(void *ctx, const char *path, bool folder)
{
    struct rb_cli_checking *c = ctx;
    bool wanted;

    rb_cli_hold_end(&c->hold);
    if (!rb_cli_team_for(c->team, path, folder, &c->hold))
        return RB_WANTED_STOP;
    wanted =
        !c->hold.ignored && (folder || ringback_settings_includes(c->hold.settings, c->hold.inner));
    return wanted ? RB_WANTED_YES : RB_WANTED_NO;
}

static bool on_file(void *ctx, int fd, const char *path)
{
    struct rb_cli_checking *c = ctx;
    bool ok = rb_cli_check_file(c, fd, path, &c->hold, true);

    (void)close(fd);
    return ok;
}

static bool check_folder(struct rb_cli_checking *c, int fd, const char *path)
{
    bool ok;

    if (c->settings.input == RB_INPUT_NDJSON || c->settings.input == RB_INPUT_CSV) {
        (void)close(fd);
        rb_cli_fail_path(c->run, path,
                         c->settings.input == RB_INPUT_CSV
                             ? "a folder holds drafts, not tables: name the files"
                             : "a folder holds drafts, not records: name the files");
        return true;
    }
    c->found = 0;
    ok = rb_cli_walk(c->run, fd, path, wants, on_file, c);
    rb_cli_hold_end(&c->hold);
    if (ok && c->found == 0)
        rb_cli_fail_path(c->run, path, "no drafts in it: nothing to check");
    return ok;
}

static bool check_stdin(struct rb_cli_checking *c)
{
    const char *name = c->settings.stdin_name;

    if (c->stdin_read) {
        rb_cli_fail_path(c->run, "-", "standard input was read already");
        return true;
    }
    c->stdin_read = true;
    /* It may be long in coming. */
    if (!rb_cli_desk_wait(c->desk))
        return false;
    if (isatty(STDIN_FILENO))
        rb_cli_say("type or paste the draft, then press Enter and Ctrl-D");
    return check_open(c, STDIN_FILENO, name ? name : "<stdin>");
}

static bool check_path(struct rb_cli_checking *c, const char *path)
{
    bool ok = true;
    int fd;

    if (strcmp(path, "-") == 0)
        return check_stdin(c);
    switch (rb_cli_open(c->run, path, &fd)) {
    case RB_KIND_FAILED:
        break;
    case RB_KIND_FOLDER:
        return check_folder(c, fd, path);
    case RB_KIND_FILE:
        ok = check_open(c, fd, path);
        (void)close(fd);
        break;
    }
    return ok;
}

/* The folder of what was left before. False: the run cannot go on, which was told. */
static bool remember(struct rb_cli_checking *c, const char *folder)
{
    bool ok = false;
    int fd;

    switch (rb_cli_open(c->run, folder, &fd)) {
    case RB_KIND_FAILED:
        break;
    case RB_KIND_FILE:
        (void)close(fd);
        rb_cli_fail_path(c->run, folder, "--history wants a folder");
        break;
    case RB_KIND_FOLDER:
        c->remembering = true;
        ok = check_folder(c, fd, folder) && rb_cli_desk_wait(c->desk);
        c->remembering = false;
        break;
    }
    return ok;
}

static bool check_all(struct rb_cli_checking *c)
{
    const char *folder = c->options->value[RB_OPTION_HISTORY];
    struct rb_cli_piece whole;

    if (folder && !remember(c, folder))
        return false;
    rb_cli_progress_begin(&c->settings);
    whole = rb_cli_progress_piece();
    for (size_t i = 0; i < c->options->n_operands; i++) {
        rb_cli_progress_next(whole, i, c->options->n_operands);
        if (!check_path(c, c->options->operands[i]))
            return false;
    }
    if (c->options->n_operands == 0 && !check_stdin(c))
        return false;
    if (!rb_cli_desk_wait(c->desk))
        return false;
    rb_cli_progress_end();
    return rb_cli_reports_end(c->reports);
}

void rb_cli_check(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    struct rb_cli_checking *c = calloc(1, sizeof *c);
    bool whole = false;

    if (!c) {
        rb_cli_fail_memory(run);
        return;
    }
    c->run = run;
    c->options = options;
    if (rb_cli_settings_read(run, options, &c->settings) &&
        (c->history = rb_cli_history_new(run)) != NULL &&
        rb_cli_baseline_open(run, options, &c->baseline) &&
        (c->team = rb_cli_team_new(run, options, &c->settings)) != NULL &&
        (c->reports = rb_cli_reports_open(run, &c->settings)) != NULL) {
        c->desk = rb_cli_desk_new(run, c->settings.jobs, rb_cli_history_drafts(c->history),
                                  rb_cli_check_settle, c);
        run->on_failed_path = on_failed_path;
        run->on_failed_path_ctx = c;
        whole = c->desk && check_all(c);
        rb_cli_progress_end();
        rb_cli_desk_free(c->desk);
        run->on_failed_path = NULL;
        rb_cli_reports_close(c->reports, whole);
    }
    rb_cli_baseline_close(c->baseline, whole);
    rb_cli_team_free(c->team);
    rb_cli_history_free(c->history);
    free(c);
}
