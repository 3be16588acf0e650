#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report_fixture.h"
#include "result/fingerprint.h"
#include "result/seen.h"

static const char draft[] =
    "Hi Ines. It’s Bo -- we MAKE the best   boats,\nÉlan and all! Call 555 0142.";

static void words_of(const ringback_result *r, const struct rb_finding *f, const char *heading,
                     const char *expected)
{
    struct rb_buffer out;

    rb_buffer_init(&out);
    rb_fingerprint_words(&out, r, f, rb_slice_str(heading), 3);
    rb_buffer_putc(&out, '\0');
    assert_string_equal(out.ptr, expected);
    rb_buffer_free(&out);
}

static void words_are_those_of_the_sentence(void **state)
{
    ringback_result *r = fixture(draft);
    struct rb_finding *said =
        fixture_finding(r, "no-boast", RINGBACK_WARNING, 3, "the best", "Boast.", "");
    struct rb_finding *missing =
        fixture_finding(r, "ask-present", RINGBACK_ERROR, 8, NULL, "No ask.", "");

    (void)state;
    words_of(r, said, "Any heading", "it s bo we make the best boats élan and all");
    words_of(r, missing, "", "#3");
    /* What is said of the whole draft stands by none of its sentences. */
    said->whole = true;
    words_of(r, said, "", "#3");
    words_of(r, missing, "  First Touch: *warm*!", "first touch warm");
    fixture_free(r);
}

static void the_hash_is_the_documented_one(void **state)
{
    ringback_result *r = fixture("Hi.");
    struct rb_finding *said = fixture_finding(r, "a", RINGBACK_ERROR, 1, "Hi", "M.", "");
    struct rb_finding *missing = fixture_finding(r, "a", RINGBACK_ERROR, 1, NULL, "M.", "");
    struct rb_buffer out;

    (void)state;
    /* FNV-1a of "", of "a", and of "foobar", as its authors give them. */
    assert_true(rb_fnv(RB_FNV_BASIS, rb_slice_str("")) == UINT64_C(0xcbf29ce484222325));
    assert_true(rb_fnv(RB_FNV_BASIS, rb_slice_str("a")) == UINT64_C(0xaf63dc4c8601ec8c));
    assert_true(rb_fnv(RB_FNV_BASIS, rb_slice_str("foobar")) == UINT64_C(0x85944171f73967e8));
    assert_true(rb_fingerprint(said, rb_slice_str("hi")) ==
                rb_fnv(RB_FNV_BASIS, rb_slice_of("a\0said\0hi", 9)));
    assert_true(rb_fingerprint(missing, rb_slice_str("#1")) ==
                rb_fnv(RB_FNV_BASIS, rb_slice_of("a\0missing\0#1", 12)));
    rb_buffer_init(&out);
    rb_fingerprint_put(&out, UINT64_C(0x0123456789abcdef) >> 8);
    rb_buffer_putc(&out, '\0');
    assert_string_equal(out.ptr, "000123456789abcd");
    rb_buffer_free(&out);
    fixture_free(r);
}

static void hashes_are_counted(void **state)
{
    struct rb_seen seen = {NULL};
    struct rb_arena arena;

    (void)state;
    rb_arena_init(&arena);
    /* Equal in all bits but the last ones: the tree's deepest. */
    for (uint32_t round = 1; round <= 3; round++)
        for (uint64_t i = 0; i < 500; i++) {
            uint32_t *count = rb_seen_count(&arena, &seen, i << 52);

            assert_non_null(count);
            assert_int_equal(++*count, round);
        }
    rb_arena_free(&arena);
}

/* Of a sentence without end only the beginning counts, of bytes that are no text nothing. */
static void words_have_an_end(void **state)
{
    char *text = malloc(3001);
    ringback_result *r;
    struct rb_finding *said, *gone;
    struct rb_buffer out;

    (void)state;
    assert_non_null(text);
    memset(text, 'a', 3000);
    text[3000] = '\0';
    r = fixture(text);
    said = fixture_finding(r, "a", RINGBACK_ERROR, 1, "aaa", "M.", "");
    rb_buffer_init(&out);
    rb_fingerprint_words(&out, r, said, rb_slice_str(""), 1);
    assert_int_equal(out.len, 2000);
    rb_buffer_clear(&out);
    gone = fixture_finding(r, "a", RINGBACK_ERROR, 1, NULL, "M.", "");
    rb_fingerprint_words(&out, r, gone,
                         rb_slice_str("\xFF"
                                      "b\xFF"
                                      "c"),
                         1);
    rb_buffer_putc(&out, '\0');
    assert_string_equal(out.ptr, "b c");
    rb_buffer_free(&out);
    fixture_free(r);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_those_of_the_sentence),
        cmocka_unit_test(the_hash_is_the_documented_one),
        cmocka_unit_test(hashes_are_counted),
        cmocka_unit_test(words_have_an_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
