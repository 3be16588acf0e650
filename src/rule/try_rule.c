/* The examples of a rule: drafts that break it, and drafts that do not. */
#include <stdio.h>

#include "rule/check.h"
#include "rule/engine.h"
#include "rule/history.h"
#include "rule/prints.h"
#include "rule/tryout.h"

/* One example that is being run. */
struct example {
    uint32_t number; /* of its rule */
    const struct rb_rule *rule;
    uint32_t style;
    const struct rb_yaml *node;
    struct rb_slice text;
    bool good;
    ringback_result *result;
};

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
    struct rb_known k = rb_tryout_known;
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

/* ---- what went wrong ---- */

/* The rules that a draft breaks; one that speaks alone stands for all. */
static uint32_t broken_by(struct rb_tryout *t, const struct example *e, struct rb_slice **out)
{
    const struct rb_rule *const *row = t->rules->styles[e->style].rules;
    uint32_t n = 0;
    struct rb_trial trial;

    *out = rb_arena_array(&t->scratch, t->rules->n_rules, sizeof **out);
    if (!*out || !rb_trial_begin(&trial, t->rules, &e->result->draft, &e->result->arena))
        return 0;
    trial.likeness = e->result->likeness;
    for (uint32_t r = 0; r < t->rules->n_rules && !trial.error.status; r++) {
        if (!row[r] || row[r]->silent || rb_rule_try(row[r], &trial) != RB_VERDICT_BROKEN)
            continue;
        n = row[r]->alone ? 0 : n;
        (*out)[n++] = row[r]->info.id;
        if (row[r]->alone)
            break;
    }
    rb_trial_end(&trial);
    return n;
}

/* Tells the failure whose words have been said so far; with what the draft breaks instead. */
static void fail(struct rb_tryout *t, const struct example *e, bool instead)
{
    struct rb_slice *broken;
    uint32_t n = broken_by(t, e, &broken);

    if (instead) {
        rb_buffer_puts(&t->said, n ? "; it breaks: " : "; it breaks no rule");
        for (uint32_t i = 0; i < n; i++) {
            rb_buffer_puts(&t->said, i ? ", " : "");
            rb_buffer_slice_add(&t->said, broken[i]);
        }
        rb_buffer_puts(&t->said, "; is found: ");
        rb_tryout_facts(t, &e->result->draft, -1);
    }
    rb_tryout_fail(t, e->node,
                   (struct rb_failure){.rule = e->rule->info.id,
                                       .good = e->good,
                                       .text = e->text,
                                       .broken = broken,
                                       .n_broken = n});
    rb_arena_reset(&t->scratch);
}

static void say_rule(struct rb_tryout *t, const struct example *e)
{
    rb_buffer_puts(&t->said, "the rule \"");
    rb_buffer_slice_add(&t->said, e->rule->info.id);
    rb_buffer_putc(&t->said, '"');
}

/* The first place where the rule is broken against the words that the example says it marks. */
static void try_place(struct rb_tryout *t, const struct example *e, const struct rb_trial *trial)
{
    struct rb_slice want = text_of(e->node, "at", rb_slice_str(""));
    uint32_t start = 0, end = 0;

    if (want.len == 0 || trial->n_breaches == 0)
        return;
    rb_breach_span(trial, &trial->breaches[0], &start, &end);
    if (end - start == want.len &&
        memcmp(trial->draft->text.source.text.ptr + start, want.ptr, want.len) == 0)
        return;
    say_rule(t, e);
    rb_buffer_puts(&t->said, " should mark «");
    rb_buffer_slice_add(&t->said, want);
    rb_buffer_puts(&t->said, "» here, but marks ");
    rb_tryout_quote(t, trial->draft, start, end);
    fail(t, e, false);
}

