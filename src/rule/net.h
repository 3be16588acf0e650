/* What following an advice comes to, in points and seconds: what it mends, what goes along with the
 * words that are deleted, and what the seconds saved or taken do to the length. */
#ifndef RULE_NET_H
#define RULE_NET_H

#include "base/buffer.h"
#include "rule/trial.h"

struct rb_net {
    int64_t points;
    uint32_t saved_ms, taken_ms;
};

/* Reckons drafts that are not there: one for each deletion. Begin with rb_reckoner_begin. */
struct rb_reckoner {
    const struct rb_trial *trial; /* of the draft as it is */
    uint32_t style;
    uint32_t points; /* of all its findings */
    uint32_t room;   /* deletions that may still be tried */
    struct rb_fact *facts;
};

void rb_reckoner_begin(struct rb_reckoner *, const struct rb_trial *, uint32_t style,
                       uint32_t points);

/* Deleting a span, for a rule that is mended by deleting; following any other advice, for the
 * others. `gained` are the points of the rule itself. */
struct rb_net rb_net_of(struct rb_reckoner *, const struct rb_rule *, uint32_t start, uint32_t end,
                        uint32_t gained);

/* Writes "+4 points, saves 1.9 s", or nothing when nothing changes. */
void rb_net_write(struct rb_buffer *, const struct rb_net *);

/* The advice not to delete, when deleting costs more than it gains (points < 0). */
void rb_net_refuse(struct rb_buffer *, const struct rb_net *);

#endif
