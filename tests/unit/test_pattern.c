#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "base/limits.h"
#include "base/pattern.h"

static struct rb_pattern *compile(const char *text)
{
    char message[128];
    size_t offset;
    struct rb_pattern *p = rb_pattern_compile(rb_slice_str(text), message, sizeof message, &offset);

    if (!p)
        fail_msg("%s: %s", text, message);
    return p;
}

/* Matches pattern in text from an offset; spans has room for three groups. */
static enum rb_match match(const char *pattern, struct rb_slice text, size_t from, size_t spans[6])
{
    struct rb_pattern *p = compile(pattern);
    struct rb_matcher *m = rb_matcher_new();
    enum rb_match result;

    assert_non_null(m);
    result = rb_pattern_match(p, m, text, from, spans, 3);
    rb_matcher_free(m);
    rb_pattern_free(p);
    return result;
}

static void test_match(void **state)
{
    size_t s[6];

    (void)state;
    assert_int_equal(match("(\\d+)-(x)?", rb_slice_str("call 555-0142"), 0, s), RB_MATCH_YES);
    assert_int_equal(s[0], 5);
    assert_int_equal(s[1], 9);
    assert_int_equal(s[2], 5);
    assert_int_equal(s[3], 8);
    assert_true(s[4] == SIZE_MAX && s[5] == SIZE_MAX);
    assert_int_equal(match("\\bwon\\b", rb_slice_str("wonder and won"), 0, s), RB_MATCH_YES);
    assert_int_equal(s[0], 11);
    /* Groups the pattern does not have are unset. */
    assert_true(s[2] == SIZE_MAX && s[5] == SIZE_MAX);
    assert_int_equal(match("won", rb_slice_str("one"), 0, s), RB_MATCH_NO);
    assert_int_equal(match("x?", rb_slice_of(NULL, 0), 0, s), RB_MATCH_YES);
    assert_int_equal(match("x", rb_slice_str("x"), 2, s), RB_MATCH_NO);
}

static void test_from(void **state)
{
    struct rb_slice text = rb_slice_str("1 and 2 and 3");
    size_t s[6];

    (void)state;
    assert_int_equal(match("\\d", text, 1, s), RB_MATCH_YES);
    assert_int_equal(s[0], 6);
    /* What stands before is still seen. */
    assert_int_equal(match("(?<=1 )and", text, 2, s), RB_MATCH_YES);
    assert_int_equal(s[0], 2);
    assert_int_equal(match("^and", text, 2, s), RB_MATCH_NO);
}

/* What begins with a line is looked for at the starts of lines, be they few or many. */
static void test_lines(void **state)
{
    struct rb_slice few = rb_slice_str("to: no\nTo me\n\nto: you\n");
    char text[120];
    size_t s[6];

    (void)state;
    assert_int_equal(match("(?m)^to(:)? y", few, 0, s), RB_MATCH_YES);
    assert_int_equal(s[0], 14);
    assert_int_equal(s[2], 16);
    assert_int_equal(match("(?m)^to", few, 0, s), RB_MATCH_YES);
    assert_int_equal(s[0], 0);
    assert_int_equal(match("(?m)^to", few, 1, s), RB_MATCH_YES);
    assert_int_equal(s[0], 7);
    assert_int_equal(match("(?m)^o", few, 1, s), RB_MATCH_NO);
    assert_int_equal(match("(?m)^$", few, 1, s), RB_MATCH_YES);
    assert_int_equal(s[0], 13);
    /* \G is where the search began, which may be within a line. */
    assert_int_equal(match("(?m)^.*\\Gto", few, 7, s), RB_MATCH_YES);
    assert_int_equal(match("(?m)^.*\\Gto", few, 8, s), RB_MATCH_NO);
    for (size_t n = 1; n < 50; n += 3) {
        memset(text, '\n', sizeof text);
        memcpy(text + n, "to", 2);
        assert_int_equal(match("(?m)^to$", rb_slice_of(text, sizeof text), 0, s), RB_MATCH_YES);
        assert_int_equal(s[0], n);
        assert_int_equal(match("(?m)^two$", rb_slice_of(text, sizeof text), 0, s), RB_MATCH_NO);
    }
}

static void test_unicode(void **state)
{
    size_t s[6];

    (void)state;
    assert_int_equal(match("caf\xC3\x89.", rb_slice_str("CAF\xC3\xA9\xE2\x82\xAC"), 0, s),
                     RB_MATCH_YES);
    assert_int_equal(s[1], 8);
    assert_int_equal(match("\\w+", rb_slice_str("\xC3\xA9t\xC3\xA9"), 0, s), RB_MATCH_YES);
    assert_int_equal(s[1], 5);
}

static void test_keep_out(void **state)
{
    size_t s[6] = {9, 9, 9, 9, 9, 9};

    (void)state;
    assert_int_equal(match("ab\\Kc", rb_slice_str("abc"), 0, s), RB_MATCH_YES);
    assert_int_equal(s[0], 2);
    assert_int_equal(s[1], 3);
}

