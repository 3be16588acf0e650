/* The run of the examples that rules and facts carry: test.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

static size_t n_run, n_failed;

/* The failures of a file's examples. */
static const char *failures(const char *yaml)
{
    ringback_rules *rules = load(yaml);
    struct rb_errors errs = {.report = say_error};
    ringback_error err;

    if (!rules)
        return said;
    said[0] = '\0';
    assert_int_equal(rb_rules_test(rules, &errs, &n_run, &n_failed, &err), RINGBACK_OK);
    assert_int_equal(errs.count, n_failed);
    rb_rules_free(rules);
    return said;
}

#define FACT(examples) "facts: {pet: {doc: A pet., phrases: [cat, dog], examples: " examples "}}\n"

static void test_facts(void **state)
{
    (void)state;
    assert_string_equal(failures(FACT("{is: [\"A «cat», a «dog».\"], is_not: [A cow.]}")), "");
    assert_int_equal(n_run, 2);
    assert_int_equal(n_failed, 0);
    assert_string_equal(failures(FACT("{is: [\"A «cat», a dog.\"]}")),
                        "a.yaml:1:65: the fact \"pet\": should be found: «cat»; is found: «cat», "
                        "«dog»");
    assert_int_equal(n_failed, 1);
    assert_string_equal(failures(FACT("{is: [\"«A cat».\"]}")),
                        "a.yaml:1:65: the fact \"pet\": should be found: «A cat»; is found: «cat»");
    assert_string_equal(failures(FACT("{is: [\"A «cow».\"]}")),
                        "a.yaml:1:65: the fact \"pet\": should be found: «cow»; is found: nothing");
    assert_string_equal(failures(FACT("{is: [\"A «cat».\"], is_not: [A dog.]}")),
                        "a.yaml:1:87: the fact \"pet\": should be found: nothing; is found: «dog»");
}

static void test_marks(void **state)
{
    (void)state;
    assert_string_equal(failures(FACT("{is: [A cat.]}")),
                        "a.yaml:1:65: this sentence has no guillemets: they mark what is found");
    assert_string_equal(failures(FACT("{is: [\"A «cat.\"]}")),
                        "a.yaml:1:65: the guillemets in this sentence do not pair");
    assert_string_equal(failures(FACT("{is: [\"A »cat«.\"]}")),
                        "a.yaml:1:65: the guillemets in this sentence do not pair");
    assert_string_equal(failures(FACT("{is: [\"A ««cat»».\"]}")),
                        "a.yaml:1:65: the guillemets in this sentence do not pair");
}

/* A rule that allows no pets, with its examples. */
static const char *petless(const char *keys, const char *examples)
{
    static char yaml[4096];

    yaml[0] = '\0';

    put(yaml, sizeof yaml,
        FACT("{is: [\"A «cat».\"]}") "rules:\n"
                                     "  petless:\n"
                                     "    title: T\n    family: f\n    why: W\n"
                                     "    severity: error\n    points: 1\n"
                                     "    message: m\n"
                                     "    %s\n"
                                     "    check: {count: pet, max: 0}\n"
                                     "    examples: %s\n",
        keys, examples);
    return failures(yaml);
}

static void test_rules(void **state)
{
    (void)state;
    assert_string_equal(petless("", "{bad: [A cat.], good: [A cow.]}"), "");
    assert_int_equal(n_run, 3);
    assert_string_equal(
        petless("", "{bad: [A cow.], good: [A cow.]}"),
        "a.yaml:12:22: the rule \"petless\": this bad example does not break it (it "
        "is kept); it breaks no rule; is found: nothing");
    assert_string_equal(petless("", "{bad: [A cat.], good: [A dog.]}"),
                        "a.yaml:12:38: the rule \"petless\": this good example breaks it at «dog»; "
                        "is found: pet «dog»");
    assert_string_equal(
        petless("when: {words: 9}", "{bad: [A cat.], good: [A dog.]}"),
        "a.yaml:12:22: the rule \"petless\": this bad example does not break it (it "
        "does not apply); it breaks no rule; is found: pet «cat»");
}

