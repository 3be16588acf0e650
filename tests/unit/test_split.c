#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "fact/split.h"

/* A word as its parts: "i+am", readings after the first behind a bar, soft parts in brackets. */
static void shown(const char *word, bool informal, struct rb_buffer *out)
{
    struct rb_parts parts;

    rb_buffer_init(out);
    rb_split(rb_slice_str(word), informal, &parts);
    for (uint32_t i = 0; i < parts.count; i++) {
        const struct rb_part *p = &parts.items[i];

        rb_buffer_puts(out, i ? "+" : "");
        rb_buffer_puts(out, p->soft ? "(" : "");
        for (int r = 0; r < RB_SPLIT_READINGS; r++)
            if (p->readings[r].len) {
                rb_buffer_puts(out, r ? "|" : "");
                rb_buffer_slice_add(out, p->readings[r]);
            }
        rb_buffer_puts(out, p->soft ? ")" : "");
    }
    rb_buffer_putc(out, '\0');
}

static void check(const char *word, bool informal, const char *parts)
{
    struct rb_buffer line;

    shown(word, informal, &line);
    if (strcmp(line.ptr, parts) != 0)
        fail_msg("%s: %s, not %s", word, line.ptr, parts);
    rb_buffer_free(&line);
}

static void contractions_come_apart(void **state)
{
    (void)state;
    check("I'm", false, "i+am");
    check("You’re", false, "you+are");
    check("we'll", false, "we+will");
    check("they'd", false, "they+would|had|did");
    check("can't", false, "can+not");
    check("Won't", false, "will+not");
    check("let's", false, "let+us");
    check("gonna", false, "going+to");
}

static void a_possessive_may_be_skipped_and_a_verb_may_not(void **state)
{
    (void)state;
    check("Hollis's", false, "hollis+(is|has|'s)");
    check("it's", false, "it+is|has|'s");
}

static void doubtful_short_forms_need_informal_text(void **state)
{
    (void)state;
    check("ill", false, "ill");
    check("ill", true, "i|ill+(will)");
    check("dont", false, "do+not");
}

static void figures_part_from_letters(void **state)
{
    (void)state;
    check("5pm", false, "5+pm");
    check("1.2M", false, "1.2+m");
    check("3rd", false, "3+rd");
    check("Q3", false, "q3");
    check("2x10s", false, "2x10s");
}

static void the_rest_is_folded(void **state)
{
    (void)state;
    check("NGUYỄN", false, "nguyễn");
    check("a.m", false, "am");
    check("clients'", false, "clients");
    check("goin'", false, "going");
    check("£", false, "$");
}

static void a_word_too_long_is_one_unknown_part(void **state)
{
    char word[RB_SPLIT_BYTES + 2];
    struct rb_parts parts;

    (void)state;
    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    rb_split(rb_slice_str(word), false, &parts);
    assert_int_equal(parts.count, 1);
    assert_int_equal(parts.items[0].readings[0].len, 0);
    assert_int_equal(parts.items[0].end, RB_SPLIT_BYTES + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contractions_come_apart),
        cmocka_unit_test(a_possessive_may_be_skipped_and_a_verb_may_not),
        cmocka_unit_test(doubtful_short_forms_need_informal_text),
        cmocka_unit_test(figures_part_from_letters),
        cmocka_unit_test(the_rest_is_folded),
        cmocka_unit_test(a_word_too_long_is_one_unknown_part),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
