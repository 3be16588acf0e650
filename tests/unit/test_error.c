#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"

static void test_set(void **state)
{
    ringback_error err;

    (void)state;
    memset(&err, 0xA5, sizeof err);
    assert_int_equal(rb_error_set(&err, RINGBACK_ERR_LIMIT, "%s: %d", "too long", 7),
                     RINGBACK_ERR_LIMIT);
    assert_int_equal(err.status, RINGBACK_ERR_LIMIT);
    assert_int_equal(err.line, 0);
    assert_int_equal(err.column, 0);
    assert_string_equal(err.source, "");
    assert_string_equal(err.message, "too long: 7");
    assert_int_equal(rb_error_set(NULL, RINGBACK_ERR_SINK, "unread"), RINGBACK_ERR_SINK);
}

/* A message is one line of valid UTF-8, whatever the file it quotes. */
static void test_message_is_clean(void **state)
{
    ringback_error err;

    (void)state;
    (void)rb_error_set(&err, RINGBACK_ERR_RULES, "%s",
                       "a\nb\x1B[31m\x7F\xC2\x9B\xFFz\xE2\x80\xA8 caf\xC3\xA9");
    assert_string_equal(err.message, "a?b?[31m????z??? caf\xC3\xA9");
}

static void test_long_message_is_cut(void **state)
{
    char text[sizeof((ringback_error *)NULL)->message + 8];
    ringback_error err;

    (void)state;
    for (size_t shift = 0; shift < 4; shift++) {
        size_t n;

        memset(text, 'x', shift);
        for (size_t i = shift; i + 4 < sizeof text; i += 4)
            memcpy(text + i, "\xF0\x9F\x98\x80", 4);
        text[sizeof text - 4] = '\0';
        (void)rb_error_set(&err, RINGBACK_ERR_RULES, "%s", text);
        n = strlen(err.message);
        assert_true(n < sizeof err.message && n > sizeof err.message - 8);
        assert_int_equal(rb_utf8_valid(err.message, n), n);
        assert_string_equal(err.message + n - 3, "...");
    }
}

struct seen {
    uint32_t n;
    ringback_error last;
};

static void on_error(void *ctx, const ringback_error *err)
{
    struct seen *seen = ctx;

    seen->n++;
    seen->last = *err;
}

static void test_add(void **state)
{
    struct seen seen = {0};
    struct rb_errors errs = {.report = on_error, .ctx = &seen};
    char name[400];

    (void)state;
    for (uint32_t i = 1; i <= 3 * RB_MAX_RULE_ERRORS; i++)
        rb_errors_add(&errs, RINGBACK_ERR_RULES, (struct rb_place){"team.yaml", i, 2 * i}, "no. %u",
                      (unsigned)i);
    assert_int_equal(errs.count, 3 * RB_MAX_RULE_ERRORS);
    assert_int_equal(seen.n, RB_MAX_RULE_ERRORS);
    assert_int_equal(errs.first.line, 1);
    assert_int_equal(errs.first.column, 2);
    assert_string_equal(errs.first.source, "team.yaml");
    assert_string_equal(errs.first.message, "no. 1");
    assert_int_equal(seen.last.line, RB_MAX_RULE_ERRORS);

    errs = (struct rb_errors){0};
    memset(name, 'n', sizeof name);
    name[sizeof name - 1] = '\0';
    rb_errors_add(&errs, RINGBACK_ERR_SETTINGS, (struct rb_place){name, 0, 0}, "quiet");
    assert_int_equal(errs.count, 1);
    assert_int_equal(strlen(errs.first.source), sizeof errs.first.source - 1);
    rb_errors_add(&errs, RINGBACK_ERR_SETTINGS, (struct rb_place){NULL, 0, 0}, "nameless");
    assert_int_equal(errs.count, 2);
    assert_string_equal(errs.first.message, "quiet");
}

static int nearest(const char *word)
{
    static const char *const names[] = {"severity", "points", "advice", "examples", "check", "why"};
    struct rb_slice words[6];

    for (size_t i = 0; i < 6; i++)
        words[i] = rb_slice_str(names[i]);
    return rb_nearest(rb_slice_str(word), words, 6);
}

static void test_nearest(void **state)
{
    char word[101];

    (void)state;
    assert_int_equal(nearest("serverity"), 0);
    assert_int_equal(nearest("sevreity"), 0);
    assert_int_equal(nearest("Points"), 1);
    assert_int_equal(nearest("point"), 1);
    assert_int_equal(nearest("advise"), 2);
    assert_int_equal(nearest("exampels"), 3);
    assert_int_equal(nearest("hcekc"), -1);
    assert_int_equal(nearest("hceck"), 4);
    assert_int_equal(nearest("wy"), 5);
    assert_int_equal(nearest("yes"), -1);
    assert_int_equal(nearest(""), -1);
    memset(word, 'w', 100);
    word[100] = '\0';
    assert_int_equal(nearest(word), -1);
    {
        const struct rb_slice both[] = {rb_slice_of(word, 100), rb_slice_str("wz")};

        assert_int_equal(rb_nearest(rb_slice_str("wy"), both, 2), 1);
    }
    assert_int_equal(rb_nearest(rb_slice_str("a"), NULL, 0), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_set),
        cmocka_unit_test(test_message_is_clean),
        cmocka_unit_test(test_long_message_is_cut),
        cmocka_unit_test(test_add),
        cmocka_unit_test(test_nearest),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
