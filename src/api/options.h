/* Options, from the caller's struct to what is known of a draft; and settings laid over them. */
#ifndef API_OPTIONS_H
#define API_OPTIONS_H

#include "rule/rules.h"
#include "settings/layer.h"

/* The options that the caller's struct has: it may be older than this library's. */
ringback_options rb_options_of(const ringback_options *);

/* Checks options (NULL: what is standard) and copies them into the arena. RINGBACK_ERR_SETTINGS: a
 * number out of range, an unknown style or rule, a reason that is none. */
ringback_status rb_options_known(const ringback_rules *, const ringback_options *,
                                 struct rb_arena *, struct rb_known *out, ringback_error *err);

/* What a layer gives, over options, which then borrow from it. Not what it ignores. */
void rb_options_lay(const struct rb_layer *, ringback_options *);

/* Tells that there is no such style, with the one that may have been meant. */
ringback_status rb_style_unknown(const ringback_rules *, struct rb_slice style,
                                 ringback_error *err);

#endif
