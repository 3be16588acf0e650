#include "fix/mender.h"

#include "base/error.h"
#include "fix/compare.h"

void rb_splice_add(struct rb_change *change, uint32_t start, uint32_t end, struct rb_slice text,
                   bool slight)
{
    uint32_t at = change->n;

    if (at == RB_MAX_SPLICES)
        return;
    for (; at > 0 && change->splices[at - 1].start > start; at--)
        change->splices[at] = change->splices[at - 1];
    change->splices[at] = (struct rb_splice){start, end, text, slight};
    change->n++;
}

/* Appends bytes to the copy along with their origin; false when there is no room. */
static bool append(struct rb_mender *m, const char *bytes, size_t n, const uint32_t *origin)
{
    size_t at = m->next.len;

    if (n >= m->origin_cap - at)
        return false;
    for (size_t i = 0; i < n; i++)
        m->next_origin[at + i] = origin ? origin[i] : RB_FIX_NEW;
    rb_buffer_add(&m->next, bytes, n);
    return !m->next.failed;
}

static bool apply(struct rb_mender *m, const struct rb_change *change)
{
    uint32_t at = 0;

    rb_buffer_clear(&m->next);
    for (uint32_t i = 0; i < change->n; i++) {
        const struct rb_splice *s = &change->splices[i];

        if (!append(m, m->text.ptr + at, s->start - at, m->origin + at) ||
            !append(m, s->text.ptr, s->text.len, NULL))
            return false;
        at = s->end;
    }
    if (!append(m, m->text.ptr + at, m->text.len - at, m->origin + at))
        return false;
    m->next_origin[m->next.len] = m->origin[m->text.len];
    return true;
}

static void swap(struct rb_mender *m, ringback_result *result)
{
    struct rb_buffer text = m->text;
    uint32_t *origin = m->origin;

    m->text = m->next;
    m->next = text;
    m->origin = m->next_origin;
    m->next_origin = origin;
    if (m->now != m->fix->before)
        m->judge->forget(m->now);
    m->now = result;
}

static enum rb_fix_verdict judge(struct rb_mender *m, const struct rb_change *change, bool keep)
{
    ringback_result *result = NULL;
    enum rb_fix_verdict verdict;

    if (!apply(m, change)) {
        if (!m->next.failed)
            return RB_FIX_DEARER;
        m->status = RINGBACK_ERR_MEMORY;
        return RB_FIX_FAILED;
    }
    m->judged += m->next.len;
    if (m->judged > RB_FIX_MAX_JUDGED)
        m->status = rb_error_set(m->err, RINGBACK_ERR_LIMIT,
                                 "there is too much to mend in this draft: it is no voicemail");
    else
        m->status = m->judge->judge(m->judge->ctx, rb_buffer_slice(&m->next), &result, m->err);
    if (m->status)
        return RB_FIX_FAILED;
    verdict = rb_fix_compare(m, change, result);
    if (verdict == RB_FIX_MADE && keep)
        swap(m, result);
    else
        m->judge->forget(result);
    return verdict;
}

enum rb_fix_verdict rb_mender_try(struct rb_mender *m, const struct rb_change *change)
{
    return judge(m, change, true);
}

enum rb_fix_verdict rb_mender_weigh(struct rb_mender *m, const struct rb_change *change)
{
    return judge(m, change, false);
}

uint32_t rb_mender_origin(const struct rb_mender *m, uint32_t at)
{
    while (at < m->text.len && m->origin[at] == RB_FIX_NEW)
        at++;
    return m->origin[at];
}

void rb_mender_tell(struct rb_mender *m, bool made, struct rb_slice rule, uint32_t start,
                    uint32_t end, struct rb_slice words, struct rb_slice message)
{
    ringback_fixed *fix = m->fix;
    struct rb_fix_step *steps =
        rb_arena_grow(&fix->arena, fix->steps, fix->n_steps, &fix->steps_cap, sizeof *fix->steps);

    if (!steps)
        return;
    fix->steps = steps;
    steps[fix->n_steps++] = (struct rb_fix_step){.rule = rb_arena_copy(&fix->arena, rule),
                                                 .message = message,
                                                 .words = words,
                                                 .made = made,
                                                 .points = made ? (int32_t)m->gained : 0,
                                                 .saved_ms = made ? (int32_t)m->saved_ms : 0,
                                                 .start = start,
                                                 .end = end};
}
