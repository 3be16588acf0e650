#include "cli/run.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/progress.h"

#define PREFIX "ringback: "

enum { MESSAGE = 2048 };

struct line {
    char bytes[2 * MESSAGE];
    size_t len;
};

static bool gather(void *ctx, const char *data, size_t len)
{
    struct line *line = ctx;

    if (len >= sizeof line->bytes - line->len)
        return false;
    memcpy(line->bytes + line->len, data, len);
    line->len += len;
    return true;
}

/* One write, so that lines of parallel runs do not mix. A standard error that cannot be written is
 * nothing that could be told. */
static void write_error(const char *bytes, size_t len)
{
    rb_cli_progress_clear();
    while (len > 0) {
        ssize_t n = write(STDERR_FILENO, bytes, len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return;
        bytes += n;
        len -= (size_t)n;
    }
}

static struct {
    bool (*call)(void *ctx);
    void *ctx;
} first;

void rb_cli_say_after(bool (*call)(void *ctx), void *ctx)
{
    first.call = call;
    first.ctx = ctx;
}

__attribute__((format(printf, 1, 0))) static void say(const char *format, va_list args)
{
    char message[MESSAGE] = PREFIX;
    const size_t prefix = sizeof PREFIX - 1;
    struct line line = {.len = 0};

    if (first.call && !first.call(first.ctx))
        return;
    if (vsnprintf(message + prefix, sizeof message - prefix, format, args) < 0)
        return;
    /* Escapes may make it longer than the line: what fits is better than nothing. */
    if (!ringback_printable((ringback_str){message, strlen(message)}, gather, &line) &&
        line.len == 0)
        return;
    line.bytes[line.len++] = '\n';
    write_error(line.bytes, line.len);
}

void rb_cli_say(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    say(format, args);
    va_end(args);
}

static void note_failure(struct rb_cli_run *run, enum rb_cli_exit status, const char *why)
{
    if ((int)status > run->worst) {
        run->worst = (int)status;
        run->why = why;
    }
}

void rb_cli_fail(struct rb_cli_run *run, enum rb_cli_exit status, const char *why,
                 const char *format, ...)
{
    va_list args;

    va_start(args, format);
    say(format, args);
    va_end(args);
    note_failure(run, status, why);
}

void rb_cli_fail_quietly(struct rb_cli_run *run, enum rb_cli_exit status, const char *why)
{
    note_failure(run, status, why);
}

void rb_cli_fail_path(struct rb_cli_run *run, const char *path, const char *reason)
{
    rb_cli_say("%s: %s", path, reason);
    rb_cli_fail_path_told(run, path, reason);
}

void rb_cli_fail_path_told(struct rb_cli_run *run, const char *path, const char *reason)
{
    run->paths++;
    note_failure(run, RB_EXIT_WRONG, NULL);
    if (run->on_failed_path)
        run->on_failed_path(run->on_failed_path_ctx, path, reason);
}

void rb_cli_fail_output(struct rb_cli_run *run, const char *path, int error)
{
    if (error == EPIPE) {
        run->quiet = true;
        note_failure(run, RB_EXIT_BROKEN, "the reader went away");
        return;
    }
    rb_cli_fail(run, RB_EXIT_BROKEN, "the output could not be written", "%s: %s", path,
                strerror(error));
}

void rb_cli_fail_memory(struct rb_cli_run *run)
{
    rb_cli_fail(run, RB_EXIT_BROKEN, "out of memory", "out of memory");
}

ringback_thresholds rb_cli_thresholds(const struct rb_cli_run *run, const ringback_profile *profile)
{
    ringback_thresholds limits = {false, false, RINGBACK_UNSET, 0};

    if (profile)
        limits = ringback_profile_thresholds(profile);
    if (run->fail_on_given || !limits.fail_on_given)
        limits.fail_on = run->fail_on < 0 ? RINGBACK_UNSET : (uint32_t)run->fail_on;
    limits.fail_on_given = true;
    if (run->min_score_given) {
        limits.min_score_given = true;
        limits.min_score = run->min_score;
    }
    return limits;
}

bool rb_cli_fails(const ringback_thresholds *limits, const size_t count[3], uint32_t score)
{
    for (uint32_t i = 0; i < 3; i++)
        if (i >= limits->fail_on && count[i])
            return true;
    return limits->min_score_given && score < limits->min_score;
}

static void add(struct rb_cli_run *run, const ringback_thresholds *limits, const size_t count[3],
                uint32_t score)
{
    for (uint32_t i = 0; i < 3; i++)
        if (i >= limits->fail_on)
            run->failing[i] += count[i];
    if (!limits->min_score_given || score >= limits->min_score)
        return;
    if (run->low == 0 || score < run->lowest)
        run->lowest = score;
    run->limits_differ |= run->low && run->under != limits->min_score;
    run->under = limits->min_score;
    run->low++;
}

void rb_cli_count_draft(struct rb_cli_run *run, const ringback_thresholds *limits,
                        const size_t count[3], uint32_t score)
{
    run->drafts++;
    add(run, limits, count, score);
}

void rb_cli_count_record(struct rb_cli_run *run, const ringback_record_outcome *outcome)
{
    const size_t count[3] = {outcome->suggestions, outcome->warnings, outcome->errors};
    const ringback_thresholds limits = rb_cli_thresholds(run, NULL);

    run->records++;
    run->bad_records += outcome->bad;
    if (!outcome->bad && (run->fail_on_given || run->min_score_given))
        add(run, &limits, run->fail_on_given ? count : (const size_t[3]){0, 0, 0}, outcome->score);
}

/* ---- the last line ---- */

struct reason {
    char bytes[256];
    size_t len;
};

__attribute__((format(printf, 2, 3))) static void because(struct reason *r, const char *format, ...)
{
    va_list args;
    int n;

    if (r->len && r->len + 2 < sizeof r->bytes) {
        memcpy(r->bytes + r->len, ", ", 3);
        r->len += 2;
    }
    va_start(args, format);
    n = vsnprintf(r->bytes + r->len, sizeof r->bytes - r->len, format, args);
    va_end(args);
    if (n > 0)
        r->len += (size_t)n;
    if (r->len >= sizeof r->bytes)
        r->len = sizeof r->bytes - 1;
}

static void because_count(struct reason *r, unsigned long long n, const char *noun)
{
    if (n)
        because(r, "%llu %s%s", n, noun, n == 1 ? "" : "s");
}

/* A bad record is as bad as a draft can be, where anything decides. */
static bool bad_records_fail(const struct rb_cli_run *run)
{
    return run->min_score_given || (run->fail_on_given && run->fail_on >= 0);
}

static void found(const struct rb_cli_run *run, struct reason *r)
{
    for (int i = RINGBACK_ERROR; i >= 0; i--)
        because_count(r, run->failing[i], ringback_severity_name((ringback_severity)i));
    if (run->low && run->drafts + run->records == 1)
        because(r, "score %lu < %lu", (unsigned long)run->lowest, (unsigned long)run->under);
    else if (run->low && run->limits_differ)
        because(r, "%llu scores too low, the lowest %lu", run->low, (unsigned long)run->lowest);
    else if (run->low)
        because(r, "%llu score%s under %lu, the lowest %lu", run->low, run->low == 1 ? "" : "s",
                (unsigned long)run->under, (unsigned long)run->lowest);
    if (bad_records_fail(run))
        because_count(r, run->bad_records, "bad record");
    if (run->mendable)
        because(r, "%llu draft%s can be mended", run->mendable, run->mendable == 1 ? "" : "s");
    if (run->examples_failed)
        because(r, "%llu of %llu examples fail", run->examples_failed, run->examples);
}

int rb_cli_end(struct rb_cli_run *run)
{
    struct reason r = {.len = 0};

    if (run->left_out && !run->quiet)
        rb_cli_say("%llu path%s left out by the configuration", run->left_out,
                   run->left_out == 1 ? "" : "s");
    if (run->worst) {
        if (run->why)
            because(&r, "%s", run->why);
        else
            because(&r, "%lu path%s could not be checked", run->paths, run->paths == 1 ? "" : "s");
        if (!run->quiet)
            rb_cli_say("exit %d: %s", run->worst, r.bytes);
        return run->worst;
    }
    if (run->bad_records && !bad_records_fail(run))
        rb_cli_say("%llu of %llu records answered with an error line", run->bad_records,
                   run->records);
    found(run, &r);
    if (r.len == 0)
        return RB_EXIT_OK;
    rb_cli_say("exit %d: %s", RB_EXIT_FOUND, r.bytes);
    return RB_EXIT_FOUND;
}
