/* The examples that rules and facts carry, run one by one, each rule and fact by itself. */
#include "base/buffer.h"
#include "rule/compile.h"
#include "rule/engine.h"
#include "rule/message.h"

enum { MOST_MARKS = 64, LONGEST_LIST = 320 };

struct span {
    uint32_t start, end;
};

struct test {
    const ringback_rules *rules;
    struct rb_errors *errs;
    struct rb_finder *finder;
    struct rb_buffer text, said;
    size_t run, failed;
    ringback_error error; /* what stopped the run */
};

static struct rb_place place_of(const struct test *t, const struct rb_yaml *node)
{
    return (struct rb_place){t->rules->sources[node->mark & RB_MARK_FILE], node->line,
                             node->column};
}

#define FAIL(t, node, ...)                                                                         \
    ((t)->failed++, rb_errors_add((t)->errs, RINGBACK_ERR_RULES, place_of(t, node), __VA_ARGS__))

static const struct rb_known usual = {.style = {"standard", 8},
                                      .from = {"", 0},
                                      .to = {"", 0},
                                      .company = {"", 0},
                                      .words_per_minute = 150,
                                      .number_percent = 140,
                                      .min_score = 80,
                                      .dial_minute = RINGBACK_UNSET,
                                      .measured_ms = RINGBACK_UNSET};

/* ---- what is said of a draft ---- */

static void say_span(struct test *t, const struct rb_draft *draft, uint32_t start, uint32_t end)
{
    rb_buffer_puts(&t->said, "«");
    rb_message_quote(&t->said, draft, start, end);
    rb_buffer_puts(&t->said, "»");
}

/* The facts of a draft: all, or those of one kind; with their values. */
static void say_facts(struct test *t, const struct rb_draft *draft, int only)
{
    size_t begin = t->said.len;

    for (uint32_t i = 0; i < draft->facts.count; i++) {
        const struct rb_fact *fact = &draft->facts.items[i];

        if ((only >= 0 && fact->kind != only) || rb_lexicon_hidden(t->rules->lexicon, fact->kind))
            continue;
        if (t->said.len - begin > LONGEST_LIST) {
            rb_buffer_puts(&t->said, " …");
            return;
        }
        if (t->said.len > begin)
            rb_buffer_puts(&t->said, ", ");
        if (only < 0) {
            rb_buffer_slice_add(&t->said, fact->name);
            rb_buffer_putc(&t->said, ' ');
        }
        say_span(t, draft, fact->start, fact->end);
    }
    if (t->said.len == begin)
        rb_buffer_puts(&t->said, "nothing");
}

static const char *said(struct test *t)
{
    rb_buffer_putc(&t->said, '\0');
    return t->said.failed ? "" : t->said.ptr;
}

/* ---- facts ---- */

/* Takes the guillemets out of a sentence, into t->text; gives the number of marked spans, or -1
 * when they do not pair. */
static int take_marks(struct test *t, struct rb_slice s, struct span marks[MOST_MARKS])
{
    int n = 0;
    bool open = false;

    rb_buffer_clear(&t->text);
    for (size_t i = 0; i < s.len; i++) {
        bool left = s.len - i > 1 && memcmp(s.ptr + i, "\xC2\xAB", 2) == 0;
        bool right = s.len - i > 1 && memcmp(s.ptr + i, "\xC2\xBB", 2) == 0;

        if (!left && !right) {
            rb_buffer_putc(&t->text, s.ptr[i]);
            continue;
        }
        if (left == open || n == MOST_MARKS)
            return -1;
        open = left;
        if (left)
            marks[n].start = (uint32_t)t->text.len;
        else
            marks[n++].end = (uint32_t)t->text.len;
        i++;
    }
    return open ? -1 : n;
}

static bool marks_match(const struct rb_facts *facts, int kind, const struct span *marks, int n)
{
    int at = 0;

    for (uint32_t i = 0; i < facts->count; i++) {
        const struct rb_fact *fact = &facts->items[i];

        if (fact->kind != kind)
            continue;
        if (at == n || fact->start != marks[at].start || fact->end != marks[at].end)
            return false;
        at++;
    }
    return at == n;
}

