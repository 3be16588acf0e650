/* Two lists, and which of their items belong together: the same in both, else of the same name, in
 * the order of the lists. */
#ifndef CLI_PAIR_H
#define CLI_PAIR_H

#include <stddef.h>

#include <ringback.h>

#define RB_ALONE SIZE_MAX

struct rb_cli_item {
    ringback_str name;
    int kind;           /* is a part of the name */
    ringback_str words; /* the same: name and words are */
    size_t index;       /* in its list */
    size_t partner;     /* the index of the other one; RB_ALONE: there is none */
};

/* Fills `partner` of all items, whose indices are their places. */
void rb_cli_pair(struct rb_cli_item *a, size_t n_a, struct rb_cli_item *b, size_t n_b);

#endif
