/* Syllables and consonant sounds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clock/syllable.h"

struct row {
    const char *word;
    uint32_t syllables, consonants;
};

static void check(const struct row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct rb_sounds got = rb_sounds_of(rb_slice_str(rows[i].word));

        if (got.syllables != rows[i].syllables || got.consonants != rows[i].consonants)
            print_error("%s: %u syllables, %u consonants\n", rows[i].word, got.syllables,
                        got.consonants);
        assert_int_equal(got.syllables, rows[i].syllables);
        assert_int_equal(got.consonants, rows[i].consonants);
    }
}

static void test_syllables(void **state)
{
    static const struct row ROWS[] = {
        {"a", 1, 0},      {"plant", 1, 4},  {"window", 2, 4},   {"candle", 2, 4},
        {"sale", 1, 2},   {"sales", 1, 3},  {"houses", 2, 3},   {"boxes", 2, 4},
        {"called", 1, 3}, {"wanted", 2, 4}, {"needed", 2, 3},   {"handled", 2, 5},
        {"the", 1, 1},    {"free", 1, 2},   {"churches", 2, 4}, {"dishes", 2, 3},
    };

    (void)state;
    check(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void test_consonants(void **state)
{
    static const struct row ROWS[] = {
        {"yes", 1, 2},    {"day", 1, 1},    {"night", 1, 2},     {"caught", 1, 2}, {"ghost", 1, 3},
        {"match", 1, 2},  {"think", 1, 3},  {"back", 1, 2},      {"edge", 1, 1},   {"song", 1, 2},
        {"finger", 2, 4}, {"knee", 1, 1},   {"write", 1, 2},     {"lamb", 1, 2},   {"lumber", 2, 4},
        {"six", 1, 3},    {"yellow", 2, 3}, {"telephone", 3, 4},
    };

    (void)state;
    check(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void test_written_forms(void **state)
{
    static const struct row ROWS[] = {
        {"CALLED", 1, 3},
        {"you're", 1, 2},
        {"you\xE2\x80\x99re", 1, 2},
        {"caf\xC3\xA9", 2, 2},              /* é */
        {"BlueOcean", 3, 4},                /* a capital begins a syllable */
        {"double-you", 3, 3},               /* a hyphen does too */
        {"\xE6\x97\xA5\xE6\x9C\xAC", 1, 1}, /* of another script: something */
    };

    (void)state;
    check(ROWS, sizeof ROWS / sizeof *ROWS);
}

/* No word is too long, and none has no syllable. */
static void test_any_bytes(void **state)
{
    char word[5000];
    struct rb_sounds got;

    (void)state;
    for (size_t i = 0; i < sizeof word; i++)
        word[i] = i % 2 ? 'a' : 't';
    got = rb_sounds_of(rb_slice_of(word, sizeof word));
    assert_int_equal(got.syllables, sizeof word / 2);
    assert_int_equal(got.consonants, sizeof word / 2);
    got = rb_sounds_of(rb_slice_str("\xFF\x1A..."));
    assert_int_equal(got.syllables, 1);
    got = rb_sounds_of(rb_slice_of("", 0));
    assert_int_equal(got.syllables, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_syllables),
        cmocka_unit_test(test_consonants),
        cmocka_unit_test(test_written_forms),
        cmocka_unit_test(test_any_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
