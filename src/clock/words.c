#include "clock/words.h"

#include "base/ascii.h"

#define ROW(list, key, value, spoken, many)                                                        \
    {key, (uint8_t)(sizeof(key) - 1), list, value, spoken, many},
#define WORD(key) ROW(RB_LIST_FUNCTION, key, 0, NULL, NULL)
#define ABBREV(key, when, spoken) ROW(RB_LIST_ABBREV, key, RB_WHEN_##when, spoken, NULL)
#define UNIT(key, one, many) ROW(RB_LIST_UNIT, key, 0, one, many)
#define SPELLED(key, small) ROW(RB_LIST_INITIALISM, key, small, NULL, NULL)
#define SAID(key, spoken) ROW(RB_LIST_SAID, key, 0, spoken, NULL)
#define CAPITALS(key) ROW(RB_LIST_CAPITALS, key, 0, NULL, NULL)
#define CALENDAR(key, kind, spoken) ROW(RB_LIST_CALENDAR, key, kind, spoken, NULL)
#define CODE(key) ROW(RB_LIST_CODE, key, 0, NULL, NULL)
#define STATE(key, name) ROW(RB_LIST_STATE, key, 0, name, NULL)
#define MONTH(n) (n)
#define DAY RB_CALENDAR_DAY
#define SHORT RB_CALENDAR_SHORT
#define BARE RB_CALENDAR_BARE
#define NAME RB_CALENDAR_NAME

static const struct rb_word_row ROWS[] = {
#include "clock/abbreviation.def"
#include "clock/calendar.def"
#include "clock/capitals.def"
#include "clock/code.def"
#include "clock/function.def"
#include "clock/initialism.def"
#include "clock/said.def"
#include "clock/state.def"
#include "clock/unit.def"
};

enum { N_ROWS = sizeof ROWS / sizeof *ROWS };
_Static_assert((int)N_ROWS <= (int)RB_WORD_ROWS, "raise RB_WORD_ROWS");

static uint32_t bucket_of(const char *lower, size_t len)
{
    uint32_t h = (uint32_t)len * 7;

    for (size_t i = 0; i < len && i < 3; i++)
        h = h * 31 + (unsigned char)lower[i];
    return h % RB_WORD_BUCKETS;
}

/* A counting sort: how many rows a bucket has, where each begins, and the rows in their places. */
void rb_words_init(struct rb_words *w)
{
    memset(w->first, 0, sizeof w->first);
    for (size_t i = 0; i < N_ROWS; i++)
        w->first[bucket_of(ROWS[i].key, ROWS[i].len) + 1]++;
    for (size_t b = 1; b <= RB_WORD_BUCKETS; b++)
        w->first[b] = (uint16_t)(w->first[b] + w->first[b - 1]);
    for (size_t i = N_ROWS; i > 0; i--) {
        uint32_t b = bucket_of(ROWS[i - 1].key, ROWS[i - 1].len);

        w->order[--w->first[b + 1]] = (uint16_t)(i - 1);
    }
    /* Filling from behind left each bucket's end at its beginning: the beginnings are one up. */
    memmove(w->first, w->first + 1, RB_WORD_BUCKETS * sizeof *w->first);
    w->first[RB_WORD_BUCKETS] = N_ROWS;
}

/* Lower case, curly apostrophes straight; 0 when it is longer than any row. */
static size_t fold(struct rb_slice word, char out[RB_WORD_LONGEST])
{
    size_t n = 0;

    for (size_t i = 0; i < word.len; i++) {
        if (n == RB_WORD_LONGEST)
            return 0;
        if (word.len - i >= 3 && memcmp(word.ptr + i, "\xE2\x80\x99", 3) == 0) {
            out[n++] = '\'';
            i += 2;
        } else {
            out[n++] = rb_to_lower(word.ptr[i]);
        }
    }
    return n;
}

const struct rb_word_row *rb_words_find(const struct rb_words *w, enum rb_word_list list,
                                        struct rb_slice word)
{
    char key[RB_WORD_LONGEST];
    size_t len = fold(word, key);
    uint32_t b;

    if (len == 0)
        return NULL;
    b = bucket_of(key, len);
    for (uint32_t i = w->first[b]; i < w->first[b + 1]; i++) {
        const struct rb_word_row *row = &ROWS[w->order[i]];

        if (row->list == list && row->len == len && memcmp(row->key, key, len) == 0)
            return row;
    }
    return NULL;
}
