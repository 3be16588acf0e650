#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

static const char yaml[] = TOY_FACTS
    "rules:\n"
    "  fruitless: {title: T, family: f, why: W, severity: error, points: {first: 3, each: "
    "1}, removable: true, message: m, advice: Go., check: {count: fruit, max: 0}, "
    "examples: {bad: [a], good: [b]}}\n"
    "  pets: {title: T, family: f, why: W, severity: error, points: 2, message: m, "
    "advice: Buy., adds: 2, check: {count: animal, min: 1}, "
    "examples: {bad: [a], good: [b]}}\n"
    "  sour: {title: T, family: f, why: W, severity: error, points: 5, message: m, "
    "check: {count: {fact: fruit, value: sour}, min: 1}, when: {has: person}, "
    "examples: {bad: [a], good: [b]}}\n"
    "  length: {title: T, family: f, why: W, severity: error, points: {per: 1s, each: 4}, "
    "message: m, advice: \"Cut: {net}.\", check: {limit: seconds, max: 10}, "
    "examples: {bad: [a], good: [b]}}\n";

/* Rules that want one thing of several, or one more. */
static const char wanting[] = TOY_FACTS
    "rules:\n"
    "  two: {title: T, family: f, why: W, severity: error, points: 7, message: m, "
    "advice: \"Say: “A cat.”\", adds: 9, check: {count: animal, min: 2}, "
    "when: {has: animal}, examples: {bad: [a], good: [b]}}\n"
    "  some: {title: T, family: f, why: W, severity: error, points: 4, message: m, "
    "advice: Say one., adds: 1, check: {count: animal, min: 1}, "
    "examples: {bad: [a], good: [b]}}\n"
    "  fruit: {title: T, family: f, why: W, severity: error, points: 3, message: m, "
    "advice: Say it twice., adds: 1, twice: true, check: {count: fruit, min: 1}, "
    "examples: {bad: [a], good: [b]}}\n"
    "  fruits: {title: T, family: f, why: W, severity: error, points: 2, message: m, "
    "check: {count: fruit, min: 2}, when: {has: fruit}, examples: {bad: [a], good: [b]}}\n"
    "  one-kind: {title: T, family: f, why: W, severity: error, points: 1, message: m, "
    "advice: Choose., check: {count: fruit, distinct: value, max: 1}, "
    "examples: {bad: [a], good: [b]}}\n"
    "  no-lime: {title: T, family: f, why: W, severity: error, points: 5, message: m, "
    "check: {count: {fact: fruit, value: sour}, max: 0}, examples: {bad: [a], good: [b]}}\n"
    "  person: {title: T, family: f, why: W, severity: error, points: 6, message: m, "
    "advice: Be one., check: {agree: person}, examples: {bad: [a], good: [b]}}\n"
    "  people: {title: T, family: f, why: W, severity: error, points: 8, message: m, "
    "check: {count: person, same: value, min: 2}, when: {has: person}, "
    "examples: {bad: [a], good: [b]}}\n";

/* The advice of one rule's first finding, and whether it can be removed. */
static const char *advice_by(const char *pack, const char *rule, const char *text,
                             uint32_t measured_ms)
{
    ringback_rules *rules = load(pack);
    struct rb_known k = known("standard");
    ringback_result *r;

    assert_string_equal(said, "");
    k.measured_ms = measured_ms;
    r = judge(rules, text, &k);
    said[0] = '\0';
    put(said, sizeof said, "none");
    for (uint32_t i = r->n_findings; i-- > 0;) {
        const struct rb_finding *f = &r->findings[i];

        if (!rb_slice_is(f->rule->id, rule))
            continue;
        said[0] = '\0';
        SAY("%.*s%s", (int)f->advice.len, f->advice.ptr, f->removable ? " -" : "");
    }
    rb_result_free(r);
    rb_rules_free(rules);
    return said;
}

