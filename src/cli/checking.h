/* Checking: what is at hand for every file of a run. */
#ifndef CLI_CHECKING_H
#define CLI_CHECKING_H

#include "cli/baseline.h"
#include "cli/desk.h"
#include "cli/history.h"
#include "cli/reports.h"
#include "cli/team.h"

struct rb_cli_checking {
    struct rb_cli_run *run;
    const struct rb_cli_options *options;
    struct rb_cli_settings settings;
    struct rb_cli_team *team;
    struct rb_cli_reports *reports;
    struct rb_cli_hold hold; /* of the file that a search has just found */
    size_t found;            /* files of drafts in the folder that is searched */
    uint64_t tables;         /* so far */
    struct rb_cli_history *history;
    struct rb_cli_desk *desk;
    struct rb_cli_baseline *baseline; /* NULL: none */
    bool remembering;                 /* the drafts that come now are remembered, not judged */
    bool stdin_read;
};

/* One file of drafts, open, to the desk; searched: it was found in a folder, not named. What is
 * wrong with it is told, and does not keep the others from being checked. False: the run cannot go
 * on. */
bool rb_cli_check_file(struct rb_cli_checking *, int fd, const char *path,
                       const struct rb_cli_hold *, bool searched);
/* For the desk: what came of a draft goes to the reports. ctx: the checking. */
bool rb_cli_check_settle(void *ctx, struct rb_cli_sheet *);

#endif
