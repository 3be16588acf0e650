#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fact/phone.h"

struct pair {
    const char *a, *b;
};

static void check(const struct pair *pairs, size_t n, enum rb_same want)
{
    for (size_t i = 0; i < n; i++) {
        struct rb_slice a = rb_slice_str(pairs[i].a), b = rb_slice_str(pairs[i].b);

        if (rb_phone_compare(a, b) != want || rb_phone_compare(b, a) != want)
            fail_msg("%s and %s", pairs[i].a, pairs[i].b);
    }
}

static void the_same_number(void **state)
{
    static const struct pair pairs[] = {
        {"6175550142", "6175550142"},
        {"441614960142", "01614960142"},
        {"00441614960142", "441614960142"},
        {"16175550142", "6175550142"},
        {"6175550142", "5550142"},
        {"6175550142x12", "6175550142"},
        {"6175550142x12", "16175550142x12"},
        {"placeholder", "placeholder"},
        {"131126", "131126"},
        {"00441614960142", "01614960142"},
    };

    (void)state;
    check(pairs, sizeof pairs / sizeof pairs[0], RB_SAME_YES);
}

static void nearly_the_same_number(void **state)
{
    static const struct pair pairs[] = {
        {"6175550142", "6175550124"},  /* two digits changed places */
        {"6175550142", "617555014"},   /* one left out */
        {"6175550142", "61755501422"}, /* one too many */
        {"6175550142", "6175550777"},  /* three others */
        {"6175550142x12", "6175550142x13"}, {"01614960142", "01614960412"}, {"5550142", "5550143"},
    };

    (void)state;
    check(pairs, sizeof pairs / sizeof pairs[0], RB_SAME_NEARLY);
}

static void two_numbers(void **state)
{
    static const struct pair pairs[] = {
        {"6175550142", "2125558877"}, /* more than three digits differ */
        {"6175550142", "5551234"},    /* another length */
        {"6175550142", "550142"},     /* too short a tail to be the same */
        {"6175550142", "placeholder"},
        {"441614960142", "5550142"},
        {"6175550142", "617555014"
                       "22345"},
    };

    (void)state;
    check(pairs, sizeof pairs / sizeof pairs[0], RB_SAME_NO);
}

static void any_bytes_are_compared(void **state)
{
    char longer[200];

    (void)state;
    memset(longer, '7', sizeof longer);
    assert_int_equal(rb_phone_compare(rb_slice_of(longer, 200), rb_slice_of(longer, 200)),
                     RB_SAME_YES);
    assert_int_equal(rb_phone_compare(rb_slice_of(longer, 200), rb_slice_str("8")), RB_SAME_NO);
    assert_int_equal(rb_phone_compare(rb_slice_of("", 0), rb_slice_of("", 0)), RB_SAME_YES);
    assert_int_equal(rb_phone_compare(rb_slice_str("x"), rb_slice_str("5550142")), RB_SAME_NO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_number),
        cmocka_unit_test(nearly_the_same_number),
        cmocka_unit_test(two_numbers),
        cmocka_unit_test(any_bytes_are_compared),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
