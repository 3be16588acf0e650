/* Extensions, and numbers with letters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "phone_fixture.h"

static const struct phone_row extended[] = {
    {"call 617-555-0142x33", "6175550142x33"},
    {"call 617-555-0142 x 33", "6175550142x33"},
    {"call 617-555-0142, ext 33.", "6175550142x33"},
    {"call 617-555-0142 (ext. 33)", "6175550142x33"},
    {"call 617-555-0142 extension 33", "6175550142x33"},
    {"call 617-555-0142, extension three three", "6175550142x33"},
    {"call 617-555-0142, extension forty-two please", "6175550142x42"},
    {"call 617-555-0142, extension one oh seven", "6175550142x107"},
    {"call 617-555-0142 and my extension is 33", "6175550142x33"},
    {"call 617-555-0142 #33", "6175550142x33"},
    {"six one seven, five five five, oh one four two, extension three three, thanks",
     "6175550142x33"},
    {"Call us at (617) 555-0142 ext. 12 or (617) 555-0143 ext. 13.", "6175550142x12 6175550143x13"},
    {"Call us at 617-555-0142, extension 12, or my mobile 617-555-0143",
     "6175550142x12 6175550143"},
    {"617-555-0142 x12/617-555-0143", "6175550142x12 6175550143"},
    {"+44 161 4960142 ext 5", "441614960142x5"},
    {"call oh one, five five five, oh one double four, extension four", "015550144x4"},
    {"oh one five five five oh one double four ext four four", "015550144x44"},
    {"Hi it's Ben 020 7946 0142 extension 4 0 2", "02079460142x402"},
    {"call nine one seven five five five oh one four two extension two hundred", "9175550142x200"},
    {"call nine one seven five five five oh one four two extension twenty three", "9175550142x23"},
    {"call nine one seven five five five oh one four two, ext. 23", "9175550142x23"},
    {"Reach me at nine-one-seven, five-five-five, oh-one-four-two ext. nine.", "9175550142x9"},
    {"call 917-555-0142 ext #23", "9175550142x23"},
    {"call 917-555-0142, Ext: 23", "9175550142x23"},
    {"call 917-555-0142 extn. 4021", "9175550142x4021"},
    {"call 0161 496 0142 Extn 4", "01614960142x4"},
    {"call 917-555-0142 (extension 23)", "9175550142x23"},
    {"call 917-555-0142 [ext 23]", "9175550142x23"},
    {"call 917-555-0142 - ext 23", "9175550142x23"},
    {"call 917-555-0142/ext. 23", "9175550142x23"},
    {"call 917-555-0142 at ext 23", "9175550142x23"},
    {"Dial 917.555.0142 x.23", "9175550142x23"},
};

static const struct phone_row vanity[] = {
    {"our number is 1300 MOVERS", "1300668377"},
    {"call 13 CABS today", "132227"},
    {"1-888-PAINT-UP is the number", "18887246887"},
    {"Call 1-800-FERNERY now", "18003376379"},
    {"Call 1-800-GO-FERNS now", "18004633767"},
    {"Call 800-PET-FERN", "8007383376"},
    {"Call 1 800 GOT FERN today", "18004683376"},
    {"Call (888) FIX-PIPE", "8883497473"},
    {"Call 617-555-HELP", "6175554357"},
    {"Call 555-HELP", "5554357"},
    {"call one eight hundred got fern", "18004683376"},
    {"1-888-PAINT-UP, that's one eight eight eight, seven two four, six eight eight seven",
     "18887246887 18887246887"},
    {"Call me at XXX-XXX-XXXX, that's XXX-XXX-XXXX.", "placeholder placeholder"},
    {"one eight seven seven GET FERN", "18774383376"},
    {"call 1300 FERN CO", "1300337626"},
    {"call 1800 FERN NOW", "18003376669"},
    {"Dial 1-800-FERNS4U", "18003376748"},
    {"Dial 1-877-4-FERNS-U", "18774337678"},
    {"Dial 888-FERN-MAN anytime", "8883376626"},
    {"Dial (888) FERN-MAN anytime", "8883376626"},
    {"Dial 1.888.FERN.MAN", "18883376626"},
};

static void extensions(void **state)
{
    (void)state;
    check_phones(extended, sizeof extended / sizeof extended[0]);
}

static void letters_of_the_keypad(void **state)
{
    (void)state;
    check_phones(vanity, sizeof vanity / sizeof vanity[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(extensions),
        cmocka_unit_test(letters_of_the_keypad),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
