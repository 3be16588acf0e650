/* Written numbers: 12  1,200  4.5  .75. For this floor only. */
#ifndef CLOCK_NUMBER_H
#define CLOCK_NUMBER_H

#include "clock/say.h"

struct rb_number {
    uint32_t start, whole_end; /* the whole part with its commas */
    uint32_t frac, end;        /* digits behind the point are [frac, end); frac == end: none */
    uint32_t digits;           /* of the whole part */
    uint64_t value;            /* of the whole part; up to 18 digits, else 0 */
    bool commas;
};

/* The number whose first digit stands at i. */
struct rb_number rb_number_at(const struct rb_voice *, uint32_t i);
/* The same if a digit stands there. */
bool rb_number_read(const struct rb_voice *, uint32_t i, struct rb_number *out);
/* A number of up to two digits in [min, max] at i that ends there; 0: none, else its end. */
uint32_t rb_number_small(const struct rb_voice *, uint32_t i, uint32_t min, uint32_t max,
                         uint32_t *value);

/* As a quantity: twelve hundred; four point five. */
void rb_say_amount(struct rb_voice *, const struct rb_number *);
/* The same, but what is no quantity, as 0142 or 48213, digit by digit. */
void rb_say_number(struct rb_voice *, const struct rb_number *);
/* "more than", for a plus behind the number at pos, unless that is said already: over 500+. */
void rb_say_more_than(struct rb_voice *, uint32_t pos);
/* A run of digits, one by one, with pauses between groups as one would make them. */
void rb_say_run(struct rb_voice *, uint32_t pos, struct rb_slice digits);
/* Lengths of the groups that a run of n digits falls into; gives how many (at most `max`). */
uint32_t rb_run_groups(struct rb_slice digits, uint8_t *lengths, uint32_t max);

/* thousand, million, billion, trillion */
struct rb_scale {
    const char *name; /* NULL: none */
    uint32_t end;
};
/* The scale at i, behind a number: K, M, MM, B, bn, T glued to it, or a word. */
struct rb_scale rb_scale_read(const struct rb_voice *, uint32_t i);

#endif
