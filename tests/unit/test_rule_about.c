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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_sets),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
