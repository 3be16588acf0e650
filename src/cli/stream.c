#include "cli/stream.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/input.h"

enum { CHUNK = 64 * 1024 };

struct stream {
    struct rb_cli_run *run;
    ringback_checker *checker;
    const ringback_record_options *options;
    struct rb_cli_output *output;
    char *bytes;
    size_t start, end, cap; /* what was read and not yet answered */
    size_t seen;            /* up to here no line ends */
    bool skipping;          /* the rest of a line that was too long, and is answered already */
};

static bool answer(struct stream *s, const char *line, size_t len)
{
    ringback_record_outcome outcome;
    ringback_error err;
    ringback_status status = ringback_check_record(s->checker, line, len, s->options,
                                                   rb_cli_output_write, s->output, &outcome, &err);

    if (status == RINGBACK_OK) {
        rb_cli_count_record(s->run, &outcome);
        return true;
    }
    /* A refused write was told by the output. */
    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(s->run);
    else if (status != RINGBACK_ERR_SINK)
        rb_cli_fail(s->run, RB_EXIT_WRONG, "the run could not go on", "record %llu: %s",
                    s->run->records + 1, err.message);
    return false;
}

/* Every whole line that was read. */
static bool answer_lines(struct stream *s)
{
    for (;;) {
        char *at = s->bytes + s->seen;
        char *newline = s->end > s->seen ? memchr(at, '\n', s->end - s->seen) : NULL;
        size_t line = s->start;

        if (!newline)
            break;
        s->start = s->seen = (size_t)(newline - s->bytes) + 1;
        if (!s->skipping && !answer(s, s->bytes + line, s->start - 1 - line))
            return false;
        s->skipping = false;
    }
    s->seen = s->end;
    if (!s->skipping && s->end - s->start > RINGBACK_MAX_RECORD_BYTES) {
        /* Answered in its place as soon as it is known to be too long, and never held whole. */
        if (!answer(s, s->bytes + s->start, s->end - s->start))
            return false;
        s->skipping = true;
    }
    if (s->skipping)
        s->start = s->seen = s->end;
    return true;
}

/* Room for a chunk: the answered lines make it first. */
static bool make_room(struct stream *s)
{
    char *p;

    if (s->start > 0) {
        memmove(s->bytes, s->bytes + s->start, s->end - s->start);
        s->end -= s->start;
        s->seen -= s->start;
        s->start = 0;
    }
    if (s->cap - s->end >= CHUNK)
        return true;
    s->cap = s->cap ? s->cap * 2 : 2 * (size_t)CHUNK;
    p = realloc(s->bytes, s->cap);
    if (!p) {
        rb_cli_fail_memory(s->run);
        return false;
    }
    s->bytes = p;
    return true;
}

static bool run_stream(struct stream *s, int fd, const char *path)
{
    for (;;) {
        long n;

        if (!make_room(s) || !rb_cli_output_flush(s->output))
            return false;
        n = rb_cli_read(fd, s->bytes + s->end, CHUNK);
        if (n < 0) {
            rb_cli_fail(s->run, RB_EXIT_BROKEN, "reading failed", "%s: %s", path, strerror(errno));
            return false;
        }
        if (n == 0)
            break;
        s->end += (size_t)n;
        if (!answer_lines(s))
            return false;
    }
    /* A last line without its end is a line. */
    return s->start == s->end || answer(s, s->bytes + s->start, s->end - s->start);
}

bool rb_cli_stream(struct rb_cli_run *run, ringback_checker *checker,
                   const ringback_record_options *options, int fd, const char *path,
                   struct rb_cli_output *output)
{
    struct stream s = {.run = run, .checker = checker, .options = options, .output = output};
    bool ok = run_stream(&s, fd, path);

    free(s.bytes);
    return ok;
}
