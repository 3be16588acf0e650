#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fix_fixture.h"

/* After "Owen Hale here.", which no address goes along with. */
#define LEAVES(text, wanted) BECOMES("Owen Hale here. " text, "Owen Hale here." wanted)
#define KEEPS(text) STAYS("Owen Hale here. " text)

static void test_at_the_front(void **state)
{
    (void)state;
    LEAVES("Visit fern dot com, ring me.", " Ring me.");
    LEAVES("Fern dot com or 555 814 0142.", " 555 814 0142.");
    LEAVES("You visit fern dot com.", "");
    /* Both are asked for; what else is offered is no clause. */
    KEEPS("Visit fern dot com and ring me.");
    KEEPS("Fern dot com or my office.");
    KEEPS("Fern dot com, ring me.");
    KEEPS("You can visit fern dot com or our office.");
    KEEPS("You can visit fern dot com, ring me.");
}

static void test_what_goes_along(void **state)
{
    (void)state;
    /* Nobody's address, and more words than belong to one. */
    KEEPS("Your place fern dot com, and my line is open.");
    KEEPS("You can read all about our slates and all about our tiles at the very same place fern "
          "dot com, and my line is open.");
}

static void test_the_verbs_that_share_it(void **state)
{
    (void)state;
    KEEPS("You can call, text or email me at bob at mail dot com.");
    KEEPS("I ask you to call or text me at fern dot com.");
    KEEPS("Please call or visit fern dot com.");
    KEEPS("You may call or visit fern dot com.");
}

static void test_a_list(void **state)
{
    (void)state;
    LEAVES("Text roof to us, ring me, and go to fern dot com.", " Text roof to us and ring me.");
    /* Two that stand side by side already, and one that is no request. */
    LEAVES("Text roof to us, ring me, but you can go to fern dot com.",
           " Text roof to us, ring me.");
    LEAVES("Our roofs last, ring me, or go to fern dot com.", " Our roofs last, ring me.");
    LEAVES("Roofs last or text me, or go to fern dot com.", " Roofs last or text me.");
}

static void test_what_leans_on_it(void **state)
{
    (void)state;
    KEEPS("Two ways: visit fern dot com.");
    KEEPS("If it rains, visit fern dot com.");
    KEEPS("Ring me or visit fern dot com, it has pictures.");
    KEEPS("Visit fern dot com. Also it has pictures.");
    KEEPS("Visit fern dot com or a clinic gets one.");
    /* A word that is said once more. */
    KEEPS("Visit fern dot com. Visit.");
    KEEPS("Visit fern dot com. FERN!");
    /* Nobody but the caller. */
    LEAVES("Visit fern dot com. It's Owen Hale.", " It's Owen Hale.");
    LEAVES("Visit fern dot com. Also it's Brightwater.", " Also it's Brightwater.");
    LEAVES("Visit fern dot com. It's 555 814 0142.", " It's 555 814 0142.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_at_the_front),
        cmocka_unit_test(test_what_goes_along),
        cmocka_unit_test(test_the_verbs_that_share_it),
        cmocka_unit_test(test_a_list),
        cmocka_unit_test(test_what_leans_on_it),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
