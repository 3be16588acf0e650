/* When two values are the same: words, names in their several forms, placeholders. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lexicon_fixture.h"

static const char *const TITLES = "sets: {person_title: [mr, dr]}";

static void names(void **state)
{
    static const struct {
        const char *a, *b;
        bool same;
    } rows[] = {
        {"Ana", "Ana Lund", true},
        {"Lund", "Ana Lund", true},
        {"Ana Lund", "Ana Maria Lund", true},
        {"Ana Maria Lund", "Ana Eva Lund", true},
        {"Ana Lund", "Ana Berg", false},
        {"ana lund", "ana berg", true},
        {"Ana lund", "ana berg", false},
        {"ana lund", "Ana Berg", false},
        {"Mr. Lund", "Dr Lund", true},
        {"Mr.", "Dr", true},
        {"Mr.", "Lund", false},
        {"Lund", "Dr.", false},
        {"Bob", "Robert Lund", true},
        {"Bob Lund", "Robert", true},
        {"Robert Lund", "Bob Lund", true},
        {"Bob Berg", "Robert Lund", false},
        {"Ana-Maria Lund", "Ana Maria, Lund", true},
        {"Á. Lund", "á Lund", true},
        {"Áron", "Aron", false},
        {"An", "Ana", false},
        {"Ana", "An", false},
        {"a b c d e f g h i j k l", "a b c d e f g h i j k l", true},
        {"averyveryverylongnamethatisnotitle", "averyveryverylongnamethatisnotitle Lund", true},
        {"An\xFF", "An\xFF", true},
        {"", "", true},
        {"", "Ana", false},
        {"placeholder", "placeholder", true},
        {"placeholder", "Ana", false},
        {"Ana", "placeholder", false},
    };
    struct fixture f;

    (void)state;
    fixture_make(&f, TITLES);
    assert_non_null(f.lex);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const enum rb_same got = rb_value_compare(f.lex, RB_COMPARE_NAME, rb_slice_str(rows[i].a),
                                                  rb_slice_str(rows[i].b));

        if (got != (rows[i].same ? RB_SAME_YES : RB_SAME_NO))
            fail_msg("%s and %s: %d", rows[i].a, rows[i].b, (int)got);
    }
    fixture_free(&f);
}

/* Any other value is the same when its letters are, whatever their case. */
static void words(void **state)
{
    struct fixture f;

    (void)state;
    fixture_make(&f, TITLES);
    assert_non_null(f.lex);
    assert_int_equal(
        rb_value_compare(f.lex, RB_COMPARE_TEXT, rb_slice_str("Fern Co"), rb_slice_str("fern co")),
        RB_SAME_YES);
    assert_int_equal(
        rb_value_compare(f.lex, RB_COMPARE_TEXT, rb_slice_str("Fern Co"), rb_slice_str("fern")),
        RB_SAME_NO);
    assert_int_equal(rb_value_compare(f.lex, RB_COMPARE_NUMBER, rb_slice_str("6175550142"),
                                      rb_slice_str("16175550142")),
                     RB_SAME_YES);
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names),
        cmocka_unit_test(words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
