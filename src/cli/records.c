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

    return rb_cli_hold_checker(h->run, h->options, h->settings, h->hold);
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