static void test_groups(void **state)
{
    struct rb_pattern *p = compile("(a)(?<hour>\\d+):(?<minute>\\d+)");
    struct rb_matcher *m = rb_matcher_new();
    size_t spans[2 * 40];

    (void)state;
    assert_non_null(m);
    assert_int_equal(rb_pattern_group(p, "hour"), 2);
    assert_int_equal(rb_pattern_group(p, "minute"), 3);
    assert_int_equal(rb_pattern_group(p, "second"), 0);
    /* More groups than the matcher began with. */
    assert_int_equal(rb_pattern_match(p, m, rb_slice_str("a7:30"), 0, spans, 1), RB_MATCH_YES);
    assert_int_equal(rb_pattern_match(p, m, rb_slice_str("a7:30"), 0, spans, 40), RB_MATCH_YES);
    assert_int_equal(spans[6], 3);
    assert_true(spans[79] == SIZE_MAX);
    rb_matcher_free(m);
    rb_pattern_free(p);
}

static void refuse(const char *pattern, size_t at, const char *reason)
{
    char message[128] = "";
    size_t offset = 99;
    struct rb_pattern *p =
        rb_pattern_compile(rb_slice_str(pattern), message, sizeof message, &offset);

    if (p)
        fail_msg("%s compiles", pattern);
    if (!strstr(message, reason) || offset != at)
        fail_msg("%s: %s at %u", pattern, message, (unsigned)offset);
}

static void test_refused(void **state)
{
    char *long_one = malloc(RB_MAX_PATTERN_BYTES + 2);
    char *deep = malloc(301);

    (void)state;
    assert_true(long_one && deep);
    memset(long_one, 'a', RB_MAX_PATTERN_BYTES + 1);
    long_one[RB_MAX_PATTERN_BYTES + 1] = '\0';
    memset(deep, '(', 300);
    deep[300] = '\0';
    refuse("a(b", 3, "parenthesis");
    refuse("[a", 2, "class");
    refuse("a\\C", 3, "\\C");
    refuse("(*UTF)a", 0, "verbs");
    refuse("a(*COMMIT)", 1, "verbs");
    refuse("[^]](*F)", 4, "verbs");
    refuse("\xFF", 0, "UTF-8");
    refuse(long_one, 0, "too long");
    refuse(deep, 251, "nested");
    long_one[RB_MAX_PATTERN_BYTES] = '\0';
    rb_pattern_free(compile(long_one));
    rb_pattern_free(compile("\\(*a[(*][]*(]"));
    rb_pattern_free(NULL);
    rb_matcher_free(NULL);
    free(long_one);
    free(deep);
}

struct hostile {
    const char *pattern, *unit, *end;
};

/* What takes PCRE2 alone minutes, or for ever, is undecided after a fixed amount of work. */
static void test_work_is_bounded(void **state)
{
    static const struct hostile hostile[] = {
        {"\\w+\\d", "x", " 7"},
        {"(?:\\w|-)+\\d", "x", " 7"},
        {"(a+)+$", "a", "!"},
        {"(?:a|a)*b", "a", " b"},
        {"(?s)\\w.*.*.*z\\d", "ab ", "z"},
        {"(?=\\w*y)x", "x", " y"},
        {"(?:\\w{1,255}){1,255}\\d", "x", " 7"},
        {"\\w{999}a", "x", " a"},
        {"(x+)\\1z", "x", " z"},
    };
    const size_t n = 65536;
    char *text = malloc(n);
    struct rb_matcher *m = rb_matcher_new();

    (void)state;
    assert_true(text && m);
    for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
        struct rb_pattern *p = compile(hostile[i].pattern);
        size_t unit = strlen(hostile[i].unit), end = strlen(hostile[i].end), spans[2];

        for (size_t at = 0; at < n; at++)
            text[at] = hostile[i].unit[at % unit];
        memcpy(text + n - end, hostile[i].end, end);
        if (rb_pattern_match(p, m, rb_slice_of(text, n), 0, spans, 1) != RB_MATCH_UNDECIDED)
            fail_msg("%s is decided", hostile[i].pattern);
        rb_pattern_free(p);
    }
    rb_matcher_free(m);
    free(text);
}

/* A draft of the length people write, and patterns that are merely slow, are decided. */
static void test_honest_work(void **state)
{
    static const char *const slow[] = {"\\w+\\d", "\\w.*\\d\\d", "(?s)\\w.*\\w.*\\d\\d",
                                       "(\\w+\\s?)+\\d\\d"};
    char text[500];
    size_t s[6];

    (void)state;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = "seven long words "[i % 17];
    text[sizeof text - 1] = '7';
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(match(slow[i], rb_slice_of(text, sizeof text), 0, s), RB_MATCH_NO);
    for (size_t i = 2; i < 4; i++)
        assert_int_equal(match(slow[i], rb_slice_of(text, sizeof text), 0, s), RB_MATCH_UNDECIDED);
}

