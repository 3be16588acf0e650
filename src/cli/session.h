/* What every command that judges drafts begins with: settings, the team's configurations, a file of
 * drafts and what holds for it. */
#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include "cli/input.h"
#include "cli/team.h"

struct rb_cli_session {
    struct rb_cli_run *run;
    const struct rb_cli_options *options;
    struct rb_cli_settings settings;
    struct rb_cli_team *team;
};

/* False: a failure went to the run, and there is nothing to close. */
bool rb_cli_session_open(struct rb_cli_run *, const struct rb_cli_options *,
                         struct rb_cli_session *out);
void rb_cli_session_close(struct rb_cli_session *);

/* A file, read and cut into its drafts, and what its configuration says. */
struct rb_cli_file {
    const char *path;
    struct rb_cli_bytes bytes;
    ringback_file *drafts;
    struct rb_cli_hold hold;
    ringback_profile *profile;
};

/* "-" is standard input. False: told, and there is nothing to close. */
bool rb_cli_file_open(struct rb_cli_session *, const char *path, struct rb_cli_file *out);
/* The same for bytes, which are taken over, as if they were in that file. marked: of Markdown only
 * the blocks that are marked are drafts. */
bool rb_cli_file_from(struct rb_cli_session *, const char *path, struct rb_cli_bytes, bool marked,
                      struct rb_cli_file *out);
void rb_cli_file_close(struct rb_cli_file *);
/* Bytes of a file alone; ptr is the caller's to free. */
bool rb_cli_file_read(struct rb_cli_session *, const char *path, struct rb_cli_bytes *out);
/* What holds for a draft: what the command line says, else its front matter, else the
 * configuration.
 */
ringback_options rb_cli_file_options(const struct rb_cli_session *, const struct rb_cli_file *,
                                     size_t draft);
/* A draft's result; NULL: told, and of lack of memory the run is over (*over). */
ringback_result *rb_cli_file_check(struct rb_cli_session *, const struct rb_cli_file *,
                                   size_t draft, bool *over);
/* Whether a call succeeded; else it is told, and of lack of memory the run is over (*over). */
bool rb_cli_file_good(struct rb_cli_session *, const struct rb_cli_file *, ringback_status,
                      const ringback_error *, bool *over);

#endif
