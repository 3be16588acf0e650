#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/clause.h"
#include "text/lexicon.h"

static void words_are_found_without_case(void **state)
{
    (void)state;
    assert_true(rb_lexicon(rb_slice_str("Mr")) & RB_LEX_TITLE);
    assert_true(rb_lexicon(rb_slice_str("INC")) & RB_LEX_ORG);
    assert_true(rb_lexicon(rb_slice_str("a.m")) & RB_LEX_TIMEAP);
    assert_true(rb_lexicon(rb_slice_str("I\xE2\x80\x99m")) & RB_LEX_STARTER);
    assert_true(rb_parts(rb_slice_str("can\xE2\x80\x99t")) & RB_PART_AUX);
}

static void others_have_no_classes(void **state)
{
    (void)state;
    assert_int_equal(rb_lexicon(rb_slice_str("")), 0);
    assert_int_equal(rb_lexicon(rb_slice_str("0")), 0);
    assert_int_equal(rb_lexicon(rb_slice_str("zzzzzz")), 0);
    assert_int_equal(rb_lexicon(rb_slice_str("astonishinglylongword")), 0);
    assert_int_equal(rb_parts(rb_slice_str("warehouse")), 0);
}

static void the_tables_are_sorted(void **state)
{
    static const char *const lexicon[] = {
#define WORD(word, classes) word,
#include "text/lexicon.def"
#undef WORD
    };
    static const char *const clauses[] = {
#define WORD(word, classes) word,
#include "text/clause.def"
#undef WORD
    };

    (void)state;
    for (size_t i = 1; i < sizeof lexicon / sizeof lexicon[0]; i++)
        assert_true(strcmp(lexicon[i - 1], lexicon[i]) < 0);
    for (size_t i = 1; i < sizeof clauses / sizeof clauses[0]; i++)
        assert_true(strcmp(clauses[i - 1], clauses[i]) < 0);
    for (size_t i = 0; i < sizeof lexicon / sizeof lexicon[0]; i++)
        assert_true(rb_lexicon(rb_slice_str(lexicon[i])) != 0);
    for (size_t i = 0; i < sizeof clauses / sizeof clauses[0]; i++)
        assert_true(rb_parts(rb_slice_str(clauses[i])) != 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_without_case),
        cmocka_unit_test(others_have_no_classes),
        cmocka_unit_test(the_tables_are_sorted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
