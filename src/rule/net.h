/* What following an advice comes to, in points and seconds: what it mends, what goes along with the
 * words that are deleted, and what the seconds saved or taken do to the length. */
#ifndef RULE_NET_H
#define RULE_NET_H

#include "base/buffer.h"
#include "rule/trial.h"

/* Words that go; bytes. */
struct rb_span {
    uint32_t start, end;
};

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
    uint32_t anew;   /* and of them those for which the facts are looked for anew */
    struct rb_finder *finder;
    struct rb_fact *facts; /* NULL: too many, nothing is reckoned anew */
    uint32_t *worst;       /* points of each rule, in the worse of two cases */
};

/* The finder must be one of the rules' lexicon. */
void rb_reckoner_begin(struct rb_reckoner *, const struct rb_trial *, struct rb_finder *,
                       uint32_t style, uint32_t points);

/* Deleting a span, for a rule that is mended by deleting; following any other advice, for the
 * others. `gained` are the points of the rule itself. */
struct rb_net rb_net_of(struct rb_reckoner *, const struct rb_rule *, uint32_t start, uint32_t end,
                        uint32_t gained);

/* As long as it really takes: a measured time stretches every word alike. */
uint32_t rb_reckon_ms(const struct rb_draft *, uint32_t ms);
/* The points of the draft without the spans, which take so long, but not those of one rule. The
 * reckoner must have facts. */
struct rb_points_left {
    uint32_t all;
    uint32_t grave; /* of errors and warnings */
};
struct rb_points_left rb_reckon_without(struct rb_reckoner *, const struct rb_span *, uint32_t n,
                                        uint32_t ms, const struct rb_rule *but);

/* Writes "+4 points, saves 1.9 s", or nothing when nothing changes. */
void rb_net_write(struct rb_buffer *, const struct rb_net *);

/* The advice not to delete, when deleting costs more than it gains (points < 0). */
void rb_net_refuse(struct rb_buffer *, const struct rb_net *);

#endif
