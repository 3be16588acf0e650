/* The rules in force, as text: the list, and a page about one rule, style or fact. */
#ifndef API_CATALOG_H
#define API_CATALOG_H

#include "base/buffer.h"
#include "rule/rules.h"

void rb_catalog_list(struct rb_buffer *, const ringback_report_options *, const ringback_rules *);
/* False: there is neither rule nor style nor fact of this name, and nothing was written. */
bool rb_catalog_explain(struct rb_buffer *, const ringback_report_options *, const ringback_rules *,
                        struct rb_slice name);
/* RINGBACK_ERR_USAGE, with the name that may have been meant. */
ringback_status rb_catalog_unknown(const ringback_rules *, struct rb_slice name,
                                   ringback_error *err);

#endif
