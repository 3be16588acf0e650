/* order: the first of one thing begins before the first of another. */
#include "rule/check.h"

static void compile(struct rb_compiler *c, const struct rb_yaml *check, struct rb_check *out)
{
    const struct rb_yaml *order = rb_yaml_get(check, "order");

    if (order->n_children != 2) {
        RB_FAIL(c, order, "\"order\" is a list of two: what comes first, and what comes after it");
        return;
    }
    rb_compile_what(c, order->child, &out->what);
    rb_compile_what(c, order->child->next, &out->other);
}

static enum rb_verdict run(const struct rb_check *check, struct rb_trial *t)
{
    uint32_t at = rb_what_from(&check->what, t), other_at = rb_what_from(&check->other, t);
    const struct rb_fact *first = rb_what_next(&check->what, t->draft, &at);
    const struct rb_fact *second = rb_what_next(&check->other, t->draft, &other_at);

    if (!first || !second)
        return RB_VERDICT_NONE;
    if (first->start <= second->start)
        return RB_VERDICT_KEPT;
    rb_trial_at(t, second, first, 1);
    return RB_VERDICT_BROKEN;
}

const struct rb_check_kind rb_check_order = {"order", compile, run};
