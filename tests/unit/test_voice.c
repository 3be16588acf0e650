/* What will be said as it builds up, and looking at the text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clock/voice.h"

static const struct rb_phones NO_PHONES;

struct page {
    struct rb_arena arena;
    struct rb_text text;
    struct rb_voice voice;
};

static void open_page(struct page *p, const char *s)
{
    p->text = (struct rb_text){.source.text = rb_slice_str(s)};
    rb_arena_init(&p->arena);
    rb_voice_init(&p->voice, &p->arena, &p->text, &NO_PHONES);
}

static void test_a_phrase_is_its_words(void **state)
{
    struct page p;

    (void)state;
    open_page(&p, "");
    rb_voice_say(&p.voice, 3, "a square foot");
    rb_voice_say(&p.voice, 4, "");
    assert_int_equal(p.voice.count, 3);
    assert_true(rb_slice_is(p.voice.items[1].text, "square"));
    assert_int_equal(p.voice.items[2].pos, 3);
    rb_arena_free(&p.arena);
}

static void test_the_longest_pause_counts(void **state)
{
    struct page p;

    (void)state;
    open_page(&p, "");
    rb_voice_pause(&p.voice, RB_PAUSE_SENTENCE); /* before the first word: none */
    rb_voice_say(&p.voice, 0, "so");
    rb_voice_pause(&p.voice, RB_PAUSE_SENTENCE);
    rb_voice_pause(&p.voice, RB_PAUSE_COMMA);
    rb_voice_hold(&p.voice, 500);
    rb_voice_hold(&p.voice, UINT32_MAX);
    assert_int_equal(p.voice.lead_pause, RB_PAUSE_NONE);
    assert_int_equal(p.voice.items[0].pause, RB_PAUSE_SENTENCE);
    assert_int_equal(p.voice.items[0].hold_ms, UINT32_MAX);
    rb_arena_free(&p.arena);
}

static void test_looking_ends_at_the_end(void **state)
{
    struct page p;

    (void)state;
    open_page(&p, "it\xE2\x80\x99s \xE2\x80\x93 caf\xC3\xA9");
    assert_int_equal(rb_look(&p.voice, 0), 'i');
    assert_int_equal(rb_look(&p.voice, 1000), 0);
    assert_int_equal(rb_look_back(&p.voice, 0), ' ');
    assert_int_equal(rb_look_apostrophe(&p.voice, 2), 3);
    assert_int_equal(rb_look_dash(&p.voice, 7), 3);
    assert_int_equal(rb_look_dash(&p.voice, 0), 0);
    assert_int_equal(rb_skip_blank(&p.voice, 6), 7);
    assert_int_equal(rb_look_letter(&p.voice, 14), 2);
    p.voice.end = 15; /* in the middle of a letter */
    assert_int_equal(rb_look_letter(&p.voice, 14), 0);
    rb_arena_free(&p.arena);
}

static void test_words_around(void **state)
{
    struct page p;

    (void)state;
    open_page(&p, "see Oak Street");
    assert_true(rb_slice_is(rb_word_at(&p.voice, 4), "Oak"));
    assert_true(rb_slice_is(rb_word_before(&p.voice, 4), "see"));
    assert_int_equal(rb_word_before(&p.voice, 0).len, 0);
    assert_int_equal(rb_match_word(&p.voice, 4, "oak"), 7);
    assert_int_equal(rb_match_word(&p.voice, 4, "oa"), 0);
    assert_true(rb_slice_like(rb_slice_str("OAK"), "oak"));
    assert_false(rb_slice_like(rb_slice_str("oak"), "oaks"));
    rb_arena_free(&p.arena);
}

static void test_without_memory_nothing_is_said(void **state)
{
    struct page p;

    (void)state;
    open_page(&p, "");
    p.arena.failed = true;
    rb_voice_say(&p.voice, 0, "lost words");
    assert_int_equal(p.voice.count, 0);
    rb_arena_free(&p.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_phrase_is_its_words),
        cmocka_unit_test(test_the_longest_pause_counts),
        cmocka_unit_test(test_looking_ends_at_the_end),
        cmocka_unit_test(test_words_around),
        cmocka_unit_test(test_without_memory_nothing_is_said),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
