#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fix_fixture.h"

static void test_titles(void **state)
{
    (void)state;
    BECOMES("Hi Petra, this is Owen Hale, sales director at Brightwater.",
            "Hi Petra, this is Owen Hale at Brightwater.");
    BECOMES("Hi Petra, this is Owen Hale, the sales director of Brightwater.",
            "Hi Petra, this is Owen Hale of Brightwater.");
    BECOMES("Hi Petra, this is Owen Hale, sales director, Brightwater.",
            "Hi Petra, this is Owen Hale, Brightwater.");
    BECOMES("Hi Petra, my name is Owen Hale and I'm the sales director at Brightwater.",
            "Hi Petra, my name is Owen Hale and I'm at Brightwater.");
    BECOMES("Hi Petra, Owen Hale here, I am one of the founders of Brightwater.",
            "Hi Petra, Owen Hale here, I am with Brightwater.");
    BECOMES("Hi Petra, it's your sales director Owen Hale.", "Hi Petra, it's Owen Hale.");
    BECOMES("Hi Petra, this is Owen Hale. I'm the sales director.", "Hi Petra, this is Owen Hale.");
    BECOMES("Hi Petra, this is Owen Hale, and I'm the sales director.",
            "Hi Petra, this is Owen Hale.");
    /* Somebody's: more than the title would go. */
    STAYS("Hi Petra, this is Owen Hale. Your sales director asked me to ring.");
}

static void test_addresses(void **state)
{
    (void)state;
    BECOMES("Owen Hale here. Ring me or visit fern dot com.", "Owen Hale here. Ring me.");
    BECOMES("Owen Hale here. Visit fern dot com or ring me.", "Owen Hale here. Ring me.");
    BECOMES("Owen Hale here. You can visit fern dot com or ring me.",
            "Owen Hale here. You can ring me.");
    BECOMES("Owen Hale here. Text roof to us, ring me, or go to fern dot com.",
            "Owen Hale here. Text roof to us or ring me.");
    BECOMES("Owen Hale here. My email is bob at mail dot com.", "Owen Hale here.");
    BECOMES("Owen Hale here. My email is bob at mail dot com, and my line is open.",
            "Owen Hale here. My line is open.");
    BECOMES("Owen Hale here. Please have a look at fern dot com. Ring me.",
            "Owen Hale here. Ring me.");
    /* "it" would stand for nothing. */
    STAYS("Owen Hale here. Have a look at fern dot com. It has pictures.");
    /* A promise is no advertisement. */
    STAYS("Owen Hale here. I will send it to bob at mail dot com.");
    /* Both verbs share what would go. */
    STAYS("Owen Hale here. Ring or text me on the web.");
}

static void test_praise(void **state)
{
    (void)state;
    BECOMES("This is Owen Hale at Brightwater, the leading roofer in town.",
            "This is Owen Hale at Brightwater.");
    BECOMES("This is Owen Hale at Brightwater, the leading roofer in town, and I saw your roof.",
            "This is Owen Hale at Brightwater, and I saw your roof.");
    BECOMES("This is Owen Hale. We won a prize. Your roof leaks.",
            "This is Owen Hale. Your roof leaks.");
    BECOMES("This is Owen Hale. We won a prize and your roof leaks.",
            "This is Owen Hale. We won a prize and your roof leaks.");
    BECOMES("This is Owen Hale. Your roof leaks, and we won a prize.",
            "This is Owen Hale. Your roof leaks.");
    BECOMES("This is Owen Hale. It is the slate which nobody beats. Your roof leaks.",
            "This is Owen Hale. It is the slate. Your roof leaks.");
    /* They would be nobody, and a clause leans on what follows. */
    STAYS("This is Owen Hale. We won a prize. They all came.");
    STAYS("This is Owen Hale. If it rains, we won a prize.");
    /* A bracket would stay open. */
    STAYS("This is Owen Hale. We won a prize (and your roof leaks).");
}

static void test_praise_of_one_word(void **state)
{
    (void)state;
    assert_string_equal(told("This is Owen Hale. You get an award winning crew." TAIL, 0),
                        "- no-boast: left in “an award winning crew”: its sentence would not "
                        "stand without it");
    /* What the rules call puff goes by itself, and the article follows. */
    BECOMES("This is Owen Hale. You get a first rate shed.", "This is Owen Hale. You get a shed.");
    BECOMES("This is Owen Hale. You get a first rate arbour.",
            "This is Owen Hale. You get an arbour.");
}

