#include "rule/bill.h"

#include "rule/check.h"
#include "rule/engine.h"
#include "rule/points.h"

enum { ALL_POINTS = 100 };

/* ---- what a rule reads ---- */

static void reads_what(const struct rb_what *what, struct rb_reads *r)
{
    for (uint32_t i = 0; i < what->n_terms; i++)
        r->facts |= rb_reads_fact(what->terms[i].fact);
}

static void reads_conds(const struct rb_conds *conds, struct rb_reads *r)
{
    for (uint32_t i = 0; i < conds->n; i++) {
        const struct rb_cond *cond = &conds->items[i];

        if (cond->kind == RB_COND_COUNT)
            reads_what(&cond->what, r);
        r->other |= cond->kind == RB_COND_WORDS ? RB_READS_WORDS : 0;
        r->other |= cond->kind == RB_COND_MS ? RB_READS_TIME : 0;
    }
}

static void reads_windows(const struct rb_windows *windows, struct rb_reads *r)
{
    for (uint32_t i = 0; i < windows->n; i++) {
        const struct rb_window *w = &windows->items[i];

        r->other |= RB_READS_PLACES;
        r->other |= w->kind == RB_LAST_MS ? RB_READS_TIME : 0;
        if (w->fact != RB_NO_FACT)
            r->facts |= rb_reads_fact(w->fact);
    }
}

static struct rb_reads reads_of(const struct rb_rule *rule)
{
    struct rb_reads r = {0, 0};

    reads_conds(&rule->when, &r);
    for (uint32_t i = 0; i < rule->n_checks; i++) {
        const struct rb_check *check = &rule->checks[i];

        reads_conds(&check->when, &r);
        reads_what(&check->what, &r);
        reads_what(&check->other, &r);
        reads_what(&check->apart, &r);
        reads_windows(&check->where, &r);
        /* How facts lie to one another, and how a number is written in the text. */
        if (check->kind == &rb_check_order || check->apart.n_terms || check->reeled)
            r.other |= RB_READS_PLACES;
        if (check->kind == &rb_check_limit && check->measure != RB_MEASURE_RATIO)
            r.other |= check->measure == RB_MEASURE_WORDS ? RB_READS_WORDS : RB_READS_TIME;
    }
    return r;
}

void rb_bill_make(struct rb_bill *bill, const struct rb_trial *t, uint32_t style,
                  const uint32_t *points)
{
    const struct rb_rule *const *row = t->rules->styles[style].rules;
    struct rb_reads *reads = NULL;

    if (points)
        reads = rb_arena_array(t->arena, t->rules->n_rules, sizeof *reads);
    for (uint32_t r = 0; reads && r < t->rules->n_rules; r++)
        if (row[r])
            reads[r] = reads_of(row[r]);
    *bill = (struct rb_bill){points, reads};
}

/* ---- what is another ---- */

static bool is_same(const struct rb_draft *a, const struct rb_fact *x, const struct rb_draft *b,
                    const struct rb_fact *y)
{
    return x->kind == y->kind && rb_slice_equal(x->value, y->value) &&
           rb_slice_equal(rb_fact_words(a, x), rb_fact_words(b, y));
}

struct rb_reads rb_reads_between(const struct rb_draft *a, const struct rb_draft *b)
{
    struct rb_reads change = {0, RB_READS_ALL};
    const struct rb_fact *x = a->facts.items, *end = x + a->facts.count;

    for (uint32_t i = 0; i < b->facts.count; i++) {
        const struct rb_fact *y = &b->facts.items[i];

        for (; x < end && !is_same(a, x, b, y); x++)
            change.facts |= rb_reads_fact(x->kind);
        if (x < end)
            x++;
        else
            change.facts |= rb_reads_fact(y->kind);
    }
    for (; x < end; x++)
        change.facts |= rb_reads_fact(x->kind);
    return change;
}

/* ---- adding up ---- */

uint32_t rb_points_broken(const struct rb_rule *rule, const struct rb_trial *t)
{
    uint8_t severity = 0;

    /* Without memory a rule is broken at no place; that is told at the end. */
    if (t->n_breaches == 0)
        return 0;
    if (!rule->points.per)
        return rb_points_of(&rule->points, (uint32_t)t->n_breaches);
    return rb_points_over(&rule->points, t->breaches[0].check->max, t->breaches[0].amount,
                          &severity);
}

static bool tells(const struct rb_reads *reads, const struct rb_reads *change)
{
    return reads->facts & change->facts || reads->other & change->other;
}

struct rb_points_left rb_bill_of(const struct rb_bill *bill, struct rb_trial *t, uint32_t style,
                                 const struct rb_rule *but, struct rb_reads change)
{
    const struct rb_rule *const *row = t->rules->styles[style].rules;
    struct rb_points_left sum = {0, 0};

    for (uint32_t r = 0; r < t->rules->n_rules; r++) {
        uint32_t points;

        if (!row[r] || row[r] == but || row[r]->silent || rb_trial_ignores(t, row[r]))
            continue;
        if (bill->reads && !tells(&bill->reads[r], &change)) {
            points = bill->points[r];
        } else {
            if (rb_rule_try(row[r], t) != RB_VERDICT_BROKEN)
                continue;
            if (row[r]->alone)
                return (struct rb_points_left){ALL_POINTS, ALL_POINTS};
            points = rb_points_broken(row[r], t);
        }
        sum.all += points;
        sum.grave += row[r]->info.severity > RINGBACK_SUGGESTION ? points : 0;
    }
    return sum;
}
