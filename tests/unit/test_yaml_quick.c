/* What is read without libyaml is what libyaml reads: a comment with a tab in it, which changes
 * nothing, sends the same text the other way. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/yaml_quick.h"
#include "rule/builtin.h"

static const char other_way[] = "#\t\n";

static const char sample[] =
    "# A comment.\n"
    "rules:\n"
    "  one-two: # behind a key\n"
    "    title: Say it twice # and behind a value\n"
    "    why: |\n"
    "      A line,\n"
    "        one further in,\n"
    "\n"
    "      and the last.\n"
    "    text: >-\n"
    "      Folded into\n"
    "      one,\n"
    "\n"
    "\n"
    "       but not this,\n"
    "      at all.\n"
    "    kept: >+\n"
    "      é\n"
    "\n"
    "    points: {per: 1s, each: -1, \"é\": [a b, 'it''s', \"\\\"x\\\\\"]}\n"
    "    list:\n"
    "    - a#b\n"
    "    - (our|your) <det> .. http://x.y/z?a=1\n"
    "    - - nested\n"
    "      -   name: value:no\n"
    "          'key': \"quoted\"\n"
    "    flow: [one, {é: two}, [], {},\n"
    "      three]\n"
    "    empty: \"\"\n"
    "facts:\n"
    "  - last: é [x] , {y}\n";

struct heard {
    struct rb_arena arena;
    struct rb_yaml *root;
    char said[400];
};

static void on_error(void *ctx, const ringback_error *err)
{
    struct heard *h = ctx;
    size_t n = strlen(h->said);

    (void)snprintf(h->said + n, sizeof h->said - n, "%u:%u %s\n", (unsigned)err->line,
                   (unsigned)err->column, err->message);
}

static bool hear(struct heard *h, struct rb_slice text)
{
    struct rb_errors errs = {.report = on_error, .ctx = h};

    h->said[0] = '\0';
    rb_arena_init(&h->arena);
    return rb_yaml_parse(&h->arena, text, "x.yaml", &errs, &h->root);
}

static bool same_node(const struct rb_yaml *a, const struct rb_yaml *b)
{
    return a->kind == b->kind && a->plain == b->plain && a->line == b->line &&
           a->column == b->column && a->key_line == b->key_line && a->key_column == b->key_column &&
           a->n_children == b->n_children && rb_slice_equal(a->text, b->text) &&
           rb_slice_equal(a->key, b->key) && !a->child == !b->child && !a->next == !b->next;
}

static bool same_tree(const struct rb_yaml *a, const struct rb_yaml *b)
{
    if (!a || !b || !same_node(a, b))
        return a == b;
    for (a = a->child, b = b->child; a; a = a->next, b = b->next)
        if (!same_tree(a, b))
            return false;
    return true;
}

/* False: it is left to libyaml anyway. */
static bool agree_on(struct rb_slice text)
{
    struct rb_buffer longer = {0};
    struct heard a, b;
    bool ok;

    if (!rb_yaml_quick(text, NULL, NULL))
        return false;
    rb_buffer_slice_add(&longer, text);
    rb_buffer_puts(&longer, other_way);
    assert_false(rb_yaml_quick(rb_buffer_slice(&longer), NULL, NULL));
    ok = hear(&a, text);
    if (ok != hear(&b, rb_buffer_slice(&longer)) || strcmp(a.said, b.said) != 0 ||
        (ok && !same_tree(a.root, b.root)))
        fail_msg("%sand\n%sfor\n%.*s", a.said, b.said, (int)text.len, text.ptr);
    rb_arena_free(&a.arena);
    rb_arena_free(&b.arena);
    rb_buffer_free(&longer);
    return true;
}

static void test_sample(void **state)
{
    (void)state;
    assert_true(agree_on(rb_slice_str(sample)));
}

static void test_rules(void **state)
{
    size_t quick = 0;

    (void)state;
    for (size_t i = 0; i < rb_builtin_count; i++)
        quick += agree_on(rb_slice_of(rb_builtin_files[i].data, rb_builtin_files[i].len));
    assert_true(quick > rb_builtin_count / 2);
}

