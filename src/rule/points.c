#include "rule/points.h"

#include "rule/check.h"

enum { MOST_STEPS = 16 };

/* ---- compiling ---- */

static void compile_steps(struct rb_compiler *c, const struct rb_yaml *node,
                          enum rb_measure measure, struct rb_points *out)
{
    uint32_t last = 0;
    struct rb_step *steps;

    if (node->n_children > MOST_STEPS) {
        RB_FAIL(c, node, "more than %d steps", (int)MOST_STEPS);
        return;
    }
    steps = rb_arena_array(c->arena, node->n_children, sizeof *steps);
    if (!steps)
        return;
    for (const struct rb_yaml *s = node->child; s; s = s->next) {
        const struct rb_yaml *over = rb_yaml_get(s, "over"), *each = rb_yaml_get(s, "each");
        const struct rb_yaml *severity = rb_yaml_get(s, "severity");
        struct rb_step *step = &steps[out->n_steps];

        (void)rb_compile_complete(c, s, RB_CTX_STEP);
        if (!over)
            continue;
        step->over = rb_compile_measure(c, measure, over);
        step->each = each ? rb_compile_count(c, each)
                          : (out->n_steps ? steps[out->n_steps - 1].each : out->each);
        step->severity = severity ? (int8_t)rb_compile_severity(severity->text) : -1;
        if (step->over <= last)
            RB_FAIL(c, over, "steps must rise");
        last = step->over;
        out->n_steps++;
    }
    out->steps = steps;
}

void rb_compile_points(struct rb_compiler *c, const struct rb_yaml *node,
                       const struct rb_check *check, struct rb_points *out)
{
    const struct rb_yaml *first, *each, *most, *per, *steps;
    enum rb_measure measure = check ? (enum rb_measure)check->measure : RB_MEASURE_RATIO;

    *out = (struct rb_points){.most = UINT32_MAX};
    if (node->kind == RB_YAML_SCALAR) {
        out->first = rb_compile_count(c, node);
        return;
    }
    first = rb_yaml_get(node, "first");
    each = rb_yaml_get(node, "each");
    most = rb_yaml_get(node, "most");
    per = rb_yaml_get(node, "per");
    steps = rb_yaml_get(node, "steps");
    (void)rb_compile_complete(c, node, RB_CTX_POINTS);
    out->first = first ? rb_compile_count(c, first) : 0;
    out->each = each ? rb_compile_count(c, each) : 0;
    out->most = most ? rb_compile_count(c, most) : UINT32_MAX;
    if (!per)
        return;
    if (!check || check->kind != &rb_check_limit || measure == RB_MEASURE_RATIO ||
        check->max == UINT32_MAX) {
        RB_FAIL(c, per, "\"per\" makes sense only with a limit that has a max");
        return;
    }
    out->per = rb_compile_measure(c, measure, per);
    if (out->per == 0)
        RB_FAIL(c, per, "\"per\" must be more than 0");
    if (steps)
        compile_steps(c, steps, measure, out);
}

/* ---- counting ---- */

uint32_t rb_points_of(const struct rb_points *p, uint32_t n)
{
    uint64_t sum = n ? p->first + (uint64_t)p->each * (n - 1) : 0;

    return sum < p->most ? (uint32_t)sum : p->most;
}

/* Units between two amounts, a started one counted whole. */
static uint64_t units(uint32_t from, uint32_t to, uint32_t per)
{
    return to > from ? ((uint64_t)to - from + per - 1) / per : 0;
}

uint32_t rb_points_over(const struct rb_points *p, uint32_t limit, uint32_t amount,
                        uint8_t *severity)
{
    uint32_t from = limit, each = p->each;
    uint64_t sum = p->first;

    if (amount <= limit)
        return 0;
    for (uint32_t i = 0; i <= p->n_steps; i++) {
        uint32_t to = i < p->n_steps ? p->steps[i].over : UINT32_MAX;

        if (to < from)
            to = from;
        sum += units(from, amount < to ? amount : to, p->per) * each;
        if (amount <= to || i == p->n_steps)
            break;
        from = to;
        each = p->steps[i].each;
        if (p->steps[i].severity >= 0)
            *severity = (uint8_t)p->steps[i].severity;
    }
    return sum < p->most ? (uint32_t)sum : p->most;
}
