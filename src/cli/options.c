#include "cli/options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK (1u << RB_COMMAND_CHECK)
#define COMPARE (1u << RB_COMMAND_COMPARE)
#define DIFF (1u << RB_COMMAND_DIFF)
/* Those that judge two versions of a draft. */
#define VERSIONS (COMPARE | DIFF)
#define FIX (1u << RB_COMMAND_FIX)
#define FILL (1u << RB_COMMAND_FILL)
#define REHEARSE (1u << RB_COMMAND_REHEARSE)
#define TEST (1u << RB_COMMAND_TEST)
#define RULES (1u << RB_COMMAND_RULES)
#define EXPLAIN (1u << RB_COMMAND_EXPLAIN)
#define INIT (1u << RB_COMMAND_INIT)
#define COMPLETION (1u << RB_COMMAND_COMPLETION)
#define OPTION(constant, name, letter, argument, values, commands, help)                           \
    {name, letter, argument, values, commands, help},
const struct rb_cli_option_row rb_cli_option_rows[RB_OPTIONS] = {
#include "cli/options.def"
};
#undef OPTION

struct rb_cli_option_row rb_cli_option_row_of(int option, enum rb_cli_command command)
{
#define PARTICULAR(constant, commands, values, help) {RB_OPTION_##constant, commands, values, help},
    static const struct {
        int option;
        unsigned commands;
        const char *values, *help;
    } particular[] = {
#include "cli/particular.def"
    };
#undef PARTICULAR
    struct rb_cli_option_row row = rb_cli_option_rows[option];

    for (size_t i = 0; i < sizeof particular / sizeof *particular; i++)
        if (particular[i].option == option && particular[i].commands & 1u << command) {
            row.help = particular[i].help;
            row.values = particular[i].values;
            break;
        }
    return row;
}

#define COMMAND(constant, name, operands, help) {#name, operands, help},
const struct rb_cli_command_row rb_cli_command_rows[RB_COMMANDS] = {
#include "cli/commands.def"
};
#undef COMMAND

enum {
    LONG_BASE = 256, /* getopt values of long options: behind those of letters */
    OPERAND = 1      /* what getopt gives for an operand when told to keep the order */
};

struct tables {
    struct option longs[RB_OPTIONS + 1];
    char letters[2 * RB_OPTIONS + 3];
};

static void fill_tables(struct tables *t)
{
    char *at = t->letters;

    *at++ = '-'; /* operands in their place: the first one may name the command */
    *at++ = ':'; /* messages are ours */
    for (int i = 0; i < (int)RB_OPTIONS; i++) {
        const struct rb_cli_option_row *row = &rb_cli_option_rows[i];

        t->longs[i] = (struct option){row->name, row->argument ? required_argument : no_argument,
                                      NULL, LONG_BASE + i};
        if (row->letter == '\0')
            continue;
        *at++ = row->letter;
        if (row->argument)
            *at++ = ':';
    }
}

static int option_of(int code)
{
    if (code >= LONG_BASE)
        return code - LONG_BASE;
    for (int i = 0; i < (int)RB_OPTIONS; i++)
        if (rb_cli_option_rows[i].letter == code)
            return i;
    return -1;
}

static void unknown_option(struct rb_cli_run *run, const char *word)
{
    const char *names[RB_OPTIONS], *near;
    char name[64];
    size_t len;

    if (optopt) {
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "unknown option '-%c'", optopt);
        return;
    }
    for (size_t i = 0; i < RB_OPTIONS; i++)
        names[i] = rb_cli_option_rows[i].name;
    len = strcspn(word + 2, "=");
    if (len >= sizeof name)
        len = sizeof name - 1;
    memcpy(name, word + 2, len);
    name[len] = '\0';
    near = rb_cli_nearest(name, names, RB_OPTIONS);
    if (near)
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "unknown option '--%s': did you mean '--%s'?",
                    name, near);
    else
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "unknown option '--%s'", name);
}

size_t rb_cli_option_names(enum rb_cli_option which, char *buffer, size_t size, const char **names,
                           size_t most)
{
    const char *values = rb_cli_option_rows[which].values;
    ringback_pace pace;
    size_t n = 0;

    while (which == RB_OPTION_PACE && n < most && ringback_pace_at(n, &pace))
        names[n++] = pace.name;
    (void)snprintf(buffer, size, "%s", values ? values : "");
    for (char *at = buffer; *at && n < most;) {
        size_t len = strcspn(at, "|");
        bool last = at[len] == '\0';

        at[len] = '\0';
        names[n++] = at;
        at += last ? len : len + 1;
    }
    return n;
}

