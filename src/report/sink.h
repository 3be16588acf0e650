/* Where a report goes: a buffer in front of the caller's sink. Writers append to `out` and never
 * look back: a refusal or lack of memory is sticky and told once, at the end. */
#ifndef REPORT_SINK_H
#define REPORT_SINK_H

#include <ringback.h>

#include "base/buffer.h"

struct rb_sink {
    struct rb_buffer out;
    ringback_sink *write;
    void *ctx;
    bool refused;
};

void rb_sink_init(struct rb_sink *, ringback_sink *, void *ctx);
void rb_sink_free(struct rb_sink *);
/* Hands over what is buffered when that is worth a call. */
void rb_sink_settle(struct rb_sink *);
/* Hands over everything. RINGBACK_OK, _ERR_SINK or _ERR_MEMORY. */
ringback_status rb_sink_flush(struct rb_sink *);

#endif
