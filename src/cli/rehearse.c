#include "cli/rehearse.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/output.h"
#include "cli/prompter.h"
#include "cli/screen.h"
#include "cli/session.h"
#include "cli/terminal.h"

enum {
    TICK_MS = 100,   /* of the clock that is shown */
    LEAST_MS = 1000, /* of a rehearsal: less was a slip of the finger */
    HALF_MINUTE_MS = 30000,
    RUSHED_PACE = 190, /* words a minute: whoever talks so fast reels off their number, too */
    MOST_MS = 3600000
};

struct rehearsal {
    struct rb_prompter prompter;
    struct timespec since; /* of the clock, when it runs */
    uint32_t before_ms;    /* what it showed then */
    bool done;             /* said to the end */
};

static uint32_t elapsed(const struct rehearsal *r)
{
    struct timespec now;
    int64_t ms;

    if (r->prompter.state != RB_PROMPTER_RUNNING)
        return r->before_ms;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    ms = (int64_t)(now.tv_sec - r->since.tv_sec) * 1000 +
         (now.tv_nsec - r->since.tv_nsec) / 1000000 + r->before_ms;
    return ms < 0 ? 0 : ms > MOST_MS ? MOST_MS : (uint32_t)ms;
}

static void go(struct rehearsal *r)
{
    (void)clock_gettime(CLOCK_MONOTONIC, &r->since);
    r->prompter.state = RB_PROMPTER_RUNNING;
}

static void hold(struct rehearsal *r)
{
    r->before_ms = elapsed(r);
    if (r->prompter.state == RB_PROMPTER_RUNNING)
        r->prompter.state = RB_PROMPTER_PAUSED;
}

static void again(struct rehearsal *r)
{
    r->before_ms = 0;
    r->prompter.state = RB_PROMPTER_READY;
}

/* False: it is over. */
static bool on_key(struct rehearsal *r, char key)
{
    switch (key) {
    case 'q':
    case 'Q':
        return false;
    case 'r':
    case 'R':
        again(r);
        return true;
    case ' ':
        if (r->prompter.state == RB_PROMPTER_RUNNING)
            hold(r);
        else
            go(r);
        return true;
    case '\r':
    case '\n':
        if (r->prompter.state == RB_PROMPTER_READY) {
            go(r);
            return true;
        }
        r->before_ms = elapsed(r);
        r->done = r->before_ms >= LEAST_MS;
        if (!r->done)
            again(r);
        return !r->done;
    default:
        return true;
    }
}

static bool draw(struct rehearsal *r)
{
    size_t len = 0;
    char *bytes;
    bool ok;

    r->prompter.now_ms = elapsed(r);
    bytes = rb_prompter_draw(&r->prompter, &len);
    ok = bytes && rb_screen_write(bytes, len);
    free(bytes);
    return ok;
}

/* How long nothing changes: to the next word, or the next tenth of a second. */
static uint32_t wait_for(const struct rehearsal *r)
{
    uint32_t now = elapsed(r);

    return r->prompter.state == RB_PROMPTER_RUNNING ? TICK_MS - now % TICK_MS : 60000;
}

/* Until all is said, or somebody leaves. */
static void rehearse(struct rehearsal *r)
{
    bool on = true;

    rb_screen_size(&r->prompter.rows, &r->prompter.columns);
    while (on && draw(r)) {
        char key = '\0';

        switch (rb_screen_wait(wait_for(r), &key)) {
        case RB_SCREEN_TIME:
            break;
        case RB_SCREEN_KEY:
            on = on_key(r, key);
            break;
        case RB_SCREEN_RESUMED:
            hold(r);
            rb_screen_size(&r->prompter.rows, &r->prompter.columns);
            break;
        case RB_SCREEN_RESIZED:
            rb_screen_size(&r->prompter.rows, &r->prompter.columns);
            on = rb_screen_write("\033[2J", 4);
            break;
        case RB_SCREEN_ENDED:
            on = false;
            break;
        }
    }
}

/* ---- afterwards ---- */

/* What the numbers are given, pauses between their digits and all. */
static uint32_t numbers_ms(const ringback_result *result)
{
    ringback_word word;
    uint32_t sum = 0;

    for (size_t i = 0; ringback_result_word(result, i, &word); i++)
        if (word.number)
            sum += word.end_ms - word.start_ms + word.pause_ms;
    return sum;
}

static void line(struct rb_cli_output *out, const char *head, const char *text)
{
    rb_cli_output_puts(out, head);
    rb_cli_output_puts(out, text);
    rb_cli_output_puts(out, "\n");
}

static void seconds(char *to, size_t size, uint32_t ms)
{
    uint32_t n = (ms + 50) / 100;

    (void)snprintf(to, size, "%lu.%lu", (unsigned long)(n / 10), (unsigned long)(n % 10));
}

/* The pace that these words were said at, by the clock's own arithmetic: 150 for 28 seconds that
 * took 28, 75 when they took 56. */
