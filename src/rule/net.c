#include "rule/net.h"

#include "rule/engine.h"
#include "rule/points.h"

/* Each deletion is judged anew, so their number times the facts is bounded: beyond that it is no
 * voicemail, and a deletion is taken to mend its own rule only. */
enum {
    PACE_OF_ADDS = 150,
    MOST_DELETIONS = 32,
    MOST_ANEW = 8,
    MOST_FACTS = 2000,
    ALL_POINTS = 100
};

void rb_reckoner_begin(struct rb_reckoner *r, const struct rb_trial *t, struct rb_finder *finder,
                       uint32_t style, uint32_t points)
{
    uint32_t n = t->draft->facts.count;

    *r = (struct rb_reckoner){.trial = t, .finder = finder, .style = style, .points = points};
    if (n > MOST_FACTS)
        return;
    r->room = MOST_DELETIONS;
    r->anew = MOST_ANEW;
    r->facts = rb_arena_array(t->arena, n, sizeof *r->facts);
    r->worst = rb_arena_array(t->arena, t->rules->n_rules, sizeof *r->worst);
}

/* ---- judging without words ---- */

static uint32_t points_broken(const struct rb_rule *rule, const struct rb_trial *t)
{
    uint8_t severity = 0;

    if (!rule->points.per)
        return rb_points_of(&rule->points, (uint32_t)t->n_breaches);
    return rb_points_over(&rule->points, t->breaches[0].check->max, t->breaches[0].amount,
                          &severity);
}

/* The points of all findings but those of one rule; all there are when the draft is no voicemail
 * any more. worst: gets each rule's points where they are more than before; may be NULL. */
static struct rb_points_left points_of(struct rb_trial *t, uint32_t style,
                                       const struct rb_rule *but, uint32_t *worst)
{
    const struct rb_rule *const *row = t->rules->styles[style].rules;
    struct rb_points_left sum = {0, 0};

    for (uint32_t r = 0; r < t->rules->n_rules; r++) {
        uint32_t points;

        if (!row[r] || row[r] == but || row[r]->silent || rb_trial_ignores(t, row[r]) ||
            rb_rule_try(row[r], t) != RB_VERDICT_BROKEN)
            continue;
        points = row[r]->alone ? ALL_POINTS : points_broken(row[r], t);
        if (worst && points > worst[r])
            worst[r] = points;
        if (row[r]->alone)
            return (struct rb_points_left){ALL_POINTS, ALL_POINTS};
        sum.all += points;
        sum.grave += row[r]->info.severity > RINGBACK_SUGGESTION ? points : 0;
    }
    return sum;
}

uint32_t rb_reckon_ms(const struct rb_draft *draft, uint32_t ms)
{
    uint64_t reckoned = draft->clock.total_ms;

    if (draft->known.measured_ms == RINGBACK_UNSET || reckoned == 0)
        return ms;
    return (uint32_t)((uint64_t)ms * draft->known.measured_ms / reckoned);
}

/* Does one of the spans touch the fact; or, weak, what helped to tell it? */
static bool is_gone(const struct rb_fact *fact, const struct rb_span *spans, uint32_t n, bool weak)
{
    uint32_t start = weak ? fact->context : fact->start;
    uint32_t end = weak ? fact->context_end : fact->end;

    for (uint32_t i = 0; i < n; i++)
        if (end > spans[i].start && start < spans[i].end)
            return true;
    return false;
}

/* Facts that went, of whose values later mentions may be told no more. */
enum { MOST_LOST = 32 };

struct lost {
    const struct rb_fact *items[MOST_LOST];
    uint32_t n;
};

static bool is_lost(const struct lost *lost, const struct rb_trial *t, const struct rb_fact *fact)
{
    for (uint32_t i = 0; i < lost->n; i++)
        if (lost->items[i]->kind == fact->kind &&
            rb_fact_compare(t, lost->items[i], fact) == RB_SAME_YES)
            return true;
    return false;
}

