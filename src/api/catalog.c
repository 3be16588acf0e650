#include "api/catalog.h"

#include "base/arena.h"
#include "report/page.h"
#include "report/report.h"

enum {
    INDENT = 2,
    SEVERITY_COLUMN = 24,
    POINTS_COLUMN = 37,
    TITLE_COLUMN = 41,
    NARROW = 64 /* columns under which a rule takes two lines */
};

static void severity_of(struct rb_page *page, uint8_t severity)
{
    rb_page_ink(page, rb_page_severity(severity));
    rb_page_puts(page, rb_severity_name(severity));
    rb_page_ink(page, RB_INK_PLAIN);
}

static void list_rule(struct rb_page *page, const struct rb_rule_info *rule, bool on)
{
    bool narrow = page->width < NARROW;

    rb_page_begin(page, INDENT, narrow ? INDENT + 2 : TITLE_COLUMN);
    rb_page_ink(page, RB_INK_HEAD);
    rb_page_add(page, rule->id);
    rb_page_ink(page, RB_INK_PLAIN);
    if (narrow) {
        rb_page_end(page);
        rb_page_begin(page, INDENT + 2, INDENT + 2);
    } else {
        rb_page_tab(page, SEVERITY_COLUMN);
    }
    if (on)
        severity_of(page, rule->severity);
    else
        rb_page_puts(page, "off");
    if (!narrow)
        rb_page_tab(page, POINTS_COLUMN);
    else
        rb_page_puts(page, " ");
    rb_page_uint(page, rule->points);
    if (!narrow)
        rb_page_tab(page, TITLE_COLUMN);
    else
        rb_page_puts(page, " ");
    rb_page_add(page, rule->title);
    rb_page_end(page);
}

void rb_catalog_list(struct rb_buffer *out, const ringback_report_options *options,
                     const ringback_rules *rules)
{
    struct rb_slice family = {0};
    struct rb_page page;

    rb_page_init(&page, out, options->width, options->color, options->unicode);
    for (size_t i = 0; i < rb_rules_count(rules); i++) {
        const struct rb_rule_info *rule = rb_rules_at(rules, i);

        if (i == 0 || !rb_slice_equal(rule->family, family)) {
            if (i)
                rb_page_blank(&page);
            family = rule->family;
            rb_page_begin(&page, 0, 0);
            rb_page_ink(&page, RB_INK_DIM);
            rb_page_add(&page, family);
            rb_page_end(&page);
        }
        list_rule(&page, rule, rb_rules_in_style(rules, 0, i) != NULL);
    }
    rb_page_blank(&page);
    rb_page_begin(&page, 0, INDENT);
    rb_page_count(&page, rb_rules_count(rules), "rule");
    rb_page_puts(&page, " in the standard style; the styles:");
    for (size_t i = 0; i < rb_rules_styles(rules); i++) {
        rb_page_puts(&page, i ? ", " : " ");
        rb_page_add(&page, rb_rules_style_name(rules, i));
    }
    rb_page_puts(&page, ". “ringback explain NAME” says more of any of them.");
    rb_page_end(&page);
    rb_page_free(&page);
}

static void title(struct rb_page *page, struct rb_slice name, struct rb_slice text)
{
    rb_page_begin(page, 0, INDENT);
    rb_page_ink(page, RB_INK_HEAD);
    rb_page_add(page, name);
    rb_page_ink(page, RB_INK_PLAIN);
    if (text.len) {
        rb_page_puts(page, " · ");
        rb_page_add(page, text);
    }
    rb_page_end(page);
}

static void paragraph(struct rb_page *page, struct rb_slice text)
{
    if (text.len == 0)
        return;
    rb_page_blank(page);
    rb_page_begin(page, INDENT, INDENT);
    rb_page_add(page, text);
    rb_page_end(page);
}

static void labelled(struct rb_page *page, const char *label, enum rb_ink ink, struct rb_slice text)
{
    rb_page_begin(page, INDENT, INDENT + 6);
    rb_page_ink(page, ink);
    rb_page_puts(page, label);
    rb_page_ink(page, RB_INK_PLAIN);
    rb_page_tab(page, INDENT + 6);
    rb_page_add(page, text);
    rb_page_end(page);
}

