/* How a draft is spoken, and when. Integers only: milliseconds. */
#ifndef CLOCK_CLOCK_H
#define CLOCK_CLOCK_H

#include "fact/phone.h"
#include "text/token.h"

struct rb_clock_options {
    uint32_t words_per_minute; /* pace of running speech, pauses included; 150 is the scale of the
                                  constants */
    uint32_t number_percent;   /* how much longer phone numbers take than the same words in running
                                  speech; 140 */
    bool aside; /* it is timed for another draft's sake: longest_ms is not asked for */
};

/* What kind of silence follows a word. */
enum rb_gap {
    RB_GAP_NONE,
    RB_GAP_SHORT, /* as at a comma */
    RB_GAP_LONG,  /* as at a full stop */
    RB_GAP_ASKED  /* the draft asks for it: (pause), [2 seconds] */
};

/* One word as the mouth says it. */
struct rb_spoken {
    struct rb_slice text; /* as written; what is said otherwise in lower case. Lives as long as the
                             arena */
    uint32_t token;       /* the token it comes from */
    uint32_t start_ms, end_ms;
    uint32_t pause_ms; /* the pause that follows it */
    uint8_t gap;       /* and its kind: enum rb_gap */
};

struct rb_clock {
    struct rb_spoken *words;
    uint32_t n_words;
    uint32_t *token_start_ms; /* for each token: when its first word begins; unspoken ones: when the
                                 next word would */
    uint32_t *token_end_ms;   /* when its last word ends; unspoken ones: the same as their start */
    uint32_t total_ms;
    uint32_t words_ms, numbers_ms,
        pauses_ms;             /* total_ms = their sum: running words, phone numbers, pauses */
    uint32_t hold_ms;          /* of the pauses: silence of a named length, the same at any pace */
    uint32_t fast_ms, slow_ms; /* total_ms for a fast and a slow speaker */
    uint32_t longest_ms; /* total_ms when placeholders are filled with long names and the like;
                            total_ms when there are none */
};

/* Times every token. False: no memory. Linear in the text. */
bool rb_clock_run(struct rb_arena *, const struct rb_text *, const struct rb_phones *,
                  const struct rb_clock_options *, struct rb_clock *out);

/* What a second text takes, said behind a first one, beyond what it takes by itself: the pause
 * between them for the silence behind the last word. */
uint32_t rb_clock_join_ms(uint32_t words_per_minute);

/* Its parts for the eye: rounded to tenths of a second, so that they add up to the rounded total.
 */
struct rb_clock_parts {
    uint32_t words_ms, numbers_ms, pauses_ms, total_ms;
};
struct rb_clock_parts rb_clock_parts(const struct rb_clock *);

#endif
