#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "settings/config.h"
#include "settings_fixture.h"

static struct rb_arena arena;
static struct rb_config config;

struct disk {
    const char *path, *text;
};

static const struct disk *disk; /* ends with a path NULL */

static bool open_from(void *ctx, const char *path, struct rb_slice *out, char *reason, size_t size)
{
    (void)ctx;
    for (const struct disk *d = disk; d->path; d++)
        if (strcmp(d->path, path) == 0) {
            *out = rb_slice_str(d->text);
            return true;
        }
    (void)snprintf(reason, size, "no such file");
    return false;
}

/* The first file of the disk; what it and all it builds on give, or the errors. */
static const char *load(const struct disk *files)
{
    struct rb_errors errs = {.report = say_error};
    const struct rb_config_loader loader = {&arena, &errs, open_from, NULL};

    disk = files;
    rb_arena_reset(&arena);
    rb_buffer_clear(&said);
    if (rb_config_load(&loader, files->path, rb_slice_str(files->text), &config)) {
        assert_int_equal(errs.count, 0);
        say_layer(&config.layer);
    } else {
        assert_true(errs.count > 0);
    }
    return all_said();
}

static const char *load_one(const char *text)
{
    const struct disk files[] = {{"a.yaml", text}, {NULL, NULL}};

    return load(files);
}

/* What holds for a path, of the keys that were given. */
static const char *for_path(const char *path)
{
    struct rb_layer layer;

    rb_config_for(&config, &arena, rb_slice_str(path), &layer);
    rb_buffer_clear(&said);
    say_layer(&layer);
    return all_said();
}

static void without_a_file_there_is_what_is_standard(void **state)
{
    struct rb_errors errs = {.report = say_error};
    const struct rb_config_loader loader = {&arena, &errs, NULL, NULL};

    (void)state;
    assert_true(rb_config_load(&loader, "", rb_slice_of(NULL, 0), &config));
    assert_string_equal(config.source, "");
    assert_int_equal(config.layer.values[RB_SETTING_PACE].number, 150);
    assert_int_equal(config.layer.values[RB_SETTING_NUMBER_PACE].number, 140);
    assert_int_equal(config.layer.values[RB_SETTING_MIN_SCORE].number, 80);
    assert_int_equal(config.layer.values[RB_SETTING_FAIL_ON].number, 0);
    assert_true(rb_config_includes(&config, rb_slice_str("x/a.txt")));
    assert_true(rb_config_includes(&config, rb_slice_str("a.md")));
    assert_false(rb_config_includes(&config, rb_slice_str("a.c")));
    assert_string_equal(load_one("# nothing\n"), "");
}

static void a_file_builds_on_others(void **state)
{
    const struct disk files[] = {
        {"team/a.yaml", "extends: [../base.yaml, x.yaml]\npace: 170\nignore: {b: mine}\n"},
        {"base.yaml", "pace: 140\nstyle: vague\nignore: {a: base, b: base}\nrules: r.yaml\n"},
        {"team/x.yaml", "style: outcome\nrules: s.yaml\n"},
        {NULL, NULL}};

    (void)state;
    assert_string_equal(load(files),
                        "extends=[base.yaml@team/a.yaml:1:11, team/x.yaml@team/a.yaml:1:25] "
                        "style=outcome/0@team/x.yaml:1:8 pace=170/170@team/a.yaml:2:7 "
                        "ignore=[a: base@base.yaml:3:10, b: mine@team/a.yaml:3:10] "
                        "rules=[team/s.yaml@team/x.yaml:2:8] ");
}

