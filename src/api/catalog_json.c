/* The rules in force, and what is to be said of one of them, as JSON. */
#include "api/catalog.h"
#include "base/json.h"
#include "report/report.h"
#include "rule/about.h"

/* A document while it is written. */
struct json {
    struct rb_buffer *out;
    const ringback_rules *rules;
    struct rb_buffer text, more; /* what is put together before it is a string */
};

static void key(struct json *j, const char *name)
{
    struct rb_buffer *out = j->out;
    char last = out->len ? out->ptr[out->len - 1] : '{';

    if (last != '{' && last != '[')
        rb_buffer_putc(out, ',');
    if (name) {
        rb_buffer_putc(out, '"');
        rb_buffer_puts(out, name);
        rb_buffer_puts(out, "\":");
    }
}

static void string(struct json *j, const char *name, struct rb_slice value)
{
    key(j, name);
    rb_json_string(j->out, value);
}

static void number(struct json *j, const char *name, uint64_t value)
{
    key(j, name);
    rb_buffer_uint(j->out, value);
}

static void boolean(struct json *j, const char *name, bool value)
{
    key(j, name);
    rb_buffer_puts(j->out, value ? "true" : "false");
}

static void begin(struct json *j, const char *name, char bracket)
{
    key(j, name);
    rb_buffer_putc(j->out, bracket);
}

static void end(struct json *j, char bracket)
{
    rb_buffer_putc(j->out, bracket);
}

static void place(struct json *j, struct rb_place at)
{
    if (!at.line)
        return;
    string(j, "file", rb_slice_str(at.source));
    number(j, "line", at.line);
}

/* ---- a rule ---- */

/* What it is in one style; off: what turned it off there. */
static void state(struct json *j, const struct rb_rule_info *here, struct rb_place off)
{
    boolean(j, "on", here != NULL);
    if (here) {
        string(j, "severity", rb_slice_str(rb_severity_name(here->severity)));
        number(j, "points", here->points);
    }
    place(j, here ? here->severity_place : off);
}

static void sources(struct json *j, struct rb_slice list)
{
    begin(j, "sources", '[');
    while (list.len) {
        size_t n = 0;

        while (n < list.len && list.ptr[n] != ',')
            n++;
        string(j, NULL, rb_slice_of(list.ptr, n));
        n += n < list.len ? 2 : 0;
        list = rb_slice_of(list.ptr + n, list.len - n);
    }
    end(j, ']');
}

static void differences(struct json *j, size_t rule)
{
    const struct rb_rule_info *standard = rb_rules_in_style(j->rules, 0, rule);

    begin(j, "styles", '[');
    for (size_t i = 1; i < rb_rules_styles(j->rules); i++) {
        const struct rb_rule_info *here = rb_rules_in_style(j->rules, i, rule);

        if (standard == here || (standard && here && standard->severity == here->severity &&
                                 standard->points == here->points))
            continue;
        begin(j, NULL, '{');
        string(j, "style", rb_rules_style_name(j->rules, i));
        state(j, here, rb_about_off(j->rules, i, rule));
        end(j, '}');
    }
    end(j, ']');
}

static void rule_members(struct json *j, size_t n)
{
    const struct rb_rule_info *rule = rb_rules_at(j->rules, n);

    string(j, "rule", rule->id);
    string(j, "title", rule->title);
    string(j, "family", rule->family);
    string(j, "file", rule->file);
    number(j, "line", rule->line);
    begin(j, "standard", '{');
    state(j, rb_rules_in_style(j->rules, 0, n), rb_about_off(j->rules, 0, n));
    end(j, '}');
    differences(j, n);
    boolean(j, "removable", rule->removable);
    sources(j, rule->sources);
}

static void rule_key(struct json *j, size_t rule, const char *name)
{
    rb_buffer_clear(&j->text);
    if (rb_about_key(j->rules, rule, name, &j->text))
        string(j, name, rb_buffer_slice(&j->text));
}

static void examples(struct json *j, size_t rule, bool good)
{
    begin(j, good ? "good" : "bad", '[');
    for (size_t n = 0;; n++) {
        rb_buffer_clear(&j->text);
        rb_buffer_clear(&j->more);
        if (!rb_about_example(j->rules, rule, good, n, &j->text, &j->more))
            break;
        begin(j, NULL, '{');
        string(j, "text", rb_buffer_slice(&j->text));
        if (j->more.len)
            string(j, "with", rb_buffer_slice(&j->more));
        end(j, '}');
    }
    end(j, ']');
}

static void explain_rule(struct json *j, size_t n)
{
    const struct rb_rule_info *rule = rb_rules_at(j->rules, n);

    begin(j, NULL, '{');
    rule_members(j, n);
    string(j, "why", rule->why);
    rule_key(j, n, "check");
    rule_key(j, n, "when");
    rule_key(j, n, "message");
    if (rule->advice.len)
        string(j, "advice", rule->advice);
    rule_key(j, n, "strength");
    examples(j, n, true);
    examples(j, n, false);
    end(j, '}');
}

