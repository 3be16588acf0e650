/* Times: of words, of tokens, in all. Expected values are sums of the rates. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "clock/clock.h"
#include "clock/rates.h"

/* "he", which carries little, and "grand", as rates.def times them; "the" as measured.def does. */
enum {
    HE = RB_RATE_WORD - RB_RATE_FUNCTION + RB_RATE_SYLLABLE + RB_RATE_CONSONANT,
    THE = 114,
    GRAND = RB_RATE_WORD + RB_RATE_SYLLABLE + 4 * RB_RATE_CONSONANT
};

struct timed {
    struct rb_arena arena;
    struct rb_text text;
    struct rb_phones phones;
    struct rb_clock clock;
};

static void time_it(struct timed *t, const char *written, struct rb_clock_options options)
{
    rb_arena_init(&t->arena);
    assert_true(rb_text_make(&t->arena, rb_slice_str(written), &t->text));
    assert_true(rb_phones_find(&t->arena, &t->text, &t->phones));
    assert_true(rb_clock_run(&t->arena, &t->text, &t->phones, &options, &t->clock));
}

static void test_words_and_pauses_add_up(void **state)
{
    struct timed t;

    (void)state;
    time_it(&t, "The grand, the grand. The grand", (struct rb_clock_options){150, 140, false});
    assert_int_equal(t.clock.n_words, 6);
    assert_int_equal(t.clock.words[0].start_ms, 0);
    assert_int_equal(t.clock.words[1].start_ms, THE);
    assert_int_equal(t.clock.words[1].end_ms, THE + GRAND);
    assert_int_equal(t.clock.words[1].pause_ms, RB_RATE_COMMA);
    assert_int_equal(t.clock.words[3].pause_ms, RB_RATE_SENTENCE);
    assert_int_equal(t.clock.words[5].pause_ms, RB_RATE_FINAL);
    assert_int_equal(t.clock.words_ms, 3 * (THE + GRAND));
    assert_int_equal(t.clock.pauses_ms, RB_RATE_COMMA + RB_RATE_SENTENCE + RB_RATE_FINAL);
    assert_int_equal(t.clock.numbers_ms, 0);
    assert_int_equal(t.clock.total_ms, t.clock.words_ms + t.clock.pauses_ms);
    rb_arena_free(&t.arena);
}

static void test_words_are_counted_or_measured(void **state)
{
    struct timed t;

    (void)state;
    time_it(&t, "He, grand: THE \xE2\x80\x94 the", (struct rb_clock_options){150, 140, false});
    assert_int_equal(t.clock.n_words, 4);
    assert_int_equal(t.clock.words[0].end_ms, HE);
    assert_int_equal(t.clock.words[0].pause_ms, RB_RATE_COMMA);
    assert_int_equal(t.clock.words[1].pause_ms, RB_RATE_DASH);
    assert_int_equal(t.clock.words[2].pause_ms, RB_RATE_DASH);
    assert_int_equal(t.clock.words_ms, HE + GRAND + 2 * THE);
    rb_arena_free(&t.arena);
}

static void test_pace_scales_everything(void **state)
{
    struct timed normal, half;

    (void)state;
    time_it(&normal, "The grand, the grand.", (struct rb_clock_options){150, 140, false});
    time_it(&half, "The grand, the grand.", (struct rb_clock_options){75, 140, false});
    assert_int_equal(half.clock.total_ms, 2 * normal.clock.total_ms);
    assert_int_equal(half.clock.words[3].start_ms, 2 * normal.clock.words[3].start_ms);
    rb_arena_free(&normal.arena);
    rb_arena_free(&half.arena);
}

static void test_numbers_are_slower_with_their_inner_pauses(void **state)
{
    static const char TEXT[] = "Call 312-555-0142, Ana. Bye";
    struct timed even, slow;

    (void)state;
    time_it(&even, TEXT, (struct rb_clock_options){150, 100, false});
    time_it(&slow, TEXT, (struct rb_clock_options){150, 200, false});
    assert_int_equal(slow.clock.numbers_ms, even.clock.numbers_ms * 2);
    assert_int_equal(slow.clock.words_ms, even.clock.words_ms);
    /* the pause behind the number is not the number's */
    assert_int_equal(slow.clock.pauses_ms, even.clock.pauses_ms);
    assert_int_equal(slow.clock.pauses_ms, RB_RATE_COMMA + RB_RATE_SENTENCE + RB_RATE_FINAL);
    rb_arena_free(&even.arena);
    rb_arena_free(&slow.arena);
}

