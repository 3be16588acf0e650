#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/token.h"
#include "text_fixture.h"

static const char *const kinds[] = {"word", "number", "mark",  "symbol", "email",
                                    "url",  "hole",   "stage", "other"};

/* All tokens as "kind:text", with a space between. */
static void check_tokens(const char *text, const char *want)
{
    struct rb_arena arena;
    struct rb_text t;
    struct rb_buffer got;

    make_text(&arena, text, &t);
    rb_buffer_init(&got);
    for (uint32_t i = 0; i < t.n_tokens; i++) {
        rb_buffer_puts(&got, i ? " " : "");
        rb_buffer_puts(&got, kinds[t.tokens[i].kind]);
        rb_buffer_putc(&got, ':');
        rb_buffer_slice_add(&got, rb_token_text(&t, i));
    }
    rb_buffer_putc(&got, '\0');
    assert_string_equal(got.ptr, want);
    rb_buffer_free(&got);
    rb_arena_free(&arena);
}

static void words_keep_what_is_inside_them(void **state)
{
    (void)state;
    check_tokens("don't", "word:don't");
    check_tokens("O\xE2\x80\x99"
                 "Dea's",
                 "word:O\xE2\x80\x99"
                 "Dea's");
    check_tokens("Q4 2nd 7pm", "word:Q4 word:2nd word:7pm");
    check_tokens("Zo\xC3\xAB's", "word:Zo\xC3\xAB's");
    check_tokens("drivers' lot", "word:drivers mark:' word:lot");
    check_tokens("half-price", "word:half mark:- word:price");
    check_tokens("2.5M 9:15am", "word:2.5M word:9:15am");
}

static void acronyms_are_one_word_without_the_last_stop(void **state)
{
    (void)state;
    check_tokens("U.S.A. at 6 p.m.", "word:U.S.A mark:. word:at number:6 word:p.m mark:.");
    check_tokens("Ph.D.", "word:Ph.D mark:.");
    check_tokens("to.Me", "word:to mark:. word:Me");
}

static void numbers_keep_marks_between_digits(void **state)
{
    (void)state;
    check_tokens("1,250.75 and 8:45.", "number:1,250.75 word:and number:8:45 mark:.");
    check_tokens("303.555.0110", "number:303.555.0110");
    check_tokens("24/7, $5 + 3%", "number:24 mark:/ number:7 mark:, symbol:$ number:5 symbol:+ "
                                  "number:3 symbol:%");
}

static void runs_of_a_mark_are_one_token(void **state)
{
    (void)state;
    check_tokens("so... what?!", "word:so mark:... word:what mark:? mark:!");
    check_tokens("a -- b", "word:a mark:-- word:b");
    check_tokens("a\xE2\x80\xA6", "word:a mark:\xE2\x80\xA6");
}

static void addresses_are_one_token(void **state)
{
    (void)state;
    check_tokens("kim.lo@fern-hill.co.uk.", "email:kim.lo@fern-hill.co.uk mark:.");
    check_tokens("See https://fern.io/a_(b)?x=1, ok",
                 "word:See url:https://fern.io/a_(b)?x=1 mark:, "
                 "word:ok");
    check_tokens("www.fern.io/", "url:www.fern.io/");
    check_tokens("fernhill.com!", "url:fernhill.com mark:!");
    check_tokens("fernhill.com/book", "url:fernhill.com/book");
    check_tokens("home.Today", "word:home mark:. word:Today");
    check_tokens("call.me", "word:call mark:. word:me");
    check_tokens("@fern", "symbol:@ word:fern");
    check_tokens("a@b", "word:a symbol:@ word:b");
}

static void the_rest_is_other(void **state)
{
    (void)state;
    check_tokens("ok \xF0\x9F\x98\x80", "word:ok other:\xF0\x9F\x98\x80");
    check_tokens("ok :) bye", "word:ok other::) word:bye");
    check_tokens("<b>ok</b>", "other:<b> word:ok other:</b>");
    check_tokens("\x1B[0m", "other:\x1B mark:[ word:0m");
}

static uint16_t flags_of(const char *text, uint32_t token)
{
    struct rb_arena arena;
    struct rb_text t;
    uint16_t flags;

    make_text(&arena, text, &t);
    assert_true(token < t.n_tokens);
    flags = t.tokens[token].flags;
    rb_arena_free(&arena);
    return flags;
}

