/* The clock's word lists: each is sorted, without doubles, in small letters, and found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clock/words.h"

#define KEY_ONLY(key) key,
#define KEY_TWO(key, b) key,
#define KEY_THREE(key, b, c) key,

#define WORD KEY_ONLY
#define CAPITALS KEY_ONLY
#define CODE KEY_ONLY
#define SPELLED KEY_TWO
#define MEASURED KEY_TWO
#define SAID KEY_TWO
#define STATE KEY_TWO
#define ABBREV KEY_THREE
#define UNIT KEY_THREE
#define CALENDAR KEY_THREE

static const char *const FUNCTION_KEYS[] = {
#include "clock/function.def"
};
static const char *const MEASURED_KEYS[] = {
#include "clock/measured.def"
};
static const char *const ABBREV_KEYS[] = {
#include "clock/abbreviation.def"
};
static const char *const UNIT_KEYS[] = {
#include "clock/unit.def"
};
static const char *const INITIALISM_KEYS[] = {
#include "clock/initialism.def"
};
static const char *const SAID_KEYS[] = {
#include "clock/said.def"
};
static const char *const CAPITALS_KEYS[] = {
#include "clock/capitals.def"
};
static const char *const CALENDAR_KEYS[] = {
#include "clock/calendar.def"
};
static const char *const CODE_KEYS[] = {
#include "clock/code.def"
};
static const char *const STATE_KEYS[] = {
#include "clock/state.def"
};

static const struct {
    enum rb_word_list list;
    const char *const *keys;
    size_t n;
} LISTS[] = {
#define LIST(name) {RB_LIST_##name, name##_KEYS, sizeof name##_KEYS / sizeof *name##_KEYS},
    LIST(FUNCTION) LIST(MEASURED) LIST(ABBREV) LIST(UNIT) LIST(INITIALISM) LIST(SAID) LIST(CAPITALS)
        LIST(CALENDAR) LIST(CODE) LIST(STATE)};

static void test_lists_are_sorted(void **state)
{
    (void)state;
    assert_int_equal(sizeof LISTS / sizeof *LISTS, RB_LISTS);
    for (size_t l = 0; l < RB_LISTS; l++) {
        for (size_t i = 0; i < LISTS[l].n; i++) {
            const char *key = LISTS[l].keys[i];

            if (i > 0 && strcmp(LISTS[l].keys[i - 1], key) >= 0)
                fail_msg("%s is out of place", key);
            if (strlen(key) > RB_WORDLIST_LONGEST)
                fail_msg("%s is too long", key);
            for (const char *c = key; *c; c++)
                assert_false(*c >= 'A' && *c <= 'Z');
        }
    }
}

static void test_every_word_is_found_in_its_list(void **state)
{

    (void)state;
    for (size_t l = 0; l < RB_LISTS; l++) {
        for (size_t i = 0; i < LISTS[l].n; i++) {
            const struct rb_word_row *row =
                rb_words_find(LISTS[l].list, rb_slice_str(LISTS[l].keys[i]));

            assert_non_null(row);
            assert_string_equal(row->key, LISTS[l].keys[i]);
        }
    }
}

static void test_case_and_apostrophes(void **state)
{

    (void)state;
    assert_non_null(rb_words_find(RB_LIST_FUNCTION, rb_slice_str("The")));
    assert_non_null(rb_words_find(RB_LIST_FUNCTION, rb_slice_str("YOU\xE2\x80\x99RE")));
    assert_null(rb_words_find(RB_LIST_FUNCTION, rb_slice_str("grand")));
    assert_null(rb_words_find(RB_LIST_UNIT, rb_slice_str("the")));
    assert_null(rb_words_find(RB_LIST_FUNCTION, rb_slice_str("")));
    assert_null(rb_words_find(RB_LIST_FUNCTION, rb_slice_str("aaaaaaaaaaaaaaaaaaaaaaaaaa")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists_are_sorted),
        cmocka_unit_test(test_every_word_is_found_in_its_list),
        cmocka_unit_test(test_case_and_apostrophes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
