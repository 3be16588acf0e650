#include "fact/phone.h"

enum { LONGEST = 32, LEAST_TAIL = 7, MOST_EDITS = 3 };

struct number {
    struct rb_slice main, ext;
};

static struct number split(struct rb_slice value)
{
    const char *x = value.len ? memchr(value.ptr, 'x', value.len) : NULL;
    struct number n = {value, rb_slice_of("", 0)};

    if (x) {
        n.main.len = (size_t)(x - value.ptr);
        n.ext = rb_slice_of(x + 1, value.len - n.main.len - 1);
    }
    return n;
}

static struct rb_slice drop_zeros(struct rb_slice digits)
{
    while (digits.len > 0 && *digits.ptr == '0') {
        digits.ptr++;
        digits.len--;
    }
    return digits;
}

static bool ends_with(struct rb_slice whole, struct rb_slice tail)
{
    return tail.len >= LEAST_TAIL && whole.len >= tail.len &&
           memcmp(whole.ptr + whole.len - tail.len, tail.ptr, tail.len) == 0;
}

static bool same_digits(struct rb_slice a, struct rb_slice b)
{
    a = drop_zeros(a);
    b = drop_zeros(b);
    return rb_slice_equal(a, b) || ends_with(a, b) || ends_with(b, a);
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Levenshtein's distance by one row; both at most LONGEST long. */
static uint32_t distance(struct rb_slice a, struct rb_slice b)
{
    uint32_t row[LONGEST + 1];

    for (uint32_t k = 0; k <= b.len; k++)
        row[k] = k;
    for (uint32_t i = 1; i <= a.len; i++) {
        uint32_t diagonal = row[0];

        row[0] = i;
        for (uint32_t k = 1; k <= b.len; k++) {
            uint32_t above = row[k];
            uint32_t change = diagonal + (a.ptr[i - 1] != b.ptr[k - 1]);

            row[k] = least(change, least(above, row[k - 1]) + 1);
            diagonal = above;
        }
    }
    return row[b.len];
}

static bool near_digits(struct rb_slice a, struct rb_slice b)
{
    size_t longer = a.len > b.len ? a.len - b.len : b.len - a.len;

    return longer <= 1 && a.len <= LONGEST && b.len <= LONGEST && distance(a, b) <= MOST_EDITS;
}

enum rb_same rb_phone_compare(struct rb_slice a, struct rb_slice b)
{
    struct number x = split(a), y = split(b);

    if (rb_slice_is(a, "placeholder") || rb_slice_is(b, "placeholder"))
        return rb_slice_equal(a, b) ? RB_SAME_YES : RB_SAME_NO;
    if (same_digits(x.main, y.main))
        return x.ext.len == 0 || y.ext.len == 0 || rb_slice_equal(x.ext, y.ext) ? RB_SAME_YES
                                                                                : RB_SAME_NEARLY;
    return near_digits(x.main, y.main) ? RB_SAME_NEARLY : RB_SAME_NO;
}
