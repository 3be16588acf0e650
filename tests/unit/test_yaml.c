#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "base/limits.h"
#include "base/yaml.h"

struct state {
    struct rb_arena arena;
    struct rb_errors errs;
    ringback_error last;
};

static void on_error(void *ctx, const ringback_error *err)
{
    struct state *s = ctx;

    s->last = *err;
}

static int setup(void **state)
{
    struct state *s = calloc(1, sizeof *s);

    assert_non_null(s);
    rb_arena_init(&s->arena);
    *state = s;
    return 0;
}

static int teardown(void **state)
{
    struct state *s = *state;

    rb_arena_free(&s->arena);
    free(s);
    return 0;
}

static struct rb_yaml *parse(struct state *s, struct rb_slice bytes)
{
    struct rb_yaml *root = NULL;
    bool ok;

    s->errs = (struct rb_errors){.report = on_error, .ctx = s};
    ok = rb_yaml_parse(&s->arena, bytes, "team.yaml", &s->errs, &root);
    assert_false(rb_arena_failed(&s->arena));
    assert_int_equal(ok, s->errs.count == 0);
    if (!ok)
        assert_null(root);
    return root;
}

/* Fails to load, first of all with this message (or a part of it) at this place. */
static void refuse(struct state *s, struct rb_slice bytes, uint32_t line, uint32_t column,
                   const char *message)
{
    assert_null(parse(s, bytes));
    if (!strstr(s->errs.first.message, message) || s->errs.first.line != line ||
        s->errs.first.column != column)
        fail_msg("%u:%u: %s", (unsigned)s->errs.first.line, (unsigned)s->errs.first.column,
                 s->errs.first.message);
    assert_string_equal(s->errs.first.source, "team.yaml");
}

static void refuse_text(struct state *s, const char *text, uint32_t line, uint32_t column,
                        const char *message)
{
    refuse(s, rb_slice_str(text), line, column, message);
}

static void place(const struct rb_yaml *node, uint32_t line, uint32_t column)
{
    assert_int_equal(node->line, line);
    assert_int_equal(node->column, column);
}

static void test_tree(void **state)
{
    const struct rb_yaml *root =
        parse(*state, rb_slice_str("facts:\n"
                                   "  gr\xC3\xBC\xC3\x9F: [a, \"b\", 'c']\n"
                                   "  list:\n"
                                   "  - {x: 1, y: }\n"
                                   "  - |\n"
                                   "    two\n"
                                   "    lines\n"));
    const struct rb_yaml *facts, *list, *item;

    assert_non_null(root);
    assert_int_equal(root->kind, RB_YAML_MAP);
    assert_int_equal(root->n_children, 1);
    facts = rb_yaml_get(root, "facts");
    assert_non_null(facts);
    place(facts, 2, 3);
    assert_int_equal(facts->key_line, 1);
    assert_int_equal(facts->key_column, 1);
    list = rb_yaml_get(facts, "gr\xC3\xBC\xC3\x9F");
    assert_non_null(list);
    assert_int_equal(list->kind, RB_YAML_LIST);
    assert_int_equal(list->n_children, 3);
    assert_int_equal(list->key_line, 2);
    assert_int_equal(list->key_column, 3);
    item = list->child;
    assert_true(rb_slice_is(item->text, "a") && item->plain);
    place(item, 2, 10);
    item = item->next;
    assert_true(rb_slice_is(item->text, "b") && !item->plain);
    item = item->next;
    assert_true(rb_slice_is(item->text, "c") && !item->plain);
    assert_null(item->next);
    item = rb_yaml_get(facts, "list")->child;
    assert_int_equal(item->kind, RB_YAML_MAP);
    assert_true(rb_slice_is(rb_yaml_get(item, "x")->text, "1"));
    assert_true(rb_slice_is(rb_yaml_get(item, "y")->text, ""));
    assert_true(rb_yaml_get(item, "y")->plain);
    assert_null(rb_yaml_get(item, "z"));
    item = item->next;
    assert_true(rb_slice_is(item->text, "two\nlines\n") && !item->plain);
    assert_null(rb_yaml_get(list, "x"));
}

static void test_empty(void **state)
{
    static const char *const empty[] = {"", "# nothing\n", "---\n", "\xEF\xBB\xBF", "\n\n"};
    struct state *s = *state;

    for (size_t i = 0; i < sizeof empty / sizeof empty[0]; i++) {
        assert_null(parse(s, rb_slice_str(empty[i])));
        assert_int_equal(s->errs.count, 0);
    }
    place(parse(s, rb_slice_str("\xEF\xBB\xBF"
                                "a: b")),
          1, 1);
}

