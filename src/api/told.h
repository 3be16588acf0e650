/* Words that the list of rules and the pages about them share. Private to the floor. */
#ifndef API_TOLD_H
#define API_TOLD_H

#include "report/page.h"
#include "rule/about.h"

enum { RB_TOLD_INDENT = 2 };

void rb_told_severity(struct rb_page *, uint8_t severity);
/* "error, 12 points", or "off". NULL: off. */
void rb_told_state(struct rb_page *, const struct rb_rule_info *);
/* "rules/say-it-twice.yaml:26" */
void rb_told_place(struct rb_page *, struct rb_place);
/* Does a rule cost the same in both? NULL: it is off. */
bool rb_told_same(const struct rb_rule_info *, const struct rb_rule_info *);
/* One row of the list: name, severity, points, title. NULL: it is off, and `rule` says the rest. */
void rb_told_row(struct rb_page *, const struct rb_rule_info *rule,
                 const struct rb_rule_info *here);

#endif
