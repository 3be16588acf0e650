#include "base/slice.h"

#include <stdlib.h>

#include "base/ascii.h"

int rb_slice_compare(struct rb_slice a, struct rb_slice b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n ? memcmp(a.ptr, b.ptr, n) : 0;

    if (order != 0)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

bool rb_slice_int(struct rb_slice s, int64_t min, int64_t max, int64_t *out)
{
    bool minus = s.len > 0 && s.ptr[0] == '-';
    size_t at = minus;
    int64_t value = 0;

    if (at == s.len || (s.ptr[at] == '0' && s.len > at + 1))
        return false;
    for (; at < s.len; at++) {
        int digit = s.ptr[at] - '0';

        if (!rb_is_digit(s.ptr[at]) || __builtin_mul_overflow(value, 10, &value) ||
            __builtin_sub_overflow(value, digit, &value))
            return false;
    }
    /* Counted downwards, because INT64_MIN has no positive twin. */
    if (!minus && __builtin_sub_overflow(0, value, &value))
        return false;
    if (value < min || value > max)
        return false;
    *out = value;
    return true;
}

static int compare_keyed(const void *a, const void *b)
{
    const struct rb_keyed *x = a, *y = b;
    int order = rb_slice_compare(x->key, y->key);

    return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

bool rb_find_repeat(struct rb_keyed *keys, size_t n, uint32_t *earlier, uint32_t *later)
{
    bool found = false;

    if (n > 1)
        qsort(keys, n, sizeof *keys, compare_keyed);
    for (size_t i = 1; i < n; i++) {
        if (!rb_slice_equal(keys[i - 1].key, keys[i].key))
            continue;
        if (found && keys[i].index > *later)
            continue;
        found = true;
        *earlier = keys[i - 1].index;
        *later = keys[i].index;
    }
    return found;
}
