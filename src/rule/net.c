#include "rule/net.h"

#include "rule/check.h"
#include "rule/points.h"

enum { PACE_OF_ADDS = 150 };

/* ---- deleting ---- */

static struct rb_net net_of(const struct rb_reckoner *r, const struct rb_reckoned *then)
{
    uint32_t now = rb_draft_ms(r->trial->draft);
    struct rb_net net = {.points = (int64_t)r->points - then->points};

    if (then->ms < now)
        net.saved_ms = now - then->ms;
    else
        net.taken_ms = then->ms - now;
    return net;
}

static struct rb_net net_without(struct rb_reckoner *r, const struct rb_mending *m)
{
    const struct rb_draft *draft = r->trial->draft;
    const struct rb_span span = {m->breach->start, m->breach->end};
    uint32_t ms = rb_draft_saves_ms(draft, m->breach->start, m->breach->end);
    struct rb_net net = {.points = m->gained, .saved_ms = rb_reckon_ms(draft, ms)};
    struct rb_reckoned then;

    if (rb_reckon_cut(r, span, &then))
        return net_of(r, &then);
    if (r->facts && r->room) {
        r->room--;
        net.points = (int64_t)r->points - rb_reckon_without(r, &span, 1, ms, NULL).all;
    }
    return net;
}

/* ---- adding ---- */

/* The words that the advice puts into the caller's mouth, when it has them all. */
static struct rb_slice quoted(struct rb_slice advice)
{
    static const char open[] = "\xE2\x80\x9C", close[] = "\xE2\x80\x9D", gap[] = "\xE2\x80\xA6";
    enum { MARK = sizeof open - 1 };
    size_t start = 0, end;

    while (start + MARK <= advice.len && memcmp(advice.ptr + start, open, MARK) != 0)
        start++;
    start += MARK;
    for (end = start; end + MARK <= advice.len; end++) {
        if (memcmp(advice.ptr + end, gap, MARK) == 0)
            break;
        if (memcmp(advice.ptr + end, close, MARK) == 0)
            return rb_slice_of(advice.ptr + start, end - start);
    }
    return rb_slice_of("", 0);
}

static struct rb_net net_with(struct rb_reckoner *r, const struct rb_mending *m)
{
    const struct rb_draft *draft = r->trial->draft;
    const struct rb_what *what = &m->breach->check->what;
    uint32_t pace = draft->known.words_per_minute, end = (uint32_t)draft->text.source.text.len;
    uint32_t ms = m->rule->adds_ms * PACE_OF_ADDS / (pace ? pace : PACE_OF_ADDS);
    uint32_t places[2] = {m->breach->start, m->breach->start};
    struct rb_net net = {.points = m->gained, .taken_ms = ms};
    struct rb_slice words = quoted(m->advice);
    struct rb_reckoned then;

    if (words.len && rb_reckon_words(r, words, m->breach->start, &then))
        return net_of(r, &then);
    if (!m->breach->absent || what->n_terms == 0)
        return net;
    if (m->rule->twice && m->breach->start > 0)
        places[m->breach->check->anchor.kind != RB_ANCHOR_END] =
            m->breach->check->anchor.kind == RB_ANCHOR_END ? 0 : end;
    if (rb_reckon_said(r, &what->terms[0], places, m->rule->twice ? 2 : 1, ms, &then))
        net.points = (int64_t)r->points - then.points;
    return net;
}

/* ---- one thing of several ---- */

/* What is said of leaving it out holds for its own words; what it is said with may stay. */
static struct rb_net net_of_one(struct rb_reckoner *r, const struct rb_mending *m)
{
    struct rb_net net = {.points = m->gained}, then_net;
    struct rb_reckoned then;

    if (!rb_reckon_cut(r, (struct rb_span){m->breach->start, m->breach->end}, &then))
        return net;
    then_net = net_of(r, &then);
    return then_net.points >= net.points ? then_net : net;
}

static bool wants_the_same(const struct rb_check *check)
{
    return check->kind == &rb_check_agree || check->counted == RB_COUNT_DISTINCT;
}

struct rb_net rb_net_of(struct rb_reckoner *r, const struct rb_mending *m)
{
    struct rb_net net = {.points = m->gained};
    struct rb_reckoned then;

    if (m->rule->info.removable && m->breach->end > m->breach->start)
        return net_without(r, m);
    if (m->rule->adds_ms)
        return net_with(r, m);
    if (m->breach->check->counted == RB_COUNT_GROUPS && !m->breach->absent)
        return net_of_one(r, m);
    if (wants_the_same(m->breach->check) && rb_reckon_same(r, &m->breach->check->what, &then))
        return net_of(r, &then);
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
