#include "base/ascii.h"
#include "clock/expand.h"

static const char *const MONTHS[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

/* The end of "st", "nd", "rd" or "th" at i; 0 when none stands there. */
static uint32_t read_suffix(const struct rb_voice *v, uint32_t i)
{
    static const char *const SUFFIXES[] = {"st", "nd", "rd", "th"};

    for (size_t k = 0; k < sizeof SUFFIXES / sizeof *SUFFIXES; k++) {
        uint32_t end = rb_match_word(v, i, SUFFIXES[k]);

        if (end)
            return rb_look_alnum(v, end) ? 0 : end;
    }
    return 0;
}

/* A year from 1900 to 2099 in four digits that ends at its end. */
static uint32_t read_year(const struct rb_voice *v, uint32_t i, uint32_t *year)
{
    struct rb_number n;

    if (!rb_number_read(v, i, &n) || n.digits != 4 || n.commas || n.frac < n.end ||
        n.value < 1900 || n.value > 2099)
        return 0;
    *year = (uint32_t)n.value;
    return rb_look(v, n.end) == '%' || rb_look_letter(v, n.end) ? 0 : n.end;
}

/* The end of ", 2025" or " 2025" behind a date. */
static uint32_t read_year_behind(const struct rb_voice *v, uint32_t i, uint32_t *start,
                                 uint32_t *year)
{
    if (rb_look(v, i) == ',')
        i++;
    *start = rb_skip_blank(v, i);
    return read_year(v, *start, year);
}

/* A day of the month with or without its suffix; no quantity. */
static uint32_t read_day(const struct rb_voice *v, uint32_t i, uint32_t *day)
{
    uint32_t suffix, end = rb_number_small(v, i, 1, 31, day);
    int next;

    if (!end)
        return 0;
    suffix = read_suffix(v, end);
    if (suffix)
        return suffix;
    next = rb_look(v, end);
    if (rb_look_alnum(v, end) || next == '%' || next == ':' || next == '/')
        return 0;
    if ((next == '.' || next == ',') && rb_is_digit(rb_look(v, end + 1)))
        return 0;
    return end;
}

static uint32_t say_year_behind(struct rb_voice *v, uint32_t end)
{
    uint32_t start, year, stop = read_year_behind(v, end, &start, &year);

    if (!stop)
        return end;
    rb_voice_pause(v, RB_PAUSE_COMMA);
    rb_say_year(v, start, year);
    return stop;
}

uint32_t rb_expand_slash_date(struct rb_voice *v, uint32_t at)
{
    uint32_t a, b, end = rb_number_small(v, at, 1, 31, &a), second, year = 0, year_at = 0;
    struct rb_number n;
    bool day_first = a > 12;

    if (!end || rb_look(v, end) != '/')
        return 0;
    second = end + 1;
    end = rb_number_small(v, second, 1, 31, &b);
    if (!end || (day_first && b > 12))
        return 0;
    if (rb_look(v, end) == '/') {
        year_at = end + 1;
        if (!rb_number_read(v, year_at, &n) || (n.digits != 2 && n.digits != 4) || n.commas)
            return 0;
        year = (uint32_t)n.value + (n.digits == 4 ? 0 : n.value < 50 ? 2000 : 1900);
        end = n.whole_end;
    }
    if (rb_look_alnum(v, end))
        return 0;
    if (day_first) {
        rb_voice_say(v, at, "the");
        rb_say_ordinal(v, at, a);
        rb_voice_say(v, second, "of");
        rb_voice_say(v, second, MONTHS[b - 1]);
    } else {
        rb_voice_say(v, at, MONTHS[a - 1]);
        rb_say_ordinal(v, second, b);
    }
    if (year_at) {
        rb_voice_pause(v, RB_PAUSE_COMMA);
        rb_say_year(v, year_at, year);
    }
    return end;
}

/* " and 7", "-7", " & 7", " or 7" behind a day: a later day of the same month. */
static uint32_t read_more_days(const struct rb_voice *v, uint32_t end, const char **link,
                               uint32_t *at, uint32_t *day)
{
    static const struct {
        const char *word, *said;
    } LINKS[] = {{"and", "and"}, {"or", "or"}, {"to", "to"}, {"through", "through"}};
    uint32_t i = rb_skip_blank(v, end), dash = rb_look_dash(v, end), next = 0, earlier = *day;

    if (dash) {
        *link = "to";
        next = end + dash;
    } else if (rb_look(v, i) == '&') {
        *link = "and";
        next = i + 1;
    } else {
        for (size_t k = 0; k < sizeof LINKS / sizeof *LINKS && !next; k++) {
            next = rb_match_word(v, i, LINKS[k].word);
            *link = LINKS[k].said;
        }
    }
    if (!next)
        return 0;
    *at = rb_skip_blank(v, next);
    next = read_day(v, *at, day);
    return next && *day > earlier ? next : 0;
}

/* The days behind a month, from `at` on; gives 0 when none stands there. */
static uint32_t say_days(struct rb_voice *v, uint32_t at)
{
    uint32_t day, more, end = read_day(v, at, &day);
    const char *link = "";

    if (!end)
        return 0;
    rb_say_ordinal(v, at, day);
    while ((more = read_more_days(v, end, &link, &at, &day)) != 0) {
        rb_voice_say(v, end, link);
        rb_say_ordinal(v, at, day);
        end = more;
    }
    return say_year_behind(v, end);
}

/* The second word of a range of days or months, Mon-Fri: where it begins, and its row; else 0. */
static uint32_t read_calendar_range(const struct rb_voice *v, uint32_t end, uint16_t kind,
                                    const struct rb_word_row **row)
{
    uint32_t dash = rb_look_dash(v, end);

    if (!dash)
        return 0;
    *row = rb_words_find(RB_LIST_CALENDAR, rb_word_at(v, end + dash));
    return *row && (((*row)->value ^ kind) & RB_CALENDAR_DAY) == 0 ? end + dash : 0;
}

/* Whether the short form at `at` stands for its month or day: before a number, as a part of a
 * range, or capitalised and with its full stop, or one that is no word or name. */
static bool short_is_meant(const struct rb_voice *v, uint32_t at, const struct rb_word_row *row,
                           bool dot)
{
    static const char *const BEFORE[] = {"in",   "by",   "since", "until", "through", "of",
                                         "this", "next", "last",  "early", "late",    "on"};

    if (!rb_is_upper(v->s[at]))
        return false;
    if (!(row->value & RB_CALENDAR_NAME))
        return dot || (row->value & RB_CALENDAR_BARE);
    return RB_IS_ONE_OF(rb_word_before(v, at), BEFORE);
}

uint32_t rb_expand_calendar(struct rb_voice *v, uint32_t at)
{
    struct rb_slice word = rb_word_at(v, at);
    uint32_t end = at + (uint32_t)word.len, next, stop, range;
    const struct rb_word_row *row = rb_words_find(RB_LIST_CALENDAR, word), *second;
    bool dot, full;

    if (!row || rb_look_alnum(v, end) || rb_look_apostrophe(v, end))
        return 0;
    full = !(row->value & RB_CALENDAR_SHORT);
    dot = !full && rb_look(v, end) == '.';
    next = rb_skip_blank(v, end + dot);
    range = read_calendar_range(v, end + dot, row->value, &second);
    if (!full && !rb_is_digit(rb_look(v, next)) && !range && !short_is_meant(v, at, row, dot))
        return 0;
    if (full)
        rb_voice_word(v, at, word);
    else
        rb_voice_say(v, at, row->spoken);
    if (range) {
        rb_voice_say(v, end + dot, "to");
        rb_voice_say(v, range, second->spoken);
        end = range + second->len;
        return end + ((second->value & RB_CALENDAR_SHORT) && rb_look(v, end) == '.');
    }
    stop = row->value & RB_CALENDAR_MONTH ? say_days(v, next) : 0;
    return stop ? stop : end + dot;
}

uint32_t rb_expand_day_month(struct rb_voice *v, uint32_t at)
{
    uint32_t day, month_at, year_at, year, end = read_day(v, at, &day);
    struct rb_slice word;
    const struct rb_word_row *row;

    if (!end)
        return 0;
    month_at = rb_skip_blank(v, end);
    word = rb_word_at(v, month_at);
    row = word.len > 0 && rb_is_upper(word.ptr[0]) ? rb_words_find(RB_LIST_CALENDAR, word) : NULL;
    if (month_at == end || !row || !(row->value & RB_CALENDAR_MONTH))
        return 0;
    /* "5 March 12" is five, and March 12th */
    year_at = rb_skip_blank(v, month_at + (uint32_t)word.len);
    if (rb_is_digit(rb_look(v, year_at)) && !read_year(v, year_at, &year))
        return 0;
    if (!rb_slice_like(rb_word_before(v, at), "the"))
        rb_voice_say(v, at, "the");
    rb_say_ordinal(v, at, day);
    rb_voice_say(v, month_at, "of");
    rb_voice_say(v, month_at, row->spoken);
    end = month_at + (uint32_t)word.len;
    if ((row->value & RB_CALENDAR_SHORT) && rb_look(v, end) == '.')
        end++;
    return say_year_behind(v, end);
}

uint32_t rb_expand_ordinal(struct rb_voice *v, uint32_t at)
{
    struct rb_number n = rb_number_at(v, at);
    uint32_t end;

    if (n.frac < n.end)
        return 0;
    end = read_suffix(v, n.end);
    if (!end)
        return 0;
    rb_say_ordinal(v, at, n.value);
    return end;
}

uint32_t rb_expand_decade(struct rb_voice *v, uint32_t at)
{
    struct rb_number n = rb_number_at(v, at);
    uint32_t s;

    if (n.commas || n.frac < n.end || n.value % 10 != 0)
        return 0;
    s = n.end + rb_look_apostrophe(v, n.end);
    if ((rb_look(v, s) != 's' && rb_look(v, s) != 'S') || rb_look_alnum(v, s + 1))
        return 0;
    if (n.digits == 4 && n.value >= 1500 && n.value <= 2099)
        rb_say_year(v, at, (uint32_t)n.value);
    else if (n.digits == 2 && n.value > 10)
        rb_say_cardinal(v, at, n.value);
    else
        return 0;
    rb_say_last_plural(v);
    return s + 1;
}

uint32_t rb_expand_short_year(struct rb_voice *v, uint32_t at)
{
    uint32_t year, mark = rb_look_apostrophe(v, at), end;

    if (!mark || rb_look_alnum(v, at - (at > 0)))
        return 0;
    end = rb_number_small(v, at + mark, 0, 99, &year);
    if (end != at + mark + 2)
        return 0;
    if (rb_look(v, end) == 's' && !rb_look_alnum(v, end + 1)) {
        rb_say_cardinal(v, at, year);
        rb_say_last_plural(v);
        return end + 1;
    }
    if (rb_look_alnum(v, end))
        return 0;
    rb_say_year(v, at, year + (year < 50 ? 2000 : 1900));
    return end;
}
