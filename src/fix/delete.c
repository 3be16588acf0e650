/* What removable findings mark, left out. */
#include "fix/piece.h"
#include "fix/steps.h"

/* Blank and marks around the words that went are not worth a quotation. */
static struct rb_slice trimmed(struct rb_slice words)
{
    while (words.len && memchr(" ,;\t\r\n", words.ptr[0], 6)) {
        words.ptr++;
        words.len--;
    }
    while (words.len && memchr(" ,;\t\r\n", words.ptr[words.len - 1], 6))
        words.len--;
    return words;
}

static struct rb_slice words_of(struct rb_mender *m, const struct rb_change *change)
{
    const struct rb_splice *longest = &change->splices[0];

    for (uint32_t i = 1; i < change->n; i++)
        if (change->splices[i].end - change->splices[i].start > longest->end - longest->start)
            longest = &change->splices[i];
    return rb_arena_copy(&m->fix->arena, trimmed(rb_slice_of(m->text.ptr + longest->start,
                                                             longest->end - longest->start)));
}

/* Of the ways that fail, what is told is why the one fails that comes nearest. */
static void refuse(struct rb_mender *m, struct rb_slice rule, struct rb_slice words, uint32_t start,
                   uint32_t end, const char *why)
{
    rb_mender_tell(m, false, rule, start, end, words, rb_fix_message(m, "left in ", words, why));
}

static bool try_finding(struct rb_mender *m, uint32_t index, bool tell)
{
    const struct rb_finding *f = &m->now->findings[index];
    struct rb_slice rule = f->rule->id, words;
    const char *why = ": its sentence would not stand without it";
    struct rb_ways ways = {.n = 0};
    struct rb_scene scene;
    uint32_t start = rb_mender_origin(m, f->start), end = rb_mender_origin(m, f->end);

    if (!f->rule->removable || f->start == f->end)
        return false;
    words = rb_arena_copy(&m->fix->arena, rb_slice_of(m->text.ptr + f->start, f->end - f->start));
    if (rb_scene_make(m->now, f, &scene)) {
        enum rb_fix_kind kind = rb_fix_kind_at(m->now, f);

        if (kind == RB_KIND_TITLE)
            rb_ways_title(&scene, &ways);
        rb_ways_piece(&scene, kind, &ways);
        if (kind == RB_KIND_PRAISE)
            rb_ways_puff(&scene, &ways);
        if (kind == RB_KIND_WARE && ways.n == 0)
            why = ": it may be what the call is about";
    }
    for (uint32_t i = 0; i < ways.n && m->status == RINGBACK_OK; i++) {
        struct rb_slice gone = words_of(m, &ways.changes[i]);
        enum rb_fix_verdict verdict = rb_mender_try(m, &ways.changes[i]);

        if (verdict == RB_FIX_MADE) {
            rb_mender_tell(m, true, rule, start, end, gone,
                           rb_fix_message(m, "left out ", gone, ""));
            return true;
        }
        if (verdict != RB_FIX_FAILED)
            why = rb_fix_why(m, verdict);
    }
    if (tell)
        refuse(m, rule, words, start, end, why);
    return false;
}

bool rb_fix_deletions(struct rb_mender *m, bool tell)
{
    bool any = false;

    /* From the end: what is before stays where it is. */
    for (uint32_t i = m->now->n_findings; i > 0 && m->status == RINGBACK_OK; i--)
        if (i <= m->now->n_findings)
            any |= try_finding(m, i - 1, tell);
    return any;
}