/* What the rule is in the styles that treat it in another way. */
static void in_styles(struct rb_page *page, const ringback_rules *rules, size_t rule)
{
    const struct rb_rule_info *standard = rb_rules_in_style(rules, 0, rule);
    bool any = false;

    for (size_t i = 1; i < rb_rules_styles(rules); i++) {
        const struct rb_rule_info *here = rb_rules_in_style(rules, i, rule);

        if (standard == here || (standard && here && standard->severity == here->severity &&
                                 standard->points == here->points))
            continue;
        if (!any)
            rb_page_blank(page);
        any = true;
        rb_page_begin(page, INDENT, INDENT + 2);
        rb_page_puts(page, "in the style ");
        rb_page_add(page, rb_rules_style_name(rules, i));
        rb_page_puts(page, ": ");
        if (here) {
            severity_of(page, here->severity);
            rb_page_puts(page, ", ");
            rb_page_count(page, here->points, "point");
        } else {
            rb_page_puts(page, "off");
        }
        rb_page_end(page);
    }
}

static void examples(struct rb_page *page, const ringback_rules *rules, size_t rule)
{
    struct rb_slice text;

    rb_page_blank(page);
    for (size_t n = 0; (text = rb_rules_example(rules, rule, false, n)).len; n++)
        labelled(page, "bad", RB_INK_ERROR, text);
    for (size_t n = 0; (text = rb_rules_example(rules, rule, true, n)).len; n++)
        labelled(page, "good", RB_INK_GOOD, text);
}

/* The first that can be filled in is what a report says: "… {caller_name} … || …". */
static void advice(struct rb_page *page, struct rb_slice text)
{
    if (text.len)
        rb_page_blank(page);
    while (text.len) {
        size_t end = 0, next;

        while (end < text.len &&
               !(text.ptr[end] == '|' && end + 1 < text.len && text.ptr[end + 1] == '|'))
            end++;
        next = end < text.len ? end + 2 : end;
        labelled(page, "→", RB_INK_PLAIN, rb_slice_of(text.ptr, end));
        text = rb_slice_of(text.ptr + next, text.len - next);
    }
}

static void explain_rule(struct rb_page *page, const ringback_rules *rules, size_t n)
{
    const struct rb_rule_info *rule = rb_rules_at(rules, n);

    title(page, rule->id, rule->title);
    rb_page_begin(page, INDENT, INDENT);
    severity_of(page, rule->severity);
    rb_page_puts(page, ", ");
    rb_page_count(page, rule->points, "point");
    if (!rb_rules_in_style(rules, 0, n))
        rb_page_puts(page, ", off in the standard style");
    if (rule->removable)
        rb_page_puts(page, ", mended by cutting what it marks");
    rb_page_end(page);
    paragraph(page, rule->why);
    advice(page, rule->advice);
    examples(page, rules, n);
    in_styles(page, rules, n);
    rb_page_blank(page);
    rb_page_begin(page, INDENT, INDENT);
    rb_page_ink(page, RB_INK_DIM);
    if (rule->sources.len) {
        rb_page_puts(page, "after ");
        rb_page_add(page, rule->sources);
        rb_page_puts(page, " · ");
    }
    rb_page_add(page, rule->file);
    rb_page_puts(page, ":");
    rb_page_uint(page, rule->line);
    rb_page_end(page);
}

static void explain_style(struct rb_page *page, const ringback_rules *rules, size_t style)
{
    title(page, rb_rules_style_name(rules, style), rb_slice_str("a style"));
    paragraph(page, rb_rules_style_doc(rules, style));
    rb_page_blank(page);
    for (size_t i = 0; i < rb_rules_count(rules); i++) {
        const struct rb_rule_info *standard = rb_rules_in_style(rules, 0, i);
        const struct rb_rule_info *here = rb_rules_in_style(rules, style, i);

        if (style == 0
                ? here != NULL
                : standard != here && !(standard && here && standard->severity == here->severity &&
                                        standard->points == here->points))
            list_rule(page, here ? here : rb_rules_at(rules, i), here != NULL);
    }
}

