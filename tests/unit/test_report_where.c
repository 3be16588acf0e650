#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/where.h"

/* A path as a report shows it that is read from the project's root. */
static void paths_are_seen_from_the_root(void **state)
{
    static const struct {
        const char *root, *folder, *path, *shown;
    } rows[] = {
        {NULL, NULL, "a.md", "a.md"},
        {NULL, NULL, "./calls//a.md", "calls/a.md"},
        {NULL, "team", "a.md", "team/a.md"},
        {NULL, "team", "../a.md", "a.md"},
        {NULL, "team", "..", "."},
        {NULL, NULL, ".", "."},
        {NULL, NULL, "/", "/"},
        {NULL, NULL, "/calls/../..", "/"},
        {NULL, "team", "/calls/a.md", "/calls/a.md"},
        {"/home/ana", "team", "/home/ana/calls/a.md", "calls/a.md"},
        {"/home/ana//", NULL, "/home/ana///a.md", "a.md"},
        {"/home/ana", NULL, "/home/anabel/a.md", "/home/anabel/a.md"},
        {"/", NULL, "/a.md", "/a.md"},
        {"/home/ana", "team", "<stdin>", "<stdin>"},
        {"/home/ana", "team", "", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ringback_report_options options = RINGBACK_REPORT_OPTIONS_INIT;
        struct rb_arena scratch;
        struct rb_slice shown;

        options.root = rows[i].root;
        options.folder = rows[i].folder;
        rb_arena_init(&scratch);
        shown = rb_report_from_root(&scratch, &options, rows[i].path);
        if (!rb_slice_is(shown, rows[i].shown))
            fail_msg("%s from %s: %.*s", rows[i].path, rows[i].root ? rows[i].root : "nowhere",
                     (int)shown.len, shown.ptr);
        rb_arena_free(&scratch);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_are_seen_from_the_root),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
