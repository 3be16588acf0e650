/* The shapes of names, organisations and addresses, on a lexicon with the few stop words that they
 * need. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lexicon_fixture.h"

#define LISTS                                                                                      \
    "sets:\n  not_a_name: [hi, this, is, from, with, at, call, the, i, it, my, im, calling]\n"     \
    "  not_a_company: [hi, this, is, from, with, at, call, i, im, calling, about]\n"               \
    "  never_a_company: [at]\n"                                                                    \
    "  name_connector: [and, of, the]\n  person_title: [mr, mrs, ms, dr]\n  name_particle: [van, " \
    "der, de, la]\n"                                                                               \
    "  name_suffix: [jr, ji]\n  company_suffix: [inc, ltd]\n  not_a_mailbox: [me, is, look]\n"

static const struct found names[] = {
    {"This is Ada Reed.", "n:Ada Reed"},
    {"This is Dr. Bram van der Berg, hi.", "n:Dr. Bram van der Berg"},
    {"This is Anya ji from Oslo.", "n:Anya ji"},
    {"This is J. P. Osei.", "n:J. P. Osei"},
    {"This is Siobhán O’Dowd-Marsh calling.", "n:Siobhán O’Dowd-Marsh"},
    {"This is [your name].", "n:[your name]"},
    {"This is Mrs. Dr.", "n:Mrs. Dr"},
    {"This is Mr. [Last Name].", "n:Mr. [Last Name]"},
    {"This is Ada's brother.", "n:Ada"},
    {"This is the number.", ""},
    {"hi this is ada reed calling from oslo i said", "n:ada reed"},
    {"This is Ada van de la der Berg.", "n:Ada"},
    {"This is Ada (Eve) Reed.", "n:Ada"},
    {"This is Ada Reed Jr.", "n:Ada Reed Jr"},
    {"This is McAdam Reed with it.", "n:McAdam Reed"},
    {"This is Ada 5 Reed.", "n:Ada"},
    {"This is Ada Eve Ida Una Reed.", "n:Ada Eve Ida Una Reed"},
    {"This is Ada/Eve Reed.", "n:Ada"},
};

static const struct found organisations[] = {
    {"I am from Fern & Co. about it.", "o:Fern & Co"},
    {"I am from the Dunwich Bakery.", "o:the Dunwich Bakery"},
    {"I am from Bank of Rye, Ltd.", "o:Bank of Rye, Ltd"},
    {"I am from 3M.", "o:3M"},
    {"I am from Monday.com today.", "o:Monday.com"},
    {"I am from Brigid's Blooms.", "o:Brigid's Blooms"},
    {"I am from [company].", "o:[company]"},
    {"I am from Fern for Mr. Reed.", "o:Fern"},
    {"I am from AT&T Business.", "o:AT&T Business"},
    {"I am from Ostra A/S in Oslo.", "o:Ostra A/S"},
    {"I am from Fern :) Call me.", "o:Fern"},
    {"I am from here.", ""},
    {"I am from R&D Works.", "o:R&D Works"},
    {"I am from R & D Works.", "o:R & D Works"},
    {"I am from Fern+ today.", "o:Fern"},
    {"I am from Fern/Rye today.", "o:Fern"},
    {"I am from 5 Fern Works.", "o:5 Fern Works"},
    {"I am from 5 of them.", ""},
    {"I am from Fern's and Rye's.", "o:Fern's and Rye's"},
    {"I am from Fern's of Rye.", "o:Fern's of Rye"},
    {"I am from Fern van der Rye.", "o:Fern"},
    {"I am from Fern at Rye.", "o:Fern"},
    {"I am from the house.", ""},
};

static const struct found addresses[] = {
    {"Write to jo.reed@fern.example or jo@fern.com.",
     "e:jo.reed@fern.example=jo.reed@fern.example; e:jo@fern.com=jo@fern.com"},
    {"Mail linda dot m at fern and rye dot co dot uk.",
     "e:linda dot m at fern and rye dot co dot uk=linda.m@fernandrye.co.uk"},
    {"Look at fern dot com.", "u:fern dot com=fern.com"},
    {"The form at fern.com/book is short.", "u:fern.com/book=fern.com/book"},
    {"Go to www dot fern dot com slash demo.",
     "u:www dot fern dot com slash demo=www.fern.com/demo"},
    {"Go to fern dot com forward demo.", "u:fern dot com forward demo=fern.com/demo"},
    {"Go to fern dot com dot.", "u:fern dot com=fern.com"},
    {"Go to fern dot com slash.", "u:fern dot com=fern.com"},
    {"Go to fern dot.", ""},
    {"Go to fern dot nothing.", ""},
    {"dot com", ""},
    {"Go to bbb dot fern dot com.", "u:fern dot com=fern.com"},
    {"Look at fern.com/book, at www.fern.com.",
     "u:fern.com/book=fern.com/book; u:www.fern.com=www.fern.com"},
    {"Write me at www.fern.com or me at fern.com or jo at fern.com.",
     "u:www.fern.com=www.fern.com; u:fern.com=fern.com; e:jo at fern.com=jo@fern.com; "
     "u:fern.com=fern.com"},
    {"Write to [name] at fern dot com.", "u:fern dot com=fern.com"},
    {"a dot b dot c dot d dot e dot f at fern dot com",
     "e:c dot d dot e dot f at fern dot com=c.d.e.f@fern.com"},
    {"Write jo, at fern dot com.", "e:jo, at fern dot com=jo@fern.com"},
};

static void names_have_shapes(void **state)
{
    (void)state;
    fixture_check(LISTS "facts: {n: {phrases: [this is / <Name>]}}", names,
                  sizeof names / sizeof names[0]);
}

static void organisations_have_shapes(void **state)
{
    (void)state;
    fixture_check(LISTS "facts: {o: {phrases: [from / <Org>]}}", organisations,
                  sizeof organisations / sizeof organisations[0]);
}

static void addresses_are_read_as_they_are_said(void **state)
{
    (void)state;
    fixture_check(LISTS "facts: {e: {phrases: ['=<Email>']}, u: {phrases: ['=<Url>']}}", addresses,
                  sizeof addresses / sizeof addresses[0]);
}

static const struct found endings[] = {
    {"Nothing hauling, one thing hauled.", "g:hauling; d:hauled"},
    {"They shed a hundred and PROCEEDED.", "d:hundred; d:PROCEEDED"},
    {"I need a sled, a king and a dying feed.", "g:dying"},
};

static void verbs_are_told_by_their_endings(void **state)
{
    (void)state;
    fixture_check("facts: {g: {phrases: [<Ing>], not: [nothing]}, d: {phrases: [<Ed>]}}", endings,
                  sizeof endings / sizeof endings[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_have_shapes),
        cmocka_unit_test(organisations_have_shapes),
        cmocka_unit_test(addresses_are_read_as_they_are_said),
        cmocka_unit_test(verbs_are_told_by_their_endings),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