static void test_worn_phrases(void **state)
{
    (void)state;
    BECOMES("Hi Petra, hope you are well. This is Owen Hale.", "Hi Petra. This is Owen Hale.");
    BECOMES("Owen Hale here. I am touching base. Your roof leaks.",
            "Owen Hale here. Your roof leaks.");
    BECOMES("Owen Hale here. Ring me at your earliest convenience.", "Owen Hale here. Ring me.");
    BECOMES("Owen Hale here. As you know, your roof leaks.", "Owen Hale here. Your roof leaks.");
    STAYS("Owen Hale here. I am touching base about your roof.");
}

static void test_wares(void **state)
{
    (void)state;
    BECOMES("Owen Hale here. We lay slate and tin. We cut the bill by half.",
            "Owen Hale here. We cut the bill by half.");
    BECOMES("Owen Hale here. We lay slate and tin, and the school cut the bill by half.",
            "Owen Hale here. The school cut the bill by half.");
    /* Without it nobody would know what the call is about. */
    STAYS("Owen Hale here. We lay slate and tin.");
    STAYS("Owen Hale here. The quote stays open. We cut the bill by half.");
}

static void test_numbers(void **state)
{
    (void)state;
    assert_string_equal(
        mended("Owen Hale here, 5558140142. Call me. Again, Owen Hale, 5558140142. Thanks."),
        "Owen Hale here, 555-814-0142. Call me. Again, Owen Hale, 555-814-0142. Thanks.");
    assert_string_equal(
        mended("Owen Hale here, +441614960142. Call me. Again, Owen Hale, +44 161 496 0142."),
        "Owen Hale here, +44 161 496 0142. Call me. Again, Owen Hale, +44 161 496 0142.");
    assert_string_equal(mended("Owen here, 07700900142. Call me. Owen again, 07700900142."),
                        "Owen here, 07700 900 142. Call me. Owen again, 07700 900 142.");
}

static void test_closing(void **state)
{
    (void)state;
    assert_string_equal(mended("This is Owen Hale from Brightwater, 555 814 0142. Call me."),
                        "This is Owen Hale from Brightwater, 555 814 0142. Call me. Again, Owen "
                        "Hale, Brightwater, 555 814 0142.");
    /* Before the thanks; a sentence without its stop gets one. */
    assert_string_equal(mended("This is Owen Hale, 5558140142. Call me. Thank you, Petra!"),
                        "This is Owen Hale, 555-814-0142. Call me. Again, Owen Hale, 555-814-0142. "
                        "Thank you, Petra!");
    assert_string_equal(mended("This is Owen Hale. Call me on 555 814 0142"),
                        "This is Owen Hale. Call me on 555 814 0142. Again, Owen Hale, 555 814 "
                        "0142.");
    assert_string_equal(mended("Call me on 555 814 0142."),
                        "Call me on 555 814 0142. Once more: 555 814 0142.");
    /* Each sentence has a line. */
    assert_string_equal(
        mended("This is Owen Hale.\r\nYour roof leaks.\r\nCall me on 555 814 0142.\r\n"),
        "This is Owen Hale.\r\nYour roof leaks.\r\nCall me on 555 814 0142.\r\n"
        "Again, Owen Hale, 555 814 0142.\r\n");
    assert_string_equal(mended("THIS IS OWEN HALE. CALL ME ON 555 814 0142."),
                        "THIS IS OWEN HALE. CALL ME ON 555 814 0142. AGAIN, OWEN HALE, 555 814 "
                        "0142.");
    assert_string_equal(
        mended("hi this is owen hale your roof leaks so call me on 555 814 0142 thanks"),
        "hi this is owen hale your roof leaks so call me on 555 814 0142 again "
        "owen hale 555 814 0142 thanks");
    /* Which of the two? */
    SAME("Owen here. Owen. Call me on 555 814 0142 or on 555 377 0199.");
    assert_string_equal(mended("Owen Hale here. Call me on 555 814 0142 or on 555 377 0199."),
                        "Owen Hale here. Call me on 555 814 0142 or on 555 377 0199. Again, "
                        "Owen Hale.");
    /* The number is there twice: the name is enough. */
    assert_string_equal(
        mended("hi owen hale here 555 814 0142 your roof leaks so call me on 555 814 0142 thanks"),
        "hi owen hale here 555 814 0142 your roof leaks so call me on 555 814 0142 again this is "
        "owen hale thanks");
}

