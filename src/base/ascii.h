/* Character classes of ASCII, without the locale: bytes from 128 on belong to none of them. */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include <stdbool.h>

static inline bool rb_is_upper(int c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool rb_is_lower(int c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool rb_is_alpha(int c)
{
    return rb_is_upper(c) || rb_is_lower(c);
}

static inline bool rb_is_digit(int c)
{
    return c >= '0' && c <= '9';
}

static inline bool rb_is_alnum(int c)
{
    return rb_is_alpha(c) || rb_is_digit(c);
}

static inline bool rb_is_space(int c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline char rb_to_lower(char c)
{
    return rb_is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

static inline char rb_to_upper(char c)
{
    return rb_is_lower(c) ? (char)(c - 'a' + 'A') : c;
}

#endif
