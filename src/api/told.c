#include "api/told.h"

#include "report/report.h"

enum {
    SEVERITY_COLUMN = 24,
    POINTS_COLUMN = 37,
    TITLE_COLUMN = 41,
    NARROW = 64 /* columns under which a rule takes two lines */
};

void rb_told_severity(struct rb_page *page, uint8_t severity)
{
    rb_page_ink(page, rb_page_severity(severity));
    rb_page_puts(page, rb_severity_name(severity));
    rb_page_ink(page, RB_INK_PLAIN);
}

void rb_told_state(struct rb_page *page, const struct rb_rule_info *rule)
{
    if (!rule) {
        rb_page_puts(page, "off");
        return;
    }
    rb_told_severity(page, rule->severity);
    rb_page_puts(page, ", ");
    rb_page_count(page, rule->points, "point");
}

void rb_told_place(struct rb_page *page, struct rb_place place)
{
    rb_page_add(page, rb_slice_str(place.source));
    rb_page_puts(page, ":");
    rb_page_uint(page, place.line);
}

bool rb_told_same(const struct rb_rule_info *a, const struct rb_rule_info *b)
{
    return a == b || (a && b && a->severity == b->severity && a->points == b->points);
}

void rb_told_row(struct rb_page *page, const struct rb_rule_info *rule,
                 const struct rb_rule_info *here)
{
    bool narrow = page->width < NARROW;

    rb_page_begin(page, RB_TOLD_INDENT, narrow ? RB_TOLD_INDENT + 2 : TITLE_COLUMN);
    rb_page_ink(page, RB_INK_HEAD);
    rb_page_add(page, rule->id);
    rb_page_ink(page, RB_INK_PLAIN);
    if (narrow) {
        rb_page_end(page);
        rb_page_begin(page, RB_TOLD_INDENT + 2, RB_TOLD_INDENT + 2);
    } else {
        rb_page_tab(page, SEVERITY_COLUMN);
    }
    if (here)
        rb_told_severity(page, here->severity);
    else
        rb_page_puts(page, "off");
    if (!narrow)
        rb_page_tab(page, POINTS_COLUMN);
    else
        rb_page_puts(page, " ");
    rb_page_uint(page, here ? here->points : rule->points);
    if (!narrow)
        rb_page_tab(page, TITLE_COLUMN);
    else
        rb_page_puts(page, " ");
    rb_page_add(page, rule->title);
    rb_page_end(page);
}