static const char *advice_of(const char *rule, const char *text, uint32_t measured_ms)
{
    return advice_by(yaml, rule, text, measured_ms);
}

static void test_deleting(void **state)
{
    (void)state;
    /* Half of the words, half of the time. */
    assert_non_null(strstr(advice_of("fruitless", "Cat. Pear.", 4000), "Go. (+3 points, saves "));
    /* One of two gives back what the second cost. */
    assert_non_null(
        strstr(advice_of("fruitless", "Cat. Pear. Pear.", 4000), "Go. (+1 point, saves "));
}

static void test_deleting_mends_the_length(void **state)
{
    const char *said_of_it = advice_of("fruitless", "Cat. Pear, again.", 12000);

    (void)state;
    /* Three points of the rule, and at least one second of four points. */
    assert_null(strstr(said_of_it, "+3 points"));
    assert_non_null(strstr(said_of_it, " s) -"));
}

static void test_deleting_what_is_needed(void **state)
{
    (void)state;
    assert_string_equal(advice_of("fruitless", "I am Rhona, a cat, a lime.", RINGBACK_UNSET),
                        "Say it another way: without these words other rules would cost you 2 "
                        "points more than it gains.");
}

static void test_adding(void **state)
{
    (void)state;
    assert_string_equal(advice_of("pets", "Hm.", 5000), "Buy. (+2 points, takes about 2 s)");
    assert_string_equal(advice_of("pets", "Hm.", 10000),
                        "Buy. (−6 points, takes about 2 s: cut something first)");
}

/* What is quoted is judged and timed as it stands, not as `adds` has it. */
static void test_saying_what_is_quoted(void **state)
{
    (void)state;
    assert_string_equal(advice_by(wanting, "two", "A dog.", RINGBACK_UNSET),
                        "Say: “A cat.” (+7 points, takes about 1 s)");
}

/* What is missing brings other rules to bear when it is said, unless it is said twice. */
static void test_saying_what_is_missing(void **state)
{
    (void)state;
    assert_string_equal(advice_by(wanting, "some", "No.", RINGBACK_UNSET),
                        "Say one. (−3 points, takes about 1 s: cut something first)");
    assert_string_equal(advice_by(wanting, "fruit", "No.", RINGBACK_UNSET),
                        "Say it twice. (+3 points, takes about 1 s)");
}

/* Where all shall be one thing, they are the first. */
static void test_saying_the_same(void **state)
{
    (void)state;
    assert_string_equal(advice_by(wanting, "one-kind", "A pear, a lime.", RINGBACK_UNSET),
                        "Choose. (+6 points)");
    assert_string_equal(advice_by(wanting, "one-kind", "A lime, a pear.", RINGBACK_UNSET),
                        "Choose. (+1 point)");
    assert_string_equal(
        advice_by(wanting, "person", "I am Rhona Lime. I am Zoe Pear.", RINGBACK_UNSET),
        "Be one. (+14 points)");
}

static void test_its_own_place(void **state)
{
    (void)state;
    assert_string_equal(advice_of("length", "Cat.", 11500), "Cut: +8 points.");
}