static uint32_t pace_of(uint32_t set, uint32_t planned_ms, uint32_t took_ms)
{
    return (uint32_t)(((uint64_t)set * planned_ms + took_ms / 2) / took_ms);
}

static void tell_numbers(struct rb_cli_output *out, const ringback_result *result, uint32_t took_ms,
                         uint32_t pace)
{
    uint32_t planned = numbers_ms(result), total = ringback_result_duration_ms(result);
    char text[64], own[24];

    if (planned == 0)
        return;
    seconds(own, sizeof own, (uint32_t)((uint64_t)planned * took_ms / total));
    (void)snprintf(text, sizeof text, "about %s s: %s", own,
                   pace > RUSHED_PACE ? "rushed" : "not rushed");
    line(out, "your number ", text);
}

static void tell_time(struct rb_cli_output *out, uint32_t planned_ms, uint32_t took_ms)
{
    char text[64], took[24], plan[24], left[24];
    bool over = took_ms > HALF_MINUTE_MS;

    seconds(took, sizeof took, took_ms);
    seconds(plan, sizeof plan, planned_ms);
    seconds(left, sizeof left, over ? took_ms - HALF_MINUTE_MS : HALF_MINUTE_MS - took_ms);
    (void)snprintf(text, sizeof text, "%s s, planned %s s", took, plan);
    line(out, "you took    ", text);
    (void)snprintf(text, sizeof text, over ? "%s s over half a minute" : "%s s to spare", left);
    line(out, "            ", text);
}

/* No line is wider than a narrow screen, but for the file's name. */
static void tell(struct rb_cli_output *out, const char *path, const ringback_result *result,
                 uint32_t took_ms, uint32_t set)
{
    uint32_t planned = ringback_result_duration_ms(result);
    uint32_t pace = pace_of(set, planned, took_ms);
    char text[64], took[24];

    (void)snprintf(text, sizeof text, "%lu words a minute%s", (unsigned long)pace,
                   pace > RUSHED_PACE ? ": too fast" : "");
    tell_time(out, planned, took_ms);
    line(out, "your pace   ", text);
    tell_numbers(out, result, took_ms, pace);
    seconds(took, sizeof took, took_ms);
    (void)snprintf(text, sizeof text, "ringback --measured=%s ", took);
    rb_cli_output_puts(out, "to check it ");
    rb_cli_output_puts(out, text);
    rb_cli_output_say(out, path);
    rb_cli_output_puts(out, "\n");
    if (pace < RINGBACK_MIN_PACE || pace > RINGBACK_MAX_PACE)
        return;
    (void)snprintf(text, sizeof text, "--pace=%lu, for other drafts", (unsigned long)pace);
    line(out, "to keep it  ", text);
}

static void say_it(struct rb_cli_run *run, struct rb_cli_session *session, const char *path,
                   const ringback_result *result, uint32_t pace)
{
    struct rehearsal r = {.prompter = {.result = result}};
    ringback_report_options look = RINGBACK_REPORT_OPTIONS_INIT;
    struct rb_cli_output *out;

    rb_cli_terminal(STDOUT_FILENO, session->settings.color, &look);
    r.prompter.unicode = look.unicode;
    r.prompter.color = look.color;
    if (!rb_screen_open()) {
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE,
                    "a rehearsal needs a terminal, to read keys from and to show the words on");
        return;
    }
    rehearse(&r);
    rb_screen_close();
    rb_prompter_free(&r.prompter);
    rb_screen_obey();
    out = r.done ? rb_cli_output_open(run, NULL) : NULL;
    if (out) {
        tell(out, path, result, r.before_ms, pace);
        rb_cli_output_close(out, true);
    }
}

static void rehearse_file(struct rb_cli_run *run, struct rb_cli_session *session,
                          struct rb_cli_file *file)
{
    ringback_result *result = NULL;
    ringback_options o;
    bool over;

    if (ringback_file_count(file->drafts) > 1)
        rb_cli_say("%s: several drafts, the first is rehearsed", file->path);
    o = rb_cli_file_options(session, file, 0);
    result = rb_cli_file_check(session, file, 0, &over);
    if (!result)
        return;
    if (ringback_result_duration_ms(result) == 0)
        rb_cli_fail_path(run, file->path, "nothing in it is spoken");
    else
        say_it(run, session, file->path, result, o.words_per_minute);
    ringback_result_free(result);
}

void rb_cli_rehearse(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    struct rb_cli_session session;
    struct rb_cli_file file;

    if (options->n_operands != 1 || strcmp(options->operands[0], "-") == 0) {
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "rehearse what? name one draft, in a file");
        return;
    }
    if (!rb_cli_session_open(run, options, &session))
        return;
    if (rb_cli_file_open(&session, options->operands[0], &file)) {
        rehearse_file(run, &session, &file);
        rb_cli_file_close(&file);
    }
    rb_cli_session_close(&session);
}
