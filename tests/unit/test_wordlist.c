#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/wordlist.h"

static struct rb_wordlist_key key_of(const char *word)
{
    struct rb_wordlist_key key;

    if (!rb_wordlist_read(&key, rb_slice_str(word)))
        fail_msg("%s is not read", word);
    return key;
}

/* Whatever its length, a key holds each byte of the word once, in lower case. */
static void keys_hold_the_bytes_in_order(void **state)
{
    static const char word[] = "AbCdEfGhIjKlMnO";

    (void)state;
    for (size_t n = 1; n <= RB_WORDLIST_LONGEST; n++) {
        struct rb_wordlist_key key;

        assert_true(rb_wordlist_read(&key, rb_slice_of(word, n)));
        for (size_t i = 0; i < 16; i++) {
            uint64_t half = i < 8 ? key.head : key.tail;

            assert_int_equal(half >> 8 * (i % 8) & 0xFF, i < n ? 'a' + i : 0);
        }
    }
}

static void only_letters_have_a_case(void **state)
{
    (void)state;
    assert_true(key_of("@[`{\xC3\x89").head == key_of("@[`{\xC3\x89").head);
    assert_false(key_of("@[").head == key_of("`{").head);
    assert_false(key_of("\xC3\x89").head == key_of("\xC3\xA9").head);
    assert_true(key_of("Z").head == key_of("z").head);
}

static void words_that_no_list_holds_are_refused(void **state)
{
    struct rb_wordlist_key key;

    (void)state;
    assert_false(rb_wordlist_read(&key, rb_slice_str("")));
    assert_false(rb_wordlist_read(&key, rb_slice_str("responsibilities")));
}

static void marks_are_seen_wherever_they_stand(void **state)
{
    struct rb_wordlist_key key;

    (void)state;
    for (size_t i = 0; i < RB_WORDLIST_LONGEST; i++) {
        char word[RB_WORDLIST_LONGEST + 1] = "abcdefghijklmno";

        word[i] = '.';
        key = key_of(word);
        assert_true(rb_wordlist_has(&key, '.'));
        assert_false(rb_wordlist_has(&key, '\''));
        assert_false(rb_wordlist_is_wide(&key));
        word[i] = '\xE2';
        key = key_of(word);
        assert_true(rb_wordlist_is_wide(&key));
    }
}

/* Two words that begin their search at one slot are both found, and no third. */
static void words_that_share_a_slot_are_told_apart(void **state)
{
    static const struct rb_wordlist_entry entries[] = {{"call", 1}, {"call", 2}, {"ring", 4}};
    static uint16_t slots[RB_WORDLIST_SLOTS];
    const struct rb_wordlist list = {entries, 3, slots};
    struct rb_wordlist_key call = key_of("call"), ring = key_of("ring"), text = key_of("text");
    uint32_t at = rb_wordlist_slot(&call);

    (void)state;
    slots[at] = 1;
    slots[(at + 1) % RB_WORDLIST_SLOTS] = 3;
    assert_int_equal(rb_wordlist_find(&list, &call), 3);
    assert_int_equal(rb_wordlist_find(&list, &text), 0);
    slots[rb_wordlist_slot(&ring)] = 1;
    slots[(rb_wordlist_slot(&ring) + 1) % RB_WORDLIST_SLOTS] = 3;
    assert_int_equal(rb_wordlist_find(&list, &ring), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_hold_the_bytes_in_order),
        cmocka_unit_test(only_letters_have_a_case),
        cmocka_unit_test(words_that_no_list_holds_are_refused),
        cmocka_unit_test(marks_are_seen_wherever_they_stand),
        cmocka_unit_test(words_that_share_a_slot_are_told_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