/* At each place of the sample something put in, or a byte left out. */
static void test_changed(void **state)
{
    static const char *const put[] = {" ",  "\n", "- ",    ": ",   "#", " #",   "'",
                                      "\"", "[",  "}",     ",",    "|", ">-\n", "?",
                                      "&",  "\\", "---\n", "\n\n", "a", "  "};
    struct rb_slice all = rb_slice_str(sample);
    size_t quick = 0, tried = 0;
    struct rb_buffer text = {0};

    (void)state;
    for (size_t at = 0; at <= all.len; at++)
        for (size_t i = 0; i <= sizeof put / sizeof *put; i++, tried++) {
            bool leave = i == sizeof put / sizeof *put;

            if (leave && at == all.len)
                break;
            rb_buffer_clear(&text);
            rb_buffer_add(&text, all.ptr, at);
            if (!leave)
                rb_buffer_puts(&text, put[i]);
            rb_buffer_add(&text, all.ptr + at + leave, all.len - at - leave);
            quick += agree_on(rb_buffer_slice(&text));
        }
    assert_in_range(quick, tried / 4, tried - 1);
    rb_buffer_free(&text);
}

/* Each piece by itself, and whether it is read so. */
static void test_pieces(void **state)
{
    static const struct {
        const char *text;
        bool quick;
    } pieces[] = {
        {"a: b\n", true},
        {"a: b", false},
        {"", false},
        {"- a\n- b\n", true},
        {"a:\n- b\n- c\nd: e\n", true},
        {"a: 'b\n  c'\n", false},
        {"a: b\n  c\n", false},
        {"a: b: c\n", false},
        {"a:\nb: c\n", false},
        {"a: &x b\n", false},
        {"a: [b\n]\n", false},
        {"a: [b, ]\n", false},
        {"a: |2\n   b\n", false},
        {"a: |\n\n  b\n\n\nc: d\n", true},
        {"a: >\n  b\n  c\n   d\n  e\n", true},
        {"a: >\nb: c\n", false},
        {"--- \na: b\n", false},
        {"a: \"\\x41\"\n", false},
        {"a: b\r\n", false},
        {"a:\tb\n", false},
        {"a: \xC2\x85\n", false},
        {"a: \xFF\n", false},
        {"a: 1\na: 2\n", true},
        {"<<: a\n", true},
        {"a: - b\n", false},
        {"a: b #c\n#d\ne: f\n", true},
        {" a: b\n", false},
        {"a:\n  - b\n - c\n", false},
        {"[a]\n", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        if (agree_on(rb_slice_str(pieces[i].text)) != pieces[i].quick)
            fail_msg("%s", pieces[i].text);
}

/* Characters that mean more than themselves somewhere are left to the large reader. */
static void test_characters(void **state)
{
    static const char *const plain[] = {"\xC3\xA9",     "\xE2\x80\xA7", "\xE2\x80\xAA",
                                        "\xEF\xBB\xBE", "\xEF\xBF\xBD", "\xC2\xA0"};
    static const char *const more[] = {
        "\x01",         "\t",           "\x7F",         "\xC2\x85",     "\xE2\x80\xA8",
        "\xE2\x80\xA9", "\xEF\xBB\xBF", "\xEF\xBF\xBE", "\xEF\xBF\xBF", "\xFF"};
    char text[32];

    (void)state;
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
        (void)snprintf(text, sizeof text, "a: \"b%s\"\n", plain[i]);
        assert_true(agree_on(rb_slice_str(text)));
    }
    for (size_t i = 0; i < sizeof more / sizeof more[0]; i++) {
        (void)snprintf(text, sizeof text, "a: \"b%s\"\n", more[i]);
        assert_false(rb_yaml_quick(rb_slice_str(text), NULL, NULL));
    }
}

/* Wherever among many a character stands, plain or not. */
static void test_places(void **state)
{
    static const char characters[] = "\x01\x1F\x7F\x80\xFF ~a";

    (void)state;
    for (size_t at = 4; at < 40; at++)
        for (size_t i = 0; i < sizeof characters - 1; i++) {
            char text[] = "a: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n";
            unsigned char c = (unsigned char)characters[i];

            text[at] = characters[i];
            assert_int_equal(agree_on(rb_slice_str(text)), c >= ' ' && c < 0x7F);
        }
}

/* Nested as deep as may be, and one more. */
static void test_depth(void **state)
{
    char text[2 * RB_MAX_YAML_DEPTH + 8];

    (void)state;
    for (size_t n = RB_MAX_YAML_DEPTH - 1; n <= RB_MAX_YAML_DEPTH + 1; n++) {
        for (size_t i = 0; i < n; i++)
            memcpy(text + 2 * i, "- ", 2);
        memcpy(text + 2 * n, "a\n", 3);
        assert_int_equal(agree_on(rb_slice_str(text)), n <= RB_MAX_YAML_DEPTH);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sample),     cmocka_unit_test(test_rules),
        cmocka_unit_test(test_changed),    cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_characters), cmocka_unit_test(test_places),
        cmocka_unit_test(test_depth)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