static void test_a_number_in_words_is_as_slow(void **state)
{
    struct timed even, slow;

    (void)state;
    time_it(&even, "Call five five five, oh one four two.",
            (struct rb_clock_options){150, 100, false});
    time_it(&slow, "Call five five five, oh one four two.",
            (struct rb_clock_options){150, 200, false});
    assert_true(even.clock.numbers_ms > 0);
    assert_int_equal(slow.clock.numbers_ms, even.clock.numbers_ms * 2);
    rb_arena_free(&even.arena);
    rb_arena_free(&slow.arena);
}

static void test_named_seconds_stay_at_any_pace(void **state)
{
    struct timed plain, paused, slow;

    (void)state;
    time_it(&plain, "Hi Ana. It is Ned.", (struct rb_clock_options){150, 140, false});
    time_it(&paused, "Hi Ana. (pause 2 seconds) It is Ned.",
            (struct rb_clock_options){150, 140, false});
    time_it(&slow, "Hi Ana. (pause 2 seconds) It is Ned.",
            (struct rb_clock_options){75, 140, false});
    assert_int_equal(paused.clock.total_ms, plain.clock.total_ms + 2000);
    assert_int_equal(slow.clock.total_ms, 2 * plain.clock.total_ms + 2000);
    rb_arena_free(&plain.arena);
    rb_arena_free(&paused.arena);
    rb_arena_free(&slow.arena);
}

static void test_a_bare_pause_has_its_rate(void **state)
{
    struct timed plain, paused;

    (void)state;
    time_it(&plain, "Hi Ana. It is Ned.", (struct rb_clock_options){150, 140, false});
    time_it(&paused, "Hi Ana. (pause) It is Ned.", (struct rb_clock_options){150, 140, false});
    assert_int_equal(paused.clock.total_ms,
                     plain.clock.total_ms + RB_RATE_DIRECTION - RB_RATE_SENTENCE);
    rb_arena_free(&plain.arena);
    rb_arena_free(&paused.arena);
}

/* The pause behind the word. */
static uint32_t pause_behind(const struct timed *t, const char *word)
{
    for (uint32_t i = 0; i < t->clock.n_words; i++)
        if (rb_slice_is(t->clock.words[i].text, word))
            return t->clock.words[i].pause_ms;
    fail_msg("no one says %s", word);
    return 0;
}

static void test_an_unmarked_end_has_its_rate(void **state)
{
    static const struct {
        const char *written, *last;
        uint32_t pause_ms;
    } ROWS[] = {
        {"hi ana this is ned from fern i have an idea for your clinic please call me back on "
         "312 555 0142 thanks",
         "clinic", RB_RATE_UNMARKED},
        /* a comma is no more than that */
        {"hi ana this is ned from fern i have an idea for your clinic, please call me back on "
         "312 555 0142 thanks",
         "clinic", RB_RATE_COMMA},
        /* a line's end, a list's mark, a full stop that belongs to a word */
        {"hi ana this is ned from fern\ni have an idea for your clinic", "fern", RB_RATE_SENTENCE},
        {"Two things: 1) call me back 2) bring the plan.", "back", RB_RATE_SENTENCE},
        {"I am in until 5 p.m. Call me back.", "em", RB_RATE_SENTENCE},
        {"Ask for \u201cthe blue plan.\u201d We have it.", "plan", RB_RATE_SENTENCE},
    };

    (void)state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct timed t;

        time_it(&t, ROWS[i].written, (struct rb_clock_options){150, 100, false});
        if (pause_behind(&t, ROWS[i].last) != ROWS[i].pause_ms)
            print_error("%s\n", ROWS[i].written);
        assert_int_equal(pause_behind(&t, ROWS[i].last), ROWS[i].pause_ms);
        rb_arena_free(&t.arena);
    }
}

/* The token of the text that begins with this byte. */
static uint32_t token_at(const struct timed *t, uint32_t byte)
{
    uint32_t i = 0;

    while (i < t->text.n_tokens && t->text.tokens[i].start != byte)
        i++;
    assert_true(i < t->text.n_tokens);
    return i;
}

static void test_tokens_have_the_times_of_their_words(void **state)
{
    struct timed t;
    uint32_t the, comma, price, last;

    (void)state;
    time_it(&t, "The grand, $25 now.", (struct rb_clock_options){150, 140, false});
    the = token_at(&t, 0);
    comma = token_at(&t, 9);
    price = token_at(&t, 11);
    last = token_at(&t, 18);
    assert_int_equal(t.clock.token_start_ms[the], 0);
    assert_int_equal(t.clock.token_end_ms[the], THE);
    /* a mark begins and ends when the next word begins */
    assert_int_equal(t.clock.token_start_ms[comma], THE + GRAND + RB_RATE_COMMA);
    assert_int_equal(t.clock.token_end_ms[comma], t.clock.token_start_ms[comma]);
    assert_int_equal(t.clock.token_start_ms[price], THE + GRAND + RB_RATE_COMMA);
    /* and behind the last word, at the end */
    assert_int_equal(t.clock.token_start_ms[last], t.clock.total_ms);
    assert_int_equal(t.clock.token_end_ms[last], t.clock.total_ms);
    rb_arena_free(&t.arena);
}

