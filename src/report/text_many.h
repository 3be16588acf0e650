/* The person's report over several drafts. */
#ifndef REPORT_TEXT_MANY_H
#define REPORT_TEXT_MANY_H

#include "report/text.h"

/* Where the whole report of the next draft goes; NULL: nowhere, there are too many of them. */
struct rb_buffer *rb_text_many_begin(ringback_report *);
/* Remembers the draft that was reported; the view is ranked. */
void rb_text_many_add(ringback_report *, const struct rb_view *);
/* Writes what was held: a few reports whole, or a line for each of many drafts. */
void rb_text_many_end(ringback_report *, struct rb_page *);

#endif
