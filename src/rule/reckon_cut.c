/* A draft without one span, which is asked for more than once. */
#include "rule/reckon.h"
#include "rule/without.h"

/* The time of the draft without a span, from its words alone. */
static bool time_anew(struct rb_reckoner *r, struct rb_span span, struct rb_reckoned *out)
{
    const struct rb_draft *draft = r->trial->draft;
    const struct rb_clock_options pace = {draft->known.words_per_minute,
                                          draft->known.number_percent, true};
    struct rb_arena arena;
    struct rb_text text;
    struct rb_phones phones;
    struct rb_clock clock;
    bool good;

    if (r->anew == 0)
        return false;
    r->anew--;
    rb_arena_init(&arena);
    good =
        rb_text_make(&arena, rb_text_without(&arena, draft->text.source.text, &span, 1), &text) &&
        rb_phones_find(&arena, &text, &phones) &&
        rb_clock_run(&arena, &text, &phones, &pace, &clock);
    if (good)
        *out = (struct rb_reckoned){0, rb_reckon_ms(draft, clock.total_ms)};
    else
        r->trial->arena->failed = true;
    rb_arena_free(&arena);
    return good;
}

/* What is known of the draft without a span; UINT32_MAX: nothing. */
static uint32_t find_seen(const struct rb_reckoner *r, struct rb_span span)
{
    for (uint32_t i = 0; i < r->n_seen; i++)
        if (r->seen[i].span.start == span.start && r->seen[i].span.end == span.end)
            return i;
    return UINT32_MAX;
}

static void keep_seen(struct rb_reckoner *r, struct rb_span span, const struct rb_reckoned *then,
                      bool timed)
{
    if (r->n_seen == RB_MOST_ANEW)
        return;
    r->seen[r->n_seen].span = span;
    r->seen[r->n_seen].timed = timed;
    r->seen[r->n_seen++].then = *then;
}

bool rb_reckon_cut(struct rb_reckoner *r, struct rb_span span, struct rb_reckoned *out)
{
    uint32_t seen = find_seen(r, span);

    if (seen != UINT32_MAX && r->seen[seen].timed) {
        r->anew++; /* that it is read was counted already */
        if (!rb_reckon_anew(r, &span, 1, out))
            return false;
        r->seen[seen].then = *out;
        r->seen[seen].timed = false;
        return true;
    }
    if (seen != UINT32_MAX) {
        *out = r->seen[seen].then;
        return true;
    }
    if (!rb_reckon_sentence(r, span, out) && !rb_reckon_anew(r, &span, 1, out))
        return false;
    keep_seen(r, span, out, false);
    return true;
}

bool rb_reckon_cut_ms(struct rb_reckoner *r, struct rb_span span, uint32_t *ms)
{
    uint32_t seen = find_seen(r, span);
    struct rb_reckoned then;

    if (seen != UINT32_MAX) {
        *ms = r->seen[seen].then.ms;
        return true;
    }
    if (rb_reckon_sentence(r, span, &then))
        keep_seen(r, span, &then, false);
    else if (time_anew(r, span, &then))
        keep_seen(r, span, &then, true);
    else
        return false;
    *ms = then.ms;
    return true;
}
