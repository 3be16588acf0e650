#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "settings/glob.h"

static bool match(const char *pattern, const char *path)
{
    return rb_glob_match(rb_slice_str(pattern), rb_slice_str(path), false);
}

static void names_match_anywhere(void **state)
{
    (void)state;
    assert_true(match("*.txt", "a.txt"));
    assert_true(match("*.txt", "calls/east/a.txt"));
    assert_true(match("old", "calls/old/a.txt"));
    assert_true(match("a?c[0-9x].md", "q/abc7.md"));
    assert_true(match("[!a]b", "cb"));
    assert_true(match("[]a]", "]"));
    assert_true(match("*a*b*c", "xaxbxbc"));
    assert_false(match("*.txt", "a.txt.md"));
    assert_false(match("a?c", "ac"));
    assert_false(match("[!a]b", "ab"));
    assert_false(match("old", "older/a.txt"));
    assert_false(match("a[0-9", "a1"));
    assert_true(match("a\\*", "a*"));
    assert_false(match("a\\*", "ab"));
    assert_false(match("*.txt", "A.TXT"));
    assert_true(rb_glob_match_any_case(rb_slice_str("*.txt"), rb_slice_str("x/A.TXT")));
}

static void paths_match_from_their_folder(void **state)
{
    (void)state;
    assert_true(match("calls/*.txt", "calls/a.txt"));
    assert_true(match("/a.txt", "a.txt"));
    assert_true(match("calls/east", "calls/east/b/a.txt"));
    assert_false(match("calls/*.txt", "x/calls/a.txt"));
    assert_false(match("calls/*.txt", "calls/east/a.txt"));
    assert_false(match("/a.txt", "b/a.txt"));
    assert_false(match("calls/east", "calls/eastern/a.txt"));
}

static void double_stars_match_folders(void **state)
{
    (void)state;
    assert_true(match("calls/**/a.txt", "calls/a.txt"));
    assert_true(match("calls/**/a.txt", "calls/b/c/a.txt"));
    assert_true(match("**/east/*.txt", "east/a.txt"));
    assert_true(match("**/east/*.txt", "b/c/east/a.txt"));
    assert_true(match("calls/**", "calls/b/c"));
    assert_true(match("**/*a/**/b*.md", "x/ya/p/q/bb.md"));
    assert_false(match("**/east/*.txt", "b/northeast/a.txt"));
    assert_false(match("calls/**/a.txt", "calls/ba.txt"));
    assert_false(match("**/*a/**/b*.md", "x/yb/p/q/bb.md"));
}

static void folders_only(void **state)
{
    (void)state;
    assert_true(match("old/", "old/a.txt"));
    assert_false(match("old/", "old"));
    assert_true(rb_glob_match(rb_slice_str("old/"), rb_slice_str("x/old"), true));
    assert_true(match("x/old/", "x/old/a"));
    assert_false(match("x/old/", "x/old"));
}

static void faults(void **state)
{
    char many[RB_MAX_GLOB_BYTES + 1];

    (void)state;
    assert_null(rb_glob_fault(rb_slice_str("**/[ab]*.txt\\{")));
    assert_non_null(rb_glob_fault(rb_slice_str("")));
    assert_non_null(rb_glob_fault(rb_slice_str("*.{txt,md}")));
    assert_non_null(rb_glob_fault(rb_slice_str("!a")));
    assert_non_null(rb_glob_fault(rb_slice_str("[a")));
    assert_non_null(rb_glob_fault(rb_slice_str("a\\")));
    memset(many, 'a', sizeof many);
    assert_non_null(rb_glob_fault(rb_slice_of(many, sizeof many)));
}

static void lines_of_a_file(void **state)
{
    struct rb_slice file = rb_slice_str("# all of them\n*.txt\n\n!keep.txt \r\n/x/\n");

    (void)state;
    assert_int_equal(rb_glob_lines(file, rb_slice_str("a.txt"), false), 1);
    assert_int_equal(rb_glob_lines(file, rb_slice_str("b/keep.txt"), false), -1);
    assert_int_equal(rb_glob_lines(file, rb_slice_str("a.md"), false), 0);
    assert_int_equal(rb_glob_lines(file, rb_slice_str("x"), true), 1);
    assert_int_equal(rb_glob_lines(file, rb_slice_str("x"), false), 0);
    assert_int_equal(rb_glob_lines(rb_slice_str(""), rb_slice_str("x"), false), 0);
}

/* Stars that could be tried in many ways take no more time than the product of the lengths. */
static void many_stars_end(void **state)
{
    char pattern[RB_MAX_GLOB_BYTES], path[4096];

    (void)state;
    for (size_t i = 0; i + 1 < sizeof pattern; i += 2) {
        pattern[i] = 'a';
        pattern[i + 1] = '*';
    }
    memset(path, 'a', sizeof path);
    path[sizeof path - 1] = 'b';
    pattern[sizeof pattern - 1] = 'c';
    assert_false(
        rb_glob_match(rb_slice_of(pattern, sizeof pattern), rb_slice_of(path, sizeof path), false));
    for (size_t i = 0; i + 3 < sizeof pattern; i += 4)
        memcpy(pattern + i, "**/a", 4);
    pattern[sizeof pattern - 1] = 'c';
    for (size_t i = 1; i < sizeof path; i += 2)
        path[i] = '/';
    assert_false(rb_glob_match(rb_slice_of(pattern, sizeof pattern),
                               rb_slice_of(path, sizeof path - 1), false));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_match_anywhere),
        cmocka_unit_test(paths_match_from_their_folder),
        cmocka_unit_test(double_stars_match_folders),
        cmocka_unit_test(folders_only),
        cmocka_unit_test(faults),
        cmocka_unit_test(lines_of_a_file),
        cmocka_unit_test(many_stars_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
