/* Figures that only look like telephone numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "phone_fixture.h"

static const struct phone_row lookalikes[] = {
    {"ZIP 02134-1234", ""},
    {"on 12/05/2025 at 3:30", ""},
    {"2024-11-05 14:30", ""},
    {"between 2019-2024", ""},
    {"the 1,200,000 dollars", ""},
    {"$1,234,567.89", ""},
    {"£465,000", ""},
    {"4,500,000 units", ""},
    {"12.5.1.2 version", ""},
    {"192.168.10.254", ""},
    {"page 100-200", ""},
    {"from 100 to 250 people", ""},
    {"it took 10 20 30 days", ""},
    {"at 10:30 to 11:45", ""},
    {"ISO 9001:2015", ""},
    {"model 555-2000", ""},
    {"room 101, 102, 1034", ""},
    {"it's 1 2 3 as easy", ""},
    {"the year 2024 2025", ""},
    {"that's 0142 again", ""},
    {"text STOP to 55501", ""},
    {"call 911", ""},
    {"dial 411", ""},
    {"10-15-2024", ""},
    {"3.14159265", ""},
    {"0.12345678", ""},
    {"1234567 units sold", ""},
    {"97% of 1234567", ""},
    {"15 mg 2 x 30", ""},
    {"Chapter 12 34-56", ""},
    {"I need 20 30 40 50 widgets", ""},
    {"Unit 12 345 678", ""},
    {"we've 12 345 678 customers", ""},
    {"\xE2\x82\xAC"
     "12 345 678",
     ""},
    {"a 4x4 16x9 1080", ""},
    {"between 10am and 12pm on 11-25", ""},
    {"flight 617 at 5 55", ""},
    {"route 128 exit 25 30", ""},
    {"the 555 line", ""},
    {"USD 4155550142", ""},
    {"job 4417-2203", ""},
    {"6-8 weeks, 10-12 weeks", ""},
    {"10,000 20,000 30,000", ""},
    {"3/4 5/8 7/16 9/16", ""},
    {"the score was 21-15, 21-18, 21-19", ""},
    {"2 to 3, 4 to 5", ""},
    {"ages 18-24, 25-34, 35-44", ""},
    {"10 20 30", ""},
    {"1-2-3", ""},
    {"5 by 7 by 9", ""},
    {"Our ACN is 004 085 616.", ""},
    {"Rs. 98765 43 only for the pump set.", ""},
    {"Rs 9876543210 turnover last year", ""},
    {"I've 20 years, 300 clients and 4,000 jobs behind me.", ""},
    {"We cut it from 9 percent to 4 in 1 quarter, 3 months, 2 weeks.", ""},
    {"At 8:30, 9:30 and 10:30", ""},
    {"It's the 2024-2025 plan, 401(k) 403(b) 529", ""},
    {"Section 8, 10-K, W-2, 1099-MISC, 1040", ""},
    {"call me at 5, 5:30 or 6 on 11/12 or 11/13", ""},
    {"We're at 1420 North 5th Street, suite 200, 02134", ""},
    {"it's unit 4 5550 Main Street", ""},
    {"the job on 5550 Elm, 1240 square feet", ""},
    {"Model T-1000-555-0142", ""},
    {"we did 4155551212 dollars", ""},
    {"v4.15.555.1212", ""},
    {"GPS 41.5555, -87.1212", ""},
    {"coordinates 40.7128, 74.0060", ""},
    {"5551212 units were sold", ""},
    {"12:00:00 to 13:30:15", ""},
    {"11.12.2025 bis 13.12.2025", ""},
    {"2025/11/12 09:30:00", ""},
    {"20251112 0930", ""},
    {"1 2 3 4 5 6 7", ""},
    {"0.5 0.25 0.125 0.0625", ""},
    {"1/2 3/4 5/8", ""},
    {"the 7-11 on 5th", ""},
    {"a 3-4-5 triangle", ""},
    {"lines 100-200, 300-400, 500-600", ""},
    {"0.000.000 km", ""},
    {"a ten ten twenty split, thirty thirty forty", ""},
    {"twelve thousand, fifteen thousand, eighteen thousand", ""},
    {"UPI 9876543210@okbank", ""},
    {"we ship 1,300,555 units", ""},
    {"at 40.7128° N, 74.0060° W", ""},
    {"$5,550,142", ""},
    {"5,550,142", ""},
    {"550 0142 kWh", ""},
    {"Q3 2025, Q4 2025, Q1 2026", ""},
    {"FY 2024-25, 2025-26", ""},
    {"3 x 4 x 5, 10 x 12 x 14", ""},
    {"M6x30 8.8", ""},
    {"2x4x8, 2x6x10", ""},
    {"6 ft 2, 180 lb", ""},
    {"10-20-30 fertilizer", ""},
    {"the 5-5-5 deal", ""},
    {"a 90-day, 120-day, 180-day plan", ""},
    {"401 225 and 310 jobs", ""},
    {"99.9999 percent uptime", ""},
    {"HTTP 404 500 503", ""},
    {"IPs 10.0.0.1 to 10.0.0.254", ""},
    {"MAC 00:1A:2B:3C:4D:5E", ""},
    {"2025-11-12T09:30:00", ""},
    {"12 Nov 2025 09:30", ""},
    {"09:30-10:30 11:00-12:00", ""},
};

static void lookalikes_are_none(void **state)
{
    (void)state;
    check_phones(lookalikes, sizeof lookalikes / sizeof lookalikes[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lookalikes_are_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
