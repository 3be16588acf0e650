#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fact/phone_scan.h"

struct entry {
    const char *word;
    uint32_t class;
};

static void every_word_has_its_class(void **state)
{
    static const struct entry entries[] = {
#define PHONE_WORD(word, class) {#word, RB_WORD_##class},
#include "fact/phone.def"
#undef PHONE_WORD
    };
    const size_t n = sizeof entries / sizeof entries[0];

    (void)state;
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && strcmp(entries[i - 1].word, entries[i].word) > 0)
            fail_msg("%s stands before %s", entries[i - 1].word, entries[i].word);
        if (!(rb_phone_word(rb_slice_str(entries[i].word)) & entries[i].class))
            fail_msg("%s is not found", entries[i].word);
    }
}

static void words_are_found_without_case_and_marks(void **state)
{
    (void)state;
    assert_true(rb_phone_word(rb_slice_str("Mobile")) & RB_WORD_CUE);
    assert_true(rb_phone_word(rb_slice_str("p.m")) & RB_WORD_UNIT);
    assert_true(rb_phone_word(rb_slice_str("It's")) & RB_WORD_IS);
    assert_true(rb_phone_word(rb_slice_str("number\xE2\x80\x99s")) & RB_WORD_NUMBER);
    assert_true(rb_phone_word(rb_slice_str("claim's")) & RB_WORD_LABEL);
    assert_int_equal(rb_phone_word(rb_slice_str("zebra")), 0);
    assert_int_equal(rb_phone_word(rb_slice_str("")), 0);
    assert_int_equal(rb_phone_word(rb_slice_str("incomprehensibilities")), 0);
}

static void marks_part_figures_by_degrees(void **state)
{
    (void)state;
    assert_int_equal(rb_phone_level(RB_GAP_DASH, false), RB_LEVEL_TIGHT);
    assert_int_equal(rb_phone_level(RB_GAP_SPACE | RB_GAP_FRONT, false), RB_LEVEL_SPACE);
    assert_int_equal(rb_phone_level(RB_GAP_COMMA, false), RB_LEVEL_NONE);
    assert_int_equal(rb_phone_level(RB_GAP_COMMA, true), RB_LEVEL_PAUSE);
    assert_int_equal(rb_phone_level(rb_phone_mark(':', true), false), RB_LEVEL_NONE);
    assert_int_equal(rb_phone_mark(0x2013, true), RB_GAP_DASH);
    assert_int_equal(rb_phone_mark('.', false), RB_GAP_DOTS);
    assert_int_equal(rb_phone_mark('?', true), RB_GAP_BREAK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_has_its_class),
        cmocka_unit_test(words_are_found_without_case_and_marks),
        cmocka_unit_test(marks_part_figures_by_degrees),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
