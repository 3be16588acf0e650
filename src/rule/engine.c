#include "rule/engine.h"

#include <stdlib.h>

#include "result/score.h"
#include "rule/advise.h"
#include "rule/ignore.h"
#include "rule/points.h"

/* A finding while its words are not yet written, and what decides its place. */
struct placed {
    struct rb_finding finding;
    struct rb_breach breach;
    const struct rb_rule *rule;      /* NULL: one about ignoring, which has its words */
    const struct rb_ignore *ignored; /* by which the rule is; NULL: it is not */
    uint32_t gained;                 /* points of the rule that mending this one gives back */
    size_t made;
};

struct engine {
    struct rb_finder *finder;
    struct rb_trial trial;
    ringback_result *result;
    uint32_t style;
    struct rb_buffer text, net;
    struct placed *found;
    uint32_t *points; /* by rule: of its findings that count; NULL: not known */
    size_t n_found, found_cap, strengths_cap, reminders_cap;
};

/* ---- one rule ---- */

enum rb_verdict rb_rule_try(const struct rb_rule *rule, struct rb_trial *t)
{
    enum rb_verdict verdict = RB_VERDICT_NONE;

    t->n_breaches = 0;
    t->rule = &rule->info.id;
    if (!rb_conds_hold(&rule->when, t))
        return RB_VERDICT_NONE;
    for (uint32_t i = 0; i < rule->n_checks; i++) {
        enum rb_verdict one;

        t->check = &rule->checks[i];
        if (!rb_conds_hold(&rule->checks[i].when, t))
            continue;
        one = rule->checks[i].kind->run(&rule->checks[i], t);
        if (one > verdict)
            verdict = one;
    }
    return verdict;
}

static uint32_t anchor_at(const struct rb_trial *t, const struct rb_anchor *anchor)
{
    const struct rb_text *text = &t->draft->text;
    uint32_t start = text->n_tokens ? text->tokens[0].start : 0;
    uint32_t end = text->n_tokens ? text->tokens[text->n_tokens - 1].end : 0;
    uint32_t first = anchor->fact == RB_NO_FACT ? UINT32_MAX : t->first[anchor->fact];

    switch ((enum rb_anchor_kind)anchor->kind) {
    case RB_ANCHOR_START:
        return start;
    case RB_ANCHOR_END:
        return end;
    case RB_ANCHOR_AFTER:
        return first == UINT32_MAX ? start : t->draft->facts.items[first].end;
    case RB_ANCHOR_BEFORE:
        return first == UINT32_MAX ? end : t->draft->facts.items[first].start;
    }
    return start;
}

void rb_breach_span(const struct rb_trial *t, const struct rb_breach *breach, uint32_t *start,
                    uint32_t *end)
{
    *start = breach->start;
    *end = breach->end;
    if (breach->absent)
        *start = *end = anchor_at(t, &breach->check->anchor);
}

/* ---- findings ---- */

/* NULL: no memory. */
static struct placed *make_place(struct engine *e)
{
    struct placed *found =
        rb_arena_grow(&e->result->arena, e->found, e->n_found, &e->found_cap, sizeof *found);

    if (!found)
        return NULL;
    e->found = found;
    found[e->n_found] = (struct placed){.made = e->n_found};
    return &found[e->n_found++];
}

static void add_finding(struct engine *e, const struct rb_rule *rule,
                        const struct rb_breach *breach, uint32_t points, uint32_t gained,
                        uint8_t severity)
{
    struct placed *p = make_place(e);

    if (!p)
        return;
    p->breach = *breach;
    p->rule = rule;
    p->gained = gained;
    p->ignored = rb_trial_ignores(&e->trial, rule);
    p->finding.rule = &rule->info;
    p->finding.severity = severity;
    p->finding.points = points;
    p->finding.whole = breach->check->kind == &rb_check_limit;
    rb_breach_span(&e->trial, breach, &p->breach.start, &p->breach.end);
    p->finding.start = p->breach.start;
    p->finding.end = p->breach.end;
}

