#include "fix/compare.h"

#include "fix/kinds.h"

int64_t rb_fix_points(const ringback_result *result)
{
    int64_t sum = 0;

    for (uint32_t i = 0; i < result->n_findings; i++)
        sum += result->findings[i].points;
    return sum;
}

uint32_t rb_fix_duration(const ringback_result *result)
{
    const struct rb_draft *draft = &result->draft;

    return draft->known.measured_ms == RINGBACK_UNSET ? draft->clock.total_ms
                                                      : draft->known.measured_ms;
}

static int64_t points_of(const ringback_result *result, const struct rb_rule_info *rule)
{
    int64_t sum = 0;

    for (uint32_t i = 0; i < result->n_findings; i++)
        if (result->findings[i].rule == rule)
            sum += result->findings[i].points;
    return sum;
}

static uint32_t count_of(const ringback_result *result, const struct rb_rule_info *rule)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < result->n_findings; i++)
        n += result->findings[i].rule == rule;
    return n;
}

/* A rule that cost nothing and costs points now, whether it held or did not apply. Hints without
 * points come and go with the time. */
static bool breaks_rule(struct rb_mender *m, const ringback_result *result)
{
    for (uint32_t i = 0; i < result->n_findings; i++) {
        const struct rb_finding *f = &result->findings[i];

        if (f->points > 0 && count_of(m->now, f->rule) == 0) {
            m->broken = f->rule->id;
            return true;
        }
    }
    return false;
}

static void note_mended(struct rb_mender *m, const ringback_result *result)
{
    int64_t most = -1; /* a rule that cannot cost more has one finding fewer, and gains nothing */

    m->mended = rb_slice_of("", 0);
    m->most = 0;
    for (uint32_t i = 0; i < m->now->n_findings; i++) {
        const struct rb_rule_info *rule = m->now->findings[i].rule;
        int64_t gain = points_of(m->now, rule) - points_of(result, rule);

        if (gain > most && (gain > 0 || count_of(m->now, rule) > count_of(result, rule))) {
            most = gain;
            m->most = gain;
            m->mended = rule->id;
        }
    }
}

/* ---- what is said ---- */

static uint32_t moved(const struct rb_change *change, uint32_t at)
{
    int64_t by = 0;

    for (uint32_t i = 0; i < change->n && change->splices[i].end <= at; i++) {
        const struct rb_splice *s = &change->splices[i];

        by += (int64_t)s->text.len - (int64_t)(s->end - s->start);
    }
    return (uint32_t)((int64_t)at + by);
}

static bool is_touched(const struct rb_change *change, const struct rb_fact *fact)
{
    for (uint32_t i = 0; i < change->n; i++) {
        const struct rb_splice *s = &change->splices[i];

        if (!s->slight && s->start < fact->end && s->end > fact->start)
            return true;
    }
    return false;
}

static bool is_in(const struct rb_facts *facts, const struct rb_fact *like, uint32_t start)
{
    uint32_t low = 0, high = facts->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (facts->items[middle].start >= start)
            high = middle;
        else
            low = middle + 1;
    }
    for (; low < facts->count && facts->items[low].start == start; low++)
        if (facts->items[low].kind == like->kind &&
            rb_slice_equal(facts->items[low].value, like->value))
            return true;
    return false;
}

/* What a repeat or a closing says. */
static bool may_come(const struct rb_fact *fact)
{
    return rb_slice_is(fact->name, "caller_name") || rb_slice_is(fact->name, "caller_company") ||
           rb_slice_is(fact->name, "phone_number") || rb_slice_is(fact->name, "thanks");
}

/* Everything that was said outside of the words that went is said still, in its place and with its
 * value, and nothing is heard that was not there. */
static bool says_the_same(const struct rb_change *change, const struct rb_facts *before,
                          const struct rb_facts *after)
{
    uint32_t kept = 0, heard = 0;

    for (uint32_t i = 0; i < before->count; i++) {
        const struct rb_fact *f = &before->items[i];

        if (rb_fix_may_go(f))
            continue;
        if (is_touched(change, f))
            return false;
        if (!is_in(after, f, moved(change, f->start)))
            return false;
        kept += !change->adds || !may_come(f);
    }
    for (uint32_t i = 0; i < after->count; i++)
        heard += !rb_fix_may_go(&after->items[i]) && (!change->adds || !may_come(&after->items[i]));
    return heard <= kept;
}

enum rb_fix_verdict rb_fix_compare(struct rb_mender *m, const struct rb_change *change,
                                   const ringback_result *result)
{
    m->gained = rb_fix_points(m->now) - rb_fix_points(result);
    m->duration_ms = rb_fix_duration(result);
    m->saved_ms = (int64_t)rb_fix_duration(m->now) - (int64_t)m->duration_ms;
    note_mended(m, result);
    if (!result->scored)
        return RB_FIX_DEARER;
    if (!says_the_same(change, &m->now->draft.facts, &result->draft.facts))
        return RB_FIX_MEANING;
    if (change->adds && m->duration_ms > RB_FIX_HALF_MINUTE_MS)
        return RB_FIX_LATE;
    if (breaks_rule(m, result))
        return RB_FIX_BREAKS;
    /* Beyond what a rule costs at most, one finding fewer gains nothing yet. */
    if (m->gained < 0 ||
        (m->gained == 0 && (change->adds || m->now->n_findings <= result->n_findings)))
        return RB_FIX_DEARER;
    return RB_FIX_MADE;
}
