/* Text for eyes: what of a draft, a name or a message may reach a terminal, and how wide it is.
 *
 * Control characters, terminal escapes, C1, bidi controls and bytes that are not UTF-8 become
 * visible escapes (\x1b, \u202e); line breaks and tabs become spaces. Two shapes that the GitHub
 * runner takes for commands ("::" that leads a word, "##[" anywhere) are broken up as well, because
 * a report is often read there. */
#ifndef REPORT_GLYPH_H
#define REPORT_GLYPH_H

#include "base/buffer.h"

struct rb_glyph {
    char text[12];
    uint8_t len; /* bytes of text; 0: nothing is shown */
    uint8_t
        columns;   /* of the terminal: 0 for a mark that joins the glyph before, 2 for wide ones */
    uint8_t bytes; /* of the source that it stands for, at least 1 */
    bool space;
};

/* The glyph at byte `at` (< text.len). unicode false: ASCII only, letters without their accents. */
struct rb_glyph rb_glyph_at(struct rb_slice text, size_t at, bool unicode);
/* All glyphs of a text, appended; gives their columns. */
uint32_t rb_glyph_add(struct rb_buffer *, struct rb_slice text, bool unicode);
uint32_t rb_glyph_columns(struct rb_slice text, bool unicode);

#endif
