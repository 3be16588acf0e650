#include "base/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "base/limits.h"
#include "base/prefix.h"

/* PCRE2's limits bound one start of a match, and none of them counts how far a repeat runs: \w+\d
 * takes 47 seconds on 64 KiB of one letter and never meets the match limit. The library may read no
 * clock, and a verdict must not depend on one. So patterns are compiled with a callout before every
 * item, and the callout counts items and the bytes between them: the same work on every machine.
 * (That is also why there is no JIT: it counts otherwise, and is not everywhere.) */
enum {
    /* Steps that any subject may take: enough for a pattern that is quadratic in a long message. */
    WORK = 1000000,
    /* And for each byte of it on top, so that a longer one has room for honest patterns. */
    WORK_PER_BYTE = 64,
    /* Limits of one start. */
    MATCH_LIMIT = 100000,
    DEPTH_LIMIT = 10000,
    HEAP_LIMIT_KIB = 20 * 1024,
    /* What the callout gives back when the work is done; PCRE2 hands it through. */
    WORK_DONE = -1000
};

struct rb_pattern {
    pcre2_code *code;
    /* What an item may cost without a callout seeing it: the longest fixed repeat, as steps. */
    uint32_t hidden;
    bool backreferences;
    bool lines; /* a match begins with a line */
    uint8_t n_prefix;
    char prefix[RB_PREFIX_LONGEST];
};

struct rb_matcher {
    pcre2_match_context *context;
    pcre2_match_data *data;
    uint32_t pairs;
    /* The work of one pattern in one subject. */
    const struct rb_pattern *pattern;
    struct rb_slice subject;
    size_t from;
    uint64_t work, allowed;
    size_t last;
};

/* Verbs can switch off UTF or the limits. Finds "(*" outside of classes and escapes. */
static bool find_verb(struct rb_slice p, size_t *offset)
{
    bool in_class = false;

    for (size_t i = 0; i < p.len; i++) {
        if (p.ptr[i] == '\\') {
            i++;
        } else if (in_class) {
            in_class = p.ptr[i] != ']';
        } else if (p.ptr[i] == '[') {
            in_class = true;
            if (i + 1 < p.len && p.ptr[i + 1] == '^')
                i++;
            if (i + 1 < p.len && p.ptr[i + 1] == ']')
                i++;
        } else if (p.ptr[i] == '(' && i + 1 < p.len && p.ptr[i + 1] == '*') {
            *offset = i;
            return true;
        }
    }
    return false;
}

/* The largest n of {n}, {n,} and {n,m}: a failing \w{999} looks at 998 characters and no callout
 * tells. */
static uint32_t longest_repeat(struct rb_slice p)
{
    uint32_t longest = 0;

    for (size_t i = 0; i < p.len; i++) {
        uint32_t n = 0;

        if (p.ptr[i] != '{')
            continue;
        while (i + 1 < p.len && rb_is_digit(p.ptr[i + 1]) && n < 100000)
            n = n * 10 + (uint32_t)(p.ptr[++i] - '0');
        longest = n > longest ? n : longest;
    }
    return longest;
}

static void put_message(char *message, size_t size, const char *text)
{
    size_t n = strlen(text);

    if (size == 0)
        return;
    n = n < size ? n : size - 1;
    memcpy(message, text, n);
    message[n] = '\0';
}

static pcre2_code *compile(struct rb_slice pattern, char *message, size_t size, size_t *offset)
{
    const uint32_t options =
        PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_CASELESS | PCRE2_AUTO_CALLOUT;
    pcre2_code *code;
    int error = 0;
    PCRE2_SIZE at = 0;

    *offset = 0;
    put_message(message, size, "");
    if (pattern.len > RB_MAX_PATTERN_BYTES) {
        put_message(message, size, "the pattern is too long");
        return NULL;
    }
    if (find_verb(pattern, offset)) {
        put_message(message, size, "verbs such as (*UTF) are not used here");
        return NULL;
    }
    code = pcre2_compile((PCRE2_SPTR)pattern.ptr, pattern.len, options, &error, &at, NULL);
    if (!code && error != PCRE2_ERROR_HEAP_FAILED) {
        unsigned char text[160] = "not a pattern";

        (void)pcre2_get_error_message(error, text, sizeof text);
        put_message(message, size, (const char *)text);
        *offset = at;
    }
    return code;
}

