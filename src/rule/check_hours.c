/* hours: a time of day lies outside of a span of hours, or inside of it. */
#include "rule/check.h"
#include "rule/time_of_day.h"

static void compile(struct rb_compiler *c, const struct rb_yaml *check, struct rb_check *out)
{
    const struct rb_yaml *what = rb_yaml_get(check, "hours");
    const struct rb_yaml *outside = rb_yaml_get(check, "outside");
    const struct rb_yaml *inside = rb_yaml_get(check, "inside");
    const struct rb_yaml *span = outside ? outside : inside;

    out->dial = what->kind == RB_YAML_SCALAR && rb_slice_is(what->text, "dial_at");
    if (!out->dial)
        rb_compile_what(c, what, &out->what);
    out->inside = inside != NULL;
    if (!span)
        return; /* told by the table of keys */
    if (span->n_children != 2 || !rb_parse_minute(span->child->text, &out->from) ||
        !rb_parse_minute(span->child->next->text, &out->until) || out->from >= out->until)
        RB_FAIL(c, span, "\"%.*s\" is two times of day, such as [09:00, 17:00]", (int)span->key.len,
                span->key.ptr);
}

static bool holds(const struct rb_check *check, uint32_t minute)
{
    return (minute >= check->from && minute < check->until) == check->inside;
}

static enum rb_verdict run(const struct rb_check *check, struct rb_trial *t)
{
    enum rb_verdict verdict = RB_VERDICT_NONE;
    const struct rb_fact *fact;
    uint32_t n = 0;

    if (check->dial) {
        uint32_t minute = t->draft->known.dial_minute;

        if (minute == RINGBACK_UNSET)
            return RB_VERDICT_NONE;
        if (holds(check, minute))
            return RB_VERDICT_KEPT;
        rb_trial_absent(t, 1);
        return RB_VERDICT_BROKEN;
    }
    for (uint32_t at = rb_what_from(&check->what, t);
         (fact = rb_what_next(&check->what, t->draft, &at)) != NULL;) {
        uint32_t minute;

        if (!rb_time_of_day(fact->value, &minute) &&
            !rb_time_of_day(rb_fact_words(t->draft, fact), &minute))
            continue;
        if (!holds(check, minute)) {
            rb_trial_at(t, fact, NULL, ++n);
            verdict = RB_VERDICT_BROKEN;
        } else if (verdict == RB_VERDICT_NONE) {
            verdict = RB_VERDICT_KEPT;
        }
    }
    return verdict;
}

const struct rb_check_kind rb_check_hours = {"hours", compile, run};
