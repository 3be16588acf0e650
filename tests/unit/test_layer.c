#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "settings_fixture.h"

static struct rb_layer read_one(struct rb_arena *arena, struct rb_errors *errs, const char *yaml)
{
    const struct rb_layer_reader reader = {
        .arena = arena, .errs = errs, .source = "a", .where = RB_IN_FILE};
    struct rb_layer layer;
    struct rb_yaml *root;

    assert_true(rb_layer_parse(&reader, rb_slice_str(yaml), &root));
    rb_layer_read(&reader, root, &layer);
    return layer;
}

/* Each layer over those before it. */
static const char *lay(const char *const *yaml, size_t n)
{
    struct rb_errors errs = {.report = say_error};
    struct rb_layer to = {0}, over;
    struct rb_arena arena;

    rb_arena_init(&arena);
    rb_buffer_clear(&said);
    for (size_t i = 0; i < n; i++) {
        over = read_one(&arena, &errs, yaml[i]);
        rb_layer_lay(&arena, &errs, &to, &over);
    }
    say_layer(&to);
    rb_arena_free(&arena);
    return all_said();
}

static void what_is_given_later_wins(void **state)
{
    const char *const yaml[] = {"{pace: 120, style: vague}", "pace: 130", "company: Fern"};

    (void)state;
    assert_string_equal(lay(yaml, 3),
                        "style=vague/0@a:1:20 pace=130/130@a:1:7 company=Fern/0@a:1:10 ");
}

static void lists_change_by_their_signs(void **state)
{
    const char *const yaml[] = {"exclude: [a, b, a]", "{exclude-: a, exclude+: [c, b]}"};
    const char *const anew[] = {"exclude: [a, b]", "{exclude: x, exclude+: y}"};
    const char *const alone[] = {"exclude+: x"};
    const char *const wrong[] = {"exclude-: [x, y]"};

    (void)state;
    assert_string_equal(lay(yaml, 2), "exclude=[b@a:1:14, c@a:1:26, b@a:1:29] ");
    assert_string_equal(lay(anew, 2), "exclude=[x@a:1:11, y@a:1:24] ");
    assert_string_equal(lay(alone, 1), "exclude=[x@a:1:11] ");
    assert_string_equal(
        lay(wrong, 1),
        "a:1:12: \"x\" is not in \"exclude\", so it cannot be taken from it\n"
        "a:1:15: \"y\" is not in \"exclude\", so it cannot be taken from itexclude=[] ");
}

static void reasons_are_added_one_by_one(void **state)
{
    const char *const yaml[] = {"ignore: {a: first, b: kept}", "ignore: {c: new, a: second}"};

    (void)state;
    assert_string_equal(lay(yaml, 2), "ignore=[b: kept@a:1:20, c: new@a:1:10, a: second@a:1:18] ");
}

static void the_table_is_sound(void **state)
{
    struct rb_layer standard;
    struct rb_arena arena;

    (void)state;
    rb_arena_init(&arena);
    rb_layer_standard(&arena, &standard);
    for (size_t i = 0; i < RB_SETTINGS; i++) {
        const struct rb_setting_row *row = &rb_setting_rows[i];

        assert_true(*row->name && *row->help && *row->wanted);
        assert_int_not_equal(row->where, 0);
        assert_int_equal(row->type == RB_VALUE_CHOICE, *row->choices != '\0');
        assert_false(standard.values[i].given);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(row->name, rb_setting_rows[k].name);
    }
    assert_int_equal(standard.values[RB_SETTING_INCLUDE].items.n, 4);
    rb_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_given_later_wins),
        cmocka_unit_test(lists_change_by_their_signs),
        cmocka_unit_test(reasons_are_added_one_by_one),
        cmocka_unit_test(the_table_is_sound),
    };

    return cmocka_run_group_tests(tests, NULL, forget);
}
