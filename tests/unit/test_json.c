#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/json.h"
#include "base/limits.h"

struct state {
    struct rb_arena arena;
    struct rb_buffer out;
    char message[128];
};

static int setup(void **state)
{
    struct state *s = calloc(1, sizeof *s);

    assert_non_null(s);
    rb_arena_init(&s->arena);
    rb_buffer_init(&s->out);
    *state = s;
    return 0;
}

static int teardown(void **state)
{
    struct state *s = *state;

    rb_arena_free(&s->arena);
    rb_buffer_free(&s->out);
    free(s);
    return 0;
}

static struct rb_json *parse(struct state *s, const char *text)
{
    struct rb_json *value = NULL;
    bool ok = rb_json_parse(&s->arena, rb_slice_str(text), s->message, sizeof s->message, &value);

    assert_int_equal(ok, value != NULL);
    return value;
}

/* What comes out of writing what was read. */
static const char *again(struct state *s, const char *text)
{
    struct rb_json *value = parse(s, text);

    assert_non_null(value);
    rb_buffer_clear(&s->out);
    rb_json_value(&s->out, value);
    rb_buffer_putc(&s->out, '\0');
    assert_false(s->out.failed);
    return s->out.ptr;
}

static void test_round_trip(void **state)
{
    static const char *const same[] = {
        "null",
        "true",
        "false",
        "[]",
        "{}",
        "\"\"",
        "0",
        "-0",
        "12345678901234567890123",
        "1e400",
        "1.50",
        "-1E-7",
        "[[],[1,[2]],{}]",
        "{\"a\":{\"b\":[]},\"c\":\"d\"}",
        "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001a\\u001b\\u007f\\u0085\\u2028\\u202e\"",
        "\"caf\xC3\xA9 \xF0\x9F\x98\x80\"",
    };

    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
        assert_string_equal(again(*state, same[i]), same[i]);
    assert_string_equal(again(*state, " [ 1 ,\t{\"a\" : null}\r\n] "), "[1,{\"a\":null}]");
    assert_string_equal(again(*state, "\"\\u00e9\\uD83D\\uDE00\\/\""),
                        "\"\xC3\xA9\xF0\x9F\x98\x80/\"");
    assert_string_equal(again(*state, "\xEF\xBB\xBF{}"), "{}");
}

static void test_members(void **state)
{
    const struct rb_json *map =
        parse(*state, "{\"id\":7,\"text\":\"Hi, Noor\",\"e\":1.2e2,\"n\":-7}");
    int64_t n = 0;

    assert_non_null(map);
    assert_int_equal(map->kind, RB_JSON_MAP);
    assert_true(rb_slice_is(rb_json_get(map, "text")->text, "Hi, Noor"));
    assert_null(rb_json_get(map, "tex"));
    assert_null(rb_json_get(rb_json_get(map, "text"), "text"));
    assert_true(rb_json_int(rb_json_get(map, "id"), 0, 7, &n));
    assert_int_equal(n, 7);
    assert_false(rb_json_int(rb_json_get(map, "id"), 0, 6, &n));
    assert_true(rb_json_int(rb_json_get(map, "n"), -9, 6, &n));
    assert_int_equal(n, -7);
    assert_false(rb_json_int(rb_json_get(map, "e"), 0, 1000, &n));
    assert_false(rb_json_int(rb_json_get(map, "text"), 0, 1000, &n));
}

static void test_refused(void **state)
{
    static const char *const bad[][2] = {
        {"", "premature EOF"},
        {"  ", "premature EOF"},
        {"{", "premature EOF"},
        {"\"abc", "premature EOF"},
        {"[1,]", "unallowed token"},
        {"[01]", "array element"},
        {"1 2", "trailing garbage"},
        {"{\"a\":1}x", "trailing garbage"},
        {"nul", "invalid string"},
        {"'a'", "invalid char"},
        {"\"a\tb\"", "invalid character inside string"},
        {"\"\\x\"", "before a character"},
        {"/* c */ 1", "comment"},
        {"{\"a\":1,\"b\":2,\"a\":3}", "stands twice"},
        {"{\"a\":1,\"\\u0061\":3}", "stands twice"},
        {"\"\\ud800\"", "surrogate pair at byte 1"},
        {"\"ab\\udc00\"", "surrogate pair at byte 3"},
        {"\"\\ud83d\\u0041\"", "surrogate pair at byte 1"},
        {"\"\xC0\xAF\"", "UTF-8 at byte 1"},
        {"\"\xED\xA0\x80\"", "UTF-8 at byte 1"},
        {"\"\xF4\x90\x80\x80\"", "UTF-8 at byte 1"},
        {"[NaN]", "invalid char"},
    };
    struct state *s = *state;

    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        if (parse(s, bad[i][0]))
            fail_msg("accepted: %s", bad[i][0]);
        if (!strstr(s->message, bad[i][1]))
            fail_msg("%s gives: %s", bad[i][0], s->message);
        assert_null(strchr(s->message, '\n'));
    }
    assert_non_null(parse(s, "\"\\\\ud800\""));
}

static char *repeat(const char *unit, size_t n, const char *end)
{
    size_t len = strlen(unit);
    char *text = malloc(n * len + strlen(end) + 1);

    assert_non_null(text);
    for (size_t i = 0; i < n; i++)
        memcpy(text + i * len, unit, len);
    memcpy(text + n * len, end, strlen(end) + 1);
    return text;
}