static void explain_fact(struct rb_page *page, const ringback_rules *rules, size_t fact)
{
    struct rb_slice text;

    title(page, rb_lexicon_name(rb_rules_lexicon(rules), fact),
          rb_slice_str("what is recognised in a draft"));
    paragraph(page, rb_rules_fact_doc(rules, fact));
    rb_page_blank(page);
    for (size_t n = 0; (text = rb_rules_fact_example(rules, fact, true, n)).len; n++)
        labelled(page, "yes", RB_INK_GOOD, text);
    for (size_t n = 0; (text = rb_rules_fact_example(rules, fact, false, n)).len; n++)
        labelled(page, "no", RB_INK_ERROR, text);
}

/* The rules about ignoring rules, which no file has. */
static const struct rb_rule_info *find_ignoring(struct rb_slice name)
{
    const struct rb_rule_info *rule = NULL;

    for (size_t i = 0; (rule = rb_rules_of_ignoring(i)) != NULL; i++)
        if (rb_slice_equal(rule->id, name))
            break;
    return rule;
}

static void explain_ignoring(struct rb_page *page, const struct rb_rule_info *rule)
{
    title(page, rule->id, rule->title);
    rb_page_begin(page, INDENT, INDENT);
    severity_of(page, rule->severity);
    rb_page_puts(page, ", no points, cannot be ignored itself");
    rb_page_end(page);
    paragraph(page, rule->why);
    advice(page, rule->advice);
}

bool rb_catalog_explain(struct rb_buffer *out, const ringback_report_options *options,
                        const ringback_rules *rules, struct rb_slice name)
{
    int rule = rb_rules_find(rules, name), style = rb_rules_style(rules, name, NULL);
    int fact = rb_lexicon_find(rb_rules_lexicon(rules), name);
    const struct rb_rule_info *ignoring = find_ignoring(name);
    struct rb_page page;

    if (fact >= 0 && rb_lexicon_hidden(rb_rules_lexicon(rules), (size_t)fact))
        fact = -1;
    if (rule < 0 && style < 0 && fact < 0 && !ignoring)
        return false;
    rb_page_init(&page, out, options->width, options->color, options->unicode);
    if (ignoring && rule < 0)
        explain_ignoring(&page, ignoring);
    if (rule >= 0)
        explain_rule(&page, rules, (size_t)rule);
    if (rule >= 0 && (style >= 0 || fact >= 0))
        rb_page_blank(&page);
    if (style >= 0)
        explain_style(&page, rules, (size_t)style);
    if (style >= 0 && fact >= 0)
        rb_page_blank(&page);
    if (fact >= 0)
        explain_fact(&page, rules, (size_t)fact);
    rb_page_free(&page);
    return true;
}

ringback_status rb_catalog_unknown(const ringback_rules *rules, struct rb_slice name,
                                   ringback_error *err)
{
    const struct rb_lexicon *lexicon = rb_rules_lexicon(rules);
    size_t n_rules = rb_rules_count(rules), n_styles = rb_rules_styles(rules);
    size_t n_facts = rb_lexicon_facts(lexicon), n = 0;
    ringback_status status;
    struct rb_slice *names;
    struct rb_arena arena;
    int near;

    rb_arena_init(&arena);
    names = rb_arena_array(&arena, n_rules + n_styles + n_facts, sizeof *names);
    for (size_t i = 0; names && i < n_rules; i++)
        names[n++] = rb_rules_at(rules, i)->id;
    for (size_t i = 0; names && i < n_styles; i++)
        names[n++] = rb_rules_style_name(rules, i);
    for (size_t i = 0; names && i < n_facts; i++)
        if (!rb_lexicon_hidden(lexicon, i))
            names[n++] = rb_lexicon_name(lexicon, i);
    near = n ? rb_nearest(name, names, n) : -1;
    if (near >= 0)
        status = rb_error_set(err, RINGBACK_ERR_USAGE,
                              "no rule, style or fact is named '%.*s': did you mean '%.*s'?",
                              name.len > 80 ? 80 : (int)name.len, name.ptr,
                              names[near].len > 80 ? 80 : (int)names[near].len, names[near].ptr);
    else
        status = rb_error_set(err, RINGBACK_ERR_USAGE, "no rule, style or fact is named '%.*s'",
                              name.len > 80 ? 80 : (int)name.len, name.ptr);
    rb_arena_free(&arena);
    return status;
}
