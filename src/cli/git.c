#include "cli/git.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { CHUNK = 64 * 1024 };

void rb_cli_git_fail(struct rb_cli_run *run, const char *reason)
{
    rb_cli_fail(run, RB_EXIT_WRONG, "git could not say what changed", "git: %s",
                *reason ? reason : "it failed without a word");
}

/* ---- starting ---- */

struct child {
    pid_t pid;
    int out, err; /* what it writes is read from there */
};

static bool make_pipe(int ends[2])
{
    return pipe(ends) == 0 && fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0 &&
           fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0;
}

static void close_pipe(const int ends[2])
{
    if (ends[0] >= 0)
        (void)close(ends[0]);
    if (ends[1] >= 0)
        (void)close(ends[1]);
}

/* Its standard input is nothing, and a reader that goes away ends it. Gives an errno. */
static int spawn(struct child *child, const int out[2], const int err[2], char *const *argv)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t broken;
    int error;

    (void)sigemptyset(&broken);
    (void)sigaddset(&broken, SIGPIPE);
    error = posix_spawn_file_actions_init(&actions);
    if (error)
        return error;
    error = posix_spawnattr_init(&attributes);
    if (error == 0) {
        error = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        if (error == 0)
            error = posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
        if (error == 0)
            error = posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);
        if (error == 0)
            error = posix_spawnattr_setsigdefault(&attributes, &broken);
        if (error == 0)
            error = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
        if (error == 0)
            error = posix_spawnp(&child->pid, "git", &actions, &attributes, argv, environ);
        (void)posix_spawnattr_destroy(&attributes);
    }
    (void)posix_spawn_file_actions_destroy(&actions);
    return error;
}

static bool start(struct rb_cli_run *run, const char *const *args, struct child *child)
{
    /* Names are names, and nothing but the answer is made or shown. */
    static const char *const head[] = {"git",
                                       "--no-pager",
                                       "--no-optional-locks",
                                       "--literal-pathspecs",
                                       "-c",
                                       "core.fsmonitor=false",
                                       "-c",
                                       "diff.autoRefreshIndex=false"};
    int out[2] = {-1, -1}, err[2] = {-1, -1}, error = 0;
    size_t n = sizeof head / sizeof *head, more = 0;
    char **argv;

    while (args[more])
        more++;
    argv = calloc(n + more + 1, sizeof *argv);
    if (!argv) {
        rb_cli_fail_memory(run);
        return false;
    }
    memcpy(argv, head, sizeof head);
    memcpy(argv + n, args, more * sizeof *argv);
    if (!make_pipe(out) || !make_pipe(err))
        error = errno;
    if (error == 0)
        error = spawn(child, out, err, argv);
    free(argv);
    if (error) {
        close_pipe(out);
        close_pipe(err);
        rb_cli_fail(run, error == ENOMEM ? RB_EXIT_BROKEN : RB_EXIT_WRONG, "git could not be run",
                    "git: %s", strerror(error));
        return false;
    }
    (void)close(out[1]);
    (void)close(err[1]);
    child->out = out[0];
    child->err = err[0];
    return true;
}

/* ---- listening ---- */

/* What was read of one pipe; false: it is at its end, or reading failed (*error). */
static bool take(int fd, char *to, size_t size, size_t *len, int *error)
{
    ssize_t n = read(fd, to + *len, size - *len);

    if (n < 0 && (errno == EINTR || errno == EAGAIN))
        return true;
    if (n < 0)
        *error = errno;
    if (n > 0)
        *len += (size_t)n;
    return n > 0;
}

/* Half an answer is none. */
static bool deaf(struct rb_cli_run *run, int error)
{
    rb_cli_fail(run, RB_EXIT_BROKEN, "git could not be listened to", "git: %s", strerror(error));
    return false;
}

static bool grow(struct rb_cli_bytes *bytes, size_t *cap)
{
    size_t more = *cap ? 2 * *cap : (size_t)CHUNK;
    char *p = realloc(bytes->ptr, more);

    if (!p)
        return false;
    bytes->ptr = p;
    *cap = more;
    return true;
}

/* Both pipes at once, so that neither fills while the other is waited for. Complaints past the
 * first few are dropped. */
static bool listen_to(struct rb_cli_run *run, struct child *child, size_t limit,
                      struct rb_cli_git *git)
{
    struct pollfd fds[2] = {{child->out, POLLIN, 0}, {child->err, POLLIN, 0}};
    size_t cap = 0, reason = 0;
    char dropped[512];
    int error = 0;

    while (fds[0].fd >= 0 || fds[1].fd >= 0) {
        if (poll(fds, 2, -1) < 0) {
            if (errno == EINTR)
                continue;
            return deaf(run, errno);
        }
        if (git->out.len + 1 >= cap && !grow(&git->out, &cap)) {
            rb_cli_fail_memory(run);
            return false;
        }
        if (fds[0].fd >= 0 && fds[0].revents &&
            !take(child->out, git->out.ptr, cap - 1, &git->out.len, &error))
            fds[0].fd = -1;
        if (error)
            return deaf(run, error);
        if (git->out.len > limit) {
            rb_cli_git_fail(run, "it says too much");
            return false;
        }
        if (fds[1].fd >= 0 && fds[1].revents) {
            size_t none = 0;
            bool room = reason + 1 < sizeof git->reason;

            if (!(room ? take(child->err, git->reason, sizeof git->reason - 1, &reason, &error)
                       : take(child->err, dropped, sizeof dropped, &none, &error)))
                fds[1].fd = -1;
        }
    }
    git->reason[reason] = '\0';
    if (git->out.ptr)
        git->out.ptr[git->out.len] = '\0';
    return true;
}

static void tidy_reason(char *reason)
{
    static const char *const heads[] = {"fatal: ", "error: "};

    reason[strcspn(reason, "\n")] = '\0';
    for (int i = 0; i < 2; i++)
        if (strncmp(reason, heads[i], strlen(heads[i])) == 0)
            memmove(reason, reason + strlen(heads[i]), strlen(reason) - strlen(heads[i]) + 1);
}

bool rb_cli_git(struct rb_cli_run *run, const char *const *args, size_t limit,
                struct rb_cli_git *git)
{
    struct child child = {.pid = -1};
    int status = 0;
    pid_t n;
    bool ok;

    *git = (struct rb_cli_git){.status = -1};
    if (!start(run, args, &child))
        return false;
    ok = listen_to(run, &child, limit, git);
    (void)close(child.out);
    (void)close(child.err);
    if (!ok)
        (void)kill(child.pid, SIGKILL);
    do {
        n = waitpid(child.pid, &status, 0);
    } while (n < 0 && errno == EINTR);
    git->status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    tidy_reason(git->reason);
    if (!ok)
        free(git->out.ptr);
    return ok;
}

bool rb_cli_git_good(struct rb_cli_run *run, const char *const *args, size_t limit,
                     struct rb_cli_bytes *out)
{
    struct rb_cli_git git;

    if (!rb_cli_git(run, args, limit, &git))
        return false;
    *out = git.out;
    if (git.status == 0)
        return true;
    rb_cli_git_fail(run, git.reason);
    free(git.out.ptr);
    return false;
}

char *rb_cli_git_line(struct rb_cli_run *run, const char *const *args)
{
    struct rb_cli_bytes bytes;

    if (!rb_cli_git_good(run, args, CHUNK, &bytes))
        return NULL;
    if (bytes.len && bytes.ptr[bytes.len - 1] == '\n')
        bytes.ptr[bytes.len - 1] = '\0';
    return bytes.ptr;
}