/* Can a match only begin where a line does? \G would ask where the search began. */
static bool begins_lines(const pcre2_code *code, struct rb_slice pattern)
{
    enum { AT_LINES = 2 };
    uint32_t type = 0, newline = 0;

    for (size_t i = 1; i < pattern.len; i++)
        if (pattern.ptr[i - 1] == '\\' && pattern.ptr[i] == 'G')
            return false;
    return pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODETYPE, &type) == 0 && type == AT_LINES &&
           pcre2_pattern_info(code, PCRE2_INFO_NEWLINE, &newline) == 0 &&
           newline == PCRE2_NEWLINE_LF;
}

struct rb_pattern *rb_pattern_compile(struct rb_slice pattern, char *message, size_t size,
                                      size_t *offset)
{
    pcre2_code *code = compile(pattern, message, size, offset);
    struct rb_pattern *p = code ? malloc(sizeof *p) : NULL;
    uint32_t references = 0;

    if (!p) {
        pcre2_code_free(code);
        return NULL;
    }
    (void)pcre2_pattern_info(code, PCRE2_INFO_BACKREFMAX, &references);
    *p = (struct rb_pattern){.code = code,
                             .hidden = longest_repeat(pattern) / 8,
                             .backreferences = references > 0,
                             .lines = begins_lines(code, pattern)};
    p->n_prefix = (uint8_t)rb_pattern_prefix(pattern, p->prefix);
    return p;
}

void rb_pattern_free(struct rb_pattern *p)
{
    if (!p)
        return;
    pcre2_code_free(p->code);
    free(p);
}

uint32_t rb_pattern_group(const struct rb_pattern *p, const char *name)
{
    int n = pcre2_substring_number_from_name(p->code, (PCRE2_SPTR)name);

    return n > 0 ? (uint32_t)n : 0;
}

/* Letters with a third case outside of ASCII (K, ſ) say nothing. */
static char need_of(const struct rb_pattern *p, uint32_t type, uint32_t unit)
{
    uint32_t is = 0, c = 0;

    if (pcre2_pattern_info(p->code, type, &is) || is != 1 ||
        pcre2_pattern_info(p->code, unit, &c) || c >= 0x80)
        return '\0';
    c = (unsigned char)rb_to_lower((char)c);
    return c == 'k' || c == 's' ? '\0' : (char)c;
}

void rb_pattern_needs(const struct rb_pattern *p, char needs[2])
{
    needs[0] = need_of(p, PCRE2_INFO_FIRSTCODETYPE, PCRE2_INFO_FIRSTCODEUNIT);
    needs[1] = need_of(p, PCRE2_INFO_LASTCODETYPE, PCRE2_INFO_LASTCODEUNIT);
}

bool rb_pattern_may_match(const char needs[2], struct rb_slice subject)
{
    for (int i = 0; i < 2; i++)
        if (needs[i] &&
            (subject.len == 0 || !(memchr(subject.ptr, needs[i], subject.len) ||
                                   memchr(subject.ptr, rb_to_upper(needs[i]), subject.len))))
            return false;
    return true;
}

static int count_work(pcre2_callout_block *block, void *data)
{
    struct rb_matcher *m = data;
    size_t at = block->current_position;

    m->work += 1 + m->pattern->hidden + (at > m->last ? at - m->last : m->last - at);
    /* What a backreference compares lies, as a rule, between the start and here. */
    if (m->pattern->backreferences && at > block->start_match)
        m->work += (at - block->start_match) / 8;
    m->last = at;
    return m->work > m->allowed ? WORK_DONE : 0;
}

const struct rb_pattern *rb_lazy_pattern(struct rb_lazy *lazy)
{
    struct rb_pattern *made = atomic_load(&lazy->made), *first = NULL;
    char message[128];
    size_t offset;

    if (made)
        return made;
    made = rb_pattern_compile(lazy->text, message, sizeof message, &offset);
    if (!made || atomic_compare_exchange_strong(&lazy->made, &first, made))
        return made;
    rb_pattern_free(made); /* GCOVR_EXCL_LINE: only behind a thread that was faster */
    return first;          /* GCOVR_EXCL_LINE: only behind a thread that was faster */
}

void rb_lazy_free(struct rb_lazy *lazy)
{
    rb_pattern_free(atomic_load(&lazy->made));
}

struct rb_matcher *rb_matcher_new(void)
{
    struct rb_matcher *m = malloc(sizeof *m);

