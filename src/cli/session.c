#include "cli/session.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/rules.h"

bool rb_cli_session_open(struct rb_cli_run *run, const struct rb_cli_options *options,
                         struct rb_cli_session *out)
{
    ringback_status status;
    ringback_error err;

    *out = (struct rb_cli_session){.run = run, .options = options};
    if (!rb_cli_settings_read(run, options, &out->settings))
        return false;
    out->rules = rb_cli_rules_load(run, options, NULL, 0);
    if (!out->rules)
        return false;
    status = ringback_checker_new(out->rules, &out->settings.check, &out->checker, &err);
    if (status == RINGBACK_OK)
        return true;
    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(run);
    else
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "%s", err.message);
    rb_cli_session_close(out);
    return false;
}

void rb_cli_session_close(struct rb_cli_session *session)
{
    ringback_checker_free(session->checker);
    ringback_rules_free(session->rules);
    session->checker = NULL;
    session->rules = NULL;
}

/* ---- files ---- */

static bool is_markdown(const char *path)
{
    const char *dot = strrchr(path, '.');

    return dot && (strcmp(dot, ".md") == 0 || strcmp(dot, ".markdown") == 0);
}

bool rb_cli_file_read(struct rb_cli_session *session, const char *path, struct rb_cli_bytes *out)
{
    bool is_stdin = strcmp(path, "-") == 0, ok;
    int fd = STDIN_FILENO;

    if (!is_stdin)
        switch (rb_cli_open(session->run, path, &fd)) {
        case RB_KIND_FAILED:
            return false;
        case RB_KIND_FOLDER:
            (void)close(fd);
            rb_cli_fail_path(session->run, path, "a folder: name the drafts in it");
            return false;
        case RB_KIND_FILE:
            break;
        }
    ok = rb_cli_read_all(session->run, fd, is_stdin ? "<stdin>" : path, RB_MAX_FILE_BYTES, out);
    if (!is_stdin)
        (void)close(fd);
    return ok;
}

static void on_error(void *ctx, const ringback_error *err)
{
    (void)ctx;
    if (err->line)
        rb_cli_say("%s:%lu:%lu: %s", err->source, (unsigned long)err->line,
                   (unsigned long)err->column, err->message);
    else
        rb_cli_say("%s: %s", err->source, err->message);
}

bool rb_cli_file_open(struct rb_cli_session *session, const char *path, struct rb_cli_file *out)
{
    ringback_reading how = RINGBACK_READING_INIT;
    ringback_source source;
    ringback_status status;
    ringback_error err;

    *out = (struct rb_cli_file){.path = strcmp(path, "-") == 0 ? "<stdin>" : path};
    if (!rb_cli_file_read(session, path, &out->bytes))
        return false;
    if (is_markdown(path))
        how.kind = RINGBACK_KIND_MARKDOWN;
    source = (ringback_source){out->path, out->bytes.len ? out->bytes.ptr : "", out->bytes.len};
    status = ringback_file_new(&source, &how, on_error, NULL, &out->drafts, &err);
    if (status == RINGBACK_OK)
        return true;
    free(out->bytes.ptr);
    out->bytes.ptr = NULL;
    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(session->run);
    else
        rb_cli_fail_path(session->run, out->path, "not to be read as drafts");
    return false;
}

void rb_cli_file_close(struct rb_cli_file *file)
{
    ringback_file_free(file->drafts);
    free(file->bytes.ptr);
    file->drafts = NULL;
    file->bytes.ptr = NULL;
}

ringback_options rb_cli_file_options(const struct rb_cli_session *session,
                                     const struct rb_cli_file *file, size_t draft)
{
    const char *const *value = session->options->value;
    const ringback_options *said = &session->settings.check;
    ringback_options o = RINGBACK_OPTIONS_INIT;

    ringback_file_options(file->drafts, draft, &o);
    if (value[RB_OPTION_STYLE])
        o.style = said->style;
    if (value[RB_OPTION_PACE])
        o.words_per_minute = said->words_per_minute;
    if (value[RB_OPTION_NUMBER_PACE])
        o.number_percent = said->number_percent;
    if (value[RB_OPTION_DIAL_AT])
        o.dial_minute = said->dial_minute;
    if (value[RB_OPTION_ADDRESS])
        o.formal = said->formal;
    return o;
}

bool rb_cli_file_good(struct rb_cli_session *session, const struct rb_cli_file *file,
                      ringback_status status, const ringback_error *err, bool *over)
{
    *over = status == RINGBACK_ERR_MEMORY;
    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(session->run);
    else if (status != RINGBACK_OK)
        rb_cli_fail_path(session->run, file->path, err->message);
    return status == RINGBACK_OK;
}
