/* The pipe: lines that come whole and in pieces of any size, to one worker and to several, are
 * answered with the same bytes, a line for a line. The first byte says how they are cut. */
#include <sys/socket.h>
#include <unistd.h>

#include "cli/stream.h"
#include "fuzz.h"

enum { MOST_PIECES = 60 };

/* In the place of cli/output.c. */
struct rb_cli_output {
    struct rb_buffer bytes;
};

bool rb_cli_output_write(void *ctx, const char *data, size_t len)
{
    rb_buffer_add(&((struct rb_cli_output *)ctx)->bytes, data, len);
    return true;
}

bool rb_cli_output_flush(struct rb_cli_output *out)
{
    return !out->bytes.failed;
}

static ringback_checker *hire(void *ctx)
{
    ringback_checker *checker = NULL;

    HOLD(ringback_checker_new(ctx, NULL, &checker, NULL) == RINGBACK_OK);
    return checker;
}

/* Each piece is a message, so that each read gives one. */
static int pieces(struct rb_slice bytes, size_t size)
{
    int ends[2];

    HOLD(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) == 0);
    for (size_t at = 0; at < bytes.len; at += size) {
        size_t n = bytes.len - at < size ? bytes.len - at : size;

        HOLD(send(ends[1], bytes.ptr + at, n, 0) == (ssize_t)n);
    }
    (void)close(ends[1]);
    return ends[0];
}

static void answer(ringback_rules *rules, struct rb_slice bytes, size_t size, size_t jobs,
                   struct rb_cli_output *out)
{
    const ringback_record_options options = RINGBACK_RECORD_OPTIONS_INIT;
    struct rb_cli_run run = {0};
    const struct rb_cli_records records = {&run, hire, rules, &options, out, jobs};
    int fd = pieces(bytes, size);

    rb_buffer_init(&out->bytes);
    HOLD(rb_cli_stream(&records, fd, "fuzz.ndjson"));
    HOLD(!out->bytes.failed && run.worst == 0);
    (void)close(fd);
}

static size_t lines(struct rb_slice bytes)
{
    size_t n = bytes.len > 0 && bytes.ptr[bytes.len - 1] != '\n';

    for (size_t i = 0; i < bytes.len; i++)
        n += bytes.ptr[i] == '\n';
    return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ringback_rules *rules;
    struct rb_cli_output whole, cut, shared;
    struct rb_slice bytes;
    size_t piece;

    if (!rules)
        HOLD(ringback_rules_load(NULL, 0, NULL, NULL, &rules, NULL) == RINGBACK_OK);
    if (size == 0)
        return 0;
    bytes = rb_slice_of((const char *)data + 1, size - 1);
    piece = 1 + (size_t)data[0] % 97;
    if (piece < bytes.len / MOST_PIECES + 1)
        piece = bytes.len / MOST_PIECES + 1;
    answer(rules, bytes, bytes.len + 1, 1, &whole);
    answer(rules, bytes, piece, 1, &cut);
    answer(rules, bytes, piece, 2 + (size_t)data[0] % 3, &shared);
    HOLD(lines(rb_buffer_slice(&whole.bytes)) == lines(bytes));
    HOLD(rb_slice_equal(rb_buffer_slice(&whole.bytes), rb_buffer_slice(&cut.bytes)));
    HOLD(rb_slice_equal(rb_buffer_slice(&whole.bytes), rb_buffer_slice(&shared.bytes)));
    rb_buffer_free(&whole.bytes);
    rb_buffer_free(&cut.bytes);
    rb_buffer_free(&shared.bytes);
    return 0;
}
