#include "base/ascii.h"
#include "clock/expand.h"

/* A time of day: 8, 8:30, 8.30, with or without am or pm. */
struct time {
    uint32_t start, end;
    uint32_t hour, minute;
    uint32_t minute_at; /* its first digit; 0: only the hour is written */
    uint32_t half;      /* where am or pm begins; 0: not written */
    bool point;         /* 8.30 */
};

/* The end of am, pm, a.m., p.m. behind a number at i, else 0. A dot belongs to it when it has one
 * in its middle too. */
static uint32_t read_half(const struct rb_voice *v, uint32_t i, uint32_t *start)
{
    int first;
    bool dotted;

    i = rb_skip_blank(v, i);
    *start = i;
    first = rb_to_lower((char)(rb_look(v, i) & 0x7F));
    if (first != 'a' && first != 'p')
        return 0;
    dotted = rb_look(v, i + 1) == '.';
    i += dotted ? 2 : 1;
    if (dotted && rb_look(v, i) == ' ')
        i++;
    if (rb_look(v, i) != 'm' && rb_look(v, i) != 'M')
        return 0;
    i++;
    if (dotted && rb_look(v, i) == '.')
        i++;
    return rb_look_alnum(v, i) ? 0 : i;
}

static bool read_time(const struct rb_voice *v, uint32_t i, struct time *t)
{
    uint32_t end, half;
    int mark;

    *t = (struct time){.start = i};
    end = rb_number_small(v, i, 0, 24, &t->hour);
    if (!end)
        return false;
    mark = rb_look(v, end);
    if (mark == ':' || mark == '.') {
        uint32_t stop = rb_number_small(v, end + 1, 0, 59, &t->minute);

        if (stop == end + 3 && !rb_is_digit(rb_look(v, stop))) {
            t->minute_at = end + 1;
            t->point = mark == '.';
            end = stop;
        } else if (mark == ':') {
            return false;
        }
    }
    half = read_half(v, end, &t->half);
    if (half)
        end = half;
    else
        t->half = 0;
    t->end = end;
    return !rb_is_digit(rb_look(v, end)) && (half || rb_look_letter(v, end) == 0);
}

/* Whether "8.40" is a time: words that go with one stand around it, and no unit behind. */
static bool point_is_time(const struct rb_voice *v, const struct time *t)
{
    static const char *const BEFORE[] = {"at", "by", "before", "after", "until", "till", "from"};
    static const char *const BEHIND[] = {"tomorrow",  "today",    "tonight", "sharp",
                                         "on",        "in",       "monday",  "tuesday",
                                         "wednesday", "thursday", "friday"};
    static const char *const NEVER[] = {"percent", "per", "times", "percentage", "points"};
    uint32_t next = rb_skip_blank(v, t->end);
    struct rb_slice before = rb_word_before(v, t->start), behind = rb_word_at(v, next);

    if (t->half)
        return true;
    if (t->hour < 1 || t->hour > 12 || rb_look(v, next) == '%' || rb_scale_read(v, t->end).name ||
        RB_IS_ONE_OF(behind, NEVER))
        return false;
    if (rb_slice_like(behind, "in") && !rb_match_word(v, rb_skip_blank(v, next + 2), "the"))
        return false;
    return RB_IS_ONE_OF(before, BEFORE) || RB_IS_ONE_OF(behind, BEHIND);
}

static void say_time(struct rb_voice *v, const struct time *t, bool alone)
{
    if (t->hour == 0 && t->minute_at)
        rb_voice_say(v, t->start, "twelve");
    else
        rb_say_cardinal(v, t->start, t->hour);
    if (t->minute_at && t->minute > 0)
        rb_say_pair(v, t->minute_at, t->minute);
    else if (t->minute_at && t->hour > 12 && !t->half)
        rb_voice_say(v, t->minute_at, "hundred");
    else if (t->minute_at && alone && !t->half && !t->point &&
             !rb_match_word(v, rb_skip_blank(v, t->end), "o"))
        rb_voice_say(v, t->minute_at, "o'clock");
    if (t->half) {
        int first = rb_to_lower(v->s[t->half]);

        rb_voice_say(v, t->half, first == 'a' ? "ay em" : "pee em");
    }
}

/* The time behind a dash, or "/" as in 9/10am. */
static bool read_until(const struct rb_voice *v, const struct time *from, struct time *to)
{
    uint32_t i = rb_skip_blank(v, from->end), dash = rb_look_dash(v, i);

    if (!dash || !read_time(v, rb_skip_blank(v, i + dash), to) || to->point)
        return false;
    return to->minute_at || to->half || from->half;
}

uint32_t rb_expand_time(struct rb_voice *v, uint32_t at)
{
    struct time from, to;

    if (!read_time(v, at, &from))
        return 0;
    if (from.point && !point_is_time(v, &from))
        return 0;
    if (read_until(v, &from, &to)) {
        say_time(v, &from, false);
        rb_voice_say(v, from.end, "to");
        say_time(v, &to, false);
        return to.end;
    }
    if (!from.minute_at && !from.half)
        return 0;
    say_time(v, &from, true);
    return from.end;
}
