/* Messages: templates with named fields, filled from a draft on trial. */
#ifndef RULE_MESSAGE_H
#define RULE_MESSAGE_H

#include "base/buffer.h"
#include "rule/cuts.h"

/* What the fields of a message are filled from. */
struct rb_message {
    const struct rb_trial *trial;
    const struct rb_breach *breach; /* NULL: none, for strengths and reminders */
    uint32_t points;
    struct rb_slice net;        /* what following the advice comes to; may be empty */
    const struct rb_cuts *cuts; /* NULL: not looked for */
};

/* Fills the first alternative whose fields all have a value; when there is none, the last one
 * without the sentences that lack one. The buffer is cleared first; it may stay empty. */
void rb_message_write(struct rb_buffer *, const struct rb_template *, const struct rb_message *);

/* The words of a span on one line, cut at a word when they are many. */
void rb_message_quote(struct rb_buffer *, const struct rb_draft *, uint32_t start, uint32_t end);

#endif