static void test_closing_words(void **state)
{
    (void)state;
    assert_string_equal(
        mended("This is Owen Hale. Call me on 555 814 0142. Bye now. Thanks, Petra!"),
        "This is Owen Hale. Call me on 555 814 0142. Again, Owen Hale, 555 814 0142. Bye now. "
        "Thanks, Petra!");
    assert_string_equal(mended("This is Owen Hale.\nYour roof leaks.\nCall me on 555 814 0142.\n"),
                        "This is Owen Hale.\nYour roof leaks.\nCall me on 555 814 0142.\n"
                        "Again, Owen Hale, 555 814 0142.\n");
    /* The stop stands before the mark, and none stands behind a comma. */
    assert_string_equal(mended("“This is Owen Hale. Call me on 555 814 0142.”"),
                        "“This is Owen Hale. Call me on 555 814 0142.” Again, Owen Hale, 555 814 "
                        "0142.");
    assert_string_equal(mended("This is Owen Hale. Call me on 555 814 0142,"),
                        "This is Owen Hale, 555 814 0142. Call me on 555 814 0142,");
    /* A name is said with one blank. */
    assert_string_equal(mended("This is Owen  Hale. Call me on 555 814 0142."),
                        "This is Owen  Hale. Call me on 555 814 0142. Again, Owen Hale, 555 814 "
                        "0142.");
}

/* With a rule that wants the number early, and one that wants thanks. */
static void test_introduction(void **state)
{
    (void)state;
    begin_with(
        RULE_OF("early", "3", "{place: phone_number, which: first, begins: first 2 sentences}",
                ", when: {count: phone_number, min: 2}")
            RULE_OF("polite", "1", "{count: thanks, min: 1}", ""));
    assert_string_equal(
        mended("Hi Petra, this is Owen Hale from Brightwater. Your roof leaks on the north side. "
               "It leaks on the south side. Call me on 555 814 0142. Thanks!"),
        "Hi Petra, this is Owen Hale from Brightwater, 555 814 0142. Your roof leaks on the north "
        "side. It leaks on the south side. Call me on 555 814 0142. Again, Owen Hale. "
        "Thanks!");
    assert_string_equal(
        mended("Hi Petra, this is Owen Hale calling about your roof. It leaks on the north side. "
               "It leaks on the south side. Call me on 555 814 0142. Thanks!"),
        "Hi Petra, this is Owen Hale calling about your roof. My number is 555 814 0142. It leaks "
        "on the north side. It leaks on the south side. Call me on 555 814 0142. Again, Owen "
        "Hale. Thanks!");
    assert_string_equal(told("Owen here, Owen, 555 814 0142. Again, 555 814 0142.", 0),
                        "+ polite: added “Thank you.”");
    /* Closing words are closing words. */
    SAME("Owen here, Owen, 555 814 0142. Again, 555 814 0142. See you soon!");
    /* Of what gains as much, the shorter when the number stands there twice; thanks gain less. */
    assert_string_equal(mended("Owen here, 555 814 0142. Again, 555 814 0142."),
                        "Owen here, 555 814 0142. Again, 555 814 0142. Again, Owen. Thank you.");
    /* An introduction without its stop, with and without something behind the name. */
    assert_string_equal(mended("This is Owen Hale\n\nYour roof leaks. It leaks a lot. Call me on "
                               "555 814 0142. Thanks!"),
                        "This is Owen Hale, 555 814 0142\n\nYour roof leaks. It leaks a lot. Call "
                        "me on 555 814 0142. Again, Owen Hale. Thanks!");
    assert_string_equal(mended("This is Owen Hale speaking\n\nYour roof leaks. It leaks a lot. "
                               "Call me on 555 814 0142. Thanks!"),
                        "This is Owen Hale speaking. My number is 555 814 0142.\n\nYour roof "
                        "leaks. It leaks a lot. Call me on 555 814 0142. Again, Owen Hale. "
                        "Thanks!");
    /* Who says so late who is calling has no introduction. */
    assert_string_equal(mended("Your roof leaks. It leaks a lot. It drips. This is Owen Hale. Call "
                               "me on 555 814 0142. Thanks!"),
                        "Your roof leaks. It leaks a lot. It drips. This is Owen Hale. Call me on "
                        "555 814 0142. Again, this is Owen Hale. Thanks!");
    begin_again();
}

