/* Rules that the build has compiled say what the same rules say when they are compiled now. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule/about.h"
#include "rule/frozen.h"
#include "rule_fixture.h"

static void put_note(struct rb_buffer *out, struct rb_slice name, struct rb_slice text)
{
    rb_buffer_slice_add(out, name);
    rb_buffer_puts(out, ": ");
    rb_buffer_slice_add(out, text);
    rb_buffer_putc(out, '\n');
}

/* A result, whole, but for what only numbers of facts and addresses would tell. */
static void put_result(struct rb_buffer *out, const ringback_result *r)
{
    rb_buffer_clear(out);
    rb_buffer_uint(out, r->score);
    rb_buffer_putc(out, '\n');
    for (uint32_t i = 0; i < r->draft.facts.count; i++) {
        const struct rb_fact *fact = &r->draft.facts.items[i];

        rb_buffer_uint(out, fact->start);
        rb_buffer_putc(out, '-');
        rb_buffer_uint(out, fact->end);
        rb_buffer_putc(out, ' ');
        put_note(out, fact->name, fact->value);
        rb_buffer_slice_add(out, rb_fact_reason(r->draft.lexicon, fact));
    }
    for (uint32_t i = 0; i < r->n_findings; i++) {
        const struct rb_finding *f = &r->findings[i];

        rb_buffer_uint(out, f->start);
        rb_buffer_putc(out, '-');
        rb_buffer_uint(out, f->end);
        rb_buffer_putc(out, ' ');
        rb_buffer_uint(out, f->points);
        rb_buffer_putc(out, ' ');
        put_note(out, f->rule->id, f->message);
        rb_buffer_slice_add(out, f->advice);
    }
    for (uint32_t i = 0; i < r->n_strengths; i++)
        put_note(out, r->strengths[i].rule, r->strengths[i].message);
    for (uint32_t i = 0; i < r->n_reminders; i++)
        put_note(out, r->reminders[i].rule, r->reminders[i].message);
}

/* The same rules, loaded in both ways. */
struct pair {
    ringback_rules *taken, *made;
    struct rb_finder *by_taken, *by_made;
    struct rb_buffer says, said;
    size_t drafts;
};

static void setup(struct pair *p, const ringback_source *files, size_t n)
{
    struct rb_errors errs = {.report = say_error};

    said[0] = '\0';
    *p = (struct pair){.drafts = 0};
    if (rb_rules_load(files, n, &errs, &p->taken) || rb_rules_load_all(files, n, &errs, &p->made))
        fail_msg("%s", said);
    /* Or else nothing would be compared with anything. */
    assert_non_null(p->taken->whole);
    assert_null(p->made->whole);
    p->by_taken = rb_finder_new(rb_rules_lexicon(p->taken));
    p->by_made = rb_finder_new(rb_rules_lexicon(p->made));
    rb_buffer_init(&p->says);
    rb_buffer_init(&p->said);
}

static void teardown(struct pair *p)
{
    rb_finder_free(p->by_taken);
    rb_finder_free(p->by_made);
    rb_rules_free(p->taken);
    rb_rules_free(p->made);
    rb_buffer_free(&p->says);
    rb_buffer_free(&p->said);
}

static void agree_on(struct pair *p, struct rb_slice text)
{
    size_t style = p->drafts++ % rb_rules_styles(p->made);
    struct rb_known k = known("");
    ringback_result *a, *b;

    k.style = rb_rules_style_name(p->made, style);
    assert_int_equal(rb_judge(p->taken, p->by_taken, text, &k, &a, NULL), RINGBACK_OK);
    assert_int_equal(rb_judge(p->made, p->by_made, text, &k, &b, NULL), RINGBACK_OK);
    put_result(&p->says, a);
    put_result(&p->said, b);
    rb_buffer_putc(&p->says, '\0');
    rb_buffer_putc(&p->said, '\0');
    assert_string_equal(p->says.ptr, p->said.ptr);
    rb_result_free(a);
    rb_result_free(b);
}

/* Every example is a draft; the guillemets in those of facts are no words. */
static void agree_on_examples(struct pair *p)
{
    struct rb_slice text;

    for (size_t r = 0; r < rb_rules_count(p->made); r++)
        for (int good = 0; good < 2; good++)
            for (size_t n = 0; (text = rb_rules_example(p->made, r, good, n)).len; n++)
                agree_on(p, text);
    for (size_t f = 0; f < rb_lexicon_facts(rb_rules_lexicon(p->made)); f++)
        for (int good = 0; good < 2; good++)
            for (size_t n = 0; (text = rb_rules_fact_example(p->made, f, good, n)).len; n++)
                agree_on(p, text);
}

