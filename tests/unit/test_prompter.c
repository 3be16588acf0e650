#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cli/prompter.h"

/* What stands in each row of the screen, from 1, without what paints it. */
static char row[16][512];

static ringback_rules *rules;

static int set_up(void **state)
{
    (void)state;
    return ringback_rules_load(NULL, 0, NULL, NULL, &rules, NULL) == RINGBACK_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    ringback_rules_free(rules);
    return 0;
}

static ringback_result *result_of(const char *text, size_t len)
{
    ringback_checker *checker;
    ringback_result *result;

    assert_int_equal(ringback_checker_new(rules, NULL, &checker, NULL), RINGBACK_OK);
    assert_int_equal(ringback_check(checker, text, len, &result, NULL), RINGBACK_OK);
    ringback_checker_free(checker);
    return result;
}

/* A sequence that begins at s: its length, and the row that it goes to, or 0. */
static size_t sequence(const char *s, unsigned long *to)
{
    size_t n = 2 + strspn(s + 2, "0123456789;");

    assert_int_equal(s[1], '[');
    *to = s[n] == 'H' ? strtoul(s + 2, NULL, 10) : 0;
    assert_true(s[n] == 'H' || s[n] == 'm' || s[n] == 'K');
    return n + 1;
}

static void draw(struct rb_prompter *p)
{
    size_t len, n = 0;
    char *bytes = rb_prompter_draw(p, &len);
    unsigned long at = 0, to;

    assert_non_null(bytes);
    memset(row, 0, sizeof row);
    for (size_t i = 0; i < len;) {
        if (bytes[i] == '\033') {
            i += sequence(bytes + i, &to);
            at = to ? to : at;
            n = to ? 0 : n;
            continue;
        }
        assert_true(at > 0 && at < 16 && n + 1 < sizeof row[0]);
        /* Nothing else that a terminal would obey. */
        assert_true((unsigned char)bytes[i] >= ' ' && bytes[i] != 0x7F);
        row[at][n++] = bytes[i++];
    }
    free(bytes);
}

/* The rows of a text on a screen with so many columns for it, which are there to its end. */
static void shows(const char *text, size_t len, bool unicode, uint32_t columns,
                  const char *const *wanted)
{
    ringback_result *result = result_of(text, len);
    struct rb_prompter p = {
        .result = result, .unicode = unicode, .rows = 12, .columns = columns + 2};

    draw(&p);
    for (size_t i = 0; i < 7; i++) {
        if (!*wanted) {
            assert_string_equal(row[3 + i], "");
            continue;
        }
        assert_int_equal(row[3 + i][0], ' ');
        assert_string_equal(row[3 + i] + 1, *wanted);
        wanted++;
    }
    rb_prompter_free(&p);
    ringback_result_free(result);
}

#define ROWS(text, columns, ...)                                                                   \
    do {                                                                                           \
        static const char *const wanted[] = {__VA_ARGS__, NULL};                                   \
        shows(text, strlen(text), true, columns, wanted);                                          \
    } while (0)

