#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "settings/front.h"
#include "settings_fixture.h"

/* The front matter of a file; or, when it is Markdown, of its first block. */
static const char *front(const char *text, bool markdown)
{
    struct rb_errors errs = {.report = say_error};
    struct rb_parts parts;
    struct rb_layer layer;
    struct rb_arena arena;
    struct rb_slice file = rb_slice_str(text);

    rb_arena_init(&arena);
    rb_buffer_clear(&said);
    assert_true(markdown ? rb_parts_markdown(&arena, file, true, &parts)
                         : rb_parts_text(&arena, file, &parts));
    if (rb_front_read(&arena, &errs, "a", markdown ? &parts.items[0].front : &parts.front, markdown,
                      &layer))
        say_layer(&layer);
    else
        assert_true(errs.count > 0);
    (void)all_said();
    rb_arena_free(&arena);
    return said.ptr;
}

static void values_stand_in_the_file(void **state)
{
    (void)state;
    assert_string_equal(
        front("---\nstyle: vague\nto: \"Ana\"\nignore:\n  no-title: why\n---\nHi\n", false),
        "style=vague/0@a:2:8 to=Ana/0@a:3:5 ignore=[no-title: why@a:5:3] ");
    assert_string_equal(front("---\npace: 165 # brisk\n...\nHi\n", false), "pace=165/165@a:2:7 ");
}

static void a_block_has_the_places_of_its_file(void **state)
{
    (void)state;
    assert_string_equal(
        front("# A\n\n> - ```voicemail\n>   ---\n>   to: Ana\n>   pace: 9\n>   ---\n>   Hi\n>   "
              "```\n",
              true),
        "a:6:11: \"pace\" must be a whole number from 80 to 300, or the name of a pace, not \"9\"");
    assert_string_equal(
        front("# A\n\n> - ```voicemail\n>   ---\n>   to: [\n>   ---\n>   Hi\n>   ```\n", true),
        "a:5:5: not valid YAML: did not find expected node content");
}

static void faults_are_told(void **state)
{
    (void)state;
    assert_string_equal(front("---\npace: 165\nHi\n", false),
                        "a:1:1: front matter without an end: close it with a line of ---");
    assert_string_equal(front("---\npase: 165\n---\nHi\n", false),
                        "a:2:1: front matter has no key \"pase\": did you mean \"pace\"?");
    assert_string_equal(
        front("---\nto: Ana\nHi there\n---\nHo\n", false),
        "a:3:1: not valid YAML: could not find expected ':', while scanning a simple key that "
        "begins on line 3: a key needs a colon and a space behind it");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_stand_in_the_file),
        cmocka_unit_test(a_block_has_the_places_of_its_file),
        cmocka_unit_test(faults_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, forget);
}
