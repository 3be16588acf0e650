#include "report/next.h"

enum { MOST_IN_A_MINUTE = 2, LEAST_RUN = 3 };

/* The fewest findings that make the draft ready: every error, then what gains most. Gives their
 * number and marks them by position in the order. */
static uint32_t to_mend(const struct rb_view *view, bool *mend, uint32_t *score)
{
    const ringback_result *result = view->result;
    uint32_t n = 0, left = 0;

    for (uint32_t i = 0; i < result->n_findings; i++) {
        const struct rb_finding *f = &result->findings[view->order[i]];

        mend[i] = f->severity == RINGBACK_ERROR;
        n += mend[i];
        left += mend[i] ? 0 : f->points;
    }
    for (uint32_t i = 0; i < result->n_findings; i++) {
        const struct rb_finding *f = &result->findings[view->order[i]];

        if (left <= 100 - result->draft.known.min_score)
            break;
        if (mend[i] || f->points == 0)
            continue;
        mend[i] = true;
        n++;
        left -= f->points;
    }
    *score = left < 100 ? 100 - left : 0;
    return n;
}

/* What the most gainful findings of a draft that is ready would bring still. */
static uint32_t in_a_minute(const struct rb_view *view, bool *mend, uint32_t *score)
{
    const ringback_result *result = view->result;
    uint32_t n = 0;

    *score = result->score;
    for (uint32_t i = 0; i < result->n_findings && n < MOST_IN_A_MINUTE; i++) {
        const struct rb_finding *f = &result->findings[view->order[i]];

        if (f->points == 0 || f->gain <= 0)
            continue;
        mend[i] = true;
        n++;
        *score += f->points < (uint32_t)f->gain ? f->points : (uint32_t)f->gain;
    }
    if (*score > 100)
        *score = 100;
    return n;
}

bool rb_view_next(const struct rb_view *view, struct rb_next *out)
{
    const ringback_result *result = view->result;
    uint32_t n;

    *out = (struct rb_next){
        .mend = rb_arena_array(view->scratch, result->n_findings, sizeof *out->mend),
        .ready = result->ready};
    if (!out->mend || !result->scored)
        return false;
    n = out->ready ? in_a_minute(view, out->mend, &out->score)
                   : to_mend(view, out->mend, &out->score);
    for (uint32_t i = 0; i < result->n_findings && !out->ready; i++) {
        const struct rb_finding *f = &result->findings[view->order[i]];

        out->longer |= out->mend[i] && f->start == f->end;
    }
    return n > 0;
}

uint32_t rb_view_costs(const struct rb_view *view, uint32_t listed, uint32_t *next)
{
    const ringback_result *result = view->result;
    uint32_t each = result->findings[view->order[listed]].points, end = listed + 1;

    while (end < result->n_findings && result->findings[view->order[end]].points == each)
        end++;
    *next = end - listed < LEAST_RUN ? listed + 1 : end;
    return each;
}

/* ---- advice ---- */

static struct rb_slice effect_of(struct rb_slice advice)
{
    size_t at = advice.len;

    if (at == 0 || advice.ptr[at - 1] != ')')
        return rb_slice_of("", 0);
    while (at > 0 && advice.ptr[at - 1] != '(')
        at--;
    return at > 1 ? rb_slice_of(advice.ptr + at - 1, advice.len - at + 1) : rb_slice_of("", 0);
}

struct rb_advice rb_view_advice(const struct rb_view *view, uint32_t listed)
{
    const ringback_result *result = view->result;
    const struct rb_finding *f = &result->findings[view->order[listed]];
    struct rb_advice out = {.effect = effect_of(f->advice)};

    out.what = rb_slice_of(f->advice.ptr, f->advice.len - out.effect.len);
    for (uint32_t i = 0; i < listed && out.what.len && !out.said; i++) {
        const struct rb_finding *g = &result->findings[view->order[i]];

        out.said = g->rule == f->rule && g->advice.len >= out.what.len &&
                   memcmp(g->advice.ptr, out.what.ptr, out.what.len) == 0;
    }
    return out;
}
