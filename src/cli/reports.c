#include "cli/reports.h"

#include <stdlib.h>

#include "cli/terminal.h"

struct target {
    ringback_format format;
    ringback_report_options options;
    struct rb_cli_output *output;
    ringback_report *report; /* NULL: not begun */
};

struct rb_cli_reports {
    struct rb_cli_run *run;
    size_t n;
    struct target targets[1 + RB_MAX_REPORTS];
};

/* A refused write was told by the output; all else that can go wrong here is a lack of memory. */
static bool good(struct rb_cli_reports *r, ringback_status status)
{
    if (status != RINGBACK_OK && status != RINGBACK_ERR_SINK)
        rb_cli_fail_memory(r->run);
    return status == RINGBACK_OK;
}

static bool open_target(struct rb_cli_reports *r, const struct rb_cli_settings *settings,
                        ringback_format format, const char *path, enum rb_cli_color color)
{
    struct target *t = &r->targets[r->n];

    t->format = format;
    t->options = settings->report;
    t->output = rb_cli_output_open(r->run, path);
    if (!t->output)
        return false;
    r->n++;
    rb_cli_terminal(rb_cli_output_fd(t->output), color, &t->options);
    return true;
}

struct rb_cli_reports *rb_cli_reports_open(struct rb_cli_run *run,
                                           const struct rb_cli_settings *settings)
{
    struct rb_cli_reports *r = calloc(1, sizeof *r);
    bool ok;

    if (!r) {
        rb_cli_fail_memory(run);
        return NULL;
    }
    r->run = run;
    ok = open_target(r, settings, settings->format, settings->output, settings->color);
    for (size_t i = 0; ok && i < settings->n_reports; i++)
        ok = open_target(r, settings, settings->reports[i].format, settings->reports[i].path,
                         RB_COLOR_NEVER);
    if (ok)
        return r;
    rb_cli_reports_close(r, false);
    return NULL;
}

static bool begin(struct rb_cli_reports *r, struct target *t)
{
    ringback_error err;

    return t->report || good(r, ringback_report_new(t->format, &t->options, rb_cli_output_write,
                                                    t->output, &t->report, &err));
}

static bool end(struct rb_cli_reports *r, struct target *t)
{
    ringback_error err;
    bool ok = !t->report || good(r, ringback_report_end(t->report, &err));

    ringback_report_free(t->report);
    t->report = NULL;
    return ok;
}

bool rb_cli_reports_add(struct rb_cli_reports *r, const ringback_place *place,
                        const ringback_result *result)
{
    ringback_error err;

    for (size_t i = 0; i < r->n; i++) {
        struct target *t = &r->targets[i];

        if (!begin(r, t) || !good(r, ringback_report_add_at(t->report, place, result, &err)))
            return false;
    }
    return true;
}

bool rb_cli_reports_failure(struct rb_cli_reports *r, const char *path, const char *reason)
{
    ringback_error err;

    for (size_t i = 0; i < r->n; i++) {
        struct target *t = &r->targets[i];

        if (!begin(r, t) || !good(r, ringback_report_add_failure(t->report, path, reason, &err)))
            return false;
    }
    return true;
}

/* A document that is to be there, if only to say that it is empty. */
static bool is_document(ringback_format format)
{
    switch (format) {
    case RINGBACK_FORMAT_JSON:
    case RINGBACK_FORMAT_SARIF:
    case RINGBACK_FORMAT_GITLAB:
    case RINGBACK_FORMAT_JUNIT:
    case RINGBACK_FORMAT_CHECKSTYLE:
    case RINGBACK_FORMAT_HTML:
        return true;
    case RINGBACK_FORMAT_TEXT:
    case RINGBACK_FORMAT_CONCISE:
    case RINGBACK_FORMAT_NDJSON:
    case RINGBACK_FORMAT_GITHUB:
    case RINGBACK_FORMAT_RDJSONL:
        return false;
    }
    return false;
}

bool rb_cli_reports_end(struct rb_cli_reports *r)
{
    for (size_t i = 0; i < r->n; i++) {
        struct target *t = &r->targets[i];

        if ((is_document(t->format) && !begin(r, t)) || !end(r, t))
            return false;
    }
    return true;
}

struct rb_cli_output *rb_cli_reports_records(struct rb_cli_reports *r)
{
    return end(r, &r->targets[0]) ? r->targets[0].output : NULL;
}

void rb_cli_reports_close(struct rb_cli_reports *r, bool keep)
{
    for (size_t i = 0; i < r->n; i++) {
        ringback_report_free(r->targets[i].report);
        rb_cli_output_close(r->targets[i].output, keep);
    }
    free(r);
}
