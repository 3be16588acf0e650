/* Whole numbers, and digits, as words. `pos` is the byte that they come from. For this floor only.
 */
#ifndef CLOCK_SAY_H
#define CLOCK_SAY_H

#include "clock/voice.h"

/* two thousand five hundred twelve; up to 10^18. */
void rb_say_cardinal(struct rb_voice *, uint32_t pos, uint64_t n);
/* The same, but "fifteen hundred" from 1,100 to 9,900. */
void rb_say_count(struct rb_voice *, uint32_t pos, uint64_t n);
/* twenty second */
void rb_say_ordinal(struct rb_voice *, uint32_t pos, uint64_t n);
/* nineteen ninety eight, two thousand five, twenty twenty five; any number of four digits */
void rb_say_year(struct rb_voice *, uint32_t pos, uint32_t n);
/* Two digits behind others: oh five, fifteen, hundred. */
void rb_say_pair(struct rb_voice *, uint32_t pos, uint32_t n);
/* One by one; zero as given. Bytes that are no digits are left out. */
void rb_say_digits(struct rb_voice *, uint32_t pos, struct rb_slice digits, const char *zero);
/* A code of digits: one fifty, one oh five, two hundred, forty two; four or more one by one. */
void rb_say_code(struct rb_voice *, uint32_t pos, struct rb_slice digits);
/* Makes the last word an ordinal (five: fifth), several (ninety: nineties), or one that has
 * something (Foods: Foods's). */
void rb_say_last_ordinal(struct rb_voice *);
void rb_say_last_plural(struct rb_voice *);
void rb_say_last_possessive(struct rb_voice *);

#endif
