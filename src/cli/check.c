#include "cli/check.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/drafts.h"
#include "cli/input.h"
#include "cli/reports.h"
#include "cli/rules.h"
#include "cli/settings.h"
#include "cli/stream.h"
#include "cli/walk.h"

struct check {
    struct rb_cli_run *run;
    struct rb_cli_settings settings;
    ringback_checker *checker;
    struct rb_cli_reports *reports;
    bool stdin_read;
};

static void on_failed_path(void *ctx, const char *path, const char *reason)
{
    struct check *c = ctx;

    /* What goes wrong here comes again with the next result, or at the end. */
    (void)rb_cli_reports_failure(c->reports, path, reason);
}

static void count(struct check *c, const ringback_result *result)
{
    size_t found[3];

    for (int i = RINGBACK_SUGGESTION; i <= RINGBACK_ERROR; i++)
        found[i] = ringback_result_count(result, (ringback_severity)i);
    rb_cli_count_draft(c->run, found, ringback_result_score(result));
}

static bool check_draft(struct check *c, const char *path, const struct rb_cli_bytes *file,
                        const struct rb_cli_draft *draft)
{
    ringback_place place = RINGBACK_PLACE_INIT;
    ringback_result *result = NULL;
    ringback_error err;
    ringback_status status = ringback_check(c->checker, draft->text, draft->len, &result, &err);
    bool ok;

    if (status == RINGBACK_ERR_MEMORY) {
        rb_cli_fail_memory(c->run);
        return false;
    }
    if (status != RINGBACK_OK) {
        rb_cli_fail_path(c->run, path, err.message);
        return true;
    }
    place.path = path;
    place.ordinal = draft->ordinal;
    place.line = draft->line;
    place.file = (ringback_str){file->ptr ? file->ptr : "", file->len};
    count(c, result);
    ok = rb_cli_reports_add(c->reports, &place, result);
    ringback_result_free(result);
    return ok;
}

static bool check_text(struct check *c, int fd, const char *path)
{
    struct rb_cli_bytes bytes;
    struct rb_cli_drafts drafts;
    struct rb_cli_draft draft;
    bool ok = true;

    /* A file that cannot be read is told, and does not keep the others from being checked. */
    if (!rb_cli_read_all(c->run, fd, path, RB_MAX_FILE_BYTES, &bytes))
        return true;
    rb_cli_drafts_init(&drafts, bytes.ptr, bytes.len);
    while (ok && rb_cli_drafts_next(&drafts, &draft))
        ok = check_draft(c, path, &bytes, &draft);
    free(bytes.ptr);
    return ok;
}

static bool check_records(struct check *c, int fd, const char *path)
{
    struct rb_cli_output *output;

    if (c->settings.format != RINGBACK_FORMAT_NDJSON) {
        rb_cli_fail_path(c->run, path, "NDJSON goes with --format ndjson");
        return true;
    }
    if (c->settings.n_reports) {
        rb_cli_fail_path(c->run, path, "--report does not go with records");
        return true;
    }
    output = rb_cli_reports_records(c->reports);
    return output && rb_cli_stream(c->run, c->checker, &c->settings.record, fd, path, output);
}

static bool check_open(struct check *c, int fd, const char *path)
{
    bool records = c->settings.input == RB_INPUT_NDJSON ||
                   (c->settings.input == RB_INPUT_AUTO && rb_cli_is_ndjson_name(path));

    return records ? check_records(c, fd, path) : check_text(c, fd, path);
}

static bool on_file(void *ctx, int fd, const char *path)
{
    bool ok = check_text(ctx, fd, path);

    (void)close(fd);
    return ok;
}

static bool check_folder(struct check *c, int fd, const char *path)
{
    size_t found = 0;
    bool ok;

    if (c->settings.input == RB_INPUT_NDJSON) {
        (void)close(fd);
        rb_cli_fail_path(c->run, path, "a folder holds drafts, not records: name the files");
        return true;
    }
    ok = rb_cli_walk(c->run, fd, path, on_file, c, &found);
    if (ok && found == 0)
        rb_cli_fail_path(c->run, path, "no *.txt or *.voicemail in it: nothing to check");
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

static bool check_all(struct check *c, const struct rb_cli_options *options)
{
    for (size_t i = 0; i < options->n_operands; i++)
        if (!check_path(c, options->operands[i]))
            return false;
    if (options->n_operands == 0 && !check_stdin(c))
        return false;
    return rb_cli_reports_end(c->reports);
}

static bool make_checker(struct check *c, const ringback_rules *rules)
{
    ringback_error err;
    ringback_status status = ringback_checker_new(rules, &c->settings.check, &c->checker, &err);

    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(c->run);
    else if (status != RINGBACK_OK)
        rb_cli_fail(c->run, RB_EXIT_WRONG, RB_USAGE, "%s", err.message);
    return status == RINGBACK_OK;
}

void rb_cli_check(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    struct check *c = calloc(1, sizeof *c);
    ringback_rules *rules = NULL;
    bool whole;

    if (!c) {
        rb_cli_fail_memory(run);
        return;
    }
    c->run = run;
    if (rb_cli_settings_read(run, options, &c->settings) &&
        (rules = rb_cli_rules_load(run, options, NULL, 0)) != NULL && make_checker(c, rules) &&
        (c->reports = rb_cli_reports_open(run, &c->settings)) != NULL) {
        run->on_failed_path = on_failed_path;
        run->on_failed_path_ctx = c;
        whole = check_all(c, options);
        run->on_failed_path = NULL;
        rb_cli_reports_close(c->reports, whole);
    }
    ringback_checker_free(c->checker);
    ringback_rules_free(rules);
    free(c);
}
