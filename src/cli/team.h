/* What a team has said of its files: which configuration holds for which of them, with the rules
 * and the checker that it makes. Each configuration is loaded once. */
#ifndef CLI_TEAM_H
#define CLI_TEAM_H

#include "cli/settings.h"

struct rb_cli_team;

/* The options and settings are borrowed. NULL: a failure went to the run. */
struct rb_cli_team *rb_cli_team_new(struct rb_cli_run *, const struct rb_cli_options *,
                                    const struct rb_cli_settings *);
void rb_cli_team_free(struct rb_cli_team *);

/* What holds for a file or folder. */
struct rb_cli_hold {
    const ringback_settings *settings;
    const ringback_rules *rules;
    ringback_checker *checker;
    const char *shown; /* the configuration's path; "": there is none */
    char *inner;       /* the file's path from the configuration's folder on; owned */
    bool ignored;      /* it is left out */
};

/* False: the run cannot go on; why went to it, and the hold is not to be ended. */
bool rb_cli_team_for(struct rb_cli_team *, const char *path, bool folder, struct rb_cli_hold *out);
/* The same for records, for which only a configuration that was named holds. */
bool rb_cli_team_for_records(struct rb_cli_team *, const char *path, struct rb_cli_hold *out);
void rb_cli_hold_end(struct rb_cli_hold *);

/* A checker of its own, whose options are those that hold for the file. NULL: told. */
ringback_checker *rb_cli_hold_checker(struct rb_cli_run *, const struct rb_cli_options *,
                                      const struct rb_cli_settings *, const struct rb_cli_hold *);

/* What the command line says, over the options of a draft. */
void rb_cli_settings_over(const struct rb_cli_options *, const struct rb_cli_settings *,
                          ringback_options *);

#endif
