/* Numbers in words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "phone_fixture.h"

static const struct phone_row words[] = {
    {"Ring oh four nine one, five seven oh, one five six.", "0491570156"},
    {"thirteen hundred nine seven five seven oh seven is the number", "1300975707"},
    {"eighteen hundred nine seven five, seven oh seven", "1800975707"},
    {"zero two five five five zero zero one four two", "0255500142"},
    {"call us on thirteen eleven twenty seven", "131127"},
    {"My number is nine eight seven six five, four three two one zero.", "9876543210"},
    {"nine eight, double seven, six five, four three, two one, thank you sir", "9877654321"},
    {"My number is ninety-eight seventy-six five four three two one zero", "9876543210"},
    {"plus nine one, nine eight seven six five, four three two one zero", "919876543210"},
    {"Dana at six one seven five five five oh one four two.", "6175550142"},
    {"Dana at six-one-seven, five-five-five, zero-one-four-two.", "6175550142"},
    {"Dana at six one seven… five five five… zero one four two.", "6175550142"},
    {"Dana at six one seven (pause) five five five (pause) zero one four two.", "6175550142"},
    {"Dana at six one seven uh five five five um oh one four two.", "6175550142"},
    {"Dana at six one seven triple five oh one forty two.", "6175550142"},
    {"Dana at six seventeen five fifty-five oh one forty-two.", "6175550142"},
    {"Dana at six one seven, five five five, four thousand.", "6175554000"},
    {"eight hundred, five five five, oh one four two", "8005550142"},
    {"one eight hundred five five five oh one four two", "18005550142"},
    {"one eight six six five five five zero one four two", "18665550142"},
    {"eight seven seven, five five five, twelve hundred", "8775551200"},
    {"one-eight-hundred, five-five-five, oh-one-four-two", "18005550142"},
    {"area code six one seven, five five five, oh one four two", "6175550142"},
    {"Call 617 five five five 0142.", "6175550142"},
    {"Call 617-555 oh one four two.", "6175550142"},
    {"Call 1-800 five five five oh one four two.", "18005550142"},
    {"my cell is 617 triple five, 0 1 double 4", "6175550144"},
    {"sixoneseven fivefivefive ohonefourtwo", "6175550142"},
    {"six one\nseven five five\nfive oh one four two", "6175550142"},
    {"six one seven five five five oh one four two six one seven five five five oh one four two",
     "6175550142 6175550142"},
    {"six one seven, five five five, oh one four two, six one seven, five five five, oh one four "
     "two",
     "6175550142 6175550142"},
    {"six one seven, five five five, oh one four two, again, six one seven, five five five, oh one "
     "four two.",
     "6175550142 6175550142"},
    {"call me at six one seven five five five oh one four two one more time six one seven five "
     "five five oh one four two",
     "6175550142 6175550142"},
    {"six one seven five five five oh one four two two minutes is all it takes", "6175550142"},
    {"six one seven five five five oh one four one call me", "6175550141"},
    {"six one seven five five five oh one four two one call is enough", "6175550142"},
    {"five five five oh one four one call me", "5550141"},
    {"one six one seven five five five oh one four one time is all", "16175550141"},
    {"oh one one seven four nine six oh one double one quick question", "01174960111"},
    {"Oh, six one seven, five five five, oh one four two.", "6175550142"},
    {"five five five oh one four two", "5550142"},
    {"six one seven. five five five. oh one four two.", "6175550142"},
    {"six one seven dot five five five dot oh one four two", "6175550142"},
    {"six one seven dash five five five dash oh one four two", "6175550142"},
    {"oh one six one, four nine six, oh one four two", "01614960142"},
    {"oh one six one four nine six oh one double two", "01614960122"},
    {"nought one six one, four nine six, nought one four two", "01614960142"},
    {"oh double seven double oh, nine double oh, one four two", "07700900142"},
    {"oh seven seven hundred nine hundred one four two", "07700900142"},
    {"plus four four, one six one, four nine six, oh one four two", "441614960142"},
    {"zero zero four four one six one four nine six oh one four two", "00441614960142"},
    {"oh twenty, seven nine four six, oh one four two", "02079460142"},
    {"oh one six one, uh, four nine six, um, oh one four two", "01614960142"},
    {"hi gary its lou from bright gutters five oh three five five five oh one eight eight call me "
     "back about the downspouts thats five oh three five five five oh one eight eight",
     "5035550188 5035550188"},
    {"That number again: six one seven, double five five, oh one four two.", "6175550142"},
    {"Once more, it's oh one six one, four nine six, oh one four two. Bye.", "01614960142"},
    {"call me at 617-five five five-0142", "6175550142"},
    {"It's 0161 four nine six 0142.", "01614960142"},
    {"It's oh one six one 496 0142.", "01614960142"},
    {"It's 0161, 496, double 0 four two.", "01614960042"},
    {"My number is 0161 496 oh one four two", "01614960142"},
    {"six one seven five five five oh one hundred", "6175550100"},
    {"six one seven, five five five, oh one hundred. Thanks", "6175550100"},
    {"six one seven, five five five, ninety-one hundred", "6175559100"},
    {"five oh three, five five five, two thousand", "5035552000"},
    {"call me on oh four one two, five five five, oh one six", "0412555016"},
    {"oh eight hundred five five five oh one four", "0800555014"},
    {"oh eight hundred, one double one, four two four", "0800111424"},
    {"eight double oh, five five five, oh one four two", "8005550142"},
    {"one eight double oh five five five oh one four two", "18005550142"},
    {"Priya, nine eight one double oh, double oh four five six, please call.", "9810000456"},
    {"WhatsApp nine one, nine eight seven six five, four three two one oh", "919876543210"},
    {"my number is triple nine double eight seven six five four three", "9998876543"},
    {"call me on zero two one, triple five, zero one four two", "0215550142"},
    {"six triple five oh one four two", "65550142"},
    {"plus one, six one seven, five five five, oh one four two", "16175550142"},
    {"plus sixty-one, four nine one, five seven oh, one five six", "61491570156"},
    {"plus six four, two one, five five five, oh one four two", "64215550142"},
    {"plus three three, six thirty-nine ninety-eight oh one forty-two", "33639980142"},
    {"oh six thirty-nine ninety-eight oh one forty-two", "0639980142"},
    {"I'm in Lyon on zero one, ninety-nine, zero zero, zero one, forty-two", "0199000142"},
    {"four one five, five five five, one two one two, option three", "4155551212"},
    {"four one five five five five one two one two one of us will answer", "4155551212"},
    {"four one five five five five one two one two any time after five", "4155551212"},
    {"nine to five on four one five five five five one two one two", "4155551212"},
    {"I've got two minutes free so four one five five five five one two one two", "4155551212"},
    {"call me at four one five five five five one two one two six days a week", "4155551212"},
    {"four, one, five, five, five, five, one, two, one, two", "4155551212"},
    {"That's four-one-five, five-five-five, twelve-twelve.", "4155551212"},
    {"Four one five, triple five, one two, one two.", "4155551212"},
    {"Four one five, uh, triple, uh, five, one two one two.", "4155551212"},
    {"plus ninety one, nine eight seven six five, four three two one oh", "919876543210"},
    {"plus ninety-one nine eight seven six five four three two one oh", "919876543210"},
    {"plus forty-four seven seven double oh nine double oh one four two", "447700900142"},
    {"plus four four seven seven hundred nine hundred one four two", "447700900142"},
    {"plus one eight hundred five five five oh one four two", "18005550142"},
    {"one eight hundred five fifty-five oh one forty-two", "18005550142"},
    {"eight hundred five five five twelve twelve", "8005551212"},
    {"eight eight eight five five five twelve hundred", "8885551200"},
    {"two twelve five five five nineteen oh one", "2125551901"},
    {"two one two, five five five, nineteen hundred", "2125551900"},
    {"niner one seven, five five five, oh one four niner", "9175550149"},
    {"aught two one, five five five, aught one four two", "0215550142"},
    {"nine one seven five five five o one four two", "9175550142"},
    {"nine-one-seven-five-five-five-o-one-four-two", "9175550142"},
    {"nine one seven. five five five. oh one four two. thanks", "9175550142"},
    {"nine one seven... five five five... oh one four two", "9175550142"},
    {"nine, one, seven. Five, five, five. Oh, one, four, two.", "9175550142"},
    {"Nine one seven, that's nine one seven, five five five oh one four two.", "9175550142"},
};

static const struct phone_row among[] = {
    {"nine one seven five five five oh one four two nine one seven five five five oh one two four",
     "9175550142 9175550124"},
    {"nine one seven, five five five, oh one four two, nine one seven, five five five, oh one two "
     "four",
     "9175550142 9175550124"},
    {"that's oh one one eight, four nine six, oh four double five, oh one one eight, four nine "
     "six, oh four double five",
     "01184960455 01184960455"},
    {"call nine one seven five five five oh one four two x four", "9175550142x4"},
    {"nine one seven five five five oh one four two and ask for joe", "9175550142"},
    {"nine one seven five five five oh one four two or email me", "9175550142"},
    {"nine one seven five five five oh one four two ten to six weekdays", "9175550142"},
    {"nine one seven five five five oh one four two nine to five", "9175550142"},
    {"nine one seven five five five oh one four two from nine to five", "9175550142"},
    {"im on oh one six one four nine six oh one four two til five thirty", "01614960142"},
    {"im on oh one six one four nine six oh one four two one to one chat", "01614960142"},
    {"ring oh one six one four nine six oh one four two two minute chat thats all", "01614960142"},
    {"its oh seven seven double oh nine double oh double one two cheers", "07700900112"},
    {"double oh four four one six one four nine six oh one four two", "00441614960142"},
    {"zero double seven, double zero, nine double zero, one four two", "07700900142"},
    {"oh one six one four nine six treble oh one", "01614960001"},
    {"oh two oh, seven nine four six, oh one four two", "02079460142"},
    {"oh eight double oh, five five five, oh one four", "0800555014"},
    {"oh three three three, five five oh, oh double one two", "03335500112"},
    {"oh eight hundred, double one, double one, four two", "0800111142"},
    {"oh eight four five, forty-six, forty-seven", "08454647"},
    {"thirteen hundred, triple five, oh one four", "1300555014"},
    {"one three hundred, five five five, oh one four", "1300555014"},
    {"one eight hundred, five five five, oh one four", "1800555014"},
    {"call one three, one one, two six", "131126"},
    {"oh four nine one five seven oh one five six", "0491570156"},
    {"zero four, nine one, five seven, zero one, five six", "0491570156"},
    {"sixty-one four nine one five seven oh one five six is my mobile", "61491570156"},
    {"nine eight one oh oh double oh four five six", "9810000456"},
    {"ninety-eight hundred, double oh, four five six, call me", "980000456"},
    {"Ninety eight, ten, zero zero, zero four, fifty six. Please call", "9810000456"},
    {"my whatsapp is ninety-nine, eighty-eight, seventy-seven, sixty-six, fifty-five",
     "9988776655"},
    {"zero eighty, four five six seven, eight nine zero one", "08045678901"},
    {"oh eight oh four five six seven eight nine oh one", "08045678901"},
    {"six five five five oh one four two is our Singapore line", "65550142"},
    {"oh one, ninety-nine, double oh, oh one, forty-two", "0199000142"},
    {"oh six, thirty-nine, ninety-eight, oh one, forty-two", "0639980142"},
    {"oh thirty, two three one two five, oh one four", "03023125014"},
    {"two one oh, five five five, oh one four", "210555014"},
    {"nine one two, three four five, six seven eight", "912345678"},
    {"five five five oh one four two, that's five five five oh one four two", "5550142 5550142"},
    {"(slowly) nine one seven (pause) five five five (pause) oh one four two", "9175550142"},
    {"nine one seven [pause] five five five [pause] oh one four two", "9175550142"},
    {"Number: nine one seven five five five oh one four two", "9175550142"},
    {"The number is nine one seven five five five oh one four two; thanks", "9175550142"},
    {"nine one seven five five five oh one four two - that's Joe", "9175550142"},
    {"nine one seven – five five five – oh one four two", "9175550142"},
    {"nine one seven — five five five — oh one four two", "9175550142"},
    {"nine one seven / five five five / oh one four two", "9175550142"},
    {"NINE ONE SEVEN FIVE FIVE FIVE OH ONE FOUR TWO", "9175550142"},
    {"Nine One Seven, Five Five Five, Oh One Four Two", "9175550142"},
    {"nine one seven then five five five then oh one four two", "9175550142"},
    {"nine one seven and then five five five oh one four two", "9175550142"},
    {"nine one seven, uh, five, five, five, um, zero, one, four, two", "9175550142"},
    {"nine one seven 555 oh one four two", "9175550142"},
    {"917 five five five oh one four two", "9175550142"},
    {"917, five five five, 0142", "9175550142"},
    {"(917) five five five oh one four two", "9175550142"},
    {"917-555-oh-one-four-two", "9175550142"},
    {"1-800-five-five-five-0142", "18005550142"},
    {"it's 0 double 7 double 0, 9 double 0, 142", "07700900142"},
    {"treble 5, 0142", "5550142"},
    {"my number 0161, four nine six, 0142", "01614960142"},
    {"0161 496 oh-one-four-two", "01614960142"},
    {"+44 one six one, 496, 0142", "441614960142"},
    {"Call 1 eight hundred 555 0142", "18005550142"},
    {"eight-hundred 555-0142", "8005550142"},
    {"toll free eight six six, five five five, oh one four two", "8665550142"},
    {"Joe at nine one seven, triple five, oh one four two; I'm in till six.", "9175550142"},
    {"You've got me on oh-one-six-one, four-nine-six, double-oh, four-two.", "01614960042"},
    {"One nine one seven five five five oh one four two", "19175550142"},
    {"so call me back okay it's nine one seven, five five five, zero, one, four, two, bye",
     "9175550142"},
    {"1420 Elm, Suite 5, Dayton OH 45402, 917-555-0142", "9175550142"},
    {"Dayton, OH 45402 917-555-0142", "9175550142"},
    {"Six one seven, sorry, six one seven, five five five, oh one four two.", "6175550142"},
    {"My cell again is area code six one seven, then five five five oh one four two.",
     "6175550142"},
    {"I'm on oh-seven-seven-double-oh, nine-double-oh, one-four-two.", "07700900142"},
    {"I'm on 0 7 7 double 0, 9 double 0, 1 4 2.", "07700900142"},
    {"I'm on oh 7 7 oh oh 9 oh oh 1 4 2", "07700900142"},
    {"It's Sipho on zero eight two, five five five, zero one four two.", "0825550142"},
    {"It's Aoife on zero eight five, triple five, zero one four two", "0855550142"},
    {"It's plus three five three eight five, triple five, zero one four two.", "353855550142"},
    {"my number's nine eight two double oh double oh one four two ok", "9820000142"},
    {"call maria on six one two, thirty-four, fifty-six, seventy-eight", "612345678"},
    {"Call Jens on twenty-two, fifty-five, oh one, forty-two", "22550142"},
    {"Ring Wei on nine one two three, four five six seven", "91234567"},
    {"six triple five, oh one four two, that's six triple five, oh one four two",
     "65550142 65550142"},
    {"oh four one two three four five six seven eight", "0412345678"},
    {"oh four twelve, three forty-five, six seventy-eight, call me", "0412345678"},
    {"zero four double one, triple two, triple three", "0411222333"},
    {"one three hundred triple two, triple three", "1300222333"},
    {"one eight hundred, double two, double three, double four", "1800223344"},
    {"call thirteen, thirty-three, forty-four", "133344"},
    {"reach us on one three, three three, double four", "133344"},
    {"We're open till five 617-555-0142", "6175550142"},
    {"at five thirty 617-555-0142", "6175550142"},
    {"at nine 0161 496 0142", "01614960142"},
    {"one 800-555-0142", "18005550142"},
    {"one eight hundred 555 0142", "18005550142"},
    {"eight hundred 555 0142", "8005550142"},
    {"plus one 617 555 0142", "16175550142"},
    {"oh 7700 900142", "07700900142"},
    {"zero 161 496 0142", "01614960142"},
    {"oh one six one 496 0142 or oh one six one 496 0143", "01614960142 01614960143"},
};

static void numbers_in_words(void **state)
{
    (void)state;
    check_phones(words, sizeof words / sizeof words[0]);
}

static void numbers_in_words_among_others(void **state)
{
    (void)state;
    check_phones(among, sizeof among / sizeof among[0]);
}

static void a_label_says_what_it_is(void **state)
{
    static const struct phone_row ROWS[] = {
        {"The order is six one seven five five five oh one four two.", ""},
        {"Come to us at nineteen eleven twenty seven.", ""},
        {"Ring thirteen eleven twenty seven.", "131127"},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void what_is_said_behind_is_no_part_of_it(void **state)
{
    static const struct phone_row ROWS[] = {
        {"Ring six one seven five five five oh one four two nine to five.", "6175550142"},
        {"Ring six one seven five five five oh one four two one more thing, it is red.",
         "6175550142"},
        {"Ring six one seven five five five oh one four two, one more thing.", "6175550142"},
        {"Ring six one seven five five five oh one four two twenty minutes from now.",
         "6175550142"},
        {"Ring six one seven five five five oh one four two, oh and it is red.", "6175550142"},
        {"Ring six one seven five five five oh one four two, oh it is red.", "6175550142"},
        {"Ring six one seven five five five oh one four two. five minutes.", "6175550142"},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void an_oh_in_front(void **state)
{
    static const struct phone_row ROWS[] = {
        {"Ring oh, six one seven, five five five, oh one four two.", "6175550142"},
        {"Ring oh, one six one, four nine six, oh one four two.", "01614960142"},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void one_behind_the_other(void **state)
{
    static const struct phone_row ROWS[] = {
        {"Ring oh one six one four nine six oh one four two, six one seven five five five oh one "
         "four two, oh one six one four nine six oh one four three.",
         "01614960142 6175550142 01614960143"},
        {"Ring six one seven five five five oh one four two six one eight five five five oh one "
         "four three.",
         "6175550142 6185550143"},
        {"Ring six one seven five five five oh one four two six one seven five five five oh one "
         "four three.",
         "6175550142 6175550143"},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void figures_behind_words(void **state)
{
    static const struct phone_row ROWS[] = {
        {"At five 617-555-0142 is my number.", "6175550142"},
        {"At five 617-555-0142 six one seven.", "6175550142"},
        {"Ring one 800-555-0142 today.", "18005550142"},
        {"Ring zero 161-496-0142 today.", "01614960142"},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void doubles_and_hundreds(void **state)
{
    static const struct phone_row ROWS[] = {
        {"Ring six one seven double five five oh one double 4.", "6175550144"},
        {"Ring six one seven double it five five oh one four two.", ""},
        {"Ring six hundred and seventeen five fifty five oh one forty two.", "6175550142"},
        {"Ring six hundred and seven five five five oh one four two.", "6075550142"},
        {"Ring eight hundred five fifty five, ten hundred.", "8005551000"},
        {"Ring five five five oh hundred oh thousand.", ""},
        {"Ring ninety zero fifty one more thing.", ""},
        {"Ring ninety-eight seventy-six fifty-five forty-three twenty-one.", "9876554321"},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void ones_that_count_and_states(void **state)
{
    static const struct phone_row ROWS[] = {
        {"Ring twenty one more thing.", ""},
        {"Ring one of them, one more, one, more.", ""},
        {"It is in Dayton OH 45402 or OH 454 or OH five.", ""},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void words_between(void **state)
{
    static const struct phone_row ROWS[] = {
        {"Ring five five five and oh one four two.", ""},
        {"Ring five five five and uh oh one four two.", "5550142"},
        {"Ring six one seven dot five five five dot oh one four two dot com.", "6175550142"},
        {"Ring six one seven dot five five five oh one four two.", ""},
        {"Ring six one seven. five five five. oh one four two. It is red.", "6175550142"},
        {"Ring plus five six one seven, and plus five five five.", ""},
        {"Ring fivefivefive ohonefourtwo or fivefive or fiveandfive.", "5550142"},
    };

    (void)state;
    check_phones(ROWS, sizeof ROWS / sizeof *ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_in_words),
        cmocka_unit_test(numbers_in_words_among_others),
        cmocka_unit_test(a_label_says_what_it_is),
        cmocka_unit_test(what_is_said_behind_is_no_part_of_it),
        cmocka_unit_test(an_oh_in_front),
        cmocka_unit_test(one_behind_the_other),
        cmocka_unit_test(figures_behind_words),
        cmocka_unit_test(doubles_and_hundreds),
        cmocka_unit_test(ones_that_count_and_states),
        cmocka_unit_test(words_between),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
