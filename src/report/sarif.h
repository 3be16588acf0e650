/* SARIF 2.1.0, what its files share: the run around the results is in sarif.c, the rules behind
 * them in sarif_rule.c. */
#ifndef REPORT_SARIF_H
#define REPORT_SARIF_H

#include "report/report.h"

struct rb_sarif_rules {
    struct rb_rule_info *items; /* in the order in which they were found broken */
    uint32_t n;
    size_t cap;
};

/* The rule's index; a new one is copied into the arena. */
uint32_t rb_sarif_rule_index(struct rb_arena *, struct rb_sarif_rules *,
                             const struct rb_rule_info *);
/* The descriptors, with commas between them. */
void rb_sarif_rules_put(struct rb_buffer *, const struct rb_sarif_rules *);
/* "error", "warning", "note" */
const char *rb_sarif_level(uint8_t severity);
/* ,"text":"…": a plain text message, in which nothing is a link or a placeholder, of at most
 * `most` bytes. */
void rb_sarif_text(struct rb_buffer *, struct rb_slice, size_t most);
/* A path as a URI reference: relative, or file:///… */
void rb_sarif_uri(struct rb_buffer *, struct rb_slice path);

#endif