/* Rules that score a draft of nobody. */
static void test_nobody(void **state)
{
    static const char no_boast[] = "facts:\n" FACT(
        "boast", "[/ we won a prize]") "rules:\n" LEAVE_OUT("no-boast", "3", "boast");

    (void)state;
    end();
    begin(no_boast);
    SAME("");
    SAME("We won a prize.");
    assert_string_equal(mended("We won a prize. Your roof leaks."), "Your roof leaks.");
    begin_again();
}

#define FEW_WORDS " slates on the north side and tiles on the south side"
#define MANY_WORDS FEW_WORDS FEW_WORDS FEW_WORDS FEW_WORDS FEW_WORDS FEW_WORDS

static void test_half_a_minute(void **state)
{
    const char *text =
        "This is Owen Hale. Your roof has" MANY_WORDS " leaks. Call me. 555 814 0142.";

    (void)state;
    /* The name fits, the number does not. */
    assert_string_equal(told(text, 0), "+ name-twice: added “Again, this is Owen Hale.”");
    (void)told(text, 1);
    assert_ptr_equal(strstr(said, "- number-twice: did not add “555 814 0142”: it would take "),
                     said);
    assert_non_null(strstr(said, " s first"));
}

static void test_lines(void **state)
{
    (void)state;
    /* The line's end that went with the words comes back. */
    BECOMES("This is Owen Hale. Ring me or\nvisit fern dot com. Your roof leaks.",
            "This is Owen Hale. Ring me.\nYour roof leaks.");
    BECOMES("This is Owen Hale.\n\nWe won a prize.\n\nYour roof leaks.",
            "This is Owen Hale.\n\nYour roof leaks.");
    BECOMES("This is Owen Hale. We won a prize.\nYour roof leaks.",
            "This is Owen Hale.\nYour roof leaks.");
}

static void test_told(void **state)
{
    (void)state;
    assert_string_equal(told("Hi, this is Owen Hale, sales director at Brightwater." TAIL, 0),
                        "+ no-title: left out “sales director”");
    assert_string_equal(told("This is Owen Hale. We lay slate and tin." TAIL, 0),
                        "- no-product: left in “We lay slate and tin”: it may be what the call is "
                        "about");
}

#define LONG_WORDS "we are the best in slates and tiles and tin and lead and clay and thatch"

/* A long quotation is cut, at a space, and never within a character. */
static void test_quoted(void **state)
{
    (void)state;
    assert_string_equal(told("Owen here, " LONG_WORDS " and glass for Petra." TAIL, 0),
                        "- no-boast: left in “we are the best in slates and tiles and tin and lead "
                        "and clay and thatch…”: more than that would be lost with it");
    assert_string_equal(
        told("Owen here, we are the best xäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöü for Petra." TAIL,
             0),
        "- no-boast: left in “we are the best xäöüäöüäöüäöüäöüäöüäöüäöüäöü…”: more than that would "
        "be lost with it");
    assert_string_equal(told("Owen here. We are the best Petra knows." TAIL, 0),
                        "- no-boast: left in “We are the best Petra knows”: more than that would "
                        "be lost with it");
}

/* The judge with its n-th call refused; what it made and was not taken back. */
static long calls, refused_at, alive;

static ringback_status judge_refusing(void *ctx, struct rb_slice text, ringback_result **out,
                                      ringback_error *err)
{
    ringback_status status;

    if (++calls == refused_at)
        return RINGBACK_ERR_LIMIT;
    status = judge_here(ctx, text, out, err);
    alive += status == RINGBACK_OK;
    return status;
}

static void forget_counted(ringback_result *result)
{
    alive--;
    rb_result_free(result);
}

