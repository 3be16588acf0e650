#include "cli/records.h"

#include "cli/stream.h"

struct hiring {
    struct rb_cli_run *run;
    const struct rb_cli_options *options;
    const struct rb_cli_settings *settings;
    const struct rb_cli_hold *hold;
};

static ringback_checker *hire(void *ctx)
{
    const struct hiring *h = ctx;
    ringback_profile *profile = NULL;
    ringback_checker *checker = NULL;
    ringback_options o;
    ringback_error err;
    ringback_status status =
        ringback_settings_for(h->hold->settings, h->hold->inner, &profile, &err);

    if (status == RINGBACK_OK) {
        ringback_profile_options(profile, &o);
        rb_cli_settings_over(h->options, h->settings, &o);
        status = ringback_checker_new(h->hold->rules, &o, &checker, &err);
    }
    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(h->run);
    else if (status != RINGBACK_OK)
        rb_cli_fail(h->run, RB_EXIT_WRONG, RB_USAGE, "%s", err.message);
    ringback_profile_free(profile);
    return checker;
}

bool rb_cli_records(struct rb_cli_run *run, const struct rb_cli_options *options,
                    const struct rb_cli_settings *settings, const struct rb_cli_hold *hold,
                    struct rb_cli_output *output, int fd, const char *path)
{
    struct hiring hiring = {run, options, settings, hold};
    const struct rb_cli_records records = {.run = run,
                                           .hire = hire,
                                           .ctx = &hiring,
                                           .options = &settings->record,
                                           .output = output,
                                           .jobs = settings->jobs};

    return rb_cli_stream(&records, fd, path);
}
