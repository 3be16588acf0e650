/* A page about one rule, style, fact or set. */
#include "api/catalog.h"
#include "api/told.h"

enum { LABEL = RB_TOLD_INDENT + 9 };

/* A page while it is written. */
struct leaf {
    struct rb_page page;
    const ringback_rules *rules;
    struct rb_buffer text, more; /* what is put together before it is laid out */
};

static void title(struct leaf *l, struct rb_slice name, struct rb_slice text)
{
    rb_page_begin(&l->page, 0, RB_TOLD_INDENT);
    rb_page_ink(&l->page, RB_INK_HEAD);
    rb_page_add(&l->page, name);
    rb_page_ink(&l->page, RB_INK_PLAIN);
    rb_page_puts(&l->page, " · ");
    rb_page_add(&l->page, text);
    rb_page_end(&l->page);
}

static void paragraph(struct leaf *l, struct rb_slice text)
{
    rb_page_begin(&l->page, RB_TOLD_INDENT, RB_TOLD_INDENT);
    rb_page_add(&l->page, text);
    rb_page_end(&l->page);
}

static void labelled(struct leaf *l, const char *label, enum rb_ink ink, struct rb_slice text)
{
    rb_page_begin(&l->page, RB_TOLD_INDENT, LABEL);
    rb_page_ink(&l->page, ink);
    rb_page_puts(&l->page, label);
    rb_page_ink(&l->page, RB_INK_PLAIN);
    rb_page_tab(&l->page, LABEL);
    rb_page_add(&l->page, text);
    rb_page_end(&l->page);
}

/* A place, on a line of its own. */
static void given_in(struct leaf *l, const char *what, struct rb_place place)
{
    if (!place.line)
        return;
    rb_page_begin(&l->page, RB_TOLD_INDENT, RB_TOLD_INDENT + 2);
    rb_page_ink(&l->page, RB_INK_DIM);
    rb_page_puts(&l->page, what);
    rb_told_place(&l->page, place);
    rb_page_end(&l->page);
}

/* ---- a rule ---- */

static void key_of(struct leaf *l, size_t rule, const char *key)
{
    rb_buffer_clear(&l->text);
    if (rb_about_key(l->rules, rule, key, &l->text))
        labelled(l, key, RB_INK_DIM, rb_buffer_slice(&l->text));
}

/* The first that can be filled in is what a report says: "… {caller_name} … || …". */
static void alternatives(struct leaf *l, const char *label, struct rb_slice text)
{
    while (text.len) {
        size_t end = 0, next;

        while (end < text.len &&
               !(text.ptr[end] == '|' && end + 1 < text.len && text.ptr[end + 1] == '|'))
            end++;
        next = end < text.len ? end + 2 : end;
        labelled(l, label, RB_INK_DIM, rb_slice_of(text.ptr, end));
        label = "or";
        text = rb_slice_of(text.ptr + next, text.len - next);
    }
}

static void examples(struct leaf *l, size_t rule, bool good)
{
    rb_page_head(&l->page, good ? "Good" : "Bad");
    for (size_t n = 0;; n++) {
        rb_buffer_clear(&l->text);
        rb_buffer_clear(&l->more);
        if (!rb_about_example(l->rules, rule, good, n, &l->text, &l->more))
            return;
        rb_page_begin(&l->page, RB_TOLD_INDENT, RB_TOLD_INDENT + 2);
        rb_page_ink(&l->page, good ? RB_INK_GOOD : RB_INK_ERROR);
        rb_page_puts(&l->page, good ? "+ " : "- ");
        rb_page_ink(&l->page, RB_INK_PLAIN);
        rb_page_add(&l->page, rb_buffer_slice(&l->text));
        if (l->more.len) {
            rb_page_ink(&l->page, RB_INK_DIM);
            rb_page_puts(&l->page, " ");
            rb_page_add(&l->page, rb_buffer_slice(&l->more));
        }
        rb_page_end(&l->page);
    }
}

static void state(struct leaf *l, struct rb_slice style, const struct rb_rule_info *here,
                  struct rb_place place)
{
    rb_page_begin(&l->page, RB_TOLD_INDENT, RB_TOLD_INDENT + 2);
    if (style.len) {
        rb_page_puts(&l->page, "in the style ");
        rb_page_add(&l->page, style);
        rb_page_puts(&l->page, ": ");
    }
    rb_told_state(&l->page, here);
    if (place.line) {
        rb_page_ink(&l->page, RB_INK_DIM);
        rb_page_puts(&l->page, " (");
        rb_told_place(&l->page, place);
        rb_page_puts(&l->page, ")");
    }
    rb_page_end(&l->page);
}

