#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/glyph.h"
#include "report_fixture.h"

static bool gather(void *ctx, const char *data, size_t len)
{
    rb_buffer_add(ctx, data, len);
    return true;
}

static struct rb_buffer write_report(const ringback_result *r, ringback_report_options options)
{
    ringback_report *report;
    struct rb_buffer out;

    rb_buffer_init(&out);
    assert_int_equal(
        ringback_report_new(RINGBACK_FORMAT_TEXT, &options, gather, &out, &report, NULL),
        RINGBACK_OK);
    assert_int_equal(ringback_report_add(report, "-", 1, r, NULL), RINGBACK_OK);
    assert_int_equal(ringback_report_end(report, NULL), RINGBACK_OK);
    ringback_report_free(report);
    rb_buffer_putc(&out, '\0');
    out.len--;
    return out;
}

static ringback_report_options plain(void)
{
    return (ringback_report_options)RINGBACK_REPORT_OPTIONS_INIT;
}

static void holds(const struct rb_buffer *out, const char *part)
{
    if (!strstr(out->ptr, part))
        fail_msg("“%s” is not in:\n%s", part, out->ptr);
}

static void begins(const struct rb_buffer *out, const char *head)
{
    if (strncmp(out->ptr, head, strlen(head)) != 0)
        fail_msg("“%s” does not begin:\n%s", head, out->ptr);
}

/* Takes our own colours out; what else begins with an escape stays to be found. */
static void strip_colours(struct rb_buffer *out)
{
    size_t to = 0;

    for (size_t i = 0; i < out->len; i++) {
        size_t end = i + 2;

        if (out->ptr[i] == '\x1b' && out->ptr[i + 1] == '[') {
            while (strchr("0123456789;", out->ptr[end]) && out->ptr[end])
                end++;
            if (out->ptr[end] == 'm') {
                i = end;
                continue;
            }
        }
        out->ptr[to++] = out->ptr[i];
    }
    out->len = to;
    out->ptr[to] = '\0';
}

/* No line is wider than the page, nothing but text and line ends, no blank at a line's end. */
static void is_clean(const struct rb_buffer *out, uint32_t width, bool unicode)
{
    const char *line = out->ptr;

    while (*line) {
        const char *end = strchr(line, '\n');
        struct rb_slice s;

        assert_non_null(end);
        s = rb_slice_of(line, (size_t)(end - line));
        if (rb_glyph_columns(s, true) > width)
            fail_msg("over %u columns: %.*s", (unsigned)width, (int)s.len, s.ptr);
        for (size_t i = 0; i < s.len; i++) {
            unsigned char c = (unsigned char)s.ptr[i];

            assert_true(c >= ' ' && c != 0x7F && (unicode || c < 0x80));
        }
        if (s.len)
            assert_int_not_equal(s.ptr[s.len - 1], ' ');
        line = end + 1;
    }
}

static void the_verdict_comes_first(void **state)
{
    ringback_result *r = fixture_poor();
    struct rb_buffer out = write_report(r, plain());

    (void)state;
    begins(&out, "73 of 100 · 31.3 s (28–38) · not ready: 2 errors, score under 80\n"
                 "To make it ready: mend 1 and 3 → 89 of 100\n\n");
    rb_buffer_free(&out);
    fixture_free(r);
}

static void what_gains_most_comes_first(void **state)
{
    static const char *const order[] = {"1  −12", "2  −8", "3  −4", "4  −2", "5  −1"};
    ringback_result *r = fixture_poor();
    struct rb_buffer out = write_report(r, plain());
    const char *at = out.ptr;

    (void)state;
    for (size_t i = 0; i < 5; i++) {
        at = strstr(at, order[i]);
        assert_non_null(at);
    }
    holds(&out, "\n  100 −12 −8 −4 −2 −1 = 73\n");
    rb_buffer_free(&out);
    fixture_free(r);
}