static void lists_are_added_to_and_taken_from(void **state)
{
    const struct disk files[] = {{"a.yaml", "extends: b.yaml\nrules+: z.yaml\nrules-: x.yaml\n"
                                            "include+: \"*.call\"\nexclude-: q\n"},
                                 {"b.yaml", "rules: [x.yaml, y.yaml]\nexclude: p\n"},
                                 {NULL, NULL}};
    const struct disk fine[] = {{"a.yaml", "extends: b.yaml\nrules+: z.yaml\nrules-: x.yaml\n"},
                                {"b.yaml", "rules: [x.yaml, y.yaml]\ninclude+: \"*.q\"\n"},
                                {NULL, NULL}};

    (void)state;
    assert_string_equal(load(files),
                        "a.yaml:5:11: \"q\" is not in \"exclude\", so it cannot be taken from it");
    assert_string_equal(
        load(fine), "extends=[b.yaml@a.yaml:1:10] rules=[y.yaml@b.yaml:1:17, z.yaml@a.yaml:2:9] "
                    "include=[*.txt, *.voicemail, *.md, *.markdown, *.q@b.yaml:2:11] ");
}

static void what_cannot_be_built_on_is_told(void **state)
{
    const struct disk circle[] = {
        {"a.yaml", "extends: b.yaml\n"}, {"b.yaml", "extends: [c.yaml, a.yaml]\n"}, {NULL, NULL}};
    const struct disk broken[] = {{"a.yaml", "extends: [b.yaml, c.yaml]\nstyle: [\n"},
                                  {NULL, NULL}};
    const struct disk bad_base[] = {
        {"a.yaml", "extends: b.yaml\npace: 1\n"}, {"b.yaml", "- x\n"}, {NULL, NULL}};
    static char names[20][8], texts[20][32];
    struct disk deep[21];

    (void)state;
    assert_string_equal(load(circle), "b.yaml:1:11: \"c.yaml\": no such file\n"
                                      "b.yaml:1:19: \"a.yaml\" builds on itself");
    assert_string_equal(load(broken), "a.yaml:3:1: not valid YAML: did not find expected node "
                                      "content");
    assert_string_equal(load(bad_base),
                        "a.yaml:2:7: \"pace\" must be a whole number from 80 to 300, or the name "
                        "of a pace, not \"1\"\n"
                        "b.yaml:1:1: a configuration is a map of settings, such as \"style: "
                        "referral\"");
    for (int i = 0; i < 20; i++) {
        (void)snprintf(names[i], sizeof names[i], "%d.yaml", i);
        (void)snprintf(texts[i], sizeof texts[i], "extends: %d.yaml\n", i + 1);
        deep[i] = (struct disk){names[i], texts[i]};
    }
    deep[20] = (struct disk){NULL, NULL};
    assert_string_equal(load(deep), "8.yaml:1:10: configurations build on one another more than 8 "
                                    "deep, or are more than 64");
}

/* Each builds twice on the next: without a bound that would be 2^8 files. */
static void the_number_of_files_is_bounded(void **state)
{
    static char names[9][8], texts[9][40];
    struct disk files[10];

    (void)state;
    for (int i = 0; i < 9; i++) {
        (void)snprintf(names[i], sizeof names[i], "%d.yaml", i);
        (void)snprintf(texts[i], sizeof texts[i], i < 8 ? "extends: [%d.yaml, %d.yaml]\n" : "#\n",
                       i + 1, i + 1);
        files[i] = (struct disk){names[i], texts[i]};
    }
    files[9] = (struct disk){NULL, NULL};
    assert_non_null(strstr(load(files), "or are more than 64"));
}

static void overrides_hold_for_their_files(void **state)
{
    (void)state;
    assert_string_equal(
        load_one("pace: 150\noverrides:\n- files: \"calls/*.txt\"\n  pace: 160\n"
                 "  ignore: {a: b}\n- files: [x.txt, \"calls/old/\"]\n  pace: 170\n"),
        "pace=150/150@a.yaml:1:7 overrides=[] ");
    assert_string_equal(for_path("b.txt"), "pace=150/150@a.yaml:1:7 overrides=[] ");
    assert_string_equal(for_path("calls/b.txt"),
                        "pace=160/160@a.yaml:4:9 ignore=[a: b@a.yaml:5:12] overrides=[] "
                        "files=[calls/*.txt@a.yaml:3:10] ");
    assert_string_equal(for_path("calls/x.txt"),
                        "pace=170/170@a.yaml:7:9 ignore=[a: b@a.yaml:5:12] overrides=[] "
                        "files=[x.txt@a.yaml:6:11, calls/old/@a.yaml:6:18] ");
    assert_string_equal(for_path("calls/old/q"),
                        "pace=170/170@a.yaml:7:9 overrides=[] "
                        "files=[x.txt@a.yaml:6:11, calls/old/@a.yaml:6:18] ");
}

