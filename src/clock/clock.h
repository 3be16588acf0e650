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
};

/* One word as the mouth says it. */
struct rb_spoken {
    struct rb_slice text; /* as written; what is said otherwise in lower case. Lives as long as the
                             arena */
    uint32_t token;       /* the token it comes from */
    uint32_t start_ms, end_ms;
    uint32_t pause_ms; /* the pause that follows it */
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
    uint32_t fast_ms, slow_ms; /* total_ms for a fast and a slow speaker */
};

/* Times every token. False: no memory. Linear in the text. */
bool rb_clock_run(struct rb_arena *, const struct rb_text *, const struct rb_phones *,
                  const struct rb_clock_options *, struct rb_clock *out);

#endif
