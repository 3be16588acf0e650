#include "rule/time_of_day.h"

#include "base/ascii.h"

/* Words looked at: what says a time is shorter. */
enum { MOST_WORDS = 32, LONGEST = 12, DAY = 24 * 60, NO_MINUTES = 60 };

enum kind { OTHER, NUMBER, MINUTES, NOON, AM, PM, PAST, TO, BEFORE, AFTER, CUE, CLOCK, UNIT };

struct word {
    uint8_t kind;
    uint32_t n;
    uint32_t minutes; /* of a number such as 8:30; NO_MINUTES: none */
};

static const struct {
    const char *word;
    uint8_t kind;
    uint16_t n;
} known[] = {
#define HOUR(word, kind, n) {word, kind, n},
#include "rule/hours.def"
#undef HOUR
};

static struct word look_up(struct rb_slice s)
{
    struct word w = {.kind = OTHER, .minutes = NO_MINUTES};
    size_t low = 0, high = sizeof known / sizeof known[0];

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = rb_slice_compare(s, rb_slice_str(known[middle].word));

        if (order == 0) {
            w.kind = known[middle].kind;
            w.n = known[middle].n;
            return w;
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return w;
}

/* "8", "8:30", "17.45" from the text's front; more than two digits are no hour. */
static struct word read_number(struct rb_slice s, size_t *at)
{
    struct word w = {.kind = NUMBER, .minutes = NO_MINUTES};
    size_t start = *at;

    while (*at < s.len && rb_is_digit(s.ptr[*at]) && *at - start < 9)
        w.n = w.n * 10 + (uint32_t)(s.ptr[(*at)++] - '0');
    if (*at - start > 2)
        w.kind = OTHER;
    if (*at + 2 < s.len && (s.ptr[*at] == ':' || s.ptr[*at] == '.') &&
        rb_is_digit(s.ptr[*at + 1]) && rb_is_digit(s.ptr[*at + 2])) {
        w.minutes = (uint32_t)((s.ptr[*at + 1] - '0') * 10 + s.ptr[*at + 2] - '0');
        *at += 3;
        if (w.minutes > 59)
            w.kind = OTHER;
    }
    return w;
}

/* A word in small letters, apostrophes dropped. */
static struct word read_word(struct rb_slice s, size_t *at)
{
    char letters[LONGEST];
    size_t n = 0;

    for (; *at < s.len; (*at)++) {
        char c = s.ptr[*at];

        if (s.len - *at > 2 && memcmp(s.ptr + *at, "\xE2\x80\x99", 3) == 0) {
            *at += 2;
            continue;
        }
        if (!rb_is_alpha(c) && c != '\'')
            break;
        if (c != '\'' && n < LONGEST)
            letters[n++] = rb_to_lower(c);
    }
    return look_up(rb_slice_of(letters, n));
}

static size_t read_words(struct rb_slice s, struct word words[MOST_WORDS])
{
    size_t n = 0, at = 0;

    while (at < s.len && n < MOST_WORDS) {
        char c = s.ptr[at];

        if (rb_is_digit(c)) {
            words[n++] = read_number(s, &at);
        } else if ((c == 'a' || c == 'p' || c == 'A' || c == 'P') && at + 2 < s.len &&
                   s.ptr[at + 1] == '.' && rb_to_lower(s.ptr[at + 2]) == 'm') {
            words[n++] = (struct word){.kind = rb_to_lower(c) == 'a' ? AM : PM};
            at += 3;
        } else if (rb_is_alpha(c)) {
            words[n++] = read_word(s, &at);
        } else {
            at++;
        }
    }
    return n;
}

static bool is_hour(const struct word *w)
{
    return w->kind == NUMBER && w->n <= 24 && (w->n > 0 || w->minutes != NO_MINUTES);
}

/* Minutes as they stand before "past" and "to". */
static bool is_minutes(const struct word *w)
{
    return w->kind == MINUTES || (w->kind == NUMBER && w->minutes == NO_MINUTES &&
                                  (w->n == 5 || w->n == 10 || w->n == 20));
}

/* "half past four", "ten minutes to five", "half four" at i; *used words. */
static bool read_relative(const struct word *w, size_t n, size_t i, uint32_t *minute, size_t *used)
{
    size_t at = i + 1;
    bool to;

    if (!is_minutes(&w[i]))
        return false;
    if (w[i].kind == MINUTES && w[i].n == 30 && at < n && is_hour(&w[at])) {
        *minute = w[at].n * 60 + 30;
        *used = 2;
        return true;
    }
    if (at < n && w[at].kind == UNIT)
        at++;
    if (at + 1 >= n || !is_hour(&w[at + 1]))
        return false;
    to = w[at].kind == TO || w[at].kind == BEFORE;
    if (!to && w[at].kind != PAST && w[at].kind != AFTER)
        return false;
    *minute = w[at + 1].n * 60 + (to ? (uint32_t)-w[i].n : w[i].n);
    *used = at + 2 - i;
    return true;
}

/* "8:30", "eight thirty", "five o'clock", "at five" at i. */
static bool read_plain(const struct word *w, size_t n, size_t i, uint32_t *minute, size_t *used)
{
    const struct word *next = i + 1 < n ? &w[i + 1] : NULL;
    uint8_t before = i ? w[i - 1].kind : OTHER;

    *used = 1;
    if (w[i].kind == NOON) {
        *minute = w[i].n;
        return true;
    }
    if (!is_hour(&w[i]) || (next && next->kind == UNIT))
        return false;
    *minute = w[i].n * 60;
    if (w[i].minutes != NO_MINUTES) {
        *minute += w[i].minutes;
        return true;
    }
    if (next && next->kind == MINUTES) {
        *minute += next->n;
        *used = 2;
        return true;
    }
    if (next && (next->kind == AM || next->kind == PM || next->kind == CLOCK))
        return true;
    return before == CUE || before == BEFORE || before == AFTER || before == PAST;
}

/* Which half of the day is meant: what is said behind the time, or anywhere. */
static uint8_t half_of_day(const struct word *w, size_t n, size_t behind)
{
    for (size_t i = behind; i < n; i++)
        if (w[i].kind == AM || w[i].kind == PM)
            return w[i].kind;
    for (size_t i = 0; i < behind && i < n; i++)
        if (w[i].kind == AM || w[i].kind == PM)
            return w[i].kind;
    return OTHER;
}

bool rb_time_of_day(struct rb_slice text, uint32_t *minute)
{
    struct word w[MOST_WORDS];
    size_t n = read_words(text, w), used = 0, i = 0;
    uint8_t half, before;

    while (i < n && !read_relative(w, n, i, minute, &used) && !read_plain(w, n, i, minute, &used))
        i++;
    if (i == n)
        return false;
    if (w[i].kind != NOON && *minute < 13 * 60) {
        half = half_of_day(w, n, i + used);
        if (half == AM && *minute >= 12 * 60)
            *minute -= 12 * 60;
        if (*minute < 12 * 60 && (half == PM || (half == OTHER && *minute < 7 * 60)))
            *minute += 12 * 60;
    }
    before = i ? w[i - 1].kind : OTHER;
    if (before == BEFORE)
        *minute += DAY - 1;
    else if (before == AFTER || before == PAST)
        *minute += 1;
    *minute %= DAY;
    return true;
}