static void overrides_are_inherited_or_replaced(void **state)
{
    const struct disk added[] = {
        {"a.yaml", "extends: b.yaml\noverrides+: [{files: y, pace: 120}]\n"},
        {"b.yaml", "overrides: [{files: x, pace: 110}]\n"},
        {NULL, NULL}};
    const struct disk replaced[] = {
        {"a.yaml", "extends: b.yaml\noverrides: [{files: y, pace: 120}]\n"},
        {"b.yaml", "overrides: [{files: x, pace: 110}]\n"},
        {NULL, NULL}};

    (void)state;
    (void)load(added);
    assert_int_equal(config.n_overrides, 2);
    (void)load(replaced);
    assert_int_equal(config.n_overrides, 1);
    assert_int_equal(config.overrides[0].place.line, 2);
}

static void overrides_are_checked(void **state)
{
    (void)state;
    assert_string_equal(
        load_one("overrides:\n- pace: 1\n- x\n- files: a\n- files: []\n  extends: b\n"),
        "a.yaml:2:9: \"pace\" must be a whole number from 80 to 300, or the name "
        "of a pace, not \"1\"\n"
        "a.yaml:2:3: this override lacks \"files\": the files for which it holds\n"
        "a.yaml:3:3: an item of \"overrides\" must be a map with \"files\"\n"
        "a.yaml:4:3: this override says nothing of its files\n"
        "a.yaml:6:3: an override has no key \"extends\": it can have style, pace, "
        "number_pace, address, dial_at, from, company, status, min_score, fail_on, "
        "ignore, files");
    assert_string_equal(load_one("overrides: x\n"),
                        "a.yaml:1:12: \"overrides\" must be a list of maps, each with \"files\" "
                        "and settings");
}

static void files_are_left_out(void **state)
{
    const struct rb_item *by;

    (void)state;
    (void)load_one("exclude: [\"old/\", \"*.tmp.txt\"]\ninclude: \"*.call\"\n");
    by = rb_config_excludes(&config, rb_slice_str("x/old/a.txt"), false);
    assert_non_null(by);
    assert_int_equal(by->place.column, 11);
    assert_non_null(rb_config_excludes(&config, rb_slice_str("old"), true));
    assert_non_null(rb_config_excludes(&config, rb_slice_str("a.tmp.txt"), false));
    assert_null(rb_config_excludes(&config, rb_slice_str("a.txt"), false));
    assert_true(rb_config_includes(&config, rb_slice_str("q/a.call")));
    assert_false(rb_config_includes(&config, rb_slice_str("a.txt")));
}

static int begin(void **state)
{
    (void)state;
    rb_arena_init(&arena);
    return 0;
}

static int end(void **state)
{
    rb_arena_free(&arena);
    return forget(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_file_there_is_what_is_standard),
        cmocka_unit_test(a_file_builds_on_others),
        cmocka_unit_test(lists_are_added_to_and_taken_from),
        cmocka_unit_test(what_cannot_be_built_on_is_told),
        cmocka_unit_test(the_number_of_files_is_bounded),
        cmocka_unit_test(overrides_hold_for_their_files),
        cmocka_unit_test(overrides_are_inherited_or_replaced),
        cmocka_unit_test(overrides_are_checked),
        cmocka_unit_test(files_are_left_out),
    };

    return cmocka_run_group_tests(tests, begin, end);
}
