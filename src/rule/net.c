#include "rule/net.h"

#include "rule/engine.h"
#include "rule/points.h"

/* Each deletion is judged anew, so their number times the facts is bounded: beyond that it is no
 * voicemail, and a deletion is taken to mend its own rule only. */
enum { PACE_OF_ADDS = 150, MOST_DELETIONS = 32, MOST_FACTS = 2000, ALL_POINTS = 100 };

void rb_reckoner_begin(struct rb_reckoner *r, const struct rb_trial *t, uint32_t style,
                       uint32_t points)
{
    uint32_t n = t->draft->facts.count;

    *r = (struct rb_reckoner){.trial = t, .style = style, .points = points};
    if (n > MOST_FACTS)
        return;
    r->room = MOST_DELETIONS;
    r->facts = rb_arena_array(t->arena, n, sizeof *r->facts);
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
 * any more. */
static struct rb_points_left points_of(struct rb_trial *t, uint32_t style,
                                       const struct rb_rule *but)
{
    const struct rb_rule *const *row = (const struct rb_rule *const *)t->rules->styles[style].rules;
    struct rb_points_left sum = {0, 0};

    for (uint32_t r = 0; r < t->rules->n_rules; r++) {
        uint32_t points;

        if (!row[r] || row[r] == but || row[r]->silent || rb_trial_ignores(t, row[r]) ||
            rb_rule_try(row[r], t) != RB_VERDICT_BROKEN)
            continue;
        if (row[r]->alone)
            return (struct rb_points_left){ALL_POINTS, ALL_POINTS};
        points = points_broken(row[r], t);
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

static bool is_gone(const struct rb_fact *fact, const struct rb_span *spans, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (fact->end > spans[i].start && fact->start < spans[i].end)
            return true;
    return false;
}

/* The facts that touch the spans go, and the time gets shorter. */
struct rb_points_left rb_reckon_without(struct rb_reckoner *r, const struct rb_span *spans,
                                        uint32_t n_spans, uint32_t ms, const struct rb_rule *but)
{
    struct rb_draft draft = *r->trial->draft;
    struct rb_trial trial;
    struct rb_points_left points = {r->points, r->points};
    uint32_t n = 0;

    for (uint32_t i = 0; i < draft.facts.count; i++)
        if (!is_gone(&draft.facts.items[i], spans, n_spans))
            r->facts[n++] = draft.facts.items[i];
    draft.facts = (struct rb_facts){r->facts, n};
    if (draft.known.measured_ms != RINGBACK_UNSET)
        draft.known.measured_ms -= rb_reckon_ms(&draft, ms);
    draft.clock.total_ms -= ms;
    if (!rb_trial_begin(&trial, r->trial->rules, &draft, r->trial->arena))
        return points;
    trial.ignored = r->trial->ignored;
    points = points_of(&trial, r->style, but);
    rb_trial_end(&trial);
    return points;
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
            net.points = (int64_t)r->points -
                         rb_reckon_without(r, &(struct rb_span){start, end}, 1, ms, NULL).all;
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
