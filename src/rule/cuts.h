/* What could go so that a draft keeps a limit of time: first what rules mark that are mended by
 * deleting, then whole sentences that the draft can do without. Of what a check says to keep each
 * name and number stays somewhere, and one of all else; and nothing goes whose absence would be an
 * error or a warning. */
#ifndef RULE_CUTS_H
#define RULE_CUTS_H

#include "rule/net.h"

enum { RB_MOST_CUTS = 6 };

struct rb_cut {
    uint32_t start, end; /* bytes */
    uint32_t saves_ms;
};

struct rb_cuts {
    struct rb_cut items[RB_MOST_CUTS]; /* as they should be made: the ones that rules mark first */
    uint32_t n;
    uint32_t saved_ms;
    uint32_t
        left_ms; /* the draft without them, in tenths of a second that can be checked by hand */
    uint32_t over_ms; /* what is then still too much */
    int64_t gained;   /* points, by all of them together */
};

/* For the breach of a limit in seconds. The marked spans are in any order. */
void rb_cuts_find(struct rb_reckoner *, const struct rb_rule *, const struct rb_breach *,
                  const struct rb_span *marked, uint32_t n_marked, struct rb_cuts *out);
/* What making them all comes to. */
struct rb_net rb_cuts_net(const struct rb_cuts *);

#endif