static void flags_tell_case_and_digits(void **state)
{
    const uint16_t mask = RB_TOK_CAPITAL | RB_TOK_CAPS | RB_TOK_DIGITS;

    (void)state;
    assert_int_equal(flags_of("Lee", 0) & mask, RB_TOK_CAPITAL);
    assert_int_equal(flags_of("NASA", 0) & mask, RB_TOK_CAPITAL | RB_TOK_CAPS);
    assert_int_equal(flags_of("I", 0) & mask, RB_TOK_CAPITAL);
    assert_int_equal(flags_of("lee", 0) & mask, 0);
    assert_int_equal(flags_of("\xC3\x89lan", 0) & mask, RB_TOK_CAPITAL);
    assert_int_equal(flags_of("q4", 0) & mask, RB_TOK_DIGITS);
}

static void flags_tell_white_space(void **state)
{
    const uint16_t mask = RB_TOK_SPACE | RB_TOK_NEWLINE | RB_TOK_BLANK;

    (void)state;
    assert_int_equal(flags_of("a b", 0) & mask, RB_TOK_SPACE);
    assert_int_equal(flags_of("a,b", 1) & mask, 0);
    assert_int_equal(flags_of("a\xC2\xA0"
                              "b",
                              1) &
                         mask,
                     RB_TOK_SPACE);
    assert_int_equal(flags_of("a \r\n b", 1) & mask, RB_TOK_SPACE | RB_TOK_NEWLINE);
    assert_int_equal(flags_of("a\n \t\nb", 1) & mask, RB_TOK_SPACE | RB_TOK_NEWLINE | RB_TOK_BLANK);
    assert_int_equal(flags_of("\xEF\xBB\xBF"
                              "a",
                              0) &
                         mask,
                     RB_TOK_SPACE);
}

static void flags_tell_sides(void **state)
{
    const uint16_t mask = RB_TOK_OPENER | RB_TOK_CLOSER;

    (void)state;
    assert_int_equal(flags_of("\"Go\" now", 0) & mask, RB_TOK_OPENER);
    assert_int_equal(flags_of("\"Go\" now", 2) & mask, RB_TOK_CLOSER);
    assert_int_equal(flags_of("(Go) now", 0) & mask, RB_TOK_OPENER);
    assert_int_equal(flags_of("\xE2\x80\x9CGo\xE2\x80\x9D", 2) & mask, RB_TOK_CLOSER);
    assert_int_equal(flags_of("say \" go \" now", 1) & mask, RB_TOK_OPENER);
    assert_int_equal(flags_of("say \" go \" now", 3) & mask, RB_TOK_CLOSER);
}

static void abbreviations_are_marked(void **state)
{
    (void)state;
    assert_true(flags_of("Mr. Lund is in.", 0) & RB_TOK_ABBREV);
    assert_true(flags_of("We open at 8 a.m.", 4) & RB_TOK_ABBREV);
    assert_true(flags_of("Lund & Co., the firm", 2) & RB_TOK_ABBREV);
    assert_true(flags_of("He joined Lund Inc.", 3) & RB_TOK_ABBREV);
    assert_false(flags_of("He is in.", 2) & RB_TOK_ABBREV);
    assert_false(flags_of("Say no. Then go.", 1) & RB_TOK_ABBREV);
}

static uint32_t words_in(const char *text)
{
    struct rb_arena arena;
    struct rb_text t;
    uint32_t words;

    make_text(&arena, text, &t);
    words = t.n_words;
    rb_arena_free(&arena);
    return words;
}

static void written_words_are_counted(void **state)
{
    (void)state;
    assert_int_equal(words_in(""), 0);
    assert_int_equal(words_in(" - ... !"), 0);
    assert_int_equal(words_in("full-price $4,000 it's"), 3);
    assert_int_equal(words_in("Hi [First Name], jo@fern.io -- (pause) 555-0142."), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_keep_what_is_inside_them),
        cmocka_unit_test(acronyms_are_one_word_without_the_last_stop),
        cmocka_unit_test(numbers_keep_marks_between_digits),
        cmocka_unit_test(runs_of_a_mark_are_one_token),
        cmocka_unit_test(addresses_are_one_token),
        cmocka_unit_test(the_rest_is_other),
        cmocka_unit_test(flags_tell_case_and_digits),
        cmocka_unit_test(flags_tell_white_space),
        cmocka_unit_test(flags_tell_sides),
        cmocka_unit_test(abbreviations_are_marked),
        cmocka_unit_test(written_words_are_counted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
