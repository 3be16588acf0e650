/* Numbers as words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "clock/say.h"

static struct rb_text no_text;
static const struct rb_phones NO_PHONES;

struct mouth {
    struct rb_arena arena;
    struct rb_voice voice;
    struct rb_buffer line;
};

static void open_mouth(struct mouth *m)
{
    rb_arena_init(&m->arena);
    rb_buffer_init(&m->line);
    no_text.source.text = rb_slice_of("", 0);
    rb_voice_init(&m->voice, &m->arena, &no_text, &NO_PHONES);
}

static void close_mouth(struct mouth *m)
{
    rb_arena_free(&m->arena);
    rb_buffer_free(&m->line);
}

/* What has been said since the last time, as one line. */
static const char *heard(struct mouth *m)
{
    rb_buffer_clear(&m->line);
    for (size_t i = 0; i < m->voice.count; i++) {
        if (i > 0)
            rb_buffer_putc(&m->line, ' ');
        rb_buffer_slice_add(&m->line, m->voice.items[i].text);
    }
    rb_buffer_putc(&m->line, '\0');
    m->voice.count = 0;
    return m->line.ptr;
}

typedef void say(struct rb_voice *, uint32_t, uint64_t);

static void check(say *how, uint64_t n, const char *want)
{
    struct mouth m;

    open_mouth(&m);
    how(&m.voice, 0, n);
    assert_string_equal(heard(&m), want);
    close_mouth(&m);
}

static void test_cardinals(void **state)
{
    (void)state;
    check(rb_say_cardinal, 0, "zero");
    check(rb_say_cardinal, 7, "seven");
    check(rb_say_cardinal, 13, "thirteen");
    check(rb_say_cardinal, 40, "forty");
    check(rb_say_cardinal, 99, "ninety nine");
    check(rb_say_cardinal, 100, "one hundred");
    check(rb_say_cardinal, 312, "three hundred twelve");
    check(rb_say_cardinal, 1005, "one thousand five");
    check(rb_say_cardinal, 12000, "twelve thousand");
    check(rb_say_cardinal, 1000001, "one million one");
    check(rb_say_cardinal, 2000000000000u, "two trillion");
    check(rb_say_cardinal, UINT64_MAX,
          "eighteen quintillion four hundred forty six quadrillion seven hundred forty four "
          "trillion seventy three billion seven hundred nine million five hundred fifty one "
          "thousand six hundred fifteen");
}

static void test_counts(void **state)
{
    (void)state;
    check(rb_say_count, 1100, "eleven hundred");
    check(rb_say_count, 9900, "ninety nine hundred");
    check(rb_say_count, 3000, "three thousand");
    check(rb_say_count, 1150, "one thousand one hundred fifty");
    check(rb_say_count, 10100, "ten thousand one hundred");
}

static void test_ordinals(void **state)
{
    (void)state;
    check(rb_say_ordinal, 1, "first");
    check(rb_say_ordinal, 2, "second");
    check(rb_say_ordinal, 3, "third");
    check(rb_say_ordinal, 4, "fourth");
    check(rb_say_ordinal, 12, "twelfth");
    check(rb_say_ordinal, 20, "twentieth");
    check(rb_say_ordinal, 28, "twenty eighth");
    check(rb_say_ordinal, 100, "one hundredth");
}

static void say_year(struct rb_voice *v, uint32_t pos, uint64_t n)
{
    rb_say_year(v, pos, (uint32_t)n);
}

static void test_years(void **state)
{
    (void)state;
    check(say_year, 1998, "nineteen ninety eight");
    check(say_year, 1905, "nineteen oh five");
    check(say_year, 1900, "nineteen hundred");
    check(say_year, 2000, "two thousand");
    check(say_year, 2009, "two thousand nine");
    check(say_year, 2010, "twenty ten");
}

static void test_digits_and_codes(void **state)
{
    static const struct {
        const char *code, *spoken;
    } ROWS[] = {{"7", "seven"},       {"42", "forty two"},    {"105", "one oh five"},
                {"150", "one fifty"}, {"200", "two hundred"}, {"2045", "two oh four five"},
                {"07", "oh seven"},   {"015", "oh one five"}};
    struct mouth m;

    (void)state;
    open_mouth(&m);
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        rb_say_code(&m.voice, 0, rb_slice_str(ROWS[i].code));
        assert_string_equal(heard(&m), ROWS[i].spoken);
    }
    rb_say_digits(&m.voice, 0, rb_slice_str("1,05"), "zero");
    assert_string_equal(heard(&m), "one zero five");
    close_mouth(&m);
}

static void test_endings(void **state)
{
    static const struct {
        const char *one, *many;
    } ROWS[] = {{"ninety", "nineties"}, {"six", "sixes"},          {"oh", "ohs"},
                {"aitch", "aitches"},   {"thousand", "thousands"}, {"kay", "kays"}};
    struct mouth m;

    (void)state;
    open_mouth(&m);
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        rb_voice_say(&m.voice, 0, ROWS[i].one);
        rb_say_last_plural(&m.voice);
        assert_string_equal(heard(&m), ROWS[i].many);
    }
    rb_say_last_plural(&m.voice);
    rb_say_last_ordinal(&m.voice);
    assert_int_equal(m.voice.count, 0);
    close_mouth(&m);
}

static void test_positions_never_go_back(void **state)
{
    struct mouth m;

    (void)state;
    open_mouth(&m);
    rb_voice_say(&m.voice, 9, "five");
    rb_voice_say(&m.voice, 4, "a month");
    assert_int_equal(m.voice.count, 3);
    assert_int_equal(m.voice.items[2].pos, 9);
    close_mouth(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cardinals),
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_ordinals),
        cmocka_unit_test(test_years),
        cmocka_unit_test(test_digits_and_codes),
        cmocka_unit_test(test_endings),
        cmocka_unit_test(test_positions_never_go_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
