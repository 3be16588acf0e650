#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/place.h"

static const char draft[] = "Hi Zo\xC3\xAB,\r\nthis is\rKemal.\n\n\xF0\x9F\x98\x80 555 0142\n";

static void same(const struct rb_source *source, struct rb_place_at at, uint32_t offset)
{
    uint32_t line, column;

    rb_source_place(source, offset, &line, &column);
    assert_int_equal(at.line, line);
    assert_int_equal(at.column, column);
}

/* Forwards, backwards and for every end: what a look from the start gives. */
static void walking_finds_what_looking_finds(void **state)
{
    uint32_t size = sizeof draft - 1;
    struct rb_source source;
    struct rb_places places;
    struct rb_arena arena;

    (void)state;
    rb_arena_init(&arena);
    assert_true(rb_source_make(&arena, rb_slice_of(draft, size), &source));
    rb_places_init(&places, &source);
    for (uint32_t start = 0; start <= size; start++) {
        same(&source, rb_places_find(&places, start), start);
        for (uint32_t end = start; end <= size; end++)
            same(&source, rb_places_end(&places, end), end);
    }
    for (uint32_t start = size + 1; start-- > 0;)
        same(&source, rb_places_find(&places, start), start);
    rb_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(walking_finds_what_looking_finds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