/* The seconds that it saves are worth something, too. */
static void seconds_saved_count(void **state)
{
    ringback_result *r = fixture("One two three four five six seven eight.");
    struct rb_buffer out;

    (void)state;
    fixture_finding(r, "a", RINGBACK_ERROR, 5, "One", "A.", "");
    fixture_finding(r, "b", RINGBACK_WARNING, 3, "two", "B.", "")->gain = 9;
    fixture_finding(r, "c", RINGBACK_WARNING, 4, "three", "C.", "")->gain = -2;
    out = write_report(r, plain());
    holds(&out, "\n  1  −3   B. ");
    holds(&out, "\n  2  −5   A. ");
    holds(&out, "\n  3  −4   C. ");
    rb_buffer_free(&out);
    fixture_free(r);
}

static void a_run_of_costs_is_said_once(void **state)
{
    ringback_result *r = fixture("One two three four five six seven eight.");
    struct rb_buffer out;

    (void)state;
    fixture_finding(r, "a", RINGBACK_ERROR, 12, "One", "A.", "");
    fixture_finding(r, "b", RINGBACK_WARNING, 3, "two", "B.", "");
    fixture_finding(r, "c", RINGBACK_WARNING, 3, "three", "C.", "");
    fixture_finding(r, "d", RINGBACK_WARNING, 3, "four", "D.", "");
    fixture_finding(r, "e", RINGBACK_WARNING, 2, "five", "E.", "");
    fixture_finding(r, "f", RINGBACK_WARNING, 2, "six", "F.", "");
    out = write_report(r, plain());
    holds(&out, "\n  100 −12 −3 ×3 −2 −2 = 75\n");
    rb_buffer_free(&out);
    fixture_free(r);
}

/* What was advised already is not advised again, only what it brings. */
static void an_advice_is_given_once(void **state)
{
    ringback_result *r = fixture("One two three four five six seven eight.");
    struct rb_buffer out;

    (void)state;
    fixture_finding(r, "no-cliche", RINGBACK_WARNING, 2, "two", "A phrase.",
                    "Drop it. (+2 points)");
    fixture_finding(r, "no-cliche", RINGBACK_WARNING, 1, "four", "A phrase.",
                    "Drop it. (+1 point)");
    r->findings[1].rule = r->findings[0].rule;
    fixture_finding(r, "no-boast", RINGBACK_WARNING, 1, "six", "A boast.", "Drop it. (+1 point)");
    out = write_report(r, plain());
    holds(&out, "  1  −2   A phrase. “two” · 0.3 s · warning · no-cliche\n"
                "          → Drop it. (+2 points)\n"
                "  2  −1   A phrase. “four” · 0.9 s · warning · no-cliche\n"
                "          → The same. (+1 point)\n"
                "  3  −1   A boast. “six” · 1.5 s · warning · no-boast\n"
                "          → Drop it. (+1 point)\n");
    rb_buffer_free(&out);
    fixture_free(r);
}

/* A message has them on one line, the draft on two. */
static void words_in_the_message_are_not_said_again(void **state)
{
    ringback_result *r = fixture("Hi Kofi, chief\nsomething, it's Lena.");
    struct rb_buffer out;

    (void)state;
    fixture_finding(r, "no-title", RINGBACK_ERROR, 4, "chief\nsomething",
                    "“chief something” is it.", "");
    out = write_report(r, plain());
    holds(&out, "“chief something” is it. · 0.6 s · error · no-title\n");
    rb_buffer_free(&out);
    fixture_free(r);
}

static void words_in_question_are_marked_in_place(void **state)
{
    ringback_result *r = fixture("Hi Kofi, it's Lena, chief something. Call me on 555 0142.");
    struct rb_buffer out;

    (void)state;
    fixture_finding(r, "no-title", RINGBACK_ERROR, 4, "chief something", "A title.", "");
    fixture_finding(r, "number-twice", RINGBACK_ERROR, 12, "555 0142", "Once.", "");
    fixture_finding(r, "number-readable", RINGBACK_WARNING, 2, "555 0142", "Reeled off.", "");
    fixture_finding(r, "polite-close", RINGBACK_SUGGESTION, 1, NULL, "No thanks.", "");
    out = write_report(r, plain());
    holds(&out, "  │ Hi Kofi, it's Lena, chief something. Call me on 555 0142.\n"
                "  │                     2~~~~~~~~~~~~~~             1,3~~~~~ ^4\n");
    rb_buffer_free(&out);
    fixture_free(r);
}

