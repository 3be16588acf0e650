#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fact/number_words.h"

static void check(const char *word, enum rb_number_kind kind, uint16_t value)
{
    struct rb_number_word number = rb_number_word(rb_slice_str(word));

    if (number.kind != (uint8_t)kind || number.value != value)
        fail_msg("%s: kind %d, value %d", word, number.kind, number.value);
}

static void every_word_of_the_table_is_found(void **state)
{
    (void)state;
#define NUMBER_WORD(word, kind, value) check(#word, RB_NUMBER_##kind, value);
#include "fact/number_words.def"
#undef NUMBER_WORD
    check("Seven", RB_NUMBER_DIGIT, 7);
    check("OH", RB_NUMBER_DIGIT, 0);
}

static void other_words_are_none(void **state)
{
    (void)state;
    check("", RB_NUMBER_NONE, 0);
    check("to", RB_NUMBER_NONE, 0);
    check("ate", RB_NUMBER_NONE, 0);
    check("seve", RB_NUMBER_NONE, 0);
    check("sevens", RB_NUMBER_NONE, 0);
    check("seventeenth", RB_NUMBER_NONE, 0);
}

static void the_longest_word_begins_a_run(void **state)
{
    size_t len = 0;

    (void)state;
    assert_int_equal(rb_number_prefix(rb_slice_str("seventeenone"), &len).value, 17);
    assert_int_equal(len, 9);
    assert_int_equal(rb_number_prefix(rb_slice_str("sevenone"), &len).value, 7);
    assert_int_equal(len, 5);
    assert_int_equal(rb_number_prefix(rb_slice_str("hello"), &len).kind, RB_NUMBER_NONE);
    assert_int_equal(len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_of_the_table_is_found),
        cmocka_unit_test(other_words_are_none),
        cmocka_unit_test(the_longest_word_begins_a_run),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