static void test_sentence(struct test *t, int kind, const struct rb_yaml *node)
{
    struct rb_slice name = rb_lexicon_name(t->rules->lexicon, (size_t)kind);
    struct span marks[MOST_MARKS];
    int n = take_marks(t, node->text, marks);
    ringback_result *result;

    t->run++;
    if (n < 0) {
        FAIL(t, node, "the guillemets in this sentence do not pair");
        return;
    }
    if (rb_draft_make(t->finder, rb_buffer_slice(&t->text), &usual, &result, &t->error))
        return;
    if (!marks_match(&result->draft.facts, kind, marks, n)) {
        rb_buffer_clear(&t->said);
        rb_buffer_puts(&t->said, "should be found: ");
        for (int i = 0; i < n; i++) {
            rb_buffer_puts(&t->said, i ? ", " : "");
            say_span(t, &result->draft, marks[i].start, marks[i].end);
        }
        rb_buffer_puts(&t->said, n ? "; is found: " : "nothing; is found: ");
        say_facts(t, &result->draft, kind);
        FAIL(t, node, "the fact \"%.*s\": %s", (int)name.len, name.ptr, said(t));
    }
    rb_result_free(result);
}

static bool is_marked(struct rb_slice s)
{
    for (size_t i = 0; i + 1 < s.len; i++)
        if (memcmp(s.ptr + i, "\xC2\xAB", 2) == 0)
            return true;
    return false;
}

static void test_fact(struct test *t, int kind)
{
    const struct rb_yaml *examples = rb_yaml_get(t->rules->facts.items[kind].node, "examples");

    for (const struct rb_yaml *list = examples->child; list; list = list->next) {
        for (const struct rb_yaml *s = list->child; s && !t->error.status; s = s->next) {
            if (rb_slice_is(list->key, "is") && !is_marked(s->text)) {
                t->run++;
                FAIL(t, s, "this sentence has no guillemets: they mark what is found");
            } else {
                test_sentence(t, kind, s);
            }
        }
    }
}

/* ---- rules ---- */

static struct rb_slice text_of(const struct rb_yaml *map, const char *key, struct rb_slice other)
{
    const struct rb_yaml *node = rb_yaml_get(map, key);

    return node ? node->text : other;
}

/* What an example says beside its text; the loader has checked it. */
static struct rb_known known_of(const struct rb_yaml *example, const struct rb_yaml *rule)
{
    const struct rb_yaml *style = rb_yaml_get(rule, "style"), *pace = rb_yaml_get(example, "pace");
    const struct rb_yaml *dial = rb_yaml_get(example, "dial_at");
    const struct rb_yaml *measured = rb_yaml_get(example, "measured_seconds");
    struct rb_known k = usual;
    int64_t n;

    if (style)
        k.style = style->kind == RB_YAML_LIST ? style->child->text : style->text;
    k.style = text_of(example, "style", k.style);
    k.from = text_of(example, "from", k.from);
    k.to = text_of(example, "to", k.to);
    k.company = text_of(example, "company", k.company);
    k.formal = rb_slice_is(text_of(example, "address", k.from), "formal");
    k.final = rb_slice_is(text_of(example, "status", k.from), "final");
    if (pace && rb_yaml_int(pace, 1, 1000, &n))
        k.words_per_minute = (uint32_t)n;
    if (dial)
        (void)rb_parse_minute(dial->text, &k.dial_minute);
    if (measured)
        (void)rb_parse_measure(RB_MEASURE_MS, measured->text, &k.measured_ms);
    return k;
}

/* The first place where the rule is broken against the words that the example says it marks. */
static void test_place(struct test *t, const struct rb_rule *rule, const struct rb_yaml *node,
                       const struct rb_trial *trial)
{
    struct rb_slice want = text_of(node, "at", rb_slice_str(""));
    uint32_t start = 0, end = 0;

    if (want.len == 0 || trial->n_breaches == 0)
        return;
    rb_breach_span(trial, &trial->breaches[0], &start, &end);
    if (end - start == want.len &&
        memcmp(trial->draft->text.source.text.ptr + start, want.ptr, want.len) == 0)
        return;
    rb_buffer_clear(&t->said);
    say_span(t, trial->draft, start, end);
    FAIL(t, node, "the rule \"%.*s\" should mark «%.*s» here, but marks %s", (int)rule->info.id.len,
         rule->info.id.ptr, (int)want.len, want.ptr, said(t));
}

