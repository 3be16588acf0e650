#include "base/quantity.h"

#include "base/ascii.h"

bool rb_quantity_thousandths(struct rb_slice s, uint32_t min, uint32_t max, uint32_t *out)
{
    uint64_t value = 0;
    uint32_t decimals = 0;
    bool point = false;

    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '.' && !point && i > 0) {
            point = true;
        } else if (rb_is_digit(s.ptr[i]) && decimals < 3 && value < UINT32_MAX) {
            value = value * 10 + (uint64_t)(s.ptr[i] - '0');
            decimals += point;
        } else if (!(point && s.ptr[i] == '0')) {
            return false;
        }
    }
    for (; decimals < 3; decimals++)
        value *= 10;
    *out = (uint32_t)value;
    return s.len > 0 && value >= min && value <= max;
}

bool rb_quantity_clock(struct rb_slice s, uint32_t *out)
{
    uint32_t parts[2] = {0, 0}, part = 0, digits = 0;

    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == ':' && part == 0 && digits > 0) {
            part = 1;
            digits = 0;
        } else if (rb_is_digit(s.ptr[i]) && digits < 2) {
            parts[part] = parts[part] * 10 + (uint32_t)(s.ptr[i] - '0');
            digits++;
        } else {
            return false;
        }
    }
    *out = parts[0] * 60 + parts[1];
    return part == 1 && digits == 2 && parts[0] < 24 && parts[1] < 60;
}
