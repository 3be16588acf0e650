#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/path.h"

static void beside(const char *file, const char *path, const char *expected)
{
    struct rb_arena arena;
    struct rb_slice got;

    rb_arena_init(&arena);
    got = rb_path_beside(&arena, file, rb_slice_str(path));
    assert_string_equal(got.ptr, expected);
    assert_int_equal(got.len, strlen(expected));
    rb_arena_free(&arena);
}

static void a_path_in_a_file_is_seen_from_the_file(void **state)
{
    (void)state;
    beside(".ringback.yaml", "team.yaml", "team.yaml");
    beside("calls/.ringback.yaml", "../team.yaml", "team.yaml");
    beside("calls/.ringback.yaml", "./rules//a.yaml", "calls/rules/a.yaml");
    beside("../.ringback.yaml", "../a.yaml", "../../a.yaml");
    beside("/srv/calls/x.yaml", "../../../a.yaml", "/a.yaml");
    beside("/x.yaml", "a.yaml", "/a.yaml");
    beside("a/x.yaml", "..", ".");
    beside("./a/b/../x.yaml", "y", "a/y");
    /* what is no ".." may end as one, or begin as one */
    beside("a../x.yaml", "../y", "y");
    beside("b/a../x.yaml", "../y", "b/y");
    beside("../../x.yaml", "../y", "../../../y");
    beside("a/x.yaml", ".b/y", "a/.b/y");
    beside("a/x.yaml", "ab/y", "a/ab/y");
    beside("a/x.yaml", "..b/y", "a/..b/y");
    beside("a/x.yaml", ".c", "a/.c");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_in_a_file_is_seen_from_the_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
