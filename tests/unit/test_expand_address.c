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

static void addresses_in_full(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"visit fern.com/shed or jo.lund@fern.co.uk or https://fern-sheds.io/a_b",
         "visit fern dot com slash shed or jo dot lund at fern dot co dot yew kay or fern dash "
         "sheds dot eye oh slash ay underscore bee"},
        {"visit www.fern123.com, mail a1@b2.org or jo+sheds@fern.edu",
         "visit double-you double-you double-you dot fern one two three dot com, mail ay one at "
         "bee two dot org or jo plus sheds at fern dot ee dee yew"},
        {"ftp://files.fern.net/a?b=1&c#d, küche.de",
         "files dot fern dot net slash ay and bee and one and see and dee, küche de"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void addresses_at_the_edge(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"visit küste.de, fern.com/~jo, ftp.fern.com, fern.com/a.html, fern.com/",
         "visit küste de, fern dot com jo, eff tee pee dot fern dot com, fern dot com slash ay dot "
         "aitch tee em ell, fern dot com"},
        {"visit averyveryverylongnameofasheddealer.com",
         "visit averyveryverylongnameofasheddealer dot com"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses),
        cmocka_unit_test(addresses_in_full),
        cmocka_unit_test(addresses_at_the_edge),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
