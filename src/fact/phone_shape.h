/* Figures as groups; for the two files that judge shapes. */
#ifndef FACT_PHONE_SHAPE_H
#define FACT_PHONE_SHAPE_H

#include "fact/phone_scan.h"

/* A number read out digit by digit has a group for each breath. */
struct rb_phone_groups {
    const char *digits;
    uint32_t total, count;
    uint8_t len[RB_PHONE_PIECES];
    uint8_t level[RB_PHONE_PIECES]; /* before each group */
    uint32_t gap[RB_PHONE_PIECES];  /* the same; 0 before the first */
    uint8_t loosest;                /* the widest level inside */
    bool single;                    /* digit by digit */
    bool area; /* the first group, or the second behind a country code, stands in brackets */
};

/* Are these the lengths of all groups, "334"? */
bool rb_phone_lens(const struct rb_phone_groups *, const char *lens);
/* Is one of these marks, and nothing else, between any two groups? */
bool rb_phone_marked(const struct rb_phone_groups *, uint32_t marks);
/* Dates, decimals, addresses of the internet, cards and the like. */
bool rb_phone_lookalike(const struct rb_phone_groups *);

#endif
