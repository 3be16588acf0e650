/* What a number found carries besides its value: its span, its tokens, how it is said; and
 * placeholders. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "phone_fixture.h"

/* Each statement between bars in `marked` is found, and nothing else. */
static void check_spans(const char *marked)
{
    struct rb_buffer plain;
    struct rb_arena arena;
    struct rb_text text;
    struct rb_phones phones;
    uint32_t bars[16], n = 0;

    rb_buffer_init(&plain);
    for (const char *s = marked; *s; s++) {
        if (*s == '|')
            bars[n++] = (uint32_t)plain.len;
        else
            rb_buffer_putc(&plain, *s);
    }
    rb_buffer_putc(&plain, '\0');
    find_phones(&arena, plain.ptr, &text, &phones);
    assert_int_equal(phones.count, n / 2);
    for (uint32_t i = 0; i < phones.count; i++) {
        const struct rb_phone *p = &phones.items[i];

        assert_int_equal(p->start, bars[2 * i]);
        assert_int_equal(p->end, bars[2 * i + 1]);
        assert_true(text.tokens[p->token].start <= p->start);
        assert_true(text.tokens[p->token].end > p->start);
        assert_true(text.tokens[p->token_end - 1].start < p->end);
        assert_true(text.tokens[p->token_end - 1].end >= p->end);
    }
    rb_arena_free(&arena);
    rb_buffer_free(&plain);
}

