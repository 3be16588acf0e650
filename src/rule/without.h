/* What is left of a text when somebody leaves words of it out, as a person would. */
#ifndef RULE_WITHOUT_H
#define RULE_WITHOUT_H

#include "base/arena.h"
#include "rule/reckon.h"

/* The text without the spans, which are in order and apart: without the stop of a sentence that
 * goes whole, one of two commas that would meet, and one of two blanks. In the arena; empty when
 * that failed. */
struct rb_slice rb_text_without(struct rb_arena *, struct rb_slice text, const struct rb_span *,
                                uint32_t n);

#endif