static void marks_that_meet_get_lines_of_their_own(void **state)
{
    ringback_result *r = fixture("We are the best platform there is.");
    struct rb_buffer out;

    (void)state;
    fixture_finding(r, "leave-how-out", RINGBACK_WARNING, 3, "the best platform", "How.", "");
    fixture_finding(r, "no-boast", RINGBACK_WARNING, 5, "best", "A boast.", "");
    out = write_report(r, plain());
    holds(&out, "  │ We are the best platform there is.\n"
                "  │        2~~~~~~~~~~~~~~~~\n"
                "  │            1\n");
    rb_buffer_free(&out);
    fixture_free(r);
}

/* Over several rows a mark would hide more than it shows: its number stands where it begins. */
static void a_wide_mark_is_only_its_number(void **state)
{
    static const char draft[] =
        "We one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty and then some more of the same.";
    ringback_result *r = fixture("A b c d e f g h i j k l m n o p q r s t u v w x y z. A b c d e f "
                                 "g h i j k l m n o p q r s t u v w x y z. A b c d e f g h i j k l "
                                 "m n o p q r s t u v w x y z. We one two three four five six "
                                 "seven eight nine ten eleven twelve thirteen fourteen fifteen "
                                 "sixteen seventeen eighteen nineteen twenty and then some more "
                                 "of the same.");
    struct rb_buffer out;

    (void)state;
    fixture_finding(r, "length", RINGBACK_ERROR, 3, draft, "Too long.", "");
    out = write_report(r, plain());
    assert_null(strstr(out.ptr, "~"));
    holds(&out, "  1\n");
    rb_buffer_free(&out);
    fixture_free(r);
}

static void a_mark_goes_on_in_the_next_line(void **state)
{
    ringback_result *r = fixture("One two three four five six seven eight nine ten eleven twelve, "
                                 "thirteen fourteen fifteen sixteen seventeen eighteen.");
    ringback_report_options narrow = plain();
    struct rb_buffer out;

    (void)state;
    narrow.width = 40;
    fixture_finding(r, "no-boast", RINGBACK_WARNING, 3, "seven eight nine", "A boast.", "");
    out = write_report(r, narrow);
    holds(&out, "  │ One two three four five six seven\n"
                "  │                             1~~~~\n"
                "  │ eight nine ten eleven twelve,\n"
                "  │ ~~~~~~~~~~\n");
    rb_buffer_free(&out);
    fixture_free(r);
}

/* A draft that its writer broke into lines wider than the page is laid out anew; one that fits
 * stays as it is, and so do lists and paragraphs. */
static void broken_lines_are_not_broken_twice(void **state)
{
    ringback_report_options narrow = plain();
    ringback_result *r = fixture("Hi Asha, it's Bram from the bakery on Mill\r\nLane. Your order\n"
                                 "is here.\n\nThanks.\n- Bram");
    struct rb_buffer out;

    (void)state;
    narrow.width = 40;
    out = write_report(r, narrow);
    holds(&out, "  │ Hi Asha, it's Bram from the bakery\n"
                "  │ on Mill Lane. Your order is here.\n"
                "  │\n"
                "  │ Thanks.\n"
                "  │ - Bram\n");
    rb_buffer_free(&out);
    narrow.width = 60;
    out = write_report(r, narrow);
    holds(&out, "  │ Hi Asha, it's Bram from the bakery on Mill\n"
                "  │ Lane. Your order\n");
    rb_buffer_free(&out);
    fixture_free(r);
}

/* With colour the words themselves are underlined, and only the number stands under them. */
static void colour_underlines_the_words(void **state)
{
    ringback_result *r = fixture("Call me on 555 0142 today, will you? It is about your invoices.");
    ringback_report_options colour = plain();
    struct rb_buffer out;

    (void)state;
    colour.color = true;
    fixture_finding(r, "number-twice", RINGBACK_ERROR, 12, "555 0142", "Once.", "");
    out = write_report(r, colour);
    holds(&out, "Call me on \x1b[1;31;4m555 0142\x1b[0m today");
    holds(&out, "            \x1b[1;31m1\x1b[0m\n");
    rb_buffer_free(&out);
    fixture_free(r);
}

