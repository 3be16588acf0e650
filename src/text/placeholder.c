/* Placeholders and stage directions: one token each, whatever stands inside. */
#include "base/ascii.h"
#include "text/hole.h"
#include "text/scan.h"

enum { LONGEST = 100, MOST_WORDS = 6, LONGEST_NUMBER = 24, WHOLE_NUMBER = 12 };

static char at_or_0(struct rb_slice text, uint32_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

static void read_inside(struct rb_slice text, uint32_t from, uint32_t to, struct rb_inside *in)
{
    rb_inside_read(rb_slice_of(text.ptr + from, to - from), in);
}

/* The mark that stands for a digit: x, #, n; 0 when c is none. */
static char digit_mark(char c)
{
    if (c == 'X' || c == 'x')
        return 'x';
    return c == '#' || c == 'N' ? c : '\0';
}

/* The end of one group of marks and digits; *mark is the one mark it may use. A longer one is none,
 * which keeps a row of # from being read anew from each of them to its end. */
static uint32_t scan_group(struct rb_slice text, uint32_t at, char *mark, uint32_t *marks)
{
    for (uint32_t end = at + LONGEST;; at++) {
        char c = at_or_0(text, at), one = digit_mark(c);

        if (at < end && one != '\0' && (*mark == '\0' || *mark == one)) {
            *mark = one;
            ++*marks;
        } else if (at == end || !rb_is_digit(c)) {
            return at;
        }
    }
}

/* XXX-XXX-XXXX and the like, with digits among the groups: "(0161) XXX XXXX". */
static uint32_t scan_exes(struct rb_slice text, uint32_t at, uint8_t *hole)
{
    uint32_t from = at, end = at, marks = 0, groups = 0;
    char mark = '\0';
    bool plus = at_or_0(text, at) == '+';

    if (at > 0 && rb_is_alnum(text.ptr[at - 1]))
        return 0;
    at += plus;
    while (at - from < LONGEST_NUMBER) {
        bool round = at_or_0(text, at) == '(';
        uint32_t group = at + round;

        at = scan_group(text, group, &mark, &marks);
        if (at - group < (plus && groups == 0 ? 1u : 3u) || rb_is_alnum(at_or_0(text, at)))
            break;
        if (round && at_or_0(text, at) != ')')
            break;
        at += round;
        end = at;
        groups++;
        if (at_or_0(text, at) == '-' || at_or_0(text, at) == '.' || at_or_0(text, at) == ' ')
            at++;
        else if (!round)
            break;
        if (end - from >= WHOLE_NUMBER && text.ptr[end] == ' ')
            break;
    }
    if (marks < 3 || groups == 0 || rb_is_alnum(at_or_0(text, end)) || (mark != 'x' && groups < 2))
        return 0;
    *hole = groups >= 2 || marks >= 7 ? RB_HOLE_PHONE : RB_HOLE_OTHER;
    return end;
}

/* Whether the number at `at` runs on to a mark for a digit. */
static bool has_marks(struct rb_slice text, uint32_t at)
{
    for (uint32_t end = at + LONGEST_NUMBER; at < end; at++) {
        char c = at_or_0(text, at);

        if (!rb_is_digit(c) && c != ' ' && c != '-' && c != '.' && c != '(' && c != ')')
            return digit_mark(c) != '\0';
    }
    return false;
}

/* What is broken over two lines by wrapping them. */
static bool is_wrapped(struct rb_slice text, uint32_t from, uint32_t to)
{
    return memchr(text.ptr + from, '\n', to - from) != NULL;
}

static uint32_t find_close(struct rb_slice text, uint32_t at, const char *close)
{
    size_t n = strlen(close);
    char open = text.ptr[at - 1];
    bool may_wrap = *close == ']' || *close == '}';

    for (uint32_t end = at; end < text.len && end - at < LONGEST; end++) {
        if (text.ptr[end] == close[0] && text.len - end >= n &&
            memcmp(text.ptr + end, close, n) == 0)
            return end;
        if (text.ptr[end] == open || (text.ptr[end] == '\n' && !may_wrap) ||
            (text.ptr[end] == '\r' && at_or_0(text, end + 1) != '\n'))
            return 0;
        may_wrap &= text.ptr[end] != '\n';
    }
    return 0;
}

static bool is_dots(struct rb_slice text, uint32_t from, uint32_t to)
{
    for (uint32_t at = from; at < to; at++)
        if (!strchr(". \xE2\x80\xA6", text.ptr[at]))
            return false;
    return to > from;
}

static bool is_direction(const struct rb_inside *in, bool round)
{
    enum rb_cue first = rb_inside_cue(in, 0);
    enum rb_cue last = in->count > 0 ? rb_inside_cue(in, in->count - 1) : RB_CUE_NONE;

    if (first == RB_CUE_STRONG)
        return true;
    if (last == RB_CUE_STRONG && in->count <= RB_INSIDE_WORDS)
        return !rb_inside_known(in) && rb_inside_kind(in) != RB_HOLE_PHONE;
    if (first != RB_CUE_WEAK)
        return false;
    if (!round)
        return rb_inside_kind(in) == RB_HOLE_OTHER;
    return in->caps || in->count == 1 || last == RB_CUE_WEAK;
}

/* What stands between brackets that other things use too. */
static bool judge(struct rb_slice text, uint32_t from, uint32_t to, struct rb_token *out)
{
    struct rb_inside in;
    bool round = text.ptr[from - 1] == '(';

    read_inside(text, from, to, &in);
    if (is_wrapped(text, from, to) && !rb_inside_known(&in))
        return false;
    if (is_direction(&in, round)) {
        out->kind = RB_TOKEN_DIRECTION;
        return true;
    }
    out->kind = RB_TOKEN_PLACEHOLDER;
    out->hole = rb_inside_kind(&in);
    if (!round) {
        if (scan_exes(text, from, &out->hole) == to)
            return true;
        if (in.count > 2 && strchr(".!?", text.ptr[to - 1]))
            return false;
        return is_dots(text, from, to) || in.money || in.percent ||
               (in.count > 0 && in.count <= MOST_WORDS && !in.sentence);
    }
    return in.count <= 5 && rb_inside_known(&in) && out->hole != RB_HOLE_OTHER &&
           out->hole != RB_HOLE_DATE && out->hole != RB_HOLE_TIME && out->hole != RB_HOLE_MONEY &&
           !in.sentence;
}

static uint32_t scan_pair(struct rb_slice text, uint32_t at, uint32_t skip, const char *close,
                          struct rb_token *out)
{
    struct rb_inside in;
    uint32_t end = find_close(text, at + skip, close);

    if (end == 0 || end == at + skip)
        return 0;
    read_inside(text, at + skip, end, &in);
    if (in.count == 0 || in.sentence || (is_wrapped(text, at, end) && !rb_inside_known(&in)))
        return 0;
    out->kind = RB_TOKEN_PLACEHOLDER;
    out->hole = rb_inside_kind(&in);
    return end + (uint32_t)strlen(close);
}

/* [[name]], <<name>>, ((name)) */
static uint32_t scan_doubled(struct rb_slice text, uint32_t at, struct rb_token *out)
{
    static const char *const closes[] = {"))", "]]", ">>"};
    char c = text.ptr[at];

    if (at_or_0(text, at + 1) != c)
        return 0;
    return scan_pair(text, at, 2, closes[c == '(' ? 0 : c == '[' ? 1 : 2], out);
}

/* $FIRST_NAME, a variable of a shell or a mailer: capitals, so that $1.2M and $US stay money. */
static uint32_t scan_variable(struct rb_slice text, uint32_t at, struct rb_token *out)
{
    struct rb_inside in;
    uint32_t end = at + 1;

    while (rb_is_upper(at_or_0(text, end)) || at_or_0(text, end) == '_')
        end++;
    if (end - at < 4 || rb_is_alnum(at_or_0(text, end)))
        return 0;
    read_inside(text, at + 1, end, &in);
    if (in.count == 0)
        return 0;
    out->kind = RB_TOKEN_PLACEHOLDER;
    out->hole = rb_inside_kind(&in);
    return end;
}

/* *|NAME|*, *FIRST NAME*, and *pause* as a direction */
static uint32_t scan_star(struct rb_slice text, uint32_t at, struct rb_token *out)
{
    struct rb_inside in;
    uint32_t end;

    if (at_or_0(text, at + 1) == '|')
        return scan_pair(text, at, 2, "|*", out);
    end = find_close(text, at + 1, "*");
    if (end == 0 || end > at + 40 || rb_is_space(text.ptr[at + 1]))
        return 0;
    read_inside(text, at + 1, end, &in);
    if (rb_inside_cue(&in, 0) == RB_CUE_STRONG) {
        out->kind = RB_TOKEN_DIRECTION;
        return end + 1;
    }
    /* Stars also stress a word: only a kind that is known, in capitals, is a blank to fill. */
    if (!in.caps || !rb_inside_known(&in))
        return 0;
    out->kind = RB_TOKEN_PLACEHOLDER;
    out->hole = rb_inside_kind(&in);
    return end + 1;
}

static uint32_t scan_angle(struct rb_slice text, uint32_t at, struct rb_token *out)
{
    uint32_t end = find_close(text, at + 1, ">");

    if (rb_scan_tag(text, at, out))
        return 0;
    if (end == 0 || end < at + 3 || !rb_is_alpha(text.ptr[at + 1]))
        return 0;
    for (uint32_t i = at + 1; i < end; i++)
        if ((unsigned char)text.ptr[i] < 0x80 && !rb_is_alnum(text.ptr[i]) &&
            !strchr(" _-.'/", text.ptr[i]))
            return 0;
    return scan_pair(text, at, 1, ">", out);
}

static uint32_t scan_percent(struct rb_slice text, uint32_t at, struct rb_token *out)
{
    uint32_t skip = at_or_0(text, at + 1) == '%' ? 2 : 1, end = at + skip;

    if (at > 0 && rb_is_alnum(text.ptr[at - 1]))
        return 0;
    while (end - at < LONGEST && (rb_is_alnum(at_or_0(text, end)) || at_or_0(text, end) == '_'))
        end++;
    if (end - at < skip + 2 || at_or_0(text, end) != '%')
        return 0;
    return scan_pair(text, at, skip, skip == 2 && at_or_0(text, end + 1) == '%' ? "%%" : "%", out);
}

static uint32_t scan_blank(struct rb_slice text, uint32_t at, struct rb_token *out)
{
    uint32_t end = at;

    while (at_or_0(text, end) == '_')
        end++;
    if (end - at < 2)
        return 0;
    out->kind = RB_TOKEN_PLACEHOLDER;
    out->hole = RB_HOLE_OTHER;
    return end;
}

uint32_t rb_scan_placeholder(struct rb_slice text, uint32_t at, struct rb_token *out)
{
    char c = text.ptr[at], next = at_or_0(text, at + 1);
    uint32_t end;

    switch (c) {
    case '{':
        return next == '{' ? scan_pair(text, at, 2, "}}", out) : scan_pair(text, at, 1, "}", out);
    case '$':
        return next == '{' ? scan_pair(text, at, 2, "}", out) : scan_variable(text, at, out);
    case '<':
        end = scan_doubled(text, at, out);
        return end ? end : scan_angle(text, at, out);
    case '*':
        return scan_star(text, at, out);
    case '%':
        return scan_percent(text, at, out);
    case '_':
        return scan_blank(text, at, out);
    case '[':
        if ((end = scan_doubled(text, at, out)) != 0)
            return end;
        end = find_close(text, at + 1, "]");
        return end && judge(text, at + 1, end, out) ? end + 1 : 0;
    case '(':
        end = scan_exes(text, at, &out->hole);
        if (end) {
            out->kind = RB_TOKEN_PLACEHOLDER;
            return end;
        }
        if ((end = scan_doubled(text, at, out)) != 0 && out->hole != RB_HOLE_OTHER)
            return end;
        end = find_close(text, at + 1, ")");
        return end && judge(text, at + 1, end, out) ? end + 1 : 0;
    default:
        if (rb_is_digit(c) && !has_marks(text, at))
            return 0;
        if (c != 'X' && c != 'x' && c != 'N' && c != '#' && c != '+' && !rb_is_digit(c))
            return 0;
        end = scan_exes(text, at, &out->hole);
        if (end)
            out->kind = RB_TOKEN_PLACEHOLDER;
        return end;
    }
}
