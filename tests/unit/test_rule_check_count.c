#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

#define COUNT(keys) "    message: \"{count}\"\n    check: {count: " keys "}\n"

static void test_least(void **state)
{
    (void)state;
    assert_string_equal(check(COUNT("fruit, min: 2"), "An apple."), "r@9-9 3 1");
    assert_string_equal(check(COUNT("fruit, min: 2"), "An apple, a lemon."), "");
    assert_string_equal(check(COUNT("fruit, min: 1"), ""), "r@0-0 3 0");
}

static void test_most(void **state)
{
    (void)state;
    assert_string_equal(check(COUNT("fruit, max: 0"), "A cat."), "");
    assert_string_equal(check(COUNT("fruit, max: 0"), "An apple, a lemon."),
                        "r@3-8 3 2; r@12-17 0 2");
    assert_string_equal(check(COUNT("fruit, max: 1"), "An apple, a lemon."), "r@12-17 3 2");
}

static void test_what(void **state)
{
    (void)state;
    assert_string_equal(check(COUNT("[fruit, animal], max: 1"), "A cat, a lemon."), "r@9-14 3 2");
    assert_string_equal(check(COUNT("{fact: fruit, value: sour}, max: 0"), "An apple, a lemon."),
                        "r@12-17 3 1");
    assert_string_equal(
        check(COUNT("{fact: fruit, value: [sweet, sour]}, max: 1"), "An apple, a lemon, a rind."),
        "r@12-17 3 2");
    assert_string_equal(check(COUNT("{phrases: [red (barn|house)]}, max: 0"), "A red house."),
                        "r@2-11 3 1");
    /* Two items of one fact are its values together; one without values is all of it. */
    assert_string_equal(
        check(COUNT("[{fact: fruit, value: sweet}, {fact: fruit, value: sour}], max: 1"),
              "An apple, a lemon, a rind."),
        "r@12-17 3 2");
    assert_string_equal(check(COUNT("[{fact: fruit, value: sweet}, fruit], max: 0"), "A rind."),
                        "r@2-6 3 1");
}

static void test_where(void **state)
{
    (void)state;
    assert_string_equal(check(COUNT("fruit, min: 1, where: first sentence"), "A cat. A pear."),
                        "r@14-14 3 0");
    assert_string_equal(check(COUNT("fruit, min: 1, where: last 1 sentence"), "A cat. A pear."),
                        "");
    assert_string_equal(check(COUNT("fruit, max: 0, where: first sentence"), "A cat. A pear."), "");
}

static void test_same(void **state)
{
    (void)state;
    assert_string_equal(
        check(COUNT("number, same: value, min: 2"), "Call 555 814 0142 or 555 377 0199."),
        "r@34-34 3 1");
    assert_string_equal(
        check(COUNT("number, same: value, min: 2"), "Call 555 814 0142. Again, (555) 814-0142."),
        "");
    assert_string_equal(
        check(COUNT("number, same: value, min: 2"), "Call 555 814 0142. Again, 555 814 0124."),
        "r@39-39 3 1");
    assert_string_equal(check(COUNT("number, same: value, nearly: true, min: 2"),
                              "Call 555 814 0142. Again, 555 814 0124."),
                        "");
    assert_string_equal(
        check(COUNT("number, same: value, max: 1"), "Call 555 814 0142. Again, 555 814 0142."),
        "r@26-38 3 2");
}

static void test_distinct(void **state)
{
    (void)state;
    assert_string_equal(
        check(COUNT("number, distinct: value, max: 1"), "Call 555 814 0142 or 555 377 0199."),
        "r@21-33 3 2");
    assert_string_equal(
        check(COUNT("number, distinct: value, max: 1"), "Call 555 814 0142 or 555 814 0142."), "");
    /* Without a value the words are what is compared. */
    assert_string_equal(check(COUNT("animal, distinct: value, min: 2"), "A cat and a cat."),
                        "r@16-16 3 1");
    assert_string_equal(check(COUNT("animal, distinct: value, min: 2"), "A cat and a dog."), "");
}

static void test_groups(void **state)
{
    const char *rule = "    message: \"{value} beside {other}\"\n"
                       "    points: {first: 5, each: 3}\n"
                       "    check: {count: fruit, groups: {eaten: [sweet, bitter]}, max: 1}\n";
    char yaml[4096];
    struct rb_known k = known("standard");

    (void)state;
    /* The keys of RULE_HEAD would stand twice. */
    yaml[0] = '\0';
    put(yaml, sizeof yaml,
        "%srules:\n  r:\n    title: T\n    family: f\n    why: W\n    severity: error\n"
        "    examples: {bad: [a], good: [b]}\n%s",
        TOY_FACTS, rule);
    assert_string_equal(verdict_known(yaml, "An apple and a rind.", &k), "");
    assert_string_equal(verdict_known(yaml, "A lemon and a lime.", &k), "");
    /* The group that the rule names stays, wherever it stands. */
    assert_string_equal(verdict_known(yaml, "A lemon and a pear.", &k), "r@2-7 5 sour beside pear");
}

static void test_bounded(void **state)
{
    /* More values than are told apart: each further one counts as one more. */
    static char text[20000];
    size_t n = 0;

    (void)state;
    for (unsigned i = 0; i < 200; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "Call 555 %03u %04u. ", 200 + i,
                              (i * 7919 + 13) % 10000);
    assert_non_null(strstr(check(COUNT("number, distinct: value, max: 60"), text), " 3 "));
}

static void test_faults(void **state)
{
    (void)state;
    assert_string_equal(check(COUNT("fruit"), "x"),
                        "a.yaml:26:13: \"count\" needs \"min\" or \"max\"");
    assert_string_equal(
        check(COUNT("fruit, min: 0"), "x"),
        "a.yaml:26:32: a count is never less than 0: this check can never be broken");
    assert_string_equal(check(COUNT("fruit, min: 3, max: 2"), "x"),
                        "a.yaml:26:32: min is more than max: this check can never be kept");
    assert_string_equal(
        check(COUNT("fruit, same: value, distinct: value, min: 2"), "x"),
        "a.yaml:26:13: \"count\" needs only one of \"same\", \"distinct\" or \"groups\"");
    assert_string_equal(check(COUNT("fruit, min: lots"), "x"),
                        "a.yaml:26:32: \"lots\" is no whole number");
    assert_string_equal(check(COUNT("fruti, min: 1"), "x"),
                        "a.yaml:26:20: there is no fact \"fruti\": did you mean \"fruit\"?");
    assert_string_equal(check(COUNT("{fact: fruit, value: sor}, min: 1"), "x"),
                        "a.yaml:26:41: no \"fruit\" has the value \"sor\": did you mean "
                        "\"sour\"?");
    assert_string_equal(
        check(COUNT("{fact: fruit, phrases: [x]}, min: 1"), "x"),
        "a.yaml:26:20: what a check looks at needs only one of \"fact\" or \"phrases\"");
    assert_string_equal(check(COUNT("fruit, begins: first sentence, min: 1"), "x"),
                        "a.yaml:26:27: \"begins\" belongs to place");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_least),  cmocka_unit_test(test_most),
        cmocka_unit_test(test_what),   cmocka_unit_test(test_where),
        cmocka_unit_test(test_same),   cmocka_unit_test(test_distinct),
        cmocka_unit_test(test_groups), cmocka_unit_test(test_bounded),
        cmocka_unit_test(test_faults),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
