#include "cli/session.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/rules.h"

bool rb_cli_session_open(struct rb_cli_run *run, const struct rb_cli_options *options,
                         struct rb_cli_session *out)
{
    *out = (struct rb_cli_session){.run = run, .options = options};
    if (!rb_cli_settings_read(run, options, &out->settings))
        return false;
    /* What is shown of a session's drafts is what is wrong with them. */
    out->settings.check.brief = true;
    out->team = rb_cli_team_new(run, options, &out->settings);
    return out->team != NULL;
}

void rb_cli_session_close(struct rb_cli_session *session)
{
    rb_cli_team_free(session->team);
    session->team = NULL;
}

/* ---- files ---- */

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

bool rb_cli_file_from(struct rb_cli_session *session, const char *path, struct rb_cli_bytes bytes,
                      bool marked, struct rb_cli_file *out)
{
    ringback_source source = {path, bytes.len ? bytes.ptr : "", bytes.len};
    ringback_reading how = RINGBACK_READING_INIT;
    ringback_status status = RINGBACK_OK;
    ringback_error err;

    *out = (struct rb_cli_file){.path = path, .bytes = bytes};
    if (!rb_cli_team_for(session->team, path, false, &out->hold)) {
        rb_cli_file_close(out);
        return false;
    }
    if (rb_cli_is_markdown_name(path)) {
        how.kind = RINGBACK_KIND_MARKDOWN;
        how.marked = marked;
    }
    status = ringback_file_new(&source, &how, rb_cli_tell, NULL, &out->drafts, &err);
    if (status == RINGBACK_OK)
        status = ringback_settings_for(out->hold.settings, out->hold.inner, &out->profile, &err);
    if (status == RINGBACK_OK)
        return true;
    rb_cli_file_close(out);
    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(session->run);
    else
        rb_cli_fail_path(session->run, path, "not to be read as drafts");
    return false;
}

bool rb_cli_file_open(struct rb_cli_session *session, const char *path, struct rb_cli_file *out)
{
    struct rb_cli_bytes bytes;

    return rb_cli_file_read(session, path, &bytes) &&
           rb_cli_file_from(session, strcmp(path, "-") == 0 ? "<stdin>" : path, bytes, false, out);
}

void rb_cli_file_close(struct rb_cli_file *file)
{
    ringback_profile_free(file->profile);
    ringback_file_free(file->drafts);
    rb_cli_hold_end(&file->hold);
    free(file->bytes.ptr);
    *file = (struct rb_cli_file){.path = file->path};
}

ringback_options rb_cli_file_options(const struct rb_cli_session *session,
                                     const struct rb_cli_file *file, size_t draft)
{
    ringback_options o;

    ringback_profile_options(file->profile, &o);
    ringback_file_options(file->drafts, draft, &o);
    rb_cli_settings_over(session->options, &session->settings, &o);
    return o;
}

ringback_result *rb_cli_file_check(struct rb_cli_session *session, const struct rb_cli_file *file,
                                   size_t draft, bool *over)
{
    ringback_options o = rb_cli_file_options(session, file, draft);
    ringback_result *result = NULL;
    ringback_error err;
    ringback_status status =
        ringback_check_draft(file->hold.checker, file->drafts, draft, &o, &result, &err);

    return rb_cli_file_good(session, file, status, &err, over) ? result : NULL;
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
