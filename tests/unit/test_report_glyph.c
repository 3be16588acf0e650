#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "report/glyph.h"

static void shows(const char *text, size_t len, bool unicode, const char *expected,
                  uint32_t columns)
{
    struct rb_buffer out;
    struct rb_slice s = rb_slice_of(text, len);

    rb_buffer_init(&out);
    assert_int_equal(rb_glyph_add(&out, s, unicode), columns);
    assert_int_equal(rb_glyph_columns(s, unicode), columns);
    assert_int_equal(out.len, strlen(expected));
    assert_memory_equal(out.ptr, expected, out.len);
    rb_buffer_free(&out);
}

#define SHOWS(text, unicode, expected, columns)                                                    \
    shows(text, sizeof(text) - 1, unicode, expected, columns)

static void plain_text_stays(void **state)
{
    (void)state;
    SHOWS("Call Renée — “today”…", true, "Call Renée — “today”…", 21);
    SHOWS("a\tb\r\nc", true, "a b c", 5);
}

static void controls_become_visible(void **state)
{
    (void)state;
    SHOWS("\x1b[31mred\x07", true, "\\x1b[31mred\\x07", 15);
    SHOWS("\x7f", true, "\\x7f", 4);
    SHOWS("a\x00z", true, "a\\x00z", 6);
    SHOWS("\xC2\x9B", true, "\\u009b", 6);          /* C1: CSI in one character */
    SHOWS("\xE2\x80\xAE", true, "\\u202e", 6);      /* right-to-left override */
    SHOWS("\xE2\x80\xA8", true, "\\u2028", 6);      /* line separator */
    SHOWS("\xF3\xA0\x81\x81", true, "\\ue0041", 7); /* a tag letter */
}

static void what_is_no_text_is_a_replacement(void **state)
{
    (void)state;
    SHOWS("\xff", true, "\xEF\xBF\xBD", 1);
    SHOWS("\x1a", true, "\xEF\xBF\xBD", 1); /* what the source put for such a byte */
    SHOWS("\xC3", false, "?", 1);
    SHOWS("\xEF\xBB\xBFHi", true, "Hi", 2); /* a byte order mark */
}

static void nothing_is_a_command_to_a_log(void **state)
{
    (void)state;
    SHOWS("::error::x", true, "\\x3a:error::x", 13);
    SHOWS("a ::debug", true, "a \\x3a:debug", 12);
    SHOWS("std::string", true, "std::string", 11);
    SHOWS("##[group]", true, "##\\x5bgroup]", 12);
}

static void ascii_is_ascii(void **state)
{
    (void)state;
    SHOWS("“Zoë’s — café”…", false, "\"Zoe's -- cafe\"...", 18);
    SHOWS("→ ✓ █ ─", false, "-> + # -", 8);
    SHOWS("\xF0\x9F\x98\x80", false, "?", 1);
    SHOWS("e\xCC\x81", false, "e", 1);
}

static void wide_and_joining_characters_have_their_columns(void **state)
{
    (void)state;
    SHOWS("日本", true, "日本", 4);
    SHOWS("e\xCC\x81", true, "e\xCC\x81", 1);
    SHOWS("\xF0\x9F\x98\x80", true, "\xF0\x9F\x98\x80", 2);
}

/* Whatever the code point: one glyph, no control, ASCII where that is wanted. */
static void every_code_point_is_safe(void **state)
{
    (void)state;
    for (uint32_t cp = 1; cp < 0x110000; cp++) {
        char bytes[4];
        size_t n;

        if (cp >= 0xD800 && cp <= 0xDFFF)
            continue;
        n = rb_utf8_encode(cp, bytes);
        for (int unicode = 0; unicode < 2; unicode++) {
            struct rb_glyph g = rb_glyph_at(rb_slice_of(bytes, n), 0, unicode);

            assert_int_equal(g.bytes, n);
            assert_in_range(g.len, 0, sizeof g.text);
            for (size_t i = 0; i < g.len; i++) {
                unsigned char c = (unsigned char)g.text[i];

                assert_true(c >= ' ' && c != 0x7F && (unicode || c < 0x80));
                assert_false(c == 0xC2 && (unsigned char)g.text[i + 1] < 0xA0);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_stays),
        cmocka_unit_test(controls_become_visible),
        cmocka_unit_test(what_is_no_text_is_a_replacement),
        cmocka_unit_test(nothing_is_a_command_to_a_log),
        cmocka_unit_test(ascii_is_ascii),
        cmocka_unit_test(wide_and_joining_characters_have_their_columns),
        cmocka_unit_test(every_code_point_is_safe),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
