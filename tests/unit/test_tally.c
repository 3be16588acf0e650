#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fact/tally.h"
#include "rule_fixture.h"

static const char yaml[] = "sets: {dish: [soup, (green|red) stew]}\n"
                           "facts:\n"
                           "  meal:\n"
                           "    doc: A meal.\n"
                           "    phrases: [eat~ <dish>, stew only]\n"
                           "    not: [eat soup slowly]\n"
                           "    patterns: ['\\bM-[0-9]\\b']\n"
                           "    clauses:\n"
                           "      at_least: 9\n"
                           "      cues: {a spoon: {points: 1, phrases: [with a spoon]}}\n"
                           "    examples: {is: [\"«Eat soup».\"]}\n";

static ringback_rules *rules;
static struct rb_tally *tally;

/* How often the part of this text was of use; -1: there is no such part that is counted. */
static long count_of(const char *text, enum rb_part_kind kind)
{
    struct rb_part_info part;
    uint32_t count;

    for (size_t i = 0; rb_tally_at(tally, i, &part, &count); i++)
        if (count != UINT32_MAX && part.kind == kind && rb_slice_is(part.text, text)) {
            assert_string_equal(part.place.source, "a.yaml");
            assert_true(rb_slice_is(part.owner, "meal"));
            return (long)count;
        }
    return -1;
}

static void watch(const char *text, bool counted)
{
    struct rb_finder *finder = rb_finder_new(rb_rules_lexicon(rules));
    struct rb_known k = known("standard");
    ringback_result *result;

    rb_finder_watch(finder, counted ? tally : NULL);
    assert_int_equal(rb_judge(rules, finder, rb_slice_str(text), &k, &result, NULL), RINGBACK_OK);
    rb_result_free(result);
    rb_finder_free(finder);
}

static void test_counts(void **state)
{
    (void)state;
    rules = load(yaml);
    assert_non_null(rules);
    tally = rb_tally_new(rb_rules_lexicon(rules));
    assert_int_equal(count_of("eat~ <dish>", RB_PART_PHRASE), 0);
    assert_int_equal(count_of("stew only", RB_PART_PHRASE), 0);
    assert_int_equal(count_of("\\bM-[0-9]\\b", RB_PART_PATTERN), 0);
    assert_int_equal(count_of("a spoon", RB_PART_CUE), 0);
    assert_int_equal(count_of("eat soup slowly", RB_PART_HELPER), 0);
    /* A member of a group or set is not counted. */
    assert_int_equal(count_of("green", RB_PART_PHRASE), -1);

    watch("We eat soup with a spoon. We eat red stew. M-7 it is.", true);
    assert_int_equal(count_of("eat~ <dish>", RB_PART_PHRASE), 2);
    assert_int_equal(count_of("stew only", RB_PART_PHRASE), 0);
    assert_int_equal(count_of("\\bM-[0-9]\\b", RB_PART_PATTERN), 1);
    assert_int_equal(count_of("a spoon", RB_PART_CUE), 1);

    /* What a veto takes away was of no use, but the veto was. */
    watch("We eat soup slowly.", true);
    assert_int_equal(count_of("eat~ <dish>", RB_PART_PHRASE), 2);
    assert_int_equal(count_of("eat soup slowly", RB_PART_HELPER), 1);

    watch("We eat soup.", false);
    assert_int_equal(count_of("eat~ <dish>", RB_PART_PHRASE), 2);
    rb_tally_free(tally);
    rb_rules_free(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_counts)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
