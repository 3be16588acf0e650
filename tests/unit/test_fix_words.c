#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "fix/words.h"

static struct rb_arena arena;

static struct rb_text text_of(const char *s)
{
    struct rb_text text;

    assert_true(rb_text_make(&arena, rb_slice_str(s), &text));
    return text;
}

static int setup(void **state)
{
    (void)state;
    rb_arena_init(&arena);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    rb_arena_free(&arena);
    return 0;
}

/* What is not sorted is not found. */
static void test_table(void **state)
{
#define WORD(word, classes) word,
    static const char *const words[] = {
#include "fix/words.def"
    };
#undef WORD

    (void)state;
    for (size_t i = 1; i < sizeof words / sizeof *words; i++)
        assert_true(strcmp(words[i - 1], words[i]) < 0);
}

static void test_classes(void **state)
{
    struct rb_text text = text_of("Visit us, it’s the well-known shop - or (maybe) don't.");
    static const uint32_t wanted[] = {
        RB_WORD_VERB,    RB_WORD_SOFT,  RB_WORD_COMMA, RB_WORD_ANAPHOR,
        RB_WORD_ARTICLE, RB_WORD_SOFT,  RB_WORD_MARK,  RB_WORD_UNKNOWN,
        RB_WORD_UNKNOWN, RB_WORD_COMMA, RB_WORD_CONJ,
    };

    (void)state;
    for (uint32_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!(rb_fix_class(&text, i) & wanted[i]))
            fail_msg("token %u is of %#x", (unsigned)i, (unsigned)rb_fix_class(&text, i));
    /* A hyphen stands between no pieces, a stop ends them. */
    assert_int_equal(rb_fix_class(&text, 6), RB_WORD_MARK);
    assert_true(rb_fix_class(&text, text.n_tokens - 1) & RB_WORD_END);
}

static void test_head(void **state)
{
    struct rb_text text = text_of("please just call me");
    uint32_t head = 99;

    (void)state;
    assert_true(rb_fix_head(&text, 0, 4, &head) & RB_WORD_VERB);
    assert_int_equal(head, 2);
    head = 99;
    assert_int_equal(rb_fix_head(&text, 0, 2, &head), 0);
    assert_int_equal(head, 99);
}

static void test_is(void **state)
{
    struct rb_text text = text_of("VISIT visits");

    (void)state;
    assert_true(rb_fix_is(&text, 0, "visit"));
    assert_false(rb_fix_is(&text, 1, "visit"));
    assert_false(rb_fix_is(&text, 0, "visits"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_head),
        cmocka_unit_test(test_is),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
