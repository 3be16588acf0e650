/* Numbers of other kinds, by what is said around them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "phone_fixture.h"

static const struct phone_row labelled[] = {
    {"Your invoice 617-555-0142 is overdue.", ""},
    {"Ref 0161 496 0142 please quote it.", ""},
    {"Order number 6175550142 shipped.", ""},
    {"order #6175550142", ""},
    {"PO 4500123456 is in.", ""},
    {"My NPI is 1234567893.", ""},
    {"NMLS number 1234567.", ""},
    {"account ending 4417 2203 5566", ""},
    {"card 4111 1111 1111 1111", ""},
    {"SSN 123-45-6789", ""},
    {"EIN 12-3456789", ""},
    {"file 2024-118833", ""},
    {"claim number 2024118833", ""},
    {"tracking number 9400111899223344556677", ""},
    {"quote 88-40213", ""},
    {"ticket INC0012345", ""},
    {"serial 4417-2203-99", ""},
    {"policy 7712 4409 11", ""},
    {"license 01987654", ""},
    {"DRE 01987654", ""},
    {"MC 0123456", ""},
    {"VIN 1234567890", ""},
    {"part number 617-555-0142", ""},
    {"SKU 0012345678", ""},
    {"4417 2203 is your reference", ""},
    {"617-555-0142 is not my number", ""},
    {"box 4417220", ""},
    {"lot 12-34567", ""},
    {"booking ref 5550142", ""},
    {"GST 123456789", ""},
    {"confirmation code 8842017", ""},
    {"My badge number is 0044871", ""},
    {"The parts cost 1300 975 in total.", ""},
    {"ABN 51 824 753 556 is on the invoice.", ""},
    {"PAN card and GSTIN 29 1234567890 is there.", ""},
    {"PIN code 560001 only", ""},
    {"Quote [order number] when you call.", ""},
    {"code 10442 gets 15 percent off", ""},
    {"I pulled your DOT, 3124455", ""},
    {"Your claim's 2024118833.", ""},
    {"part 6035550172 with certs", ""},
    {"SO-4500123456 is late", ""},
    {"case no. 0161 496 0142", ""},
    {"your file's 617-555-0142", ""},
    {"serial no 6175550142", ""},
    {"Loan #6175550142", ""},
    {"UPC 012345678905", ""},
    {"it's item 0161 4960 on page 4", ""},
    {"ISBN 0-19-852663-6", ""},
    {"SIC 5550142 code", ""},
    {"meter reading 0044871", ""},
    {"GSTIN 29ABCDE1234F1Z5", ""},
    {"IFSC HDFC0001234 account 50100123456789", ""},
    {"Aadhaar 1234 5678 9012", ""},
    {"ABN 51824753556", ""},
    {"BSB 062-000, account 1234 5678", ""},
    {"TFN 123 456 782", ""},
    {"Rego 1AB-2CD", ""},
    {"sort code 20-00-00, account 55779911", ""},
    {"NI number QQ 12 34 56 C", ""},
    {"company number 01234567", ""},
    {"VAT number GB 123 4567 89", ""},
    {"UTR 1234567890", ""},
    {"IBAN GB29 NWBK 6016 1331 9268 19", ""},
    {"SIRET 123 456 789 00012", ""},
    {"invoice INV-0161-4960-142", ""},
    {"quote Q-2024-0555", ""},
    {"ref. 4417/2203", ""},
    {"ref: 555-0142", ""},
    {"case #555-0142", ""},
    {"WO 5550142", ""},
    {"Buy 5550 0142 for the gearbox", ""},
    {"a 617-SKU catalog", ""},
};

static const struct phone_row spoken[] = {
    {"twenty twenty five, twenty twenty six", ""},
    {"nineteen ninety five, two thousand and one", ""},
    {"one two three four five six seven", ""},
    {"two hundred fifty five thousand dollars", ""},
    {"between nine thirty and ten forty five", ""},
    {"five five five two nine", ""},
    {"at seven thirty, eight thirty, nine thirty", ""},
    {"twenty five, thirty, thirty five, forty", ""},
    {"one hundred twenty, one hundred thirty, one hundred forty", ""},
    {"order four four one seven two two oh three", ""},
    {"file number four four one seven two two oh", ""},
    {"a nine to five", ""},
    {"reference is oh one six one four nine six", ""},
    {"Your case number is six one seven five five five oh one four two.", ""},
    {"between one and two, or three and four, or five and six, seven and eight", ""},
    {"nine out of ten, eight out of ten, seven out of ten", ""},
    {"twenty four seven three sixty five", ""},
    {"a hundred and twenty thousand three hundred and fifty", ""},
    {"nineteen ninety nine two thousand and four twenty twelve", ""},
    {"one hundred one thousand two hundred", ""},
    {"five five five five", ""},
    {"oh my, oh no, oh well", ""},
    {"oh one more thing, two quick questions, three ideas", ""},
    {"number one, number two, number three", ""},
    {"order one two three four five six seven eight", ""},
    {"your confirmation is six five five five oh one four two", ""},
    {"quote number six five five five oh one four two please", ""},
    {"we saved them four hundred fifty thousand dollars, two hundred thousand in year one", ""},
    {"nineteen eighty four, nineteen ninety nine, two thousand seven", ""},
    {"between ten and two on three four or five days", ""},
    {"three two one go four five six stop", ""},
    {"it has twelve, twenty four, thirty six or forty eight month terms", ""},
    {"one two one two check one two one two", ""},
    {"we cut it from sixty eight to forty two in twenty one days", ""},
    {"policy number nine one seven five five five oh one four two", ""},
    {"Your account is nine one seven five five five oh one four two.", ""},
    {"case number oh one six one four nine six", ""},
    {"order six five five five oh one four two came back", ""},
    {"claim nine eight seven six five four three", ""},
    {"at five fifteen five thirty five forty five and six", ""},
    {"five five one five o'clock", ""},
    {"two oh two five, two oh two six", ""},
    {"twenty twenty six or twenty twenty seven", ""},
    {"five to ten, ten to fifteen, fifteen to twenty five people", ""},
    {"one hundred eleven thousand two hundred thirty four", ""},
    {"section four oh one k and four oh three b and five twenty nine", ""},
    {"one oh one Main Street suite four four five, zip oh two one three four", ""},
    {"zip code nine oh two one oh", ""},
    {"three sixty five twenty four seven", ""},
    {"code one two three four five six", ""},
    {"two, three, four, five, six, seven, eight", ""},
    {"version two dot five dot one dot zero zero three one", ""},
};

static void labelled_numbers_are_none(void **state)
{
    (void)state;
    check_phones(labelled, sizeof labelled / sizeof labelled[0]);
}

static void quantities_in_words_are_none(void **state)
{
    (void)state;
    check_phones(spoken, sizeof spoken / sizeof spoken[0]);
}

static void signs_that_glue(void **state)
{
    static const struct phone_row ROWS[] = {
        {"It costs 617-555-0142% or 617-555-0142=.", ""},
        {"We got 3*6175550142 of them.", ""},
        {"Ring #6175550142 or @6175550142 today.", ""},
        {"It is =6175550142 or = 6175550142.", ""},
        {"It costs $ 6175550142 or 6175550142 € today.", ""},
        {"It is 6175550142:5 or 5:6175550142.", ""},
        {"It is 5+6175550142 or 6175550142+5.", ""},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void signs_that_do_not(void **state)
{
    static const struct phone_row ROWS[] = {
        {"My number is *6175550142* today.", "6175550142"},
        {"Ring us at 617-555-0142x or 617-555-0142xx.", "6175550142 6175550142"},
        {"We sold 1,200,555 on 555-0142,555-0143.", "5550142 5550143"},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void labels_of_other_numbers(void **state)
{
    static const struct phone_row ROWS[] = {
        {"The order is 6175550142. The order number is 6175550142.", ""},
        {"Your ref is 6175550142 and your account number is 6175550142.", ""},
        {"Order # 6175550142 and more.", ""},
        {"My code: 6175550142 or pin, 6175550142.", ""},
        {"Room 6175550142, suite number 6175550142.", ""},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void units_behind(void **state)
{
    static const struct phone_row ROWS[] = {
        {"6175550142 units of it.", ""},
        {"6175550142, units of it.", "6175550142"},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void dates_cards_and_addresses(void **state)
{
    static const struct phone_row ROWS[] = {
        {"It is 16/04/2010 5, 3.10.84, 2024-01-31, 2024-13-31, 32/04/2010.", ""},
        {"It is 3/4 5/8 or 10/1-11/2.", ""},
        {"Ring 06/12/34/56/78 today.", "0612345678"},
        {"It is 0.1255550 or 12.5555550 or 0.555.0142.", ""},
        {"It is 192.168.10.254 today.", ""},
        {"Ring 1 2 3 4 5 6 7 and 8 8 8 8 8 8 8.", ""},
        {"Ring 0000 000 000 or 888-888-8888.", "8888888888"},
        {"It was 2019-2024 or 20251112 0930.", ""},
        {"The card is 4444 4444 4444 4444 and 444-55-4444.", ""},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labelled_numbers_are_none), cmocka_unit_test(quantities_in_words_are_none),
        cmocka_unit_test(signs_that_glue),           cmocka_unit_test(signs_that_do_not),
        cmocka_unit_test(labels_of_other_numbers),   cmocka_unit_test(units_behind),
        cmocka_unit_test(dates_cards_and_addresses),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
