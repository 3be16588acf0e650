/* A growing, owned run of bytes. Failure is sticky: append freely, test `failed` once, free once.
 */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include "base/slice.h"

struct rb_arena;

struct rb_buffer {
    char *ptr;
    size_t len, cap;
    bool failed;
};

void rb_buffer_init(struct rb_buffer *);
void rb_buffer_free(struct rb_buffer *);
static inline void rb_buffer_clear(struct rb_buffer *b)
{
    b->len = 0;
}
static inline struct rb_slice rb_buffer_slice(const struct rb_buffer *b)
{
    return (struct rb_slice){b->ptr ? b->ptr : "", b->len};
}

/* Room for more bytes behind the end; false (sticky) when there is no memory. */
bool rb_buffer_reserve(struct rb_buffer *, size_t more);
void rb_buffer_add(struct rb_buffer *, const char *ptr, size_t len);
void rb_buffer_slice_add(struct rb_buffer *, struct rb_slice);
void rb_buffer_puts(struct rb_buffer *, const char *);
void rb_buffer_putc(struct rb_buffer *, char);
/* Decimal, no locale. */
void rb_buffer_uint(struct rb_buffer *, uint64_t);
/* Milliseconds as seconds with one decimal, rounded half up: 31240 gives 31.2. */
void rb_buffer_seconds(struct rb_buffer *, uint32_t ms);
/* What it holds, copied into the arena; the buffer is freed, its failure becomes the arena's. */
struct rb_slice rb_buffer_keep(struct rb_buffer *, struct rb_arena *);

#endif
