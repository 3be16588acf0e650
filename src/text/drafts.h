/* From a file to the drafts in it, each with the places of its text on disk.
 *
 * Text: drafts are separated by lines of "---". Markdown: each fenced block marked "voicemail" is a
 * draft, named by the heading above it; without such a block the prose is, cut at lines across.
 * Both may begin with front matter, as may a fenced block. Pragmas are no text, and belong to the
 * draft behind or around them. */
#ifndef TEXT_DRAFTS_H
#define TEXT_DRAFTS_H

#include "text/pragma.h"
#include "text/source.h"

/* A text with its places. */
struct rb_passage {
    struct rb_slice text; /* in the arena */
    struct rb_origin origin;
};

/* Front matter: YAML, from the opening "---" up to the closing one. */
struct rb_front {
    struct rb_passage yaml; /* text.ptr NULL: there is none */
    bool open;              /* it does not end: an error of the file */
};

struct rb_part {
    struct rb_passage draft;
    struct rb_slice name; /* the heading's words; empty: it has none */
    struct rb_front front;
    uint32_t line;              /* on which its words begin */
    uint32_t end;               /* byte of the file behind it */
    uint32_t pragma, n_pragmas; /* its own, of the file's list */
};

struct rb_parts {
    struct rb_source source; /* the file, without a byte order mark */
    struct rb_part *items;   /* at least one; in a Markdown file without a marked block, none if
                                only those are wanted */
    uint32_t n;
    struct rb_front front; /* the file's */
    struct rb_pragma *pragmas;
    uint32_t n_pragmas;
};

/* The bytes must outlive the parts. At most UINT32_MAX bytes. False: no memory. */
bool rb_parts_text(struct rb_arena *, struct rb_slice file, struct rb_parts *out);
/* marked: no prose, only blocks that are marked. */
bool rb_parts_markdown(struct rb_arena *, struct rb_slice file, bool marked, struct rb_parts *out);

#endif
