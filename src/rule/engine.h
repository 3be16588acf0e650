/* The engine: a draft held against the rules of a style. */
#ifndef RULE_ENGINE_H
#define RULE_ENGINE_H

#include "rule/check.h"

/* One rule alone: its verdict; its breaches are in the trial until the next rule. */
enum rb_verdict rb_rule_try(const struct rb_rule *, struct rb_trial *);

/* Where a breach is shown. */
void rb_breach_span(const struct rb_trial *, const struct rb_breach *, uint32_t *start,
                    uint32_t *end);

/* Fills findings, strengths, reminders and the score of a result whose draft is there. The arena of
 * the result tells whether memory failed. RINGBACK_ERR_LIMIT: a pattern hit its limit. */
ringback_status rb_engine_run(const ringback_rules *, struct rb_finder *, uint32_t style,
                              ringback_result *, ringback_error *err);

/* A result with its draft and nothing judged. */
ringback_status rb_draft_make(struct rb_finder *, struct rb_slice text, const struct rb_known *,
                              ringback_result **out, ringback_error *err);

#endif
