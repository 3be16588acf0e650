/* What every command that judges drafts begins with: settings, rules, a checker. */
#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include "cli/settings.h"

struct rb_cli_session {
    struct rb_cli_run *run;
    struct rb_cli_settings settings;
    ringback_rules *rules;
    ringback_checker *checker;
};

/* False: a failure went to the run, and there is nothing to close. */
bool rb_cli_session_open(struct rb_cli_run *, const struct rb_cli_options *,
                         struct rb_cli_session *out);
void rb_cli_session_close(struct rb_cli_session *);

#endif