static void test_values(void **state)
{
    const struct rb_yaml *root =
        parse(*state,
              rb_slice_str("{i: 120, m: -3, q: '120', t: true, f: false, y: yes, l: [1], o: 007}"));
    int64_t n = 0;
    bool b = false;

    assert_non_null(root);
    assert_true(rb_yaml_int(rb_yaml_get(root, "i"), 80, 300, &n));
    assert_int_equal(n, 120);
    assert_true(rb_yaml_int(rb_yaml_get(root, "m"), -3, -3, &n));
    assert_int_equal(n, -3);
    assert_false(rb_yaml_int(rb_yaml_get(root, "i"), 121, 300, &n));
    assert_false(rb_yaml_int(rb_yaml_get(root, "q"), 0, 300, &n));
    assert_false(rb_yaml_int(rb_yaml_get(root, "l"), 0, 300, &n));
    assert_false(rb_yaml_int(rb_yaml_get(root, "o"), 0, 300, &n));
    assert_true(rb_yaml_bool(rb_yaml_get(root, "t"), &b));
    assert_true(b);
    assert_true(rb_yaml_bool(rb_yaml_get(root, "f"), &b));
    assert_false(b);
    assert_false(rb_yaml_bool(rb_yaml_get(root, "y"), &b));
    assert_false(rb_yaml_bool(rb_yaml_get(root, "q"), &b));
    assert_false(rb_yaml_bool(rb_yaml_get(root, "l"), &b));
}

static void test_not_used_here(void **state)
{
    struct state *s = *state;

    refuse_text(s, "a: &x 1", 1, 4, "anchors (&x)");
    refuse_text(s, "a: &x [1]", 1, 4, "anchors (&x)");
    refuse_text(s, "a: &x {b: 1}", 1, 4, "anchors (&x)");
    refuse_text(s, "a: *x", 1, 4, "aliases (*x)");
    refuse_text(s, "*x : a", 1, 1, "aliases (*x)");
    refuse_text(s, "a: !!str 1", 1, 4, "tags (");
    refuse_text(s, "a: !mine [1]", 1, 4, "tags (!mine)");
    refuse_text(s, "a: ! b", 1, 4, "tags (!)");
    refuse_text(s, "<<: {a: 1}", 1, 1, "merge keys");
    refuse_text(s, "? [a]\n: b", 1, 3, "a key must be a word");
    refuse_text(s, "{a: 1}: b", 1, 1, "a key must be a word");
    refuse_text(s, "a: 1\n---\nb: 2\n", 2, 1, "a second document");
    refuse_text(s, "a: 1\n...\nb: 2\n", 3, 1, "document");
    refuse_text(s, "%TAG ! tag:x,2000:\n---\na: 1", 1, 1, "%TAG");
}

static void test_repeated_keys(void **state)
{
    struct state *s = *state;

    refuse_text(s, "a: 1\nb: 2\n\"a\": 3\n", 3, 1, "\"a\" stands twice, first on line 1");
    refuse_text(s, "x:\n  b: 2\n  c: 3\n  b: 4\n", 4, 3, "\"b\" stands twice, first on line 2");
    assert_non_null(parse(s, rb_slice_str("a: {b: 1}\nc: {b: 1}\n")));
}

static void test_several_errors(void **state)
{
    struct state *s = *state;

    refuse_text(s, "a: &x 1\nb: *x\nc: !!int 2\na: 3\n", 1, 4, "anchors");
    assert_int_equal(s->errs.count, 4);
    assert_int_equal(s->last.line, 4);
}

static void test_bad_characters(void **state)
{
    struct state *s = *state;

    refuse_text(s, "a: \"\xC3\xA9\\e[31m\"", 1, 4, "control character U+001B");
    refuse_text(s, "a: \"\\0\"", 1, 4, "control character U+0000");
    refuse_text(s, "a: \"\\u009b\"", 1, 4, "control character U+009B");
    refuse_text(s, "\"\\x7f\": a", 1, 1, "control character U+007F");
    refuse_text(s, "a: 1\nb: \xC3\xA9\x1B", 2, 5, "control characters are not allowed");
    refuse_text(s, "a: 1\nb: \xC3\xA9\xC0\xAF", 2, 5, "UTF-8");
    refuse(s, rb_slice_of("a: 1\n\0", 6), 2, 1, "control characters are not allowed");
    refuse(s,
           rb_slice_of("\xFF\xFE"
                       "a\0",
                       4),
           0, 0, "UTF-16");
    refuse(s, rb_slice_of("\xFE\xFF\0a", 4), 0, 0, "UTF-16");
    assert_non_null(parse(s, rb_slice_str("a: \"tab\\tand\\nline\"")));
}