/* Ten columns hold ten letters, or five of those that are two wide. */
static void test_wide_letters(void **state)
{
    (void)state;
    ROWS("abcdefghijk", 10, "abcdefghij", "k");
    ROWS("日本語日本語", 10, "日本語日本", "語");
    /* The first and the last of each run of wide ones, and their neighbours. */
    ROWS("ᄀᄀᄀᄀᄀᄀ", 10, "ᄀᄀᄀᄀᄀ", "ᄀ");
    ROWS("ᅟᅟᅟᅟᅟᅟ", 10, "ᅟᅟᅟᅟᅟ", "ᅟ");
    ROWS("⺀⺀⺀⺀⺀⺀", 10, "⺀⺀⺀⺀⺀", "⺀");
    ROWS("가가가가가가", 10, "가가가가가", "가");
    ROWS("힣힣힣힣힣힣", 10, "힣힣힣힣힣", "힣");
    ROWS("豈豈豈豈豈豈", 10, "豈豈豈豈豈", "豈");
    ROWS("︰︰︰︰︰︰", 10, "︰︰︰︰︰", "︰");
    ROWS("！！！！！！", 10, "！！！！！", "！");
    ROWS("｠｠｠｠｠｠", 10, "｠｠｠｠｠", "｠");
    ROWS("€€€€€€€€€€€", 10, "€€€€€€€€€€", "€");
    ROWS("ｱｱｱｱｱｱｱｱｱｱｱ", 10, "ｱｱｱｱｱｱｱｱｱｱ", "ｱ");
    ROWS("ꓐꓐꓐꓐꓐꓐꓐꓐꓐꓐꓐ", 10, "ꓐꓐꓐꓐꓐꓐꓐꓐꓐꓐ", "ꓐ");
    ROWS("ﭐﭐﭐﭐﭐﭐﭐﭐﭐﭐﭐ", 10, "ﭐﭐﭐﭐﭐﭐﭐﭐﭐﭐ", "ﭐ");
    ROWS("ﹰﹰﹰﹰﹰﹰﹰﹰﹰﹰﹰ", 10, "ﹰﹰﹰﹰﹰﹰﹰﹰﹰﹰ", "ﹰ");
    ROWS("ힰힰힰힰힰힰힰힰힰힰힰ", 10, "ힰힰힰힰힰힰힰힰힰힰ", "ힰ");
    ROWS("ĀĀĀĀĀĀĀĀĀĀĀ", 10, "ĀĀĀĀĀĀĀĀĀĀ", "Ā");
    /* Beyond: emoji and rare ideographs are wide, mathematical letters are not. */
    ROWS("😀😀😀😀😀😀", 10, "😀😀😀😀😀", "😀");
    ROWS("𠀀𠀀𠀀𠀀𠀀𠀀", 10, "𠀀𠀀𠀀𠀀𠀀", "𠀀");
    ROWS("\xF1\x80\x80\x80\xF1\x80\x80\x80\xF1\x80\x80\x80\xF1\x80\x80\x80\xF1\x80\x80\x80\xF1\x80"
         "\x80\x80",
         10, "\xF1\x80\x80\x80\xF1\x80\x80\x80\xF1\x80\x80\x80\xF1\x80\x80\x80\xF1\x80\x80\x80",
         "\xF1\x80\x80\x80");
    ROWS("𝐀𝐀𝐀𝐀𝐀𝐀𝐀𝐀𝐀𝐀𝐀", 10, "𝐀𝐀𝐀𝐀𝐀𝐀𝐀𝐀𝐀𝐀", "𝐀");
}

/* What a terminal would obey, and what would turn the text around, is a question mark. */
static void test_hostile_letters(void **state)
{
    static const char *const each[] = {"\033",         "\x7F",         "\xC2\x80",
                                       "\xC2\x9F",     "\xD8\x9C",     "\xE2\x80\x8E",
                                       "\xE2\x80\x8F", "\xE2\x80\xA8", "\xE2\x80\xAE",
                                       "\xE2\x81\xA0", "\xE2\x81\xA6", "\xE2\x81\xAF"};
    static const char *const fine[] = {
        "\xC2\xA0",     "\xD8\x9B",     "\xD9\x9C",     "\xE2\x80\x8D", "é",
        "\xE2\x80\xA7", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE2\x82\xA6", "\xE3\x80\x8E"};
    char text[16], wanted[16];
    const char *rows[2] = {wanted, NULL};

    (void)state;
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) {
        (void)snprintf(text, sizeof text, "a%sb", each[i]);
        (void)snprintf(wanted, sizeof wanted, "a?b");
        shows(text, strlen(text), true, 10, rows);
    }
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++) {
        (void)snprintf(text, sizeof text, "a%sb", fine[i]);
        (void)snprintf(wanted, sizeof wanted, "a%sb", fine[i]);
        shows(text, strlen(text), true, 10, rows);
        /* A terminal that has ASCII only. */
        (void)snprintf(wanted, sizeof wanted, "a?b");
        shows(text, strlen(text), false, 10, rows);
    }
}

