/* From nodes of rule files to definitions: shared by collect.c and collect_fact.c. Floor-private.
 */
#ifndef FACT_COLLECT_H
#define FACT_COLLECT_H

#include "fact/builder.h"

/* What all phrases of one list share. */
struct rb_list {
    const struct rb_entry *entry;
    struct rb_slice scope;
    uint32_t def, block;
};

static inline struct rb_place rb_node_place(const struct rb_entry *entry,
                                            const struct rb_yaml *node)
{
    return (struct rb_place){entry->source, node->line, node->column};
}

static inline struct rb_place rb_key_place(const struct rb_entry *entry, const struct rb_yaml *node)
{
    return (struct rb_place){entry->source, node->key_line, node->key_column};
}

/* Queues the phrases of a list; its blocks are left out. */
void rb_collect_list(struct rb_builder *, const struct rb_list *, const struct rb_yaml *);
/* Everything of a fact but its names. */
void rb_collect_fact(struct rb_builder *, const struct rb_entry *, uint32_t number);

/* Words for a set that is there. */
void rb_collect_more(struct rb_builder *, const struct rb_entry *);

#endif
