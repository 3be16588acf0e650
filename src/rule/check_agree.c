/* agree: the values of all mentions can be one thing; nearly: no two are nearly the same, but not
 * quite. */
#include "rule/check.h"
#include "rule/clusters.h"

static void compile(struct rb_compiler *c, const struct rb_yaml *check, struct rb_check *out)
{
    rb_compile_what(c, rb_yaml_get(check, "agree"), &out->what);
}

/* The first earlier value with which a mention does not agree; NULL: it agrees with all. *known: it
 * was said before, word for word. */
static const struct rb_fact *disagrees(const struct rb_check *check, const struct rb_trial *t,
                                       const struct rb_clusters *earlier,
                                       const struct rb_fact *fact, bool *known)
{
    const struct rb_fact *other = NULL;

    *known = false;
    for (uint32_t i = 0; i < earlier->n; i++) {
        const struct rb_fact *item = earlier->items[i].fact;
        enum rb_same same = rb_fact_compare(t, item, fact);

        *known |= rb_slice_equal(rb_fact_value(t->draft, item), rb_fact_value(t->draft, fact));
        if (!other && (same == RB_SAME_NEARLY || (same == RB_SAME_NO && !check->nearly)))
            other = item;
    }
    return other;
}

static enum rb_verdict run(const struct rb_check *check, struct rb_trial *t)
{
    /* Every wording counts: a first name agrees with two full names that do not agree with each
     * other. */
    struct rb_clusters earlier = {.n = 0};
    const struct rb_fact *fact;
    uint32_t n = 0, broken = 0;

    for (uint32_t at = rb_what_from(&check->what, t);
         (fact = rb_what_next(&check->what, t->draft, &at)) != NULL; n++) {
        bool known;
        const struct rb_fact *other = disagrees(check, t, &earlier, fact, &known);

        if (other)
            rb_trial_at(t, fact, other, ++broken);
        if (!known && earlier.n < RB_MOST_CLUSTERS)
            earlier.items[earlier.n++] = (struct rb_cluster){fact, 1};
    }
    if (n < 2)
        return RB_VERDICT_NONE;
    return broken ? RB_VERDICT_BROKEN : RB_VERDICT_KEPT;
}

const struct rb_check_kind rb_check_agree = {"agree", compile, run};
