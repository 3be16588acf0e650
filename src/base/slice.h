/* A borrowed run of bytes: never NUL-terminated, never owned. The only other string type of the
 * house is struct rb_buffer. */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct rb_slice {
    const char *ptr;
    size_t len;
};

static inline struct rb_slice rb_slice_of(const char *ptr, size_t len)
{
    return (struct rb_slice){ptr, len};
}

/* From a NUL-terminated string; NULL gives the empty slice. */
static inline struct rb_slice rb_slice_str(const char *s)
{
    return (struct rb_slice){s ? s : "", s ? strlen(s) : 0};
}

static inline bool rb_slice_equal(struct rb_slice a, struct rb_slice b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool rb_slice_is(struct rb_slice a, const char *s)
{
    return rb_slice_equal(a, rb_slice_str(s));
}

/* Order by bytes, shorter first on a common head: the same on every machine and locale. */
int rb_slice_compare(struct rb_slice a, struct rb_slice b);

/* A decimal integer in [min, max]: an optional minus, digits, no leading zero. */
bool rb_slice_int(struct rb_slice, int64_t min, int64_t max, int64_t *out);

/* A key and where it stands in its list. */
struct rb_keyed {
    struct rb_slice key;
    uint32_t index;
};

/* Whether a key stands twice; then *later is the first index that repeats a key, *earlier the one
 * it repeats. Reorders keys. */
bool rb_find_repeat(struct rb_keyed *keys, size_t n, uint32_t *earlier, uint32_t *later);

#endif
