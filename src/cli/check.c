#include "cli/check.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/baseline.h"
#include "cli/history.h"
#include "cli/input.h"
#include "cli/records.h"
#include "cli/reports.h"
#include "cli/rules.h"
#include "cli/table.h"
#include "cli/team.h"
#include "cli/walk.h"

struct check {
    struct rb_cli_run *run;
    const struct rb_cli_options *options;
    struct rb_cli_settings settings;
    struct rb_cli_team *team;
    struct rb_cli_reports *reports;
    struct rb_cli_hold hold; /* of the file that a search has just found */
    size_t found;            /* files of drafts in the folder that is searched */
    struct rb_cli_history *history;
    struct rb_cli_baseline *baseline; /* NULL: none */
    bool remembering;                 /* the drafts that come now are remembered, not judged */
    bool stdin_read;
};

/* A file at work. */
struct file {
    struct check *check;
    const char *path;
    const struct rb_cli_hold *hold;
    ringback_str bytes;
    ringback_file *drafts;
    ringback_profile *profile;
    ringback_thresholds limits;
    ringback_checker *checker; /* of a table; NULL: it is none */
    ringback_error first;      /* of its errors */
};

static void on_failed_path(void *ctx, const char *path, const char *reason)
{
    struct check *c = ctx;

    /* What goes wrong here comes again with the next result, or at the end. */
    (void)rb_cli_reports_failure(c->reports, path, reason);
}

/* ---- one draft ---- */

static bool report(struct check *c, const struct file *f, ringback_place *place,
                   const ringback_result *result)
{
    size_t count[3];
    uint32_t score;

    place->path = f->path;
    place->file = f->bytes;
    place->limits = &f->limits;
    if (!rb_cli_baseline_take(c->baseline, place, result, &place->accepted))
        return false;
    ringback_result_decides(result, place->accepted, count, &score);
    rb_cli_count_draft(c->run, &f->limits, count, score);
    return rb_cli_reports_add(c->reports, place, result);
}

/* What a check came to; the result is freed. */
static bool settle(struct check *c, const struct file *f, ringback_place *place,
                   const ringback_error *err, ringback_result *result)
{
    bool ok = err->status != RINGBACK_ERR_MEMORY;

    if (!ok) {
        rb_cli_fail_memory(c->run);
    } else if (!result) {
        rb_cli_tell(NULL, err);
        rb_cli_fail_path_told(c->run, f->path, err->message);
    } else {
        ok = (c->remembering || report(c, f, place, result)) &&
             rb_cli_history_add(c->history, result);
    }
    ringback_result_free(result);
    return ok;
}

static bool check_draft(struct check *c, const struct file *f, size_t n)
{
    ringback_place place = RINGBACK_PLACE_INIT;
    ringback_error err = {.status = RINGBACK_OK};
    ringback_result *result = NULL;
    ringback_draft draft;
    ringback_options o;

    (void)ringback_file_draft(f->drafts, n, &draft);
    place.ordinal = (uint32_t)n + 1;
    place.line = draft.line;
    place.heading = draft.name;
    ringback_profile_options(f->profile, &o);
    ringback_file_options(f->drafts, n, &o);
    rb_cli_settings_over(c->options, &c->settings, &o);
    if (!rb_cli_history_next(c->history, f->hold->checker, (uint32_t)n + 1))
        return false;
    err.status = ringback_check_draft(f->hold->checker, f->drafts, n, &o, &result, &err);
    return settle(c, f, &place, &err, result);
}

/* A row of a table. */
static bool on_row(void *ctx, const struct rb_cli_row *row)
{
    struct file *f = ctx;
    ringback_place place = RINGBACK_PLACE_INIT;
    ringback_error err = {.status = RINGBACK_OK};
    ringback_result *result = NULL;

    place.ordinal = row->record;
    place.line = row->line;
    place.column = row->column;
    place.byte = row->byte;
    if (!rb_cli_history_next(f->check->history, f->checker, row->record))
        return false;
    err.status = ringback_check(f->checker, row->text.ptr, row->text.len, &result, &err);
    return settle(f->check, f, &place, &err, result);
}

/* ---- one file ---- */

static void on_error(void *ctx, const ringback_error *err)
{
    struct file *f = ctx;

    rb_cli_tell(NULL, err);
    if (f->first.status == RINGBACK_OK)
        f->first = *err;
}

static ringback_status find_profile(struct check *c, struct file *f, ringback_error *err)
{
    ringback_status status =
        ringback_settings_for(f->hold->settings, f->hold->inner, &f->profile, err);

    if (status == RINGBACK_OK)
        f->limits = rb_cli_thresholds(c->run, f->profile);
    return status;
}

