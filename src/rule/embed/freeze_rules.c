/* Build tool: the compiled rules as constants. */
#include <stdio.h>

#include "rule/check.h"
#include "rule/embed/out.h"

/* ---- checks and rules ---- */

static void groups(const struct rb_check *c)
{
    if (!c->n_groups || known(c->groups, c->n_groups, "groups"))
        return;
    for (uint32_t i = 0; i < c->n_groups; i++)
        slices(c->groups[i].values, c->groups[i].n_values);
    begin_array("struct rb_group", "groups", number(c->groups, "groups"), c->n_groups);
    for (uint32_t i = 0; i < c->n_groups; i++) {
        putchar('{');
        put_slice(c->groups[i].name);
        printf(", ");
        put_ref(c->groups[i].values, c->groups[i].n_values, "slices");
        printf(", %u},\n", (unsigned)c->groups[i].n_values);
    }
    end_array();
}

static void put_check(const struct rb_check *c)
{
    printf("{&rb_check_%s, ", c->kind->name);
    put_what(&c->what);
    printf(", ");
    put_what(&c->other);
    printf(", ");
    put_what(&c->keep);
    printf(", ");
    put_what(&c->apart);
    printf(", ");
    put_list(c->where.items, c->where.n, "windows");
    printf(", %uu, %uu, %u, %u, %u, %u, %u, %u, %u, %u, %d, %d, %d, %d, %d, %d, %d, %d, ",
           (unsigned)c->min, (unsigned)c->max, (unsigned)c->num, (unsigned)c->den,
           (unsigned)c->from, (unsigned)c->until, (unsigned)c->aside, c->counted, c->which,
           c->measure, c->nearly, c->ends, c->reeled, c->inside, c->dial, c->below, c->own_message,
           c->own_advice);
    put_ref(c->groups, c->n_groups, "groups");
    printf(", %u, %u, {%u, %u},\n  ", (unsigned)c->n_groups, (unsigned)c->pattern, c->anchor.kind,
           c->anchor.fact);
    put_template(&c->message);
    printf(", ");
    put_template(&c->advice);
    printf(", ");
    put_list(c->when.items, c->when.n, "conds");
    printf("},\n");
}

static void checks(const struct rb_check *items, size_t n)
{
    if (!n || known(items, n, "checks"))
        return;
    for (size_t i = 0; i < n; i++) {
        what(&items[i].what);
        what(&items[i].other);
        what(&items[i].keep);
        what(&items[i].apart);
        windows(&items[i].where);
        groups(&items[i]);
        template(&items[i].message);
        template(&items[i].advice);
        conds(&items[i].when);
    }
    begin_array("struct rb_check", "checks", number(items, "checks"), n);
    for (size_t i = 0; i < n; i++)
        put_check(&items[i]);
    end_array();
}

static void put_info(const struct rb_rule_info *info)
{
    const struct rb_slice texts[] = {info->id,     info->title,   info->family, info->why,
                                     info->advice, info->sources, info->file};

    putchar('{');
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        put_slice(texts[i]);
        printf(",\n ");
    }
    printf("%u, ", (unsigned)info->line);
    put_place(info->severity_place);
    printf(", ");
    put_place(info->points_place);
    printf(", %u, %u, %d}", (unsigned)info->points, info->severity, info->removable);
}

static void put_rule(const struct rb_rule *r)
{
    putchar('{');
    put_info(&r->info);
    printf(", %u, ", (unsigned)r->order);
    put_list(r->when.items, r->when.n, "conds");
    printf(", ");
    put_ref(r->checks, r->n_checks, "checks");
    printf(", %u, {%u, %u, %u, %u, ", (unsigned)r->n_checks, (unsigned)r->points.first,
           (unsigned)r->points.each, (unsigned)r->points.most, (unsigned)r->points.per);
    put_ref(r->points.steps, r->points.n_steps, "steps");
    printf(", %u}, ", (unsigned)r->points.n_steps);
    put_template(&r->strength);
    printf(", %u, %d, %d, %d},\n", (unsigned)r->adds_ms, r->alone, r->silent, r->twice);
}

static void rules_array(const struct rb_rule *items, size_t n)
{
    if (!n || known(items, n, "rules"))
        return;
    for (size_t i = 0; i < n; i++) {
        const struct rb_points *p = &items[i].points;

        conds(&items[i].when);
        checks(items[i].checks, items[i].n_checks);
        template(&items[i].strength);
        if (!p->n_steps || known(p->steps, p->n_steps, "steps"))
            continue;
        begin_array("struct rb_step", "steps", number(p->steps, "steps"), p->n_steps);
        for (uint32_t k = 0; k < p->n_steps; k++)
            printf("{%u, %u, %d},\n", (unsigned)p->steps[k].over, (unsigned)p->steps[k].each,
                   p->steps[k].severity);
        end_array();
    }
    begin_array("struct rb_rule", "rules", number(items, "rules"), n);
    for (size_t i = 0; i < n; i++)
        put_rule(&items[i]);
    end_array();
}