/* The place of a value in the option's list, or -1; *near gets the one that may have been meant. */
static int find_value(int which, const char *value, char near[64])
{
    char copy[128];
    const char *words[16], *found;
    size_t n = rb_cli_option_names((enum rb_cli_option)which, copy, sizeof copy, words,
                                   sizeof words / sizeof *words);

    for (size_t i = 0; i < n; i++)
        if (strcmp(words[i], value) == 0)
            return (int)i;
    found = rb_cli_nearest(value, words, n);
    (void)snprintf(near, 64, "%s", found ? found : "");
    return -1;
}

static bool set_option(struct rb_cli_run *run, struct rb_cli_options *out, int which,
                       const char *argument)
{
    const struct rb_cli_option_row *row = &rb_cli_option_rows[which];
    char near[64];

    if (row->values && find_value(which, argument, near) < 0) {
        if (*near)
            rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "--%s '%s' is none of %s: did you mean '%s'?",
                        row->name, argument, row->values, near);
        else
            rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "--%s '%s' is none of %s", row->name,
                        argument, row->values);
        return false;
    }
    if (which == RB_OPTION_RULES)
        out->rules[out->n_rules++] = argument;
    if (which == RB_OPTION_REPORT)
        out->reports[out->n_reports++] = argument;
    out->value[which] = argument ? argument : "";
    return true;
}

static bool find_command(const char *word, enum rb_cli_command *out)
{
    for (int i = 0; i < (int)RB_COMMANDS; i++)
        if (strcmp(rb_cli_command_rows[i].name, word) == 0) {
            *out = (enum rb_cli_command)i;
            return true;
        }
    return false;
}

/* An option that means nothing to the command is a mistake, not a wish. */
static bool fits_command(struct rb_cli_run *run, const struct rb_cli_options *out)
{
    for (int i = 0; i < (int)RB_OPTIONS; i++)
        if (out->value[i] && !(rb_cli_option_rows[i].commands & 1u << out->command)) {
            rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "--%s does not go with 'ringback %s'",
                        rb_cli_option_rows[i].name, rb_cli_command_rows[out->command].name);
            return false;
        }
    return true;
}

static bool parse(struct rb_cli_run *run, int argc, char **argv, struct rb_cli_options *out)
{
    bool named = false;
    struct tables t = {.letters = ""};
    int code;

    fill_tables(&t);
    opterr = 0;
    while ((code = getopt_long(argc, argv, t.letters, t.longs, NULL)) != -1) {
        int which = option_of(code);

        if (code == OPERAND) {
            if (!named && out->n_operands == 0 && find_command(optarg, &out->command))
                named = true;
            else
                out->operands[out->n_operands++] = optarg;
        } else if (code == ':') {
            rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "%s needs an argument", argv[optind - 1]);
            return false;
        } else if (which < 0) {
            if (optopt >= LONG_BASE)
                rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "--%s takes no argument",
                            rb_cli_option_rows[optopt - LONG_BASE].name);
            else
                unknown_option(run, argv[optind - 1]);
            return false;
        } else if (!set_option(run, out, which, optarg)) {
            return false;
        }
    }
    /* Behind "--" everything is an operand. */
    while (optind < argc)
        out->operands[out->n_operands++] = argv[optind++];
    return fits_command(run, out);
}

bool rb_cli_options_parse(struct rb_cli_run *run, int argc, char **argv, struct rb_cli_options *out)
{
    size_t most = (size_t)argc + 1;

    *out = (struct rb_cli_options){.command = RB_COMMAND_CHECK};
    out->rules = calloc(most, sizeof *out->rules);
    out->reports = calloc(most, sizeof *out->reports);
    out->operands = calloc(most, sizeof *out->operands);
    if (!out->rules || !out->reports || !out->operands) {
        rb_cli_fail_memory(run);
        return false;
    }
    return parse(run, argc, argv, out);
}

void rb_cli_options_free(struct rb_cli_options *options)
{
    free(options->rules);
    free(options->reports);
    free(options->operands);
}

size_t rb_cli_options_choice(const struct rb_cli_options *options, enum rb_cli_option which,
                             size_t otherwise)
{
    char near[64];
    int n;

    if (!options->value[which])
        return otherwise;
    n = find_value((int)which, options->value[which], near);
    return n < 0 ? otherwise : (size_t)n;
}
