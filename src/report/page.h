/* A page of the text report: paragraphs wrapped to the width, colours, and nothing that a terminal
 * would obey but our own colours. */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "base/buffer.h"

/* What a run of text is, so that colours are decided in one place. */
enum rb_ink {
    RB_INK_PLAIN,
    RB_INK_HEAD,
    RB_INK_DIM,
    RB_INK_GOOD,
    RB_INK_ERROR,
    RB_INK_WARNING,
    RB_INK_SUGGESTION
};

struct rb_page {
    struct rb_buffer *out;
    uint32_t width;
    bool color, unicode;
    uint32_t column;       /* where the next glyph goes, from 0 */
    uint32_t hang;         /* where continued lines of this paragraph begin */
    uint32_t space;        /* spaces owed before the next word */
    bool fresh;            /* no word stands on this line yet */
    struct rb_buffer word; /* the word being gathered: it may not fit */
    uint32_t word_columns;
    uint8_t ink;
};

void rb_page_init(struct rb_page *, struct rb_buffer *out, uint32_t width, bool color,
                  bool unicode);
/* A lack of memory on the page is one of its buffer from here on. */
void rb_page_free(struct rb_page *);

/* A paragraph: begins at a column, continued lines hang at another. Words given one after the other
 * without white space between them stay together. */
void rb_page_begin(struct rb_page *, uint32_t indent, uint32_t hang);
void rb_page_add(struct rb_page *, struct rb_slice);
/* The same, cut to a number of columns: "The first words…". */
void rb_page_add_cut(struct rb_page *, struct rb_slice, uint32_t columns);
void rb_page_puts(struct rb_page *, const char *);
void rb_page_uint(struct rb_page *, uint64_t);
/* "4.1"; and "4.1 s", never broken. */
void rb_page_tenths(struct rb_page *, uint32_t ms);
void rb_page_seconds(struct rb_page *, uint32_t ms);
/* "3 errors": a number and a noun that takes an s. */
void rb_page_count(struct rb_page *, uint64_t, const char *noun);
/* " · 2 suppressed · 3 accepted": nothing of what is none. */
void rb_page_set_aside(struct rb_page *, uint64_t suppressed, uint64_t accepted);
/* Moves to a column, one space at least. */
void rb_page_tab(struct rb_page *, uint32_t column);
void rb_page_ink(struct rb_page *, enum rb_ink);
void rb_page_end(struct rb_page *);
void rb_page_blank(struct rb_page *);
/* A heading on a line of its own behind a blank one. */
void rb_page_head(struct rb_page *, const char *);

/* The colour's escape for what is written past the paragraphs (the draft, the timeline); nothing
 * when there is no colour. */
void rb_page_sgr(const struct rb_page *, struct rb_buffer *, enum rb_ink, bool underline);
void rb_page_spaces(struct rb_buffer *, uint32_t);
/* A borrowed text, safe and folded. */
void rb_page_raw(struct rb_page *, const char *);
enum rb_ink rb_page_severity(uint8_t severity);

#endif
