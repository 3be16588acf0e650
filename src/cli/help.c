#include "cli/help.h"

#include <stdio.h>
#include <string.h>

#include "cli/output.h"

enum { HELP_COLUMN = 28, COMMAND_COLUMN = 38 };

static void pad(struct rb_cli_output *out, size_t from, size_t to)
{
    for (; from < to; from++)
        rb_cli_output_puts(out, " ");
}

/* The paces that have a name, slow to fast. */
static void pace_line(struct rb_cli_output *out)
{
    char line[80];
    ringback_pace pace;

    pad(out, 0, HELP_COLUMN);
    for (size_t i = 0; ringback_pace_at(i, &pace); i++) {
        (void)snprintf(line, sizeof line, "%s%s %u", i ? ", " : "", pace.name,
                       (unsigned)pace.words_per_minute);
        rb_cli_output_puts(out, line);
    }
    rb_cli_output_puts(out, "\n");
}

/* The values an option can have, a|b|c, broken at a bar before the line is full. */
static void values_line(struct rb_cli_output *out, const char *values)
{
    enum { WIDTH = 80 };
    size_t column = HELP_COLUMN;

    pad(out, 0, HELP_COLUMN);
    while (*values) {
        size_t n = strcspn(values, "|");
        char one[40] = "";

        n += values[n] == '|';
        if (column + n > WIDTH) {
            rb_cli_output_puts(out, "\n");
            pad(out, 0, HELP_COLUMN);
            column = HELP_COLUMN;
        }
        if (n < sizeof one)
            memcpy(one, values, n);
        rb_cli_output_puts(out, one);
        column += n;
        values += n;
    }
    rb_cli_output_puts(out, "\n");
}

static void option_line(struct rb_cli_output *out, int option, enum rb_cli_command command)
{
    const struct rb_cli_option_row given = rb_cli_option_row_of(option, command), *row = &given;
    char head[80];
    int n = snprintf(head, sizeof head, "  %c%c%c --%s%s%s", row->letter ? '-' : ' ',
                     row->letter ? row->letter : ' ', row->letter ? ',' : ' ', row->name,
                     row->argument ? "=" : "", row->argument ? row->argument : "");
    size_t len = n < 0 ? 0 : (size_t)n;

    rb_cli_output_puts(out, head);
    pad(out, len, HELP_COLUMN);
    rb_cli_output_puts(out, row->help);
    rb_cli_output_puts(out, "\n");
    if (option == RB_OPTION_PACE)
        pace_line(out);
    if (row->values)
        values_line(out, row->values);
}

static void command_line(struct rb_cli_output *out, int which)
{
    const struct rb_cli_command_row *row = &rb_cli_command_rows[which];
    const char *left = which == RB_COMMAND_CHECK ? "[" : "";
    const char *right = which == RB_COMMAND_CHECK ? "]" : "";
    char head[80];
    int n =
        snprintf(head, sizeof head, "  ringback %s%s%s %s", left, row->name, right, row->operands);
    size_t len = n < 0 ? 0 : (size_t)n;

    rb_cli_output_puts(out, head);
    pad(out, len, COMMAND_COLUMN);
    rb_cli_output_puts(out, row->help);
    rb_cli_output_puts(out, "\n");
}

static void all_help(struct rb_cli_output *out)
{
    rb_cli_output_puts(out,
                       "ringback checks the draft of a sales voicemail before it is spoken.\n\n");
    for (int i = 0; i < (int)RB_COMMANDS; i++)
        command_line(out, i);
    rb_cli_output_puts(out, "\nOptions:\n");
    for (int i = 0; i < (int)RB_OPTIONS; i++)
        option_line(out, i, RB_COMMAND_CHECK);
    rb_cli_output_puts(out, "\nExit status: 0 nothing to object to, 1 findings, "
                            "2 the run was wrong,\n3 input or output failed. "
                            "'man ringback' says more.\n");
}

/* The options of one command. */
static void command_help(struct rb_cli_output *out, enum rb_cli_command command)
{
    command_line(out, (int)command);
    rb_cli_output_puts(out, "\nOptions:\n");
    for (int i = 0; i < (int)RB_OPTIONS; i++)
        if (rb_cli_option_rows[i].commands & 1u << command)
            option_line(out, i, command);
}

void rb_cli_help(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    struct rb_cli_output *out = rb_cli_output_open(run, NULL);

    if (!out)
        return;
    if (options->command == RB_COMMAND_CHECK)
        all_help(out);
    else
        command_help(out, options->command);
    rb_cli_output_close(out, true);
}

void rb_cli_version(struct rb_cli_run *run)
{
    struct rb_cli_output *out = rb_cli_output_open(run, NULL);
    char line[160];

    if (!out)
        return;
    (void)snprintf(line, sizeof line, "ringback %s\nscore model %u\n", ringback_version(),
                   RINGBACK_SCORE_MODEL);
    rb_cli_output_puts(out, line);
    rb_cli_output_puts(out, "Copyright (c) 2026 the ringback authors. MIT License. "
                            "There is no warranty.\n");
    rb_cli_output_close(out, true);
}
