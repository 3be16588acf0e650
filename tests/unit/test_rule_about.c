#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

#include "rule/about.h"

#define RULES                                                                                      \
    TOY_FACTS                                                                                      \
    "sets:\n"                                                                                      \
    "  greens: [kale, dock leaf]\n"                                                                \
    "rules:\n" RULE_HEAD("r") "    message: No.\n"                                                 \
                              "    check: {shape: animal, pattern: \"a\\\\\\\"\\nb\", max: 2}\n"

static const char *key_of(bool fact, const char *key)
{
    ringback_rules *rules = load(RULES);
    struct rb_buffer out;

    rb_buffer_init(&out);
    assert_non_null(rules);
    if (fact ? rb_about_fact_key(rules, 0, key, &out) : rb_about_key(rules, 0, key, &out)) {
        said[0] = '\0';
        SAY("%.*s", (int)out.len, out.ptr);
    } else {
        said[0] = '\0';
        SAY("none");
    }
    rb_buffer_free(&out);
    rb_rules_free(rules);
    return said;
}

/* As it could be written in a file: what YAML would take for something else is quoted. */
static void test_keys(void **state)
{
    (void)state;
    assert_string_equal(key_of(false, "title"), "A title");
    assert_string_equal(key_of(false, "check"),
                        "{shape: animal, pattern: \"a\\\\\\\"\\nb\", max: 2}");
    assert_string_equal(key_of(false, "advice"), "none");
    assert_string_equal(key_of(true, "phrases"),
                        "{sweet: [apple, pear], sour: [lemon, lime], bitter: [rind]}");
    assert_string_equal(key_of(true, "compare"), "none");
}

static void test_sets(void **state)
{
    ringback_rules *rules = load(RULES);

    (void)state;
    assert_non_null(rules);
    assert_true(rb_slice_is(rb_about_set_name(rules, 0), "greens"));
    assert_true(rb_slice_is(rb_about_set_member(rules, 0, 0), "kale"));
    assert_true(rb_slice_is(rb_about_set_member(rules, 0, 1), "dock leaf"));
    assert_int_equal(rb_about_set_member(rules, 0, 2).len, 0);
    assert_int_equal(rb_about_set_place(rules, 0).line, 18);
    assert_int_equal(rb_about_set_member(rules, 9, 0).len, 0);
    assert_int_equal(rb_about_set_name(rules, 9).len, 0);
    rb_rules_free(rules);
}

/* What YAML would read back as something else, and its neighbours that it would not. */
static void test_quotes(void **state)
{
    static const struct {
        const char *written, *shown;
    } rows[] = {
        {"' a'", "{count: animal, message: \" a\", max: 2}"},
        {"'a '", "{count: animal, message: \"a \", max: 2}"},
        {"'a: b'", "{count: animal, message: \"a: b\", max: 2}"},
        {"'a:b:'", "{count: animal, message: a:b:, max: 2}"},
        {"'a #b'", "{count: animal, message: \"a #b\", max: 2}"},
        {"'a#b'", "{count: animal, message: a#b, max: 2}"},
        {"'#b'", "{count: animal, message: \"#b\", max: 2}"},
        {"'a, b'", "{count: animal, message: \"a, b\", max: 2}"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[2000];
        ringback_rules *rules;
        struct rb_buffer out;

        (void)snprintf(
            text, sizeof text,
            TOY_FACTS "rules:\n" RULE_HEAD("r") "    message: No.\n"
                                                "    check: {count: animal, message: %s, max: 2}\n",
            rows[i].written);
        rules = load(text);
        assert_non_null(rules);
        rb_buffer_init(&out);
        assert_true(rb_about_key(rules, 0, "check", &out));
        rb_buffer_putc(&out, '\0');
        assert_string_equal(out.ptr, rows[i].shown);
        rb_buffer_free(&out);
        rb_rules_free(rules);
    }
}

/* Nothing is told of what there is not. */
static void test_past_the_end(void **state)
{
    ringback_rules *rules = load(RULES);
    struct rb_buffer out, more;

    (void)state;
    assert_non_null(rules);
    rb_buffer_init(&out);
    rb_buffer_init(&more);
    assert_false(rb_about_key(rules, 9, "title", &out));
    assert_false(rb_about_fact_key(rules, 99, "phrases", &out));
    assert_false(rb_about_style_key(rules, 99, "doc", &out));
    assert_false(rb_about_example(rules, 9, true, 0, &out, &more));
    assert_false(rb_about_example(rules, 0, true, 99, &out, &more));
    assert_int_equal(out.len + more.len, 0);
    assert_int_equal(rb_about_off(rules, 99, 0).line, 0);
    assert_int_equal(rb_about_off(rules, 0, 99).line, 0);
    assert_int_equal(rb_about_fact_place(rules, 99).line, 0);
    assert_int_equal(rb_about_style_place(rules, 99).line, 0);
    assert_int_equal(rb_about_set_place(rules, 99).line, 0);
    assert_false(rb_about_looks_at(rules, 99, 0));
    assert_int_equal(rb_about_value(rules, 99, 0).len, 0);
    assert_int_equal(rb_about_value(rules, 0, 99).len, 0);
    assert_int_equal(rb_rules_style_name(rules, 99).len, 0);
    assert_int_equal(rb_rules_style_doc(rules, 99).len, 0);
    assert_int_equal(rb_rules_fact_doc(rules, 99).len, 0);
    assert_int_equal(rb_rules_fact_example(rules, 99, true, 0).len, 0);
    assert_int_equal(rb_rules_example(rules, 99, true, 0).len, 0);
    assert_int_equal(rb_rules_example(rules, 0, true, 99).len, 0);
    rb_buffer_free(&out);
    rb_buffer_free(&more);
    rb_rules_free(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_sets),
        cmocka_unit_test(test_quotes),
        cmocka_unit_test(test_past_the_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