static void a_ready_draft_says_so(void **state)
{
    ringback_result *r = fixture("Hi Ines, it's Bo.");
    struct rb_buffer out;

    (void)state;
    fixture_strength(r, "number-twice", "You say your number twice.");
    fixture_reminder(r, "follow-up", "Follow up by e-mail.");
    out = write_report(r, plain());
    begins(&out, "100 of 100 · 1.2 s (1–1) · ready\n\n");
    holds(&out, "\nGood\n  ✓ You say your number twice.\n");
    holds(&out, "\nAfter the beep\n  Follow up by e-mail.\n");
    assert_null(strstr(out.ptr, "To make it ready"));
    rb_buffer_free(&out);
    fixture_free(r);
}

/* A minute is enough for two, and what costs more than it brings is not worth it. */
static void a_ready_draft_can_get_better(void **state)
{
    ringback_result *r = fixture("Hi Ines, it's Bo. One two three.");
    struct rb_buffer out;

    (void)state;
    r->ready = true;
    fixture_finding(r, "a", RINGBACK_WARNING, 3, "Ines", "A.", "")->gain = -2;
    fixture_finding(r, "b", RINGBACK_WARNING, 2, "Bo", "B.", "");
    fixture_finding(r, "c", RINGBACK_WARNING, 2, "One", "C.", "")->gain = 1;
    fixture_finding(r, "d", RINGBACK_WARNING, 1, "two", "D.", "");
    out = write_report(r, plain());
    holds(&out, " · ready\nOne more minute: mend 2 and 3 → 95 of 100\n\n");
    rb_buffer_free(&out);
    fixture_free(r);
}

static void another_style_is_named_at_the_top(void **state)
{
    ringback_result *r = fixture("Hi Ines, it's Bo.");
    struct rb_buffer out;

    (void)state;
    fixture_reminder(r, "vague", "It sounds vague.");
    r->reminders[0].style = true;
    out = write_report(r, plain());
    begins(&out, "100 of 100 · 1.2 s (1–1) · ready\nIt sounds vague.\n\n");
    assert_null(strstr(out.ptr, "After the beep"));
    rb_buffer_free(&out);
    fixture_free(r);
}

/* One line each, the worst first; a few are reported whole, in their order. */
static void many_drafts_get_a_line_each(void **state)
{
    static const char *const names[] = {"good.txt", "poor.txt", "fine.txt", "none.txt"};

    (void)state;
    for (size_t n = 3; n <= 4; n++) {
        ringback_result *r[4] = {fixture("Hi Ines, it's Bo."), fixture_poor(),
                                 fixture("Hi Ines, it's Bo."), fixture("")};
        ringback_report_options options = plain();
        ringback_report *report;
        struct rb_buffer out;

        r[3]->scored = r[3]->ready = false;
        rb_buffer_init(&out);
        assert_int_equal(
            ringback_report_new(RINGBACK_FORMAT_TEXT, &options, gather, &out, &report, NULL),
            RINGBACK_OK);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(ringback_report_add(report, names[i], 1, r[i], NULL), RINGBACK_OK);
        assert_int_equal(ringback_report_end(report, NULL), RINGBACK_OK);
        ringback_report_free(report);
        rb_buffer_putc(&out, '\0');
        out.len--;
        if (n == 3) {
            begins(&out, "good.txt\n100 of 100");
            holds(&out, "\npoor.txt\n73 of 100");
            holds(&out, "\n3 drafts, 2 ready · 2 errors, 2 warnings, 1 suggestion\n");
        } else {
            begins(&out, "The worst first: score, seconds, draft\n"
                         "    –    0.0 s  ✗ none.txt\n"
                         "   73   31.3 s  ✗ poor.txt You say your number once.\n"
                         "  100    1.2 s  ✓ good.txt\n"
                         "  100    1.2 s  ✓ fine.txt\n");
            holds(&out, "\n4 drafts, 2 ready · ");
        }
        rb_buffer_free(&out);
        for (size_t i = 0; i < 4; i++)
            fixture_free(r[i]);
    }
}

static void no_voicemail_gets_no_score(void **state)
{
    ringback_result *r = fixture("");
    struct rb_buffer out;

    (void)state;
    r->scored = false;
    fixture_finding(r, "not-a-voicemail", RINGBACK_ERROR, 0, NULL, "This is no voicemail.", "");
    out = write_report(r, plain());
    assert_string_equal(out.ptr, "no score · not ready: not a voicemail\n\nWhy\n"
                                 "  1       This is no voicemail. · error · not-a-voicemail\n");
    rb_buffer_free(&out);
    fixture_free(r);
}

