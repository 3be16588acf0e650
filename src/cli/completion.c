/* What a shell needs to complete a command line, written from the tables. */
#include <stdio.h>
#include <string.h>

#include "cli/help.h"
#include "cli/output.h"

/* The words that an option's value can be, with blanks between; false: it can be anything. */
static bool words_of(int option, char *to, size_t size)
{
    const char *names[16];
    char buffer[128];
    size_t len = 0, n = rb_cli_option_names((enum rb_cli_option)option, buffer, sizeof buffer,
                                            names, sizeof names / sizeof *names);

    for (size_t i = 0; i < n && len < size; i++) {
        size_t more = strlen(names[i]) + (i > 0);

        if (more >= size - len)
            break;
        if (i)
            to[len] = ' ';
        memcpy(to + len + (i > 0), names[i], more - (i > 0));
        len += more;
    }
    to[len] = '\0';
    return n > 0;
}

static bool takes_file(const struct rb_cli_option_row *row)
{
    return row->argument && (strcmp(row->argument, "FILE") == 0);
}

/* Quotes what stands between single quotes in zsh and fish. */
static void quoted(struct rb_cli_output *out, const char *text)
{
    for (; *text; text++) {
        const char one[2] = {*text, '\0'};
        const char *as = *text == '\'' ? "'\\''" : *text == '[' || *text == ']' ? "" : one;

        rb_cli_output_puts(out, as);
    }
}

/* An option whose values are others with some commands. */
static void bash_particular(struct rb_cli_output *out, int option)
{
    const char *usual = rb_cli_option_rows[option].values;

    for (int i = 0; usual && i < (int)RB_COMMANDS; i++) {
        const struct rb_cli_option_row row = rb_cli_option_row_of(option, (enum rb_cli_command)i);
        char line[128], values[64];

        if (!(row.commands & 1u << i) || strcmp(row.values, usual) == 0)
            continue;
        (void)snprintf(values, sizeof values, "%s", row.values);
        for (char *bar = values; (bar = strchr(bar, '|')) != NULL;)
            *bar = ' ';
        (void)snprintf(line, sizeof line, "    '--%s %s') words='%s';;\n", row.name,
                       rb_cli_command_rows[i].name, values);
        rb_cli_output_puts(out, line);
    }
}

/* What a command takes. */
static void bash_options(struct rb_cli_output *out, int command)
{
    char line[128];

    (void)snprintf(line, sizeof line, "        %s) words='", rb_cli_command_rows[command].name);
    rb_cli_output_puts(out, line);
    for (int i = 0; i < (int)RB_OPTIONS; i++) {
        if (!(rb_cli_option_rows[i].commands & 1u << command))
            continue;
        (void)snprintf(line, sizeof line, " --%s", rb_cli_option_rows[i].name);
        rb_cli_output_puts(out, line);
    }
    rb_cli_output_puts(out, "';;\n");
}

static void bash(struct rb_cli_output *out)
{
    char line[256], values[128];

    rb_cli_output_puts(out, "# bash completion for ringback\n"
                            "_ringback() {\n"
                            "    local command=check words cur=${COMP_WORDS[COMP_CWORD]} "
                            "prev=${COMP_WORDS[COMP_CWORD-1]}\n"
                            "    if [[ $cur == = ]]; then cur=; fi\n"
                            "    if [[ $prev == = ]]; then "
                            "prev=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
                            "    case ${COMP_WORDS[1]} in ");
    for (int i = 0; i < (int)RB_COMMANDS; i++) {
        (void)snprintf(line, sizeof line, "%s%s", i ? "|" : "", rb_cli_command_rows[i].name);
        rb_cli_output_puts(out, line);
    }
    rb_cli_output_puts(out, ") ((COMP_CWORD > 1)) && command=${COMP_WORDS[1]};; esac\n"
                            "    case \"$prev $command\" in\n"
                            "    *' completion') mapfile -t COMPREPLY < <(compgen -W "
                            "'bash fish zsh' -- \"$cur\"); return;;\n");
    for (int i = 0; i < (int)RB_OPTIONS; i++)
        bash_particular(out, i);
    rb_cli_output_puts(out, "    esac\n"
                            "    if [[ $words ]]; then mapfile -t COMPREPLY < <(compgen -W "
                            "\"$words\" -- \"$cur\"); return; fi\n"
                            "    case $prev in\n");
    for (int i = 0; i < (int)RB_OPTIONS; i++) {
        const struct rb_cli_option_row *row = &rb_cli_option_rows[i];

        if (!words_of(i, values, sizeof values))
            continue;
        (void)snprintf(
            line, sizeof line,
            "    --%s) mapfile -t COMPREPLY < <(compgen -W '%s' -- \"$cur\"); return;;\n",
            row->name, values);
        rb_cli_output_puts(out, line);
    }
    rb_cli_output_puts(out, "    esac\n"
                            "    if [[ $cur == -* ]]; then\n"
                            "        case $command in\n");
    for (int i = 0; i < (int)RB_COMMANDS; i++)
        bash_options(out, i);
    rb_cli_output_puts(out, "        esac\n        mapfile -t COMPREPLY < <(compgen -W "
                            "\"$words\" -- \"$cur\"); return\n    fi\n"
                            "    if ((COMP_CWORD == 1)); then\n"
                            "        mapfile -t COMPREPLY < <(compgen -W '");
    for (int i = 0; i < (int)RB_COMMANDS; i++) {
        (void)snprintf(line, sizeof line, "%s%s", i ? " " : "", rb_cli_command_rows[i].name);
        rb_cli_output_puts(out, line);
    }
    rb_cli_output_puts(out, "' -f -- \"$cur\"); return\n    fi\n"
                            "    mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
                            "}\ncomplete -o filenames -F _ringback ringback\n");
}