static void test_options(void **state)
{
    (void)state;
    assert_string_equal(petless("when: {known: dial_at}",
                                "{bad: [{text: A cat., dial_at: \"09:00\"}], good: [A cat.]}"),
                        "");
    assert_string_equal(
        petless("when: {known: formal}",
                "{bad: [{text: A cat., address: formal}], good: [{text: A cat., address: any}]}"),
        "");
    assert_string_equal(
        petless("when: {known: final}",
                "{bad: [{text: A cat., status: final}], good: [{text: A cat., status: draft}]}"),
        "");
    assert_string_equal(petless("when: [{known: measured_seconds}, {seconds: 40}]",
                                "{bad: [{text: A cat., measured_seconds: 40.5}], "
                                "good: [{text: A cat., measured_seconds: 39}]}"),
                        "");
    assert_string_equal(petless("when: [{known: from}, {known: to}, {known: company}]",
                                "{bad: [{text: A cat., from: A, to: B, company: C}], "
                                "good: [{text: A cat., from: A}]}"),
                        "");
    assert_string_equal(petless("when: {seconds: 1}",
                                "{bad: [{text: A black cat is here., pace: 80}], "
                                "good: [{text: A cat., pace: 300}]}"),
                        "");
}

static void test_place(void **state)
{
    (void)state;
    assert_string_equal(petless("", "{bad: [{text: \"A cat, a dog.\", at: cat}], good: [A cow.]}"),
                        "");
    assert_string_equal(
        petless("", "{bad: [{text: \"A cat, a dog.\", at: dog}], good: [A cow.]}"),
        "a.yaml:12:22: the rule \"petless\" should mark «dog» here, but marks «cat»");
}

static void test_style(void **state)
{
    /* In the style it names, else in the rule's own, else in the standard one. */
    const char *yaml =
        FACT("{is: [\"A «cat».\"]}") "styles:\n"
                                     "  zoo: {doc: A zoo., rules: {petless: {check: {max: 1}}}}\n"
                                     "rules:\n" RULE_HEAD("needs-pet") "    style: zoo\n"
                                                                       "    message: m\n"
                                                                       "    check: {count: pet, "
                                                                       "min: 1}\n"
                                                                       "  petless:\n"
                                                                       "    title: T\n"
                                                                       "    family: f\n"
                                                                       "    why: W\n"
                                                                       "    severity: error\n"
                                                                       "    points: 1\n"
                                                                       "    message: m\n"
                                                                       "    check: {count: pet, "
                                                                       "max: 0}\n"
                                                                       "    examples: {bad: [A "
                                                                       "cat.], good: [{text: A "
                                                                       "cat., style: zoo}]}\n";

    (void)state;
    /* RULE_HEAD's examples: "a" lacks a pet, as a bad one should, and so does "b". */
    assert_string_equal(
        failures(yaml),
        "a.yaml:11:33: the rule \"needs-pet\": this good example breaks it at «»; is "
        "found: nothing");
}

static void test_faulty_options(void **state)
{
    (void)state;
    assert_string_equal(petless("", "{bad: [{text: A cat., dial_at: nine}], good: [b]}"),
                        "a.yaml:12:46: \"nine\" is no time of day, such as \"08:30\"");
    assert_string_equal(petless("", "{bad: [{text: A cat., style: zoo}], good: [b]}"),
                        "a.yaml:12:44: there is no style \"zoo\"");
    assert_string_equal(petless("", "{bad: [{dial_at: \"09:00\"}], good: [b]}"),
                        "a.yaml:12:22: an example lacks \"text\": the draft");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_facts),          cmocka_unit_test(test_marks),
        cmocka_unit_test(test_rules),          cmocka_unit_test(test_options),
        cmocka_unit_test(test_place),          cmocka_unit_test(test_style),
        cmocka_unit_test(test_faulty_options),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
