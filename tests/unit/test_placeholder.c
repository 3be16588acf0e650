#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/hole.h"
#include "text_fixture.h"

/* The kind of the first token, and that it is the whole text. */
static struct rb_token only(const char *text)
{
    struct rb_arena arena;
    struct rb_text t;
    struct rb_token k;

    make_text(&arena, text, &t);
    k = t.tokens[0];
    if (k.end != strlen(text))
        k.kind = RB_TOKEN_OTHER;
    rb_arena_free(&arena);
    return k;
}

static void check_hole(const char *text, enum rb_placeholder hole)
{
    struct rb_token k = only(text);

    if (k.kind != RB_TOKEN_PLACEHOLDER || k.hole != hole)
        fail_msg("%s: kind %d, hole %d, not %d", text, k.kind, k.hole, (int)hole);
}

static void check_kind(const char *text, enum rb_token_kind kind)
{
    struct rb_token k = only(text);

    if (k.kind != kind)
        fail_msg("%s: kind %d, not %d", text, k.kind, (int)kind);
}

static void every_syntax_is_known(void **state)
{
    (void)state;
    check_hole("[Name]", RB_HOLE_PROSPECT);
    check_hole("[[Name]]", RB_HOLE_PROSPECT);
    check_hole("{name}", RB_HOLE_PROSPECT);
    check_hole("{{ first_name }}", RB_HOLE_PROSPECT);
    check_hole("$FIRST_NAME", RB_HOLE_PROSPECT);
    check_hole("$PHONE", RB_HOLE_PHONE);
    check_hole("*COMPANY NAME*", RB_HOLE_COMPANY);
    check_hole("${company}", RB_HOLE_COMPANY);
    check_hole("<your company>", RB_HOLE_COMPANY);
    check_hole("<<REP>>", RB_HOLE_CALLER);
    check_hole("%PHONE%", RB_HOLE_PHONE);
    check_hole("%%first_name%%", RB_HOLE_PROSPECT);
    check_hole("*|FNAME|*", RB_HOLE_PROSPECT);
    check_hole("____", RB_HOLE_OTHER);
    check_hole("(your name)", RB_HOLE_CALLER);
    check_hole("[...]", RB_HOLE_OTHER);
}

static void numbers_of_marks_are_telephones(void **state)
{
    (void)state;
    check_hole("XXX-XXX-XXXX", RB_HOLE_PHONE);
    check_hole("(xxx) xxx-xxxx", RB_HOLE_PHONE);
    check_hole("###-###-####", RB_HOLE_PHONE);
    check_hole("555-XXX-XXXX", RB_HOLE_PHONE);
    check_hole("+44 7XXX XXXXXX", RB_HOLE_PHONE);
    check_hole("[XXX.XXX.XXXX]", RB_HOLE_PHONE);
    check_hole("XXXX", RB_HOLE_OTHER);
    check_kind("XXL", RB_TOKEN_WORD);
    check_kind("xx", RB_TOKEN_WORD);
}

static void the_last_word_decides(void **state)
{
    (void)state;
    check_hole("[prospect company]", RB_HOLE_OTHER_COMPANY);
    check_hole("[their company]", RB_HOLE_OTHER_COMPANY);
    check_hole("[similar customer]", RB_HOLE_OTHER_COMPANY);
    check_hole("[friend's company]", RB_HOLE_OTHER_COMPANY);
    check_hole("[our company]", RB_HOLE_COMPANY);
    check_hole("[company name]", RB_HOLE_COMPANY);
    check_hole("[company phone]", RB_HOLE_PHONE);
    check_hole("[Mr./Ms. Last Name]", RB_HOLE_PROSPECT);
    check_hole("[your full name]", RB_HOLE_CALLER);
    check_hole("{{AgentFirst}}", RB_HOLE_CALLER);
    check_hole("{{repname}}", RB_HOLE_CALLER);
    check_hole("{{ourco}}", RB_HOLE_COMPANY);
    check_hole("[mutual contact name]", RB_HOLE_PROSPECT);
    check_hole("[referrer]", RB_HOLE_REFERRER);
    check_hole("[job title]", RB_HOLE_TITLE);
    check_hole("[today/tomorrow]", RB_HOLE_DATE);
    check_hole("{this afternoon / first thing tomorrow}", RB_HOLE_DATE);
    check_hole("[blue/green]", RB_HOLE_OTHER);
    check_hole("[$ amount]", RB_HOLE_MONEY);
    check_hole("[X%]", RB_HOLE_PERCENT);
    check_hole("[event name]", RB_HOLE_OTHER);
    check_hole("[product line]", RB_HOLE_PRODUCT);
    check_hole("[phone\nnumber]", RB_HOLE_PHONE);
    check_hole("[email address]", RB_HOLE_EMAIL);
    check_hole("[website address]", RB_HOLE_URL);
    check_hole("[office address]", RB_HOLE_PLACE);
    check_hole("(insert number)", RB_HOLE_PHONE);
    check_hole("[enter name here]", RB_HOLE_PROSPECT);
    check_hole("{{ your\r\n number }}", RB_HOLE_PHONE);
}

