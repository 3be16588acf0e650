/* E-mail addresses, URLs and domain names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clock_fixture.h"

static void addresses(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"mail jo.li@fern-co.com", "mail jo dot li at fern dash co dot com"},
        {"see www.fern.co.uk", "see double-you double-you double-you dot fern dot co dot yew kay"},
        {"see https://fern.io/book/", "see fern dot eye oh slash book"},
        {"see fern.ai/x?id=7", "see fern dot ay eye slash ex and id and seven"},
        {"see qb.dev", "see cue bee dot dev"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