static void same(struct rb_slice a, struct rb_slice b)
{
    assert_int_equal(a.len, b.len);
    if (a.len)
        assert_memory_equal(a.ptr, b.ptr, a.len);
}

static void same_place(struct rb_place a, struct rb_place b)
{
    assert_string_equal(a.source ? a.source : "", b.source ? b.source : "");
    assert_int_equal(a.line, b.line);
    assert_int_equal(a.column, b.column);
}

static void same_info(const struct rb_rule_info *a, const struct rb_rule_info *b)
{
    assert_int_equal(a == NULL, b == NULL);
    if (!a || !b)
        return;
    same(a->id, b->id);
    same(a->title, b->title);
    same(a->family, b->family);
    same(a->why, b->why);
    same(a->advice, b->advice);
    same(a->sources, b->sources);
    same(a->file, b->file);
    assert_int_equal(a->line, b->line);
    assert_int_equal(a->points, b->points);
    assert_int_equal(a->severity, b->severity);
    assert_int_equal(a->removable, b->removable);
    same_place(a->severity_place, b->severity_place);
    same_place(a->points_place, b->points_place);
}

/* What can be asked of the rules themselves. */
static void agree_on_rules(struct pair *p)
{
    const struct rb_lexicon *taken = rb_rules_lexicon(p->taken), *made = rb_rules_lexicon(p->made);

    assert_int_equal(rb_rules_count(p->taken), rb_rules_count(p->made));
    assert_int_equal(rb_rules_styles(p->taken), rb_rules_styles(p->made));
    assert_int_equal(rb_lexicon_facts(taken), rb_lexicon_facts(made));
    for (size_t r = 0; r < rb_rules_count(p->made); r++) {
        same_info(rb_rules_at(p->taken, r), rb_rules_at(p->made, r));
        same(rb_rules_example(p->taken, r, false, 0), rb_rules_example(p->made, r, false, 0));
        for (size_t s = 0; s < rb_rules_styles(p->made); s++) {
            same_info(rb_rules_in_style(p->taken, s, r), rb_rules_in_style(p->made, s, r));
            same_place(rb_about_off(p->taken, s, r), rb_about_off(p->made, s, r));
        }
    }
    for (size_t s = 0; s < rb_rules_styles(p->made); s++) {
        same(rb_rules_style_name(p->taken, s), rb_rules_style_name(p->made, s));
        same(rb_rules_style_doc(p->taken, s), rb_rules_style_doc(p->made, s));
        same_place(rb_about_style_place(p->taken, s), rb_about_style_place(p->made, s));
    }
    for (size_t f = 0; f < rb_lexicon_facts(made); f++) {
        int number = rb_lexicon_find(taken, rb_lexicon_name(made, f));

        assert_true(number >= 0);
        same(rb_rules_fact_doc(p->taken, (size_t)number), rb_rules_fact_doc(p->made, f));
        same_place(rb_about_fact_place(p->taken, (size_t)number), rb_about_fact_place(p->made, f));
        for (size_t r = 0; r < rb_rules_count(p->made); r++)
            assert_int_equal(rb_about_looks_at(p->taken, r, (size_t)number),
                             rb_about_looks_at(p->made, r, f));
    }
}

static void test_built_in(void **state)
{
    struct pair p;

    (void)state;
    assert_non_null(rb_frozen);
    setup(&p, NULL, 0);
    agree_on_rules(&p);
    agree_on_examples(&p);
    assert_true(p.drafts > 300);
    teardown(&p);
}

#define EXAMPLES(bad)                                                                              \
    "    examples:\n      bad: [\"" bad "\"]\n      good: [\"Hi Ana, this is Lee.\"]\n"
#define HEAD(name)                                                                                 \
    "  " name                                                                                      \
    ":\n    title: Leave it out\n    family: house\n    why: It keeps nobody on the line.\n"       \
    "    severity: warning\n    points: 3\n    message: You say {quote}.\n"                        \
    "    advice: Take it out.\n"

/* New sets of old sets, facts with values, vetoes, patterns, cues and near others; rules of them,
 * of old facts and of phrases of their own, for one style. */