static void a_statement_spans_the_number_and_its_extension(void **state)
{
    static const char *const rows[] = {
        "Ring |617-555-0142|.",
        "Ring |+1 (617) 555-0142|, or |(617) 555-0143 ext. 12|.",
        "Ring (|617-555-0142|) today.",
        "Ring |617-555-0142 (ext. 12)| today.",
        "Ring |617-555-0142, extension twelve|, please.",
        "Ring |(+44) 161 496 0142| today.",
        "Ring |plus four four, one six one, four nine six, oh one four two|, thanks.",
        "It's |1-888-PAINT-UP|, |one eight eight eight, seven two four, six eight eight seven|.",
        "I'm on |01 555 0142, ext. 4|: ask for Una.",
        "It's |6-1-7, 5-5-5, 0-1-4-2|. Again, |617 555 0142|.",
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        check_spans(rows[i]);
}

static void check_way(const char *text, bool spoken, bool run)
{
    struct rb_arena arena;
    struct rb_text t;
    struct rb_phones phones;

    find_phones(&arena, text, &t, &phones);
    assert_int_equal(phones.count, 1);
    if (phones.items[0].spoken != spoken || phones.items[0].run != run)
        fail_msg("%s: spoken %d, run %d", text, phones.items[0].spoken, phones.items[0].run);
    rb_arena_free(&arena);
}

static void a_number_in_one_run_or_in_tens_is_reeled_off(void **state)
{
    (void)state;
    check_way("Call 617-555-0142.", false, false);
    check_way("Call 6175550142.", false, true);
    check_way("Call +16175550142.", false, true);
    check_way("Call 07700 900142.", false, false);
    check_way("Call 1-888-PAINT-UP.", false, false);
    check_way("Call six one seven, five five five, oh one four two.", true, false);
    check_way("Call six seventeen, five fifty-five, oh one forty-two.", true, true);
    check_way("Call eight hundred, five five five, oh one four two.", true, false);
    check_way("Call thirteen hundred, five five five, oh one four.", true, false);
    check_way("Call plus forty-four, one six one, four nine six, oh one four two.", true, false);
    check_way("Call 617, five five five, 0142.", true, false);
}

static void placeholders_stand_for_numbers(void **state)
{
    static const struct phone_row rows[] = {
        {"Call me at [phone number], that's [phone number].", "placeholder placeholder"},
        {"Call me on {{direct_line}} ext. {{ext}}.", "placeholder"},
        {"Call me on [phone] ext. 12.", "placeholder"},
        {"Call 617-555-0142 ext. [ext].", "6175550142"},
        {"My number is ____.", "placeholder"},
        {"Call me on XXX-XXX-XXXX.", "placeholder"},
        {"Call me on 617-555-XXXX.", "placeholder"},
        {"Call me back at ____.", "placeholder"},
        {"Give us a ring on ____, please.", "placeholder"},
        {"You can reach me at (Office Number).", "placeholder"},
        {"We met at ____ last week.", ""},
        {"Meet me at ____.", ""},
        {"I will call you at ____.", ""},
        {"Call 617-555-0142 (office).", "6175550142"},
        {"Quote [order number] when you call.", ""},
        {"Our [product line] is new.", ""},
        {"Call 617-555-0142 (mobile).", "6175550142"},
    };

    (void)state;
    check_phones(rows, sizeof rows / sizeof rows[0]);
}

static void the_trunk_zero_in_brackets_is_not_said(void **state)
{
    static const struct phone_row rows[] = {
        {"Ring +44 (0)161 496 0142.", "441614960142"},
        {"Ring 0044 (0) 161 496 0142.", "00441614960142"},
        {"Ring +49 (0)30 23125-014.", "493023125014"},
    };

    (void)state;
    check_phones(rows, sizeof rows / sizeof rows[0]);
}

/* Wherever a number stands in a long sentence or text, what is around it is seen: the finder
 * forgets what is far behind. */
static void words_far_off_change_nothing(void **state)
{
    static const char number[] = "call or text us, 44 17 12 ext. 3, or 13 22 55 extension nine";
    static const char *const fillings[] = {"we sell good tiles ", "We sell. "};
    struct rb_buffer text;

    (void)state;
    rb_buffer_init(&text);
    for (size_t f = 0; f < 2; f++)
        for (uint32_t words = 490; words < 560; words++) {
            struct rb_arena arena;
            struct rb_text t;
            struct rb_phones phones;

            rb_buffer_clear(&text);
            for (int half = 0; half < 2; half++) {
                for (uint32_t i = 0; i < words / (f == 0 ? 4 : 2); i++)
                    rb_buffer_puts(&text, fillings[f]);
                for (uint32_t i = 0; i < words % 4; i++)
                    rb_buffer_puts(&text, "and ");
                rb_buffer_puts(&text, number);
                rb_buffer_puts(&text, " thanks ");
            }
            rb_buffer_putc(&text, '\0');
            find_phones(&arena, text.ptr, &t, &phones);
            assert_int_equal(phones.count, 2);
            for (uint32_t i = 0; i < phones.count; i++)
                assert_true(rb_slice_is(phones.items[i].value, "132255x9"));
            rb_arena_free(&arena);
        }
    rb_buffer_free(&text);
}

static void nothing_is_found_in_nothing(void **state)
{
    static const struct phone_row rows[] = {
        {"", ""},    {" ", ""},      {"+", ""},       {"((((", ""},
        {"one", ""}, {"double", ""}, {"+ + + +", ""}, {"ext. 12", ""},
    };

    (void)state;
    check_phones(rows, sizeof rows / sizeof rows[0]);
}

static void placeholders_side_by_side(void **state)
{
    static const struct phone_row ROWS[] = {
        {"Ring {{area}}-{{phone}} x{{ext}} today.", "placeholder"},
        {"Ring {{phone}} {{phone}} today.", "placeholder"},
        {"Ring [phone], [phone].", "placeholder placeholder"},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void placeholders_of_other_numbers(void **state)
{
    static const struct phone_row ROWS[] = {
        {"The order number is [number]. The order is [order number].", "placeholder"},
        {"Call [insert details].", "placeholder"},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void placeholders_by_what_leads_to_them(void **state)
{
    static const struct phone_row ROWS[] = {
        {"My number is ____ today.", "placeholder"},
        {"My number is [your number here].", "placeholder"},
        {"Ring me at [cell] or (office).", "placeholder"},
        {"Reach me at [my line].", "placeholder"},
        {"Ring [phone 2] today.", "placeholder"},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void labels_near_and_far(void **state)
{
    static const struct phone_row ROWS[] = {
        {"Ring 617-555-0142 at once, or the number 617-555-0143.", "6175550142 6175550143"},
        {"My line is # 6175550142 and my number # 6175550143.", "6175550142 6175550143"},
        {"The number is order 6175550142.", ""},
        {"The file, number 6175550142.", ""},
        {"Ring 6175550142°, ¤6175550142, 6175550142_5, a@6175550142.", ""},
        {"Call6175550142 or call:6175550142.", "6175550142 6175550142"},
        {"Either 50% 6175550142 or 6175550142 %.", "6175550142"},
        {"The number 444-55-4444, 4444-555555-4444.", ""},
        {"On 2010-04-31-55, 2010-13-01, 16/13/2010.", ""},
        {"It is 012.5550142 today.", ""},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void the_same_in_several_ways(void **state)
{
    static const struct phone_row ROWS[] = {
        {"Ring ６１７５５５０１４２ or ６17-555-0142.", "6175550142 6175550142"},
        {"Ring 617 - 555 - 0142 or 617 –555– 0142.", "6175550142 6175550142"},
        {"Ring 1 800 555 0142 or 1-800-5550142 or 18005550142.",
         "18005550142 18005550142 18005550142"},
        {"Ring 0800 1111 or 0800 11 11 11.", "08001111 0800111111"},
        {"Ring 617/555/0142 or 617 / 555 / 0142 or 617.555.0142.",
         "6175550142 6175550142 6175550142"},
        {"Ring 98765 43210 or 9876543210 or +91 98765-43210.",
         "9876543210 9876543210 919876543210"},
        {"Ring (617-555-0142, ext. 5) today.", "6175550142x5"},
        {"617-555-0142 extension five five or ext. fifty five.", "6175550142x55"},
        {"617-555-0142 then press 5, 617-555-0143 and dial 7.", "6175550142 6175550143"},
        {"1-800-FLOWERS or 1-800-GO-FEDEX or 800-CALL-NOW or 1-800-A or 555-HOME.",
         "18003569377 18004633339 8002255669 5554663"},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void hundreds_and_articles(void **state)
{
    static const struct phone_row ROWS[] = {
        {"six one seven double uh five five five oh one four", "6175555014"},
        {"twelve hundred five five five oh one four two", "12005550142"},
        {"one more six one seven five five five oh one four two", "6175550142"},
        {"one, more, six one seven five five five oh one four two", "6175550142"},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_statement_spans_the_number_and_its_extension),
        cmocka_unit_test(a_number_in_one_run_or_in_tens_is_reeled_off),
        cmocka_unit_test(placeholders_stand_for_numbers),
        cmocka_unit_test(the_trunk_zero_in_brackets_is_not_said),
        cmocka_unit_test(words_far_off_change_nothing),
        cmocka_unit_test(nothing_is_found_in_nothing),
        cmocka_unit_test(placeholders_side_by_side),
        cmocka_unit_test(placeholders_of_other_numbers),
        cmocka_unit_test(placeholders_by_what_leads_to_them),
        cmocka_unit_test(labels_near_and_far),
        cmocka_unit_test(the_same_in_several_ways),
        cmocka_unit_test(hundreds_and_articles),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
