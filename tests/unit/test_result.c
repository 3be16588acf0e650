#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report_fixture.h"

static bool is(ringback_str s, const char *expected)
{
    return s.len == strlen(expected) && memcmp(s.ptr, expected, s.len) == 0;
}

static void the_verdict_can_be_read(void **state)
{
    ringback_result *r = fixture_poor();

    (void)state;
    assert_int_equal(ringback_result_score(r), 100 - 4 - 2 - 12 - 8 - 1);
    assert_false(ringback_result_ready(r));
    assert_int_equal(ringback_result_duration_ms(r), r->draft.clock.total_ms);
    assert_int_equal(ringback_result_words(r), r->draft.text.n_words);
    assert_true(is(ringback_result_style(r), "standard"));
    assert_int_equal(ringback_result_text(r).len, r->draft.text.source.text.len);
    assert_int_equal(ringback_result_count(r, RINGBACK_ERROR), 2);
    assert_int_equal(ringback_result_count(r, RINGBACK_WARNING), 2);
    assert_int_equal(ringback_result_count(r, RINGBACK_SUGGESTION), 1);
    fixture_free(r);
}

static void spans_have_bytes_places_and_times(void **state)
{
    ringback_result *r = fixture("Hi Zo\xC3\xAB.\nIt's Bo on 555 0142.");
    ringback_finding finding;
    ringback_fact fact;
    ringback_span span;

    (void)state;
    fixture_fact(r, "phone_number", "555 0142", "5550142");
    fixture_finding(r, "thanks", RINGBACK_SUGGESTION, 1, NULL, "No thanks.", "Say thanks.");
    assert_true(ringback_result_sentence(r, 1, &span));
    assert_int_equal(span.line, 2);
    assert_int_equal(span.column, 1);
    assert_true(ringback_result_fact(r, 0, &fact));
    assert_true(is(fact.kind, "phone_number"));
    assert_true(is(fact.value, "5550142"));
    assert_int_equal(fact.span.start, 20);
    assert_int_equal(fact.span.line, 2);
    assert_int_equal(fact.span.column, 12);
    assert_int_equal(fact.span.end_column, 20);
    assert_true(fact.span.end_ms > fact.span.start_ms);
    assert_true(ringback_result_finding(r, 0, &finding));
    assert_true(is(finding.rule, "thanks"));
    assert_true(is(finding.advice, "Say thanks."));
    assert_int_equal(finding.span.start, finding.span.end);
    assert_int_equal(finding.span.start_ms, finding.span.end_ms);
    assert_int_equal(finding.span.start_ms, ringback_result_duration_ms(r));
    fixture_free(r);
}

static void past_the_end_nothing_is_touched(void **state)
{
    ringback_result *r = fixture("Hi.");
    ringback_span span = {.start = 77};
    ringback_fact fact = {.span.start = 77};
    ringback_finding finding = {.points = 77};
    ringback_note note = {.rule.len = 77};

    (void)state;
    fixture_reminder(r, "beep", "Follow up.");
    assert_false(ringback_result_sentence(r, 1, &span));
    assert_false(ringback_result_fact(r, 0, &fact));
    assert_false(ringback_result_finding(r, 0, &finding));
    assert_false(ringback_result_strength(r, 0, &note));
    assert_int_equal(span.start + fact.span.start + finding.points + note.rule.len, 4 * 77);
    assert_true(ringback_result_reminder(r, 0, &note));
    assert_true(is(note.message, "Follow up."));
    fixture_free(r);
}

static void severities_have_names(void **state)
{
    (void)state;
    assert_string_equal(ringback_severity_name(RINGBACK_SUGGESTION), "suggestion");
    assert_string_equal(ringback_severity_name(RINGBACK_WARNING), "warning");
    assert_string_equal(ringback_severity_name(RINGBACK_ERROR), "error");
}

/* Says three digits one by one, as the clock does, and a fourth as a word of two tokens. */
static void words_are_what_the_mouth_says(void **state)
{
    static const char *const said[] = {"Call", "five", "five", "oh"};
    ringback_result *r = fixture("Call 550 5%");
    struct rb_clock *clock = &r->draft.clock;
    struct rb_phone *phone = rb_arena_alloc(&r->arena, sizeof *phone);
    ringback_word word = {.start = 99};

    (void)state;
    assert_non_null(phone);
    *phone = (struct rb_phone){.start = 5, .end = 8, .token = 1, .token_end = 2};
    r->draft.phones = (struct rb_phones){phone, 1};
    clock->words = rb_arena_array(&r->arena, 6, sizeof *clock->words);
    assert_non_null(clock->words);
    for (uint32_t i = 0; i < 4; i++)
        clock->words[i] = (struct rb_spoken){rb_slice_str(said[i]), i ? 1 : 0, 100 * i,
                                             100 * i + 80,          20,        RB_GAP_NONE};
    clock->words[4] = (struct rb_spoken){rb_slice_str("five"), 2, 400, 480, 0, RB_GAP_NONE};
    clock->words[5] = (struct rb_spoken){rb_slice_str("percent"), 3, 480, 600, 0, RB_GAP_NONE};
    clock->n_words = 6;
    for (uint32_t i = 0; i < 3; i++) {
        assert_true(ringback_result_word(r, i + 1, &word));
        assert_true(is(word.text, said[i + 1]));
        assert_int_equal(word.start, 5 + i);
        assert_int_equal(word.end, 6 + i);
        assert_true(word.number);
    }
    assert_int_equal(word.start_ms, 300);
    assert_int_equal(word.end_ms, 380);
    assert_int_equal(word.pause_ms, 20);
    assert_true(ringback_result_word(r, 0, &word));
    assert_int_equal(word.start, 0);
    assert_int_equal(word.end, 4);
    assert_false(word.number);
    assert_true(ringback_result_word(r, 5, &word));
    assert_int_equal(word.start, 10);
    assert_int_equal(word.end, 11);
    word.start = 77;
    assert_false(ringback_result_word(r, 6, &word));
    assert_int_equal(word.start, 77);
    fixture_free(r);
}

static void blanks_have_names(void **state)
{
    ringback_result *r = fixture("Hi {{first name}}, it is [Your Name] (pause) on ___.");
    ringback_blank blank = {.span = {.start = 99}};

    (void)state;
    assert_true(ringback_result_blank(r, 0, &blank));
    assert_true(is(blank.name, "first name"));
    assert_int_equal(blank.span.start, 3);
    assert_int_equal(blank.span.end, 17);
    assert_true(ringback_result_blank(r, 1, &blank));
    assert_true(is(blank.name, "Your Name"));
    assert_true(ringback_result_blank(r, 2, &blank));
    assert_int_equal(blank.name.len, 0);
    assert_int_equal(blank.span.column, 49);
    blank.span.start = 99;
    assert_false(ringback_result_blank(r, 3, &blank));
    assert_int_equal(blank.span.start, 99);
    fixture_free(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_verdict_can_be_read),
        cmocka_unit_test(spans_have_bytes_places_and_times),
        cmocka_unit_test(past_the_end_nothing_is_touched),
        cmocka_unit_test(severities_have_names),
        cmocka_unit_test(words_are_what_the_mouth_says),
        cmocka_unit_test(blanks_have_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
