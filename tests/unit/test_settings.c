#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <ringback.h>

static char said[2048];

static void say(void *ctx, const ringback_error *err)
{
    size_t n = strlen(said);

    (void)ctx;
    (void)snprintf(said + n, sizeof said - n, "%s:%u:%u: %s\n", err->source, (unsigned)err->line,
                   (unsigned)err->column, err->message);
}

static bool open_base(void *ctx, const char *path, ringback_source *out, char *reason, size_t size)
{
    static const char base[] = "company: Fern\nrules: house.yaml\n";

    (void)ctx;
    if (strcmp(path, "base.yaml") != 0) {
        (void)snprintf(reason, size, "not there");
        return false;
    }
    *out = (ringback_source){path, base, sizeof base - 1};
    return true;
}

static ringback_settings *load(const char *text)
{
    const ringback_source source = {"t/.ringback.yaml", text, strlen(text)};
    ringback_settings *settings = NULL;
    ringback_status status;

    said[0] = '\0';
    status = ringback_settings_load(&source, open_base, say, NULL, &settings, NULL);
    assert_int_equal(status == RINGBACK_OK, settings != NULL);
    return settings;
}

static const char *values_for(const ringback_settings *settings, const char *path)
{
    ringback_profile *profile;
    ringback_setting s;

    assert_int_equal(ringback_settings_for(settings, path, &profile, NULL), RINGBACK_OK);
    said[0] = '\0';
    for (size_t i = 0; ringback_profile_at(profile, i, &s); i++) {
        size_t n = strlen(said);

        if (s.source.len)
            (void)snprintf(said + n, sizeof said - n, "%.*s=%.*s %.*s %.*s:%u\n", (int)s.key.len,
                           s.key.ptr, (int)s.value.len, s.value.ptr, (int)s.reason.len,
                           s.reason.ptr, (int)s.source.len, s.source.ptr, (unsigned)s.line);
    }
    ringback_profile_free(profile);
    return said;
}

static void every_value_says_where_it_is_from(void **state)
{
    ringback_settings *settings =
        load("extends: ../base.yaml\npace: 140\nexclude: [old/]\nignore: {no-title: she asks}\n"
             "overrides: [{files: \"*.md\", pace: brisk, from: Rob}]\n");
    ringback_setting by;

    (void)state;
    assert_string_equal(values_for(settings, "a.txt"),
                        "pace=140  t/.ringback.yaml:2\ncompany=Fern  base.yaml:1\n"
                        "ignore=no-title she asks t/.ringback.yaml:4\n"
                        "rules=house.yaml  base.yaml:2\nexclude=old/  t/.ringback.yaml:3\n");
    assert_string_equal(values_for(settings, "x/a.md"),
                        "pace=brisk  t/.ringback.yaml:5\nfrom=Rob  t/.ringback.yaml:5\n"
                        "company=Fern  base.yaml:1\n"
                        "ignore=no-title she asks t/.ringback.yaml:4\n"
                        "rules=house.yaml  base.yaml:2\nexclude=old/  t/.ringback.yaml:3\n");
    assert_string_equal(ringback_settings_rules(settings, 0), "house.yaml");
    assert_null(ringback_settings_rules(settings, 1));
    assert_false(ringback_settings_root(settings));
    assert_true(ringback_settings_excludes(settings, "old/a.txt", false, &by));
    assert_int_equal(by.line, 3);
    assert_false(ringback_settings_excludes(settings, "a.txt", false, NULL));
    assert_true(ringback_settings_includes(settings, "q/a.txt"));
    assert_false(ringback_settings_includes(settings, "q/a.c"));
    ringback_settings_free(settings);
}

static void a_profile_gives_options_and_thresholds(void **state)
{
    ringback_settings *settings = load("min_score: 90\nfail_on: never\nstyle: vague\n"
                                       "ignore: {no-title: she asks}\n");
    ringback_profile *profile;
    ringback_thresholds t;
    ringback_options o;

    (void)state;
    assert_int_equal(ringback_settings_for(settings, "a.txt", &profile, NULL), RINGBACK_OK);
    ringback_profile_options(profile, &o);
    assert_string_equal(o.style, "vague");
    assert_int_equal(o.min_score, 90);
    assert_int_equal(o.n_ignore, 1);
    assert_string_equal(o.ignore[0].reason, "she asks");
    t = ringback_profile_thresholds(profile);
    assert_true(t.fail_on_given && t.min_score_given);
    assert_int_equal(t.fail_on, RINGBACK_UNSET);
    assert_int_equal(t.min_score, 90);
    ringback_profile_free(profile);
    ringback_settings_free(settings);
    assert_int_equal(ringback_settings_load(NULL, NULL, NULL, NULL, &settings, NULL), RINGBACK_OK);
    assert_int_equal(ringback_settings_for(settings, "a", &profile, NULL), RINGBACK_OK);
    t = ringback_profile_thresholds(profile);
    assert_false(t.fail_on_given || t.min_score_given);
    assert_int_equal(t.fail_on, RINGBACK_ERROR);
    ringback_profile_free(profile);
    ringback_settings_free(settings);
}