static void test_verdict(struct test *t, const struct rb_rule *rule, const struct rb_yaml *node,
                         bool good, ringback_result *result)
{
    struct rb_trial trial;
    enum rb_verdict verdict;

    if (!rb_trial_begin(&trial, t->rules, &result->draft, &result->arena))
        return;
    verdict = rb_rule_try(rule, &trial);
    rb_buffer_clear(&t->said);
    if (trial.error.status) {
        t->error = trial.error;
    } else if (good && verdict == RB_VERDICT_BROKEN) {
        uint32_t start, end;

        rb_breach_span(&trial, &trial.breaches[0], &start, &end);
        say_span(t, &result->draft, start, end);
        rb_buffer_puts(&t->said, "; is found: ");
        say_facts(t, &result->draft, -1);
        FAIL(t, node, "the rule \"%.*s\": this good example breaks it at %s",
             (int)rule->info.id.len, rule->info.id.ptr, said(t));
    } else if (!good && verdict != RB_VERDICT_BROKEN) {
        say_facts(t, &result->draft, -1);
        FAIL(t, node, "the rule \"%.*s\": this bad example does not break it (%s); is found: %s",
             (int)rule->info.id.len, rule->info.id.ptr,
             verdict == RB_VERDICT_NONE ? "it does not apply" : "it is kept", said(t));
    } else {
        test_place(t, rule, node, &trial);
    }
    rb_trial_end(&trial);
}

static void test_example(struct test *t, uint32_t number, const struct rb_yaml *node, bool good)
{
    const struct rb_yaml *tree = t->rules->rule_entries.items[number].node;
    struct rb_known known = known_of(node, tree);
    int style = rb_rules_style(t->rules, known.style, NULL);
    const struct rb_rule *rule = NULL;
    ringback_result *result;

    t->run++;
    if (style >= 0)
        rule = t->rules->styles[style].rules[number];
    if (!rule)
        rule = &t->rules->rules[number];
    if (rb_draft_make(t->finder, text_of(node, "text", node->text), &known, &result, &t->error))
        return;
    test_verdict(t, rule, node, good, result);
    if (rb_arena_failed(&result->arena))
        (void)rb_error_set(&t->error, RINGBACK_ERR_MEMORY, "out of memory");
    rb_result_free(result);
}

static void test_rule(struct test *t, uint32_t number)
{
    const struct rb_yaml *examples =
        rb_yaml_get(t->rules->rule_entries.items[number].node, "examples");

    for (const struct rb_yaml *list = examples->child; list; list = list->next)
        for (const struct rb_yaml *e = list->child; e && !t->error.status; e = e->next)
            test_example(t, number, e, rb_slice_is(list->key, "good"));
}

ringback_status rb_rules_test(const ringback_rules *rules, struct rb_errors *errs, size_t *run,
                              size_t *failed, ringback_error *err)
{
    struct test t = {.rules = rules, .errs = errs, .finder = rb_finder_new(rules->lexicon)};

    rb_buffer_init(&t.text);
    rb_buffer_init(&t.said);
    if (!t.finder)
        (void)rb_error_set(&t.error, RINGBACK_ERR_MEMORY, "out of memory");
    for (size_t i = 0; i < rules->facts.n && !t.error.status; i++)
        test_fact(&t, (int)i);
    for (uint32_t i = 0; i < rules->n_rules && !t.error.status; i++)
        test_rule(&t, i);
    if (!t.error.status && (t.text.failed || t.said.failed))
        (void)rb_error_set(&t.error, RINGBACK_ERR_MEMORY, "out of memory");
    rb_finder_free(t.finder);
    rb_buffer_free(&t.text);
    rb_buffer_free(&t.said);
    *run = t.run;
    *failed = t.failed;
    if (t.error.status && err)
        *err = t.error;
    return t.error.status;
}
