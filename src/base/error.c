#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/ascii.h"
#include "base/limits.h"
#include "base/utf8.h"

static bool is_safe(uint32_t cp)
{
    return cp >= 0x20 && (cp < 0x7F || cp > 0x9F) && cp != 0x2028 && cp != 0x2029;
}

/* A message may quote a file, and a file may hold anything: what could break the line or speak to a
 * terminal becomes a question mark. */
static void clean(char *s)
{
    size_t n = strlen(s), at = 0;

    while (at < n) {
        uint32_t cp = 0;
        size_t step = rb_utf8_decode(s + at, n - at, &cp);

        if (step == 0 || !is_safe(cp)) {
            step = step ? step : 1;
            memset(s + at, '?', step);
        }
        at += step;
    }
}

/* Where a text may be cut so that at most max bytes and whole code points remain. */
static size_t cut(const char *s, size_t max)
{
    while (max > 0 && ((unsigned char)s[max] & 0xC0u) == 0x80u)
        max--;
    return max;
}

static void put_message(ringback_error *err, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

static void put_message(ringback_error *err, const char *format, va_list args)
{
    static const char more[] = "...";
    int n = vsnprintf(err->message, sizeof err->message, format, args);

    if (n < 0)
        err->message[0] = '\0';
    else if ((size_t)n >= sizeof err->message)
        memcpy(err->message + cut(err->message, sizeof err->message - sizeof more), more,
               sizeof more);
    clean(err->message);
}

static void put_source(ringback_error *err, const char *source)
{
    struct rb_slice name = rb_slice_str(source);

    if (name.len >= sizeof err->source)
        name.len = cut(name.ptr, sizeof err->source - 1);
    memcpy(err->source, name.ptr, name.len);
    err->source[name.len] = '\0';
}

ringback_status rb_error_set(ringback_error *err, ringback_status status, const char *format, ...)
{
    va_list args;

    if (!err)
        return status;
    *err = (ringback_error){.status = status};
    va_start(args, format);
    put_message(err, format, args);
    va_end(args);
    return status;
}

void rb_errors_add(struct rb_errors *errs, ringback_status status, struct rb_place place,
                   const char *format, ...)
{
    ringback_error err = {.status = status, .line = place.line, .column = place.column};
    va_list args;

    if (errs->count < UINT32_MAX)
        errs->count++;
    if (errs->count > RB_MAX_RULE_ERRORS)
        return;
    put_source(&err, place.source);
    va_start(args, format);
    put_message(&err, format, args);
    va_end(args);
    if (errs->count == 1)
        errs->first = err;
    if (errs->report)
        errs->report(errs->ctx, &err);
}

enum { LONGEST = 64 };

/* Edit distance (insert, delete, change, swap two neighbours), without regard to case; LONGEST when
 * a word is too long to be worth a hint. */
static size_t distance(struct rb_slice a, struct rb_slice b)
{
    size_t rows[3][LONGEST + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];

    if (a.len >= LONGEST || b.len >= LONGEST)
        return LONGEST;
    for (size_t j = 0; j <= b.len; j++)
        before[j] = above[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t *oldest = before;
        char ca = rb_to_lower(a.ptr[i - 1]);

        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            char cb = rb_to_lower(b.ptr[j - 1]);
            size_t best = above[j - 1] + (ca != cb);

            if (above[j] + 1 < best)
                best = above[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            if (i > 1 && j > 1 && ca == rb_to_lower(b.ptr[j - 2]) &&
                rb_to_lower(a.ptr[i - 2]) == cb && before[j - 2] + 1 < best)
                best = before[j - 2] + 1;
            row[j] = best;
        }
        before = above;
        above = row;
        row = oldest;
    }
    return above[b.len];
}

int rb_nearest(struct rb_slice word, const struct rb_slice *words, size_t n)
{
    size_t allowed = word.len / 3 > 1 ? word.len / 3 : 1;
    size_t best = allowed + 1;
    int nearest = -1;

    for (size_t i = 0; i < n && i < INT32_MAX; i++) {
        size_t d = distance(word, words[i]);

        if (d < best) {
            best = d;
            nearest = (int)i;
        }
    }
    return nearest;
}
