/* The report of `compare` and `diff`: text, or one JSON document; and what of it fails the run. */
#ifndef CLI_TOLD_H
#define CLI_TOLD_H

#include "cli/delta.h"
#include "cli/session.h"

struct rb_cli_told {
    struct rb_cli_run *run;
    struct rb_cli_teller teller;
    bool json, to_file;
    unsigned long long drafts, better, worse, added, gone;
    long long points, saved_ms; /* over those that are there before and after */
    unsigned long long came[3]; /* new findings, by severity */
};

/* False: a failure went to the run. */
bool rb_cli_told_open(struct rb_cli_run *, const struct rb_cli_session *, struct rb_cli_told *out);
/* A draft; what is written between the two belongs to it. False: the output could not be written.
 */
void rb_cli_told_begin(struct rb_cli_told *, const struct rb_cli_delta *);
bool rb_cli_told_end(struct rb_cli_told *);
/* base: a revision, for the document's head; NULL: none. whole false: the run was given up, and a
 * file stays as it was. */
void rb_cli_told_close(struct rb_cli_told *, const char *base, bool whole);

#endif