static void points_and_when(struct leaf *l, size_t n)
{
    const struct rb_rule_info *standard = rb_rules_in_style(l->rules, 0, n);

    rb_page_head(&l->page, "Points and when");
    state(l, rb_slice_str(""), standard,
          standard ? standard->severity_place : rb_about_off(l->rules, 0, n));
    for (size_t i = 1; i < rb_rules_styles(l->rules); i++) {
        const struct rb_rule_info *here = rb_rules_in_style(l->rules, i, n);

        if (!rb_told_same(standard, here))
            state(l, rb_rules_style_name(l->rules, i), here,
                  here ? here->severity_place : rb_about_off(l->rules, i, n));
    }
    if (rb_rules_at(l->rules, n)->removable)
        paragraph(l, rb_slice_str("Deleting what it marks mends it."));
    key_of(l, n, "points");
    key_of(l, n, "style");
    key_of(l, n, "when");
}

static void turn_off(struct leaf *l, struct rb_slice id)
{
    static const struct {
        const char *label, *before, *behind;
    } ways[] = {
        {"always", "in a rule file of yours: rules: {", ": off}"},
        {"once", "in a draft, on a line of its own: # ringback-ignore ", ": why it is so here"},
    };

    rb_page_head(&l->page, "Turn it off");
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        rb_buffer_clear(&l->text);
        rb_buffer_puts(&l->text, ways[i].before);
        rb_buffer_slice_add(&l->text, id);
        rb_buffer_puts(&l->text, ways[i].behind);
        labelled(l, ways[i].label, RB_INK_DIM, rb_buffer_slice(&l->text));
    }
}

static void explain_rule(struct leaf *l, size_t n)
{
    const struct rb_rule_info *rule = rb_rules_at(l->rules, n);

    title(l, rule->id, rule->title);
    rb_page_head(&l->page, "What it asks");
    paragraph(l, rule->title);
    key_of(l, n, "check");
    rb_buffer_clear(&l->text);
    if (rb_about_key(l->rules, n, "message", &l->text))
        alternatives(l, "says", rb_buffer_slice(&l->text));
    alternatives(l, "advice", rule->advice);
    key_of(l, n, "strength");
    rb_page_head(&l->page, "Why");
    paragraph(l, rule->why);
    if (rule->sources.len)
        labelled(l, "from", RB_INK_DIM, rule->sources);
    examples(l, n, true);
    examples(l, n, false);
    points_and_when(l, n);
    turn_off(l, rule->id);
    rb_page_blank(&l->page);
    rb_page_begin(&l->page, RB_TOLD_INDENT, RB_TOLD_INDENT);
    rb_page_ink(&l->page, RB_INK_DIM);
    rb_page_add(&l->page, rule->family);
    rb_page_puts(&l->page, " · ");
    rb_page_add(&l->page, rule->file);
    rb_page_puts(&l->page, ":");
    rb_page_uint(&l->page, rule->line);
    rb_page_end(&l->page);
}

/* ---- a rule about ignoring rules ---- */

static void explain_ignoring(struct leaf *l, const struct rb_rule_info *rule)
{
    title(l, rule->id, rule->title);
    rb_page_head(&l->page, "What it asks");
    paragraph(l, rule->title);
    alternatives(l, "advice", rule->advice);
    rb_page_head(&l->page, "Why");
    paragraph(l, rule->why);
    rb_page_head(&l->page, "Points and when");
    rb_page_begin(&l->page, RB_TOLD_INDENT, RB_TOLD_INDENT);
    rb_told_severity(&l->page, rule->severity);
    rb_page_puts(&l->page, ", no points; it cannot be ignored itself");
    rb_page_end(&l->page);
}

/* ---- a style ---- */

static void style_key(struct leaf *l, size_t style, const char *key, const char *label)
{
    rb_buffer_clear(&l->text);
    if (rb_about_style_key(l->rules, style, key, &l->text))
        labelled(l, label, RB_INK_DIM, rb_buffer_slice(&l->text));
}

static void explain_style(struct leaf *l, size_t style)
{
    title(l, rb_rules_style_name(l->rules, style), rb_slice_str("a style"));
    rb_page_head(&l->page, "What it is");
    paragraph(l, rb_rules_style_doc(l->rules, style));
    style_key(l, style, "extends", "like");
    style_key(l, style, "source", "from");
    style_key(l, style, "looks_like", "looks");
    rb_page_head(&l->page, style ? "What it changes" : "What it asks");
    for (size_t i = 0; i < rb_rules_count(l->rules); i++) {
        const struct rb_rule_info *standard = rb_rules_in_style(l->rules, 0, i);
        const struct rb_rule_info *here = rb_rules_in_style(l->rules, style, i);

        if (style == 0 ? here != NULL : !rb_told_same(standard, here))
            rb_told_row(&l->page, rb_rules_at(l->rules, i), here);
    }
    rb_page_head(&l->page, "Use it");
    rb_buffer_clear(&l->text);
    rb_buffer_puts(&l->text, "ringback --style=");
    rb_buffer_slice_add(&l->text, rb_rules_style_name(l->rules, style));
    rb_buffer_puts(&l->text, " DRAFT, or “style: ");
    rb_buffer_slice_add(&l->text, rb_rules_style_name(l->rules, style));
    rb_buffer_puts(&l->text, "” in the draft's front matter");
    paragraph(l, rb_buffer_slice(&l->text));
    rb_page_blank(&l->page);
    given_in(l, "", rb_about_style_place(l->rules, style));
}

/* ---- a fact ---- */