static const char team[] =
    "sets:\n"
    "  kettle_word: [kettle~, samovar, <weekday>, (tea|coffee) maker~]\n"
    "  slow_word: [slow~, <kettle_word>, <det> (long|late) way]\n"
    "facts:\n"
    "  kettle:\n"
    "    doc: A kettle is named.\n"
    "    phrases:\n"
    "      ours: [our <kettle_word>, <caller_name> .. kettle]\n"
    "      theirs:\n"
    "        - your <kettle_word>\n"
    "        - { near: [phone_number], phrases: [ring <det> kettle, <weekday> (tea|call)] }\n"
    "    patterns: { numbered: ['\\bkettle-(?<value>\\d+)'] }\n"
    "    not: [not <det> kettle~, won't .. samovar]\n"
    "    yields_to: [product]\n"
    "    examples:\n"
    "      is: [\"«our kettles» are new\", \"«kettle-12» is on\"]\n"
    "      is_not: [\"not a kettle\"]\n"
    "  dawdling:\n"
    "    doc: It is said that something is slow.\n"
    "    phrases: [<slow_word> today, we (are|were) <slow_word>]\n"
    "    clauses:\n"
    "      at_least: 3\n"
    "      cues:\n"
    "        slow: { points: 3, phrases: [slowly, <slow_word> for you] }\n"
    "    examples:\n"
    "      is: [\"«slow today»\"]\n"
    "      is_not: [\"fast today\"]\n"
    "rules:\n" HEAD("no-kettle") "    check: { count: kettle, max: 0 }\n" EXAMPLES("Hi Ana, our "
                                                                                   "kettles.")
        HEAD("no-own-kettle") "    check: { count: [{ fact: kettle, value: [ours, theirs] }, ask], "
                              "max: "
                              "0 }\n"
                              "    style: vague\n"
                              "    examples:\n      bad: [{ text: \"Hi Ana, our kettles.\", style: "
                              "vague }]\n      good: [\"Hi.\"]\n" HEAD(
                                  "no-bye") "    check: { count: { phrases: [bye <weekday>?, see "
                                            "you "
                                            "<slow_word>] }, max: 0 }\n" EXAMPLES(
                                                "Hi Ana, bye Monday.")
                                                HEAD(
                                                    "no-dawdling") "    check: { count: [dawdling, "
                                                                   "boast], max: 0 }\n"
                                                                   "    when: { has: phone_number "
                                                                   "}\n" EXAMPLES(
                                                                       "Hi, slow today, "
                                                                       "ring 555 010 7788.");

static const char more[] = "rules:\n  no-bye: off\n" HEAD(
    "no-tea") "    check: { count: { phrases: [tea~] }, max: 0 }\n" EXAMPLES("Hi Ana, tea.");

static const char *const drafts[] = {
    "Hi Ana, our kettles and your samovar are slow today. Ring the kettle on 555 010 7788, Monday "
    "tea. It is slowly for you the late way. Bye Tuesday! See you coffee makers.",
    "kettle-12 is on, not a kettle, and we won't say samovar. This is Lee, kettle and tea. We were "
    "slower. Award-winning kettles, the leading kettle; we are Wednesday.",
};

static void test_on_top(void **state)
{
    const ringback_source files[] = {{"team.yaml", team, sizeof team - 1},
                                     {"more.yaml", more, sizeof more - 1}};
    struct pair p;

    (void)state;
    for (size_t n = 1; n <= 2; n++) {
        setup(&p, files, n);
        agree_on_rules(&p);
        for (size_t i = 0; i < 2 * rb_rules_styles(p.made); i++)
            agree_on(&p, rb_slice_str(drafts[i / rb_rules_styles(p.made)]));
        assert_true(p.said.len > 100);
        agree_on_examples(&p);
        teardown(&p);
    }
}

/* Built-in rules changed, each time in another way: what a style says of it stays. */
static void test_changed(void **state)
{
    static const char *const ways[] = {
        " off\n",
        "\n    severity: error\n    points: 9\n",
        "\n    points: 0\n",
        "\n    title: Another title\n    why: |\n      Because.\n\n    severity: suggestion\n",
        "\n    message: \"You say {quote}, at {product}.\"\n    advice: Do not.\n",
        "\n    advice: \"Do {points:it|them}.\"\n    strength: Well said.\n    points: 2\n",
        " on\n",
    };
    struct rb_buffer yaml = {0};
    struct pair p;

    (void)state;
    for (size_t way = 0; way < sizeof ways / sizeof *ways; way++) {
        ringback_source file = {"team.yaml", NULL, 0};
        ringback_rules *all;
        struct rb_errors errs = {.report = say_error};

        assert_int_equal(rb_rules_load(NULL, 0, &errs, &all), RINGBACK_OK);
        rb_buffer_clear(&yaml);
        rb_buffer_puts(&yaml, "rules:\n");
        for (size_t r = 0; r < rb_rules_count(all); r++) {
            bool own = false;

            for (size_t s = 0; s < rb_rules_styles(all); s++)
                own |= rb_rules_in_style(all, s, r) &&
                       rb_rules_in_style(all, s, r) != rb_rules_at(all, r);
            if (own && way > 2 && way < 6)
                continue;
            rb_buffer_puts(&yaml, "  ");
            rb_buffer_slice_add(&yaml, rb_rules_at(all, r)->id);
            rb_buffer_putc(&yaml, ':');
            rb_buffer_puts(&yaml, ways[way]);
        }
        rb_rules_free(all);
        file.data = yaml.ptr;
        file.len = yaml.len;
        setup(&p, &file, 1);
        agree_on_rules(&p);
        if (way == 4)
            agree_on_examples(&p);
        for (size_t i = 0; i < 2 * rb_rules_styles(p.made); i++)
            agree_on(&p, rb_slice_str(drafts[i / rb_rules_styles(p.made)]));
        teardown(&p);
    }
    rb_buffer_free(&yaml);
}