static void zsh(struct rb_cli_output *out)
{
    char line[256], values[128];

    rb_cli_output_puts(out, "#compdef ringback\n_arguments -s -S \\\n");
    for (int i = 0; i < (int)RB_OPTIONS; i++) {
        const struct rb_cli_option_row *row = &rb_cli_option_rows[i];

        (void)snprintf(line, sizeof line, "  '%s--%s%s[", i == RB_OPTION_RULES ? "*" : "",
                       row->name, row->argument ? "=" : "");
        rb_cli_output_puts(out, line);
        quoted(out, row->help);
        rb_cli_output_puts(out, "]");
        line[0] = '\0';
        if (words_of(i, values, sizeof values)) {
            (void)snprintf(line, sizeof line, ":%s:(%s)", row->argument, values);
        } else if (row->argument) {
            (void)snprintf(line, sizeof line, ":%s:%s", row->argument,
                           takes_file(row) ? "_files" : "");
        }
        rb_cli_output_puts(out, line);
        rb_cli_output_puts(out, "' \\\n");
    }
    rb_cli_output_puts(out, "  '1: :{_alternative \"commands:command:(");
    for (int i = 0; i < (int)RB_COMMANDS; i++) {
        (void)snprintf(line, sizeof line, "%s%s", i ? " " : "", rb_cli_command_rows[i].name);
        rb_cli_output_puts(out, line);
    }
    rb_cli_output_puts(out, ")\" \"files:file:_files\"}' \\\n  '*:file:_files'\n");
}

static void fish(struct rb_cli_output *out)
{
    char line[256], values[128];

    rb_cli_output_puts(out, "# fish completion for ringback\n");
    for (int i = 0; i < (int)RB_COMMANDS; i++) {
        (void)snprintf(line, sizeof line,
                       "complete -c ringback -n __fish_use_subcommand -a %s -d '",
                       rb_cli_command_rows[i].name);
        rb_cli_output_puts(out, line);
        quoted(out, rb_cli_command_rows[i].help);
        rb_cli_output_puts(out, "'\n");
    }
    for (int i = 0; i < (int)RB_OPTIONS; i++) {
        const struct rb_cli_option_row *row = &rb_cli_option_rows[i];

        (void)snprintf(line, sizeof line, "complete -c ringback -l %s", row->name);
        rb_cli_output_puts(out, line);
        line[0] = '\0';
        if (row->letter)
            (void)snprintf(line, sizeof line, " -s %c", row->letter);
        rb_cli_output_puts(out, line);
        line[0] = '\0';
        if (words_of(i, values, sizeof values)) {
            (void)snprintf(line, sizeof line, " -x -a '%s'", values);
        } else if (row->argument) {
            (void)snprintf(line, sizeof line, "%s", takes_file(row) ? " -r" : " -x");
        }
        rb_cli_output_puts(out, line);
        rb_cli_output_puts(out, " -d '");
        quoted(out, row->help);
        rb_cli_output_puts(out, "'\n");
    }
}

void rb_cli_completion(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    static const struct {
        const char *name;
        void (*write)(struct rb_cli_output *);
    } shells[] = {{"bash", bash}, {"fish", fish}, {"zsh", zsh}};
    struct rb_cli_output *out;

    for (size_t i = 0; options->n_operands == 1 && i < sizeof shells / sizeof *shells; i++)
        if (strcmp(options->operands[0], shells[i].name) == 0) {
            out = rb_cli_output_open(run, NULL);
            if (out) {
                shells[i].write(out);
                rb_cli_output_close(out, true);
            }
            return;
        }
    rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "'ringback completion' takes one of bash, fish, zsh");
}
