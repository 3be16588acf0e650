/* Which line breaks only wrap a paragraph. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clock/expand.h"

/* For each line but the first: w when its break only wraps, | when it does not. */
static void check(const char *written, const char *want)
{
    struct rb_lines lines = {0};
    struct rb_arena arena;
    struct rb_text text;
    char got[64];
    size_t n = 0;

    rb_arena_init(&arena);
    assert_true(rb_text_make(&arena, rb_slice_str(written), &text));
    for (uint32_t t = 0; t < text.n_tokens && n + 1 < sizeof got; t++) {
        if (text.tokens[t].flags & RB_TOK_NEWLINE)
            got[n++] = rb_line_wraps(&lines, &text, t) ? 'w' : '|';
    }
    got[n] = '\0';
    assert_string_equal(got, want);
    rb_arena_free(&arena);
}

static void test_a_wrapped_paragraph(void **state)
{
    (void)state;
    check("We make the candles that burn in half of the hotels\n"
          "of the county, and they burn for twice as long as\n"
          "Tallow's and cost no more than what you burn.\n",
          "ww");
}

static void test_a_sentence_goes_on(void **state)
{
    (void)state;
    check("Hi Ned, this is Ana Lopez and I'm the regional\n"
          "account manager at Tallow's. We make the candles that\n"
          "burn twice as long.\n",
          "ww");
    /* Lines for the breath, each with room left. */
    check("Hi Ned, this is Ana Lopez from Tallow's in Harrow\n"
          "and this is a line of its own that is far wider than the others are wide\n",
          "w");
    check("Hi Ned, this is Ana Lopez\n"
          "and this is a line of its own that is far wider than the others are wide\n",
          "|");
}

static void test_short_lines_are_lines(void **state)
{
    (void)state;
    check("Hi Ned\nit is Ana\ncall me\n", "||");
}

static void test_a_line_with_room_left_ends(void **state)
{
    (void)state;
    check("We make the candles that burn in half of the hotels\n"
          "of the county.\n"
          "call me for the price of one hundred of them today\n",
          "w|");
}

static void test_a_blank_line_ends(void **state)
{
    (void)state;
    check("We make the candles that burn in half of the hotels\n\nof the county\n", "|");
}

static void test_one_long_line_and_a_new_sentence(void **state)
{
    (void)state;
    check("We make the candles that burn in half of the hotels\nCall me\n", "|");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_wrapped_paragraph),
        cmocka_unit_test(test_a_sentence_goes_on),
        cmocka_unit_test(test_short_lines_are_lines),
        cmocka_unit_test(test_a_line_with_room_left_ends),
        cmocka_unit_test(test_a_blank_line_ends),
        cmocka_unit_test(test_one_long_line_and_a_new_sentence),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