/* Facts go, and the time gets shorter. */
static struct rb_points_left reckon(struct rb_reckoner *r, const struct rb_span *spans,
                                    uint32_t n_spans, uint32_t ms, const struct rb_rule *but,
                                    bool weak, uint32_t *worst)
{
    struct rb_draft draft = *r->trial->draft;
    struct rb_trial trial;
    struct rb_points_left points = {r->points, r->points};
    struct lost lost = {.n = 0};
    uint32_t n = 0;

    for (uint32_t i = 0; i < draft.facts.count; i++) {
        const struct rb_fact *fact = &draft.facts.items[i];

        if (is_gone(fact, spans, n_spans, weak)) {
            if (weak && lost.n < MOST_LOST)
                lost.items[lost.n++] = fact;
        } else if (!is_lost(&lost, r->trial, fact)) {
            r->facts[n++] = *fact;
        }
    }
    draft.facts = (struct rb_facts){r->facts, n};
    if (draft.known.measured_ms != RINGBACK_UNSET)
        draft.known.measured_ms -= rb_reckon_ms(&draft, ms);
    draft.clock.total_ms -= ms;
    if (!rb_trial_begin(&trial, r->trial->rules, &draft, r->trial->arena))
        return points;
    trial.ignored = r->trial->ignored;
    trial.prints = r->trial->prints;
    points = points_of(&trial, r->style, but, worst);
    rb_trial_end(&trial);
    return points;
}

struct rb_points_left rb_reckon_without(struct rb_reckoner *r, const struct rb_span *spans,
                                        uint32_t n_spans, uint32_t ms, const struct rb_rule *but)
{
    return reckon(r, spans, n_spans, ms, but, false, NULL);
}

/* ---- judging with other words ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* The text without a span, and without one of the blanks around it. */
static struct rb_slice text_without(struct rb_arena *arena, struct rb_slice text, uint32_t start,
                                    uint32_t end)
{
    char *out = rb_arena_alloc(arena, text.len + 1);

    if (!out)
        return rb_slice_of("", 0);
    if (end < text.len && is_blank(text.ptr[end]) && (start == 0 || is_blank(text.ptr[start - 1])))
        end++;
    memcpy(out, text.ptr, start);
    memcpy(out + start, text.ptr + end, text.len - end);
    return rb_slice_of(out, start + text.len - end);
}

/* The points of the draft without a span, all of it read anew; UINT32_MAX: that cannot be done. */
static uint32_t points_anew(struct rb_reckoner *r, uint32_t start, uint32_t end, uint32_t saved_ms)
{
    const struct rb_draft *draft = r->trial->draft;
    struct rb_known known = draft->known;
    uint32_t points = UINT32_MAX;
    struct rb_trial trial;
    ringback_result *result;

    if (known.measured_ms != RINGBACK_UNSET)
        known.measured_ms -= saved_ms;
    known.origin = (struct rb_origin){0};
    known.ignores = NULL;
    known.n_ignores = 0;
    if (rb_draft_make(r->finder, text_without(r->trial->arena, draft->text.source.text, start, end),
                      &known, &result, NULL))
        return points;
    if (rb_trial_begin(&trial, r->trial->rules, &result->draft, &result->arena)) {
        trial.ignored = r->trial->ignored;
        trial.prints = r->trial->prints;
        points = points_of(&trial, r->style, NULL, NULL).all;
        rb_trial_end(&trial);
    }
    if (rb_arena_failed(&result->arena))
        points = UINT32_MAX;
    rb_result_free(result);
    return points;
}

/* Does the span cut a fact in two? What is left of it may still say it, or something else. */
static bool cuts_fact(const struct rb_facts *facts, uint32_t start, uint32_t end)
{
    for (uint32_t i = 0; i < facts->count && facts->items[i].start < end; i++)
        if (facts->items[i].end > start &&
            (facts->items[i].start < start || facts->items[i].end > end))
            return true;
    return false;
}

/* The points of the draft without a span. What is left of its sentence may say something else than
 * before: where that could cost more than is gained, all of it is read anew. */
