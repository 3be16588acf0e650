/* similar: no draft that was left before says nearly the same. */
#include "rule/check.h"
#include "rule/history.h"

static void compile(struct rb_compiler *c, const struct rb_yaml *check, struct rb_check *out)
{
    const struct rb_yaml *percent = rb_yaml_get(check, "similar");
    const struct rb_yaml *aside = rb_yaml_get(check, "apart_from");

    out->max = rb_compile_count(c, percent);
    if (out->max < 1 || out->max > 100)
        RB_FAIL(c, percent, "\"similar\" is a percentage from 1 to 100");
    if (aside)
        rb_compile_what(c, aside, &out->what);
    if (c->rules->n_aside == RB_MOST_ASIDE) {
        RB_FAIL(c, check, "more than %d checks for what is similar", (int)RB_MOST_ASIDE);
        return;
    }
    out->aside = c->rules->n_aside;
    c->rules->aside[c->rules->n_aside++] = &out->what;
}

static enum rb_verdict run(const struct rb_check *check, struct rb_trial *t)
{
    const struct rb_text *text = &t->draft->text;
    struct rb_likeness found;

    if (!t->likeness || !t->likeness[check->aside].asked)
        return RB_VERDICT_NONE;
    found = t->likeness[check->aside];
    if (found.percent < check->max)
        return RB_VERDICT_KEPT;
    rb_trial_add(t, (struct rb_breach){.start = text->sentences[0].start,
                                       .end = text->sentences[0].end,
                                       .count = found.percent,
                                       .name = found.name});
    return RB_VERDICT_BROKEN;
}

const struct rb_check_kind rb_check_similar = {"similar", compile, run};
