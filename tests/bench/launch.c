/* Starts commands in turn, round by round, and says how long each took against the first: below a
 * millisecond only a small launcher, and ratios of one round, tell two programs apart.
 *
 * launch ROUNDS -- NAME COMMAND… -- NAME COMMAND… : a line for each with the medians of its wall
 * time and its processor time, each with its ratio to the first, and its largest memory. The
 * output of all goes to launch.out and launch.err in the working folder. */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { MOST_COMMANDS = 16, MOST_ROUNDS = 2000, MOST_WARM = 5 };

struct command {
    const char *name;
    char **argv;
    double wall[MOST_ROUNDS], ratio[MOST_ROUNDS];
    double cpu[MOST_ROUNDS], cpu_ratio[MOST_ROUNDS];
    long memory;
    int status;
};

static double now(void)
{
    struct timespec t;

    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double ms_of(struct timeval t)
{
    return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

static void run(struct command *c, int round)
{
    posix_spawn_file_actions_t actions;
    struct rusage use;
    double start;
    pid_t pid;
    int status;

    (void)posix_spawn_file_actions_init(&actions);
    (void)posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    (void)posix_spawn_file_actions_addopen(&actions, 1, "launch.out", O_WRONLY | O_CREAT | O_TRUNC,
                                           0600);
    (void)posix_spawn_file_actions_addopen(&actions, 2, "launch.err", O_WRONLY | O_CREAT | O_TRUNC,
                                           0600);
    start = now();
    errno = posix_spawn(&pid, c->argv[0], &actions, NULL, c->argv, environ);
    if (errno || wait4(pid, &status, 0, &use) != pid) {
        perror(c->argv[0]);
        exit(3);
    }
    if (round >= 0) {
        c->wall[round] = now() - start;
        c->cpu[round] = ms_of(use.ru_utime) + ms_of(use.ru_stime);
        if (use.ru_maxrss > c->memory)
            c->memory = use.ru_maxrss;
    }
    if (!WIFEXITED(status) || (round > 0 && WEXITSTATUS(status) != c->status)) {
        fprintf(stderr, "%s does not end as it did before\n", c->name);
        exit(3);
    }
    c->status = WEXITSTATUS(status);
    (void)posix_spawn_file_actions_destroy(&actions);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static double median(double *values, int n)
{
    qsort(values, (size_t)n, sizeof *values, by_size);
    return values[n / 2];
}

int main(int argc, char **argv)
{
    static struct command commands[MOST_COMMANDS];
    int n = 0, rounds = argc > 1 ? atoi(argv[1]) : 0;

    for (int i = 2; i < argc; i++)
        if (strcmp(argv[i], "--") == 0) {
            argv[i] = NULL;
            if (i + 2 >= argc || n == MOST_COMMANDS)
                return 64;
            commands[n++] = (struct command){.name = argv[i + 1], .argv = &argv[i + 2]};
        }
    if (n == 0 || rounds < 1 || rounds > MOST_ROUNDS)
        return 64;
    for (int round = -(rounds < MOST_WARM ? 1 : MOST_WARM); round < rounds; round++)
        for (int i = 0; i < n; i++) {
            run(&commands[i], round);
            if (round < 0)
                continue;
            commands[i].ratio[round] = commands[i].wall[round] / commands[0].wall[round];
            commands[i].cpu_ratio[round] = commands[i].cpu[round] / commands[0].cpu[round];
        }
    printf("%-36s %9s %7s %9s %7s %7s\n", "", "wall ms", "ratio", "CPU ms", "ratio", "MiB");
    for (int i = 0; i < n; i++) {
        struct command *c = &commands[i];

        printf("%-36s %9.2f %7.2f %9.2f %7.2f %7.1f\n", c->name, median(c->wall, rounds),
               median(c->ratio, rounds), median(c->cpu, rounds), median(c->cpu_ratio, rounds),
               (double)c->memory / 1024.0);
    }
    return 0;
}
