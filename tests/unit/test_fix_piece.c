#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fix_fixture.h"

/* Behind "This is Owen Hale.", which is no part of any of it. */
#define LEAVES(text, wanted) BECOMES("This is Owen Hale. " text, "This is Owen Hale. " wanted)
#define KEEPS(text) STAYS("This is Owen Hale. " text)

static void test_sentences(void **state)
{
    (void)state;
    BECOMES("We won a prize. Owen Hale here.", "Owen Hale here.");
    BECOMES("“We won a prize.” Your roof leaks, Owen.", "Your roof leaks, Owen.");
    /* A direction belongs to what follows as well. */
    LEAVES("[pause] We won a prize. Your roof leaks.", "[pause] Your roof leaks.");
    /* More would go than praise, and all that the draft has. */
    KEEPS("We are the best Petra knows. Your roof leaks.");
    STAYS("Your roof leaks. We are the best Owen.");
}

static void test_fronts(void **state)
{
    (void)state;
    BECOMES("Hope you are well, Émile, it is Owen Hale.", "Émile, it is Owen Hale.");
    BECOMES("As you know, Petra, your roof leaks. Owen Hale here.",
            "Petra, your roof leaks. Owen Hale here.");
    BECOMES("As you know, 12 roofs leak. Owen Hale here.", "12 roofs leak. Owen Hale here.");
    BECOMES("owen hale here and as you know, your roof leaks.", "owen hale here, your roof leaks.");
    /* A letter whose capital is not known here. */
    STAYS("As you know, élan sells. Owen Hale here.");
    KEEPS("So we won a prize, and your roof leaks.");
}

static void test_behind(void **state)
{
    (void)state;
    LEAVES("Your roof leaks, so we won a prize.", "Your roof leaks.");
    LEAVES("Owen's crew, we won a prize. Your roof leaks.", "Owen's crew. Your roof leaks.");
    LEAVES("We won a prize which nobody beats. Your roof leaks.", "Your roof leaks.");
    LEAVES("It is the which nobody beats. Your roof leaks.", "Your roof leaks.");
    KEEPS("Both your roof leaks and we won a prize.");
    KEEPS("It leaks in town, at your earliest convenience in town.");
    KEEPS("“It leaks (we won a prize)”. Your roof leaks.");
    /* The company is no name any more. */
    STAYS("Owen here, Owen. This is Brightwater, the leading roofer in town, which nobody beats.");
}

static void test_wares(void **state)
{
    (void)state;
    LEAVES("We lay slate and tin, and we cut the bill by half.", "We cut the bill by half.");
    LEAVES("We cut the bill by half and we lay slate and tin.", "We cut the bill by half.");
    KEEPS("We lay slate and tin so we cut the bill by half.");
    KEEPS("We lay slate and tin, we cut the bill by half.");
    KEEPS("We cut the bill by half, so we lay slate and tin.");
    /* For them: a promise, and an invitation. */
    KEEPS("We lay slate and tin for your roof. We cut the bill by half.");
    KEEPS("We lay slate and tin on Tuesday. We cut the bill by half.");
}

static void test_titles(void **state)
{
    (void)state;
    LEAVES("I am one of the roofers at Brightwater.", "I am at Brightwater.");
    LEAVES("I'm the sales director here at Brightwater.", "I'm here at Brightwater.");
    BECOMES("THIS IS OWEN HALE. I AM ONE OF THE FOUNDERS OF BRIGHTWATER.",
            "THIS IS OWEN HALE. I AM WITH BRIGHTWATER.");
    /* Nobody's title, and of no company. */
    STAYS("Sales director Owen Hale here.");
    KEEPS("Hello there, sales director at Brightwater.");
    KEEPS("I am one of the founders of roofs.");
}

static void test_puff(void **state)
{
    (void)state;
    LEAVES("You get the first rate shed.", "You get the shed.");
    LEAVES("You get an outstanding shed.", "You get a shed.");
    LEAVES("You get an outstanding arbour.", "You get an arbour.");
    /* Heard both ways, or no letter at all; an article that begins the sentence. */
    KEEPS("You get a first rate hut.");
    KEEPS("You get a first rate 4x4.");
    KEEPS("A first rate arbour waits.");
}

static void test_lines(void **state)
{
    (void)state;
    BECOMES("This is Owen Hale. As you know,\nyour roof leaks. Ring me.",
            "This is Owen Hale.\nYour roof leaks. Ring me.");
    BECOMES("This is Owen Hale. Ring me or\r\nvisit fern dot com. Your roof leaks.",
            "This is Owen Hale. Ring me.\r\nYour roof leaks.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences), cmocka_unit_test(test_fronts),
        cmocka_unit_test(test_behind),    cmocka_unit_test(test_wares),
        cmocka_unit_test(test_titles),    cmocka_unit_test(test_puff),
        cmocka_unit_test(test_lines),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
