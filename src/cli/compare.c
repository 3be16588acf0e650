#include "cli/compare.h"

#include <stdlib.h>
#include <string.h>

#include "cli/told.h"
#include "cli/versions.h"

struct compare {
    struct rb_cli_session session;
    struct rb_cli_told told;
};

/* What came of the second, and which of them to leave. */
static void verdict(struct compare *c, const struct rb_cli_delta *d)
{
    struct rb_cli_teller *t = &c->told.teller;
    size_t stays = d->n_new - d->n_came;
    char why[64];
    int leave;

    leave = rb_cli_delta_leave(d, why);
    if (c->told.json) {
        rb_cli_output_puts(t->out, leave < 0   ? ",\"leave\":\"before\""
                                   : leave > 0 ? ",\"leave\":\"after\""
                                               : ",\"leave\":\"either\"");
        return;
    }
    if (stays)
        rb_cli_tellf(t, "  %zu finding%s in both\n", stays, stays == 1 ? "" : "s");
    if (leave == 0) {
        rb_cli_tellf(t, "Leave either: they come to the same.\n");
        return;
    }
    rb_cli_tells(t, "Leave ");
    rb_cli_tells(t, leave < 0 ? d->before.path : d->after.path);
    rb_cli_tellf(t, ": %s.\n", why);
}

static bool on_delta(void *ctx, const struct rb_cli_delta *d)
{
    struct compare *c = ctx;

    rb_cli_told_begin(&c->told, d);
    if (d->before.result && d->after.result)
        verdict(c, d);
    return rb_cli_told_end(&c->told);
}

static bool compare_files(struct compare *c, char *const paths[2])
{
    struct rb_cli_file a, b;
    bool ok;

    if (!rb_cli_file_open(&c->session, paths[0], &a))
        return false;
    ok = rb_cli_file_open(&c->session, paths[1], &b);
    if (ok) {
        ok = rb_cli_versions(&c->session, &a, &b, on_delta, c);
        rb_cli_file_close(&b);
    }
    rb_cli_file_close(&a);
    return ok;
}

void rb_cli_compare(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    struct compare *c = calloc(1, sizeof *c);
    bool ok;

    if (!c) {
        rb_cli_fail_memory(run);
    } else if (options->n_operands != 2) {
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE,
                    "compare what with what? 'ringback compare BEFORE AFTER'");
    } else if (strcmp(options->operands[0], "-") == 0 && strcmp(options->operands[1], "-") == 0) {
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "standard input can be one of them only");
    } else if (rb_cli_session_open(run, options, &c->session)) {
        if (rb_cli_told_open(run, &c->session, &c->told)) {
            ok = compare_files(c, options->operands);
            rb_cli_told_close(&c->told, NULL, ok);
        }
        rb_cli_session_close(&c->session);
    }
    free(c);
}