/* Memory aside, what is wrong with a file does not keep the others from being checked. */
static bool cut(struct check *c, struct file *f, bool searched)
{
    ringback_source source = {f->path, f->bytes.ptr, f->bytes.len};
    ringback_reading how = RINGBACK_READING_INIT;
    ringback_error err;
    ringback_status status;

    if (rb_cli_input_of(&c->settings, f->path) == RB_INPUT_MARKDOWN) {
        how.kind = RINGBACK_KIND_MARKDOWN;
        how.marked = searched;
    }
    status = ringback_file_new(&source, &how, on_error, f, &f->drafts, &err);
    if (status == RINGBACK_OK)
        status = find_profile(c, f, &err);
    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(c->run);
    else if (status != RINGBACK_OK)
        rb_cli_fail_path_told(c->run, f->path, f->first.message);
    return status != RINGBACK_ERR_MEMORY;
}

static bool check_table(struct check *c, struct file *f)
{
    ringback_error err;

    if (find_profile(c, f, &err)) {
        rb_cli_fail_memory(c->run);
        return false;
    }
    f->checker = rb_cli_hold_checker(c->run, c->options, &c->settings, f->hold);
    return f->checker &&
           rb_cli_table(c->run, f->path, f->bytes, c->options->value[RB_OPTION_COLUMN], on_row, f);
}

static bool check_text(struct check *c, int fd, const char *path, const struct rb_cli_hold *hold,
                       bool searched)
{
    struct file f = {.check = c, .path = path, .hold = hold};
    struct rb_cli_bytes bytes;
    bool ok;

    /* A file that cannot be read is told, and does not keep the others from being checked. */
    if (!rb_cli_read_all(c->run, fd, path, RB_MAX_FILE_BYTES, &bytes)) {
        c->found++;
        return true;
    }
    f.bytes = (ringback_str){bytes.ptr ? bytes.ptr : "", bytes.len};
    ok = rb_cli_history_file(c->history, fd, path, c->remembering);
    if (ok && rb_cli_input_of(&c->settings, path) == RB_INPUT_CSV) {
        c->found++;
        ok = check_table(c, &f);
    } else if (ok && (ok = cut(c, &f, searched)) && f.profile) {
        size_t n = ringback_file_count(f.drafts);

        c->found += n > 0;
        for (size_t i = 0; ok && i < n; i++)
            ok = check_draft(c, &f, i);
    } else {
        c->found++;
    }
    ringback_checker_free(f.checker);
    ringback_profile_free(f.profile);
    ringback_file_free(f.drafts);
    free(bytes.ptr);
    return ok;
}

/* ---- records ---- */

static bool check_records(struct check *c, int fd, const char *path)
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
    output = rb_cli_reports_records(c->reports);
    if (!output || !rb_cli_team_for_records(c->team, path, &hold))
        return false;
    ok = rb_cli_records(c->run, c->options, &c->settings, &hold, output, fd, path);
    rb_cli_hold_end(&hold);
    return ok;
}

/* ---- paths ---- */

static bool check_open(struct check *c, int fd, const char *path)
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
        ok = check_text(c, fd, path, &hold, false);
    rb_cli_hold_end(&hold);
    return ok;
}

static enum rb_cli_wanted wants(void *ctx, const char *path, bool folder)
{
    struct check *c = ctx;
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
    struct check *c = ctx;
    bool ok = check_text(c, fd, path, &c->hold, true);

    (void)close(fd);
    return ok;
}

static bool check_folder(struct check *c, int fd, const char *path)
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

static bool check_stdin(struct check *c)
{
    const char *name = c->settings.stdin_name;

    if (c->stdin_read) {
        rb_cli_fail_path(c->run, "-", "standard input was read already");
        return true;
    }
    c->stdin_read = true;
    if (isatty(STDIN_FILENO))
        rb_cli_say("type or paste the draft, then press Enter and Ctrl-D");
    return check_open(c, STDIN_FILENO, name ? name : "<stdin>");
}

static bool check_path(struct check *c, const char *path)
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
static bool remember(struct check *c, const char *folder)
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
        ok = check_folder(c, fd, folder);
        c->remembering = false;
        break;
    }
    return ok;
}

static bool check_all(struct check *c)
{
    const char *folder = c->options->value[RB_OPTION_HISTORY];

    if (folder && !remember(c, folder))
        return false;
    for (size_t i = 0; i < c->options->n_operands; i++)
        if (!check_path(c, c->options->operands[i]))
            return false;
    if (c->options->n_operands == 0 && !check_stdin(c))
        return false;
    return rb_cli_reports_end(c->reports);
}

void rb_cli_check(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    struct check *c = calloc(1, sizeof *c);
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
        run->on_failed_path = on_failed_path;
        run->on_failed_path_ctx = c;
        whole = check_all(c);
        run->on_failed_path = NULL;
        rb_cli_reports_close(c->reports, whole);
    }
    rb_cli_baseline_close(c->baseline, whole);
    rb_cli_team_free(c->team);
    rb_cli_history_free(c->history);
    free(c);
}
