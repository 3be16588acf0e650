#include "cli/stream.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/input.h"
#include "cli/progress.h"

enum { CHUNK = 64 * 1024 };

struct stream {
    const struct rb_cli_records *records;
    ringback_checker *checker; /* NULL: the crew has its own */
    struct rb_cli_crew *crew;
    char *bytes;
    size_t start, end, cap; /* what was read and not yet answered */
    size_t seen;            /* up to here no line ends */
    bool skipping;          /* the rest of a line that was too long, and is answered already */
};

static bool answer(struct stream *s, const char *line, size_t len)
{
    const struct rb_cli_records *r = s->records;
    ringback_record_outcome outcome;
    ringback_error err;
    ringback_status status;

    if (s->crew)
        return rb_cli_crew_add(s->crew, line, len);
    status = ringback_check_record(s->checker, line, len, r->options, rb_cli_output_write,
                                   r->output, &outcome, &err);
    return rb_cli_answered(r->run, status, &outcome, &err);
}

/* Hands over what was answered, or has it answered: reading might wait. */
static bool flush(struct stream *s)
{
    return s->crew ? rb_cli_crew_send(s->crew) : rb_cli_output_flush(s->records->output);
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
    if (p)
        s->bytes = p;
    return p != NULL;
}

/* What was read before something failed is answered first: then the failure is told. */
static bool settled(struct stream *s)
{
    return !s->crew || rb_cli_crew_wait(s->crew);
}

/* Of a file; 0: nobody knows how much will come. */
static uint64_t size_of(int fd)
{
    struct stat st;

    return fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0 ? (uint64_t)st.st_size : 0;
}

static bool run_stream(struct stream *s, int fd, const char *path)
{
    struct rb_cli_piece whole = rb_cli_progress_piece();
    uint64_t size = size_of(fd), read = 0;

    for (;;) {
        long n;

        rb_cli_progress_next(whole, read, size);
        if (!make_room(s)) {
            if (settled(s))
                rb_cli_fail_memory(s->records->run);
            return false;
        }
        if (!flush(s))
            return false;
        n = rb_cli_read(fd, s->bytes + s->end, CHUNK);
        if (n < 0) {
            int error = errno;

            if (settled(s))
                rb_cli_fail(s->records->run, RB_EXIT_BROKEN, "reading failed", "%s: %s", path,
                            strerror(error));
            return false;
        }
        if (n == 0)
            break;
        s->end += (size_t)n;
        read += (uint64_t)n;
        if (!answer_lines(s))
            return false;
    }
    /* A last line without its end is a line. */
    return (s->start == s->end || answer(s, s->bytes + s->start, s->end - s->start)) && settled(s);
}

bool rb_cli_stream(const struct rb_cli_records *records, int fd, const char *path)
{
    struct stream s = {.records = records};
    bool ok;

    if (records->jobs > 1)
        s.crew = rb_cli_crew_new(records);
    else
        s.checker = records->hire(records->ctx);
    ok = (s.crew || s.checker) && run_stream(&s, fd, path);
    rb_cli_crew_free(s.crew);
    ringback_checker_free(s.checker);
    free(s.bytes);
    return ok;
}
