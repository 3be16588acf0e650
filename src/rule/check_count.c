/* count: how often something is said, in how many values, in how many groups of values. */
#include "rule/check.h"
#include "rule/clusters.h"

enum { MOST_GROUPS = 32 };

/* ---- compiling ---- */

static void compile_groups(struct rb_compiler *c, const struct rb_yaml *node, struct rb_check *out)
{
    struct rb_group *groups;

    if (node->n_children > MOST_GROUPS) {
        RB_FAIL(c, node, "more than %d groups", (int)MOST_GROUPS);
        return;
    }
    groups = rb_arena_array(c->arena, node->n_children, sizeof *groups);
    if (!groups)
        return;
    for (const struct rb_yaml *g = node->child; g; g = g->next) {
        struct rb_group *group = &groups[out->n_groups++];

        group->name = g->key;
        group->n_values = rb_compile_words(c, g, &group->values);
        for (const struct rb_yaml *v = g->child; v; v = v->next)
            rb_compile_value(c, v, &out->what);
    }
    out->groups = groups;
}

static void compile(struct rb_compiler *c, const struct rb_yaml *check, struct rb_check *out)
{
    const struct rb_yaml *min = rb_yaml_get(check, "min"), *max = rb_yaml_get(check, "max");
    const struct rb_yaml *groups = rb_yaml_get(check, "groups");
    bool same = rb_yaml_get(check, "same"), distinct = rb_yaml_get(check, "distinct");

    rb_compile_what(c, rb_yaml_get(check, "count"), &out->what);
    out->counted = same ? RB_COUNT_SAME : distinct ? RB_COUNT_DISTINCT : RB_COUNT_ALL;
    if (groups) {
        out->counted = RB_COUNT_GROUPS;
        compile_groups(c, groups, out);
    }
    if (min)
        out->min = rb_compile_count(c, min);
    if (max)
        out->max = rb_compile_count(c, max);
    if (min && !max && out->min == 0)
        RB_FAIL(c, min, "a count is never less than 0: this check can never be broken");
    else if (min && max && out->min > out->max)
        RB_FAIL(c, min, "min is more than max: this check can never be kept");
}

/* ---- running ---- */

static const struct rb_fact *next_counted(const struct rb_check *check, const struct rb_trial *t,
                                          uint32_t *at)
{
    const struct rb_fact *fact;

    while ((fact = rb_what_next(&check->what, t->draft, at)) != NULL)
        if (rb_windows_hold(&check->where, t, fact, false))
            return fact;
    return NULL;
}

static uint32_t count_all(const struct rb_check *check, struct rb_trial *t)
{
    const struct rb_fact *fact, *first = NULL;
    uint32_t n = check->where.n ? 0 : rb_what_count(&check->what, t), i = 0;

    /* Where they may stand anywhere they are counted already. */
    if (!check->where.n && n <= check->max)
        return n;
    n = 0;
    for (uint32_t at = rb_what_from(&check->what, t); (fact = next_counted(check, t, &at)) != NULL;
         n++)
        first = first ? first : fact;
    if (n <= check->max)
        return n;
    for (uint32_t at = rb_what_from(&check->what, t); (fact = next_counted(check, t, &at)) != NULL;
         i++)
        if (i >= check->max)
            rb_trial_at(t, fact, fact == first ? NULL : first, n);
    return n;
}

/* The largest number of mentions of one value; what it has too many of is at its last ones. */
static uint32_t count_same(const struct rb_check *check, struct rb_trial *t)
{
    enum rb_same least = check->nearly ? RB_SAME_NEARLY : RB_SAME_YES;
    struct rb_clusters clusters = {.n = 0};
    const struct rb_fact *fact;
    uint32_t largest = 0;

    for (uint32_t at = rb_what_from(&check->what, t);
         (fact = next_counted(check, t, &at)) != NULL;) {
        const struct rb_cluster *cluster = rb_clusters_add(&clusters, t, fact, least);

        if (cluster && cluster->size > largest)
            largest = cluster->size;
        if (cluster && cluster->size > check->max)
            rb_trial_at(t, fact, cluster->fact, cluster->size);
    }
    return largest;
}

static uint32_t count_distinct(const struct rb_check *check, struct rb_trial *t)
{
    enum rb_same least = check->nearly ? RB_SAME_NEARLY : RB_SAME_YES;
    struct rb_clusters clusters = {.n = 0};
    const struct rb_fact *fact;
    uint32_t n;

    for (uint32_t at = rb_what_from(&check->what, t); (fact = next_counted(check, t, &at)) != NULL;)
        (void)rb_clusters_add(&clusters, t, fact, least);
    n = clusters.n + clusters.more;
    for (uint32_t i = check->max; i < clusters.n; i++)
        rb_trial_at(t, clusters.items[i].fact, i ? clusters.items[0].fact : NULL, n);
    return n;
}

/* The number of the group that lists a value; n_groups: none does. */
static uint32_t group_of(const struct rb_check *check, struct rb_slice value)
{
    uint32_t i = 0;

    for (; i < check->n_groups; i++)
        for (uint32_t v = 0; v < check->groups[i].n_values; v++)
            if (rb_slice_equal(check->groups[i].values[v], value))
                return i;
    return i;
}

/* The groups that may stay are those which the rule names, in its order, then those said first. */
static uint32_t count_groups(const struct rb_check *check, struct rb_trial *t)
{
    const struct rb_fact *named[MOST_GROUPS] = {0}, *kept = NULL, *fact;
    struct rb_clusters others = {.n = 0};
    uint32_t n = 0, stay = check->max;

    for (uint32_t at = rb_what_from(&check->what, t);
         (fact = next_counted(check, t, &at)) != NULL;) {
        uint32_t group = group_of(check, rb_fact_value(t->draft, fact));

        if (group == check->n_groups)
            (void)rb_clusters_add(&others, t, fact, RB_SAME_YES);
        else if (!named[group])
            named[group] = fact;
    }
    for (uint32_t i = 0; i < check->n_groups; i++)
        n += named[i] != NULL;
    n += others.n + others.more;
    for (uint32_t i = 0; i < check->n_groups + others.n; i++) {
        fact = i < check->n_groups ? named[i] : others.items[i - check->n_groups].fact;
        if (!fact)
            continue;
        kept = kept ? kept : fact;
        if (stay > 0)
            stay--;
        else
            rb_trial_at(t, fact, fact == kept ? NULL : kept, n);
    }
    return n;
}

static enum rb_verdict run(const struct rb_check *check, struct rb_trial *t)
{
    size_t before = t->n_breaches;
    uint32_t n = 0;

    switch ((enum rb_counted)check->counted) {
    case RB_COUNT_ALL:
        n = count_all(check, t);
        break;
    case RB_COUNT_SAME:
        n = count_same(check, t);
        break;
    case RB_COUNT_DISTINCT:
        n = count_distinct(check, t);
        break;
    case RB_COUNT_GROUPS:
        n = count_groups(check, t);
        break;
    }
    if (check->min != UINT32_MAX && n < check->min)
        rb_trial_absent(t, n);
    return t->n_breaches > before ? RB_VERDICT_BROKEN : RB_VERDICT_KEPT;
}

const struct rb_check_kind rb_check_count = {"count", compile, run};