static void explain_ignoring(struct json *j, const struct rb_rule_info *rule)
{
    begin(j, NULL, '{');
    string(j, "rule", rule->id);
    string(j, "title", rule->title);
    string(j, "severity", rb_slice_str(rb_severity_name(rule->severity)));
    number(j, "points", 0);
    string(j, "why", rule->why);
    string(j, "advice", rule->advice);
    end(j, '}');
}

/* ---- styles, facts and sets ---- */

static void explain_style(struct json *j, size_t style)
{
    begin(j, NULL, '{');
    string(j, "style", rb_rules_style_name(j->rules, style));
    string(j, "doc", rb_rules_style_doc(j->rules, style));
    place(j, rb_about_style_place(j->rules, style));
    begin(j, "rules", '[');
    for (size_t i = 0; i < rb_rules_count(j->rules); i++) {
        begin(j, NULL, '{');
        string(j, "rule", rb_rules_at(j->rules, i)->id);
        state(j, rb_rules_in_style(j->rules, style, i), rb_about_off(j->rules, style, i));
        end(j, '}');
    }
    end(j, ']');
    end(j, '}');
}

static void explain_fact(struct json *j, size_t fact)
{
    struct rb_slice text;

    begin(j, NULL, '{');
    string(j, "fact", rb_lexicon_name(rb_rules_lexicon(j->rules), fact));
    string(j, "doc", rb_rules_fact_doc(j->rules, fact));
    place(j, rb_about_fact_place(j->rules, fact));
    begin(j, "values", '[');
    for (size_t n = 0; (text = rb_about_value(j->rules, fact, n)).len; n++)
        string(j, NULL, text);
    end(j, ']');
    for (int good = 1; good >= 0; good--) {
        begin(j, good ? "is" : "is_not", '[');
        for (size_t n = 0; (text = rb_rules_fact_example(j->rules, fact, good, n)).len; n++)
            string(j, NULL, text);
        end(j, ']');
    }
    begin(j, "rules", '[');
    for (size_t i = 0; i < rb_rules_count(j->rules); i++)
        if (rb_about_looks_at(j->rules, i, fact))
            string(j, NULL, rb_rules_at(j->rules, i)->id);
    end(j, ']');
    end(j, '}');
}

static void explain_set(struct json *j, size_t set)
{
    struct rb_slice text;

    begin(j, NULL, '{');
    string(j, "set", rb_about_set_name(j->rules, set));
    place(j, rb_about_set_place(j->rules, set));
    begin(j, "phrases", '[');
    for (size_t n = 0; (text = rb_about_set_member(j->rules, set, n)).len; n++)
        string(j, NULL, text);
    end(j, ']');
    end(j, '}');
}

/* ---- documents ---- */

static void begin_document(struct json *j, struct rb_buffer *out, const ringback_rules *rules)
{
    *j = (struct json){.out = out, .rules = rules};
    rb_buffer_init(&j->text);
    rb_buffer_init(&j->more);
    rb_buffer_puts(out, "{\"version\":1");
}

static void end_document(struct json *j)
{
    rb_buffer_puts(j->out, "}\n");
    if (j->text.failed || j->more.failed)
        j->out->failed = true;
    rb_buffer_free(&j->text);
    rb_buffer_free(&j->more);
}

void rb_catalog_list_json(struct rb_buffer *out, const ringback_rules *rules)
{
    struct json j;

    begin_document(&j, out, rules);
    begin(&j, "styles", '[');
    for (size_t i = 0; i < rb_rules_styles(rules); i++)
        string(&j, NULL, rb_rules_style_name(rules, i));
    end(&j, ']');
    begin(&j, "rules", '[');
    for (size_t i = 0; i < rb_rules_count(rules); i++) {
        begin(&j, NULL, '{');
        rule_members(&j, i);
        end(&j, '}');
    }
    end(&j, ']');
    end_document(&j);
}

bool rb_catalog_explain_json(struct rb_buffer *out, const ringback_rules *rules,
                             struct rb_slice name)
{
    struct rb_named named;
    struct json j;

    if (!rb_catalog_find(rules, name, &named))
        return false;
    begin_document(&j, out, rules);
    string(&j, "name", name);
    begin(&j, "is", '[');
    if (named.rule >= 0)
        explain_rule(&j, (size_t)named.rule);
    if (named.ignoring)
        explain_ignoring(&j, named.ignoring);
    if (named.style >= 0)
        explain_style(&j, (size_t)named.style);
    if (named.fact >= 0)
        explain_fact(&j, (size_t)named.fact);
    if (named.set >= 0)
        explain_set(&j, (size_t)named.set);
    end(&j, ']');
    end_document(&j);
    return true;
}
