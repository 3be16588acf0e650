#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule_fixture.h"

#include "rule/ignore.h"

/* Two rules over the toy facts: no animals, and fruit wanted. */
#define RULES                                                                                      \
    TOY_FACTS                                                                                      \
    "rules:\n" RULE_HEAD("no-animal") "    check: {count: animal, max: 0}\n    message: An "       \
                                      "animal.\n" RULE_HEAD("fruit") "    check: {count: "         \
                                                                     "fruit, min: 1}\n    "        \
                                                                     "message: No "                \
                                                                     "fruit.\n" RULE_HEAD(         \
                                                                         "empty") "    "           \
                                                                                  "check: "        \
                                                                                  "{limit: "       \
                                                                                  "words, "        \
                                                                                  "min: 2}\n "     \
                                                                                  "   alone: "     \
                                                                                  "true\n"         \
                                                                                  "    "           \
                                                                                  "message: "      \
                                                                                  "Nothing.\n"

static struct rb_ignore ignore(const char *rule, const char *reason)
{
    return (struct rb_ignore){.rule = rb_slice_str(rule),
                              .reason = rb_slice_str(reason),
                              .own = true,
                              .line = 7,
                              .column = 3,
                              .end_line = 7,
                              .end_column = 9};
}

/* What is found, what is suppressed, and the score. */
static const char *judged(const char *text, const struct rb_ignore *ignores, uint32_t n)
{
    ringback_rules *rules = load(RULES);
    struct rb_known k = known("standard");
    ringback_result *r;

    assert_non_null(rules);
    k.ignores = ignores;
    k.n_ignores = n;
    r = judge(rules, text, &k);
    said[0] = '\0';
    for (uint32_t i = 0; i < r->n_findings; i++)
        SAY("%.*s:%u %.*s; ", (int)r->findings[i].rule->id.len, r->findings[i].rule->id.ptr,
            (unsigned)r->findings[i].line, (int)r->findings[i].message.len,
            r->findings[i].message.ptr);
    for (uint32_t i = 0; i < r->n_suppressed; i++)
        SAY("(%.*s: %.*s) ", (int)r->suppressed[i].rule->id.len, r->suppressed[i].rule->id.ptr,
            (int)r->suppressed[i].reason.len, r->suppressed[i].reason.ptr);
    SAY("%u%s", (unsigned)r->score, r->ready ? " ready" : "");
    rb_result_free(r);
    rb_rules_free(rules);
    return said;
}

static void what_is_ignored_costs_nothing_but_is_kept(void **state)
{
    const struct rb_ignore one = ignore("no-animal", "the vet likes them");
    const struct rb_ignore both[] = {one, ignore("fruit", "in winter")};

    (void)state;
    assert_string_equal(judged("A cat and a dog.", NULL, 0),
                        "no-animal:0 An animal.; no-animal:0 An animal.; fruit:0 No fruit.; 94");
    assert_string_equal(judged("A cat and a dog.", &one, 1),
                        "fruit:0 No fruit.; (no-animal: the vet likes them) "
                        "(no-animal: the vet likes them) 97");
    assert_string_equal(judged("A cat sat.", both, 2),
                        "(no-animal: the vet likes them) (fruit: in winter) 100 ready");
}

static void a_rule_that_speaks_alone_lets_the_others_speak(void **state)
{
    const struct rb_ignore one = ignore("empty", "short on purpose");

    (void)state;
    assert_string_equal(judged("Cat", NULL, 0), "empty:0 Nothing.; 0");
    assert_string_equal(judged("Cat", &one, 1),
                        "no-animal:0 An animal.; fruit:0 No fruit.; (empty: short on purpose) 94");
}

static void what_does_not_hold_is_told(void **state)
{
    struct rb_ignore bad = ignore("no-animal", "1");
    const struct rb_ignore unknown = ignore("no-animl", "why"), idle = ignore("fruit", "why");

    (void)state;
    bad.fault = RB_PRAGMA_REASON;
    assert_string_equal(judged("An apple, a cat.", &bad, 1),
                        "ignore-form:7 “no-animal” is ignored without a reason, so it is not "
                        "ignored.; no-animal:0 An animal.; 97");
    bad.fault = RB_PRAGMA_OPEN;
    assert_string_equal(judged("An apple, ok.", &bad, 1),
                        "ignore-form:7 This comment does not end on its line, so nothing is "
                        "ignored.; 100 ready");
    bad.fault = RB_PRAGMA_RULE;
    assert_string_equal(judged("An apple, ok.", &bad, 1),
                        "ignore-form:7 This does not say which rule to ignore.; 100 ready");
    bad.fault = RB_PRAGMA_WORD;
    assert_string_equal(
        judged("An apple, a cat.", &bad, 1),
        "ignore-form:7 “no-animal” says nothing to me.; no-animal:0 An animal.; 97");
    assert_string_equal(judged("An apple, ok.", &unknown, 1),
                        "ignore-unknown:7 There is no rule “no-animl” to ignore: did you mean "
                        "“no-animal”?; 100 ready");
    assert_string_equal(judged("An apple, ok.", &idle, 1),
                        "ignore-unused:7 “fruit” is ignored, but has nothing to say here.; 100 "
                        "ready");
}

static void twice_or_too_late(void **state)
{
    struct rb_ignore twice[] = {ignore("fruit", "first"), ignore("fruit", "second")};
    struct rb_ignore late = ignore("fruit", "why");

    (void)state;
    assert_string_equal(judged("Yes, a box.", twice, 2),
                        "ignore-unused:7 “fruit” is ignored twice, first on line 7.; (fruit: "
                        "first) 100 ready");
    /* A team's reason gives way to the draft's own, and need not be of use. */
    twice[0].own = false;
    assert_string_equal(judged("Yes, a box.", twice, 2), "(fruit: second) 100 ready");
    assert_string_equal(judged("An apple, ok.", twice, 1), "100 ready");
    late.late = true;
    assert_string_equal(judged("Yes, a box.", &late, 1),
                        "ignore-unused:7 “fruit” is ignored behind the last draft: it holds for "
                        "the draft below.; fruit:0 No fruit.; 97");
}

static void nothing_ignores_the_rules_of_ignoring(void **state)
{
    const struct rb_ignore odd[] = {ignore("ignore-unknown", "no"), ignore("x", "y")};

    (void)state;
    assert_string_equal(judged("An apple, ok.", odd, 2),
                        "ignore-unknown:7 There is no rule “ignore-unknown” to ignore.; "
                        "ignore-unknown:7 There is no rule “x” to ignore.; 100 ready");
    assert_non_null(rb_rules_of_ignoring(0));
    assert_null(rb_rules_of_ignoring(RB_IGNORE_RULES));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_ignored_costs_nothing_but_is_kept),
        cmocka_unit_test(a_rule_that_speaks_alone_lets_the_others_speak),
        cmocka_unit_test(what_does_not_hold_is_told),
        cmocka_unit_test(twice_or_too_late),
        cmocka_unit_test(nothing_ignores_the_rules_of_ignoring),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
