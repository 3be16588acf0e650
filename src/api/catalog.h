/* The rules in force: the list, and a page about one rule, style, fact or set; as text and as JSON.
 */
#ifndef API_CATALOG_H
#define API_CATALOG_H

#include "base/buffer.h"
#include "rule/rules.h"

/* What a name stands for; -1, NULL: no such thing. */
struct rb_named {
    int rule, style, fact, set;
    const struct rb_rule_info *ignoring; /* a rule about ignoring rules, which no file has */
};
/* False: it stands for nothing. */
bool rb_catalog_find(const ringback_rules *, struct rb_slice name, struct rb_named *out);

void rb_catalog_list(struct rb_buffer *, const ringback_report_options *, const ringback_rules *);
void rb_catalog_list_json(struct rb_buffer *, const ringback_rules *);
/* False: there is neither rule nor style nor fact nor set of this name, and nothing was written. */
bool rb_catalog_explain(struct rb_buffer *, const ringback_report_options *, const ringback_rules *,
                        struct rb_slice name);
bool rb_catalog_explain_json(struct rb_buffer *, const ringback_rules *, struct rb_slice name);
/* RINGBACK_ERR_USAGE, with the name that may have been meant. */
ringback_status rb_catalog_unknown(const ringback_rules *, struct rb_slice name,
                                   ringback_error *err);

#endif
