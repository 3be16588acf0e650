#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"

static bool is_scalar(uint32_t cp)
{
    return cp <= 0x10FFFF && !(cp >= 0xD800 && cp <= 0xDFFF);
}

/* Every code point there and back, and none of its beginnings. */
static void test_round_trip(void **state)
{
    (void)state;
    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
        char s[4];
        uint32_t back = 0xABCDEF;
        size_t n, start = 9;

        if (!is_scalar(cp))
            continue;
        n = rb_utf8_encode(cp, s);
        if (n != (cp < 0x80 ? 1u : cp < 0x800 ? 2u : cp < 0x10000 ? 3u : 4u))
            fail_msg("U+%04X takes %u bytes", (unsigned)cp, (unsigned)n);
        if (rb_utf8_decode(s, n, &back) != n || back != cp)
            fail_msg("U+%04X comes back as U+%04X", (unsigned)cp, (unsigned)back);
        if (rb_utf8_before(s, n, &start) != cp || start != 0)
            fail_msg("U+%04X read backwards", (unsigned)cp);
        for (size_t part = 1; part < n; part++)
            if (rb_utf8_decode(s, part, &back) != 0)
                fail_msg("%u bytes of U+%04X pass", (unsigned)part, (unsigned)cp);
    }
}

/* All strings of two bytes and, with fitting tails, of three and four: what is accepted must be the
 * encoding of what it decodes to. */
static void test_only_shortest_forms(void **state)
{
    (void)state;
    for (unsigned lead = 0x80; lead < 0x100; lead++) {
        for (unsigned second = 0; second < 0x100; second++) {
            const char s[4] = {(char)lead, (char)second, '\x80', '\xBF'};

            for (size_t n = 1; n <= 4; n++) {
                uint32_t cp = 0xABCDEF;
                size_t step = rb_utf8_decode(s, n, &cp);
                char back[4];

                if (step == 0) {
                    assert_int_equal(cp, 0xABCDEF);
                    continue;
                }
                assert_true(step <= n && is_scalar(cp));
                assert_int_equal(rb_utf8_encode(cp, back), step);
                assert_memory_equal(back, s, step);
            }
        }
    }
}

static void test_counting(void **state)
{
    static const char text[] = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z";
    uint32_t cps[5];
    size_t at = sizeof text - 1, n = 0;

    (void)state;
    assert_int_equal(rb_utf8_count(text, sizeof text - 1), 5);
    assert_int_equal(rb_utf8_count(text, 0), 0);
    while (at > 0)
        cps[n++] = rb_utf8_before(text, at, &at);
    assert_int_equal(n, 5);
    assert_int_equal(cps[0], 'z');
    assert_int_equal(cps[1], 0x1F600);
    assert_int_equal(cps[2], 0x20AC);
    assert_int_equal(cps[3], 0xE9);
    assert_int_equal(cps[4], 'a');
}

static void test_valid(void **state)
{
    (void)state;
    assert_int_equal(rb_utf8_valid("", 0), 0);
    assert_int_equal(rb_utf8_valid("caf\xC3\xA9", 5), 5);
    assert_int_equal(rb_utf8_valid("caf\xC3\xA9", 4), 3);
    assert_int_equal(rb_utf8_valid("a\0b", 3), 3);
    assert_int_equal(rb_utf8_valid("ab\x80", 3), 2);
    assert_int_equal(rb_utf8_valid("\xC0\x80", 2), 0);
    assert_int_equal(rb_utf8_valid("a\xED\xA0\x80", 4), 1);
    assert_int_equal(rb_utf8_valid("\xF5\x80\x80\x80", 4), 0);
}

static void test_case(void **state)
{
    static const uint32_t pairs[][2] = {
        {'A', 'a'},     {'Z', 'z'},     {0xC0, 0xE0},     {0xD6, 0xF6},   {0xD8, 0xF8},
        {0xDE, 0xFE},   {0x100, 0x101}, {0x130, 'i'},     {0x139, 0x13A}, {0x14A, 0x14B},
        {0x160, 0x161}, {0x178, 0xFF},  {0x179, 0x17A},   {0x1A0, 0x1A1}, {0x1AF, 0x1B0},
        {0x386, 0x3AC}, {0x38F, 0x3CE}, {0x391, 0x3B1},   {0x401, 0x451}, {0x410, 0x430},
        {0x42F, 0x44F}, {0x490, 0x491}, {0x1E00, 0x1E01}, {0x1E9E, 0xDF}, {0x1EA0, 0x1EA1},
    };
    static const uint32_t none[] = {'a',  '@',   '[',   '1',   0xD7,   0xDF,   0xE9,
                                    0xF7, 0x138, 0x149, 0x17F, 0x20AC, 0x4E00, 0x1F600};

    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        assert_true(rb_utf8_is_upper(pairs[i][0]));
        assert_int_equal(rb_utf8_to_lower(pairs[i][0]), pairs[i][1]);
    }
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        assert_false(rb_utf8_is_upper(none[i]));
        assert_int_equal(rb_utf8_to_lower(none[i]), none[i]);
    }
    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
        uint32_t low = rb_utf8_to_lower(cp);

        if (rb_utf8_is_upper(cp) != (low != cp) || rb_utf8_is_upper(low) ||
            (low != cp && !(rb_utf8_is_letter(cp) && rb_utf8_is_letter(low))))
            fail_msg("U+%04X and its small letter U+%04X", (unsigned)cp, (unsigned)low);
    }
}

static void test_letters(void **state)
{
    static const uint32_t yes[] = {'a',  'Z',   0xAA,  0xB5,  0xBA,  0xC0,
                                   0xFF, 0x3B1, 0x42F, 0x5D0, 0x4E2D};
    static const uint32_t no[] = {'0',    '_',    ' ',    0x80,   0xA0,   0xB7,
                                  0xD7,   0xF7,   0x2013, 0x2019, 0x20AC, 0x2192,
                                  0x3001, 0xE000, 0xFEFF, 0xFFFD, 0x1F600};

    (void)state;
    for (size_t i = 0; i < sizeof yes / sizeof yes[0]; i++)
        assert_true(rb_utf8_is_letter(yes[i]));
    for (size_t i = 0; i < sizeof no / sizeof no[0]; i++)
        assert_false(rb_utf8_is_letter(no[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip), cmocka_unit_test(test_only_shortest_forms),
        cmocka_unit_test(test_counting),   cmocka_unit_test(test_valid),
        cmocka_unit_test(test_case),       cmocka_unit_test(test_letters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
