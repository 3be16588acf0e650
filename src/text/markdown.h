/* Markdown (CommonMark), walked block by block. The one file behind this knows the library; it was
 * chosen because it hands out the bytes of the source themselves, so that every place is exact,
 * goes back with an error when there is no memory, and is linear on any input. */
#ifndef TEXT_MARKDOWN_H
#define TEXT_MARKDOWN_H

#include "base/slice.h"

enum rb_markdown_event {
    RB_MARKDOWN_TEXT,        /* of a paragraph, a heading or a fence; markup is left out */
    RB_MARKDOWN_BREAK,       /* between two blocks of text */
    RB_MARKDOWN_HEADING,     /* "# Words": until HEADING_END text is of the heading */
    RB_MARKDOWN_UNDERLINED,  /* a heading underlined by === or --- (the text is '=' or '-') */
    RB_MARKDOWN_HEADING_END, /* of both */
    RB_MARKDOWN_RULE,        /* a line across: --- */
    RB_MARKDOWN_FENCE,       /* a fenced block; the text is its first word, lower or upper case */
    RB_MARKDOWN_FENCE_END
};

/* Where made-up text, a line break or the character of an entity, stands in the source. */
#define RB_MARKDOWN_NOWHERE UINT32_MAX

/* at: where the text stands in the source, byte for byte; RB_MARKDOWN_NOWHERE: it is made up.
 * False: go no further. */
typedef bool rb_markdown_sink(void *ctx, enum rb_markdown_event, struct rb_slice text, uint32_t at);

/* False: no memory, or the sink said so. Code that is not fenced, HTML comments and pictures are
 * left out. */
bool rb_markdown_walk(struct rb_slice source, rb_markdown_sink *, void *ctx);

#endif
