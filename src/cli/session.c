#include "cli/session.h"

#include "cli/rules.h"

bool rb_cli_session_open(struct rb_cli_run *run, const struct rb_cli_options *options,
                         struct rb_cli_session *out)
{
    ringback_status status;
    ringback_error err;

    *out = (struct rb_cli_session){.run = run};
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
