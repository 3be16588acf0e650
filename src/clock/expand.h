/* From written to spoken: each shape of text that is said otherwise than written has a function
 * that looks at byte `at`; if its shape stands there it says it and gives where it ends, else it
 * says nothing and gives 0. For this floor only. */
#ifndef CLOCK_EXPAND_H
#define CLOCK_EXPAND_H

#include "clock/number.h"

/* Everything that will be said, in order. */
void rb_expand(struct rb_voice *);
/* The word, number or mark at `at` (below v->end); gives its end, always behind `at`. */
uint32_t rb_expand_piece(struct rb_voice *, uint32_t at);

/* A telephone number: `number` from 1, as the voice counts them. Gives its end. */
uint32_t rb_expand_phone(struct rb_voice *, const struct rb_phone *, uint32_t number);
/* A typical telephone number, for a placeholder. */
void rb_say_any_phone(struct rb_voice *, uint32_t pos, uint32_t number);

/* $5  £1,099  $5-8K  $41/mo  $0.49 */
uint32_t rb_expand_money(struct rb_voice *, uint32_t at);
/* What a slash behind an amount means: "/mo" a month; gives its end or 0. */
uint32_t rb_expand_per(struct rb_voice *, uint32_t at);
/* The length of the currency sign at i, 0 when there is none, and what several of it are. */
uint32_t rb_currency_at(const struct rb_voice *, uint32_t i, const char **many);

/* 8:30  9am  5 p.m.  8-10am  and, behind "at" or "by", 8.40 */
uint32_t rb_expand_time(struct rb_voice *, uint32_t at);
/* 4/12  31/08/2025 */
uint32_t rb_expand_slash_date(struct rb_voice *, uint32_t at);
/* Jan. 5  June 15th  May 6 and 7, 2025  Mon-Fri  Sept. */
uint32_t rb_expand_calendar(struct rb_voice *, uint32_t at);
/* 12 July 2025 */
uint32_t rb_expand_day_month(struct rb_voice *, uint32_t at);
/* 3rd  22nd */
uint32_t rb_expand_ordinal(struct rb_voice *, uint32_t at);
/* 1990s  90s;  '22 */
uint32_t rb_expand_decade(struct rb_voice *, uint32_t at);
uint32_t rb_expand_short_year(struct rb_voice *, uint32_t at);

/* Any shape that begins with a digit. Never 0. */
uint32_t rb_expand_number(struct rb_voice *, uint32_t at);
/* #4  .5 */
uint32_t rb_expand_mark_number(struct rb_voice *, uint32_t at);

/* Any word: it begins with a letter. Never 0. */
uint32_t rb_expand_word(struct rb_voice *, uint32_t at);
/* A run of letters [at, end) in capitals, or small letters without a vowel, if it is spelled. */
bool rb_spell_run(struct rb_voice *, uint32_t at, uint32_t end);
/* The names of the letters in [at, end). */
void rb_spell_letters(struct rb_voice *, uint32_t at, uint32_t end);
/* Letters with digits, [at, end): Q3 B2B X200. */
void rb_spell_mixed(struct rb_voice *, uint32_t at, uint32_t end);

/* An e-mail address, URL or domain name, [at, end). */
void rb_expand_address(struct rb_voice *, uint32_t at, uint32_t end);
/* The token, a placeholder: a typical filler; `number` as above, for one that is a number. */
void rb_expand_hole(struct rb_voice *, uint32_t token, uint32_t number);
/* The token, a stage direction: silence, or nothing. */
void rb_expand_direction(struct rb_voice *, uint32_t token);

/* Whether the line break before this token only wraps a paragraph (no pause). Asked in order. */
struct rb_lines {
    uint32_t line, paragraph_end, width;
    bool filled;
};
bool rb_line_wraps(struct rb_lines *, const struct rb_text *, uint32_t token);

#endif
