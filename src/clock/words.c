#include "clock/words.h"

#define ROW(key, value, spoken, many) {key, (uint8_t)(sizeof(key) - 1), value, spoken, many},
#define WORD(key) ROW(key, 0, NULL, NULL)
#define ABBREV(key, when, spoken) ROW(key, RB_WHEN_##when, spoken, NULL)
#define UNIT(key, one, many) ROW(key, 0, one, many)
#define SPELLED(key, small) ROW(key, small, NULL, NULL)
#define SAID(key, spoken) ROW(key, 0, spoken, NULL)
#define CAPITALS(key) ROW(key, 0, NULL, NULL)
#define MEASURED(key, ms) ROW(key, ms, NULL, NULL)
#define CALENDAR(key, kind, spoken) ROW(key, kind, spoken, NULL)
#define CODE(key) ROW(key, 0, NULL, NULL)
#define STATE(key, name) ROW(key, 0, name, NULL)
#define MONTH(n) (n)
#define DAY RB_CALENDAR_DAY
#define SHORT RB_CALENDAR_SHORT
#define BARE RB_CALENDAR_BARE
#define NAME RB_CALENDAR_NAME

static const struct rb_word_row abbreviation[] = {
#include "clock/abbreviation.def"
};
static const struct rb_word_row calendar[] = {
#include "clock/calendar.def"
};
static const struct rb_word_row capitals[] = {
#include "clock/capitals.def"
};
static const struct rb_word_row code[] = {
#include "clock/code.def"
};
static const struct rb_word_row function[] = {
#include "clock/function.def"
};
static const struct rb_word_row initialism[] = {
#include "clock/initialism.def"
};
static const struct rb_word_row measured[] = {
#include "clock/measured.def"
};
static const struct rb_word_row said[] = {
#include "clock/said.def"
};
static const struct rb_word_row state[] = {
#include "clock/state.def"
};
static const struct rb_word_row unit[] = {
#include "clock/unit.def"
};

static const struct {
    const struct rb_word_row *rows;
    const uint16_t *slots; /* which the build makes from the list: a row's place, from 1 */
} lists[RB_LISTS] = {
    [RB_LIST_ABBREV] = {abbreviation, rb_slots_abbreviation},
    [RB_LIST_CALENDAR] = {calendar, rb_slots_calendar},
    [RB_LIST_CAPITALS] = {capitals, rb_slots_capitals},
    [RB_LIST_CODE] = {code, rb_slots_code},
    [RB_LIST_FUNCTION] = {function, rb_slots_function},
    [RB_LIST_INITIALISM] = {initialism, rb_slots_initialism},
    [RB_LIST_MEASURED] = {measured, rb_slots_measured},
    [RB_LIST_SAID] = {said, rb_slots_said},
    [RB_LIST_STATE] = {state, rb_slots_state},
    [RB_LIST_UNIT] = {unit, rb_slots_unit},
};

/* Curly apostrophes straight; 0 when it is longer than any row. */
static size_t straighten(struct rb_slice word, char out[RB_WORDLIST_LONGEST])
{
    size_t n = 0;

    for (size_t i = 0; i < word.len; i++) {
        if (n == RB_WORDLIST_LONGEST)
            return 0;
        if (word.len - i >= 3 && memcmp(word.ptr + i, "\xE2\x80\x99", 3) == 0) {
            out[n++] = '\'';
            i += 2;
        } else {
            out[n++] = word.ptr[i];
        }
    }
    return n;
}

const struct rb_word_row *rb_words_find(enum rb_word_list list, struct rb_slice word)
{
    struct rb_wordlist_key key, have;
    uint32_t slot, place;
    bool read = rb_wordlist_read(&key, word);

    if ((!read || rb_wordlist_is_wide(&key)) && memchr(word.ptr, 0xE2, word.len)) {
        char straight[RB_WORDLIST_LONGEST];

        read = rb_wordlist_read(&key, rb_slice_of(straight, straighten(word, straight)));
    }
    if (!read)
        return NULL;
    slot = rb_wordlist_slot(&key);
    while ((place = lists[list].slots[slot]) != 0) {
        const struct rb_word_row *row = &lists[list].rows[place - 1];

        if (row->len == key.n && rb_wordlist_read(&have, rb_slice_of(row->key, row->len)) &&
            have.head == key.head && have.tail == key.tail)
            return row;
        slot = (slot + 1) % RB_WORDLIST_SLOTS;
    }
    return NULL;
}