/* Words for sets of few words and of many, of which some are there, and
 * for sets that new sets, facts and vetoes refer to. */
static const char added[] =
    "sets:\n"
    "  weekday+: [payday, tea, monday]\n"
    "  month+: [kettle, ab, ac, ad, ae, af, ag, ah, ai, aj, ak, al, ap, aq, ar]\n"
    "  pronoun+: [samovar, payday, you]\n"
    "  company_word+: [kettles, maker]\n"
    "  not_a_name+: [lee, samovar]\n"
    "  person_title+: [ana]\n"
    "  slow_word: [<weekday>, <month>, late]\n";
static const char added_rest[] =
    "facts:\n"
    "  kettle:\n"
    "    doc: A kettle is named.\n"
    "    phrases: [our <weekday>, <pronoun> <slow_word>?, ring the <month>]\n"
    "    not: [<weekday>, <month> on, <company_word>]\n"
    "    examples:\n"
    "      is: [\"ring the «kettle»\"]\n"
    "      is_not: [\"no\"]\n"
    "rules:\n" HEAD("no-kettle") "    check: { count: kettle, max: 0 }\n" EXAMPLES(
        "Hi Ana, our tea.")
        HEAD("no-slow") "    check: { count: { phrases: [<slow_word> tea, bye <weekday>] }, max: 0 "
                        "}\n" EXAMPLES("Hi Ana, bye payday.");

static void test_words_for_sets(void **state)
{
    static const char *const others[] = {
        "Hi Ana, call me on payday or tea. The kettle is due on kettle 3. Samovar call you Monday.",
        "This is Lee from Kettles Maker. Ana Ortiz asked. Ring the kettle, payday; bye payday tea.",
    };
    const ringback_source files[] = {{"added.yaml", added, sizeof added - 1},
                                     {"rest.yaml", added_rest, sizeof added_rest - 1}};
    struct pair p;

    (void)state;
    for (size_t n = 1; n <= 2; n++) {
        setup(&p, files, n);
        agree_on_rules(&p);
        for (size_t i = 0; i < 2 * rb_rules_styles(p.made); i++) {
            agree_on(&p, rb_slice_str(drafts[i / rb_rules_styles(p.made)]));
            agree_on(&p, rb_slice_str(others[i / rb_rules_styles(p.made)]));
        }
        assert_true(p.said.len > 100);
        agree_on_examples(&p);
        teardown(&p);
    }
}

/* What changes more of what is built in is compiled as a whole. */
static void test_not_on_top(void **state)
{
    static const char *const files[] = {
        "rules:\n  number-twice: { check: { min: 3 } }\n",
        "rules:\n  number-twice: { title: Twice }\n",
        "sets:\n  weekday+: [pay day]\n",
        "sets:\n  weekday+: [\"pay~\"]\n",
        "sets:\n  weekday+: [can't]\n",
        "sets:\n  weekday+: [{ in: last sentence }]\n",
        "sets:\n  weekday-: [monday]\n",
        "sets:\n  boast+: [payday]\n",
        "facts:\n  boast: { not+: [leading the way] }\n",
        "irregular:\n  zig: [zigs, zagged]\n",
        "clauses: [zig zag]\n",
        "styles:\n  calm:\n    doc: Calm.\n    extends: vague\n",
    };

    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        const ringback_source file = {"team.yaml", files[i], strlen(files[i])};
        struct rb_errors errs = {.report = say_error};
        ringback_rules *rules = NULL;

        said[0] = '\0';
        (void)rb_rules_load(&file, 1, &errs, &rules);
        if (rules)
            assert_null(rules->whole);
        rb_rules_free(rules);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_built_in), cmocka_unit_test(test_on_top),
        cmocka_unit_test(test_changed), cmocka_unit_test(test_words_for_sets),
        cmocka_unit_test(test_not_on_top)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
