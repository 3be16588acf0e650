#include "cli/delta.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- what changed ---- */

static size_t findings_of(const ringback_result *result)
{
    size_t n = 0;

    for (int i = RINGBACK_SUGGESTION; result && i <= RINGBACK_ERROR; i++)
        n += ringback_result_count(result, (ringback_severity)i);
    return n;
}

static void list(const ringback_result *result, struct rb_cli_item *items, size_t n)
{
    ringback_finding f;

    for (size_t i = 0; i < n && ringback_result_finding(result, i, &f); i++)
        items[i] = (struct rb_cli_item){f.rule, (int)f.severity, f.message, i, RB_ALONE};
}

bool rb_cli_delta_make(struct rb_cli_run *run, const struct rb_cli_side *before,
                       const struct rb_cli_side *after, struct rb_cli_delta *out)
{
    ringback_finding f;

    *out = (struct rb_cli_delta){.before = *before, .after = *after};
    out->n_old = findings_of(before->result);
    out->n_new = findings_of(after->result);
    out->old = calloc(out->n_old + 1, sizeof *out->old);
    out->new = calloc(out->n_new + 1, sizeof *out->new);
    if (!out->old || !out->new) {
        rb_cli_fail_memory(run);
        rb_cli_delta_free(out);
        return false;
    }
    list(before->result, out->old, out->n_old);
    list(after->result, out->new, out->n_new);
    rb_cli_pair(out->old, out->n_old, out->new, out->n_new);
    for (size_t i = 0; i < out->n_old; i++)
        out->n_gone += out->old[i].partner == RB_ALONE;
    for (size_t i = 0; i < out->n_new; i++) {
        if (out->new[i].partner != RB_ALONE || !ringback_result_finding(after->result, i, &f))
            continue;
        out->n_came++;
        out->came[f.severity]++;
    }
    return true;
}

void rb_cli_delta_free(struct rb_cli_delta *d)
{
    free(d->old);
    free(d->new);
    d->old = d->new = NULL;
}

static uint32_t score_of(const struct rb_cli_side *s)
{
    return ringback_result_score(s->result);
}

static uint32_t ms_of(const struct rb_cli_side *s)
{
    return ringback_result_duration_ms(s->result);
}

bool rb_cli_delta_is_none(const struct rb_cli_delta *d)
{
    return d->before.result && d->after.result && d->n_gone == 0 && d->n_came == 0 &&
           score_of(&d->before) == score_of(&d->after) && ms_of(&d->before) == ms_of(&d->after);
}

/* Above 0: less is better, and `after` is less. */
static int less(uint64_t before, uint64_t after)
{
    return after < before ? 1 : after > before ? -1 : 0;
}

int rb_cli_delta_leave(const struct rb_cli_delta *d, char why[64])
{
    const ringback_result *a = d->before.result, *b = d->after.result;
    uint32_t ms = ms_of(&d->before) > ms_of(&d->after) ? ms_of(&d->before) - ms_of(&d->after)
                                                       : ms_of(&d->after) - ms_of(&d->before);
    char seconds[24];
    int order = ringback_result_ready(b) - ringback_result_ready(a);

    (void)snprintf(why, 64, "it is ready, and the other is not");
    if (order)
        return order;
    order =
        less(ringback_result_count(a, RINGBACK_ERROR), ringback_result_count(b, RINGBACK_ERROR));
    (void)snprintf(why, 64, "it has fewer errors");
    if (order)
        return order;
    order = less(score_of(&d->after), score_of(&d->before));
    (void)snprintf(why, 64, "it has the higher score");
    if (order)
        return order;
    rb_cli_tenths(seconds, sizeof seconds, ms);
    (void)snprintf(why, 64, "it is %s s shorter", seconds);
    return ms < 50 ? 0 : less(ms_of(&d->before), ms_of(&d->after));
}

/* ---- for a person ---- */

static void tell_side(struct rb_cli_teller *t, const struct rb_cli_side *s)
{
    rb_cli_tells(t, s->path);
    if (*s->name) {
        rb_cli_tells(t, ", ");
        rb_cli_tells(t, s->name);
    } else if (s->ordinal) {
        rb_cli_tellf(t, ", draft %lu", (unsigned long)s->ordinal);
    }
}

static bool same_place(const struct rb_cli_delta *d)
{
    return strcmp(d->before.path, d->after.path) == 0 && strcmp(d->before.name, d->after.name) == 0;
}

/* One of the two is not there. */
static void tell_one(struct rb_cli_teller *t, const struct rb_cli_side *one, bool came)
{
    char s[24];

    tell_side(t, one);
    rb_cli_tenths(s, sizeof s, ms_of(one));
    rb_cli_tellf(t, came ? ": new, %lu of 100, %s s%s\n" : ": gone, was %lu of 100, %s s%s\n",
                 (unsigned long)score_of(one), s,
                 came && ringback_result_ready(one->result) ? ", ready" : "");
}

static void tell_both(struct rb_cli_teller *t, const struct rb_cli_delta *d)
{
    const struct rb_cli_side *a = &d->before, *b = &d->after;
    int ready = ringback_result_ready(b->result) - ringback_result_ready(a->result);
    char s[2][24];

    if (!same_place(d)) {
        tell_side(t, a);
        rb_cli_tells(t, " → ");
    }
    tell_side(t, b);
    rb_cli_tenths(s[0], sizeof s[0], ms_of(a));
    rb_cli_tenths(s[1], sizeof s[1], ms_of(b));
    rb_cli_tellf(t, ": %lu → %lu of 100, %s → %s s%s\n", (unsigned long)score_of(a),
                 (unsigned long)score_of(b), s[0], s[1],
                 ready == 0  ? ""
                 : ready > 0 ? ", now ready"
                             : ", no longer ready");
}

/* "  + error: They hear your number only once. (number-twice, +12 points)" */
static void tell_finding(struct rb_cli_teller *t, const ringback_finding *f, bool came)
{
    char points[40] = "";

    if (f->points)
        (void)snprintf(points, sizeof points, ": %s%lu point%s", came ? "−" : "+",
                       (unsigned long)f->points, f->points == 1 ? "" : "s");
    rb_cli_paint(t, came ? "31" : "32");
    rb_cli_tells(t, came ? "  new   " : "  gone  ");
    rb_cli_paint(t, NULL);
    rb_cli_tells(t, ringback_severity_name(f->severity));
    rb_cli_tells(t, ": ");
    rb_cli_words(t, f->message);
    rb_cli_tells(t, " (");
    rb_cli_words(t, f->rule);
    rb_cli_tells(t, points);
    rb_cli_tellf(t, ")\n");
}

static void tell_list(struct rb_cli_teller *t, const ringback_result *result,
                      const struct rb_cli_item *items, size_t n, bool came)
{
    ringback_finding f;

    for (size_t i = 0; i < n; i++)
        if (items[i].partner == RB_ALONE && ringback_result_finding(result, i, &f))
            tell_finding(t, &f, came);
}

void rb_cli_delta_tell(struct rb_cli_teller *t, const struct rb_cli_delta *d)
{
    if (d->before.result && d->after.result)
        tell_both(t, d);
    else
        tell_one(t, d->after.result ? &d->after : &d->before, d->after.result != NULL);
    if (d->after.result)
        tell_list(t, d->before.result, d->old, d->n_old, false);
    tell_list(t, d->after.result, d->new, d->n_new, true);
}