static void what_is_suppressed_is_told(void **state)
{
    ringback_result *r = fixture("Hi Ana, this is Bo. It is Bo.");
    struct rb_buffer out;

    (void)state;
    fixture_finding(r, "no-title", RINGBACK_ERROR, 4, "Bo", "A title.", "");
    fixture_suppress(r, "she asked for it");
    fixture_finding(r, "no-cliche", RINGBACK_ERROR, 4, "Ana", "A cliche.", "");
    fixture_suppress(r, "it is short");
    fixture_finding(r, "ignore-form", RINGBACK_WARNING, 0, "Hi", "Why so?", "");
    r->findings[0].line = 7;
    out = write_report(r, plain());
    begins(&out, "100 of 100");
    holds(&out, "· ready · 2 suppressed\n");
    holds(&out, "2 suppressed: no-title (she asked for it), no-cliche (it is short)\n");
    /* It does not stand in the text, and has no second. */
    holds(&out, "line 7 · warning · ignore-form");
    if (strchr(out.ptr, '^'))
        fail_msg("a mark in\n%s", out.ptr);
    rb_buffer_free(&out);
    fixture_free(r);
}

static void quiet_is_the_verdict_alone(void **state)
{
    ringback_report_options quiet = plain();
    ringback_result *r = fixture_poor();
    struct rb_buffer out;

    (void)state;
    quiet.quiet = true;
    out = write_report(r, quiet);
    assert_string_equal(out.ptr,
                        "73 of 100 · 31.3 s (28–38) · not ready: 2 errors, score under 80\n");
    rb_buffer_free(&out);
    fixture_free(r);
}

static void the_time_is_shown_and_can_be_checked(void **state)
{
    ringback_result *r = fixture_poor();
    struct rb_buffer out;

    (void)state;
    out = write_report(r, plain());
    holds(&out, "31.3 s at 150 words a minute: 99 words 29.7 s + pauses 1.6 s. A fast speaker\n"
                "  takes 28.2 s, a slow one 37.6 s.\n");
    assert_null(strstr(out.ptr, "in the blanks"));
    assert_null(strstr(out.ptr, "your pace"));
    holds(&out, "\n  hook     not said\n");
    holds(&out, "\n   3 s  your name, their name, your title");
    rb_buffer_free(&out);
    fixture_free(r);
}

static void long_names_take_longer(void **state)
{
    ringback_result *r = fixture("Hi [Name], this is Ned.");
    struct rb_buffer out;

    (void)state;
    r->draft.clock.longest_ms = 2345;
    out = write_report(r, plain());
    holds(&out, "\n  2.3 s with long names and the like in the blanks\n");
    rb_buffer_free(&out);
    fixture_free(r);
}

