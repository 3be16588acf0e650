/* Reading numbers, scales and groups of digits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clock/number.h"

static const struct rb_phones NO_PHONES;

struct page {
    struct rb_arena arena;
    struct rb_text text;
    struct rb_voice voice;
};

static void open_page(struct page *p, const char *s)
{
    p->text = (struct rb_text){.source.text = rb_slice_str(s)};
    rb_arena_init(&p->arena);
    rb_voice_init(&p->voice, &p->arena, &p->text, &NO_PHONES);
}

static void test_numbers(void **state)
{
    static const struct {
        const char *text;
        uint64_t value;
        uint32_t end, digits, fraction; /* digits behind the point */
    } ROWS[] = {{"12 x", 12, 2, 2, 0},
                {"1,204", 1204, 5, 4, 0},
                {"1,20", 1, 1, 1, 0},
                {"1234,567", 1234, 4, 4, 0},
                {"12,345,678.5", 12345678, 12, 8, 1},
                {"4.50", 4, 4, 1, 2},
                {"4.", 4, 1, 1, 0},
                {"1.2.3", 1, 1, 1, 0},
                {"007", 7, 3, 3, 0},
                {"1234567890123456789", 0, 19, 19, 0}};

    (void)state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct page p;
        struct rb_number n;

        open_page(&p, ROWS[i].text);
        assert_true(rb_number_read(&p.voice, 0, &n));
        assert_int_equal(n.value, ROWS[i].value);
        assert_int_equal(n.end, ROWS[i].end);
        assert_int_equal(n.digits, ROWS[i].digits);
        assert_int_equal(n.end - n.frac, ROWS[i].fraction);
        rb_arena_free(&p.arena);
    }
}

static void test_no_number(void **state)
{
    struct page p;
    struct rb_number n;

    (void)state;
    open_page(&p, "x1");
    assert_false(rb_number_read(&p.voice, 0, &n));
    assert_false(rb_number_read(&p.voice, 2, &n));
    rb_arena_free(&p.arena);
}

static void test_small_numbers(void **state)
{
    struct page p;
    uint32_t value = 0;

    (void)state;
    open_page(&p, "12 345 60");
    assert_int_equal(rb_number_small(&p.voice, 0, 1, 12, &value), 2);
    assert_int_equal(value, 12);
    assert_int_equal(rb_number_small(&p.voice, 0, 1, 11, &value), 0);
    assert_int_equal(rb_number_small(&p.voice, 3, 0, 999, &value), 0);
    assert_int_equal(rb_number_small(&p.voice, 7, 0, 99, &value), 9);
    rb_arena_free(&p.arena);
}

static void test_scales(void **state)
{
    static const struct {
        const char *text, *name;
        uint32_t end;
    } ROWS[] = {{"K", "thousand", 1},
                {"bn.", "billion", 2},
                {" million", "million", 8},
                {"-million", "million", 8},
                {" k", NULL, 0},
                {"kay", NULL, 0},
                {"", NULL, 0},
                {"K9", NULL, 0}};

    (void)state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct page p;
        struct rb_scale scale;

        open_page(&p, ROWS[i].text);
        scale = rb_scale_read(&p.voice, 0);
        if (ROWS[i].name)
            assert_string_equal(scale.name, ROWS[i].name);
        else
            assert_null(scale.name);
        assert_int_equal(scale.end, ROWS[i].end);
        rb_arena_free(&p.arena);
    }
}

static void test_groups_cover_the_run(void **state)
{
    static const char DIGITS[] = "23456789012345678901234567890";
    uint8_t lengths[32];

    (void)state;
    for (size_t len = 1; len < sizeof DIGITS; len++) {
        uint32_t n = rb_run_groups(rb_slice_of(DIGITS, len), lengths, 32), sum = 0;

        for (uint32_t g = 0; g < n; g++)
            sum += lengths[g];
        assert_int_equal(sum, len);
    }
    assert_int_equal(rb_run_groups(rb_slice_str("12345678901"), lengths, 32), 4);
    assert_int_equal(lengths[0], 1);
    assert_int_equal(rb_run_groups(rb_slice_str("02345678901"), lengths, 32), 3);
    assert_int_equal(lengths[0], 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_no_number),
        cmocka_unit_test(test_small_numbers),
        cmocka_unit_test(test_scales),
        cmocka_unit_test(test_groups_cover_the_run),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
