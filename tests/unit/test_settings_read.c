#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "settings_fixture.h"

static const char *read_as(uint8_t where, bool foreign, const char *yaml)
{
    struct rb_errors errs = {.report = say_error};
    struct rb_layer_reader reader = {
        .errs = &errs, .source = "d/a.yaml", .where = where, .foreign = foreign};
    struct rb_layer layer;
    struct rb_yaml *root;
    struct rb_arena arena;

    rb_arena_init(&arena);
    reader.arena = &arena;
    rb_buffer_clear(&said);
    if (rb_layer_parse(&reader, rb_slice_str(yaml), &root)) {
        rb_layer_read(&reader, root, &layer);
        if (errs.count == 0)
            say_layer(&layer);
    }
    (void)all_said();
    rb_arena_free(&arena);
    return said.ptr;
}

static const char *top(const char *yaml)
{
    return read_as(RB_IN_FILE, false, yaml);
}

static void values_know_their_place(void **state)
{
    (void)state;
    assert_string_equal(top("style: referral\npace: 165\n"),
                        "style=referral/0@d/a.yaml:1:8 pace=165/165@d/a.yaml:2:7 ");
    assert_string_equal(top("{pace: brisk, number_pace: 1.25, min_score: 90}"),
                        "pace=brisk/165@d/a.yaml:1:8 number_pace=1.25/125@d/a.yaml:1:28 "
                        "min_score=90/90@d/a.yaml:1:45 ");
    assert_string_equal(top("root: true\naddress: formal\nstatus: final\nfail_on: never\n"
                            "dial_at: 08:30\ncompany: 3M\n"),
                        "root=true/1@d/a.yaml:1:7 address=formal/1@d/a.yaml:2:10 "
                        "dial_at=08:30/510@d/a.yaml:5:10 company=3M/0@d/a.yaml:6:10 "
                        "status=final/1@d/a.yaml:3:9 fail_on=never/3@d/a.yaml:4:10 ");
}

static void lists_and_reasons(void **state)
{
    (void)state;
    assert_string_equal(
        top("extends: ../base.yaml\nrules: [./x.yaml, ../y.yaml]\nexclude: \"old/**\"\n"),
        "extends=[base.yaml@d/a.yaml:1:10] rules=[d/x.yaml@d/a.yaml:2:9, "
        "y.yaml@d/a.yaml:2:19] exclude=[old/**@d/a.yaml:3:10] ");
    assert_string_equal(top("ignore:\n  no-website: legal wants it\n  no-title: she asked\n"),
                        "ignore=[no-website: legal wants it@d/a.yaml:2:3, no-title: she "
                        "asked@d/a.yaml:3:3] ");
}