static void test_broken(void **state)
{
    struct state *s = *state;

    refuse_text(s, "\xC3\xA9\xF0\x9F\x98\x80: b: c", 1, 6, "mapping values are not allowed");
    assert_non_null(strstr(s->errs.first.message, "needs quotes"));
    refuse_text(s, "a:\n\t- b\n", 2, 1, "a tab cannot indent");
    refuse_text(s, "a: \"x\nb: c\n", 3, 1, "quoted scalar that begins on line 1");
    refuse_text(s, "a: [1, 2\n", 2, 1, "begins on line 1");
    refuse_text(s, "a: 'it's'\n", 1, 8, "quotes inside of quotes");
    assert_int_equal(s->errs.count, 1);
    refuse_text(s, "a:\n  - 'b\n   c: it's'\n", 3, 10,
                "begins on line 2: the items of a list must line up");
}

/* A key is quoted up to a length, and never up to the middle of a character. */
static void test_long_keys(void **state)
{
    struct state *s = *state;

    refuse_text(s,
                "a234567890123456789012345678901234567890123: 1\n"
                "a234567890123456789012345678901234567890123: 2\n",
                2, 1, "\"a234567890123456789012345678901234567890\" stands twice");
    refuse_text(s,
                "a23456789012345678901234567890123456789\xC3\xA9x: 1\n"
                "a23456789012345678901234567890123456789\xC3\xA9x: 2\n",
                2, 1, "\"a23456789012345678901234567890123456789\" stands twice");
}

static char *repeat(const char *unit, size_t n)
{
    size_t len = strlen(unit);
    char *text = malloc(n * len + 1);

    assert_non_null(text);
    for (size_t i = 0; i < n; i++)
        memcpy(text + i * len, unit, len);
    text[n * len] = '\0';
    return text;
}

static void test_limits(void **state)
{
    struct state *s = *state;
    char *text = repeat("[", 2 * RB_MAX_YAML_DEPTH);

    refuse_text(s, text, 1, RB_MAX_YAML_DEPTH + 1, "nested more than 32 deep");
    memset(text + RB_MAX_YAML_DEPTH, ']', RB_MAX_YAML_DEPTH);
    assert_non_null(parse(s, rb_slice_str(text)));
    free(text);
    text = repeat("- ", RB_MAX_YAML_DEPTH + 1);
    refuse_text(s, text, 1, 2 * RB_MAX_YAML_DEPTH + 1, "nested more than 32 deep");
    free(text);
    /* The list and its items. */
    text = repeat("a,", RB_MAX_YAML_NODES);
    text[0] = '[';
    text[1] = ' ';
    text[2 * RB_MAX_YAML_NODES - 1] = ']';
    assert_non_null(parse(s, rb_slice_str(text)));
    text[0] = '{';
    text[2 * RB_MAX_YAML_NODES - 1] = '}';
    refuse_text(s, text, 1, 5, "\"a\" stands twice");
    free(text);
    text = repeat("a,", RB_MAX_YAML_NODES + 1);
    text[0] = '[';
    text[1] = ' ';
    refuse_text(s, text, 1, 2 * RB_MAX_YAML_NODES + 1, "more than 100000 values");
    free(text);
    text = repeat("#", RB_MAX_YAML_BYTES + 1);
    refuse_text(s, text, 0, 0, "larger than 256 KiB");
    assert_int_equal(s->errs.first.status, RINGBACK_ERR_LIMIT);
    assert_null(parse(s, rb_slice_of(text, RB_MAX_YAML_BYTES)));
    assert_int_equal(s->errs.count, 0);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_tree, setup, teardown),
        cmocka_unit_test_setup_teardown(test_empty, setup, teardown),
        cmocka_unit_test_setup_teardown(test_values, setup, teardown),
        cmocka_unit_test_setup_teardown(test_not_used_here, setup, teardown),
        cmocka_unit_test_setup_teardown(test_repeated_keys, setup, teardown),
        cmocka_unit_test_setup_teardown(test_several_errors, setup, teardown),
        cmocka_unit_test_setup_teardown(test_bad_characters, setup, teardown),
        cmocka_unit_test_setup_teardown(test_broken, setup, teardown),
        cmocka_unit_test_setup_teardown(test_long_keys, setup, teardown),
        cmocka_unit_test_setup_teardown(test_limits, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
