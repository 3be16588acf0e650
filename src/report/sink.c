#include "report/sink.h"

enum {
    /* A write of this size costs no more than its bytes. */
    SETTLE_BYTES = 32 * 1024
};

void rb_sink_init(struct rb_sink *s, ringback_sink *write, void *ctx)
{
    *s = (struct rb_sink){.write = write, .ctx = ctx};
    rb_buffer_init(&s->out);
}

void rb_sink_free(struct rb_sink *s)
{
    rb_buffer_free(&s->out);
}

ringback_status rb_sink_flush(struct rb_sink *s)
{
    /* Half a report must not look like a whole one: after a failed append nothing more goes out. */
    if (!s->refused && !s->out.failed && s->out.len)
        s->refused = !s->write(s->ctx, s->out.ptr, s->out.len);
    rb_buffer_clear(&s->out);
    if (s->refused)
        return RINGBACK_ERR_SINK;
    return s->out.failed ? RINGBACK_ERR_MEMORY : RINGBACK_OK;
}

void rb_sink_settle(struct rb_sink *s)
{
    if (s->out.len >= SETTLE_BYTES)
        (void)rb_sink_flush(s);
}
