#include "rule/clusters.h"

struct rb_cluster *rb_clusters_add(struct rb_clusters *c, const struct rb_trial *t,
                                   const struct rb_fact *fact, enum rb_same least)
{
    for (uint32_t i = 0; i < c->n; i++) {
        if (rb_fact_compare(t, c->items[i].fact, fact) >= least) {
            c->items[i].size++;
            return &c->items[i];
        }
    }
    if (c->n == RB_MOST_CLUSTERS) {
        c->more++;
        return NULL;
    }
    c->items[c->n] = (struct rb_cluster){fact, 1};
    return &c->items[c->n++];
}
