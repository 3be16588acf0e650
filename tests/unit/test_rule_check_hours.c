#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

#define HOURS(keys) "    message: \"{quote} {dial_at} || {quote}\"\n    check: {hours: " keys "}\n"

/* A fact whose words are a time: the toys have none. */
static const char *check_time(const char *keys, const char *text)
{
    static char yaml[4096];
    struct rb_known k = known("standard");

    yaml[0] = '\0';

    put(yaml, sizeof yaml,
        "facts:\n  time:\n    doc: A time.\n    phrases: ['when >>']\n"
        "    examples: {is: [\"«when x»\"]}\nrules:\n%s    message: \"{quote}\"\n"
        "    check: {hours: time, %s}\n",
        RULE_HEAD("r"), keys);
    return verdict_known(yaml, text, &k);
}

static void test_facts(void **state)
{
    (void)state;
    assert_string_equal(check_time("outside: [09:00, 17:00]", "When at 8:59."), "");
    assert_string_equal(check_time("outside: [09:00, 17:00]", "When at 9:00."),
                        "r@0-12 3 When at 9:00");
    assert_string_equal(check_time("outside: [09:00, 17:00]", "When at 17:00."), "");
    assert_string_equal(check_time("inside: [09:00, 17:00]", "When at 8:59."),
                        "r@0-12 3 When at 8:59");
    assert_string_equal(check_time("inside: [09:00, 17:00]", "When at noon."), "");
    /* What is no time of day is not judged. */
    assert_string_equal(check_time("outside: [09:00, 17:00]", "When on Friday."), "");
}

static void test_dial(void **state)
{
    struct rb_known k = known("standard");

    (void)state;
    assert_string_equal(check_known(HOURS("dial_at, outside: [09:00, 17:00]"), "A cat.", &k), "");
    k.dial_minute = 9 * 60 + 5;
    assert_string_equal(check_known(HOURS("dial_at, outside: [09:00, 17:00]"), "A cat.", &k),
                        "r@6-6 3 A title");
    assert_string_equal(check_known("    message: \"at {dial_at}\"\n    anchor: start\n"
                                    "    check: {hours: dial_at, outside: [09:00, 17:00]}\n",
                                    "A cat.", &k),
                        "r@0-0 3 at 9:05");
    k.dial_minute = 17 * 60;
    assert_string_equal(check_known(HOURS("dial_at, outside: [09:00, 17:00]"), "A cat.", &k), "");
}

static void test_faults(void **state)
{
    (void)state;
    assert_string_equal(check(HOURS("fruit"), "x"),
                        "a.yaml:26:13: \"hours\" needs either \"outside\" or \"inside\"");
    assert_non_null(strstr(check(HOURS("fruit, outside: [9, 17]"), "x"),
                           "\"outside\" is two times of day, such as [09:00, 17:00]"));
    assert_non_null(
        strstr(check(HOURS("fruit, outside: [17:00, 09:00]"), "x"), "two times of day"));
    assert_non_null(strstr(check(HOURS("fruit, inside: [09:00, 25:00]"), "x"), "two times of day"));
    assert_non_null(strstr(check(HOURS("fruit, inside: [09:00]"), "x"), "two times of day"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_facts),
        cmocka_unit_test(test_dial),
        cmocka_unit_test(test_faults),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
