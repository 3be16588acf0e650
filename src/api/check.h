/* The checker, inside the façade: one draft with what is known of it. */
#ifndef API_CHECK_H
#define API_CHECK_H

#include "rule/rules.h"

const ringback_rules *rb_checker_rules(const ringback_checker *);
/* The checker's own settings: what a draft is checked with unless it says otherwise. */
const struct rb_known *rb_checker_known(const ringback_checker *);
bool rb_style_exists(const ringback_checker *, struct rb_slice style);
/* ringback_check with settings for this one draft. */
ringback_status rb_check_known(ringback_checker *, struct rb_slice text, const struct rb_known *,
                               ringback_result **out, ringback_error *err);

#endif
