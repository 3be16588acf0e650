/* The rules as text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <ringback.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"

static ringback_rules *rules;
static char text[1 << 18];
static size_t len;

static bool gather(void *ctx, const char *data, size_t size)
{
    (void)ctx;
    if (size >= sizeof text - len)
        return false;
    memcpy(text + len, data, size);
    len += size;
    text[len] = '\0';
    return true;
}

static int set_up(void **state)
{
    (void)state;
    return ringback_rules_load(NULL, 0, NULL, NULL, &rules, NULL) == RINGBACK_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    ringback_rules_free(rules);
    return 0;
}

static bool id_of(const ringback_rule *rule, char id[64])
{
    if (rule->id.len >= 64)
        return false;
    memcpy(id, rule->id.ptr, rule->id.len);
    id[rule->id.len] = '\0';
    return true;
}

static void the_list_has_every_rule(void **state)
{
    ringback_rule rule;
    char id[64];

    (void)state;
    len = 0;
    assert_int_equal(ringback_rules_list(rules, NULL, gather, NULL, NULL), RINGBACK_OK);
    for (size_t i = 0; ringback_rules_at(rules, i, &rule); i++) {
        assert_true(id_of(&rule, id));
        assert_non_null(strstr(text, id));
    }
}

/* A page for each rule: why, an example of each kind, and where it stands. */
static void every_rule_has_a_page(void **state)
{
    static const char *const heads[] = {
        "\nWhat it asks\n",    "\nWhy\n",        "\nGood\n", "\nBad\n",
        "\nPoints and when\n", "\nTurn it off\n"};
    ringback_rule rule;
    char id[64];

    (void)state;
    for (size_t i = 0; ringback_rules_at(rules, i, &rule); i++) {
        assert_true(id_of(&rule, id));
        len = 0;
        assert_int_equal(ringback_rules_explain(rules, id, NULL, gather, NULL, NULL), RINGBACK_OK);
        assert_memory_equal(text, id, strlen(id));
        for (size_t k = 0; k < sizeof heads / sizeof heads[0]; k++)
            assert_non_null(strstr(text, heads[k]));
        assert_non_null(strstr(strstr(text, "\nGood\n"), "\n  + "));
        assert_non_null(strstr(strstr(text, "\nBad\n"), "\n  - "));
        assert_non_null(strstr(text, ".yaml:"));
    }
}

static void narrow_pages_are_narrow(void **state)
{
    ringback_report_options options = RINGBACK_REPORT_OPTIONS_INIT;

    (void)state;
    options.width = 40;
    options.unicode = false;
    len = 0;
    assert_int_equal(ringback_rules_list(rules, &options, gather, NULL, NULL), RINGBACK_OK);
    assert_int_equal(ringback_rules_explain(rules, "vague", &options, gather, NULL, NULL),
                     RINGBACK_OK);
    for (const char *line = text; *line; line = strchr(line, '\n') + 1)
        assert_in_range(strcspn(line, "\n"), 0, 40);
}

static void documents_are_whole(void **state)
{
    ringback_report_options options = RINGBACK_REPORT_OPTIONS_INIT;
    static const char *const names[] = {"no-cliche", "vague", "ask", NULL};

    (void)state;
    options.json = true;
    for (size_t i = 0; i < 4; i++) {
        struct rb_arena arena;
        struct rb_json *root;
        char why[128];

        len = 0;
        assert_int_equal(names[i]
                             ? ringback_rules_explain(rules, names[i], &options, gather, NULL, NULL)
                             : ringback_rules_list(rules, &options, gather, NULL, NULL),
                         RINGBACK_OK);
        assert_int_equal(text[len - 1], '\n');
        rb_arena_init(&arena);
        assert_true(rb_json_parse(&arena, rb_slice_of(text, len), why, sizeof why, &root));
        assert_non_null(rb_json_get(root, names[i] ? "is" : "rules"));
        rb_arena_free(&arena);
    }
}

/* A team's file on top: what it changes is told with its place. */
static void provenance_is_told(void **state)
{
    static const char yaml[] = "rules:\n  no-title: off\n  hook: {severity: warning}\n"
                               "styles:\n  vague:\n    rules: {number-given: {points: 3}}\n";
    const ringback_source file = {"house.yaml", yaml, sizeof yaml - 1};
    ringback_rules *own = NULL;

    (void)state;
    len = 0;
    assert_int_equal(ringback_rules_load(&file, 1, NULL, NULL, &own, NULL), RINGBACK_OK);
    assert_int_equal(ringback_rules_list(own, NULL, gather, NULL, NULL), RINGBACK_OK);
    assert_non_null(strstr(text, "; off: house.yaml:2"));
    assert_non_null(strstr(text, "; severity: house.yaml:3"));
    assert_non_null(strstr(text, "vague: error, 3 points"));
    len = 0;
    assert_int_equal(ringback_rules_explain(own, "number-given", NULL, gather, NULL, NULL),
                     RINGBACK_OK);
    assert_non_null(strstr(text, "in the style vague: error, 3 points"));
    ringback_rules_free(own);
}