static void add_findings(struct engine *e, const struct rb_rule *rule)
{
    uint32_t n = (uint32_t)e->trial.n_breaches;
    /* Mending any one of them gives back what the last one cost. */
    uint32_t last = rb_points_of(&rule->points, n) - rb_points_of(&rule->points, n - 1);

    for (uint32_t i = 0; i < n; i++) {
        const struct rb_breach *breach = &e->trial.breaches[i];
        uint8_t severity = rule->info.severity;
        uint32_t points = rb_points_of(&rule->points, i + 1) - rb_points_of(&rule->points, i);

        if (rule->points.per)
            points = rb_points_over(&rule->points, breach->check->max, breach->amount, &severity);
        add_finding(e, rule, breach, points, rule->points.per ? points : last, severity);
    }
}

/* ---- words ---- */

/* What removable findings mark, in the adviser's arena. */
static void gather_marked(struct engine *e, struct rb_adviser *a)
{
    struct rb_span *marked = rb_arena_array(&e->result->arena, e->n_found, sizeof *marked);

    for (size_t i = 0; marked && i < e->n_found; i++) {
        const struct rb_breach *breach = &e->found[i].breach;

        if (e->found[i].rule->info.removable && !e->found[i].ignored && breach->end > breach->start)
            marked[a->n_marked++] = (struct rb_span){breach->start, breach->end};
    }
    a->marked = marked;
}

static void write_findings(struct engine *e)
{
    struct rb_adviser a = {.trial = &e->trial, .text = &e->text, .net = &e->net};
    uint32_t points = 0;

    for (size_t i = 0; i < e->n_found; i++)
        points += e->found[i].ignored ? 0 : e->found[i].finding.points;
    gather_marked(e, &a);
    rb_reckoner_begin(&a.reckoner, &e->trial, e->finder, e->style, points, e->points);
    for (size_t i = 0; i < e->n_found && !rb_arena_failed(&e->result->arena); i++) {
        struct placed *p = &e->found[i];

        rb_advise(&a, p->rule, &p->breach, p->gained, &p->finding);
    }
}

/* ---- strengths and reminders ---- */

static void add_note(struct engine *e, struct rb_note **notes, uint32_t *n, size_t *cap,
                     struct rb_slice name, const struct rb_template *template)
{
    struct rb_message m = {.trial = &e->trial};
    struct rb_note *grown = rb_arena_grow(&e->result->arena, *notes, *n, cap, sizeof *grown);

    if (!grown)
        return;
    *notes = grown;
    rb_message_write(&e->text, template, &m);
    if (e->text.len)
        grown[(*n)++] = (struct rb_note){
            .rule = name, .message = rb_arena_copy(&e->result->arena, rb_buffer_slice(&e->text))};
}

static void add_kept(struct engine *e, const struct rb_rule *rule)
{
    if (e->result->kept)
        e->result->kept[e->result->n_kept++] = &rule->info;
    if (rule->strength.n_options)
        add_note(e, &e->result->strengths, &e->result->n_strengths, &e->strengths_cap,
                 rule->info.id, &rule->strength);
}

static void add_reminders(struct engine *e)
{
    const ringback_rules *rules = e->trial.rules;
    ringback_result *result = e->result;

    for (uint32_t s = 1; s < rules->n_styles && e->style == 0; s++) {
        const struct rb_style *style = &rules->styles[s];

        if (style->looks_like.n == 0 || !rb_conds_hold(&style->looks_like, &e->trial))
            continue;
        add_note(e, &result->reminders, &result->n_reminders, &e->reminders_cap, style->name,
                 &style->hint);
        if (result->n_reminders)
            result->reminders[0].style = true;
        break;
    }
    for (uint32_t i = 0; i < rules->n_reminders; i++) {
        const struct rb_reminder *reminder = &rules->reminders[i];

        if (reminder->styles[e->style] && rb_conds_hold(&reminder->when, &e->trial))
            add_note(e, &result->reminders, &result->n_reminders, &e->reminders_cap, reminder->name,
                     &reminder->text);
    }
}

/* ---- all of them ---- */

static uint32_t order_of(const struct placed *p)
{
    return p->rule ? p->rule->order : UINT32_MAX;
}

static int by_place(const void *a, const void *b)
{
    const struct placed *x = a, *y = b;

    if (x->finding.start != y->finding.start)
        return x->finding.start < y->finding.start ? -1 : 1;
    if (order_of(x) != order_of(y))
        return order_of(x) < order_of(y) ? -1 : 1;
    return (x->made > y->made) - (x->made < y->made);
}

