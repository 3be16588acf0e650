#include "cli/catalog.h"

#include <stdio.h>
#include <string.h>

#include "cli/output.h"
#include "cli/rules.h"
#include "cli/settings.h"
#include "cli/shown.h"
#include "cli/terminal.h"

static struct rb_cli_output *begin(struct rb_cli_run *run, const struct rb_cli_options *options,
                                   ringback_report_options *report)
{
    static const enum rb_cli_color colors[] = {RB_COLOR_AUTO, RB_COLOR_ALWAYS, RB_COLOR_NEVER};

    struct rb_cli_output *out = rb_cli_output_open(run, options->value[RB_OPTION_OUTPUT]);

    if (out)
        rb_cli_terminal(rb_cli_output_fd(out),
                        colors[rb_cli_options_choice(options, RB_OPTION_COLOR, 0)], report);
    return out;
}

/* A refused write was told by the output. */
static bool done(struct rb_cli_run *run, ringback_status status, const ringback_error *err)
{
    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(run);
    else if (status != RINGBACK_OK && status != RINGBACK_ERR_SINK)
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "%s", err->message);
    return status == RINGBACK_OK;
}

/* The settings that hold for a file, and the rules. */
static void rules_for(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    ringback_report_options report = RINGBACK_REPORT_OPTIONS_INIT;
    const char *path = options->value[RB_OPTION_FOR];
    const struct rb_cli_settings standard = {.check = RINGBACK_OPTIONS_INIT};
    struct rb_cli_team *team = rb_cli_team_new(run, options, &standard);
    struct rb_cli_output *out;
    struct rb_cli_hold hold;
    ringback_error err;
    bool ok;

    if (team && rb_cli_team_for(team, path, false, &hold)) {
        out = begin(run, options, &report);
        if (out) {
            ok = rb_cli_show_settings(run, &hold, path, out) &&
                 done(run, ringback_rules_list(hold.rules, &report, rb_cli_output_write, out, &err),
                      &err);
            rb_cli_output_close(out, ok);
        }
        rb_cli_hold_end(&hold);
    }
    rb_cli_team_free(team);
}

/* What would be shown of nothing is a mistake, not a wish. */
static bool rules_fit(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    static const enum rb_cli_option wanting[] = {RB_OPTION_CONFIG, RB_OPTION_NO_CONFIG};

    if (options->n_operands) {
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE,
                    "'ringback rules' takes no operand: '%s'; --for shows what holds for a file",
                    options->operands[0]);
        return false;
    }
    for (size_t i = 0; i < 2; i++)
        if (options->value[wanting[i]] && !options->value[RB_OPTION_FOR]) {
            rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "--%s goes with --for here",
                        rb_cli_option_rows[wanting[i]].name);
            return false;
        }
    return true;
}

void rb_cli_rules(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    ringback_report_options report = RINGBACK_REPORT_OPTIONS_INIT;
    struct rb_cli_output *out;
    ringback_rules *rules;
    ringback_error err;
    bool ok;

    if (!rules_fit(run, options))
        return;
    if (options->value[RB_OPTION_FOR]) {
        rules_for(run, options);
        return;
    }
    rules = rb_cli_rules_load(run, options, NULL, 0);
    if (rules && (out = begin(run, options, &report)) != NULL) {
        ok = done(run, ringback_rules_list(rules, &report, rb_cli_output_write, out, &err), &err);
        rb_cli_output_close(out, ok);
    }
    ringback_rules_free(rules);
}

void rb_cli_explain(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    ringback_report_options report = RINGBACK_REPORT_OPTIONS_INIT;
    struct rb_cli_output *out;
    ringback_rules *rules;
    ringback_error err;
    bool ok = true;

    if (options->n_operands == 0) {
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE,
                    "explain what? 'ringback rules' lists the rules and styles");
        return;
    }
    rules = rb_cli_rules_load(run, options, NULL, 0);
    if (rules && (out = begin(run, options, &report)) != NULL) {
        for (size_t i = 0; ok && i < options->n_operands; i++) {
            ok = i == 0 || rb_cli_output_puts(out, "\n");
            ok = ok && done(run,
                            ringback_rules_explain(rules, options->operands[i], &report,
                                                   rb_cli_output_write, out, &err),
                            &err);
        }
        rb_cli_output_close(out, ok);
    }
    ringback_rules_free(rules);
}

/* An example that fails is a result: it goes where results go. */
static void on_failure(void *ctx, const ringback_error *err)
{
    struct rb_cli_output *out = ctx;
    char line[1024];

    if (err->line)
        (void)snprintf(line, sizeof line, "%s:%lu:%lu: %s", err->source, (unsigned long)err->line,
                       (unsigned long)err->column, err->message);
    else
        (void)snprintf(line, sizeof line, "%s: %s", err->source, err->message);
    if (ringback_printable((ringback_str){line, strlen(line)}, rb_cli_output_write, out))
        (void)rb_cli_output_puts(out, "\n");
}

void rb_cli_test(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    ringback_rules *rules = rb_cli_rules_load(run, options, options->operands, options->n_operands);
    struct rb_cli_output *out;
    size_t examples = 0, failed = 0;
    ringback_error err;
    char line[128];
    bool ok;

    out = rules ? rb_cli_output_open(run, options->value[RB_OPTION_OUTPUT]) : NULL;
    if (out) {
        ok = done(run, ringback_rules_test(rules, on_failure, out, &examples, &failed, &err), &err);
        (void)snprintf(line, sizeof line, "%zu examples, %zu failed\n", examples, failed);
        ok = ok && rb_cli_output_puts(out, line);
        rb_cli_output_close(out, ok);
        run->examples = examples;
        run->examples_failed = failed;
    }
    ringback_rules_free(rules);
}
