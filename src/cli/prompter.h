/* The draft on the screen while it is said: words lit one by one, and a clock. */
#ifndef CLI_PROMPTER_H
#define CLI_PROMPTER_H

#include "cli/run.h"

enum rb_prompter_state {
    RB_PROMPTER_READY,   /* before the first word */
    RB_PROMPTER_RUNNING, /* also when all is lit: the speaker may still be speaking */
    RB_PROMPTER_PAUSED
};

struct rb_prompter {
    const ringback_result *result;
    bool unicode, color;
    uint32_t rows, columns;
    enum rb_prompter_state state;
    uint32_t now_ms;
    /* laid out for these columns; owned */
    struct rb_prompter_line *lines;
    size_t n_lines;
    uint32_t laid_out; /* the columns they were laid out for; 0: not yet */
};

/* The screen's bytes, from its first row on; owned by the caller. NULL: no memory. */
char *rb_prompter_draw(struct rb_prompter *, size_t *len);
/* The word that is said at a moment, or was said last; false: none was. */
bool rb_prompter_word(const ringback_result *, uint32_t ms, ringback_word *out);
void rb_prompter_free(struct rb_prompter *);

#endif