static void test_fast_and_slow_speakers(void **state)
{
    struct timed t;

    (void)state;
    time_it(&t, "The grand, the grand. The grand.", (struct rb_clock_options){150, 140, false});
    assert_int_equal(t.clock.fast_ms, (t.clock.total_ms * 100 + 57) / RB_RATE_FAST);
    assert_int_equal(t.clock.slow_ms, (t.clock.total_ms * 100 + 42) / RB_RATE_SLOW);
    rb_arena_free(&t.arena);
}

static void test_nothing_takes_no_time(void **state)
{
    static const char *const TEXTS[] = {"", " \n", "... -- !", "(smile)", "(pause 3 seconds)"};

    (void)state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct timed t;

        time_it(&t, TEXTS[i], (struct rb_clock_options){150, 140, false});
        assert_int_equal(t.clock.n_words, 0);
        assert_int_equal(t.clock.total_ms, 0);
        assert_int_equal(t.clock.words_ms + t.clock.numbers_ms + t.clock.pauses_ms, 0);
        rb_arena_free(&t.arena);
    }
}

static void test_the_kind_of_each_silence(void **state)
{
    static const uint8_t GAPS[] = {RB_GAP_SHORT, RB_GAP_LONG,  RB_GAP_NONE, RB_GAP_ASKED,
                                   RB_GAP_NONE,  RB_GAP_ASKED, RB_GAP_NONE};
    struct timed t;

    (void)state;
    time_it(&t, "Hi, Ana. It is (pause) Ned here (pause 3 seconds). Bye.",
            (struct rb_clock_options){150, 140, false});
    assert_int_equal(t.clock.n_words, sizeof GAPS);
    for (size_t i = 0; i < sizeof GAPS; i++)
        assert_int_equal(t.clock.words[i].gap, GAPS[i]);
    assert_int_equal(t.clock.hold_ms, 3000);
    rb_arena_free(&t.arena);
}

static void test_long_names_take_longer(void **state)
{
    static const char *const HOLES[] = {
        "[Name]",    "[Your Name]", "[Last Name]", "[Company]", "[Title]",   "[email]",
        "[website]", "[day]",       "[time]",      "[amount]",  "[percent]", "[product]",
        "[outcome]", "[something]", "[city]",      "[X]",       "___%"};

    (void)state;
    for (size_t i = 0; i < sizeof HOLES / sizeof *HOLES; i++) {
        struct timed t;

        time_it(&t, HOLES[i], (struct rb_clock_options){150, 140, false});
        if (t.clock.longest_ms <= t.clock.total_ms)
            print_error("%s\n", HOLES[i]);
        assert_true(t.clock.longest_ms > t.clock.total_ms);
        assert_true(t.clock.longest_ms < t.clock.total_ms + 5000);
        rb_arena_free(&t.arena);
    }
}

static void test_without_blanks_nothing_is_longer(void **state)
{
    static const char *const TEXTS[] = {"", "Hi Ana, it is Ned.", "Call [phone number] (smile)."};

    (void)state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct timed t;

        time_it(&t, TEXTS[i], (struct rb_clock_options){150, 140, false});
        assert_int_equal(t.clock.longest_ms, t.clock.total_ms);
        rb_arena_free(&t.arena);
    }
}

