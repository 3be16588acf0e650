/* What following an advice comes to, in points and seconds: what it mends, what goes along with the
 * words that are deleted, and what the seconds saved or taken do to the length. */
#ifndef RULE_NET_H
#define RULE_NET_H

#include "base/buffer.h"
#include "rule/reckon.h"

struct rb_net {
    int64_t points;
    uint32_t saved_ms, taken_ms;
};

/* A finding, and how its advice is followed. */
struct rb_mending {
    const struct rb_rule *rule;
    const struct rb_breach *breach; /* its span is where it is shown */
    uint32_t gained;                /* points of the rule itself */
    struct rb_slice advice;         /* as it will be read, but for what this comes to */
};

/* Deleting a span, for a rule that is mended by deleting; saying what the advice quotes or what is
 * missing, for one that takes time; saying the same, for one that wants that. */
struct rb_net rb_net_of(struct rb_reckoner *, const struct rb_mending *);

/* Writes "+4 points, saves 1.9 s", or nothing when nothing changes. */
void rb_net_write(struct rb_buffer *, const struct rb_net *);

/* The advice not to delete, when deleting costs more than it gains (points < 0). */
void rb_net_refuse(struct rb_buffer *, const struct rb_net *);

#endif
