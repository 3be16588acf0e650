#include "fix/fix.h"

#include <stdlib.h>

#include "base/error.h"
#include "fix/compare.h"
#include "fix/steps.h"

enum {
    MOST_ROUNDS = 8, /* each round mends all that it sees; a second one sees what the first made
                        possible */
    MOST_QUOTED = 72
};

/* ---- words ---- */

/* At a space, and never within a character. */
static size_t cut_length(struct rb_slice words)
{
    size_t n = MOST_QUOTED, space;

    while (n > 0 && ((unsigned char)words.ptr[n] & 0xC0) == 0x80)
        n--;
    for (space = n; space > n / 2; space--)
        if (words.ptr[space] == ' ')
            return space;
    return n;
}

struct rb_slice rb_fix_message(struct rb_mender *m, const char *head, struct rb_slice words,
                               const char *tail)
{
    struct rb_buffer out;
    bool cut = words.len > MOST_QUOTED;

    rb_buffer_init(&out);
    rb_buffer_puts(&out, head);
    rb_buffer_puts(&out, "“");
    rb_buffer_add(&out, words.ptr, cut ? cut_length(words) : words.len);
    rb_buffer_puts(&out, cut ? "…”" : "”");
    rb_buffer_puts(&out, tail);
    return rb_buffer_keep(&out, &m->fix->arena);
}

const char *rb_fix_why(const struct rb_mender *m, enum rb_fix_verdict verdict)
{
    struct rb_buffer out;

    rb_buffer_init(&out);
    switch (verdict) {
    case RB_FIX_DEARER:
        rb_buffer_puts(&out, ": the score would not rise");
        break;
    case RB_FIX_BREAKS:
        rb_buffer_puts(&out, ": it would break ");
        rb_buffer_slice_add(&out, m->broken);
        break;
    case RB_FIX_MEANING:
        rb_buffer_puts(&out, ": more than that would be lost with it");
        break;
    case RB_FIX_LATE:
        rb_buffer_puts(&out, ": it would take ");
        rb_buffer_seconds(&out, m->duration_ms);
        rb_buffer_puts(&out, " s, cut ");
        rb_buffer_seconds(&out, m->duration_ms - RB_FIX_HALF_MINUTE_MS);
        rb_buffer_puts(&out, " s first");
        break;
    case RB_FIX_MADE:
    case RB_FIX_FAILED:
        break;
    }
    return rb_buffer_keep(&out, &m->fix->arena).ptr;
}

/* ---- edits ---- */

/* What differs from the draft that was given: runs of bytes that do not follow one another there.
 */
static void find_edits(struct rb_mender *m, uint32_t given)
{
    ringback_fixed *fix = m->fix;
    uint32_t at = 0, n = (uint32_t)m->text.len, expected = 0;

    while (at < n || expected < given) {
        uint32_t from = at;
        struct rb_fix_edit *edits;

        if (at < n && m->origin[at] == expected) {
            at++;
            expected++;
            continue;
        }
        while (at < n && m->origin[at] == RB_FIX_NEW)
            at++;
        edits = rb_arena_grow(&fix->arena, fix->edits, fix->n_edits, &fix->edits_cap,
                              sizeof *fix->edits);
        if (!edits)
            return;
        fix->edits = edits;
        edits[fix->n_edits++] = (struct rb_fix_edit){expected, m->origin[at],
                                                     rb_slice_of(fix->text.ptr + from, at - from)};
        expected = m->origin[at];
    }
}

/* ---- the run ---- */

static void round_of(struct rb_mender *m, bool *any)
{
    *any = rb_fix_groups(m);
    if (m->status == RINGBACK_OK)
        *any |= rb_fix_deletions(m, false);
    if (m->status == RINGBACK_OK)
        *any |= rb_fix_close(m, false);
}