static void all_errors_are_told_with_what_to_do(void **state)
{
    (void)state;
    assert_string_equal(
        top("stile: x\npace: 400\nnumber_pace: fast\naddress: forml\ndial_at: 25:00\nstyle:\n"
            "from: [a]\nmin_score: ninety\nroot: yes\n"),
        "d/a.yaml:1:1: a configuration has no key \"stile\": did you mean \"style\"?\n"
        "d/a.yaml:2:7: \"pace\" must be a whole number from 80 to 300, or the name of a pace, not "
        "\"400\"\n"
        "d/a.yaml:3:14: \"number_pace\" must be a number from 1 to 3, like 1.4, not \"fast\"\n"
        "d/a.yaml:4:10: \"address\" must be any or formal, not \"forml\": did you mean "
        "\"formal\"?\n"
        "d/a.yaml:5:10: \"dial_at\" must be a time like 08:30, not \"25:00\"\n"
        "d/a.yaml:6:7: \"style\" has no value: give it one, or leave it out\n"
        "d/a.yaml:7:7: \"from\" must be the caller's name\n"
        "d/a.yaml:8:12: \"min_score\" must be a whole number from 0 to 100, not \"ninety\"\n"
        "d/a.yaml:9:7: \"root\" must be true or false, not \"yes\"");
    assert_string_equal(
        top("pace: brsk\nexclude: [\"*.{a,b}\", {a: b}]\nrules: {a: b}\nextends: /etc/x.yaml\n"
            "ignore: [no-title]\n"),
        "d/a.yaml:1:7: \"pace\" must be a whole number from 80 to 300, or the name of a pace, not "
        "\"brsk\": did you mean \"brisk\"?\n"
        "d/a.yaml:2:11: \"*.{a,b}\" is no pattern: braces are not used here: write two patterns\n"
        "d/a.yaml:2:22: \"exclude\" must be a pattern such as \"old/**\", or a list of such\n"
        "d/a.yaml:3:8: \"rules\" must be the path of a rule file, or a list of such\n"
        "d/a.yaml:4:10: \"/etc/x.yaml\": a path that is seen from this file is wanted\n"
        "d/a.yaml:5:9: \"ignore\" must be a map of rules with reasons, such as {no-website: legal "
        "wants it}");
    assert_string_equal(top("ignore: {a: 12, b: }\n"),
                        "d/a.yaml:1:13: \"a\" is ignored without a reason: say why, as in a: legal "
                        "wants it\n"
                        "d/a.yaml:1:20: \"b\" is ignored without a reason: say why, as in b: legal "
                        "wants it");
    assert_string_equal(top("a: [\n"),
                        "d/a.yaml:2:1: not valid YAML: did not find expected node content");
}

static void each_place_has_its_keys(void **state)
{
    (void)state;
    assert_string_equal(read_as(RB_IN_OVERRIDE, false, "to: Ana\nrules: x\n"),
                        "d/a.yaml:1:1: an override has no key \"to\": it can have style, pace, "
                        "number_pace, address, dial_at, from, company, status, min_score, fail_on, "
                        "ignore, files\n"
                        "d/a.yaml:2:1: an override has no key \"rules\": it can have style, pace, "
                        "number_pace, address, dial_at, from, company, status, min_score, fail_on, "
                        "ignore, files");
    assert_string_equal(read_as(RB_IN_FRONT, false, "measured_seconds: 28.5\nto: Ana\n"),
                        "measured_seconds=28.5/28500@d/a.yaml:1:19 to=Ana/0@d/a.yaml:2:5 ");
    assert_string_equal(read_as(RB_IN_FRONT, false, "ignore: {a: , b: 1}\n"),
                        "ignore=[a@d/a.yaml:1:10, b: 1@d/a.yaml:1:15] ");
    assert_string_equal(read_as(RB_IN_FRONT, false, "title: x\n"),
                        "d/a.yaml:1:1: front matter has no key \"title\": it can have style, pace, "
                        "number_pace, address, dial_at, measured_seconds, from, to, company, "
                        "status, ignore");
    assert_string_equal(read_as(RB_IN_FRONT, true, "title: x\nlayout: y\npase: 1\n"),
                        "d/a.yaml:3:1: front matter has no key \"pase\": did you mean \"pace\"?");
}

static void signs_need_something_inherited(void **state)
{
    (void)state;
    assert_string_equal(top("pace+: 150\nextends-: a\nignore+: {a: b}\noverrides-: []\n"),
                        "d/a.yaml:1:1: \"pace+\": there is nothing inherited to be changed: write "
                        "\"pace\"\n"
                        "d/a.yaml:2:1: \"extends-\": there is nothing inherited to be changed: "
                        "write \"extends\"\n"
                        "d/a.yaml:3:1: \"ignore+\": there is nothing inherited to be changed: "
                        "write \"ignore\"\n"
                        "d/a.yaml:4:1: \"overrides-\": there is nothing inherited to be changed: "
                        "write \"overrides\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_know_their_place),
        cmocka_unit_test(lists_and_reasons),
        cmocka_unit_test(all_errors_are_told_with_what_to_do),
        cmocka_unit_test(each_place_has_its_keys),
        cmocka_unit_test(signs_need_something_inherited),
    };

    return cmocka_run_group_tests(tests, NULL, forget);
}
