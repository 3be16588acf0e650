#include "cli/check.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/drafts.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/rules.h"
#include "cli/settings.h"
#include "cli/stream.h"
#include "cli/terminal.h"
#include "cli/walk.h"

struct check {
    struct rb_cli_run *run;
    struct rb_cli_settings settings;
    ringback_checker *checker;
    ringback_report *report; /* NULL: not begun */
    struct rb_cli_output *output;
    bool stdin_read;
};

/* A refused write was told by the output; all else that can go wrong here is a lack of memory. */
static bool report_failed(struct check *c, ringback_status status)
{
    if (status == RINGBACK_OK)
        return false;
    if (status != RINGBACK_ERR_SINK)
        rb_cli_fail_memory(c->run);
    return true;
}

static bool report_begin(struct check *c)
{
    ringback_error err;

    if (c->report)
        return true;
    return !report_failed(c, ringback_report_new(c->settings.format, &c->settings.report,
                                                 rb_cli_output_write, c->output, &c->report, &err));
}

static bool report_end(struct check *c)
{
    ringback_error err;
    bool ok = !c->report || !report_failed(c, ringback_report_end(c->report, &err));

    ringback_report_free(c->report);
    c->report = NULL;
    return ok;
}

static void count(struct check *c, const ringback_result *result)
{
    size_t found[3];

    for (int i = RINGBACK_SUGGESTION; i <= RINGBACK_ERROR; i++)
        found[i] = ringback_result_count(result, (ringback_severity)i);
    rb_cli_count_draft(c->run, found, ringback_result_score(result));
}

static bool check_draft(struct check *c, const char *path, const struct rb_cli_draft *draft)
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
    count(c, result);
    ok = report_begin(c) &&
         !report_failed(c, ringback_report_add_at(c->report, &place, result, &err));
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
        ok = check_draft(c, path, &draft);
    free(bytes.ptr);
    return ok;
}

static bool check_records(struct check *c, int fd, const char *path)
{
    if (c->settings.format != RINGBACK_FORMAT_NDJSON) {
        rb_cli_fail_path(c->run, path, "NDJSON goes with --format ndjson");
        return true;
    }
    return report_end(c) &&
           rb_cli_stream(c->run, c->checker, &c->settings.record, fd, path, c->output);
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
    /* json is one document, also when nothing could be checked. */
    if (c->settings.format == RINGBACK_FORMAT_JSON && !report_begin(c))
        return false;
    return report_end(c);
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
        (c->output = rb_cli_output_open(run, c->settings.output)) != NULL) {
        rb_cli_terminal(rb_cli_output_fd(c->output), c->settings.color, &c->settings.report);
        whole = check_all(c, options);
        ringback_report_free(c->report);
        rb_cli_output_close(c->output, whole);
    }
    ringback_checker_free(c->checker);
    ringback_rules_free(rules);
    free(c);
}
