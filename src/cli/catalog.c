#include "cli/catalog.h"

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

/* These commands speak text and JSON only. */
static bool read_format(struct rb_cli_run *run, const struct rb_cli_options *options, bool *json)
{
    const char *format = options->value[RB_OPTION_FORMAT];

    *json = format && strcmp(format, "json") == 0;
    if (!format || *json || strcmp(format, "text") == 0)
        return true;
    rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "'ringback %s' has the formats text and json, not %s",
                rb_cli_command_rows[options->command].name, format);
    return false;
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
    rules =
        read_format(run, options, &report.json) ? rb_cli_rules_load(run, options, NULL, 0) : NULL;
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
    rules =
        read_format(run, options, &report.json) ? rb_cli_rules_load(run, options, NULL, 0) : NULL;
    if (rules && (out = begin(run, options, &report)) != NULL) {
        for (size_t i = 0; ok && i < options->n_operands; i++) {
            if (i > 0 && !report.json)
                rb_cli_output_puts(out, "\n");
            ok = done(run,
                      ringback_rules_explain(rules, options->operands[i], &report,
                                             rb_cli_output_write, out, &err),
                      &err);
        }
        rb_cli_output_close(out, ok);
    }
    ringback_rules_free(rules);
}

void rb_cli_test(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    ringback_test_options test = RINGBACK_TEST_OPTIONS_INIT;
    ringback_test_outcome outcome = {0};
    struct rb_cli_output *out = NULL;
    ringback_rules *rules = NULL;
    ringback_error err;
    bool ok;

    test.coverage = options->value[RB_OPTION_COVERAGE] != NULL;
    if (read_format(run, options, &test.json) &&
        (rules = rb_cli_rules_load(run, options, options->operands, options->n_operands)) != NULL)
        out = rb_cli_output_open(run, options->value[RB_OPTION_OUTPUT]);
    if (out) {
        ok = done(
            run, ringback_rules_test_report(rules, &test, rb_cli_output_write, out, &outcome, &err),
            &err);
        rb_cli_output_close(out, ok);
        run->examples = outcome.examples;
        run->examples_failed = outcome.failed;
    }
    ringback_rules_free(rules);
}
