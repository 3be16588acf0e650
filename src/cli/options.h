/* The command line, parsed: what was said, not yet what it means. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "cli/run.h"

#define COMMAND(constant, name, operands, help) RB_COMMAND_##constant,
enum rb_cli_command {
#include "cli/commands.def"
    RB_COMMANDS
};
#undef COMMAND

#define OPTION(constant, name, letter, argument, values, commands, help) RB_OPTION_##constant,
enum rb_cli_option {
#include "cli/options.def"
    RB_OPTIONS
};
#undef OPTION

/* One row for each option. */
struct rb_cli_option_row {
    const char *name;
    char letter;          /* '\0': none */
    const char *argument; /* NULL: a flag */
    const char *values;   /* "a|b|c"; NULL: anything */
    unsigned commands;    /* a bit for each enum rb_cli_command */
    const char *help;
};
extern const struct rb_cli_option_row rb_cli_option_rows[RB_OPTIONS];
/* An option as it is with one command, where it may mean something else, or less. */
struct rb_cli_option_row rb_cli_option_row_of(int option, enum rb_cli_command);

struct rb_cli_command_row {
    const char *name, *operands, *help;
};
extern const struct rb_cli_command_row rb_cli_command_rows[RB_COMMANDS];

struct rb_cli_options {
    enum rb_cli_command command;
    const char *value[RB_OPTIONS]; /* NULL: not given; a flag's is "" */
    const char **rules;            /* every --rules, in order */
    size_t n_rules;
    const char **reports; /* every --report, in order */
    size_t n_reports;
    char **operands;
    size_t n_operands;
};

/* Parses; what is wrong goes to the run as a failure. argv's strings are borrowed. */
bool rb_cli_options_parse(struct rb_cli_run *, int argc, char **argv, struct rb_cli_options *out);
void rb_cli_options_free(struct rb_cli_options *);
/* The names that the value of an option can be taken from, for hints and completion: those of its
 * list, or of the paces; gives how many, at most `most`. They live as long as the buffer. */
size_t rb_cli_option_names(enum rb_cli_option, char *buffer, size_t size, const char **names,
                           size_t most);
/* The number of a value in its option's list; the value was checked when it was parsed. */
size_t rb_cli_options_choice(const struct rb_cli_options *, enum rb_cli_option, size_t otherwise);

#endif