static void test_lines(void **state)
{
    (void)state;
    ROWS("one two three", 10, "one two", "three");
    /* Lines that fit stay, whatever ends them. */
    ROWS("one\ntwo\r\nsix\rten", 10, "one", "two", "six", "ten");
    /* Where one does not, a paragraph is laid out anew, and a paragraph ends where one ended. */
    ROWS("one two three\nfour\r\nsix\n\nten\n", 10, "one two", "three four", "six", "", "ten");
    ROWS("one two three\n  four", 10, "one two", "three", "  four");
    ROWS("one\ttwo", 10, "one two");
    /* A word that is wider than the screen is broken, and no screen is narrower than ten. */
    ROWS("onetwothreefour", 10, "onetwothre", "efour");
    ROWS("one two three", 3, "one two", "three");
}

static void test_clock_row(void **state)
{
    static const char slow[] =
        "Hi Priya, this is Jonas Weld at Tallow Street, 555 010 7788. We took two hours a week off "
        "the invoicing of three bakeries near you, and a day a month off their books, and they "
        "open half an hour later than they did a year ago, all three of them. Call me back on 555 "
        "010 7788. Again, Jonas Weld at Tallow Street, 555 010 7788, that is 555 010 7788.";
    ringback_result *result = result_of(slow, strlen(slow));
    struct rb_prompter p = {.result = result, .rows = 10, .columns = 60};

    (void)state;
    assert_true(ringback_result_duration_ms(result) > 31000);
    draw(&p);
    assert_ptr_equal(strstr(row[1], "  0.0 s "), row[1]);
    /* The half-minute is marked in what is to be said, and gone once it was said. */
    assert_non_null(strstr(row[1], ".|."));
    assert_null(strchr(row[1], '#'));
    assert_string_equal(row[9], " Enter: begin to speak");
    p.state = RB_PROMPTER_RUNNING;
    p.now_ms = 12340;
    p.color = true;
    draw(&p);
    assert_ptr_equal(strstr(row[1], " 12.3 s #"), row[1]);
    assert_non_null(strstr(row[1], "#."));
    assert_non_null(strstr(row[1], ".|."));
    p.now_ms = 30600;
    draw(&p);
    assert_non_null(strstr(row[1], "#|#"));
    assert_string_equal(row[9], " Enter: said it all");
    p.state = RB_PROMPTER_PAUSED;
    p.unicode = true;
    draw(&p);
    assert_non_null(strstr(row[1], "█|█"));
    assert_non_null(strstr(row[1], "░"));
    assert_string_equal(row[9], " paused, space: go on");
    /* Few rows scroll, so that what is said is seen. */
    assert_non_null(strstr(row[3], "Hi Priya"));
    p.rows = 6;
    draw(&p);
    assert_non_null(strstr(row[4], "555 010 7788."));
    p.rows = 10;
    /* No room for a bar; none for the foot. */
    p.columns = 12;
    draw(&p);
    assert_null(strstr(row[1], "█"));
    assert_string_equal(row[10], " space pause");
    p.rows = 4;
    draw(&p);
    assert_string_equal(row[4], "");
    rb_prompter_free(&p);
    ringback_result_free(result);
}

/* Short of half a minute what is left to it is blank. */
static void test_short(void **state)
{
    ringback_result *result = result_of("Call me back, Priya.", 20);
    struct rb_prompter p = {.result = result, .rows = 10, .columns = 40};
    ringback_word word;

    (void)state;
    draw(&p);
    assert_non_null(strstr(row[1], ".   "));
    assert_null(strchr(row[1], '|'));
    assert_false(ringback_result_word(result, 99, &word));
    assert_true(rb_prompter_word(result, 0, &word));
    assert_int_equal(word.start, 0);
    assert_true(rb_prompter_word(result, UINT32_MAX, &word));
    assert_int_equal(word.start, 14);
    rb_prompter_free(&p);
    ringback_result_free(result);
    result = result_of("", 0);
    assert_false(rb_prompter_word(result, 0, &word));
    p = (struct rb_prompter){.result = result, .rows = 10, .columns = 40};
    draw(&p);
    assert_string_equal(row[3], "");
    rb_prompter_free(&p);
    ringback_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wide_letters), cmocka_unit_test(test_hostile_letters),
        cmocka_unit_test(test_lines),        cmocka_unit_test(test_clock_row),
        cmocka_unit_test(test_short),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