static void a_measured_time_tells_the_pace(void **state)
{
    static const struct {
        uint32_t measured_ms;
        const char *line;
    } ROWS[] = {
        {1000, "\n  1.0 s measured, your pace: 180 words a minute; use --pace 180\n"},
        {1200, "\n  1.2 s measured, your pace: 150 words a minute\n"},
        {100, "\n  0.1 s measured, your pace: 1800 words a minute\n"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        ringback_result *r = fixture("Hi Ana, it's Ned.");
        struct rb_buffer out;

        assert_int_equal(r->draft.clock.total_ms, 1200);
        r->draft.known.measured_ms = ROWS[i].measured_ms;
        out = write_report(r, plain());
        holds(&out, ROWS[i].line);
        rb_buffer_free(&out);
        fixture_free(r);
    }
}

/* Each silence is shown for what it is, a blank for what fills it, and the marks are explained. */
static void what_is_said_is_shown(void **state)
{
    ringback_report_options spoken = plain();
    ringback_result *r = fixture("Hi [Name], it's Ned here. Bye now.");
    struct rb_spoken *words = r->draft.clock.words;
    struct rb_buffer out;

    (void)state;
    spoken.as_spoken = true;
    words[1].gap = RB_GAP_SHORT;
    words[2].gap = RB_GAP_LONG;
    words[5].gap = RB_GAP_ASKED;
    words[5].pause_ms = 2000;
    out = write_report(r, spoken);
    holds(&out, "\nAs spoken\n"
                "  0.0    Hi [[Name]] │ it's ‖ Ned here\n"
                "  1.7    Bye (2.0 s) now\n"
                "  2.3    the end\n"
                "         │ a short pause, ‖ a long one, [ ] fills a blank\n");
    rb_buffer_free(&out);
    fixture_free(r);
}

static void on_demand_there_is_more(void **state)
{
    ringback_report_options more = plain();
    ringback_result *r = fixture_poor();
    struct rb_buffer out;

    (void)state;
    more.as_spoken = more.explain_facts = true;
    out = write_report(r, more);
    holds(&out, "\nAs spoken\n  0.0    Hi Maren it's Tobias Lund");
    holds(&out, "\n  16.7   phone_number = 5550142 “555 0142” by by hand\n");
    rb_buffer_free(&out);
    fixture_free(r);
}

/* Whatever the draft holds, whatever the page: nothing leaves it, nothing acts on a terminal. */
static void hostile_text_stays_on_the_page(void **state)
{
    static const char *const hostile[] = {
        "Hi \x1b]0;owned\x07 it's \xE2\x80\xAE\xC2\x9B 555\r\n::error::x ##[add-mask]a\n\n\x08\x08",
        ("\xff\xfe\xc3 Hi.\x7f\x01 Zo\xC3\xAB \xF0\x9F\x98\x80\xF0\x9F\x98\x80 "
         "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E"),
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "   \n\n  \t x \n\n\n", "\n"};

    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        for (uint32_t width = 40; width <= 120; width += 8) {
            for (unsigned bits = 0; bits < 4; bits++) {
                ringback_report_options options = plain();
                ringback_result *r = fixture(hostile[i]);
                uint32_t size = (uint32_t)r->draft.text.source.text.len;
                struct rb_finding *f;
                struct rb_buffer out;

                options.width = width;
                options.color = bits & 1;
                options.unicode = bits & 2;
                options.as_spoken = true;
                for (uint32_t at = 0; at < size && r->n_findings < 30; at += 3) {
                    f = fixture_finding(r, "a\x1b[2Jrule", RINGBACK_WARNING, 1, NULL, hostile[i],
                                        "::warning::advice");
                    f->start = at;
                    f->end = at + (at % 2) * 5 < size ? at + (at % 2) * 5 : size;
                }
                out = write_report(r, options);
                strip_colours(&out);
                is_clean(&out, width, options.unicode);
                rb_buffer_free(&out);
                fixture_free(r);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_verdict_comes_first),
        cmocka_unit_test(what_gains_most_comes_first),
        cmocka_unit_test(seconds_saved_count),
        cmocka_unit_test(a_run_of_costs_is_said_once),
        cmocka_unit_test(an_advice_is_given_once),
        cmocka_unit_test(words_in_the_message_are_not_said_again),
        cmocka_unit_test(words_in_question_are_marked_in_place),
        cmocka_unit_test(a_wide_mark_is_only_its_number),
        cmocka_unit_test(marks_that_meet_get_lines_of_their_own),
        cmocka_unit_test(a_mark_goes_on_in_the_next_line),
        cmocka_unit_test(broken_lines_are_not_broken_twice),
        cmocka_unit_test(colour_underlines_the_words),
        cmocka_unit_test(a_ready_draft_says_so),
        cmocka_unit_test(a_ready_draft_can_get_better),
        cmocka_unit_test(another_style_is_named_at_the_top),
        cmocka_unit_test(many_drafts_get_a_line_each),
        cmocka_unit_test(no_voicemail_gets_no_score),
        cmocka_unit_test(what_is_suppressed_is_told),
        cmocka_unit_test(quiet_is_the_verdict_alone),
        cmocka_unit_test(the_time_is_shown_and_can_be_checked),
        cmocka_unit_test(long_names_take_longer),
        cmocka_unit_test(a_measured_time_tells_the_pace),
        cmocka_unit_test(what_is_said_is_shown),
        cmocka_unit_test(on_demand_there_is_more),
        cmocka_unit_test(hostile_text_stays_on_the_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
