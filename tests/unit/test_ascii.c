#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"

/* Every byte, as int and as the char it may be, against the lists written out. */
static void test_classes(void **state)
{
    static const char upper[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const char lower[] = "abcdefghijklmnopqrstuvwxyz";
    static const char digits[] = "0123456789";
    static const char spaces[] = " \t\n\v\f\r";

    (void)state;
    for (int c = -128; c < 256; c++) {
        bool ascii = c > 0 && c < 128;
        const char *at;

        assert_int_equal(rb_is_upper(c), ascii && strchr(upper, c));
        assert_int_equal(rb_is_lower(c), ascii && strchr(lower, c));
        assert_int_equal(rb_is_digit(c), ascii && strchr(digits, c));
        assert_int_equal(rb_is_space(c), ascii && strchr(spaces, c));
        assert_int_equal(rb_is_alpha(c), rb_is_upper(c) || rb_is_lower(c));
        assert_int_equal(rb_is_alnum(c), rb_is_alpha(c) || rb_is_digit(c));
        if (c > 127)
            continue;
        at = ascii ? strchr(upper, c) : NULL;
        assert_int_equal(rb_to_lower((char)c), at ? lower[at - upper] : (char)c);
        at = ascii ? strchr(lower, c) : NULL;
        assert_int_equal(rb_to_upper((char)c), at ? upper[at - lower] : (char)c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_classes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
