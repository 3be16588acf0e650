/* Mentions sorted into those that are the same thing. Bounded: each mention is compared with at
 * most RB_MOST_CLUSTERS others; the values of a draft that has more count as different. */
#ifndef RULE_CLUSTERS_H
#define RULE_CLUSTERS_H

#include "rule/trial.h"

enum { RB_MOST_CLUSTERS = 64 };

struct rb_cluster {
    const struct rb_fact *fact; /* its first mention */
    uint32_t size;
};

struct rb_clusters {
    struct rb_cluster items[RB_MOST_CLUSTERS];
    uint32_t n;    /* in items */
    uint32_t more; /* mentions that found no room */
};

/* Adds a mention to the first cluster whose first mention is at least so much the same; gives the
 * cluster, or NULL when there was no room for a new one. */
struct rb_cluster *rb_clusters_add(struct rb_clusters *, const struct rb_trial *,
                                   const struct rb_fact *, enum rb_same least);

#endif