/* ---- styles ---- */

static void style(const ringback_rules *rules, const struct rb_style *s)
{
    const struct rb_rule *first = rules->rules;

    for (uint32_t r = 0; r < rules->n_rules; r++)
        if (s->rules[r] && s->rules[r] != &first[r])
            rules_array(s->rules[r], 1);
    begin_array("struct rb_rule *const", "row", number(s->rules, "row"), rules->n_rules);
    for (uint32_t r = 0; r < rules->n_rules; r++) {
        const struct rb_rule *rule = s->rules[r];

        if (!rule)
            printf("0,\n");
        else if (rule == &first[r])
            printf("&rules_%u[%u],\n", known(first, 1, "rules"), (unsigned)r);
        else
            printf("&rules_%u[0],\n", known(rule, 1, "rules"));
    }
    end_array();
    conds(&s->looks_like);
    template(&s->hint);
    flags(s->is_a, rules->n_styles);
}

static void styles(const ringback_rules *rules)
{
    for (uint32_t i = 0; i < rules->n_styles; i++)
        style(rules, &rules->styles[i]);
    begin_array("struct rb_style", "styles", 0, rules->n_styles);
    for (uint32_t i = 0; i < rules->n_styles; i++) {
        const struct rb_style *s = &rules->styles[i];

        putchar('{');
        put_slice(s->name);
        printf(", ");
        put_slice(s->doc);
        printf(", 0, ");
        put_ref(s->rules, rules->n_rules, "row");
        printf(", 0, ");
        put_list(s->looks_like.items, s->looks_like.n, "conds");
        printf(", ");
        put_template(&s->hint);
        printf(", ");
        put_ref(s->is_a, rules->n_styles, "flags");
        printf("},\n");
    }
    end_array();
}

static void reminders(const ringback_rules *rules)
{
    for (uint32_t i = 0; i < rules->n_reminders; i++) {
        template(&rules->reminders[i].text);
        conds(&rules->reminders[i].when);
        flags(rules->reminders[i].styles, rules->n_styles);
    }
    begin_array("struct rb_reminder", "reminders", 0, rules->n_reminders);
    for (uint32_t i = 0; i < rules->n_reminders; i++) {
        const struct rb_reminder *r = &rules->reminders[i];

        putchar('{');
        put_slice(r->name);
        printf(", ");
        put_template(&r->text);
        printf(", ");
        put_list(r->when.items, r->when.n, "conds");
        printf(", ");
        put_ref(r->styles, rules->n_styles, "flags");
        printf("},\n");
    }
    end_array();
}

/* What a check for what is similar sets aside is a member of the check. */
static bool put_aside(const struct rb_rule *rule, const struct rb_what *aside)
{
    for (uint32_t c = 0; rule && c < rule->n_checks; c++)
        if (&rule->checks[c].what == aside) {
            printf("&checks_%u[%u].what, ", known(rule->checks, 1, "checks"), (unsigned)c);
            return true;
        }
    return false;
}

static void asides(const ringback_rules *rules)
{
    for (uint32_t i = 0; i < rules->n_aside; i++) {
        bool found = false;

        for (uint32_t r = 0; r < rules->n_rules && !found; r++) {
            found = put_aside(&rules->rules[r], rules->aside[i]);
            for (uint32_t s = 0; s < rules->n_styles && !found; s++)
                found = put_aside(rules->styles[s].rules[r], rules->aside[i]);
        }
        if (!found)
            printf("#error \"a check that is in no rule\"\n");
    }
}

static void patterns(const ringback_rules *rules)
{
    begin_array("struct rb_slice", "patterns", 0, rules->n_patterns);
    for (size_t i = 0; i < rules->n_patterns; i++) {
        put_slice(rules->patterns[i].text);
        printf(",\n");
    }
    end_array();
}

void freeze_rules(const ringback_rules *rules)
{
    rules_array(rules->rules, rules->n_rules);
    styles(rules);
    reminders(rules);
    patterns(rules);
    printf("static const struct rb_frozen_rules rules = {\n    rules_%u, styles_0, reminders_0, "
           "patterns_0, %u, %u, %u, %zu, %u, {",
           known(rules->rules, 1, "rules"), (unsigned)rules->n_rules, (unsigned)rules->n_styles,
           (unsigned)rules->n_reminders, rules->n_patterns, (unsigned)rules->n_facts);
    asides(rules);
    printf("}, %u};\n", (unsigned)rules->n_aside);
    forget();
}
