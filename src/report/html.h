/* The page for a browser: what its parts share. Names, drafts and messages are data in it and never
 * markup; nothing is fetched, nothing runs. */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "report/text.h"

struct rb_html {
    struct rb_buffer *out;
    struct rb_view view; /* without a page */
    const struct rb_report_entry *entry;
    uint64_t id; /* of the draft in the report, from 1 */
};

/* Text between tags or quotes: what would be markup is escaped, and what would change the page
 * unseen (controls, bidi overrides) is shown. */
void rb_html_text(struct rb_buffer *, struct rb_slice);
/* Bytes of a text, with those line ends that its writer meant. */
void rb_html_lines(struct rb_buffer *, struct rb_slice text, uint32_t from, uint32_t to);
/* "3 errors" */
void rb_html_count(struct rb_buffer *, uint64_t, const char *noun);
/* A part of a length as SVG has it: "12.3%". */
void rb_html_percent(struct rb_buffer *, uint64_t part, uint64_t whole);
/* An id that is the draft's own, without quotes: "d3"; "d3h" with a letter, "d3f12" with a number
 * from 1 as well. */
void rb_html_id(struct rb_html *, char letter, uint64_t number);

/* Parts of a draft's article, each nothing when there is nothing to say. */
void rb_html_verdict(struct rb_html *);
void rb_html_timeline(struct rb_html *);
void rb_html_draft(struct rb_html *);
void rb_html_findings(struct rb_html *);
void rb_html_hang_up(struct rb_html *);
void rb_html_notes(struct rb_html *);

/* The style sheet, and its SHA-256 in base64, by which the page's policy lets it in. */
extern const char *const rb_html_style[];
extern const size_t rb_html_style_lines;
extern const char rb_html_style_hash[];

/* What sorts the overview, and its hash. */
extern const char *const rb_html_script[];
extern const size_t rb_html_script_lines;
extern const char rb_html_script_hash[];

#endif
