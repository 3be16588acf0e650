/* Times of places in a draft, what cutting words saves, and a speaker's own pace. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ringback.h>

#include "clock_fixture.h"
#include "draft/draft.h"

struct timed {
    struct rb_arena arena;
    struct rb_draft draft;
};

static void time_it(struct timed *t, const char *written)
{
    rb_arena_init(&t->arena);
    t->draft = (struct rb_draft){
        .known = {.words_per_minute = RB_RATE_PACE, .measured_ms = RINGBACK_UNSET}};
    fixture_clock(&t->arena, written, 140, &t->draft.text, &t->draft.clock);
}

static uint32_t place_of(const struct timed *t, const char *words)
{
    const char *text = t->draft.text.source.text.ptr, *at = strstr(text, words);

    assert_non_null(at);
    return (uint32_t)(at - text);
}

/* What is said to be saved is what the clock says of the draft without the words. */
static void cutting_saves_what_the_clock_says(void **state)
{
    static const struct {
        const char *whole, *cut, *rest;
    } ROWS[] = {
        {"Hi Ana. It rained all day. This is Ned.", "It rained all day.", "Hi Ana. This is Ned."},
        {"Hi Ana. It rained all day.", "It rained all day.", "Hi Ana."},
        {"It rained all day. Hi Ana.", "It rained all day.", "Hi Ana."},
        {"Hi Ana, this is Ned.", "this is Ned.", "Hi Ana."},
        {"Hi Ana, my dear, this is Ned.", "my dear,", "Hi Ana, this is Ned."},
        /* the full stop stays, the comma goes */
        {"Hi Ana, my dear. This is Ned.", "my dear", "Hi Ana. This is Ned."},
        {"This is my old friend Ned.", "old friend", "This is my Ned."},
        {"Call 312-555-0142 or 312-555-0199 today.", "or 312-555-0199", "Call 312-555-0142 today."},
        {"Only this.", "Only this.", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct timed whole, rest;
        uint32_t start, saved;

        time_it(&whole, ROWS[i].whole);
        time_it(&rest, ROWS[i].rest);
        start = place_of(&whole, ROWS[i].cut);
        saved = rb_draft_saves_ms(&whole.draft, start, start + (uint32_t)strlen(ROWS[i].cut));
        if (whole.draft.clock.total_ms - saved != rest.draft.clock.total_ms)
            print_error("%s\n", ROWS[i].whole);
        assert_int_equal(whole.draft.clock.total_ms - saved, rest.draft.clock.total_ms);
        rb_arena_free(&whole.arena);
        rb_arena_free(&rest.arena);
    }
}

static void cutting_nothing_saves_nothing(void **state)
{
    struct timed t;

    (void)state;
    time_it(&t, "Hi Ana, this is Ned.");
    assert_int_equal(rb_draft_saves_ms(&t.draft, 3, 3), 0);
    assert_int_equal(rb_draft_saves_ms(&t.draft, 6, 7), 0); /* the comma */
    assert_int_equal(rb_draft_saves_ms(&t.draft, 20, 20), 0);
    /* Within a word the whole word goes. */
    assert_int_equal(rb_draft_saves_ms(&t.draft, 4, 5), rb_draft_saves_ms(&t.draft, 3, 6));
    rb_arena_free(&t.arena);
    time_it(&t, "");
    assert_int_equal(rb_draft_saves_ms(&t.draft, 0, 0), 0);
    rb_arena_free(&t.arena);
}

static void a_measured_time_gives_the_pace(void **state)
{
    struct timed t;
    uint32_t total;

    (void)state;
    time_it(&t, "Hi Ana, this is Ned. I will call you on Monday.");
    total = t.draft.clock.total_ms;
    assert_int_equal(rb_draft_pace(&t.draft), 150);
    t.draft.known.measured_ms = total;
    assert_int_equal(rb_draft_pace(&t.draft), 150);
    t.draft.known.measured_ms = total / 2;
    assert_in_range(rb_draft_pace(&t.draft), 299, 301);
    t.draft.known.measured_ms = total * 3;
    assert_int_equal(rb_draft_pace(&t.draft), 50);
    t.draft.known.measured_ms = 1;
    assert_true(rb_draft_pace(&t.draft) > 100000);
    t.draft.known.measured_ms = 0;
    assert_int_equal(rb_draft_pace(&t.draft), UINT32_MAX);
    rb_arena_free(&t.arena);
}

/* A silence of two seconds takes two seconds at any pace. */
static void named_silence_is_no_speech(void **state)
{
    struct timed plain, silent;

    (void)state;
    time_it(&plain, "Hi Ana. This is Ned.");
    time_it(&silent, "Hi Ana. (pause 2 seconds) This is Ned.");
    plain.draft.known.measured_ms = 1500;
    silent.draft.known.measured_ms = 3500;
    assert_int_equal(rb_draft_pace(&silent.draft), rb_draft_pace(&plain.draft));
    silent.draft.known.measured_ms = 2000;
    assert_int_equal(rb_draft_pace(&silent.draft), UINT32_MAX);
    rb_arena_free(&plain.arena);
    rb_arena_free(&silent.arena);
}

static void nothing_has_the_pace_that_was_set(void **state)
{
    struct timed t;

    (void)state;
    time_it(&t, "...");
    t.draft.known.measured_ms = 5000;
    assert_int_equal(rb_draft_pace(&t.draft), 150);
    rb_arena_free(&t.arena);
}

/* Where a span ends that has no word, more than there is, or nothing around it. */
static void spans_without_words(void **state)
{
    struct timed t;

    (void)state;
    time_it(&t, "Hi  Ana ... now.");
    assert_int_equal(rb_draft_end_ms(&t.draft, 2, 4), rb_draft_start_ms(&t.draft, 4));
    assert_int_equal(rb_draft_end_ms(&t.draft, 4, 11), rb_draft_end_ms(&t.draft, 4, 7));
    assert_int_equal(rb_draft_end_ms(&t.draft, 4, 7), t.draft.clock.token_end_ms[1]);
    assert_int_equal(rb_draft_end_ms(&t.draft, 0, 1000), rb_draft_end_ms(&t.draft, 0, 15));
    assert_int_equal(rb_draft_end_ms(&t.draft, 0, 0), 0);
    rb_arena_free(&t.arena);
    time_it(&t, "");
    assert_int_equal(rb_draft_end_ms(&t.draft, 0, 0), 0);
    assert_int_equal(rb_draft_end_ms(&t.draft, 0, 9), 0);
    rb_arena_free(&t.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cutting_saves_what_the_clock_says),
        cmocka_unit_test(cutting_nothing_saves_nothing),
        cmocka_unit_test(a_measured_time_gives_the_pace),
        cmocka_unit_test(named_silence_is_no_speech),
        cmocka_unit_test(nothing_has_the_pace_that_was_set),
        cmocka_unit_test(spans_without_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
