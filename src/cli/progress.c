#include "cli/progress.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli/terminal.h"

enum {
    FIRST_MS = 1000, /* shorter runs need no bar */
    EVERY_MS = 100,
    CELLS = 24,
    LINE = 4 * CELLS + 32
};

static struct {
    bool on, unicode;
    struct timespec begun;
    int64_t drawn_ms;
    struct rb_cli_piece now;
} bar;

/* Others that write to standard error ask it from threads of their own. */
static atomic_bool shown;

static int64_t elapsed_ms(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)(now.tv_sec - bar.begun.tv_sec) * 1000 +
           (now.tv_nsec - bar.begun.tv_nsec) / 1000000;
}

/* Whether results go where they do not come between the bar and the next one: the text report is
 * written at the end. */
static bool is_alone(const struct rb_cli_settings *settings)
{
    struct stat st;

    if (settings->output)
        return true;
    if (isatty(STDOUT_FILENO))
        return settings->format == RINGBACK_FORMAT_TEXT && !settings->report.quiet;
    return fstat(STDOUT_FILENO, &st) == 0 && S_ISREG(st.st_mode);
}

static bool is_watched(void)
{
    const char *ci = getenv("CI"), *term = getenv("TERM");

    return isatty(STDERR_FILENO) && !(ci && *ci) && term && *term && strcmp(term, "dumb") != 0;
}

void rb_cli_progress_begin(const struct rb_cli_settings *settings)
{
    ringback_report_options look = RINGBACK_REPORT_OPTIONS_INIT;

    bar.on = is_watched() && is_alone(settings);
    if (!bar.on)
        return;
    rb_cli_terminal(STDERR_FILENO, RB_COLOR_NEVER, &look);
    bar.unicode = look.unicode;
    bar.now = (struct rb_cli_piece){0, RB_PROGRESS_ALL};
    bar.drawn_ms = FIRST_MS - EVERY_MS;
    (void)clock_gettime(CLOCK_MONOTONIC, &bar.begun);
}

struct rb_cli_piece rb_cli_progress_piece(void)
{
    return bar.now;
}

/* What is done, of so many, rounded. */
static uint32_t part_of(uint32_t all)
{
    return (uint32_t)(((uint64_t)bar.now.from * all + RB_PROGRESS_ALL / 2) / RB_PROGRESS_ALL);
}

static void draw(void)
{
    uint32_t percent = part_of(100), full = part_of(CELLS);
    char line[LINE];
    size_t len = 0;

    for (uint32_t i = 0; i < CELLS; i++) {
        const char *cell = i < full ? bar.unicode ? "█" : "#" : bar.unicode ? "░" : ".";

        if (i == 0)
            len = (size_t)snprintf(line, sizeof line, "\r%3u %% ", (unsigned)percent);
        memcpy(line + len, cell, strlen(cell));
        len += strlen(cell);
    }
    memcpy(line + len, "\033[K", 3);
    len += 3;
    atomic_store(&shown, true);
    /* One that cannot be shown is not missed. */
    if (write(STDERR_FILENO, line, len) < 0)
        bar.on = false;
}

void rb_cli_progress_next(struct rb_cli_piece whole, uint64_t i, uint64_t n)
{
    int64_t now;

    if (!bar.on || n == 0 || i > n)
        return;
    bar.now = (struct rb_cli_piece){whole.from + (uint32_t)(whole.size * i / n),
                                    (uint32_t)(whole.size / n)};
    now = elapsed_ms();
    if (now - bar.drawn_ms < EVERY_MS)
        return;
    bar.drawn_ms = now;
    draw();
}

void rb_cli_progress_clear(void)
{
    if (atomic_exchange(&shown, false) && write(STDERR_FILENO, "\r\033[K", 4) < 0)
        bar.on = false;
}

void rb_cli_progress_end(void)
{
    rb_cli_progress_clear();
    bar.on = false;
}