/* Looking for the next match goes on with what is left of the work; a new subject, or the same one
 * from its start, begins anew. */
static void test_work_of_many_matches(void **state)
{
    struct rb_pattern *p = compile("x(?=[^!]*!)");
    struct rb_matcher *m = rb_matcher_new();
    enum rb_match result = RB_MATCH_YES;
    const size_t n = 20000;
    char *text = malloc(n);
    size_t from = 0, found = 0, spans[2];

    (void)state;
    assert_true(text && m);
    memset(text, 'x', n);
    text[n - 1] = '!';
    for (int round = 0; round < 2; round++) {
        from = found = 0;
        while ((result = rb_pattern_match(p, m, rb_slice_of(text, n), from, spans, 1)) ==
               RB_MATCH_YES) {
            from = spans[1];
            found++;
        }
        assert_int_equal(result, RB_MATCH_UNDECIDED);
        assert_true(found > 10 && found < 1000);
    }
    from = 0;
    found = 0;
    while (rb_pattern_match(p, m, rb_slice_of(text + n - 500, 500), from, spans, 1) ==
           RB_MATCH_YES) {
        from = spans[1];
        found++;
    }
    assert_int_equal(found, 499);
    rb_matcher_free(m);
    rb_pattern_free(p);
    free(text);
}

/* Fewer groups may be asked for than the pattern has, and a message may have little room. */
static void test_room(void **state)
{
    struct rb_pattern *p = compile("(a)(b)(c)");
    struct rb_matcher *m = rb_matcher_new();
    char message[8] = "xxxxxxx";
    size_t spans[4] = {9, 9, 9, 9}, offset;

    (void)state;
    assert_non_null(m);
    assert_int_equal(rb_pattern_match(p, m, rb_slice_str("xabc"), 0, spans, 1), RB_MATCH_YES);
    assert_int_equal(spans[0], 1);
    assert_int_equal(spans[1], 4);
    assert_int_equal(spans[2], 9);
    assert_int_equal(rb_pattern_match(p, m, rb_slice_str("xabc"), 0, spans, 2), RB_MATCH_YES);
    assert_int_equal(spans[2], 1);
    assert_int_equal(spans[3], 2);
    assert_int_equal(rb_pattern_match(p, m, rb_slice_str("xabc"), 0, spans, 0), RB_MATCH_YES);
    rb_matcher_free(m);
    rb_pattern_free(p);
    assert_null(rb_pattern_compile(rb_slice_str("(?*UTF"), message, sizeof message, &offset));
    assert_int_equal(strlen(message), 7);
    assert_null(rb_pattern_compile(rb_slice_str("(*UTF)a"), message, sizeof message, &offset));
    assert_string_equal(message, "verbs s");
    assert_null(rb_pattern_compile(rb_slice_str("(*UTF)a"), NULL, 0, &offset));
    assert_int_equal(offset, 0);
}

/* Looking on elsewhere, or from the same place, is a new piece of work. */
static void test_work_begins_anew(void **state)
{
    struct rb_pattern *p = compile("(a+)+$"), *q = compile("(a+)+.$");
    struct rb_matcher *m = rb_matcher_new();
    char text[65];
    size_t spans[2];

    (void)state;
    assert_non_null(m);
    memset(text, 'a', 64);
    text[63] = '!';
    text[64] = '\0';
    assert_int_equal(rb_pattern_match(p, m, rb_slice_of(text, 64), 0, spans, 1),
                     RB_MATCH_UNDECIDED);
    assert_int_equal(rb_pattern_match(p, m, rb_slice_of(text, 64), 1, spans, 1),
                     RB_MATCH_UNDECIDED);
    /* the same bytes, another length */
    assert_int_equal(rb_pattern_match(p, m, rb_slice_of(text, 2), 0, spans, 1), RB_MATCH_YES);
    assert_int_equal(rb_pattern_match(p, m, rb_slice_of(text, 64), 0, spans, 1),
                     RB_MATCH_UNDECIDED);
    /* other bytes */
    assert_int_equal(rb_pattern_match(p, m, rb_slice_str("xaaa"), 1, spans, 1), RB_MATCH_YES);
    assert_int_equal(rb_pattern_match(q, m, rb_slice_str("xaac"), 1, spans, 1), RB_MATCH_YES);
    rb_matcher_free(m);
    rb_pattern_free(p);
    rb_pattern_free(q);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_match),       cmocka_unit_test(test_from),
        cmocka_unit_test(test_lines),       cmocka_unit_test(test_unicode),
        cmocka_unit_test(test_keep_out),    cmocka_unit_test(test_groups),
        cmocka_unit_test(test_refused),     cmocka_unit_test(test_work_is_bounded),
        cmocka_unit_test(test_honest_work), cmocka_unit_test(test_work_of_many_matches),
        cmocka_unit_test(test_room),        cmocka_unit_test(test_work_begins_anew),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
