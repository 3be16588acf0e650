/* The clock's word lists, and how to find a word in them. For this floor only. */
#ifndef CLOCK_WORDS_H
#define CLOCK_WORDS_H

#include "base/wordlist.h"

enum rb_word_list {
    RB_LIST_FUNCTION,   /* function.def: said fast */
    RB_LIST_MEASURED,   /* measured.def: their times */
    RB_LIST_ABBREV,     /* abbreviation.def */
    RB_LIST_UNIT,       /* unit.def: after a number */
    RB_LIST_INITIALISM, /* initialism.def: spelled */
    RB_LIST_SAID,       /* said.def: said otherwise than written */
    RB_LIST_CAPITALS,   /* capitals.def: in capitals, and still a word */
    RB_LIST_CALENDAR,   /* calendar.def: months and days */
    RB_LIST_CODE,       /* code.def: a code follows, not a quantity */
    RB_LIST_STATE,      /* state.def */
    RB_LISTS
};

/* When an abbreviation is one. */
enum rb_when {
    RB_WHEN_ANY,        /* always */
    RB_WHEN_DOT,        /* its full stop follows */
    RB_WHEN_CAPITAL,    /* it begins with a capital */
    RB_WHEN_DOT_NUMBER, /* its full stop and a number follow */
    RB_WHEN_STREET      /* it begins with a capital, and so does the word before, or a number is
                           there */
};

/* What a calendar word is, in its value: a month's number, or a day of the week, and of these
 * bits. */
enum {
    RB_CALENDAR_MONTH = 15,
    RB_CALENDAR_DAY = 16,
    RB_CALENDAR_SHORT = 32, /* an abbreviation: with its full stop, or before a number */
    RB_CALENDAR_BARE = 64,  /* also without either, when capitalised */
    RB_CALENDAR_NAME = 128 /* a name or a word too: only before a number, or after "in", "by" … */
};

struct rb_word_row {
    const char *key; /* lower case */
    uint8_t len;
    uint16_t value;     /* the list's own: enum rb_when; RB_CALENDAR_*; also in small letters;
                           milliseconds */
    const char *spoken; /* NULL: as written; for a unit: one of it */
    const char *many;   /* a unit: several of it */
};

/* By which a word is found in its list: made by the build (base/wordlist.h). */
extern const uint16_t rb_slots_abbreviation[RB_WORDLIST_SLOTS];
extern const uint16_t rb_slots_calendar[RB_WORDLIST_SLOTS];
extern const uint16_t rb_slots_capitals[RB_WORDLIST_SLOTS];
extern const uint16_t rb_slots_code[RB_WORDLIST_SLOTS];
extern const uint16_t rb_slots_function[RB_WORDLIST_SLOTS];
extern const uint16_t rb_slots_initialism[RB_WORDLIST_SLOTS];
extern const uint16_t rb_slots_measured[RB_WORDLIST_SLOTS];
extern const uint16_t rb_slots_said[RB_WORDLIST_SLOTS];
extern const uint16_t rb_slots_state[RB_WORDLIST_SLOTS];
extern const uint16_t rb_slots_unit[RB_WORDLIST_SLOTS];

/* The row of this word in a list, compared without case and with a curly apostrophe as a straight
 * one; NULL when there is none. */
const struct rb_word_row *rb_words_find(enum rb_word_list, struct rb_slice);

#endif