static const char house[] = "sets:\n"
                            "  rival: [Acme, Globex]\n"
                            "  idle: [unused thing]\n"
                            "facts:\n"
                            "  rival_name:\n"
                            "    doc: A rival is named.\n"
                            "    sets: {spare: [x y]}\n"
                            "    phrases: {plain: [<rival>], odd: [that other firm]}\n"
                            "    not: [acme of perfection]\n"
                            "    patterns: ['\\bAC-[0-9]+\\b']\n"
                            "    examples: {is: [\"Unlike «Acme».\"]}\n"
                            "rules:\n"
                            "  no-rival:\n"
                            "    title: Name no rival\n"
                            "    family: house\n"
                            "    why: It helps them.\n"
                            "    severity: error\n"
                            "    points: 4\n"
                            "    message: You name a rival.\n"
                            "    check: [{count: rival_name, max: 0}, {limit: words, max: 500}]\n"
                            "    examples: {bad: [We beat Acme.], good: [We beat them.]}\n";

static ringback_test_outcome try_house(const char *yaml, bool json)
{
    const ringback_source file = {"house.yaml", yaml, strlen(yaml)};
    ringback_test_options options = RINGBACK_TEST_OPTIONS_INIT;
    ringback_test_outcome outcome;
    ringback_rules *own = NULL;

    options.coverage = true;
    options.json = json;
    len = 0;
    assert_int_equal(ringback_rules_load(&file, 1, NULL, NULL, &own, NULL), RINGBACK_OK);
    assert_int_equal(ringback_rules_test_report(own, &options, gather, NULL, &outcome, NULL),
                     RINGBACK_OK);
    ringback_rules_free(own);
    return outcome;
}

/* Of a team's file only: what no example needs is told in its order. */
static void what_no_example_needs(void **state)
{
    ringback_test_outcome outcome = try_house(house, false);
    char last[120];

    (void)state;
    assert_int_equal(outcome.failed, 0);
    assert_int_equal(outcome.unused, 6);
    (void)snprintf(
        last, sizeof last,
        "%zu examples, 0 failed; 6 of %zu phrases, patterns, cues, checks and sets unused\n",
        outcome.examples, outcome.parts);
    assert_non_null(strstr(text, last));
    *strstr(text, last) = '\0';
    assert_string_equal(
        text,
        "house.yaml:3:3: no phrase refers to this set: idle\n"
        "house.yaml:7:12: rival_name: no phrase refers to this set: spare\n"
        "house.yaml:8:39: rival_name: no example makes use of this phrase: that other firm\n"
        "house.yaml:9:11: rival_name: no example makes use of this phrase: acme of perfection\n"
        "house.yaml:10:16: rival_name: no example makes use of this pattern: \\bAC-[0-9]+\\b\n"
        "house.yaml:20:42: no-rival: no bad example breaks this check: limit\n");
}

static void failures_are_told(void **state)
{
    static const char bad[] = "rules: {no-title: {examples: {bad: [Call me.]}}}\n";
    struct rb_arena arena;
    struct rb_json *root;
    const struct rb_json *failure;
    char why[128];

    (void)state;
    assert_int_equal(try_house(bad, true).failed, 1);
    rb_arena_init(&arena);
    assert_true(rb_json_parse(&arena, rb_slice_of(text, len), why, sizeof why, &root));
    failure = rb_json_get(root, "failures")->child;
    assert_true(rb_slice_is(rb_json_get(failure, "rule")->text, "no-title"));
    assert_true(rb_slice_is(rb_json_get(failure, "text")->text, "Call me."));
    assert_true(rb_slice_is(rb_json_get(failure, "line")->text, "1"));
    assert_non_null(rb_json_get(failure, "breaks")->child);
    rb_arena_free(&arena);
    assert_int_equal(try_house(bad, false).failed, 1);
    assert_non_null(strstr(text,
                           "house.yaml:1:37: the rule \"no-title\": this bad example does not "
                           "break it (it is kept); it breaks: "));
    assert_non_null(strstr(text, ", number-given"));
}

static void unknown_names_are_told(void **state)
{
    ringback_error err;

    (void)state;
    len = 0;
    assert_int_equal(ringback_rules_explain(rules, "number-twize", NULL, gather, NULL, &err),
                     RINGBACK_ERR_USAGE);
    assert_non_null(strstr(err.message, "did you mean 'number-twice'?"));
    assert_int_equal(len, 0);
    assert_int_equal(ringback_rules_explain(rules, "quite-another-thing", NULL, gather, NULL, &err),
                     RINGBACK_ERR_USAGE);
    assert_null(strstr(err.message, "did you mean"));
    assert_int_equal(ringback_rules_explain(rules, NULL, NULL, gather, NULL, NULL),
                     RINGBACK_ERR_USAGE);
}

static void printable_text_is_safe(void **state)
{
    (void)state;
    len = 0;
    assert_true(ringback_printable((ringback_str){"a\x1b[2J\n", 6}, gather, NULL));
    assert_string_equal(text, "a\\x1b[2J ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_list_has_every_rule), cmocka_unit_test(every_rule_has_a_page),
        cmocka_unit_test(narrow_pages_are_narrow), cmocka_unit_test(unknown_names_are_told),
        cmocka_unit_test(printable_text_is_safe),  cmocka_unit_test(documents_are_whole),
        cmocka_unit_test(provenance_is_told),      cmocka_unit_test(what_no_example_needs),
        cmocka_unit_test(failures_are_told),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
