/* The rules as text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <ringback.h>
#include <string.h>

static ringback_rules *rules;
static char text[65536];
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
    ringback_rule rule;
    char id[64];

    (void)state;
    for (size_t i = 0; ringback_rules_at(rules, i, &rule); i++) {
        assert_true(id_of(&rule, id));
        len = 0;
        assert_int_equal(ringback_rules_explain(rules, id, NULL, gather, NULL, NULL), RINGBACK_OK);
        assert_memory_equal(text, id, strlen(id));
        assert_non_null(strstr(text, "\n  bad "));
        assert_non_null(strstr(text, "\n  good "));
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
        cmocka_unit_test(printable_text_is_safe),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
