/* The groupings of the world. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "phone_fixture.h"

static const struct phone_row australia[] = {
    {"Hi Jo, it's Mick at Wattle Tiles on 02 5550 0142, give us a bell.", "0255500142"},
    {"Call me on (02) 5550 0142.", "0255500142"},
    {"Mick, Wattle Tiles, 0491 570 156.", "0491570156"},
    {"Mick, Wattle Tiles, 0491570156.", "0491570156"},
    {"My mobile's 0491-570-156, cheers.", "0491570156"},
    {"Ring +61 491 570 156 any time.", "61491570156"},
    {"Ring +61 2 5550 0142 any time.", "61255500142"},
    {"Ring +61 (0)2 5550 0142 any time.", "61255500142"},
    {"Ring +61 (02) 5550 0142 any time.", "610255500142"},
    {"Free call 1800 975 707.", "1800975707"},
    {"It's 1800 160 401 for the desk.", "1800160401"},
    {"Mick at Wattle Tiles, 1300 975 707.", "1300975707"},
    {"Call 1300 97 57 07 and ask for Mick.", "1300975707"},
    {"Call 13 11 27 and ask for Mick.", "131127"},
    {"Give us a call on 13 00 99.", "130099"},
    {"Ring us on 131 127.", "131127"},
    {"You can reach me on 5550 0142.", "55500142"},
    {"Mick here on 7010 0142, talk soon.", "70100142"},
    {"Dial 0011 44 20 7946 0018 from here.", "0011442079460018"},
};

static const struct phone_row india[] = {
    {"This is Arjun from Kaveri Pumps, 98765 43210.", "9876543210"},
    {"Kindly call on +91 98765 43210.", "919876543210"},
    {"Kindly call on +91-98765-43210.", "919876543210"},
    {"Kindly call on +91-9876543210.", "919876543210"},
    {"Kindly call on 09876543210.", "09876543210"},
    {"Kindly call on 0-98765-43210.", "09876543210"},
    {"Arjun, Kaveri Pumps, 9876543210.", "9876543210"},
    {"Arjun, Kaveri Pumps, 987 654 3210.", "9876543210"},
    {"Arjun, Kaveri Pumps, 9876 543 210.", "9876543210"},
    {"Arjun, Kaveri Pumps, 98 76 54 32 10.", "9876543210"},
    {"Landline 080-4567 8901.", "08045678901"},
    {"Landline 080 4567 8901 or 044-2345 6789.", "08045678901 04423456789"},
    {"Our office: 011-2345-6789", "01123456789"},
    {"Our office is (022) 2345 6789.", "02223456789"},
    {"Our office is 0484 234 5678.", "04842345678"},
    {"Toll free 1800 123 4567.", "18001234567"},
    {"Toll free 1800-11-2345.", "1800112345"},
    {"Call 1860 500 1234 sir.", "18605001234"},
    {"91 98765 43210 is my WhatsApp", "919876543210"},
};

static const struct phone_row britain[] = {
    {"It's Tom at Fern on 0161 496 0142.", "01614960142"},
    {"It's Tom at Fern on 01614960142.", "01614960142"},
    {"It's Tom at Fern on 0161 4960142.", "01614960142"},
    {"It's Tom at Fern on (0161) 496 0142.", "01614960142"},
    {"It's Tom at Fern on +44 161 496 0142.", "441614960142"},
    {"It's Tom at Fern on +44 (0)161 496 0142.", "441614960142"},
    {"It's Tom at Fern on +44(0)1614960142.", "441614960142"},
    {"It's Tom at Fern on 0044 161 496 0142.", "00441614960142"},
    {"It's Tom at Fern on 020 7946 0142.", "02079460142"},
    {"It's Tom at Fern on 07700 900142.", "07700900142"},
    {"It's Tom at Fern on 07700 900 142.", "07700900142"},
    {"It's Tom at Fern on 0770 090 0142.", "07700900142"},
    {"It's Tom at Fern on 01632 960142.", "01632960142"},
    {"Freephone 0808 157 0142.", "08081570142"},
    {"Freephone 0800 1111 42.", "0800111142"},
    {"01 555 0142 is the Dublin office.", "015550142"},
    {"085 555 0142", "0855550142"},
    {"+353 85 555 0142", "353855550142"},
    {"1800 555 014", "1800555014"},
};

static const struct phone_row south[] = {
    {"Tama, 09 555 0142.", "095550142"},       {"Tama, 021 555 0142.", "0215550142"},
    {"Tama, +64 21 555 0142.", "64215550142"}, {"Tama, 0800 555 014", "0800555014"},
    {"Wei, 6555 0142.", "65550142"},           {"Wei, +65 6555 0142.", "6565550142"},
    {"Wei, 9123 4567 again.", "91234567"},     {"Thandi, 011 555 0142.", "0115550142"},
    {"Thandi, 082 555 0142.", "0825550142"},   {"Thandi, +27 82 555 0142", "27825550142"},
    {"Thandi, 0861 555 014.", "0861555014"},
};

static const struct phone_row others[] = {
    {"Jonas, 030 23125 014", "03023125014"},
    {"Jonas, 030/23125014", "03023125014"},
    {"Jonas, 030-23125-014", "03023125014"},
    {"Jonas, +49 30 23125014", "493023125014"},
    {"Jonas, +49 (0)30 23125-014", "493023125014"},
    {"Jonas, 0171 3920 0142", "017139200142"},
    {"Jonas, 0151/23456789", "015123456789"},
    {"Claire, 01 99 00 01 42.", "0199000142"},
    {"Claire, 01.99.00.01.42.", "0199000142"},
    {"Claire, 06-39-98-01-42", "0639980142"},
    {"Claire, +33 6 39 98 01 42", "33639980142"},
    {"Claire, +33 (0)6 39 98 01 42", "33639980142"},
    {"Pieter, 020 555 0142", "0205550142"},
    {"Pieter, 06-12345678", "0612345678"},
    {"Pieter, +31 6 12345678", "31612345678"},
    {"Ana, 912 345 678.", "912345678"},
    {"Ana, 91 555 01 42.", "915550142"},
    {"Ana, 612 34 56 78.", "612345678"},
    {"Ana, +34 612 34 56 78", "34612345678"},
    {"Luca, 02 5550 142", "025550142"},
    {"Luca, 347 555 0142", "3475550142"},
    {"Luca, +39 347 555 0142", "393475550142"},
    {"Rui, 210 555 014", "210555014"},
    {"Rui, +351 912 345 678", "351912345678"},
    {"Reto, 044 555 01 42", "0445550142"},
    {"Reto, +41 79 555 01 42", "41795550142"},
    {"Lars, 08-555 010 42", "0855501042"},
    {"Lars, 070-174 06 42", "0701740642"},
    {"Lars, +46 70 174 06 42", "46701740642"},
    {"Call Jens on 22 55 01 42.", "22550142"},
    {"Jens, +45 22 55 01 42", "4522550142"},
    {"Kari, +47 412 34 567", "4741234567"},
    {"Call Kari on 412 34 567", "41234567"},
    {"Bia, (11) 91234-5678", "11912345678"},
    {"Bia, 11 91234-5678", "11912345678"},
    {"Bia, +55 11 91234-5678", "5511912345678"},
    {"Bia, +55 (11) 91234-5678", "5511912345678"},
    {"Luz, 55 1234 5678", "5512345678"},
    {"Luz, +52 55 1234 5678", "525512345678"},
    {"Luz, +52 1 55 1234 5678", "5215512345678"},
    {"Omar, 04 555 0142", "045550142"},
    {"Omar, 050 555 0142", "0505550142"},
    {"Omar, +971 50 555 0142", "971505550142"},
    {"Call Omar on 800 4567", "8004567"},
    {"Olga, +7 495 555-01-42", "74955550142"},
    {"Olga, 8 (495) 555-01-42", "84955550142"},
    {"Mei, +86 138 0013 8000", "8613800138000"},
    {"Mei, 138 0013 8000", "13800138000"},
    {"Ken, 03-5550-0142", "0355500142"},
    {"Ken, +81 3 5550 0142", "81355500142"},
    {"Kasia, +48 512 345 678", "48512345678"},
    {"Kasia, 512 345 678", "512345678"},
    {"Noa, 03-555-0142", "035550142"},
    {"Noa, +972 3-555-0142", "97235550142"},
};

static void australian_numbers(void **state)
{
    (void)state;
    check_phones(australia, sizeof australia / sizeof australia[0]);
}

static void indian_numbers(void **state)
{
    (void)state;
    check_phones(india, sizeof india / sizeof india[0]);
}

static void british_and_irish_numbers(void **state)
{
    (void)state;
    check_phones(britain, sizeof britain / sizeof britain[0]);
}

static void numbers_of_new_zealand_singapore_and_south_africa(void **state)
{
    (void)state;
    check_phones(south, sizeof south / sizeof south[0]);
}

static void numbers_of_other_countries(void **state)
{
    (void)state;
    check_phones(others, sizeof others / sizeof others[0]);
}

/* marks that come along when a number is copied */
static void unseen_marks(void **state)
{
    static const struct phone_row ROWS[] = {
        {"Call 617⁠555⁠0142 or 6​17-555-0142.", "6175550142 6175550142"},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void a_dash_more_is_an_extension(void **state)
{
    static const struct phone_row ROWS[] = {
        {"Ring 617-555-0142-33 today.", "6175550142x33"},
        {"Ring 617.555.0142.334 today.", "6175550142x334"},
        {"Ring 1-617-555-0142-33 today.", "16175550142x33"},
        {"Ring 617-555-0142-123456 today.", ""},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void brackets_around_the_area(void **state)
{
    static const struct phone_row ROWS[] = {
        {"Ring 1 (617) 555 0142 today.", "16175550142"},
        {"Ring 617 (555) 0142 today.", "6175550142"},
        {"Ring us ([617] 555-0142).", "6175550142"},
        {"Ring (617-555-0142) today.", "6175550142"},
        {"Ring (55) 5555 55555 today.", "55555555555"},
        {"Ring 555 01 (42) 33 today.", ""},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void a_country_in_front(void **state)
{
    static const struct phone_row ROWS[] = {
        {"Ring 011 44 161 496 0142 today.", "011441614960142"},
        {"Ring 01144 161 496 0142 today.", "011441614960142"},
        {"Ring 011441614960142 today.", "011441614960142"},
        {"Ring 00 44 161 496 0142 today.", "00441614960142"},
        {"Ring +441614960142 or +44 (0)161 496 0142.", "441614960142 441614960142"},
        {"Ring +44 161, 496, 0142.", "441614960142"},
        {"Ring +12 345.", ""},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void with_pauses(void **state)
{
    static const struct phone_row ROWS[] = {
        {"Area code 617, 555-0142.", "6175550142"},
        {"Ring 617, 555, 0142.", "6175550142"},
        {"Ring 1, 617, 555, 0142.", "16175550142"},
        {"Ring 6 1 7, 5 5 5, 0 1 4 2.", "6175550142"},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void what_a_bracket_adds(void **state)
{
    static const struct phone_row ROWS[] = {
        {"Ring 617-555-0142 (ext. 33) or 617-555-0143 [ext 34].", "6175550142x33 6175550143x34"},
        {"Ring 617-555-0142 [x 34] or (option 2).", "6175550142"},
        {"Ring 617-555-0142x33 today.", "6175550142x33"},
        {"Ring 555-0142 (mobile) today.", "5550142"},
        {"Ring 617-555-0142 ([office]).", "6175550142"},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(australian_numbers),
        cmocka_unit_test(indian_numbers),
        cmocka_unit_test(british_and_irish_numbers),
        cmocka_unit_test(numbers_of_new_zealand_singapore_and_south_africa),
        cmocka_unit_test(numbers_of_other_countries),
        cmocka_unit_test(unseen_marks),
        cmocka_unit_test(a_dash_more_is_an_extension),
        cmocka_unit_test(brackets_around_the_area),
        cmocka_unit_test(a_country_in_front),
        cmocka_unit_test(with_pauses),
        cmocka_unit_test(what_a_bracket_adds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