static void names_are_held_against_the_rules(void **state)
{
    ringback_settings *settings = load("style: vagu\nignore: {no-titel: x}\noverrides:\n"
                                       "- files: a\n  style: none\n  ignore: {no-title: y}\n");
    ringback_rules *rules;
    ringback_error err;

    (void)state;
    assert_int_equal(ringback_rules_load(NULL, 0, NULL, NULL, &rules, NULL), RINGBACK_OK);
    assert_int_equal(ringback_settings_verify(settings, rules, say, NULL, &err),
                     RINGBACK_ERR_SETTINGS);
    assert_int_equal(err.line, 1);
    assert_string_equal(
        said, "t/.ringback.yaml:1:8: there is no style “vagu”: did you mean “vague”?\n"
              "t/.ringback.yaml:2:10: there is no rule \"no-titel\" to ignore: did you mean "
              "\"no-title\"?\n"
              "t/.ringback.yaml:5:10: there is no style “none”: did you mean “standard”?\n");
    ringback_settings_free(settings);
    ringback_rules_free(rules);
}

static void errors_are_told(void **state)
{
    const ringback_source source = {"a", "extends: b\n", 11};
    ringback_settings *settings;
    ringback_error err;

    (void)state;
    assert_null(load("pase: 1\nextends: ../c.yaml\n"));
    assert_string_equal(said, "t/.ringback.yaml:1:1: a configuration has no key \"pase\": did you "
                              "mean \"pace\"?\n"
                              "t/.ringback.yaml:2:10: \"c.yaml\": not there\n");
    assert_int_equal(ringback_settings_load(&source, NULL, NULL, NULL, &settings, &err),
                     RINGBACK_ERR_SETTINGS);
    assert_string_equal(err.message, "\"b\": it cannot be read here");
}

static void keys_can_be_read(void **state)
{
    ringback_key key = {.name = "untouched"};
    size_t n = 0;

    (void)state;
    while (ringback_key_at(n, &key))
        n++;
    assert_true(n > 10);
    assert_string_equal(key.name, "files");
    assert_true(key.in_override && !key.in_file && !key.in_front);
}

static void lines_of_patterns(void **state)
{
    static const char lines[] = "*.tmp\n!keep.tmp\n";

    (void)state;
    assert_int_equal(ringback_ignored(lines, sizeof lines - 1, "x/a.tmp", false), 1);
    assert_int_equal(ringback_ignored(lines, sizeof lines - 1, "keep.tmp", false), -1);
    assert_int_equal(ringback_ignored(lines, sizeof lines - 1, "a", true), 0);
}

static void options_that_ignore_are_checked(void **state)
{
    const ringback_ignore good = {"no-title", "she asks"}, bad = {"no-title", "1"},
                          unknown = {"nothing", "she asks"};
    ringback_options o = RINGBACK_OPTIONS_INIT;
    ringback_checker *checker;
    ringback_result *result;
    ringback_suppressed s;
    ringback_rules *rules;
    static const char text[] = "Hi Nadia, this is Rob Hale, regional sales director at Fern.";

    (void)state;
    assert_int_equal(ringback_rules_load(NULL, 0, NULL, NULL, &rules, NULL), RINGBACK_OK);
    o.n_ignore = 1;
    o.ignore = &bad;
    assert_int_equal(ringback_checker_new(rules, &o, &checker, NULL), RINGBACK_ERR_SETTINGS);
    o.ignore = &unknown;
    assert_int_equal(ringback_checker_new(rules, &o, &checker, NULL), RINGBACK_ERR_SETTINGS);
    o.ignore = &good;
    assert_int_equal(ringback_checker_new(rules, &o, &checker, NULL), RINGBACK_OK);
    assert_int_equal(ringback_check(checker, text, sizeof text - 1, &result, NULL), RINGBACK_OK);
    assert_true(ringback_result_suppressed(result, 0, &s));
    assert_memory_equal(s.finding.rule.ptr, "no-title", s.finding.rule.len);
    ringback_result_free(result);
    ringback_checker_free(checker);
    ringback_rules_free(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_value_says_where_it_is_from),
        cmocka_unit_test(a_profile_gives_options_and_thresholds),
        cmocka_unit_test(names_are_held_against_the_rules),
        cmocka_unit_test(errors_are_told),
        cmocka_unit_test(keys_can_be_read),
        cmocka_unit_test(lines_of_patterns),
        cmocka_unit_test(options_that_ignore_are_checked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