    if (!m)
        return NULL;
    *m = (struct rb_matcher){.context = pcre2_match_context_create(NULL)};
    if (!m->context) {
        free(m);
        return NULL;
    }
    (void)pcre2_set_match_limit(m->context, MATCH_LIMIT);
    (void)pcre2_set_depth_limit(m->context, DEPTH_LIMIT);
    (void)pcre2_set_heap_limit(m->context, HEAP_LIMIT_KIB);
    (void)pcre2_set_callout(m->context, count_work, m);
    return m;
}

void rb_matcher_free(struct rb_matcher *m)
{
    if (!m)
        return;
    pcre2_match_data_free(m->data);
    pcre2_match_context_free(m->context);
    free(m);
}

static bool make_room(struct rb_matcher *m, uint32_t groups)
{
    uint32_t pairs = groups < 16 ? 16 : groups;

    if (m->data && m->pairs >= pairs)
        return true;
    pcre2_match_data_free(m->data);
    m->data = pcre2_match_data_create(pairs, NULL);
    m->pairs = pairs;
    return m->data != NULL;
}

/* Looking on in the same subject goes on with the same allowance: a thousand matches must not take
 * a thousand times as long. */
static void renew(struct rb_matcher *m, const struct rb_pattern *p, struct rb_slice subject,
                  size_t from)
{
    bool same = m->pattern == p && m->subject.ptr == subject.ptr && m->subject.len == subject.len &&
                from > m->from;

    if (!same) {
        m->work = 0;
        m->allowed = WORK + (uint64_t)subject.len * WORK_PER_BYTE;
    }
    m->pattern = p;
    m->subject = subject;
    m->from = m->last = from;
}

static enum rb_match outcome(int rc)
{
    if (rc >= 0)
        return RB_MATCH_YES;
    if (rc == PCRE2_ERROR_NOMATCH)
        return RB_MATCH_NO;
    return rc == PCRE2_ERROR_NOMEMORY ? RB_MATCH_MEMORY : RB_MATCH_UNDECIDED;
}

/* set: how many groups PCRE2 has set; 0: as many as it had room for. */
static void copy_spans(const PCRE2_SIZE *found, uint32_t set, size_t *spans, uint32_t groups)
{
    for (uint32_t i = 0; i < 2 * groups; i++)
        spans[i] = (set == 0 || i < 2 * set) && found[i] != PCRE2_UNSET ? found[i] : SIZE_MAX;
    /* \K may put the start behind the end. */
    if (groups > 0 && spans[0] > spans[1])
        spans[0] = spans[1];
}

/* At the starts of lines, to each of which PCRE2 would come byte by byte. False: there are many,
 * and the search is to go on from the next, *from. */
static bool match_lines(const struct rb_pattern *p, struct rb_matcher *m, struct rb_slice subject,
                        size_t *from, int *rc)
{
    enum { MOST_LINES = 16 };

    for (int line = 0; line < MOST_LINES; line++) {
        const char *end;

        *rc = pcre2_match(p->code, (PCRE2_SPTR)subject.ptr, subject.len, *from,
                          PCRE2_NO_UTF_CHECK | PCRE2_ANCHORED, m->data, m->context);
        if (*rc != PCRE2_ERROR_NOMATCH)
            return true;
        end = *from < subject.len ? memchr(subject.ptr + *from, '\n', subject.len - *from) : NULL;
        if (!end)
            return true;
        *from = (size_t)(end - subject.ptr) + 1;
    }
    return false;
}

enum rb_match rb_pattern_match(const struct rb_pattern *p, struct rb_matcher *m,
                               struct rb_slice subject, size_t from, size_t *spans, uint32_t groups)
{
    enum rb_match match;
    int rc = PCRE2_ERROR_NOMATCH;

    if (from > subject.len || !rb_has_prefix(subject, from, p->prefix, p->n_prefix))
        return RB_MATCH_NO;
    if (!make_room(m, groups))
        return RB_MATCH_MEMORY;
    renew(m, p, subject, from);
    if (!p->lines || !match_lines(p, m, subject, &from, &rc))
        rc = pcre2_match(p->code, (PCRE2_SPTR)subject.ptr, subject.len, from, PCRE2_NO_UTF_CHECK,
                         m->data, m->context);
    match = outcome(rc);
    if (match == RB_MATCH_YES)
        copy_spans(pcre2_get_ovector_pointer(m->data), (uint32_t)rc, spans, groups);
    return match;
}
