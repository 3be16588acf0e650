/* Placeholders and stage directions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "clock_fixture.h"

static void people(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"Hi [Name], it's [Your Name] here", "Hi Jordan, it's Taylor Collins here"},
        {"Hi Mr. [Last Name], {{rep.first_name}} here", "Hi mister Collins, Jordan here"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void things(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"at {{company}} in [City] on [day] at [time]",
         "at Lakeside Foods in Denver on Wednesday at two thirty"},
        {"in [month] for [amount] and [percent]",
         "in September for five thousand dollars and twenty percent"},
        {"mail [email] or see <website>",
         "mail Jordan at lakeside dot com or see lakeside dot com"},
        {"I saw [something]", "I saw a recent change"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void theirs(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"[Company]'s van, {{company}}\u2019s bill", "Lakeside Foods's van, Lakeside Foods's bill"},
        {"on acme.com's page", "on acme dot com's page"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void by_neighbours(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"save [X] hours or £__ or [X]%",
         "save twenty hours or five thousand dollars or twenty percent"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void read_out(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"and [the thing they told you] or [he/she]", "and the thing they told you or he"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void numbers(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"call [phone number] now", "call eight one five, two oh seven, three four six nine now"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void directions(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"Hi Ana. (pause) It's Ned", "Hi Ana| It's Ned"},
        {"Hi Ana (smile) it's Ned", "Hi Ana it's Ned"},
        {"Hi Ana. [pause 2 sec] It's Ned", "Hi Ana| It's Ned"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void names_of_several_kinds(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"ask [FNAME] [LNAME] about it", "ask Jordan Collins about it"},
        {"ask [surname] and [full name] about it", "ask Collins and Taylor Collins about it"},
        {"dear Mr. [Last Name], good day", "dear mister Collins, good day"},
        {"[Company]'s fleet and {company}'s fleet and <company>'s fleet",
         "Lakeside Foods's fleet and Lakeside Foods's fleet and Lakeside Foods's fleet"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void numbers_of_several_kinds(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"ring ext. [extension] or [ext]", "ring extension twenty two or twenty two"},
        {"your [order number] and [Invoice #] are ready",
         "your four oh seven two and four oh seven two are ready"},
        {"the price is £[amount] or €[price] or $[amount]",
         "the price is five thousand dollars or five thousand dollars or five thousand dollars"},
        {"it pays __% of it in about [X] hours",
         "it pays twenty percent of it in about twenty hours"},
        {"on [month] 5 or [year]", "on September five or twenty twenty five"},
        {"call [cell] or [mobile number]", "call eight one five, two oh seven, three four six nine "
                                           "or eight one five, two oh seven, three four six nine"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void choices(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"we have [red|blue] ones and [red or blue] ones", "we have red ones and red or blue ones"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void placeholders_at_the_edge(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"[amount] it is", "five thousand dollars it is"},
        {"[FIRSTName], we have [5 days] or [a/b/c]", "Jordan, we have Wednesday or twenty"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

static void a_title_in_a_placeholder(void **state)
{
    static const struct spoken_row ROWS[] = {
        {"ask [Mr name] or [Dr. name] or [Mrs. Name]",
         "ask mister Collins or mister Collins or mister Collins"},
    };

    (void)state;
    FIXTURE_CHECK(ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people),
        cmocka_unit_test(things),
        cmocka_unit_test(theirs),
        cmocka_unit_test(by_neighbours),
        cmocka_unit_test(read_out),
        cmocka_unit_test(numbers),
        cmocka_unit_test(directions),
        cmocka_unit_test(names_of_several_kinds),
        cmocka_unit_test(numbers_of_several_kinds),
        cmocka_unit_test(choices),
        cmocka_unit_test(placeholders_at_the_edge),
        cmocka_unit_test(a_title_in_a_placeholder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