static void sentences(struct leaf *l, size_t fact, bool good)
{
    struct rb_slice text = rb_rules_fact_example(l->rules, fact, good, 0);

    if (text.len)
        rb_page_head(&l->page, good ? "Found" : "Not found");
    for (size_t n = 0; (text = rb_rules_fact_example(l->rules, fact, good, n)).len; n++) {
        rb_page_begin(&l->page, RB_TOLD_INDENT, RB_TOLD_INDENT + 2);
        rb_page_ink(&l->page, good ? RB_INK_GOOD : RB_INK_ERROR);
        rb_page_puts(&l->page, good ? "+ " : "- ");
        rb_page_ink(&l->page, RB_INK_PLAIN);
        rb_page_add(&l->page, text);
        rb_page_end(&l->page);
    }
}

static void fact_key(struct leaf *l, size_t fact, const char *key)
{
    rb_buffer_clear(&l->text);
    if (rb_about_fact_key(l->rules, fact, key, &l->text))
        labelled(l, key, RB_INK_DIM, rb_buffer_slice(&l->text));
}

static void explain_fact(struct leaf *l, size_t fact)
{
    static const char *const keys[] = {"yields_to", "unlike", "compare", "again", "join"};
    size_t users = 0;

    title(l, rb_lexicon_name(rb_rules_lexicon(l->rules), fact),
          rb_slice_str("what is recognised in a draft"));
    rb_page_head(&l->page, "What it is");
    paragraph(l, rb_rules_fact_doc(l->rules, fact));
    rb_buffer_clear(&l->text);
    for (size_t n = 0; rb_about_value(l->rules, fact, n).len; n++) {
        rb_buffer_puts(&l->text, n ? ", " : "");
        rb_buffer_slice_add(&l->text, rb_about_value(l->rules, fact, n));
    }
    if (l->text.len)
        labelled(l, "values", RB_INK_DIM, rb_buffer_slice(&l->text));
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        fact_key(l, fact, keys[i]);
    sentences(l, fact, true);
    sentences(l, fact, false);
    rb_page_head(&l->page, "Rules that look at it");
    rb_page_begin(&l->page, RB_TOLD_INDENT, RB_TOLD_INDENT);
    for (size_t i = 0; i < rb_rules_count(l->rules); i++) {
        if (!rb_about_looks_at(l->rules, i, fact))
            continue;
        rb_page_puts(&l->page, users++ ? ", " : "");
        rb_page_add(&l->page, rb_rules_at(l->rules, i)->id);
    }
    rb_page_puts(&l->page, users ? "" : "none");
    rb_page_end(&l->page);
    rb_page_blank(&l->page);
    given_in(l, "", rb_about_fact_place(l->rules, fact));
}

/* ---- a set ---- */

/* Words flow; a phrase has a line of its own. */
static void explain_set(struct leaf *l, size_t set)
{
    struct rb_slice member;
    bool flows = false;

    title(l, rb_about_set_name(l->rules, set), rb_slice_str("a set, for use in phrases"));
    rb_page_head(&l->page, "What is in it");
    for (size_t n = 0; (member = rb_about_set_member(l->rules, set, n)).len; n++) {
        bool word = !memchr(member.ptr, ' ', member.len);

        if (flows && word) {
            rb_page_puts(&l->page, ", ");
        } else {
            if (flows)
                rb_page_end(&l->page);
            rb_page_begin(&l->page, RB_TOLD_INDENT, RB_TOLD_INDENT + (word ? 0 : 2));
        }
        rb_page_add(&l->page, member);
        if (!word)
            rb_page_end(&l->page);
        flows = word;
    }
    if (flows)
        rb_page_end(&l->page);
    rb_page_blank(&l->page);
    given_in(l, "", rb_about_set_place(l->rules, set));
}

/* ---- the page ---- */

bool rb_catalog_explain(struct rb_buffer *out, const ringback_report_options *options,
                        const ringback_rules *rules, struct rb_slice name)
{
    struct leaf l = {.rules = rules};
    struct rb_named named;

    if (!rb_catalog_find(rules, name, &named))
        return false;
    rb_buffer_init(&l.text);
    rb_buffer_init(&l.more);
    rb_page_init(&l.page, out, options->width, options->color, options->unicode);
    if (named.rule >= 0)
        explain_rule(&l, (size_t)named.rule);
    if (named.ignoring)
        explain_ignoring(&l, named.ignoring);
    if (named.rule >= 0 && (named.style >= 0 || named.fact >= 0 || named.set >= 0))
        rb_page_blank(&l.page);
    if (named.style >= 0)
        explain_style(&l, (size_t)named.style);
    if (named.style >= 0 && (named.fact >= 0 || named.set >= 0))
        rb_page_blank(&l.page);
    if (named.fact >= 0)
        explain_fact(&l, (size_t)named.fact);
    if (named.set >= 0)
        explain_set(&l, (size_t)named.set);
    rb_page_free(&l.page);
    if (l.text.failed || l.more.failed)
        out->failed = true;
    rb_buffer_free(&l.text);
    rb_buffer_free(&l.more);
    return true;
}