static uint32_t points_without(struct rb_reckoner *r, uint32_t start, uint32_t end, uint32_t ms,
                               uint32_t saved_ms)
{
    const struct rb_span span = {start, end};
    uint32_t n_rules = r->trial->rules->n_rules, points, anew, worst = 0;

    if (r->worst)
        memset(r->worst, 0, n_rules * sizeof *r->worst);
    points = reckon(r, &span, 1, ms, NULL, false, r->worst).all;
    if (points > r->points || r->anew == 0 || !r->worst)
        return points;
    (void)reckon(r, &span, 1, ms, NULL, true, r->worst);
    for (uint32_t i = 0; i < n_rules; i++)
        worst += r->worst[i];
    if (worst <= r->points && !cuts_fact(&r->trial->draft->facts, start, end))
        return points;
    r->anew--;
    anew = points_anew(r, start, end, saved_ms);
    return anew != UINT32_MAX ? anew : points;
}

/* ---- seconds ---- */

/* The points that the length costs when the draft takes so long. */
static int64_t length_points(const struct rb_trial *t, uint32_t style, uint32_t ms)
{
    int64_t sum = 0;

    for (uint32_t r = 0; r < t->rules->n_rules; r++) {
        const struct rb_rule *rule = t->rules->styles[style].rules[r];
        uint8_t severity = 0;

        if (rule && rule->points.per && rule->checks[0].measure == RB_MEASURE_MS &&
            !rb_trial_ignores(t, rule))
            sum += rb_points_over(&rule->points, rule->checks[0].max, ms, &severity);
    }
    return sum;
}

struct rb_net rb_net_of(struct rb_reckoner *r, const struct rb_rule *rule, uint32_t start,
                        uint32_t end, uint32_t gained)
{
    const struct rb_draft *draft = r->trial->draft;
    uint32_t now = rb_draft_ms(draft), ms, pace = draft->known.words_per_minute;
    struct rb_net net = {.points = gained};

    if (rule->info.removable && end > start) {
        ms = rb_draft_saves_ms(draft, start, end);
        net.saved_ms = rb_reckon_ms(draft, ms);
        if (r->room && r->facts) {
            r->room--;
            net.points = (int64_t)r->points - points_without(r, start, end, ms, net.saved_ms);
            return net;
        }
    } else if (rule->adds_ms) {
        net.taken_ms = rule->adds_ms * PACE_OF_ADDS / (pace ? pace : PACE_OF_ADDS);
    }
    if (net.saved_ms || net.taken_ms)
        net.points += length_points(r->trial, r->style, now) -
                      length_points(r->trial, r->style, now - net.saved_ms + net.taken_ms);
    return net;
}

/* ---- words ---- */

void rb_net_write(struct rb_buffer *out, const struct rb_net *net)
{
    bool less = net->points < 0;
    uint64_t points = (uint64_t)(less ? -net->points : net->points);

    if (points) {
        rb_buffer_puts(out, less ? "−" : "+");
        rb_buffer_uint(out, points);
        rb_buffer_puts(out, points == 1 ? " point" : " points");
    }
    if (points && (net->saved_ms || net->taken_ms))
        rb_buffer_puts(out, ", ");
    if (net->saved_ms) {
        rb_buffer_puts(out, "saves ");
        rb_buffer_seconds(out, net->saved_ms);
        rb_buffer_puts(out, " s");
    } else if (net->taken_ms) {
        rb_buffer_puts(out, "takes about ");
        rb_buffer_uint(out, net->taken_ms < 1500 ? 1 : (net->taken_ms + 500) / 1000);
        rb_buffer_puts(out, " s");
    }
    if (less)
        rb_buffer_puts(out, ": cut something first");
}

void rb_net_refuse(struct rb_buffer *out, const struct rb_net *net)
{
    uint64_t points = (uint64_t)-net->points;

    rb_buffer_clear(out);
    rb_buffer_puts(out, "Say it another way: without these words other rules would cost you ");
    rb_buffer_uint(out, points);
    rb_buffer_puts(out, points == 1 ? " point more than it gains." : " points more than it gains.");
}
