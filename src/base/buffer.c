#include "base/buffer.h"

#include <stdlib.h>

#include "base/arena.h"

void rb_buffer_init(struct rb_buffer *b)
{
    *b = (struct rb_buffer){0};
}

void rb_buffer_free(struct rb_buffer *b)
{
    free(b->ptr);
    rb_buffer_init(b);
}

bool rb_buffer_reserve(struct rb_buffer *b, size_t more)
{
    size_t need, cap;
    char *p;

    if (b->failed)
        return false;
    if (more <= b->cap - b->len)
        return true;
    if (more > SIZE_MAX - b->len) {
        b->failed = true;
        return false;
    }
    need = b->len + more;
    cap = b->cap < SIZE_MAX / 2 ? b->cap * 2 : need;
    if (cap < 256)
        cap = 256;
    if (cap < need)
        cap = need;
    p = realloc(b->ptr, cap);
    if (!p) {
        b->failed = true;
        return false;
    }
    b->ptr = p;
    b->cap = cap;
    return true;
}

void rb_buffer_add(struct rb_buffer *b, const char *ptr, size_t len)
{
    if (len == 0 || !rb_buffer_reserve(b, len))
        return;
    memcpy(b->ptr + b->len, ptr, len);
    b->len += len;
}

void rb_buffer_slice_add(struct rb_buffer *b, struct rb_slice s)
{
    rb_buffer_add(b, s.ptr, s.len);
}

void rb_buffer_puts(struct rb_buffer *b, const char *s)
{
    rb_buffer_add(b, s, strlen(s));
}

void rb_buffer_putc(struct rb_buffer *b, char c)
{
    rb_buffer_add(b, &c, 1);
}

void rb_buffer_uint(struct rb_buffer *b, uint64_t n)
{
    char digits[20];
    size_t at = sizeof digits;

    do {
        digits[--at] = (char)('0' + n % 10);
        n /= 10;
    } while (n);
    rb_buffer_add(b, digits + at, sizeof digits - at);
}

void rb_buffer_seconds(struct rb_buffer *b, uint32_t ms)
{
    uint64_t tenths = ((uint64_t)ms + 50) / 100;

    rb_buffer_uint(b, tenths / 10);
    rb_buffer_putc(b, '.');
    rb_buffer_uint(b, tenths % 10);
}

struct rb_slice rb_buffer_keep(struct rb_buffer *b, struct rb_arena *arena)
{
    struct rb_slice kept = rb_arena_copy(arena, rb_buffer_slice(b));

    if (b->failed)
        arena->failed = true;
    rb_buffer_free(b);
    return kept;
}
