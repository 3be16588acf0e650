#include "api/catalog.h"

#include "api/told.h"
#include "base/arena.h"

/* Where a rule is from, and where it was changed. */
static void provenance(struct rb_page *page, const ringback_rules *rules, size_t rule)
{
    const struct rb_rule_info *here = rb_rules_at(rules, rule);
    struct rb_place off = rb_about_off(rules, 0, rule);

    rb_page_add(page, here->file);
    rb_page_puts(page, ":");
    rb_page_uint(page, here->line);
    if (off.line) {
        rb_page_puts(page, "; off: ");
        rb_told_place(page, off);
    }
    if (!rb_slice_is(here->file, here->severity_place.source)) {
        rb_page_puts(page, "; severity: ");
        rb_told_place(page, here->severity_place);
    }
    if (!rb_slice_is(here->file, here->points_place.source)) {
        rb_page_puts(page, "; points: ");
        rb_told_place(page, here->points_place);
    }
}

/* The styles in which a rule is something else than in the standard one; those that treat it alike
 * together. */
static void differences(struct rb_page *page, const ringback_rules *rules, size_t rule)
{
    const struct rb_rule_info *standard = rb_rules_in_style(rules, 0, rule);
    size_t n = rb_rules_styles(rules);

    for (size_t i = 1; i < n; i++) {
        const struct rb_rule_info *here = rb_rules_in_style(rules, i, rule);
        bool told = rb_told_same(standard, here);

        for (size_t k = 1; k < i && !told; k++)
            told = rb_told_same(rb_rules_in_style(rules, k, rule), here);
        if (told)
            continue;
        rb_page_puts(page, " · ");
        rb_page_add(page, rb_rules_style_name(rules, i));
        for (size_t k = i + 1; k < n; k++)
            if (rb_told_same(rb_rules_in_style(rules, k, rule), here)) {
                rb_page_puts(page, ", ");
                rb_page_add(page, rb_rules_style_name(rules, k));
            }
        rb_page_puts(page, ": ");
        rb_told_state(page, here);
    }
}

static void list_rule(struct rb_page *page, const ringback_rules *rules, size_t rule)
{
    rb_told_row(page, rb_rules_at(rules, rule), rb_rules_in_style(rules, 0, rule));
    rb_page_begin(page, RB_TOLD_INDENT + 2, RB_TOLD_INDENT + 4);
    rb_page_ink(page, RB_INK_DIM);
    provenance(page, rules, rule);
    rb_page_ink(page, RB_INK_PLAIN);
    differences(page, rules, rule);
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
        list_rule(&page, rules, i);
    }
    rb_page_blank(&page);
    rb_page_begin(&page, 0, RB_TOLD_INDENT);
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

static const struct rb_rule_info *find_ignoring(struct rb_slice name)
{
    const struct rb_rule_info *rule = NULL;

    for (size_t i = 0; (rule = rb_rules_of_ignoring(i)) != NULL; i++)
        if (rb_slice_equal(rule->id, name))
            break;
    return rule;
}

static int find_set(const ringback_rules *rules, struct rb_slice name)
{
    struct rb_slice each;

    for (size_t i = 0; (each = rb_about_set_name(rules, i)).len; i++)
        if (rb_slice_equal(each, name))
            return (int)i;
    return -1;
}

bool rb_catalog_find(const ringback_rules *rules, struct rb_slice name, struct rb_named *out)
{
    const struct rb_lexicon *lexicon = rb_rules_lexicon(rules);

    out->rule = rb_rules_find(rules, name);
    out->style = rb_rules_style(rules, name, NULL);
    out->fact = rb_lexicon_find(lexicon, name);
    /* The name of a rule's own phrases is not one that a person gave. */
    if (out->fact >= 0 && !rb_about_fact_place(rules, (size_t)out->fact).line)
        out->fact = -1;
    out->ignoring = out->rule < 0 ? find_ignoring(name) : NULL;
    out->set = out->fact < 0 ? find_set(rules, name) : -1;
    return out->rule >= 0 || out->style >= 0 || out->fact >= 0 || out->set >= 0 || out->ignoring;
}

ringback_status rb_catalog_unknown(const ringback_rules *rules, struct rb_slice name,
                                   ringback_error *err)
{
    const struct rb_lexicon *lexicon = rb_rules_lexicon(rules);
    size_t n_rules = rb_rules_count(rules), n_styles = rb_rules_styles(rules);
    size_t n_facts = rb_lexicon_facts(lexicon), n_sets = 0, n = 0;
    ringback_status status;
    struct rb_slice *names;
    struct rb_arena arena;
    int near;

    while (rb_about_set_name(rules, n_sets).len)
        n_sets++;
    rb_arena_init(&arena);
    names = rb_arena_array(&arena, n_rules + n_styles + n_facts + n_sets, sizeof *names);
    for (size_t i = 0; names && i < n_rules; i++)
        names[n++] = rb_rules_at(rules, i)->id;
    for (size_t i = 0; names && i < n_styles; i++)
        names[n++] = rb_rules_style_name(rules, i);
    for (size_t i = 0; names && i < n_facts; i++)
        if (!rb_lexicon_hidden(lexicon, i))
            names[n++] = rb_lexicon_name(lexicon, i);
    for (size_t i = 0; names && i < n_sets; i++)
        names[n++] = rb_about_set_name(rules, i);
    near = n ? rb_nearest(name, names, n) : -1;
    if (near >= 0)
        status = rb_error_set(err, RINGBACK_ERR_USAGE,
                              "no rule, style, fact or set is named '%.*s': did you mean '%.*s'?",
                              name.len > 80 ? 80 : (int)name.len, name.ptr,
                              names[near].len > 80 ? 80 : (int)names[near].len, names[near].ptr);
    else
        status =
            rb_error_set(err, RINGBACK_ERR_USAGE, "no rule, style, fact or set is named '%.*s'",
                         name.len > 80 ? 80 : (int)name.len, name.ptr);
    rb_arena_free(&arena);
    return status;
}