/* What other rules live on stands in the same sentence as what is to go, or leans on it. */
static const char *const leaning[] = {
    "Hi Marta, Iven Strand of Kelp & Sons, 555 814 0142. Just following up on the quote for the "
    "pier "
    "lamps, 18 of them. Call me. Iven Strand, 555 814 0142.",
    "Hi Marta, just checking in about the hall you are building on Mill Lane, I read of it. Iven "
    "Strand here, 555 814 0142, call me. 555 814 0142.",
    "Hello Bo, this is Una Reed, senior account manager at Larch Supplies, 555 377 0199. We halved "
    "the breakages of three potters in Dover. Call me on 555 377 0199.",
    "Hi Bo, it's Una, the founder of Larch. Reaching out since Per Holt told me to. 555 377 0199, "
    "again 555 377 0199.",
    "Hi Bo, our award-winning platform cut the returns of Finch Shoes by a third. Una Reed, Larch, "
    "555 377 0199. Please call, 555 377 0199.",
    "Good morning Ms. Idris, Teo Marsh from Quay Print. I would love to pick your brain for two "
    "minutes. 0161 496 0555.",
    "hi its teo from quay print sorry to bother you but i wanted to touch base about the flyers "
    "for "
    "your opening call me on 0161 496 0555 thats 0161 496 0555",
    "Hi Ada, Teo at Quay. Visit quayprint.example or call 0161 496 0555: Moss Cafe saves forty "
    "pounds a week. Thanks, Teo, 0161 496 0555.",
    "Hi Ada, mail me at teo at quayprint dot example, or ring 0161 496 0555. You lose a day each "
    "month on invoices. Teo Marsh, 0161 496 0555.",
    "Hi Ada, Teo Marsh, Quay Print, number one in the north, and Moss Cafe sells twice as much "
    "since "
    "we print for them. Call 0161 496 0555. 0161 496 0555.",
    "Teo again. We offer same-day menus so that you never run out on a Friday. Quick question: who "
    "prints yours? 0161 496 0555, 0161 496 0555.",
    "Hi Ada, hope you're having a great day, I saw that you hired two bakers. Teo, Quay Print, fax "
    "0161 496 0556, phone 0161 496 0555. Call me. 0161 496 0555.",
};

static uint32_t removed; /* how many deletions were tried */

/* Deleting what a removable finding marks never lowers the score. */
static void try_deletions(const ringback_rules *rules, struct rb_slice text, const char *style)
{
    struct rb_known k = known(style);
    char whole[4096], rest[4096];
    ringback_result *r;

    if (text.len == 0 || text.len >= sizeof whole)
        return;
    memcpy(whole, text.ptr, text.len);
    whole[text.len] = '\0';
    r = judge(rules, whole, &k);
    for (uint32_t i = 0; r->scored && i < r->n_findings; i++) {
        const struct rb_finding *f = &r->findings[i];
        ringback_result *after;

        if (!f->removable)
            continue;
        memcpy(rest, whole, f->start);
        memcpy(rest + f->start, whole + f->end, text.len - f->end + 1);
        after = judge(rules, rest, &k);
        if (after->score < r->score)
            fail_msg("%u, but %u without %.*s: %s", (unsigned)r->score, (unsigned)after->score,
                     (int)(f->end - f->start), whole + f->start, whole);
        removed++;
        rb_result_free(after);
    }
    rb_result_free(r);
}

static void test_never_lowers(void **state)
{
    static const char *const styles[] = {"standard", "vague"};
    struct rb_errors errs = {0};
    ringback_rules *rules = NULL;

    (void)state;
    assert_int_equal(rb_rules_load(NULL, 0, &errs, &rules), RINGBACK_OK);
    for (size_t s = 0; s < sizeof styles / sizeof styles[0]; s++) {
        for (size_t i = 0; i < sizeof leaning / sizeof leaning[0]; i++)
            try_deletions(rules, rb_slice_str(leaning[i]), styles[s]);
        for (size_t i = 0; i < rb_rules_count(rules); i++)
            for (size_t n = 0; rb_rules_example(rules, i, false, n).len; n++)
                try_deletions(rules, rb_rules_example(rules, i, false, n), styles[s]);
    }
    assert_true(removed > 40);
    rb_rules_free(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_deleting),
        cmocka_unit_test(test_deleting_mends_the_length),
        cmocka_unit_test(test_deleting_what_is_needed),
        cmocka_unit_test(test_adding),
        cmocka_unit_test(test_saying_what_is_quoted),
        cmocka_unit_test(test_saying_what_is_missing),
        cmocka_unit_test(test_saying_the_same),
        cmocka_unit_test(test_its_own_place),
        cmocka_unit_test(test_never_lowers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
