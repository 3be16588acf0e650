#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/place.h"

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

/* "ab|c" on line 3 from column 5 on, "de" on line 9, and "f" behind it on the same line. */
static const struct rb_piece pieces[] = {{0, 3, 5, 7}, {3, 9, 1, 1}, {5, 9, 6, 8}};

static void a_cut_text_has_the_places_of_its_file(void **state)
{
    struct rb_place_at at;
    struct rb_source source;
    struct rb_places places;
    struct rb_arena arena;
    uint32_t line, column;

    (void)state;
    rb_arena_init(&arena);
    assert_true(rb_source_make(&arena, rb_slice_of("abcdef", 6), &source));
    source.origin = (struct rb_origin){pieces, 3};
    rb_places_init(&places, &source);
    at = rb_places_find(&places, 1);
    assert_int_equal(at.line, 3);
    assert_int_equal(at.column, 6);
    assert_int_equal(at.byte, 8);
    /* The end of the first piece is not the begin of the next. */
    at = rb_places_end(&places, 3);
    assert_int_equal(at.line, 3);
    assert_int_equal(at.column, 8);
    at = rb_places_end(&places, 4);
    assert_int_equal(at.line, 9);
    assert_int_equal(at.column, 2);
    rb_source_end(&source, 3, &line, &column);
    assert_int_equal(line, 3);
    assert_int_equal(column, 8);
    rb_source_place(&source, 3, &line, &column);
    assert_int_equal(line, 9);
    assert_int_equal(column, 1);
    at = rb_places_find(&places, 6);
    assert_int_equal(at.line, 9);
    assert_int_equal(at.column, 7);
    assert_int_equal(at.byte, 9);
    for (uint32_t start = 7; start-- > 0;)
        same(&source, rb_places_find(&places, start), start);
    rb_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(walking_finds_what_looking_finds),
        cmocka_unit_test(a_cut_text_has_the_places_of_its_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
