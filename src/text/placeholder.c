/* Placeholders and stage directions: one token each, whatever stands inside. */
#include "base/ascii.h"
#include "text/scan.h"

enum { LONGEST = 100, LONGEST_WORD = 15, MOST_WORDS = 8 };

/* Kinds of use in placeholder.def only, above the public ones. */
enum role { ROLE_NAME = RB_HOLE_OTHER + 1, ROLE_OURS, ROLE_THEIRS };

#define RB_HOLE_NAME ROLE_NAME
#define RB_HOLE_OURS ROLE_OURS
#define RB_HOLE_THEIRS ROLE_THEIRS
#define HOLE(word, kind) {#word, RB_HOLE_##kind},
static const struct entry {
    const char *word;
    uint8_t kind;
} holes[] = {
#include "text/placeholder.def"
};
#undef HOLE

#define CUE(word) #word,
static const char *const cues[] = {
#include "text/direction.def"
};
#undef CUE

/* The words inside, lower case, cut at marks, digits, underscores and inner capitals. */
struct inside {
    char words[MOST_WORDS][LONGEST_WORD + 1];
    uint32_t count; /* as many as there are; the first MOST_WORDS are kept */
    bool money, percent, sentence;
};

static char at_or_0(struct rb_slice text, uint32_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

static void read_inside(struct rb_slice text, uint32_t from, uint32_t to, struct inside *in)
{
    uint32_t n = 0;

    *in = (struct inside){0};
    for (uint32_t at = from; at < to; at++) {
        char c = text.ptr[at];
        bool hump = at > from && rb_is_upper(c) && rb_is_lower(text.ptr[at - 1]);

        in->money = in->money || c == '$';
        in->percent = in->percent || c == '%';
        in->sentence = in->sentence || ((c == '.' || c == '?') && at + 1 < to && at > from &&
                                        rb_is_space(text.ptr[at + 1]) && in->count > 2);
        if (c == '\'')
            continue;
        if (!rb_is_alpha(c) && (unsigned char)c < 0x80) {
            n = 0;
            continue;
        }
        if (n == 0 || hump) {
            in->count++;
            n = 0;
        }
        if (in->count <= MOST_WORDS && n < LONGEST_WORD)
            in->words[in->count - 1][n] = rb_to_lower(c);
        n++;
    }
}

static bool is_cue(const char *word)
{
    for (size_t i = 0; i < sizeof cues / sizeof cues[0]; i++)
        if (strcmp(cues[i], word) == 0)
            return true;
    return false;
}

static uint8_t hole_of(const char *word)
{
    for (size_t i = 0; i < sizeof holes / sizeof holes[0]; i++)
        if (strcmp(holes[i].word, word) == 0)
            return holes[i].kind;
    return RB_HOLE_NONE;
}

static uint8_t find_kind(const struct inside *in)
{
    uint8_t kind = RB_HOLE_NONE;
    bool ours = false, theirs = false, name = false;
    uint32_t n = in->count < MOST_WORDS ? in->count : MOST_WORDS;

    for (uint32_t i = 0; i < n; i++) {
        uint8_t one = hole_of(in->words[i]);

        if (one == ROLE_OURS)
            ours = true;
        else if (one == ROLE_THEIRS)
            theirs = true;
        else if (one == ROLE_NAME)
            name = true;
        else if (one != RB_HOLE_NONE) {
            if (one == RB_HOLE_COMPANY &&
                (kind == RB_HOLE_PROSPECT || kind == RB_HOLE_OTHER_COMPANY))
                theirs = true;
            kind = one;
        }
    }
    if (kind == RB_HOLE_COMPANY && theirs)
        return RB_HOLE_OTHER_COMPANY;
    if (kind != RB_HOLE_NONE)
        return kind;
    if (name)
        return ours ? RB_HOLE_CALLER : RB_HOLE_PROSPECT;
    if (in->percent)
        return RB_HOLE_PERCENT;
    return in->money ? RB_HOLE_MONEY : RB_HOLE_OTHER;
}

/* XXX-XXX-XXXX and the like: groups of one capital X, N, # or digits 555 around them. */
static uint32_t scan_exes(struct rb_slice text, uint32_t at, uint8_t *hole)
{
    uint32_t from = at, end = at, run = 0, groups = 0, marks = 0;
    char mark = '\0';

    if (at > 0 && rb_is_alnum(text.ptr[at - 1]))
        return 0;
    for (;; at++) {
        char c = at_or_0(text, at), low = rb_to_lower(c);

        if (low == 'x' || c == '#' || (c == 'N' && (mark == '\0' || mark == 'n'))) {
            if (mark != '\0' && mark != low)
                return 0;
            mark = low;
            marks++;
            run++;
        } else if (rb_is_digit(c)) {
            run++;
        } else if (run >= 3) {
            groups++;
            end = at;
            run = 0;
            if (!strchr("-. ()", c) || c == '\0')
                break;
            if (c == ' ' && at_or_0(text, at + 1) != text.ptr[at - 1])
                break;
        } else if (!(c == '(' && at == from) &&
                   !(c == ' ' && at > from && text.ptr[at - 1] == ')')) {
            break;
        }
        if (at - from > 24)
            return 0;
    }
    if (marks < 3 || groups == 0 || rb_is_alnum(at_or_0(text, end)) ||
        (mark == '#' && groups < 2) || (mark == 'n' && groups < 2))
        return 0;
    *hole = groups >= 2 || marks >= 7 ? RB_HOLE_PHONE : RB_HOLE_OTHER;
    return end;
}

static uint32_t find_close(struct rb_slice text, uint32_t at, const char *close)
{
    size_t n = strlen(close);
    char open = text.ptr[at - 1];

    for (uint32_t end = at; end < text.len && end - at < LONGEST; end++) {
        if (text.ptr[end] == close[0] && text.len - end >= n &&
            memcmp(text.ptr + end, close, n) == 0)
            return end;
        if (text.ptr[end] == open || text.ptr[end] == '\n' || text.ptr[end] == '\r')
            return 0;
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

/* What stands between brackets that other things use too. */
static bool judge(struct rb_slice text, uint32_t from, uint32_t to, struct rb_token *out)
{
    struct inside in;
    bool round = text.ptr[from - 1] == '(';
    uint32_t n;

    read_inside(text, from, to, &in);
    n = in.count;
    if (n > 0 && is_cue(in.words[0]) && !in.sentence && (n <= 3 || !round || n <= MOST_WORDS)) {
        out->kind = RB_TOKEN_DIRECTION;
        return true;
    }
    out->kind = RB_TOKEN_PLACEHOLDER;
    if (!round) {
        out->hole = (uint8_t)(n > 0 ? find_kind(&in) : RB_HOLE_OTHER);
        if (scan_exes(text, from, &out->hole) == to)
            return true;
        return is_dots(text, from, to) || in.money || in.percent ||
               (n > 0 && n <= 6 && !in.sentence);
    }
    if (n == 0 || n > 3)
        return false;
    for (uint32_t i = 0; i < n; i++)
        if (hole_of(in.words[i]) == RB_HOLE_NONE)
            return false;
    out->hole = find_kind(&in);
    return n > 1 || hole_of(in.words[0]) == ROLE_NAME || out->hole == RB_HOLE_COMPANY;
}

static uint32_t scan_pair(struct rb_slice text, uint32_t at, uint32_t skip, const char *close,
                          struct rb_token *out)
{
    struct inside in;
    uint32_t end = find_close(text, at + skip, close);

    if (end == 0 || end == at + skip)
        return 0;
    read_inside(text, at + skip, end, &in);
    if (in.count == 0 || in.sentence)
        return 0;
    out->kind = RB_TOKEN_PLACEHOLDER;
    out->hole = find_kind(&in);
    return end + (uint32_t)strlen(close);
}

static uint32_t scan_angle(struct rb_slice text, uint32_t at, struct rb_token *out)
{
    uint32_t end = find_close(text, at + 1, ">");

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
        return next == '{' ? scan_pair(text, at, 2, "}", out) : 0;
    case '<':
        return scan_angle(text, at, out);
    case '%':
        return scan_percent(text, at, out);
    case '_':
        return scan_blank(text, at, out);
    case '[':
        end = find_close(text, at + 1, "]");
        return end && judge(text, at + 1, end, out) ? end + 1 : 0;
    case '(':
        end = scan_exes(text, at, &out->hole);
        if (end) {
            out->kind = RB_TOKEN_PLACEHOLDER;
            return end;
        }
        end = find_close(text, at + 1, ")");
        return end && judge(text, at + 1, end, out) ? end + 1 : 0;
    default:
        if (c != 'X' && c != 'x' && c != 'N' && c != '#' && !rb_is_digit(c))
            return 0;
        end = scan_exes(text, at, &out->hole);
        if (end)
            out->kind = RB_TOKEN_PLACEHOLDER;
        return end;
    }
}
