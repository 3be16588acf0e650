/* ringback: from the command line to an exit status. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "cli/branch.h"
#include "cli/catalog.h"
#include "cli/check.h"
#include "cli/compare.h"
#include "cli/fill.h"
#include "cli/fix.h"
#include "cli/help.h"
#include "cli/init.h"
#include "cli/rehearse.h"

/* A descriptor that came closed would be given to the next file opened, and a report written into
 * it: what fails on use stands in its place. */
static bool hold(int fd, int flags)
{
    return fcntl(fd, F_GETFD) >= 0 || errno != EBADF || open("/dev/null", flags) == fd;
}

static void run_command(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    if (options->value[RB_OPTION_HELP]) {
        rb_cli_help(run, options);
        return;
    }
    if (options->value[RB_OPTION_VERSION]) {
        rb_cli_version(run);
        return;
    }
    switch (options->command) {
    case RB_COMMAND_CHECK:
        rb_cli_check(run, options);
        return;
    case RB_COMMAND_COMPARE:
        rb_cli_compare(run, options);
        return;
    case RB_COMMAND_DIFF:
        rb_cli_branch(run, options);
        return;
    case RB_COMMAND_FIX:
        rb_cli_fix(run, options);
        return;
    case RB_COMMAND_FILL:
        rb_cli_fill(run, options);
        return;
    case RB_COMMAND_REHEARSE:
        rb_cli_rehearse(run, options);
        return;
    case RB_COMMAND_TEST:
        rb_cli_test(run, options);
        return;
    case RB_COMMAND_RULES:
        rb_cli_rules(run, options);
        return;
    case RB_COMMAND_EXPLAIN:
        rb_cli_explain(run, options);
        return;
    case RB_COMMAND_INIT:
        rb_cli_init(run, options);
        return;
    case RB_COMMAND_COMPLETION:
        rb_cli_completion(run, options);
        return;
    case RB_COMMANDS:
        return;
    }
}

int main(int argc, char **argv)
{
    struct rb_cli_run run = {.worst = RB_EXIT_OK};
    struct rb_cli_options options;

    /* Descriptor 0 must not be writable by accident, 1 and 2 not readable. */
    if (!hold(STDIN_FILENO, O_WRONLY) || !hold(STDOUT_FILENO, O_RDONLY) ||
        !hold(STDERR_FILENO, O_WRONLY))
        return RB_EXIT_BROKEN;
    /* A reader that goes away is an error of writing, told by the exit status. */
    (void)signal(SIGPIPE, SIG_IGN);
    if (rb_cli_options_parse(&run, argc, argv, &options))
        run_command(&run, &options);
    rb_cli_options_free(&options);
    return rb_cli_end(&run);
}