/* Whichever of its calls the judge refuses, mending ends with what the judge said. */
static void test_refused(void **state)
{
    static const struct rb_fix_judge how = {NULL, judge_refusing, forget_counted};
    static const char text[] =
        "This is Owen Hale, sales director at Brightwater, 5558140142. We won a prize. "
        "Hope you are well. I am touching base on it. Call me.";
    ringback_status status;

    (void)state;
    for (refused_at = 1;; refused_at++) {
        ringback_fixed *fixed = NULL;

        calls = 0;
        status = rb_fix_run(&how, rb_slice_str(text), &fixed, NULL);
        assert_int_equal(status == RINGBACK_OK, fixed != NULL);
        rb_fix_free(fixed);
        assert_int_equal(alive, 0);
        if (status == RINGBACK_OK)
            break;
        assert_int_equal(status, RINGBACK_ERR_LIMIT);
        assert_int_equal(calls, refused_at);
    }
    assert_true(refused_at > 20);
}

/* Two worn phrases cost no more than one: leaving one out gains nothing, both do. */
static void test_together(void **state)
{
    (void)state;
    BECOMES("Hi Petra, hope you are well. Owen Hale here. I am touching base. Your roof leaks.",
            "Hi Petra. Owen Hale here. Your roof leaks.");
    STAYS("Hi Petra, hope you are well. Owen Hale here. I am touching base about your roof.");
    assert_string_equal(
        told("Hi Petra, hope you are well. Owen Hale here. I am touching base on it." TAIL, 0),
        "- no-cliche: left in “hope you are well”: the score would not rise");
}

static void test_nothing(void **state)
{
    char big[RB_FIX_MAX_BYTES + 2];
    ringback_fixed *fixed = NULL;
    static const struct rb_fix_judge how = {NULL, judge_here, rb_result_free};

    (void)state;
    SAME("");
    SAME("The harbour froze, and the ferries stayed.");
    SAME("Hi Petra, this is Owen Hale. Call me. Owen Hale.");
    memset(big, 'a', sizeof big - 1);
    big[sizeof big - 1] = '\0';
    assert_int_equal(rb_fix_run(&how, rb_slice_str(big), &fixed, NULL), RINGBACK_ERR_LIMIT);
    assert_null(fixed);
}

/* What counts is how much is tried: few times in a long draft, many times in a short one. */
static void test_too_much(void **state)
{
    static const char clutter[] = "We won a prize. Your roof leaks. ";
    static const struct rb_fix_judge how = {NULL, judge_here, rb_result_free};
    struct rb_buffer text;

    (void)state;
    for (int copies = 10; copies <= 200; copies += 190) {
        ringback_fixed *fixed = NULL;
        ringback_error err = {.message = ""};
        ringback_status status;

        rb_buffer_init(&text);
        rb_buffer_puts(&text, "Petra, this is Owen Hale. ");
        for (int i = 0; i < copies; i++)
            rb_buffer_puts(&text, clutter);
        status = rb_fix_run(&how, rb_buffer_slice(&text), &fixed, &err);
        assert_int_equal(status, copies == 10 ? RINGBACK_OK : RINGBACK_ERR_LIMIT);
        assert_int_equal(status == RINGBACK_OK, fixed != NULL);
        assert_int_equal(status == RINGBACK_OK, err.message[0] == '\0');
        rb_fix_free(fixed);
        rb_buffer_free(&text);
    }
}

/* Bytes that are no text stay as they are. */
static void test_broken_bytes(void **state)
{
    (void)state;
    BECOMES("Hi \xff, this is Owen Hale. We won a prize. Your roof \xc3( leaks.",
            "Hi \xff, this is Owen Hale. Your roof \xc3( leaks.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_titles),        cmocka_unit_test(test_addresses),
        cmocka_unit_test(test_praise),        cmocka_unit_test(test_praise_of_one_word),
        cmocka_unit_test(test_worn_phrases),  cmocka_unit_test(test_wares),
        cmocka_unit_test(test_numbers),       cmocka_unit_test(test_closing),
        cmocka_unit_test(test_half_a_minute), cmocka_unit_test(test_lines),
        cmocka_unit_test(test_told),          cmocka_unit_test(test_together),
        cmocka_unit_test(test_nothing),       cmocka_unit_test(test_too_much),
        cmocka_unit_test(test_broken_bytes),  cmocka_unit_test(test_introduction),
        cmocka_unit_test(test_closing_words), cmocka_unit_test(test_nobody),
        cmocka_unit_test(test_quoted),        cmocka_unit_test(test_refused),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