static void try_verdict(struct rb_tryout *t, const struct example *e)
{
    struct rb_trial trial;
    enum rb_verdict verdict;

    if (!rb_trial_begin(&trial, t->rules, &e->result->draft, &e->result->arena))
        return;
    trial.likeness = e->result->likeness;
    verdict = rb_rule_try(e->rule, &trial);
    for (size_t i = 0; i < trial.n_breaches && !e->good; i++)
        t->broken[e->number] |= 1u << (trial.breaches[i].check - e->rule->checks);
    if (trial.error.status) {
        t->error = trial.error;
    } else if (e->good && verdict == RB_VERDICT_BROKEN) {
        uint32_t start, end;

        rb_breach_span(&trial, &trial.breaches[0], &start, &end);
        say_rule(t, e);
        rb_buffer_puts(&t->said, ": this good example breaks it at ");
        rb_tryout_quote(t, &e->result->draft, start, end);
        rb_buffer_puts(&t->said, "; is found: ");
        rb_tryout_facts(t, &e->result->draft, -1);
        fail(t, e, false);
    } else if (!e->good && verdict != RB_VERDICT_BROKEN) {
        say_rule(t, e);
        rb_buffer_puts(&t->said, ": this bad example does not break it (");
        rb_buffer_puts(&t->said, verdict == RB_VERDICT_NONE ? "it does not apply)" : "it is kept)");
        fail(t, e, true);
    } else {
        try_place(t, e, &trial);
    }
    rb_trial_end(&trial);
}

/* The drafts that an example says were left before it. */
static ringback_history *earlier_drafts(struct rb_tryout *t, const struct rb_yaml *list,
                                        struct rb_known known)
{
    ringback_history *history = rb_history_new();
    uint32_t number = 0;

    for (const struct rb_yaml *i = list->child; history && i && !t->error.status; i = i->next) {
        char name[32];
        ringback_result *result;

        (void)snprintf(name, sizeof name, "draft %u", (unsigned)++number);
        if (rb_draft_make(t->finder, i->text, &known, &result, &t->error))
            break;
        rb_prints_make(t->rules, result);
        if (!rb_history_add(history, result, rb_slice_str(name)))
            (void)rb_error_set(&t->error, RINGBACK_ERR_MEMORY, "out of memory");
        rb_result_free(result);
    }
    if (!history)
        (void)rb_error_set(&t->error, RINGBACK_ERR_MEMORY, "out of memory");
    return history;
}

static void try_example(struct rb_tryout *t, uint32_t number, const struct rb_yaml *node, bool good)
{
    struct rb_known known = known_of(node, t->rules->rule_entries.items[number].node);
    int style = rb_rules_style(t->rules, known.style, NULL);
    struct example e = {.number = number,
                        .style = style < 0 ? 0 : (uint32_t)style,
                        .node = node,
                        .text = text_of(node, "text", node->text),
                        .good = good};
    ringback_history *history = NULL;

    t->counts.examples++;
    e.rule = t->rules->styles[e.style].rules[number];
    if (!e.rule)
        e.rule = &t->rules->rules[number];
    if (rb_yaml_get(node, "after"))
        known.history = history = earlier_drafts(t, rb_yaml_get(node, "after"), known);
    if (!t->error.status &&
        rb_draft_make(t->finder, e.text, &known, &e.result, &t->error) == RINGBACK_OK) {
        bool held = !known.history || rb_history_hold(t->rules, e.result);

        try_verdict(t, &e);
        if (!held || rb_arena_failed(&e.result->arena))
            (void)rb_error_set(&t->error, RINGBACK_ERR_MEMORY, "out of memory");
        rb_result_free(e.result);
    }
    rb_history_free(history);
}

void rb_tryout_rule(struct rb_tryout *t, uint32_t rule)
{
    const struct rb_yaml *examples =
        rb_yaml_get(t->rules->rule_entries.items[rule].node, "examples");

    for (const struct rb_yaml *list = examples->child; list; list = list->next)
        for (const struct rb_yaml *e = list->child; e && !t->error.status; e = e->next)
            try_example(t, rule, e, rb_slice_is(list->key, "good"));
}
