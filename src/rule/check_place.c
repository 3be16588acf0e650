/* place: where in the draft something begins or ends. */
#include "rule/check.h"

static void compile(struct rb_compiler *c, const struct rb_yaml *check, struct rb_check *out)
{
    const struct rb_yaml *begins = rb_yaml_get(check, "begins"), *ends = rb_yaml_get(check, "ends");
    const struct rb_yaml *which = rb_yaml_get(check, "which");

    rb_compile_what(c, rb_yaml_get(check, "place"), &out->what);
    out->ends = ends != NULL;
    rb_compile_windows(c, begins ? begins : ends, &out->where);
    if (!which || rb_slice_is(which->text, "first"))
        out->which = RB_WHICH_FIRST;
    else if (rb_slice_is(which->text, "last"))
        out->which = RB_WHICH_LAST;
    else
        out->which = rb_slice_is(which->text, "any") ? RB_WHICH_ANY : RB_WHICH_EACH;
}

static void add(struct rb_trial *t, const struct rb_fact *fact, uint32_t n)
{
    rb_trial_add(t, (struct rb_breach){.start = fact->start,
                                       .end = fact->end,
                                       .fact = fact,
                                       .count = n,
                                       .amount = rb_draft_start_ms(t->draft, fact->start),
                                       .in_ms = true});
}

static enum rb_verdict run(const struct rb_check *check, struct rb_trial *t)
{
    const struct rb_fact *fact, *first = NULL, *last = NULL;
    uint32_t n = 0, inside = 0, at;
    bool kept = false;

    for (at = rb_what_from(&check->what, t);
         (fact = rb_what_next(&check->what, t->draft, &at)) != NULL; n++) {
        first = first ? first : fact;
        last = fact;
        if (check->which >= RB_WHICH_ANY)
            inside += rb_windows_hold(&check->where, t, fact, check->ends);
    }
    if (!first)
        return RB_VERDICT_NONE;
    switch ((enum rb_which)check->which) {
    case RB_WHICH_FIRST:
        kept = rb_windows_hold(&check->where, t, first, check->ends);
        break;
    case RB_WHICH_LAST:
        kept = rb_windows_hold(&check->where, t, last, check->ends);
        break;
    case RB_WHICH_ANY:
        kept = inside > 0;
        break;
    case RB_WHICH_EACH:
        kept = inside == n;
        break;
    }
    if (kept)
        return RB_VERDICT_KEPT;
    if (check->which != RB_WHICH_EACH)
        add(t, check->which == RB_WHICH_LAST ? last : first, n);
    for (at = 0; check->which == RB_WHICH_EACH;) {
        fact = rb_what_next(&check->what, t->draft, &at);
        if (!fact)
            break;
        if (!rb_windows_hold(&check->where, t, fact, check->ends))
            add(t, fact, n);
    }
    return RB_VERDICT_BROKEN;
}

const struct rb_check_kind rb_check_place = {"place", compile, run};