static void mend(struct rb_mender *m)
{
    bool any = true;

    if (!m->now->scored)
        return;
    for (uint32_t i = 0; i < MOST_ROUNDS && any && m->status == RINGBACK_OK; i++)
        round_of(m, &any);
    /* Nothing changes any more: what is left is told. */
    if (m->status == RINGBACK_OK)
        (void)rb_fix_deletions(m, true);
    if (m->status == RINGBACK_OK)
        (void)rb_fix_close(m, true);
}

/* Beyond what a rule costs at most, a finding fewer gains nothing: many of them together may. When
 * they do not, the draft stays as it was. */
static void take_back(struct rb_mender *m, struct rb_slice text)
{
    ringback_fixed *fix = m->fix;

    if (m->status != RINGBACK_OK || m->now == fix->before ||
        rb_fix_points(m->now) < rb_fix_points(fix->before))
        return;
    m->judge->forget(m->now);
    m->now = fix->before;
    rb_buffer_clear(&m->text);
    rb_buffer_slice_add(&m->text, text);
    for (uint32_t i = 0; i <= text.len; i++)
        m->origin[i] = i;
    for (size_t i = 0; i < fix->n_steps; i++) {
        struct rb_fix_step *step = &fix->steps[i];

        if (!step->made)
            continue;
        step->made = false;
        step->points = step->saved_ms = 0;
        step->message = rb_fix_message(m, "left in ", step->words, ": the score would not rise");
    }
}

static bool begin(struct rb_mender *m, struct rb_slice text)
{
    struct rb_arena *arena = &m->fix->arena;

    m->origin_cap = 2 * text.len + 1024;
    m->origin = rb_arena_array(arena, m->origin_cap, sizeof *m->origin);
    m->next_origin = rb_arena_array(arena, m->origin_cap, sizeof *m->next_origin);
    rb_buffer_slice_add(&m->text, text);
    if (rb_arena_failed(arena) || m->text.failed)
        return false;
    for (uint32_t i = 0; i <= text.len; i++)
        m->origin[i] = i;
    return true;
}

static ringback_status run(struct rb_mender *m, struct rb_slice text)
{
    ringback_fixed *fix = m->fix;
    bool memory = begin(m, text);

    if (memory) {
        mend(m);
        take_back(m, text);
        fix->text = rb_arena_copy(&fix->arena, rb_buffer_slice(&m->text));
        find_edits(m, (uint32_t)text.len);
        fix->after = m->now;
    }
    if (m->status == RINGBACK_OK && (!memory || rb_arena_failed(&fix->arena)))
        m->status = RINGBACK_ERR_MEMORY;
    if (m->status == RINGBACK_ERR_MEMORY)
        return rb_error_set(m->err, RINGBACK_ERR_MEMORY, "out of memory");
    return m->status;
}

ringback_status rb_fix_run(const struct rb_fix_judge *judge, struct rb_slice text,
                           ringback_fixed **out, ringback_error *err)
{
    struct rb_mender m = {.judge = judge, .err = err, .status = RINGBACK_OK};

    *out = NULL;
    if (text.len > RB_FIX_MAX_BYTES)
        return rb_error_set(err, RINGBACK_ERR_LIMIT,
                            "a draft of more than %d KiB is not mended: it is no voicemail",
                            (int)RB_FIX_MAX_BYTES / 1024);
    m.fix = calloc(1, sizeof *m.fix);
    if (!m.fix)
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    rb_arena_init(&m.fix->arena);
    rb_buffer_init(&m.text);
    rb_buffer_init(&m.next);
    m.fix->forget = judge->forget;
    m.status = judge->judge(judge->ctx, text, &m.fix->before, err);
    m.now = m.fix->after = m.fix->before;
    if (m.status == RINGBACK_OK)
        m.status = run(&m, text);
    rb_buffer_free(&m.text);
    rb_buffer_free(&m.next);
    if (m.status)
        rb_fix_free(m.fix);
    else
        *out = m.fix;
    return m.status;
}

void rb_fix_free(ringback_fixed *fix)
{
    if (!fix)
        return;
    if (fix->after != fix->before)
        fix->forget(fix->after);
    if (fix->before)
        fix->forget(fix->before);
    rb_arena_free(&fix->arena);
    free(fix);
}
