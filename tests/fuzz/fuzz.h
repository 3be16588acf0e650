/* What fuzzers share. */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"

/* The entry that libFuzzer, AFL++, and replay.c, call. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Like assert, in every build: a broken promise ends the run. */
#define HOLD(condition)                                                                            \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            (void)fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #condition);          \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

/* A sink into the buffer that is its ctx. */
static inline bool keep(void *ctx, const char *data, size_t len)
{
    rb_buffer_add(ctx, data, len);
    return true;
}

/* Of an input that has two parts, with a line of "%%" between them: its first, and what is behind
 * the line; the second is empty without the line. */
static inline struct rb_slice first_part(const uint8_t *data, size_t size, struct rb_slice *second)
{
    const char *bytes = size ? (const char *)data : "";

    for (size_t i = 0; i + 3 <= size; i++)
        if (memcmp(bytes + i, "%%\n", 3) == 0) {
            *second = rb_slice_of(bytes + i + 3, size - i - 3);
            return rb_slice_of(bytes, i);
        }
    *second = rb_slice_of("", 0);
    return rb_slice_of(bytes, size);
}

#endif