static void sort_findings(struct engine *e)
{
    ringback_result *result = e->result;

    result->findings = rb_arena_array(&result->arena, e->n_found, sizeof *result->findings);
    result->suppressed = rb_arena_array(&result->arena, e->n_found, sizeof *result->suppressed);
    if (!result->findings || !result->suppressed)
        return;
    if (e->n_found > 1)
        qsort(e->found, e->n_found, sizeof *e->found, by_place);
    for (size_t i = 0; i < e->n_found; i++) {
        const struct placed *p = &e->found[i];

        if (!p->ignored) {
            result->findings[result->n_findings++] = p->finding;
            continue;
        }
        result->suppressed[result->n_suppressed] = p->finding;
        result->suppressed[result->n_suppressed++].reason = p->ignored->reason;
    }
}

/* What is wrong with the ignoring itself. */
static void judge_ignores(struct engine *e)
{
    const struct rb_known *known = &e->result->draft.known;
    struct rb_arena *arena = &e->result->arena;
    bool *used = known->n_ignores ? rb_arena_array(arena, known->n_ignores, sizeof *used) : NULL;
    struct rb_ignore_use use = {e->trial.rules, e->style, e->trial.ignored, used,
                                e->result->scored};
    struct rb_finding *findings;
    uint32_t n;

    if (!used || !e->trial.ignored)
        return;
    for (size_t i = 0; i < e->n_found; i++)
        if (e->found[i].ignored)
            used[e->found[i].ignored - known->ignores] = true;
    n = rb_ignores_judge(&use, known, arena, &findings);
    for (uint32_t i = 0; i < n; i++) {
        struct placed *p = make_place(e);

        if (p)
            p->finding = findings[i];
    }
}

/* Rules that speak alone go first, and say one thing; true: one of them spoke. */
static bool run_alone(struct engine *e, const struct rb_rule *const *row, uint32_t n)
{
    for (uint32_t r = 0; r < n; r++) {
        if (!row[r] || !row[r]->alone || rb_rule_try(row[r], &e->trial) != RB_VERDICT_BROKEN)
            continue;
        e->trial.n_breaches = 1;
        add_findings(e, row[r]);
        if (!rb_trial_ignores(&e->trial, row[r]))
            return true;
    }
    return false;
}

static void run_rules(struct engine *e, const struct rb_rule *const *row, uint32_t n)
{
    e->result->kept = rb_arena_array(&e->result->arena, n, sizeof(*e->result->kept));
    e->points = rb_arena_array(&e->result->arena, n, sizeof *e->points);
    for (uint32_t r = 0; r < n && !e->trial.error.status; r++) {
        enum rb_verdict verdict;

        if (!row[r] || row[r]->alone)
            continue;
        verdict = rb_rule_try(row[r], &e->trial);
        if (verdict == RB_VERDICT_BROKEN && e->points)
            e->points[r] = rb_points_broken(row[r], &e->trial);
        if (verdict == RB_VERDICT_BROKEN && !row[r]->silent)
            add_findings(e, row[r]);
        else if (verdict == RB_VERDICT_KEPT)
            add_kept(e, row[r]);
    }
    add_reminders(e);
}

ringback_status rb_engine_run(const ringback_rules *rules, struct rb_finder *finder, uint32_t style,
                              ringback_result *result, ringback_error *err)
{
    struct engine e = {.result = result, .finder = finder, .style = style};
    const struct rb_rule *const *row = rules->styles[style].rules;
    ringback_status status = RINGBACK_OK;

    rb_buffer_init(&e.text);
    rb_buffer_init(&e.net);
    if (rb_trial_begin(&e.trial, rules, &result->draft, &result->arena)) {
        e.trial.likeness = result->likeness;
        e.trial.ignored = rb_ignores_of(rules, &result->draft.known, &result->arena);
        result->scored = !run_alone(&e, row, rules->n_rules);
        if (result->scored)
            run_rules(&e, row, rules->n_rules);
        write_findings(&e);
        judge_ignores(&e);
        sort_findings(&e);
    }
    if (e.trial.error.status) {
        status = e.trial.error.status;
        if (err)
            *err = e.trial.error;
    } else if (rb_arena_failed(&result->arena) || e.text.failed || e.net.failed) {
        status = rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    } else {
        rb_score(result);
    }
    rb_trial_end(&e.trial);
    rb_buffer_free(&e.text);
    rb_buffer_free(&e.net);
    return status;
}