static void a_number_of_a_record_is_no_telephone(void **state)
{
    (void)state;
    check_hole("{{order.number}}", RB_HOLE_OTHER);
    check_hole("[invoice number]", RB_HOLE_OTHER);
    check_hole("{{location.phone}}", RB_HOLE_PHONE);
    check_hole("{{location.name}}", RB_HOLE_COMPANY);
    check_hole("{{owner.name}}", RB_HOLE_CALLER);
    check_hole("[owner]", RB_HOLE_PROSPECT);
    check_hole("[clinic number, slowly]", RB_HOLE_PHONE);
}

static void directions_are_told_from_placeholders(void **state)
{
    (void)state;
    check_kind("(pause)", RB_TOKEN_DIRECTION);
    check_kind("[slowly]", RB_TOKEN_DIRECTION);
    check_kind("[pause, then smile]", RB_TOKEN_DIRECTION);
    check_kind("(two second pause)", RB_TOKEN_DIRECTION);
    check_kind("(DON'T RUSH THIS)", RB_TOKEN_DIRECTION);
    check_kind("[deep breath]", RB_TOKEN_DIRECTION);
    check_kind("*smile*", RB_TOKEN_DIRECTION);
    check_kind("(say, Tuesday)", RB_TOKEN_OTHER);
    check_kind("(long story)", RB_TOKEN_OTHER);
}

static void other_brackets_stay_marks(void **state)
{
    (void)state;
    check_kind("(we met in Rome)", RB_TOKEN_OTHER);
    check_kind("(Thursday)", RB_TOKEN_OTHER);
    check_kind("[4]", RB_TOKEN_OTHER);
    check_kind("[This was added by me.]", RB_TOKEN_OTHER);
    check_kind("<3", RB_TOKEN_OTHER);
    check_kind("<b>", RB_TOKEN_OTHER);
    check_kind("{1, 2}", RB_TOKEN_OTHER);
    check_kind("50% of 5%", RB_TOKEN_OTHER);
    check_kind("[never closed", RB_TOKEN_OTHER);
    check_kind("[two\nlines]", RB_TOKEN_OTHER);
    check_kind("[phone\n\nnumber]", RB_TOKEN_OTHER);
    check_kind("*really*", RB_TOKEN_OTHER);
}

static void the_tables_are_sorted(void **state)
{
    static const char *const holes[] = {
#define HOLE(word, kind) #word,
#include "text/placeholder.def"
#undef HOLE
    };
    static const char *const cues[] = {
#define CUE(word, strength) #word,
#include "text/direction.def"
#undef CUE
    };

    (void)state;
    for (size_t i = 1; i < sizeof holes / sizeof holes[0]; i++)
        assert_true(strcmp(holes[i - 1], holes[i]) < 0);
    for (size_t i = 1; i < sizeof cues / sizeof cues[0]; i++)
        assert_true(strcmp(cues[i - 1], cues[i]) < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_syntax_is_known),
        cmocka_unit_test(numbers_of_marks_are_telephones),
        cmocka_unit_test(the_last_word_decides),
        cmocka_unit_test(a_number_of_a_record_is_no_telephone),
        cmocka_unit_test(directions_are_told_from_placeholders),
        cmocka_unit_test(other_brackets_stay_marks),
        cmocka_unit_test(the_tables_are_sorted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