static void test_limits(void **state)
{
    struct state *s = *state;
    char *deep = repeat("[", RB_MAX_JSON_DEPTH + 1, "");
    char *wide = repeat("0,", RB_MAX_JSON_NODES + 1, "0]");
    char *full = calloc(1, 2 * RB_MAX_JSON_DEPTH + 1);

    assert_null(parse(s, deep));
    assert_string_equal(s->message, "nested too deep");
    wide[0] = '[';
    wide[1] = ' ';
    assert_null(parse(s, wide));
    assert_string_equal(s->message, "too many values");
    assert_non_null(full);
    memset(full, '[', RB_MAX_JSON_DEPTH);
    memset(full + RB_MAX_JSON_DEPTH, ']', RB_MAX_JSON_DEPTH);
    assert_string_equal(again(s, full), full);
    free(deep);
    free(wide);
    free(full);
    deep = repeat(" ", RB_MAX_RECORD_BYTES, "1");
    assert_null(parse(s, deep));
    assert_string_equal(s->message, "longer than 4 MiB");
    free(deep);
}

static void test_values(void **state)
{
    struct state *s = *state;

    for (size_t n = RB_MAX_JSON_NODES - 1; n <= RB_MAX_JSON_NODES + 1; n++) {
        /* The list is a value itself. */
        char *text = repeat(",0", n - 1, "]");

        text[0] = '[';
        assert_int_equal(parse(s, text) != NULL, n <= RB_MAX_JSON_NODES);
        free(text);
    }
}

/* The parser's own buffers are taken in advance: every length must fit, whole and cut off. */
static void test_pool(void **state)
{
    struct state *s = *state;

    for (size_t n = 0; n < 9000; n += n < 64 || n % 1024 > 1000 ? 1 : 37) {
        char *text = repeat("\\n", n, "\"");
        struct rb_json *value;

        text = realloc(text, 2 * n + 3);
        assert_non_null(text);
        memmove(text + 1, text, 2 * n + 2);
        text[0] = '"';
        value = parse(s, text);
        assert_non_null(value);
        assert_int_equal(value->text.len, n);
        text[2 * n + 1] = '\0';
        assert_null(parse(s, text));
        rb_arena_reset(&s->arena);
        free(text);
    }
}

static void test_string(void **state)
{
    struct state *s = *state;

    rb_json_string(&s->out, rb_slice_of("a\x1A\xFF\xE2\x80\xA8\x80z\0", 9));
    rb_buffer_putc(&s->out, '\0');
    assert_string_equal(s->out.ptr, "\"a\xEF\xBF\xBD\xEF\xBF\xBD\\u2028\xEF\xBF\xBDz\\u0000\"");
    rb_buffer_clear(&s->out);
    rb_json_string(&s->out, rb_slice_str("#[a] ##[b]"));
    rb_buffer_putc(&s->out, '\0');
    assert_string_equal(s->out.ptr, "\"#[a] ##\\u005bb]\"");
}

/* What turns a reader's direction, or ends a line somewhere, is escaped; its neighbours are not. */
static void test_unsafe(void **state)
{
    static const struct {
        const char *text, *written;
    } rows[] = {
        {"\xD8\x9B", "\"\xD8\x9B\""},
        {"\xD8\x9C", "\"\\u061c\""},
        {"\xE2\x80\x8D", "\"\xE2\x80\x8D\""},
        {"\xE2\x80\x8E", "\"\\u200e\""},
        {"\xE2\x80\x8F", "\"\\u200f\""},
        {"\xE2\x80\x90", "\"\xE2\x80\x90\""},
        {"\xE2\x80\xAE", "\"\\u202e\""},
        {"\xE2\x80\xAF", "\"\xE2\x80\xAF\""},
        {"\xE2\x81\xA5", "\"\xE2\x81\xA5\""},
        {"\xE2\x81\xA6", "\"\\u2066\""},
        {"\xE2\x81\xA9", "\"\\u2069\""},
        {"\xE2\x81\xAA", "\"\xE2\x81\xAA\""},
        {"\xC2\xA0", "\"\xC2\xA0\""},
        {"[a", "\"[a\""},
        {"#[a", "\"#[a\""},
        {"a#[", "\"a#[\""},
        {"##[", "\"##\\u005b\""},
    };
    struct state *s = *state;

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        rb_buffer_clear(&s->out);
        rb_json_string(&s->out, rb_slice_str(rows[i].text));
        rb_buffer_putc(&s->out, '\0');
        assert_string_equal(s->out.ptr, rows[i].written);
    }
    rb_buffer_clear(&s->out);
}

/* Only a whole escape is the second half of a pair. */
static void test_half_pairs(void **state)
{
    static const char *const bad[] = {
        "\"\\ud83d\"",        "\"\\ud83d\\ude0\"",  "\"\\ud83dx\\ude00\"",
        "\"\\ud83d\\nabcd\"", "\"\\ud83d\\u0041\"", "\"\\ud83dabcdefgh\"",
    };
    struct state *s = *state;

    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_null(parse(s, bad[i]));
    assert_null(parse(s, "\"\\u00g1\""));
    assert_null(parse(s, "\"\\u00:1\""));
    assert_null(parse(s, "\"\\u00{1\""));
    assert_non_null(parse(s, "\"\\uD83D\\uDE00\""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_round_trip, setup, teardown),
        cmocka_unit_test_setup_teardown(test_members, setup, teardown),
        cmocka_unit_test_setup_teardown(test_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(test_limits, setup, teardown),
        cmocka_unit_test_setup_teardown(test_values, setup, teardown),
        cmocka_unit_test_setup_teardown(test_pool, setup, teardown),
        cmocka_unit_test_setup_teardown(test_string, setup, teardown),
        cmocka_unit_test_setup_teardown(test_unsafe, setup, teardown),
        cmocka_unit_test_setup_teardown(test_half_pairs, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
