#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

/* As RULE_HEAD, but for the points. */
#define HEAD                                                                                       \
    "rules:\n"                                                                                     \
    "  r:\n"                                                                                       \
    "    title: A title\n"                                                                         \
    "    family: tries\n"                                                                          \
    "    why: Because.\n"                                                                          \
    "    severity: error\n"                                                                        \
    "    examples: {bad: [a], good: [b]}\n"
#define PLAIN "    points: 3\n    message: No.\n"
#define CAT "    check: {count: animal, max: 0}\n"
#define PLAIN_MESSAGE "    message: No.\n"

/* What may be there so many times: `each` is repeated, with its number for "#". */
struct limit {
    uint32_t most;
    const char *before, *each, *after, *error;
};

static const struct limit limits[] = {
    {16,
     "    message: No.\n    check: {limit: words, max: 3}\n    points: {each: 1, per: 1, steps: [",
     "{over: 1#},", "]}\n", "more than 16 steps"},
    {32, PLAIN "    check: {count: fruit, max: 0, groups: {", "g#: [sweet],", "}}\n",
     "more than 32 groups"},
    {16, PLAIN "    check: [", "{count: animal, max: 0},", "]\n", "more than 16 checks"},
    {200, PLAIN "    check: {count: [", "animal,", "], max: 0}\n", "more than 200 facts"},
    {1000, PLAIN "    check: {count: {fact: fruit, value: [", "sour,", "]}, max: 0}\n",
     "more than 1000 values"},
    {32, PLAIN "    check: {place: animal, begins: [", "first 2 sentences,", "]}\n",
     "more than 32 windows"},
    /* Text and a field are two parts; a first alternative and a first form stand before the bars.
     */
    {32, "    points: 3\n" CAT "    message: \"", "a{count}", "\"\n",
     "more than 64 parts in a message"},
    {7, "    points: 3\n" CAT "    message: \"x", "||a", "\"\n", "more than 8 alternatives"},
    {3, "    points: 3\n" CAT "    message: \"{count:x", "|a", "}\"\n", "at most 4 forms"},
};

static const char *made(const struct limit *l, size_t n)
{
    static char yaml[65536];
    size_t at = (size_t)snprintf(yaml, sizeof yaml, "%s%s%s", TOY_FACTS, HEAD, l->before);

    for (size_t i = 0; i < n; i++)
        for (const char *c = l->each; *c; c++) {
            assert_true(at + 8 < sizeof yaml);
            if (*c == '#')
                at += (size_t)snprintf(yaml + at, sizeof yaml - at, "%04zu", i);
            else
                yaml[at++] = *c;
        }
    (void)snprintf(yaml + at, sizeof yaml - at, "%s", l->after);
    return yaml;
}

static void test_limits(void **state)
{
    (void)state;
    for (const struct limit *l = limits; l < limits + sizeof limits / sizeof *limits; l++) {
        ringback_rules *rules = load(made(l, l->most));

        if (!rules)
            fail_msg("%u of %s: %s", (unsigned)l->most, l->each, said);
        rb_rules_free(rules);
        assert_null(load(made(l, l->most + 1)));
        if (!strstr(said, l->error))
            fail_msg("one more than %u of %s: %s", (unsigned)l->most, l->each, said);
    }
}

/* All rules together. */
static void test_similar(void **state)
{
    struct limit all = {0, PLAIN "    check: [", "{similar: 60},",
                        "]\n" RULE_HEAD("s") "    message: No.\n" CAT, NULL};
    ringback_rules *rules = load(made(&all, 16));

    (void)state;
    assert_non_null(rules);
    rb_rules_free(rules);
    all.after = "]\n" RULE_HEAD("s") "    message: No.\n    check: {similar: 60}\n";
    rules = load(made(&all, 15));
    assert_non_null(rules);
    rb_rules_free(rules);
    assert_null(load(made(&all, 16)));
    assert_non_null(strstr(said, "more than 16 checks for what is similar"));
}

static void test_ranges(void **state)
{
    (void)state;
    assert_non_null(strstr(check(PLAIN_MESSAGE "    check: {limit: words, min: 4, max: 3}\n", "x"),
                           ": min is more than max: this check can never be kept"));
    assert_string_equal(
        check(PLAIN_MESSAGE "    check: {limit: words, min: 3, max: 3}\n", "a cat sat"), "");
    assert_non_null(strstr(check(PLAIN_MESSAGE CAT "    when: {words: {min: 4, max: 3}}\n", "x"),
                           "min is more than max: it can never be so"));
    assert_non_null(
        strstr(check(PLAIN_MESSAGE CAT "    when: {count: fruit, min: 4, max: 3}\n", "x"),
               "min is more than max: it can never be so"));
    assert_non_null(strstr(check(PLAIN_MESSAGE "    check: {similar: 101}\n", "x"),
                           "\"similar\" is a percentage from 1 to 100"));
    assert_non_null(strstr(check(PLAIN_MESSAGE "    check: {similar: 0}\n", "x"),
                           "\"similar\" is a percentage from 1 to 100"));
}

static void test_per(void **state)
{
    static const struct limit zero = {0, "    message: No.\n    check: {limit: words, max: 3}\n",
                                      "", "    points: {first: 1, each: 1, per: 0}\n", NULL};

    (void)state;
    assert_null(load(made(&zero, 0)));
    assert_non_null(strstr(said, "\"per\" must be more than 0"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_similar),
        cmocka_unit_test(test_ranges),
        cmocka_unit_test(test_per),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