static void test_parts_for_the_eye_add_up(void **state)
{
    static const struct rb_clock CLOCKS[] = {
        {.words_ms = 18049, .numbers_ms = 10549, .pauses_ms = 5840, .total_ms = 34438},
        {.words_ms = 49, .numbers_ms = 49, .pauses_ms = 49, .total_ms = 147},
        {.words_ms = 12350, .total_ms = 12350},
        {.words_ms = 4000000049u, .total_ms = 4000000049u},
        {.words_ms = 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof CLOCKS / sizeof *CLOCKS; i++) {
        struct rb_clock_parts p = rb_clock_parts(&CLOCKS[i]);

        assert_int_equal(p.words_ms + p.numbers_ms + p.pauses_ms, p.total_ms);
        assert_int_equal(p.total_ms % 100, 0);
        assert_true(CLOCKS[i].total_ms - p.total_ms <= 49 || p.total_ms - CLOCKS[i].total_ms <= 50);
        assert_int_equal(CLOCKS[i].numbers_ms == 0, p.numbers_ms == 0);
    }
}

static void test_parts_always_add_up(void **state)
{
    static const char TEXT[] = "Hi Ana, this is Ned Ash at Tallow, 312-555-0142. We cut a hotel's "
                               "bill by 18% (in 2 weeks). Again, 312-555-0142.";

    (void)state;
    for (uint32_t pace = 80; pace <= 300; pace += 7) {
        struct timed t;
        uint32_t now = 0;

        time_it(&t, TEXT, (struct rb_clock_options){pace, 133, false});
        assert_int_equal(t.clock.total_ms,
                         t.clock.words_ms + t.clock.numbers_ms + t.clock.pauses_ms);
        for (uint32_t i = 0; i < t.clock.n_words; i++) {
            assert_int_equal(t.clock.words[i].start_ms, now);
            now = t.clock.words[i].end_ms + t.clock.words[i].pause_ms;
        }
        assert_int_equal(now, t.clock.total_ms);
        rb_arena_free(&t.arena);
    }
}

/* How long a direction says to wait. */
static void test_directions_have_lengths(void **state)
{
    static const struct {
        const char *direction;
        uint32_t ms;
    } ROWS[] = {
        {"(pause 2.5 seconds)", 2500},
        {"(pause two seconds)", 2000},
        {"(pause 500 ms)", 500},
        {"(pause 0.2 minutes)", 12000},
        {"(pause one minute)", RB_RATE_DIRECTION_MAX},
        {"(pause 40 seconds)", RB_RATE_DIRECTION_MAX},
        {"(pause 5000 seconds)", RB_RATE_DIRECTION_MAX},
        {"(pause 3)", 3000},
        {"(pause 12 seconds)", 12000},
    };
    struct timed plain;

    (void)state;
    time_it(&plain, "Hi Ana. It is Ned.", (struct rb_clock_options){150, 140, false});
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        char text[100];
        struct timed t;

        (void)snprintf(text, sizeof text, "Hi Ana. %s It is Ned.", ROWS[i].direction);
        time_it(&t, text, (struct rb_clock_options){150, 140, false});
        if (t.clock.total_ms != plain.clock.total_ms + ROWS[i].ms)
            print_error("%s: %u\n", text, (unsigned)(t.clock.total_ms - plain.clock.total_ms));
        assert_int_equal(t.clock.total_ms, plain.clock.total_ms + ROWS[i].ms);
        rb_arena_free(&t.arena);
    }
    rb_arena_free(&plain.arena);
}

/* A pace of nothing is the usual one. */
static void test_no_pace_is_the_usual_pace(void **state)
{
    static const char TEXT[] = "Hi Ana, call 312-555-0142. It is Ned.";
    struct timed usual, none;

    (void)state;
    time_it(&usual, TEXT, (struct rb_clock_options){RB_RATE_PACE, RB_RATE_NUMBER, false});
    time_it(&none, TEXT, (struct rb_clock_options){0, 0, false});
    assert_int_equal(none.clock.total_ms, usual.clock.total_ms);
    assert_int_equal(rb_clock_join_ms(0), rb_clock_join_ms(RB_RATE_PACE));
    assert_true(rb_clock_join_ms(2 * RB_RATE_PACE) < rb_clock_join_ms(RB_RATE_PACE));
    rb_arena_free(&usual.arena);
    rb_arena_free(&none.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_and_pauses_add_up),
        cmocka_unit_test(test_words_are_counted_or_measured),
        cmocka_unit_test(test_pace_scales_everything),
        cmocka_unit_test(test_numbers_are_slower_with_their_inner_pauses),
        cmocka_unit_test(test_a_number_in_words_is_as_slow),
        cmocka_unit_test(test_named_seconds_stay_at_any_pace),
        cmocka_unit_test(test_a_bare_pause_has_its_rate),
        cmocka_unit_test(test_an_unmarked_end_has_its_rate),
        cmocka_unit_test(test_tokens_have_the_times_of_their_words),
        cmocka_unit_test(test_fast_and_slow_speakers),
        cmocka_unit_test(test_nothing_takes_no_time),
        cmocka_unit_test(test_the_kind_of_each_silence),
        cmocka_unit_test(test_long_names_take_longer),
        cmocka_unit_test(test_without_blanks_nothing_is_longer),
        cmocka_unit_test(test_parts_for_the_eye_add_up),
        cmocka_unit_test(test_parts_always_add_up),
        cmocka_unit_test(test_directions_have_lengths),
        cmocka_unit_test(test_no_pace_is_the_usual_pace),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
